"""Slips in Hindi words, and the school words that a slip may have meant."""

from collections.abc import Mapping
from functools import lru_cache

from vidya.core.words import fold_devanagari
from vidya.domains.tutor.same_question import hindi
from vidya.domains.tutor.same_question.hindi_frames import aims
from vidya.domains.tutor.same_question.hindi_lemmas import hindi_lemma
from vidya.domains.tutor.same_question.spelling import LONGEST_WORD
from vidya.domains.tutor.same_question.spelling import spelled as spelled_in_english
from vidya.domains.tutor.same_question.vocabulary import concepts

_SHORTEST = 5
# What fingers and ears mix up; any other letter makes another word.
_TWINS = (("ि", "ी"), ("ु", "ू"), ("श", "ष"), ("श", "स"), ("ष", "स"), ("ब", "व"), ("न", "ण"), ("ध", "द्य"), ("े", "ै"), ("ो", "ौ"))  # fmt: skip
_LOOSE = "ं्ािीुूेैोौ"


def _levelled(word: str) -> str:
    folded = fold_devanagari(word)
    return hindi.ALIASES.get(folded) or hindi_lemma(folded)


def concept_phrases() -> dict[str, str]:
    """Levelled Hindi phrase to the English words for the same thing."""
    phrases: dict[str, str] = {}
    for table in (concepts.SCIENCE, concepts.MATHEMATICS, concepts.SOCIETY):
        for line in table.strip().splitlines():
            english, spellings = line.split(": ")
            for spelling in spellings.split():
                phrases[" ".join(map(_levelled, spelling.split("+")))] = english
    return phrases


KNOWN_HINDI: frozenset[str] = frozenset(
    {word for phrase in concept_phrases() for word in phrase.split()}
    | {_levelled(word) for word in concepts.KNOWN_HINDI_WORDS.split()}
    | set(hindi.ALIASES.values())
    | set(aims())
    | set(hindi.NUMBERS)
    | set(hindi.ORDINALS)
)


def spelled(word: str, vocabulary: frozenset[str]) -> str:
    """The levelled word that was meant, by the rule of `spelling.spelled`."""
    if word.isascii():
        return spelled_in_english(word, vocabulary)
    return _spelled(word, vocabulary) if _SHORTEST <= len(word) <= LONGEST_WORD else word


@lru_cache(maxsize=32_768)
def _spelled(word: str, vocabulary: frozenset[str]) -> str:
    known = _known(vocabulary)
    if word in known:
        return word
    meant = {candidate for candidate in _slips(word) if candidate in known}
    meant.update(_with_a_sign_more(vocabulary).get(word, ()))
    return meant.pop() if len(meant) == 1 else word


@lru_cache(maxsize=8)
def _known(vocabulary: frozenset[str]) -> frozenset[str]:
    return KNOWN_HINDI | {_levelled(word) for word in vocabulary if not word.isascii()}


@lru_cache(maxsize=8)
def _with_a_sign_more(vocabulary: frozenset[str]) -> Mapping[str, list[str]]:
    """Known words under each of their forms without one inner vowel sign, virama or nasal."""
    found: dict[str, list[str]] = {}
    for word in _known(vocabulary):
        for at in range(1, min(len(word), LONGEST_WORD) - 2):
            if word[at] in _LOOSE:
                found.setdefault(word[:at] + word[at + 1 :], []).append(word)
    return found


def _slips(word: str) -> set[str]:
    """The word with one sign swapped for its twin, dropped, or changed over with the next."""
    found: set[str] = set()
    for at in range(1, len(word)):
        left, right = word[:at], word[at:]
        for one, other in _TWINS_BY_SIGN.get(right[0], ()):
            if right.startswith(one):
                found.add(left + other + right[len(one) :])
        if len(right) > 1:
            if right[0] in _LOOSE:
                found.add(left + right[1:])
            found.add(left + right[1] + right[0] + right[2:])
    return found


def _twins_by_sign() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for one, other in (*_TWINS, *(pair[::-1] for pair in _TWINS)):
        found.setdefault(one[0], []).append((one, other))
    return found


_TWINS_BY_SIGN = _twins_by_sign()
