"""Questions that are certain by their words: every one of them is expected, none is left over."""

import re
from fractions import Fraction

from vidya.core.words import fold_devanagari, tokens

NUMBER = re.compile(r"(?<![\d.])-?\d+(?:\.\d+)?(?![\d.]*\d)")
_STATED = re.compile(
    r"(?:\b(?:is|are|was|be|equals?(?: to)?)|=)\s*-?\d|\d (?:numbers|observations|values|marks|संख्या|आंकड)"
    r"|\d\s*(?:है|हैं|hai|hain)(?!\S)"
)
_MOST_DIGITS = 12
_PLAIN = """
what whats is are the a an of and find calculate compute tell me give please pls sir how much do you
find out value will be get work it its if then in for with by to has have having whose which that
कृपया क्या है हैं का की के को और व तथा ज्ञात करो कीजिए करें निकालो निकालिए बताओ बताइए में से कितना कितनी कितने होता
होती होते होगा होगी यदि तो इसका उसका एक किसी जिसकी जिसका जिसके हो दो मान
kya hai hain hote ka ki ke ko aur nikalo nikaliye batao bataiye me mein se kitna kitni kitne hota hoti hoga
agar to karo kijiye ek jiski jiska ho gyat
"""
PLAIN_WORDS = frozenset(map(fold_devanagari, _PLAIN.split()))


def word_set(*tables: str) -> frozenset[str]:
    """The words of some tables, in the one spelling in which they are compared."""
    return frozenset(fold_devanagari(word) for table in tables for word in table.split())


def words_in(text: str) -> list[str]:
    """All words, without the numbers."""
    return [word for word in map(fold_devanagari, tokens(text)) if not word[0].isdigit()]


def states_a_result(text: str) -> bool:
    """Whether a number may be what came out, or a count: "the LCM is 36", "the mean of 5 numbers"."""
    return _STATED.search(text) is not None


def says_only(text: str, *expected: frozenset[str]) -> bool:
    """Whether there is no word but these and the plain ones."""
    return set(words_in(text)) <= PLAIN_WORDS.union(*expected)


def numbers_in(text: str) -> list[Fraction]:
    """All numbers in the order written; none where one of them is too long to be meant."""
    found = NUMBER.findall(text)
    if any(len(each) > _MOST_DIGITS for each in found):
        return []
    return [Fraction(each) for each in found]


def whole_numbers_in(text: str) -> list[int]:
    """The numbers, if all are whole and above zero; otherwise none."""
    found = numbers_in(text)
    if any(each.denominator != 1 or each <= 0 for each in found) or re.search(
        r"\d\s*[/^.]\s*\d", text
    ):
        return []
    return [int(each) for each in found]
