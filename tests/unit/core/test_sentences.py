"""Where a sentence ends: after its stop, unless the stop belongs to a name or a short form."""

import time

import pytest

from vidya.core.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Air has weight. It presses.", ["Air has weight.", "It presses."]),
        ("Why? Because!  So there.", ["Why?", "Because!", "So there."]),
        ("पौधे हरे हैं। वे भोजन बनाते हैं।", ["पौधे हरे हैं।", "वे भोजन बनाते हैं।"]),
        ("One line\nand the next. Two.", ["One line and the next.", "Two."]),
        ('He said "go." They went.', ['He said "go."', "They went."]),
        ("It is 2.5 m. 3 of 4 are.", ["It is 2.5 m.", "3 of 4 are."]),
        ("", []),
    ],
)
def test_a_sentence_ends_at_its_closing_mark(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "The effect was found by C. V. Raman in Kolkata.",
        "J. J. Thomson and K. S. Krishnan worked on it.",
        "Dr. B. R. Ambedkar led the committee.",
        "Fruit, e.g. Alphonso mangoes, grows here.",
        "It was Raymond S. Bradley and others.",
        "सी. वी. रमन ने खोज की।",
        "डॉ. आंबेडकर ने संविधान लिखा।",
    ],
)
def test_an_initial_or_a_short_form_ends_no_sentence(text: str) -> None:
    assert split_sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "The SI unit of force is the newton, written N. A force can start motion.",
            "The SI unit of force is the newton, written N.",
        ),
        ("Its symbol is F, written N. Friction slows.", "Its symbol is F, written N."),
        ("It needs 300 N. High jumpers need more.", "It needs 300 N."),
        ("Steam is at 373 K. Doctors use it.", "Steam is at 373 K."),
        ("The scale is pH 7 at 25 °C. Søren Sørensen made it.", "The scale is pH 7 at 25 °C."),
        ("Ohm's law is V = I × R. Series resistances add up.", "Ohm's law is V = I × R."),
        ("So f = 1 / T. Example: a bell of 40 Hz.", "So f = 1 / T."),
        ("Momentum is p = m × v. Force is F = m × a.", "Momentum is p = m × v."),
    ],
)
def test_a_unit_or_a_quantity_ends_a_sentence(text: str, first: str) -> None:
    assert split_sentences(text)[0] == first


def test_nothing_is_lost_and_nothing_is_added() -> None:
    text = "A. B. spoke. Then 5 N. The end? Yes! हाँ। और Dr. X."

    assert " ".join(split_sentences(text)) == text


def test_a_book_without_an_end_is_read_in_no_time() -> None:
    book = "A. B. " * 40_000

    began = time.process_time()
    sentences = split_sentences(book)

    assert len(sentences) == 1
    assert time.process_time() - began < 2
