"""What holds in each of the nine further languages: numbers, scripts, and what stays apart."""

import pytest

from tests.unit.same_question.deciding import is_same
from vidya.domains.tutor.same_question.explain import compare
from vidya.domains.tutor.same_question.indic.grammars import TABLES, indic_grammar
from vidya.domains.tutor.same_question.key import slot_key
from vidya.domains.tutor.same_question.slots import Unmatchable

_INTENTS = ("why:", "how:", "when:", "where:", "who:", "whom:", "which:", "how_many:", "what")
_AIMS = ("use:", "advantage:", "example:", "difference:", "unit:", "formula:", "why:", "effect:")


@pytest.mark.parametrize("code", sorted(TABLES))
def test_each_language_tells_the_question_words_and_aims_apart(code: str) -> None:
    tables = TABLES[code]

    assert [name for name in _INTENTS if f"\n{name}" not in f"\n{tables.asks}"] == []
    assert [name for name in _AIMS if f"\n{name}" not in f"\n{tables.aims}"] == []
    assert len(tables.negations.split()) >= 5


@pytest.mark.parametrize("code", sorted(TABLES))
def test_each_language_counts_to_twenty_but_for_words_that_mean_more(code: str) -> None:
    values = set(indic_grammar(code).numbers.values())
    also_a_river_or_a_turn = {"ta": {6}, "ml": {6}, "or": {12}}.get(code, set())

    assert set(range(21)) - values == also_a_river_or_a_turn
    assert {30, 40, 50, 60, 70, 80, 90, 100, 1000, 100_000, 10_000_000} <= values


@pytest.mark.parametrize("code", sorted(TABLES))
def test_an_english_question_is_read_in_english_whatever_the_answer_is_in(code: str) -> None:
    assert is_same("What is osmosis?", "Define osmosis", language=code)
    assert not is_same("Why does iron rust?", "How does iron rust?", language=code)


@pytest.mark.parametrize("code", sorted(TABLES))
def test_words_in_latin_letters_that_may_be_of_any_language_are_matched_word_for_word(
    code: str,
) -> None:
    comparison = compare("bhor ki", "bhor ki", language=code)

    assert comparison.first is Unmatchable.wording
    assert comparison.same
    assert slot_key("bal kya hai", language=code) is None


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("bn", "মৌলিক সংখ্যা কোনটি?", "মৌলিক সংখ্যা কী?"),
        ("mr", "मूळ संख्या कोणती आहे?", "मूळ संख्या काय आहे?"),
        ("gu", "અવિભાજ્ય સંખ્યા કઈ છે?", "અવિભાજ્ય સંખ્યા શું છે?"),
        ("pa", "ਅਭਾਜ ਸੰਖਿਆ ਕਿਹੜੀ ਹੈ?", "ਅਭਾਜ ਸੰਖਿਆ ਕੀ ਹੈ?"),
        ("or", "ମୌଳିକ ସଂଖ୍ୟା କେଉଁଟି?", "ମୌଳିକ ସଂଖ୍ୟା କଣ?"),
        ("ta", "பகா எண் எது?", "பகா எண் என்ன?"),
        ("te", "ప్రధాన సంఖ్య ఏది?", "ప్రధాన సంఖ్య ఏమిటి?"),
        ("kn", "ಅವಿಭಾಜ್ಯ ಸಂಖ್ಯೆ ಯಾವುದು?", "ಅವಿಭಾಜ್ಯ ಸಂಖ್ಯೆ ಏನು?"),
        ("ml", "അഭാജ്യസംഖ്യ ഏതാണ്?", "അഭാജ്യസംഖ്യ എന്താണ്?"),
    ],
)
def test_which_one_is_it_is_not_what_is_it(code: str, one: str, other: str) -> None:
    assert not is_same(one, other, language=code)


@pytest.mark.parametrize(
    ("code", "is_it", "what_is_it"),
    [
        ("bn", "তিমি মাছ কি?", "তিমি মাছ কী?"),
        ("mr", "देवमासा मासा आहे काय?", "देवमासा मासा काय आहे?"),
        ("or", "ତିମି ମାଛ କି?", "ତିମି ମାଛ କଣ?"),
    ],
)
def test_a_closing_word_that_may_ask_for_yes_or_no_is_not_taken_for_what(
    code: str, is_it: str, what_is_it: str
) -> None:
    assert not is_same(is_it, what_is_it, language=code)


def test_of_one_word_alone_bengali_ki_asks_what() -> None:
    assert is_same("সালোকসংশ্লেষ কি?", "সালোকসংশ্লেষ কাকে বলে?", language="bn")
    assert is_same("বলের একক কি?", "বলের একক কী?", language="bn")


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("bn", "জলের প্রধান ব্যবহার কী?", "জলের ব্যবহার কী?"),
        ("ta", "நீரின் முக்கிய பயன் என்ன?", "நீரின் பயன் என்ன?"),
        ("kn", "ಪಾಲಿನ ಉಪಯೋಗ ಏನು?", "ಹಾಲಿನ ಉಪಯೋಗ ಏನು?"),
        ("te", "సూర్యుడు, భూమి మధ్య తేడా ఏమిటి?", "సూర్యుడు, చంద్రుడు మధ్య తేడా ఏమిటి?"),
        ("pa", "ਪਾਣੀ ਵਿੱਚ ਲੂਣ ਅਤੇ ਖੰਡ ਵਿੱਚ ਅੰਤਰ ਦੱਸੋ", "ਪਾਣੀ ਲੂਣ ਅਤੇ ਖੰਡ ਵਿੱਚ ਅੰਤਰ ਦੱਸੋ"),
        ("ml", "രാമന്‍ എന്താണ്?", "രാമന് എന്താണ്?"),
    ],
)
def test_words_that_belong_to_the_topic_stay_in_it(code: str, one: str, other: str) -> None:
    assert not is_same(one, other, language=code)


def test_the_old_and_the_new_spelling_of_a_letter_are_one() -> None:
    assert is_same("ആറ്റം എന്താണ്‌?", "ആറ്റം എന്താണ്?", language="ml")
    assert is_same("അവയവങ്ങള്‍ എന്താണ്?", "അവയവങ്ങൾ എന്താണ്?", language="ml")


def test_the_reason_names_the_slots_in_words_for_a_person() -> None:
    comparison = compare("বলের একক কী?", "বলের সূত্র কী?", language="bn")

    assert comparison.reason == "Different: one asks for unit, the other for formula."


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("bn", "x=5 এর ব্যবহার কী?"),
        ("ta", "E=mc^2 இன் பயன் என்ன?"),
        ("pa", "2x+3=11 ਦਾ ਹੱਲ ਕੀ ਹੈ?"),
        ("gu", "a^2+b^2 નું સૂત્ર શું છે?"),
    ],
)
def test_what_is_wanted_of_an_expression_is_read(code: str, question: str) -> None:
    key = slot_key(question, language=code)

    assert key is not None
    assert len(key.expressions) == 1


def test_a_question_that_asks_twice_with_one_word_has_no_key() -> None:
    assert slot_key("কে পোরাসকে কে পরাজিত করেন?", language="bn") is None
    assert slot_key("এশিয়ার দেশগুলি কী কী?", language="bn") is not None
