"""Endings taken off the words of an Indian language, so that what they say can be compared."""

import unicodedata
from collections.abc import Iterable

from vidya.core.words import fold_devanagari

# Letters and signs that must be left: shorter words end in what looks like endings.
_SHORTEST = 2
_SHORTEST_OF_MANY = 3
_CHILLUS = {"ൌ": "ൗ", "ൻറ": "ന്റ", "ൻ്റ": "ന്റ"}
_GURMUKHI = {"ਂ": "ੰ", "ਜ਼": "ਜ", "ਫ਼": "ਫ", "ਖ਼": "ਖ", "ਗ਼": "ਗ"}
_SPELLINGS = {**_CHILLUS, **_GURMUKHI}
_DEVANAGARI = range(0x0900, 0x0980)

Ending = tuple[str, str, tuple[str, ...]]
"""What the word ends in, what is put there, and what stands behind the word for it."""


def folded(word: str) -> str:
    """One spelling for the ways in which a word of any Indian script is written."""
    if word.isascii():
        return word
    word = unicodedata.normalize("NFC", word)
    if ord(word[0]) in _DEVANAGARI:
        return fold_devanagari(word)
    for written, put in _SPELLINGS.items():
        if written in word:
            word = word.replace(written, put)
    return word


def endings_of(table: str) -> tuple[Ending, ...]:
    """The endings of a table, the longest first."""
    found: list[Ending] = []
    for line in table.strip().splitlines():
        marker, spellings = line.split(": ")
        for spelling in spellings.split():
            ending, _, put = spelling.partition(">")
            found.append((folded(ending), folded(put) if put else "", (marker,)))
    return tuple(sorted(found, key=lambda ending: -len(ending[0])))


def plural_endings_of(table: str) -> tuple[Ending, ...]:
    """Endings for "more than one", which leave nothing behind."""
    return tuple(
        (ending, put, ()) for ending, put, _ in endings_of(f"plural: {table}" if table else "")
    )


def split(word: str, passes: Iterable[tuple[Ending, ...]]) -> list[str]:
    """The word without at most one ending of each kind, and the markers of those it had."""
    markers: list[str] = []
    for endings in passes:
        for ending, put, marks in endings:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= (_SHORTEST if marks else _SHORTEST_OF_MANY):
                word = stem + put
                markers[:0] = marks
                break
    return [word, *markers]
