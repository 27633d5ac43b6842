"""Tables of phrases, found longest first in a list of words."""

from collections.abc import Iterable, Mapping
from typing import Any

Trie = dict[str, Any]
_END = ""


def word_set(words: str) -> frozenset[str]:
    """The words of a table, which has them with white space between."""
    return frozenset(words.split())


def phrase_table(entries: Mapping[str, str] | Iterable[tuple[str, str]]) -> Trie:
    """A search tree from phrases to what stands in their place, both as words with spaces."""
    pairs = entries.items() if isinstance(entries, Mapping) else entries
    root: Trie = {}
    for phrase, replacement in pairs:
        node = root
        for word in phrase.split():
            node = node.setdefault(word, {})
        node[_END] = replacement.split()
    return root


def politeness(phrases: Iterable[str], *, is_reversed: bool = False) -> Trie:
    """A search tree of phrases that only frame a question; reversed, to be found at its end."""
    step = -1 if is_reversed else 1
    return phrase_table((" ".join(phrase.split()[::step]), "") for phrase in phrases)


def longest(trie: Trie, words: list[str], start: int) -> tuple[int, list[str]] | None:
    """The end and the replacement of the longest phrase that begins at `start`, if any."""
    node = trie.get(words[start])
    if node is None:
        return None
    found = None
    position = start + 1
    while True:
        if _END in node:
            found = (position, node[_END])
        if position == len(words) or words[position] not in node:
            return found
        node = node[words[position]]
        position += 1


def replaced(trie: Trie, words: list[str]) -> list[str]:
    """The words with every phrase of the table put by its replacement, left to right, once."""
    result: list[str] = []
    position = 0
    while position < len(words):
        found = longest(trie, words, position) if words[position] in trie else None
        if found is None:
            result.append(words[position])
            position += 1
        else:
            position, replacement = found
            result += replacement
    return result
