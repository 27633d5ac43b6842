"""What a model wrote may be said only if the passages, or sums that are right, bear it out."""

import pytest

from tests.unit.tutor.writing import AREA, HINDI, LEAVES, make_passage
from vidya.domains.curriculum.models import Passage
from vidya.domains.tutor.models import Sentence
from vidya.domains.tutor.stages.check import finding

_LEAVES = make_passage(LEAVES)
_AREA = make_passage(AREA, number=2, heading="Area")
_QUESTION = "How many openings has a leaf?"


@pytest.mark.parametrize(
    "text",
    [
        "Green plants make food in their leaves.",
        "A leaf has about 250 tiny openings on each square millimetre.",
        "A leaf has about २५० tiny openings.",
        "Plants take in CO2 from the air.",
        "Stomata are tiny openings of a leaf.",
        "So 2 leaves' openings on a square millimetre are 250 × 2 = 500.",
    ],
)
def test_what_the_passages_say_may_be_said(text: str) -> None:
    assert _finding(text, _LEAVES, question="How many openings have 2 leaves?") is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A leaf has about 260 tiny openings.", "a number that no source has"),
        ("A leaf has about 2500 tiny openings.", "a number that no source has"),
        ("A leaf has about 25 tiny openings.", "a number that no source has"),
        ("A leaf has about २६० tiny openings.", "a number that no source has"),
        ("A leaf has three hundred tiny openings.", "a number that no source has"),
        ("Plants take in CO3 from the air.", "a number that no source has"),
        ("Cows drink petrol every morning.", "the sources do not say so"),
        ("A leaf has tiny \ufffdpenings.", "a torn letter"),
        ("A leaf has 250 openings, and 250 + 250 = 600.", "a sum that does not come out"),
    ],
)
def test_what_they_do_not_say_may_not(text: str, reason: str) -> None:
    assert _finding(text, _LEAVES) == reason


def test_without_a_citation_nothing_may_be_said() -> None:
    assert _finding("Green plants make food in their leaves.") == "no citation"


def test_only_the_cited_passage_bears_a_sentence_out() -> None:
    text = "A leaf has about 250 tiny openings."

    assert _finding(text, _AREA, question="?") == "a number that no source has"
    assert _finding(text, _AREA, _LEAVES, question="?") is None


@pytest.mark.parametrize("follow", ["3 × 4 = 12", "3 × 4 = 24 ÷ 2 = 12", "12 = 3 × 4"])
def test_a_right_sum_is_let_through(follow: str) -> None:
    text = f"The area of the rectangle is {follow}."

    assert _finding(text, _LEAVES, _AREA, question="What is 3 times 4?") is None


def test_a_wrong_sum_is_not_even_where_the_sources_have_its_numbers() -> None:
    text = "The area of the rectangle is 3 × 3 = 12."

    assert _finding(text, _AREA) == "a sum that does not come out"


def test_a_right_sum_of_numbers_from_nowhere_is_not() -> None:
    text = "The area of the rectangle is 7 × 191 = 1337."

    assert _finding(text, _AREA) == "a number that no source has"


def test_sums_lead_on_from_one_to_the_next() -> None:
    text = "Its area is 3 × 4 = 12, twice the area is 12 × 2 = 24, thrice is 24 + 12 = 36."

    assert _finding(text, _AREA, question="What is 2 times the area?") is None


def test_what_was_said_before_is_a_source_of_numbers() -> None:
    text = "Twice the area of the field is 24 + 24 = 48."

    assert _finding(text, _AREA) == "a number that no source has"
    assert _finding(text, _AREA, said=("Twice the area is 12 × 2 = 24.",)) is None


def test_numbers_of_the_question_may_be_used() -> None:
    text = "A rectangle 7 m long and 5 m broad has an area of 7 × 5 = 35 square metres."

    assert _finding(text, _AREA, question="How big is a rectangle of 7 m by 5 m?") is None
    assert _finding(text, _AREA, question="How big is it?") is not None


def test_words_that_only_the_question_has_bear_nothing_out() -> None:
    question = "Is it true that cows fly to the moon?"

    assert _finding("Yes, cows fly to the moon.", _LEAVES, question=question) is not None


def test_a_sign_that_the_source_has_not_is_another_number() -> None:
    assert _finding("Ice melts at −4 °C, this ice.", _AREA) is None
    assert _finding("Ice of a rectangle melts at −12 °C.", _AREA) is not None
    assert _finding("This ice is 4 °C below, it melts at 0 °C.", _AREA) is None


def test_hindi_is_held_against_hindi() -> None:
    passage = make_passage(HINDI)

    assert _finding("एक पत्ती में लगभग 250 रंध्र होते हैं।", passage, language="hi") is None
    assert _finding("एक पत्ती में लगभग ३५० रंध्र होते हैं।", passage, language="hi") is not None
    assert _finding("गाय चाँद पर पेट्रोल पीती है।", passage, language="hi") is not None


def _finding(
    text: str,
    *passages: Passage,
    question: str = _QUESTION,
    language: str = "en",
    said: tuple[str, ...] = (),
) -> str | None:
    return finding(Sentence(text, passages), question=question, language=language, said=said)
