"""What the books do not answer goes to a teacher; distress is never a question for a book."""

import pytest

from tests.tutor.makers import ECHO, SKY, ASchool, make_school, new_learner_id, publish
from vidya.core import clock
from vidya.core.db import Database
from vidya.core.errors import VidyaError
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.models import OpenHandoff, QuestionStatus, Source
from vidya.domains.tutor.service import HandoffAnsweredAlready
from vidya.providers.llm.fake import FakeLlm

UNKNOWN = "Who won the hockey match in our village yesterday?"


async def handoffs(school: ASchool) -> list[OpenHandoff]:
    async with school.database.school(school.school_id) as db:
        return await tutor.open_handoffs(db, school_id=school.school_id)


async def answer_as_teacher(school: ASchool, handoff: OpenHandoff, text: str) -> None:
    async with school.database.school(school.school_id) as db:
        await tutor.answer_as_teacher(
            db,
            school_id=school.school_id,
            handoff_id=handoff.handoff_id,
            text=text,
            now=clock.now(),
        )


async def test_a_question_that_no_book_answers_waits_for_a_teacher(database: Database) -> None:
    school = await make_school(database)
    await publish(database, "BOARD", ECHO)

    traced = await school.answer(UNKNOWN)

    assert traced.status == QuestionStatus.handed_over
    assert traced.sentences == []
    assert [handoff.question for handoff in await handoffs(school)] == [UNKNOWN]


async def test_a_teachers_answer_reaches_all_who_wait_and_those_who_ask_later(
    database: Database,
) -> None:
    school = await make_school(database)
    learner_id = new_learner_id()
    asked = [await school.ask(UNKNOWN, learner_id=learner_id) for _ in range(2)]
    await school.write(asked[0])
    waiting = await handoffs(school)

    await answer_as_teacher(school, waiting[0], "Our village won. The score was 3 to 1.")
    later = await school.ask(UNKNOWN)
    async with database.school(school.school_id) as db:
        unheard = await tutor.find_unheard(
            db, school_id=school.school_id, learner_id=learner_id, now=clock.now()
        )

    assert later.sentences == ("Our village won.", "The score was 3 to 1.")
    assert [(await school.trace(one)).status for one in asked] == [QuestionStatus.answered] * 2
    assert unheard is not None
    assert unheard.sentences == ["Our village won.", "The score was 3 to 1."]
    assert await handoffs(school) == []
    with pytest.raises(HandoffAnsweredAlready):
        await answer_as_teacher(school, waiting[0], "Twice.")


async def test_a_teacher_asked_about_a_stored_answer_gives_one_of_their_own(
    database: Database,
) -> None:
    school = await make_school(database)
    await publish(database, "BOARD", SKY)
    await school.answer("Why is the sky blue?")
    asked = await school.ask("Why is the sky blue?")
    async with database.school(school.school_id) as db:
        await tutor.ask_teacher(
            db,
            school_id=school.school_id,
            question_id=asked.question_id,
            reason="the learner asked for a teacher",
            now=clock.now(),
        )

    await answer_as_teacher(school, (await handoffs(school))[0], "Ask me tomorrow in class.")

    assert (await school.trace(asked)).sentences == ["Ask me tomorrow in class."]
    assert (await school.ask("Why is the sky blue?")).sentences == ("Ask me tomorrow in class.",)


@pytest.mark.parametrize(
    "words",
    [
        "I want to die",
        "my uncle touched me and I am scared",
        "मैं मरना चाहता हूँ",
        "teacher beats me every day",
    ],
)
async def test_a_child_in_distress_gets_the_fixed_reply_and_an_adult_is_told(
    database: Database, words: str
) -> None:
    school = await make_school(database)
    await publish(database, "BOARD", SKY)

    asked = await school.ask(words)

    assert asked.status is QuestionStatus.refused
    assert asked.source is Source.safety
    assert await school.count("safety_alerts") == 1
    async with database.shared() as db:
        jobs = await db.fetch("SELECT entrypoint FROM pgqueuer")
    assert [job["entrypoint"] for job in jobs] == [tutor.ALERT_JOB]


async def test_the_fifty_first_question_of_a_day_is_refused(database: Database) -> None:
    school = await make_school(database)
    learner_id = new_learner_id()
    await publish(database, "BOARD", SKY)
    await school.answer("Why is the sky blue?")

    asked = [await school.ask("Why is the sky blue?", learner_id=learner_id) for _ in range(51)]

    assert {one.status for one in asked[:50]} == {QuestionStatus.answered}
    assert asked[50].source is Source.quota


@pytest.mark.parametrize("noise", ["", "   ", "hm", "ok", "😀😀", "???", "\x00"])
async def test_noise_is_no_question(database: Database, noise: str) -> None:
    school = await make_school(database)

    asked = await school.ask(noise.replace("\x00", ""))

    assert asked.source is Source.unclear
    assert await school.count("answers") == 0


async def test_a_model_that_invents_a_number_is_not_heard(database: Database) -> None:
    llm = FakeLlm("The sky is blue because 7000 small lamps scatter blue light [1].")
    school = await make_school(database, llm=llm)
    await publish(database, "BOARD", SKY)

    traced = await school.answer("Why is the sky blue?")

    assert traced.status == QuestionStatus.handed_over
    assert traced.sentences == []
    assert llm.asked


async def test_a_model_that_is_down_leaves_the_books_to_answer(database: Database) -> None:
    school = await make_school(database, llm=FakeLlm(breaks_off=True))
    await publish(database, "BOARD", SKY)

    traced = await school.answer("Why is the sky blue?")

    assert traced.sentences == [SKY]


async def test_half_an_answer_is_heard_but_not_kept_for_others(database: Database) -> None:
    llm = FakeLlm(
        "The sky is blue because the air scatters blue light [1]. ",
        "Red light",
        breaks_off=True,
    )
    school = await make_school(database, llm=llm)
    await publish(database, "BOARD", SKY)

    traced = await school.answer("Why is the sky blue?")
    again = await school.ask("Why is the sky blue?")

    assert traced.sentences == ["The sky is blue because the air scatters blue light."]
    assert traced.status == QuestionStatus.answered
    assert again.status is QuestionStatus.waiting


async def test_a_lost_database_does_not_lose_what_was_accepted(database: Database) -> None:
    school = await make_school(database)

    with pytest.raises(VidyaError):
        async with database.school(school.school_id) as db:
            await db.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    assert (await school.ask("Why is the sky blue?")).status is QuestionStatus.waiting
    async with database.shared() as db:
        assert await db.fetchval("SELECT count(*) FROM pgqueuer") == 1
