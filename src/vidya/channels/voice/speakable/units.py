"""Units after a number or alone, simple and compound, with their powers."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from vidya.channels.voice.speakable.tongue import Reading, Tongue, UnitNames
from vidya.channels.voice.speakable.unit_names import (
    BARE_COMPOUNDS,
    BARE_UNITS,
    PRODUCTS,
    RUN_TOGETHER,
    UNITS,
)

_SYMBOL = re.compile(
    r"""
    sq\.?[ ](?:c|k)?m (?![A-Za-z])
  | °[ ]?[CF](?![A-Za-z]) | °[ ]?[NSEW](?![A-Za-z0-9]) | [°%′″]
  | (?:मीटर/सेकंड|(?:किमी|कि\.मी\.)/घंटा|मी/से) (?![\u0900-\u097f])
  | [A-Za-zμΩÅ]{1,5}
  | [\u0900-\u097f]{1,7} (?:\.[\u0900-\u097f]{1,4})? (?![\u0900-\u097f])
    """,
    re.VERBOSE,
)
# A bare digit is a power only of a length or a time (5 N2 is nitrogen), and a bare -1 only
# of a later symbol (5 cm-3 cm is a range).
_POWER = re.compile(r"[²³]|⁻[¹²³]|\^-?[123](?![0-9.])|\^\([-−]?[1-3]\)")
_BARE_POWER = re.compile(r"-[123](?![0-9.])")
_BARE_DIGIT = re.compile(r"[23](?![0-9.])")
_TAKES_BARE_DIGIT = frozenset({"m", "km", "dm", "cm", "mm", "ft", "s"})
_SUPERSCRIPTS = str.maketrans("¹²³⁻−", "123--", "^()")
_JOINT = re.compile(r"[ ]?/\(|[ ]?/[ ]?(?=[A-Za-zμΩ])|[ ]?·[ ]?|\.(?=[A-Za-z])|[ ]")
_SPOKEN_UNIT = re.compile(
    r"°[CF](?![A-Za-z])|[A-Za-z]+(?:/[A-Za-z]+)?(?:⁻?[¹²³]|[23])?(?![A-Za-z0-9/²³])"
)
_FOLLOWED_BY_ALGEBRA = re.compile(r"[²³⁰¹⁴-⁹ⁿ^]|[ ]?[-+−=](?=[ ]?[A-Za-z0-9(])")
# Letters that stand for a quantity as often as for a unit: 3t, 2h, 5u.
_NEEDS_SPACE = frozenset("thlu")
_LONGEST = 6
_ABBREVIATING_STOP = re.compile(r"\.(?=[ ][a-z])")
_SECTION = re.compile(
    r"(?:[Cc]lass|[Ss]ection|[Gg]rade|[Ss]td\.?|[Gg]roup|[Ff]ig\.?|[Ff]igure|[Aa]rticle|[Rr]ule"
    r"|[Ss]chedule|[Pp]art|[Rr]oom|[Qq]uestion|Q\.?|कक्षा|चित्र|अनुच्छेद|धारा|प्रश्न)[ ][0-9]{1,3}$"
)


@dataclass(frozen=True, slots=True)
class _Factor:
    names: UnitNames
    power: int
    symbol: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Above the line (1) or below it (-1), and whether the unit begins here."""

    side: int
    first: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read: said of one, said of many."""

    one: str
    many: str
    end: int


def unit_after_number(text: str, at: int, tongue: Tongue) -> Unit | None:
    """The unit that begins at `at`, right after a number or one space later."""
    start = at + 1 if text[at : at + 1] == " " else at
    factors, end = _factors(text, start)
    if not factors or _is_algebra(text, at, start, end, factors):
        return None
    if names_a_section(text, at, end):
        return None
    return Unit(
        one=_said(factors, tongue, tongue.measures.one),
        many=_said(factors, tongue, tongue.measures.many),
        end=end,
    )


def names_a_section(text: str, at: int, end: int) -> bool:
    """Class 10 A is a section, not ten amperes; the number ends at `at`, the letter at `end`."""
    return text[end - 1].isupper() and bool(_SECTION.search(text, max(0, at - 14), at))


def read_bare_unit(text: str, at: int, tongue: Tongue) -> Reading | None:
    """A unit with no number before it: "measured in km/h"."""
    found = _SPOKEN_UNIT.match(text, at)
    if not found or (found[0] not in BARE_COMPOUNDS and not _is_bare(found[0])):
        return None
    factors, end = _factors(text, at)
    if end != found.end():
        return None
    return Reading(_said(factors, tongue, tongue.measures.many), end)


def _is_bare(written: str) -> bool:
    return written.rstrip("²³") in BARE_UNITS or written[0] == "°"


def _factors(text: str, at: int) -> tuple[list[_Factor], int]:
    factors, end = _next_factors(text, at, _Place(side=1, first=True))
    while factors and len(factors) < _LONGEST:
        joint = _JOINT.match(text, end)
        if not joint:
            break
        if joint[0].endswith("("):
            return _denominator(text, joint.end(), factors, end)
        more, after = _joined(text, joint, factors[-1])
        if not more:
            break
        factors, end = factors + more, after
    return factors, end


def _joined(text: str, joint: re.Match[str], left: _Factor) -> tuple[list[_Factor], int]:
    """The symbol after a slash, a dot or a space, if it belongs to the same unit."""
    below = _Place(side=-1, first=False)
    beside = _Place(side=-1 if left.power < 0 else 1, first=False)
    if joint[0] != " ":
        return _next_factors(text, joint.end(), below if "/" in joint[0] else beside)
    more, end = _next_factors(text, joint.end(), _Place(side=1, first=False))
    if more and more[0].power < 0:
        return more, end
    if more and (left.symbol, more[0].symbol) in PRODUCTS:
        return _next_factors(text, joint.end(), beside)
    return [], end


def _denominator(text: str, at: int, above: list[_Factor], end: int) -> tuple[list[_Factor], int]:
    """The bracket of J/(kg K), or nothing more than `above` if it is no unit."""
    below: list[_Factor] = []
    while len(below) < _LONGEST:
        more, at = _next_factors(text, at, _Place(side=-1, first=False))
        below += more
        if text[at : at + 1] == ")" and below:
            return above + below, at + 1
        if not more or text[at : at + 1] not in (" ", "·"):
            break
        at += 1
    return above, end


def _next_factors(text: str, at: int, place: _Place) -> tuple[list[_Factor], int]:
    """One symbol with its power, or two written together; nothing if it is no unit."""
    found = _SYMBOL.match(text, at)
    if not found:
        return [], at
    symbol = found[0].replace("° ", "°").replace("sq. ", "sq ")
    raised, end = _power_at(text, found.end(), symbol, place)
    if symbol[0].isalpha() and text[end : end + 1].isalnum():
        return [], at
    if symbol in RUN_TOGETHER and (symbol != "ms" or raised != 1):
        first, last = (_Factor(UNITS[name], place.side, name) for name in RUN_TOGETHER[symbol])
        return [first, replace(last, power=place.side * raised)], end
    if symbol not in UNITS:
        return [], at
    return [_Factor(UNITS[symbol], place.side * raised, symbol)], _after_dot(text, symbol, end)


def _power_at(text: str, at: int, symbol: str, place: _Place) -> tuple[int, int]:
    power = _POWER.match(text, at)
    if not power and (not place.first or symbol in RUN_TOGETHER):
        power = _BARE_POWER.match(text, at)
    if not power and symbol in _TAKES_BARE_DIGIT:
        power = _BARE_DIGIT.match(text, at)
    if not power:
        return 1, at
    return int(power[0].translate(_SUPERSCRIPTS)), power.end()


def _after_dot(text: str, symbol: str, end: int) -> int:
    # कि.मी. ends in a full stop of its own; "5 m. long" in one that ends no sentence.
    if "." in symbol:
        return end + (text[end : end + 1] == ".")
    return end + bool(_ABBREVIATING_STOP.match(text, end))


def _is_algebra(text: str, at: int, start: int, end: int, factors: list[_Factor]) -> bool:
    """2m + 3 = 11 speaks of a letter; 2 m, and 2m at the end of a phrase, of metres."""
    if at != start or len(factors) > 1 or not factors[0].symbol.isalpha():
        return False
    symbol = factors[0].symbol
    if len(symbol) > 1 or not symbol.isascii():
        return False
    return symbol in _NEEDS_SPACE or bool(_FOLLOWED_BY_ALGEBRA.match(text, end))


def _said(factors: list[_Factor], tongue: Tongue, number: Callable[[UnitNames], str]) -> str:
    above = [factor for factor in factors if factor.power > 0]
    below = [factor for factor in factors if factor.power < 0]
    words = [_powered(factor, tongue, tongue.measures.one) for factor in above[:-1]]
    words += [_powered(factor, tongue, number) for factor in above[-1:]]
    if below:
        words.append(tongue.measures.per)
        words += [_powered(factor, tongue, tongue.measures.one) for factor in below]
    return " ".join(words)


def _powered(factor: _Factor, tongue: Tongue, number: Callable[[UnitNames], str]) -> str:
    name = number(factor.names)
    power = abs(factor.power)
    return name if power == 1 else tongue.measures.powered(name, power)
