"""English number words, counted in lakhs and crores as in India."""

from functools import lru_cache

_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
_TENS = [
    "zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
]  # fmt: skip
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
# Parts said by the place they take ("seven twelfths"); any other is said "by".
_NAMED_PARTS = frozenset(range(2, 21))
_SCALES = ((10_000_000, "crore"), (100_000, "lakh"), (1_000, "thousand"))

DIGITS = tuple(_UNITS[:10])


def cardinal(number: int) -> str:
    """45,67,890 is "forty-five lakh sixty-seven thousand eight hundred and ninety"."""
    if number < 1_000:
        return _below_thousand(number)
    scale, name = next(step for step in _SCALES if number >= step[0])
    head = f"{cardinal(number // scale)} {name}"
    rest = number % scale
    if not rest:
        return head
    link = " and " if rest < 100 else " "
    return head + link + cardinal(rest)


def ordinal(number: int) -> str:
    """21 is "twenty-first"."""
    words = cardinal(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last in _ORDINALS:
        return head + _ORDINALS[last]
    if last.endswith("y"):
        return f"{head}{last[:-1]}ieth"
    return f"{head}{last}th"


def ordinal_with(number: int, ending: str) -> str:
    """English ordinals have one form, whatever ending is written."""
    del ending
    return ordinal(number)


def year(number: int) -> str:
    """1947 is "nineteen forty-seven", 2005 "two thousand five", 1905 "nineteen oh five"."""
    century, rest = divmod(number, 100)
    if 2000 <= number < 2010:
        return "two thousand" + (f" {cardinal(rest)}" if rest else "")
    if not 1100 <= number <= 2099:
        return cardinal(number)
    if rest == 0:
        return f"{cardinal(century)} hundred"
    between = " oh " if rest < 10 else " "
    return cardinal(century) + between + cardinal(rest)


def decade(number: int) -> str:
    """1990 is "nineteen nineties", 20 "twenties"."""
    words = year(number)
    return words[:-1] + "ies" if words.endswith("y") else words + "s"


def decimal(whole: int, places: str) -> str:
    """3 and "14" are "three point one four"."""
    return f"{cardinal(whole)} point {' '.join(DIGITS[int(place)] for place in places)}"


def fraction(top: int, bottom: int) -> str:
    """3 over 4 is "three fourths"; 22 over 7, not less than a whole, "twenty-two by seven"."""
    if top >= bottom or bottom not in _NAMED_PARTS:
        return f"{cardinal(top)} by {cardinal(bottom)}"
    part = "half" if bottom == 2 else ordinal(bottom)
    if top == 1:
        return f"one {part}"
    return f"{cardinal(top)} {'halves' if bottom == 2 else part + 's'}"


def mixed(whole: int, part: str) -> str:
    """2 and "one half" are "two and one half"."""
    return f"{cardinal(whole)} and {part}"


def part_of(part: str, unit: str) -> str:
    """Three fourths of a metre."""
    article = "an" if unit[0] in "aeio" or unit.startswith("hour") else "a"
    return f"{part} of {article} {unit}"


@lru_cache(maxsize=1_000)
def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = f"{_UNITS[hundreds]} hundred"
    return f"{head} and {_below_hundred(rest)}" if rest else head


def _below_hundred(number: int) -> str:
    if number < 20:
        return _UNITS[number]
    tens, units = divmod(number, 10)
    return f"{_TENS[tens]}-{_UNITS[units]}" if units else _TENS[tens]
