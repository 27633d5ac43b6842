"""What holds for any text whatever: it is spoken, in words only, and without delay."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.speakable.readings import rows_of
from vidya.channels.voice.speakable.languages import get_tongue
from vidya.channels.voice.speakable.numerals import say_number
from vidya.channels.voice.speakable.sentences import split_for_ear
from vidya.channels.voice.speakable.text import speakable

_LANGUAGES = st.sampled_from(["en", "hi"])
_BADLY_READ = frozenset("^_\\{}=×÷→≤≥°%₹$/*#~|") | frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉0123456789")
_WRITTEN = [row.written for table in ("en", "hi") for row in rows_of(table)]
_SIGNS = "0123456789.,-–+×/*()[]{}^_\\$%°²³₂⁻⁺=<>≤→⇌√∛∠△½πΩΔabcxyzABCIVXNaClOHmsk gµ:;!?'\"|#~`@&₹\n।कखा१①"
_PROSE = {
    "en": (
        "Photosynthesis is the way in which green plants make their own food. They take in carbon "
        "dioxide from the air, and water from the soil; with the energy of sunlight they join "
        "these into sugar. I breathe the oxygen that a plant gives off, and so do you!"
    ),
    "hi": (
        "प्रकाश संश्लेषण वह क्रिया है जिसमें हरे पौधे अपना भोजन स्वयं बनाते हैं। वे हवा से कार्बन "
        "डाइऑक्साइड और मिट्टी से जल लेते हैं; क्या हम भी ऐसा कर सकते हैं? नहीं!"
    ),
}
_ANSWER = (
    "Force is mass times acceleration, written F = ma. A body of mass 5 kg with an acceleration of "
    "9.8 m/s² feels a force of 49 N. Water is H2O and boils at 100°C. In 1947 India became free, "
    "and by 2011 it had 1,21,08,54,977 people. Light travels at 3 × 10⁸ m/s, about 10,000 times "
    "faster than a jet [1]. That is 75% of it."
)
_HOSTILE = [
    "√", "∑", "π", "ΔA", "(", "(1+", "[1", "x^(", "1+", "1,11,", "a(", "{", "\\frac{", "^{", "$",
    "**a", "*a ", "_a ", "](", "<b", "|", "|-|\n", "1:1:", "1-", "1/", "1.", "A.", "A. ", "Na",
    "H2+", "[(", "e-", "m s", "kg ", "9876", "+9", "₹1,", "Chapter I ", "www.", "a@", "http://",
    "@a.", "`", " -", "sin ", "°", "½", "1 2", "रु", "डॉ", "\n- ", " ", "I ", "1 x ", "&", "...",
    "H2 → ", "<sub>", "Rs ", "and ", ", ",
]  # fmt: skip
_LONGEST_TEXT = 4_000
# Quadratic work on a text of this length takes ten seconds and more; linear work a tenth of one.
_SECONDS_ALLOWED = 2.0


def _hostile_or_honest() -> st.SearchStrategy[str]:
    rows = st.lists(st.sampled_from(_WRITTEN), max_size=20)
    return st.one_of(
        st.text(max_size=_LONGEST_TEXT),
        st.text(alphabet=_SIGNS, max_size=300),
        rows.map(" ".join),
        rows.map("".join),
    )


@given(text=_hostile_or_honest(), language=_LANGUAGES)
@settings(max_examples=400, deadline=None)
def test_any_text_is_spoken_without_a_sign_that_a_voice_reads_badly(
    text: str, language: str
) -> None:
    spoken = speakable(text, language=language)

    assert _BADLY_READ.isdisjoint(spoken)


@given(number=st.integers(min_value=0, max_value=10**20), language=_LANGUAGES)
def test_no_number_is_passed_over(number: int, language: str) -> None:
    words = say_number(str(number), get_tongue(language))

    spoken = speakable(f"= {number} =", language=language)

    assert words in spoken


@given(whole=st.integers(0, 10**6), places=st.text("0123456789", min_size=1, max_size=6))
def test_every_digit_after_the_point_is_spoken(whole: int, places: str) -> None:
    spoken = speakable(f"It is {whole}.{places} now", language="en")

    digits = spoken.partition(" point ")[2].removesuffix(" now").split()
    assert len(digits) == len(places)


@pytest.mark.parametrize("language", ["en", "hi"])
def test_plain_prose_is_left_alone(language: str) -> None:
    assert speakable(_PROSE[language], language=language) == _PROSE[language]


@given(words=st.lists(st.text("abcdefghijklmnoprtuvwy", min_size=5, max_size=9), max_size=60))
def test_words_alone_are_never_changed(words: list[str]) -> None:
    prose = " ".join(words)

    assert speakable(prose, language="en") == prose


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("piece", _HOSTILE)
def test_a_hostile_text_costs_no_more_than_its_length(piece: str, language: str) -> None:
    text = (piece * _LONGEST_TEXT)[: _LONGEST_TEXT - 2] + "!z"

    begin = time.process_time()
    speakable(text, language=language)
    split_for_ear(text, language=language)

    assert time.process_time() - begin < _SECONDS_ALLOWED


def test_an_answer_full_of_formulas_is_spoken_within_a_millisecond() -> None:
    speakable(_ANSWER, language="en")

    timings = []
    for _ in range(50):
        begin = time.process_time()
        speakable(_ANSWER, language="en")
        timings.append(time.process_time() - begin)

    assert min(timings) < 0.001
