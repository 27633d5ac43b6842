"""The words of a text in every script of the platform."""

import pytest

from vidya.core.words import content_stems, fold_devanagari, script_of, stems, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("प्रकाश संश्लेषण क्या है।", ["प्रकाश", "संश्लेषण", "क्या", "है"]),
        ("ஒளிச்சேர்க்கை என்றால்?", ["ஒளிச்சேர்க்கை", "என்றால்"]),
        ("আলোকসংশ্লেষ কী", ["আলোকসংশ্লেষ", "কী"]),
        ("പ്രകാശസംശ്ലേഷണം", ["പ്രകാശസംശ്ലേഷണം"]),
        ("10kg of H2O, ₹1,00,000", ["10", "kg", "of", "h2o", "100000"]),
        ("Newton’s १२ laws", ["newton's", "12", "laws"]),
    ],
)
def test_a_word_keeps_its_vowel_signs_and_a_number_its_digits(text: str, words: list[str]) -> None:
    assert tokens(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("पाँच", "पांच"),
        ("ज़रूरी", "जरूरी"),
        ("सम्बन्ध", "संबंध"),
        ("चाहिये", "चाहिए"),
        ("गयी", "गई"),
        ("दुःख", "दुख"),
    ],
)
def test_spellings_of_one_hindi_word_meet(one: str, other: str) -> None:
    assert fold_devanagari(one) == fold_devanagari(other)
    assert stems(one, language="hi") == stems(other, language="hi")


def test_doubled_nasals_are_no_anusvara() -> None:
    assert fold_devanagari("अन्न") == "अन्न"
    assert fold_devanagari("सम्मान") == "सम्मान"


def test_forms_of_a_word_share_a_stem() -> None:
    assert stems("plants planting", language="en") == ["plant", "plant"]
    assert stems("पौधों", language="hi") == stems("पौधा", language="hi")


def test_words_of_a_language_without_a_stemmer_stay_whole() -> None:
    assert stems("আলোকসংশ্লেষ", language="bn") == ["আলোকসংশ্লেষ"]


def test_search_leaves_out_the_words_that_say_nothing() -> None:
    assert content_stems("What is the role of plants?", language="en") == ["role", "plant"]
    assert content_stems("पौधे कहां होते हैं", language="hi") == ["पौध"]


def test_a_text_of_small_words_alone_still_finds_something() -> None:
    assert content_stems("who am I", language="en") == ["who", "am", "i"]


@pytest.mark.parametrize(
    ("text", "script"),
    [("water", "latin"), ("जल water है क्या", "devanagari"), ("நீர்", "tamil"), ("12 + 5", None)],
)
def test_the_script_is_that_of_most_letters(text: str, script: str | None) -> None:
    assert script_of(text) == script
