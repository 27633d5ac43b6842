"""Slips that are forgiven, and words that are never taken for one another."""

import pytest

from vidya.domains.tutor.same_question.key import slot_key
from vidya.domains.tutor.same_question.spelling import spelled
from vidya.domains.tutor.same_question.vocabulary.confusable import CONFUSABLE

_NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("photosythesis", "photosynthesis"),
        ("gravitaton", "gravitation"),
        ("explian", "explain"),
        ("presure", "pressure"),
        ("momentam", "momentum"),
        ("electrisity", "electricity"),
    ],
)
def test_one_slip_is_forgiven(typed: str, meant: str) -> None:
    assert spelled(typed, _NOTHING) == meant


@pytest.mark.parametrize(
    "word",
    ["nitrete", "phosphite", "hexene", "microeconomic", "convention", "deprive", "nett", "rahman"],
)
def test_what_may_be_another_word_stays(word: str) -> None:
    assert spelled(word, _NOTHING) == word


def test_no_word_of_a_confusable_pair_is_ever_changed() -> None:
    changed = {word for pair in CONFUSABLE for word in pair if spelled(word, _NOTHING) != word}

    assert not changed


def test_a_word_of_the_curriculum_is_met_by_its_slip_and_is_no_slip_itself() -> None:
    curriculum = frozenset({"panchtantra", "panchayatan"})

    assert spelled("panchtntra", _NOTHING) == "panchtntra"
    assert spelled("panchtntra", curriculum) == "panchtantra"
    assert spelled("panchayatan", curriculum) == "panchayatan"


def test_a_slip_is_forgiven_only_where_the_curriculum_does_not_know_the_word() -> None:
    knows_it = frozenset({"istope"})

    assert slot_key("what is an istope", language="en") == slot_key(
        "What is an isotope?", language="en"
    )
    assert slot_key("what is an istope", language="en", vocabulary=knows_it) != slot_key(
        "What is an isotope?", language="en", vocabulary=knows_it
    )


def test_confusable_words_of_the_curriculum_are_never_bridged() -> None:
    curriculum = frozenset({"nitrate", "nitrite", "phosphate", "phosphite"})

    for typed in ("nitrate", "nitrite", "nitrete", "phosphite"):
        assert spelled(typed, curriculum) == typed
    assert slot_key("What is nitrate?", language="en", vocabulary=curriculum) != slot_key(
        "What is nitrite?", language="en", vocabulary=curriculum
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("प्रकाश संस्लेषण क्या है", "प्रकाश संश्लेषण क्या है"), ("गुरूत्वाकर्षण क्या है", "गुरुत्वाकर्षण क्या है")],
)
def test_hindi_sounds_that_are_written_alike_are_forgiven(one: str, other: str) -> None:
    assert slot_key(one, language="hi") == slot_key(other, language="hi")
