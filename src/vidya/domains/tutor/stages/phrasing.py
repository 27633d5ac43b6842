"""Turns of speech looked for in what somebody said, as whole words in one spelling."""

import re
from functools import lru_cache

from vidya.core.words import INDIC, fold_devanagari, tokens

_INDIC_WORD = re.compile(f"[{INDIC}]+")


@lru_cache(maxsize=64)
def spelled(text: str) -> str:
    """The words of a text in lower case and one spelling, with one space between them."""
    return " ".join(map(fold_devanagari, tokens(text)))


def turns_of_speech(*patterns: str) -> re.Pattern[str]:
    """Finds any of these patterns in a `spelled` text; words in Devanagari may be in any spelling.

    A word ends where white space does: a boundary of `re` would cut Hindi at its vowel signs.
    """
    folded = (_INDIC_WORD.sub(lambda word: fold_devanagari(word[0]), each) for each in patterns)
    return re.compile(rf"(?<!\S)(?:{'|'.join(folded)})(?!\S)")
