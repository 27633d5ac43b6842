"""Slips in Hindi words, and the school words that a slip may have meant."""

from functools import lru_cache

from vidya.core.words import fold_devanagari
from vidya.domains.tutor.same_question import hindi
from vidya.domains.tutor.same_question.hindi_frames import aims
from vidya.domains.tutor.same_question.hindi_lemmas import hindi_lemma
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
    return _spelled(word, vocabulary) if len(word) >= _SHORTEST else word


@lru_cache(maxsize=32_768)
def _spelled(word: str, vocabulary: frozenset[str]) -> str:
    known = _known(vocabulary)
    if word in known:
        return word
    meant = {candidate for candidate in _slips(word) if candidate in known}
    return meant.pop() if len(meant) == 1 else word


@lru_cache(maxsize=8)
def _known(vocabulary: frozenset[str]) -> frozenset[str]:
    return KNOWN_HINDI | {_levelled(word) for word in vocabulary if not word.isascii()}


def _slips(word: str) -> set[str]:
    """The word with one sign swapped for its twin, dropped, doubled or left out."""
    found: set[str] = set()
    for at in range(1, len(word)):
        left, right = word[:at], word[at:]
        for one, other in _TWINS:
            if right.startswith(one):
                found.add(left + other + right[len(one) :])
            elif right.startswith(other):
                found.add(left + one + right[len(other) :])
        if len(right) > 1:
            found |= {left + sign + right for sign in _LOOSE}
            if right[0] in _LOOSE:
                found.add(left + right[1:])
            found.add(left + right[1] + right[0] + right[2:])
    return found
