"""No passage is too long to be found and spoken, and none is lost in the cutting."""

from itertools import pairwise

import pytest

from vidya.domains.curriculum.models import NewPassage
from vidya.domains.curriculum.pieces import LONGEST_PIECE, cut, pieces_of


def test_a_passage_of_ordinary_length_stays_as_it_is() -> None:
    passage = NewPassage("The sky", "It is blue.\nIt is wide.", page=3)

    assert pieces_of(passage) == [passage]


def test_a_passage_that_is_far_too_long_is_cut_under_its_heading_and_page() -> None:
    body = " ".join(f"Sentence {number} is about the sky." for number in range(500))

    pieces = pieces_of(NewPassage("The sky", body, quotable=False, page=3))

    assert len(pieces) > 20
    assert " ".join(piece.body for piece in pieces) == body
    assert {(piece.heading, piece.page, piece.quotable) for piece in pieces} == {
        ("The sky", 3, False)
    }


def test_a_sentence_of_200_kb_is_cut_at_its_clauses() -> None:
    clauses = cut(", ".join(f"the {number}th clause of many" for number in range(7_000)) + ".")

    assert all(len(piece.split()) <= LONGEST_PIECE for piece in clauses)
    assert all(piece.endswith((",", ".")) for piece in clauses)


@pytest.mark.parametrize("letter", ["x", "क", "\U0001f600"])
def test_a_word_of_200_kb_is_cut_without_losing_a_letter(letter: str) -> None:
    pieces = cut(letter * 200_000)

    assert "".join(piece.replace(" ", "") for piece in pieces) == letter * 200_000
    assert max(map(len, pieces)) <= 4_100


def test_words_without_any_mark_are_cut_into_full_pieces() -> None:
    pieces = cut("word " * 40_000)

    assert all(len(piece.split()) == LONGEST_PIECE for piece in pieces[:-1])
    assert sum(len(piece.split()) for piece in pieces) == 40_000


def test_hindi_is_cut_at_its_full_stops() -> None:
    pieces = cut("आकाश नीला दिखता है। " * 500)

    assert all(piece.endswith("है।") for piece in pieces)
    assert all(len(left.split()) > 100 for left, _ in pairwise(pieces))


def test_a_passage_of_nothing_is_none() -> None:
    assert pieces_of(NewPassage("The sky", " \ufeff\n")) == []


def test_a_heading_of_pages_is_shortened() -> None:
    (piece,) = pieces_of(NewPassage("The\nsky " * 1_000, "It is blue."))

    assert len(piece.heading) == 300
    assert piece.heading.startswith("The sky The sky")
