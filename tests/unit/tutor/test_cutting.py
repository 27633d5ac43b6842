"""A stream is cut into the same sentences, whatever the pieces in which it comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidya.domains.tutor.stages.cutting import (
    SentenceCutter,
    SentenceWithoutEnd,
    cited_numbers,
    without_citations,
)

_ATOMS = [
    "Leaves",
    "food",
    "Dr",
    "N",
    "A",
    "The",
    "e.g",
    "i.e",
    "C",
    "V",
    "Raman",
    "light",
    "3",
    "12",
    "पत्ती",
    "है",
    "(",
    ")",
    "[",
    "]",
    "[1]",
    "[2]",
    "[1,",
    "[12",
    ",",
    ";",
    ".",
    ".",
    "!",
    "?",
    "।",
    '"',
    "”",
    "“",
    "’",
    ":",
    "-",
    "…",
    "×",
    "=",
]
_TEXTS = st.lists(st.sampled_from([*_ATOMS, *"  \n "]), max_size=60).map("".join)


@given(st.data(), _TEXTS)
def test_any_text_is_cut_into_the_same_sentences_in_any_pieces(
    data: st.DataObject, text: str
) -> None:
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=40).map(sorted))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]

    assert _cut(*pieces) == _cut(text) == _cut(*text)


@pytest.mark.parametrize(
    "text",
    [
        "We met N. Antony, C. V. Raman and A. Thomas there. It is 3 N. A force. It is N. The end.",
        'He said: "Go." [1] "No." She left, e.g. Then, at 3.5 p.m. [2, 3], to St. Thomas.',
        "It is 5. [1]3 is less. [1][2], and so on. [1 is open. And [1].Then “it” (so) ended.",
    ],
)
def test_a_text_that_comes_letter_by_letter_is_the_same_text(text: str) -> None:
    assert _cut(*text) == _cut(text)


@given(_TEXTS)
def test_nothing_is_lost_or_made_up(text: str) -> None:
    assert "".join(_cut(text)) == text


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", ["One. ", "Two."]),
        ("One [1]. Two. [2]", ["One [1]. ", "Two. [2]"]),
        ("One.[1]Two [2]three.", ["One.[1]", "Two [2]three."]),
        ("One. [1] [2] two. [1][2]", ["One. [1] [2] ", "two. [1][2]"]),
        ('"One." [1] "Two."', ['"One." [1] ', '"Two."']),
        ("It is 3.5 m. [1] Then 4 m.", ["It is 3.5 m. [1] ", "Then 4 m."]),
        ("Dr. C. V. Raman saw it. He was glad.", ["Dr. C. V. Raman saw it. ", "He was glad."]),
        ("We met N. Antony there. He left.", ["We met N. Antony there. ", "He left."]),
        ("The unit is N. A force has it.", ["The unit is N. ", "A force has it."]),
        ("Many, e.g. Leaves, do. Others too.", ["Many, e.g. Leaves, do. ", "Others too."]),
        ("पानी गरम है। [१] वह उबलता है।", ["पानी गरम है। [१] ", "वह उबलता है।"]),
        ("Really?! [1] Yes.", ["Really?! [1] ", "Yes."]),
        ("Wait... [1] Yes.", ["Wait... [1] ", "Yes."]),
        ("no end", ["no end"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: list[str]) -> None:
    assert [sentence for sentence in _cut(text) if sentence] == sentences


def test_a_sentence_is_given_as_soon_as_the_next_one_has_begun() -> None:
    cutter = SentenceCutter()

    assert cutter.feed("One [1]. ") == []
    assert cutter.feed("T") == ["One [1]. "]


def test_a_sentence_without_an_end_is_given_up() -> None:
    cutter = SentenceCutter()

    with pytest.raises(SentenceWithoutEnd):
        cutter.feed("and on " * 1000)


@pytest.mark.parametrize(
    ("sentence", "numbers", "words"),
    [
        ("Plants grow [1].", {1}, "Plants grow."),
        ("Plants [2] grow. [1]", {1, 2}, "Plants grow."),
        ("Plants grow [1, 3;4].", {1, 3, 4}, "Plants grow."),
        ("Plants grow [1-3] [5–6].", {1, 2, 3, 5, 6}, "Plants grow."),
        ("पौधे बढ़ते हैं [२]।", {2}, "पौधे बढ़ते हैं।"),
        ("An array [x] has (1) and [] in it", set(), "An array [x] has (1) and [] in it"),
        ("It was so [1947].", {1947}, "It was so."),
    ],
)
def test_citations_are_read_and_left_out(sentence: str, numbers: set[int], words: str) -> None:
    assert cited_numbers(sentence) == numbers
    assert without_citations(sentence) == words


def _cut(*pieces: str) -> list[str]:
    cutter = SentenceCutter()
    whole = [sentence for piece in pieces for sentence in cutter.feed(piece)]
    return [*whole, *cutter.end()]
