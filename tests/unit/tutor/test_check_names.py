"""Nobody is named and nothing is denied in an answer unless its sources do so."""

import pytest

from tests.unit.tutor.writing import make_passage
from vidya.domains.curriculum.models import Passage
from vidya.domains.tutor.models import Sentence
from vidya.domains.tutor.stages.check import finding
from vidya.domains.tutor.stages.names import unknown_names
from vidya.domains.tutor.stages.negation import contradicts

_GRAVITY = (
    "Isaac Newton discovered the law of gravity in England. The earth pulls everything towards "
    "its centre. The Indian scientist Aryabhata said that the earth turns. DNA is in each cell."
)
_HINDI_GRAVITY = "न्यूटन ने गुरुत्वाकर्षण का नियम खोजा। पृथ्वी हर वस्तु को अपनी ओर खींचती है।"


@pytest.mark.parametrize(
    "text",
    [
        "Isaac Newton discovered the law of gravity.",
        "Newton's law is the law of gravity.",
        "NEWTON discovered it.",
        "The Earth pulls everything.",
        "Aryabhata of India said that the earth turns.",
        "It was found in England, he said.",
        "Gravity is a pull.",
        "Everything falls towards the centre.",
        "DNA is in each cell.",
        "No, the law is not Aryabhata's.",
        "I = 5 and R = 2.",
        "So the answer is a law.",
    ],
)
def test_a_name_that_the_source_has_is_known(text: str) -> None:
    assert unknown_names(text, [_GRAVITY], language="en") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The law of gravity was discovered by Einstein.", ["Einstein"]),
        ("Galileo discovered the law of gravity.", ["Galileo"]),
        ("Albert Einstein found the law.", ["Albert", "Einstein"]),
        ("Isaac Newton discovered it in France.", ["France"]),
        ("Einstein's law is the law of gravity.", ["Einstein"]),
        ("In each cell there is RNA.", ["RNA"]),
        ("It was in January.", ["January"]),
    ],
)
def test_a_name_from_nowhere_is_not(text: str, names: list[str]) -> None:
    found = unknown_names(text, [_GRAVITY], language="en")

    assert found == names


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("न्यूटन ने गुरुत्वाकर्षण का नियम खोजा।", True),
        ("उन्होंने नियम खोजा।", True),
        ("उसने नियम खोजा, सबने माना।", True),
        ("आइंस्टीन ने गुरुत्वाकर्षण का नियम खोजा।", False),
        ("गुरुत्वाकर्षण का नियम गैलीलियो द्वारा खोजा गया।", False),
        ("न्यूटन द्वारा नियम खोजा गया।", True),
        ("नियम Einstein का है।", False),
    ],
)
def test_a_hindi_name_is_known_by_what_stands_behind_it(text: str, known: bool) -> None:
    assert (not unknown_names(text, [_HINDI_GRAVITY], language="hi")) is known


def test_a_name_may_come_from_the_question_or_from_what_was_said() -> None:
    text = "Yes, Kepler agreed that the earth pulls everything."

    assert _finding(text) == "a name that no source has"
    assert _finding(text, question="Did Kepler agree?") is None
    assert _finding(text, said=("Kepler lived later.",)) is None


def test_a_year_is_held_to_account_like_a_name() -> None:
    assert _finding("Newton discovered the law of gravity in 1687.") == (
        "a number that no source has"
    )


_WHALES = (
    "Whales live in the sea. A whale is not a fish. Whales breathe with lungs. Leaves are green "
    "because chlorophyll does not absorb green light. Spiders have eight legs. Plants do not "
    "eat other plants. Ice floats on water."
)
_HINDI_WHALES = "व्हेल मछली नहीं है। व्हेल फेफड़ों से साँस लेती है। पौधे अपना भोजन स्वयं बनाते हैं।"


@pytest.mark.parametrize(
    ("text", "language", "opposite"),
    [
        ("A whale is a fish.", "en", True),
        ("A whale is not a fish.", "en", False),
        ("A whale isn't a fish.", "en", False),
        ("No, a whale is not a fish.", "en", False),
        ("Whales never live in the sea.", "en", True),
        ("Whales do not breathe with lungs.", "en", True),
        ("Whales breathe with lungs.", "en", False),
        ("Chlorophyll absorbs green light.", "en", True),
        ("Leaves are green because of chlorophyll.", "en", False),
        ("Spiders do not have eight legs.", "en", True),
        ("Plants eat other plants.", "en", True),
        ("Ice does not float on water.", "en", True),
        ("Whales live not only in the sea.", "en", False),
        ("Elephants do not fly.", "en", False),
        ("व्हेल मछली है।", "hi", True),
        ("व्हेल मछली नहीं है।", "hi", False),
        ("व्हेल फेफड़ों से साँस नहीं लेती है।", "hi", True),
        ("पौधे अपना भोजन स्वयं बनाते हैं।", "hi", False),
        ("पौधे अपना भोजन स्वयं नहीं बनाते हैं।", "hi", True),
    ],
)
def test_what_the_nearest_source_sentence_denies_may_not_be_said(
    text: str, language: str, opposite: bool
) -> None:
    source = _HINDI_WHALES if language == "hi" else _WHALES

    assert contradicts(text, [source], language=language) is opposite


def test_an_opposite_fails_the_check_and_a_denial_of_the_source_does_not() -> None:
    passage = make_passage(_WHALES)

    assert _of(passage, "A whale is a fish.") == "the source says the opposite"
    assert _of(passage, "A whale is not a fish.") is None


def test_where_two_sentences_disagree_neither_decides() -> None:
    source = "Bats are birds, people thought. Bats are not birds."

    assert not contradicts("Bats are not birds.", [source], language="en")


def test_one_paragraph_of_200_kilobytes_is_checked_without_delay() -> None:
    passage = make_passage("water and ice are not the same thing and " * 5_000)

    assert _of(passage, "Water and ice are not the same.") is None


def _of(passage: Passage, text: str) -> str | None:
    return finding(Sentence(text, (passage,)), question="?", language="en")


def _finding(text: str, *, question: str = "?", said: tuple[str, ...] = ()) -> str | None:
    sentence = Sentence(text, (make_passage(_GRAVITY),))
    return finding(sentence, question=question, language="en", said=said)
