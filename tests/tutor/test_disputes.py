"""Not what I asked: a wording is never again led to an answer that it did not ask for."""

from uuid import UUID, uuid4

import pytest

from tests.tutor.makers import BOARD, SKY, ASchool, make_school, new_learner_id, publish
from vidya.core import clock
from vidya.core.db import Database
from vidya.domains.curriculum.models import Scope
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.models import (
    Asked,
    Asker,
    FollowUp,
    NewQuestion,
    OpenHandoff,
    QuestionStatus,
    Source,
)
from vidya.domains.tutor.service import NothingToDispute

ASKED = "Why is the sky blue?"
IN_OTHER_WORDS = "What is the reason that the sky is blue?"
IN_THIRD_WORDS = "What makes the sky blue?"


async def dispute(
    school: ASchool, asked: Asked, *, learner_id: UUID | None = None, now_too: UUID | None = None
) -> Asked:
    scope = Scope(school.school_id, BOARD, 8, "en")
    asker = Asker(scope, mode="explain", learner_id=learner_id)
    async with school.database.school(school.school_id) as db:
        return await tutor.not_what_i_asked(
            db, asker, question_id=now_too or asked.question_id, now=clock.now()
        )


async def known_sky(database: Database, *, schools: int = 1) -> list[ASchool]:
    """Schools of a board that has an answer to why the sky is blue."""
    made = [await make_school(database) for _ in range(schools)]
    await publish(database, BOARD, SKY)
    await made[0].answer(ASKED)
    return made


async def handoffs(school: ASchool) -> list[OpenHandoff]:
    async with school.database.school(school.school_id) as db:
        return await tutor.open_handoffs(db, school_id=school.school_id)


async def test_words_that_were_taken_for_others_are_answered_for_themselves(
    database: Database,
) -> None:
    [school] = await known_sky(database)
    taken = await school.ask(IN_OTHER_WORDS)

    anew = await dispute(school, taken)
    await school.write(anew)
    later = await school.ask(IN_OTHER_WORDS)

    assert taken.source is Source.same_question
    assert anew.status is QuestionStatus.waiting
    assert anew.answer_id != taken.answer_id
    assert later.source is Source.exact
    assert later.answer_id == anew.answer_id


async def test_others_are_still_led_to_the_answer_that_one_wording_was_refused(
    database: Database,
) -> None:
    [school] = await known_sky(database)
    taken = await school.ask(IN_OTHER_WORDS)

    anew = await dispute(school, taken)
    await school.write(anew)

    assert (await school.ask(ASKED)).answer_id == taken.answer_id
    assert (await school.ask(IN_THIRD_WORDS)).answer_id == taken.answer_id


async def test_a_no_outlives_both_answers(database: Database) -> None:
    """When all has expired and is asked again, the two wordings do not meet again."""
    [school] = await known_sky(database)
    anew = await dispute(school, await school.ask(IN_OTHER_WORDS))
    await school.write(anew)
    async with database.shared() as db:
        await db.execute("DELETE FROM board_answers")

    first = await school.ask(ASKED)
    second = await school.ask(IN_OTHER_WORDS)
    await school.write(first)
    await school.write(second)

    assert first.answer_id != second.answer_id
    assert (await school.ask(ASKED)).answer_id == first.answer_id
    assert (await school.ask(IN_OTHER_WORDS)).answer_id == second.answer_id


async def test_an_alias_is_gone_at_once_and_does_not_come_back(database: Database) -> None:
    school = await make_school(database)
    await publish(database, school.school_id, SKY)
    first = await school.ask(ASKED)
    joined = await school.ask(IN_OTHER_WORDS)
    await school.write(first)

    anew = await dispute(school, joined)
    meanwhile = await school.ask(IN_OTHER_WORDS)

    assert meanwhile.answer_id == anew.answer_id
    assert meanwhile.status is QuestionStatus.waiting
    async with database.school(school.school_id) as db:
        assert await db.fetchval("SELECT count(*) FROM answer_keys WHERE kind = 'alias'") == 0
        labels = await db.fetch("SELECT DISTINCT because, question_id FROM refusals")
    assert [tuple(label) for label in labels] == [("learner", joined.question_id)]


async def test_an_answer_written_for_these_words_stands_and_a_teacher_looks_at_it(
    database: Database,
) -> None:
    [school] = await known_sky(database)
    exact = await school.ask(ASKED)

    said = await dispute(school, exact)
    later = await school.ask(ASKED)

    assert said.status is QuestionStatus.handed_over
    assert [handoff.question for handoff in await handoffs(school)] == [ASKED]
    assert later.source is Source.exact
    assert later.answer_id == exact.answer_id
    assert await school.count("refusals") == 0


async def test_saying_it_again_changes_nothing(database: Database) -> None:
    [school] = await known_sky(database)
    taken = await school.ask(IN_OTHER_WORDS)
    await dispute(school, taken)
    answers = await school.count("answers")

    with pytest.raises(NothingToDispute):
        await dispute(school, taken)

    assert await school.count("answers") == answers
    assert await handoffs(school) == []


async def test_an_answer_asked_anew_does_not_count_as_a_question(database: Database) -> None:
    [school] = await known_sky(database)
    learner_id = new_learner_id()
    taken = await school.ask(IN_OTHER_WORDS, learner_id=learner_id)

    await dispute(school, taken, learner_id=learner_id)

    async with database.school(school.school_id) as db:
        assert await db.fetchval("SELECT sum(asked) FROM question_counts") == 1


async def test_after_more_was_heard_it_is_the_first_question_that_is_meant(
    database: Database,
) -> None:
    [school] = await known_sky(database)
    taken = await school.ask(IN_OTHER_WORDS)
    asker = Asker(Scope(school.school_id, BOARD, 8, "en"), mode="explain")
    async with database.school(school.school_id) as db:
        more = await tutor.ask(
            db,
            asker,
            NewQuestion(IN_OTHER_WORDS, "test", FollowUp.detail, taken.question_id),
            questions_a_day=50,
            now=clock.now(),
        )

    anew = await dispute(school, taken, now_too=more.question_id)

    assert anew.status is QuestionStatus.waiting
    assert (await school.ask(IN_OTHER_WORDS)).answer_id == anew.answer_id


async def test_a_question_of_nobody_and_one_without_an_answer_cannot_be_disputed(
    database: Database,
) -> None:
    school = await make_school(database)
    waiting = await school.ask(ASKED)

    with pytest.raises(NothingToDispute):
        await dispute(school, waiting)
    with pytest.raises(tutor.QuestionNotFound):
        await dispute(school, waiting, now_too=uuid4())


async def test_one_schools_no_leaves_the_boards_other_schools_alone(database: Database) -> None:
    mine, other = await known_sky(database, schools=2)
    taken = await mine.ask(IN_OTHER_WORDS)

    await dispute(mine, taken)
    elsewhere = await other.ask(IN_OTHER_WORDS)

    assert elsewhere.source is Source.same_question
    assert elsewhere.answer_id == taken.answer_id


async def test_three_schools_together_say_no_for_the_whole_board(database: Database) -> None:
    *three, fourth = await known_sky(database, schools=4)
    for school in three:
        await dispute(school, await school.ask(IN_OTHER_WORDS))

    asked = await fourth.ask(IN_OTHER_WORDS)
    await fourth.write(asked)

    assert asked.status is QuestionStatus.waiting
    assert (await fourth.ask(ASKED)).source is Source.exact
    assert (await fourth.ask(IN_THIRD_WORDS)).answer_id != asked.answer_id


async def test_one_school_that_says_it_three_times_is_one_school(database: Database) -> None:
    mine, other = await known_sky(database, schools=2)
    taken = [await mine.ask(IN_OTHER_WORDS) for _ in range(3)]

    for asked in taken:
        await dispute(mine, asked)

    assert (await other.ask(IN_OTHER_WORDS)).status is QuestionStatus.answered
    async with database.shared() as db:
        witnesses = await db.fetch("SELECT DISTINCT witness FROM board_objections")
        refused = await db.fetch("SELECT DISTINCT refused FROM board_objections")
    assert len(witnesses) == len(refused)
    assert mine.school_id not in {row["witness"] for row in witnesses}
