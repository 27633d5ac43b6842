"""The last question asked of another thing: "and in plants?", "what about iron?"."""

import re

from vidya.core.words import STOP_WORDS, tokens

_LONGEST = 4  # words of the other thing
_PREPOSITIONS = "in|of|for|on|from|at|by|with|to|between|under|into"
_WITH_PREPOSITION = re.compile(
    rf"^(?:and |but |or |then |so )*(?:what about |how about )?(?P<by>{_PREPOSITIONS}) (?P<thing>[^?]+?)(?: please)?$",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"^(?:and |but |then |so |or )*(?:what|how) about (?P<thing>[^?]+?)(?: please)?$|^(?:and|or) (?P<other>[^?]+?)$",
    re.IGNORECASE,
)
_IN_HINDI = re.compile(
    r"^(?:और|तो|aur|to) (?P<thing>[^?]+?) (?P<by>में|का|की|के|से|पर|के लिए|me|mein|ka|ki|ke|se|par|ke liye)(?: क्या| kya)?$",
    re.IGNORECASE,
)
_LAST_PHRASE = re.compile(
    rf"^(?P<before>.*\b(?P<by>{_PREPOSITIONS}) )(?P<thing>[^?]+)$", re.IGNORECASE
)
_WHAT_IS = re.compile(
    r"^(?P<before>(?:what|who) (?:is|are|was|were) |define )[^?]+$", re.IGNORECASE
)
_NO_THING = re.compile(
    r"\b(?:is|are|was|were|do|does|did|why|how|what|when|where|who|which|it|its|this|that|they|them"
    r"|can|will|has|have|you|me|i|my|your|then|now|general|hindi|english|example|detail|short|brief|course|fact|way|sure|last"
    r"|least|once|total|thanks|thank|bye|done|heart)\b",
    re.IGNORECASE,
)
_STOP = STOP_WORDS["en"] | STOP_WORDS["hi"]


def of_another(text: str, last_question: str) -> str | None:
    """The last question with the other thing in its place; None where its place is not certain."""
    said, last = _plain(text), _plain(last_question)
    if found := _IN_HINDI.match(said):
        return _in_hindi(found, last)
    if found := _with_preposition(said):
        return _by(found["by"], found["thing"], last)
    thing = _thing(said)
    return _instead(thing, last) if thing else None


def is_about_another(text: str) -> bool:
    said = _plain(text)
    return bool(_IN_HINDI.match(said) or _with_preposition(said) or _thing(said))


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip("?.!।॥ ")


def _with_preposition(said: str) -> re.Match[str] | None:
    found = _WITH_PREPOSITION.match(said)
    return found if found and _is_thing(found["thing"]) else None


def _thing(said: str) -> str | None:
    found = _WITHOUT.match(said)
    thing = (found["thing"] or found["other"]) if found else None
    return thing if thing and _is_thing(thing) else None


def _is_thing(text: str) -> bool:
    words = tokens(text)
    if _NO_THING.search(text) or not 0 < len(words) <= _LONGEST:
        return False
    return any(word not in _STOP for word in words)


def _by(preposition: str, thing: str, last: str) -> str:
    """In the place of what stood behind the same preposition at the end, or behind it all."""
    found = _LAST_PHRASE.match(last)
    if found and found["by"].casefold() == preposition.casefold():
        return f"{found['before']}{thing}?"
    return f"{last} {preposition} {thing}?"


def _instead(thing: str, last: str) -> str | None:
    if found := _LAST_PHRASE.match(last):
        return f"{found['before']}{thing}?" if _is_thing(found["thing"]) else None
    if (found := _WHAT_IS.match(last)) and _is_thing(last[found.end("before") :]):
        return f"{found['before']}{thing}?"
    return None


def _in_hindi(found: re.Match[str], last: str) -> str | None:
    """In the place of the words before the same postposition, where it stands once in the question."""
    by, thing = found["by"], found["thing"]
    parts = re.split(rf"\s{re.escape(by)}\s", last)
    if (
        len(parts) != 2
        or len(parts[0].split()) > _LONGEST
        or not 0 < len(thing.split()) <= _LONGEST
    ):
        return None
    return f"{thing} {by} {parts[1]}?"
