"""A result that was computed, with the steps that led to it, and how numbers are written in it."""

from dataclasses import dataclass
from fractions import Fraction

_PLACES = 3
_MOST_DECIMALS = 6


@dataclass(frozen=True)
class Computed:
    kind: str
    """What was computed, such as `arithmetic` or `lcm`."""
    result: str
    """Exact: a fraction stays one, π and √ stay."""
    steps: tuple[str, ...]
    """Sentences for the ear, the last of which says the result."""


class NotCertain(ValueError):
    """It cannot be read in one way only, or is larger than anybody wants to hear."""


def in_language(language: str, english: str, hindi: str) -> str:
    return hindi if language == "hi" else english


def written(value: Fraction) -> str:
    """A whole number, or a fraction in its lowest terms, with a real minus sign."""
    return str(value).replace("-", "−")


def in_decimals(value: Fraction) -> str | None:
    """The value as a decimal of six places at most; None where that would not be exact."""
    scaled = value * 10**_MOST_DECIMALS
    if scaled.denominator != 1:
        return None
    return _with_point(scaled.numerator, _MOST_DECIMALS)


def rounded(value: Fraction) -> str:
    """To three places, half away from zero."""
    scaled = abs(value) * 10**_PLACES
    nearest = int(scaled + Fraction(1, 2))
    return _with_point(-nearest if value < 0 else nearest, _PLACES)


def short(value: Fraction) -> str:
    """As a decimal where that is exact, otherwise as a fraction."""
    return in_decimals(value) or written(value)


def told(value: Fraction, language: str) -> str:
    """The value, and as what decimal a fraction is heard: "1/3, which is about 0.333, rounded"."""
    if value.denominator == 1:
        return written(value)
    exact = in_decimals(value)
    if exact is not None:
        return in_language(
            language, f"{written(value)}, which is {exact}", f"{written(value)}, यानी {exact}"
        )
    about = rounded(value)
    return in_language(
        language,
        f"{written(value)}, which is about {about}, rounded to three places",
        f"{written(value)}, यानी लगभग {about}, तीन दशमलव तक पूर्णांकित",
    )


def _with_point(scaled: int, places: int) -> str:
    sign = "−" if scaled < 0 else ""
    whole, part = divmod(abs(scaled), 10**places)
    decimals = f"{part:0{places}d}".rstrip("0")
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"
