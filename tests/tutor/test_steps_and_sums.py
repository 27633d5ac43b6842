"""What is computed is not looked for in books; who is guided gets each step as an answer of its own."""

import pytest

from tests.tutor.makers import BOARD, make_school, publish
from vidya.core.db import Database
from vidya.domains.tutor.models import QuestionStatus, mode_on

ECHO = (
    "An echo is a sound that comes back from a far wall.",
    "Sound must travel to the wall and back, so the time is twice the distance divided by the speed.",
    "For example, a wall 170 metres away gives back a shout after one second.",
    "We hear an echo because sound is reflected by hard surfaces.",
)
WHY = "Why do we hear an echo?"


async def test_a_sum_is_worked_out_and_not_looked_for(database: Database) -> None:
    school = await make_school(database)
    await publish(database, BOARD, *ECHO)

    traced = await school.answer("What is 25% of 480?")

    assert traced.status == QuestionStatus.answered
    assert traced.composer == "computed"
    assert "120" in " ".join(traced.sentences)


async def test_a_sum_that_was_worked_out_is_served_from_the_store(database: Database) -> None:
    school = await make_school(database)
    await school.answer("What is the LCM of 12 and 18?")

    again = await school.ask("what is the lcm of 12 and 18")
    other = await school.ask("What is the LCM of 12 and 16?")

    assert again.status is QuestionStatus.answered
    assert "36" in " ".join(again.sentences)
    assert other.status is QuestionStatus.waiting


async def test_each_step_of_the_ladder_is_kept_and_found_by_itself(database: Database) -> None:
    school = await make_school(database)
    await publish(database, BOARD, *ECHO, slug="sound", heading="Echo")

    steps = [await school.answer(WHY, mode=mode_on("guide", step)) for step in (1, 2, 4)]
    again = await school.ask(WHY, mode=mode_on("guide", 1))

    nudge, hint, solution = (" ".join(step.sentences) for step in steps)
    assert "reflected by hard surfaces" not in nudge + hint
    assert "reflected by hard surfaces" in solution
    assert "?" in nudge
    assert again.sentences == tuple(steps[0].sentences)


@pytest.mark.parametrize("step", [1, 2, 3])
async def test_a_sum_is_not_given_away_before_an_attempt(database: Database, step: int) -> None:
    school = await make_school(database)

    traced = await school.answer("What is the HCF of 84 and 36?", mode=mode_on("guide", step))

    assert traced.composer == "computed"
    assert "12" not in " ".join(traced.sentences).split()
