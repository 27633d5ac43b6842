"""The plainest numbers, alone or with a common unit, read without taking a sentence apart."""

import re

from vidya.channels.voice.speakable.languages import TONGUES
from vidya.channels.voice.speakable.numerals import NUMBER, say_amount
from vidya.channels.voice.speakable.tongue import Reading, Tongue
from vidya.channels.voice.speakable.unit_names import BARE_COMPOUNDS, UNITS
from vidya.channels.voice.speakable.units import Unit, names_a_section, unit_after_number

# Up to three digits, a grouped number or a decimal: what cannot be a year or a telephone number.
_NUMBER = re.compile(
    rf"(?:[0-9]{{1,3}}(?![0-9,.]?[0-9])|(?=[0-9]+[,.][0-9]){NUMBER})(?![,.]?[0-9])"
)
_UNIT = re.compile(
    r"[ ](°?[A-Za-zΩ]{1,5}(?:/[A-Za-z]{1,3})?[²³]?)(?![A-Za-z0-9⁻^/(·])|[ ]?(%|°[CF]?)"
)
# No sum, fraction, date or time goes on: a mark, or a word of some length.
_PHRASE_ENDS = re.compile(
    r"[,;?!)]?(?:$|\n|[ ](?=[a-z]{2}(?<!am|pm|rs)|[\u0900-\u097f]{2}(?<!रु)(?!े)|[A-Z][a-z]{3}))"
    r"|\.(?:$|\n|[ ][A-Z\u0900-\u097f])|।"
)
_GOES_ON = re.compile(
    r"[ ](?:बजे|सही|पूर्णांक|रु[. ]|sin|cos|tan|log|sq|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"|[ ](?:किमी|सेमी|मिमी|किग्रा|मिग्रा|मिली|ग्रा|मी|ली|[\u0900-\u097f]{1,4}\.)(?![\u0900-\u097f])"
    r"|[ ](?:कि|से|मि|मी)[./]"
)


_ARTICLE = re.compile(r"(?<![A-Za-z])[Aa]n?[ ]$")
_NOUN = re.compile(r"[ ](?!(?:of|in|is|at|to|on|and|or|for|per|with|from)\b)[a-z]{3}")


def _said_units(tongue: Tongue) -> dict[str, Unit]:
    units = {}
    for symbol in (*UNITS, *BARE_COMPOUNDS):
        unit = unit_after_number(f" {symbol}", 0, tongue)
        if unit and symbol != "pm":
            units[symbol] = unit
    return units


_UNITS = {tongue.code: _said_units(tongue) for tongue in TONGUES}


def read_quantity(text: str, at: int, tongue: Tongue) -> Reading | None:
    """A number, with its unit if it has one; None wherever it may be part of something more."""
    number = _NUMBER.match(text, at)
    if not number:
        return None
    found = _UNIT.match(text, number.end())
    unit = _UNITS[tongue.code].get(found[1] or found[2]) if found else None
    end = found.end() if found and unit else number.end()
    if not _PHRASE_ENDS.match(text, end) or _GOES_ON.match(text, end):
        return None
    words = say_amount(number[0], text, number.end(), tongue)
    if not unit or names_a_section(text, number.end(), end):
        return Reading(words, number.end())
    single = number[0] == "1" or _is_attributive(text, at, end)
    return Reading(f"{words} {unit.one if single else unit.many}", end)


def _is_attributive(text: str, at: int, end: int) -> bool:
    """A 1.5 V cell is a one point five volt cell."""
    return bool(_ARTICLE.search(text, max(0, at - 4), at) and _NOUN.match(text, end))
