"""What a stored answer is found by."""

from uuid import UUID

import pytest

from vidya.domains.curriculum.models import Scope
from vidya.domains.tutor.keys import answer_keys
from vidya.domains.tutor.models import Asker, mode_on

SCHOOL = UUID(int=1)
ECHO = "What is an echo?"


def asker(language: str = "en", *, grade: int = 8, mode: str = "explain") -> Asker:
    return Asker(Scope(SCHOOL, "B", grade, language), mode)


def test_other_words_of_one_question_have_one_key_and_words_of_their_own() -> None:
    first, other = answer_keys(ECHO, asker()), answer_keys("Define echo.", asker())

    assert first.same_question == other.same_question
    assert first.exact != other.exact


@pytest.mark.parametrize(
    "elsewhere",
    [asker(grade=9), asker("hi"), asker(mode="guide"), asker(mode=mode_on("guide", 2))],
    ids=["class", "language", "mode", "step"],
)
def test_an_answer_for_others_is_never_found(elsewhere: Asker) -> None:
    assert set(answer_keys(ECHO, asker()).all()).isdisjoint(answer_keys(ECHO, elsewhere).all())


def test_the_steps_of_a_ladder_are_answers_of_their_own() -> None:
    keys = [answer_keys(ECHO, asker(mode=mode_on("guide", step))).exact for step in (1, 2, 3, 4)]

    assert len(set(keys)) == 4


@pytest.mark.parametrize("language", ["mr", "ta", "ur"])
def test_a_language_in_which_few_wordings_meet_has_exact_matches_only(language: str) -> None:
    assert answer_keys(ECHO, asker(language)).same_question is None
