"""The figures in a text: its numbers, however they are written, and its formulas."""

import re
from dataclasses import dataclass
from fractions import Fraction

from vidya.core.words import tokens

Figure = Fraction | str
"""A number by its value, a formula such as CO2 by its letters."""

_SIGN = r"(?:(?<![\w)%])(?<![\d)%][ ])(?<!\b[A-Za-z][ ])-(?=\d))"
NUMBER = rf"{_SIGN}?\d+(?:\.\d+)?"
"""In a text made plain. A minus is a sign where nothing before it could be taken from."""

_FIGURE = re.compile(
    rf"(?P<formula>(?<![A-Za-z])[A-Za-z]+\d[A-Za-z\d]*)"
    rf"|(?<![A-Za-z]\^)(?<![A-Za-z]\^-)(?<!\w)(?P<number>{NUMBER})"  # no power of a unit
)
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_SUPERSCRIPT = re.compile(r"[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", "⁺")
_SIGNS = str.maketrans(
    {
        **dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True)),
        **dict(
            zip("½¼¾⅓⅔⅕⅛", (" 1/2", " 1/4", " 3/4", " 1/3", " 2/3", " 1/5", " 1/8"), strict=True)
        ),
        **dict.fromkeys("−–", "-"),
        **dict.fromkeys("∙⋅·×✕", "*"),
        **dict.fromkeys("÷⁄", "/"),
    }
)
_GROUPING = re.compile(r"(?<=\d),(?=(?:\d{2,3},)*\d{3}(?!\d))")

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_HINDI_SMALL = "एक दो तीन चार पाँच छह सात आठ नौ दस"
_LARGE = {
    **dict.fromkeys(("hundred", "सौ"), 100),
    **dict.fromkeys(("thousand", "हज़ार", "हजार"), 1000),
    **dict.fromkeys(("lakh", "लाख"), 100_000),
    "million": 1_000_000,
    **dict.fromkeys(("crore", "करोड़"), 10_000_000),
    "billion": 1_000_000_000,
}
_WORDS = {
    **{word: value for value, word in enumerate(_SMALL.split(), start=1)},
    **{word: value for value, word in enumerate(_HINDI_SMALL.split(), start=1)},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
    **_LARGE,
    "पांच": 5,
}
_SCALED = re.compile(rf"(\d+(?:\.\d+)?) ({'|'.join(_LARGE)})(?!\w)", re.IGNORECASE)
_UNCOUNTED = 10
"""Up to here a number word counts nothing as often as not: one of them, two things follow."""


@dataclass(frozen=True)
class Figures:
    stated: frozenset[Figure]
    """What a source must bear out."""
    known: frozenset[Figure]
    """What is borne out, where the text is a source."""


def figures(text: str) -> Figures:
    """The figures that a text states; seventy-two and 72, two lakh and 2,00,000 are the same."""
    plain = make_plain(text)
    digits = frozenset(_in_digits(plain))
    words = frozenset(_in_words(plain))
    return Figures(
        stated=digits | {value for value in words if value > _UNCOUNTED},
        # Who says "4 degrees below zero" of -4 degrees is right.
        known=digits | words | {abs(f) for f in digits if isinstance(f, Fraction)},
    )


def make_plain(text: str) -> str:
    """The text with digits of every script as 0 to 9, powers as ^2, and one sign an operation."""
    text = _SUPERSCRIPT.sub(lambda raised: "^" + raised[0].translate(_RAISED), text)
    text = _FOREIGN_DIGIT.sub(lambda digit: str(int(digit[0])), text.translate(_SIGNS))
    text = _GROUPING.sub("", " ".join(text.split()))
    return _SCALED.sub(_scale, text)


def _scale(found: re.Match[str]) -> str:
    value = Fraction(found[1]) * _LARGE[found[2].casefold()]
    return str(value) if value.denominator == 1 else found[0]


def _in_digits(plain: str) -> list[Figure]:
    return [
        found["formula"].casefold() if found["formula"] else Fraction(found["number"])
        for found in _FIGURE.finditer(plain)
    ]


def _in_words(plain: str) -> list[Fraction]:
    values: list[int] = []
    before = 0
    for word in tokens(plain):
        value = _WORDS.get(word, 0)
        if 20 <= before < 100 and 0 < value < 10:  # seventy-two
            value += values.pop()
        elif 0 < before < 100 <= value:  # three hundred
            value *= values.pop()
        if value:
            values.append(value)
        before = value
    return [Fraction(value) for value in values]
