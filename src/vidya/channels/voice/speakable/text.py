"""A written answer, written out for the ear."""

from collections.abc import Callable

from vidya.channels.voice.speakable.chemistry import read_arrow, read_chemistry
from vidya.channels.voice.speakable.clock import read_time
from vidya.channels.voice.speakable.dates import (
    read_date,
    read_decade,
    read_month,
    read_year,
    read_years,
)
from vidya.channels.voice.speakable.languages import LanguageNotSpoken, get_tongue
from vidya.channels.voice.speakable.latex import without_latex
from vidya.channels.voice.speakable.letters import (
    read_abbreviation,
    read_capitals,
    read_dotted,
    read_lone_letter,
    read_mixed_case,
)
from vidya.channels.voice.speakable.markup import without_markup
from vidya.channels.voice.speakable.mathematics import read_expression, read_sum
from vidya.channels.voice.speakable.money import read_money
from vidya.channels.voice.speakable.number_forms import (
    read_dialled,
    read_label,
    read_number,
    read_ordinal,
    read_outline,
    read_phone,
    read_range,
    read_spoken_mixed,
)
from vidya.channels.voice.speakable.quantities import read_quantity
from vidya.channels.voice.speakable.roman import read_bracketed_roman, read_roman
from vidya.channels.voice.speakable.signs import read_isotope, read_sign
from vidya.channels.voice.speakable.spoken import Spoken
from vidya.channels.voice.speakable.stops import end_of_word, next_stop
from vidya.channels.voice.speakable.tongue import Reading, Tongue
from vidya.channels.voice.speakable.units import read_bare_unit
from vidya.channels.voice.speakable.variants import in_plain_signs

__all__ = ["LanguageNotSpoken", "speakable"]

_Reader = Callable[[str, int, Tongue], Reading | None]

# Most particular first: what a reader does not recognise, the next one may.
_FROM_A_DIGIT: tuple[_Reader, ...] = (
    read_dialled,
    read_quantity,
    read_year,
    read_sum,
    read_phone,
    read_date,
    read_years,
    read_time,
    read_decade,
    read_ordinal,
    read_money,
    read_outline,
    read_spoken_mixed,
    read_chemistry,
    read_range,
    read_expression,
    read_number,
)
_FROM_A_CAPITAL: tuple[_Reader, ...] = (
    read_abbreviation,
    read_money,
    read_month,
    read_roman,
    read_dotted,
    read_chemistry,
    read_expression,
    read_bare_unit,
    read_label,
    read_capitals,
    read_lone_letter,
)
_FROM_A_SMALL_LETTER: tuple[_Reader, ...] = (
    read_abbreviation,
    read_bare_unit,
    read_mixed_case,
    read_chemistry,
    read_expression,
    read_lone_letter,
)
_FROM_A_BRACKET: tuple[_Reader, ...] = (read_bracketed_roman, read_chemistry, read_expression)
_FROM_A_SIGN: tuple[_Reader, ...] = (
    read_money,
    read_phone,
    read_bare_unit,
    read_isotope,
    read_arrow,
    read_expression,
    read_sign,
)
_FROM_ANOTHER_SCRIPT: tuple[_Reader, ...] = (read_abbreviation, read_money)


def speakable(text: str, *, language: str) -> str:
    """The text with its numbers, units, formulas and marks in words; plain prose is unchanged.

    Raises LanguageNotSpoken for a language other than "en" and "hi".
    """
    tongue = get_tongue(language)
    text = without_latex(in_plain_signs(text))
    return _read_aloud(without_markup(text, tongue.phrases), tongue)


def _read_aloud(text: str, tongue: Tongue) -> str:
    spoken = Spoken()
    unread = at = 0
    while (at := next_stop(text, at, tongue)) < len(text):
        reading = _reading_at(text, at, tongue)
        if reading:
            spoken.add_text(text[unread:at])
            spoken.add_words(reading.words)
            unread = at = reading.end
        else:
            at = end_of_word(text, at)
    spoken.add_text(text[unread:])
    return spoken.text()


def _reading_at(text: str, at: int, tongue: Tongue) -> Reading | None:
    for read in _readers_from(text[at]):
        reading = read(text, at, tongue)
        if reading:
            return reading
    return None


def _readers_from(sign: str) -> tuple[_Reader, ...]:
    if "0" <= sign <= "9":
        return _FROM_A_DIGIT
    if "A" <= sign <= "Z":
        return _FROM_A_CAPITAL
    if "a" <= sign <= "z":
        return _FROM_A_SMALL_LETTER
    if sign in "([":
        return _FROM_A_BRACKET
    return _FROM_ANOTHER_SCRIPT if "\u0900" <= sign <= "\u097f" else _FROM_A_SIGN
