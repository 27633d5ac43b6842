"""What a sentence denies, so that an answer does not deny what its source says, or the reverse."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vidya.core.sentences import split_sentences
from vidya.core.words import STOP_WORDS, fold_devanagari, stems, tokens

_DENYING = """
not never no none neither nor nobody nothing cannot without नहीं नही न ना मत बिना बगैर
"""
_NEGATORS = frozenset(map(fold_devanagari, _DENYING.split()))
_OF_DEGREE = frozenset(("only", "just", "merely", "less", "more", "केवल", "सिर्फ", "सिर्फ़", "मात्र"))
_STOP = frozenset(map(fold_devanagari, STOP_WORDS["en"] | STOP_WORDS["hi"]))
_ALIKE, _COVERED = 0.6, 0.4
"""The shares of its words, and of its source's, by which a sentence says the same or its opposite."""
_AS_ALIKE = 0.9
_NEAR = 3  # words from a Hindi negator back to what it denies


@dataclass(frozen=True)
class _Claim:
    words: frozenset[str]
    denied: frozenset[str]
    """The words that a negator stands before (in Hindi, behind)."""
    only_denied: frozenset[str]
    """Those among them that are not said besides."""


def contradicts(text: str, sources: Iterable[str], *, language: str) -> bool:
    """Whether the source sentence nearest to it denies what it says, or says what it denies.

    Where sentences that are as near disagree, the text is not held against any of them.
    """
    claim = _claim(text, language)
    if not claim.words:
        return False
    near = [(_alike(claim, each), each) for source in sources for each in _claims(source, language)]
    best = max((share for share, _ in near), default=0.0)
    if best < _ALIKE:
        return False
    rivals = [each for share, each in near if share >= _AS_ALIKE * best]
    return all(_opposes(claim, each) for each in rivals)


@lru_cache(maxsize=1_024)
def _claims(source: str, language: str) -> tuple[_Claim, ...]:
    return tuple(_claim(sentence, language) for sentence in split_sentences(source))


def _claim(text: str, language: str) -> _Claim:
    words = [fold_devanagari(word) for word in tokens(text)]
    if words[:1] in (["no"], ["yes"]):
        words = words[1:]
    stemmed = [stems(word, language=language)[0] if word not in _STOP else "" for word in words]
    told = Counter(s for word, s in zip(words, stemmed, strict=True) if s and not _denies(word))
    denied: set[str] = set()
    for at, word in enumerate(words):
        if _denies(word) and not _OF_DEGREE & set(words[at + 1 : at + 2]):
            denied |= _denied_at(words, stemmed, at)
    only = frozenset(each for each in denied if told[each] == 1)
    return _Claim(frozenset(told), frozenset(denied), only)


def _denies(word: str) -> bool:
    return word in _NEGATORS or word.endswith("n't")


def _denied_at(words: Sequence[str], stemmed: Sequence[str], at: int) -> set[str]:
    """What is denied: the next word of meaning; in Hindi the one before, and a verb behind."""
    behind = next((stem for stem in stemmed[at + 1 :] if stem), "")
    if words[at].isascii():
        return {behind} - {""}
    before = next((stem for stem in reversed(stemmed[max(0, at - _NEAR) : at]) if stem), "")
    return {before, behind} - {""}


def _alike(claim: _Claim, source: _Claim) -> float:
    shared = len(claim.words & source.words)
    if not source.words or shared < _COVERED * len(source.words):
        return 0.0
    return shared / len(claim.words)


def _opposes(claim: _Claim, source: _Claim) -> bool:
    """Whether one of them denies a word that the other one says, and otherwise they deny alike."""
    left_out, added = source.denied - claim.denied, claim.denied - source.denied
    if left_out and added:
        return False
    said_after_all = left_out & source.only_denied
    return bool(added & source.words) or (bool(said_after_all) and left_out <= claim.words)
