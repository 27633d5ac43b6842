"""Dates and years, in the forms that Indian textbooks write."""

import re

from vidya.channels.voice.speakable.tongue import Reading, Tongue

_MONTH_NAMES = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
]  # fmt: skip
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_DAY_FIRST = re.compile(
    rf"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?[ ](?:of[ ])?(?P<month>{MONTH})"
    rf"(?:,?[ ](?P<year>[0-9]{{3,4}})(?![0-9,.]*[0-9]))?"
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{MONTH})[ ]"
    rf"(?:(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:.]*[0-9])(?:,?[ ](?P<year>[0-9]{{4}}))?"
    rf"|(?P<only>[0-9]{{4}}))(?![0-9,.]*[0-9])"
)
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9-])")
_SLASHED = re.compile(
    r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4}|[0-9]{2})(?![0-9/.-])"
)
_DECADE = re.compile(r"(?P<year>[1-2][0-9]{2}0|[2-9]0)(?:'|’)?s(?![A-Za-z])")
# Not the year of a date, a span, a decade or a number that goes on.
_YEAR = re.compile(
    r"(?:1[1-9]|20)[0-9]{2}(?![0-9A-Za-z:/'’]|[,.][0-9]|[ ]?[-–—][ ]?[0-9]|[ ][0-9])"
)
_YEARS = re.compile(
    r"((?:1[1-9]|20)[0-9]{2})(?:[-–—]|[ ][–—-][ ])((?:1[1-9]|20)?[0-9]{2})(?![0-9]|[-/.,][0-9])"
)

# Evidence around four digits that they count something.
_COUNTS_BEFORE = re.compile(
    r"(?:[=+×÷*/^√<>≤≥−-][ ]?"
    r"|\b(?:number|HCF|LCM|GCD|factors?|multiples?|sum|product|squares?|cubes?|root|divid\w*"
    r"|digits?|add|subtract|round|total|value|cost|costs|price|population|over"
    r"|exactly|every|than|have|has|are|weighs?|संख्या|गुणनखंड|योग|गुणनफल|वर्ग|घन|कुल)"
    r"(?:[ ](?:of|is|to|the|का|के))*(?:[ ][0-9,]+[ ](?:and|और|by))?[ ])$"
)
_COUNTS_AFTER = re.compile(
    r"[ ]?[=+×÷*/^²³%°<>≤≥]"
    r"|[ ](?!(?:was|is|has|his|this|as|its|towards|always|sometimes|perhaps)\b)[a-z]{2,}s\b"
    r"|[ ](?:people|men|women|children|rupees|lakh|crore|है और)"
)
# The years before 1500 need a word that says so.
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|year|until|till|around|circa|during|from|after|before|AD|CE)"
    r"|सन्|सन|वर्ष|ई\.|ईस्वी)[ ]$"
)
_YEAR_AFTER = re.compile(r"[ ](?:AD|CE|BCE?|में|ई\.|ईसवी|ईस्वी)(?![A-Za-z])")
_LOOK_BACK = 48
_LONGEST_PREPOSITION = 9
_FIRST_PLAIN_YEAR = 1500


def read_date(text: str, at: int, tongue: Tongue) -> Reading | None:
    """15 August 1947, August 15, 1947, 1947-08-15, 15/08/1947, 15th August."""
    for pattern in (_DAY_FIRST, _ISO, _SLASHED):
        found = pattern.match(text, at)
        if found:
            return _spoken_date(found, tongue)
    return None


def read_month(text: str, at: int, tongue: Tongue) -> Reading | None:
    """A date that begins with its month: August 15, 1947, or August 1947."""
    found = _MONTH_FIRST.match(text, at)
    if not found:
        return None
    if not found["only"]:
        return _spoken_date(found, tongue)
    month = tongue.measures.months[_month_number(found["month"]) - 1]
    return Reading(f"{month} {tongue.counting.year(int(found['only']))}", found.end())


def read_decade(text: str, at: int, tongue: Tongue) -> Reading | None:
    """1990s, 1900s, 20s."""
    found = _DECADE.match(text, at)
    return Reading(tongue.counting.decade(int(found["year"])), found.end()) if found else None


def read_years(text: str, at: int, tongue: Tongue) -> Reading | None:
    """A span of years: 1914-1918, 2023-24."""
    found = _YEARS.match(text, at)
    if not found:
        return None
    begin, finish = found.groups()
    if int(begin[: 4 - len(finish)] + finish) <= int(begin):
        return None
    year = tongue.counting.year
    return Reading(f"{year(int(begin))} {tongue.counting.to} {year(int(finish))}", found.end())


def read_year(text: str, at: int, tongue: Tongue) -> Reading | None:
    """Four digits that are a year, as far as the words around them tell."""
    found = _YEAR.match(text, at)
    if not found or not _is_year(text, at, found.end()):
        return None
    return Reading(tongue.counting.year(int(found[0])), found.end())


def _is_year(text: str, at: int, end: int) -> bool:
    if _YEAR_AFTER.match(text, end):
        return True
    if _COUNTS_AFTER.match(text, end):
        return False
    if _YEAR_BEFORE.search(text, max(0, at - _LONGEST_PREPOSITION), at):
        return True
    if int(text[at:end]) < _FIRST_PLAIN_YEAR:
        return False
    return not _COUNTS_BEFORE.search(text, max(0, at - _LOOK_BACK), at)


def _spoken_date(found: re.Match[str], tongue: Tongue) -> Reading | None:
    day, month = int(found["day"]), _month_number(found["month"])
    if month > 12 >= day:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    year = tongue.counting.year(int(found["year"])) if found["year"] else ""
    return Reading(tongue.measures.date(day, month, year), found.end())


def _month_number(written: str) -> int:
    if written.isdecimal():
        return int(written)
    return _MONTH_NAMES.index(written[:3].lower()) + 1
