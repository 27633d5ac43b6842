"""Every written form in the tables is spoken as a good teacher would say it."""

import pytest

from tests.unit.speakable.readings import Row, name_of, rows_of
from vidya.channels.voice.speakable.numbers_hi import cardinal
from vidya.channels.voice.speakable.text import LanguageNotSpoken, speakable

_ENGLISH = rows_of("en")
_HINDI = rows_of("hi")
_HINDI_NUMBERS = rows_of("hi_numbers")


@pytest.mark.parametrize("row", _ENGLISH, ids=name_of)
def test_english_is_spoken_as_the_table_says(row: Row) -> None:
    assert speakable(row.written, language="en") == row.spoken


@pytest.mark.parametrize("row", _HINDI, ids=name_of)
def test_hindi_is_spoken_as_the_table_says(row: Row) -> None:
    assert speakable(row.written, language="hi") == row.spoken


@pytest.mark.parametrize("row", _HINDI_NUMBERS, ids=name_of)
def test_each_hindi_number_up_to_a_hundred_has_its_own_word(row: Row) -> None:
    spoken = speakable(f"{row.written} आम", language="hi")

    assert spoken == f"{row.spoken} आम"


def test_no_two_hindi_numbers_share_a_word() -> None:
    words = {cardinal(number) for number in range(101)}

    assert len(words) == 101


@pytest.mark.parametrize("row", [*_ENGLISH, *_HINDI], ids=name_of)
def test_what_is_spoken_stays_as_it_is_when_spoken_again(row: Row) -> None:
    language = "en" if row in _ENGLISH else "hi"

    assert speakable(row.spoken, language=language) == row.spoken


@pytest.mark.parametrize(("table", "least"), [("en", 160), ("hi", 160), ("hi_numbers", 101)])
def test_tables_are_full_and_list_nothing_twice(table: str, least: int) -> None:
    written = [row.written for row in rows_of(table)]

    assert len(written) >= least
    assert len(set(written)) == len(written)


@pytest.mark.parametrize("language", ["ta", "", "EN", "hi-IN"])
def test_a_language_that_we_do_not_speak_is_refused_by_name(language: str) -> None:
    with pytest.raises(LanguageNotSpoken, match="We can speak: en, hi"):
        speakable("5 kg", language=language)
