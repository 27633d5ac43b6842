"""One slip of the finger forgiven, where what was typed is no word and one word alone is near."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from vidya.domains.tutor.same_question.english_lemmas import (
    KNOWN_ENGLISH,
    SCHOOL_ENGLISH,
    english_lemma,
)
from vidya.domains.tutor.same_question.vocabulary.confusable import CONFUSABLE

_SHORTEST = 5
_SHORTEST_STEM = 3
LONGEST_WORD = 40
"""Letters; what is longer is no word, and each letter of it would cost its time."""
_LONG = 9
# The neighbours of the built-in words were gone through; those of a curriculum's own words
# were not, and short words have many.
_SHORTEST_OF_CURRICULUM = 10
# What the ear mixes up. Any other letter in the place of another makes another word.
_HEARD_ALIKE = ("aeiouy", "cks", "sz", "gj", "fv", "dt")
# In chemistry the ending is the word: phosphite is not a misspelt phosphate.
_ENDINGS = (
    "ate", "ite", "ide", "ane", "ene", "yne", "ine", "one", "ose", "ase", "anol", "anal", "ous",
    "ic", "yl", "ium", "ion", "ive", "ant", "ent", "or", "er", "ee",
)  # fmt: skip
_OPENINGS = (
    "micro", "macro", "intra", "intro", "pre", "pro", "per", "anti", "ante", "hyper", "hypo",
    "endo", "ecto", "homo", "mono", "uni", "un", "in", "im", "re", "de", "dis", "em", "en",
)  # fmt: skip
_SUFFIXES = (
    "ing", "er", "ers", "ly", "ness", "able", "ful", "less", "y", "ment", "al", "ally", "ion",
    "ions", "ic", "ish", "ist", "ists", "ism", "ity", "ward", "like", "ier", "iest", "est",
)  # fmt: skip
_PREFIXES = ("un", "re", "dis", "non", "over", "under", "sub", "super", "inter", "mis", "pre", "de")


@lru_cache(maxsize=32_768)
def spelled(word: str, vocabulary: frozenset[str]) -> str:
    """The word that was meant, if `word` is unknown and exactly one known word is one slip away.

    `vocabulary` holds the words of the curriculum as `core.words.tokens` gives them. First and
    last letters must stand: what differs there is another form or another word.
    """
    if not _SHORTEST <= len(word) <= LONGEST_WORD or not (word.isalpha() and word.isascii()):
        return word
    if _is_known(word, vocabulary):
        return word
    meant = {
        candidate
        for candidate in _slips(word) | _with_a_letter_more(word, vocabulary)
        if (candidate in SCHOOL_ENGLISH or _is_long_term(candidate, vocabulary))
        and _keeps_affixes(word, candidate)
    }
    lemmas = {english_lemma(candidate) for candidate in meant}
    if len(lemmas) != 1 or any(frozenset((word, lemma)) in CONFUSABLE for lemma in lemmas):
        return word
    return min(meant)


def _is_long_term(word: str, vocabulary: frozenset[str]) -> bool:
    return len(word) >= _SHORTEST_OF_CURRICULUM and word in vocabulary


def _is_known(word: str, vocabulary: frozenset[str]) -> bool:
    """Whether it is a word, or one made of a word: a slip seldom looks like that."""
    return any(
        base in KNOWN_ENGLISH or base in vocabulary
        for form in {word, english_lemma(word)}
        for base in (form, *_bases(form))
    )


def _bases(word: str) -> list[str]:
    bases: list[str] = []
    if word.endswith(_SUFFIXES):
        for suffix in filter(word.endswith, _SUFFIXES):
            bases += _without(suffix, word)
    if not word.startswith(_PREFIXES):
        return bases
    return bases + [
        word.removeprefix(prefix)
        for prefix in _PREFIXES
        if word.startswith(prefix) and len(word) - len(prefix) > 4
    ]


def _without(suffix: str, word: str) -> list[str]:
    stem = word.removesuffix(suffix)
    if len(stem) < _SHORTEST_STEM:
        return []
    bases = [stem, stem + "e", stem + "y"]
    if stem[-1] == stem[-2]:
        bases.append(stem[:-1])
    if stem[-1] == "i":
        bases.append(stem[:-1] + "y")
    return bases


def _slips(word: str) -> set[str]:
    """What one slip but a letter left out could have made into `word`."""
    found: set[str] = set()
    for at in range(1, len(word)):
        left, right = word[:at], word[at:]
        if right[0] in (left[-1], right[1:2]) or _is_stray_vowel(left, right):
            found.add(left + right[1:])  # one was doubled
        if len(right) > 1:
            found.add(left + right[1] + right[0] + right[2:])  # two changed places
            found |= {left + letter + right[1:] for letter in _heard_like(right[0])}
    return found | {word + word[-1]}


def _with_a_letter_more(word: str, vocabulary: frozenset[str]) -> set[str]:
    """The words from which `word` comes by leaving out a letter that is not at an end."""
    of_curriculum = _terms_by_shortening(vocabulary) if vocabulary else {}
    return {*_SCHOOL_BY_SHORTENING.get(word, ()), *of_curriculum.get(word, ())}


@lru_cache(maxsize=8)
def _terms_by_shortening(vocabulary: frozenset[str]) -> Mapping[str, list[str]]:
    return _by_shortening(word for word in vocabulary if len(word) >= _SHORTEST_OF_CURRICULUM)


def _by_shortening(words: Iterable[str]) -> dict[str, list[str]]:
    """Words under each of their forms without one inner letter: one look-up, not 26 a place."""
    found: dict[str, list[str]] = {}
    for word in words:
        if word.isascii() and word.isalpha() and _SHORTEST < len(word) <= LONGEST_WORD:
            for at in range(1, len(word) - 1):
                found.setdefault(word[:at] + word[at + 1 :], []).append(word)
    return found


def _is_stray_vowel(left: str, right: str) -> bool:
    """The u of evapouration; in shorter words it makes another word (gran, grain)."""
    return (
        len(left) + len(right) >= _LONG
        and right[0] in _HEARD_ALIKE[0]
        and left[-1] in _HEARD_ALIKE[0]
    )


def _heard_like(letter: str) -> str:
    return "".join(group for group in _HEARD_ALIKE if letter in group)


def _keeps_affixes(typed: str, meant: str) -> bool:
    """Whether the two do not carry different endings, or openings, that make different words."""
    return all(
        not ours or not theirs or ours == theirs
        for ours, theirs in (
            (set(filter(typed.endswith, _ENDINGS)), set(filter(meant.endswith, _ENDINGS))),
            (set(filter(typed.startswith, _OPENINGS)), set(filter(meant.startswith, _OPENINGS))),
        )
    )


_SCHOOL_BY_SHORTENING = _by_shortening(SCHOOL_ENGLISH)
