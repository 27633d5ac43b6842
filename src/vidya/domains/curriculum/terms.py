"""The numbers that stand for words and subjects in the postings, and which a passage has."""

from collections import Counter
from hashlib import blake2b, sha256

from vidya.core.words import content_stems
from vidya.domains.curriculum.models import NewPassage

_MOST = 32_767
"""What a smallint holds. No passage of a sensible length comes near."""


def term_number(stem: str, language: str) -> int:
    """A stem as the 64-bit number that stands for it in the postings."""
    digest = blake2b(f"{language}:{stem}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def subject_number(subject: str) -> int:
    """A subject as the 32-bit number that stands for it in the postings; 0008_search.sql too."""
    return int.from_bytes(sha256(subject.encode()).digest()[:4], "big", signed=True)


def frequencies(passage: NewPassage, *, language: str) -> dict[int, int]:
    """How often each term occurs; none in a passage that is not to be quoted.

    The heading says what a passage is about: its words count as the passage's own.
    """
    if not passage.quotable:
        return {}
    text = f"{passage.heading}. {passage.body}"
    counts = Counter(term_number(stem, language) for stem in content_stems(text, language=language))
    return {term: min(count, _MOST) for term, count in counts.items()}


def length(counts: dict[int, int]) -> int:
    """The words of a passage that count in a search."""
    return min(sum(counts.values()), _MOST)


def terms_hash(counts: dict[int, int]) -> bytes:
    """16 bytes that change when the passage would be indexed otherwise."""
    text = " ".join(f"{term}:{count}" for term, count in sorted(counts.items()))
    return blake2b(text.encode(), digest_size=16).digest()
