"""Whether a sentence says what something is: "X is the …", "X वह … है", "… को X कहते हैं"."""

import re
from collections.abc import Sequence

from vidya.core.words import STOP_WORDS, fold_devanagari
from vidya.domains.tutor.stages.terms import Matches, words_of

_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_LONGEST_SUBJECT = 14  # words
_CALLED_SO, _PLAIN, _TOLD_OF = 0.9, 0.7, 0.4

_STOP = frozenset(map(fold_devanagari, STOP_WORDS["en"] | STOP_WORDS["hi"]))
_OTHER_NAME = frozenset(("or", "called"))
_SAYS_WHAT = frozenset(
    ("is", "are", "was", "were", "means", "mean", "refers", "states", "says", "stands")
)
# What follows "X is" when the sentence tells something about X and does not say what X is.
_TELLS = re.compile(
    r"(?:not|also|very|more|most|less|only|always|often|usually|made|used|found|called|known|written"
    r"|important|useful|equal|needed|neither|of|in|on|at|to|from|because|therefore|then|like|like"
    r"|\w+ed|\w+ing)\b"
)
_CALLED = re.compile(
    r"\b(?:called|known as|termed) (?:an? |the )?([^,;:]+?)(?: and | because |[,;:.]|$)"
)

_POSTPOSITIONS = frozenset(
    ("में", "को", "का", "की", "के", "से", "ने", "पर", "तक", "और", "या", "भी", "ही", "तथा", "द्वारा")
)
_OF = frozenset(("का", "की", "के"))
_WHICH = frozenset(("वह", "वे", "एक", "ऐसा", "ऐसी", "ऐसे"))
_HINDI_IS = frozenset(("है", "हैं", "था", "थे", "थी", "थीं"))
_MEANING = frozenset(("अर्थ", "मतलब"))
_HINDI_CALLED = re.compile(r"(?<!\S)(?:को|उसे|उन्हें|जिसे|जिन्हें) (.+?) (?:कहते|कहा|कहलाता|कहलाती)(?!\S)")


def defines(text: str, matches: Matches, *, language: str) -> float:
    """How well, 0 to 1, the sentence says what the terms of the question are."""
    bare = _IN_BRACKETS.sub("", text)
    if language == "hi":
        bracket = text.find("(")
        glossed = len(words_of(text[:bracket])) if bracket > 0 else None
        return max(
            _hindi_subject(words_of(bare), matches, glossed_at=glossed),
            _hindi_called(bare, matches),
        )
    return max(_english_subject(bare, matches), _english_called(bare, matches))


def names(words: Sequence[str], matches: Matches) -> float:
    """How well, 0 to 1, the words name what is asked about, no more and no less."""
    content = [word for word in words if word not in _STOP]
    if not content:
        return 0.0
    known = [word for word in content if matches.names(word)]
    exactness = len(known) / len(content)
    return exactness**2 * (0.5 + 0.5 * matches.share(matches.support(known)))


def _english_subject(text: str, matches: Matches) -> float:
    words = words_of(text)
    verb = next((n for n, word in enumerate(words[:_LONGEST_SUBJECT]) if word in _SAYS_WHAT), 0)
    if not verb:
        return 0.0
    fit = max(names(name, matches) for name in _split(words[:verb], at=_OTHER_NAME))
    told = _TELLS.match(" ".join(words[verb + 1 :]))
    return fit * (_TOLD_OF if told else 1.0)


def _english_called(text: str, matches: Matches) -> float:
    fits = [names(words_of(name), matches) for name in _CALLED.findall(text)]
    return _CALLED_SO * max(fits, default=0.0)


def _hindi_subject(words: Sequence[str], matches: Matches, *, glossed_at: int | None) -> float:
    """How well the sentence defines what it begins with.

    `glossed_at` is the number of words before a bracket: "श्वसन (respiration) वह …".
    """
    lead = _named_at_first(words, matches)
    following = words[lead : lead + 2]
    if not lead or not following:
        return 0.0
    fit = 0.5 + 0.5 * matches.share(matches.support(words[:lead]))
    if following[0] in _OF and following[-1] in _MEANING:
        return _CALLED_SO * fit
    if following[0] in _POSTPOSITIONS:
        return 0.0
    if words[-1] not in _HINDI_IS:
        return _TOLD_OF * fit
    says_what = glossed_at == lead or following[0] in _WHICH or "कहता" in words
    return fit if says_what else _PLAIN * fit


def _named_at_first(words: Sequence[str], matches: Matches) -> int:
    """How many words at the beginning name what is asked about: "द्रव्यमान संरक्षण का नियम"."""
    lead = 0
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if not matches.names(word) and not (lead and word in _OF and matches.names(following)):
            break
        lead += 1
    return lead


def _hindi_called(text: str, matches: Matches) -> float:
    flat = " ".join(words_of(text))
    fits = [names(words_of(name), matches) for name in _HINDI_CALLED.findall(flat)]
    return _CALLED_SO * max(fits, default=0.0)


def _split(words: Sequence[str], at: frozenset[str]) -> list[list[str]]:
    pieces: list[list[str]] = [[]]
    for word in words:
        if word in at:
            pieces.append([])
        else:
            pieces[-1].append(word)
    return pieces
