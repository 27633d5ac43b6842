"""What other words led to is looked at again in the background, and the rate is shown."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests.tutor.makers import BOARD, SKY, ASchool, make_school, publish
from tests.tutor.models_that_judge import JudgingLlm
from vidya.core import clock
from vidya.core.db import Database
from vidya.domains.curriculum.models import Scope
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor import shadow
from vidya.domains.tutor.jobs import AnswerWriter
from vidya.domains.tutor.jobs_shadow import NotWrittenToTheEnd, ShadowChecker
from vidya.domains.tutor.models import Asked, Asker, NewQuestion
from vidya.domains.tutor.shadow import Comparison, Rate
from vidya.providers.llm.base import MeteredLlm
from vidya.providers.llm.fake import FakeLlm

ASKED = "Why is the sky blue?"
IN_OTHER_WORDS = "What is the reason that the sky is blue?"


async def served(database: Database) -> tuple[ASchool, Asked]:
    """An answer that other words led to."""
    school = await make_school(database)
    await publish(database, BOARD, SKY)
    await school.answer(ASKED)
    return school, await school.ask(IN_OTHER_WORDS)


async def check(school: ASchool, asked: Asked, *, llm: MeteredLlm | None = None) -> list[Rate]:
    writer = AnswerWriter(school.database, llm, timedelta(days=7))
    checker = ShadowChecker(school.database, writer)
    await checker.check(school_id=str(school.school_id), question_id=str(asked.question_id))
    async with school.database.school(school.school_id) as db:
        return await shadow.rates(db, school_id=school.school_id)


async def test_an_answer_that_would_be_written_again_is_no_false_hit(database: Database) -> None:
    school, asked = await served(database)

    found = await check(school, asked)

    assert found == [Rate("same_question", 0, 1, 0), Rate("all", 0, 1, 0)]


@pytest.mark.parametrize(("verdict", "false"), [("YES", 0), ("NO", 1)])
async def test_where_there_is_a_model_its_word_counts(
    database: Database, verdict: str, false: int
) -> None:
    school, asked = await served(database)

    found = await check(school, asked, llm=JudgingLlm(verdict))

    assert found[-1] == Rate("all", false, 1, 0)


async def test_a_check_that_runs_twice_counts_once_and_stores_no_answer(
    database: Database,
) -> None:
    school, asked = await served(database)
    answers = await school.count("answers")

    found = [await check(school, asked) for _ in range(2)]

    assert [rates[-1].decided for rates in found] == [1, 1]
    assert await school.count("answers") == answers
    assert await school.count("questions") == 2


async def test_a_model_that_breaks_off_is_asked_another_time(database: Database) -> None:
    school, asked = await served(database)

    with pytest.raises(NotWrittenToTheEnd):
        await check(school, asked, llm=FakeLlm(breaks_off=True))

    assert await school.count("shadow_checks") == 0


async def test_a_question_that_is_gone_is_not_checked(database: Database) -> None:
    school, asked = await served(database)
    async with database.school(school.school_id) as db:
        await db.execute("DELETE FROM questions")

    assert (await check(school, asked))[-1].decided == 0


@pytest.mark.parametrize(("share", "jobs"), [(1.0, 1), (0.0, 0)])
async def test_a_share_of_what_other_words_led_to_is_looked_at_again(
    database: Database, share: float, jobs: int
) -> None:
    school, _ = await served(database)
    asker = Asker(Scope(school.school_id, BOARD, 8, "en"), mode="explain")

    for text in (ASKED, IN_OTHER_WORDS):
        async with database.school(school.school_id) as db:
            await tutor.ask(
                db,
                asker,
                NewQuestion(text, "test"),
                questions_a_day=50,
                shadow_share=share,
                now=clock.now(),
            )

    async with database.shared() as db:
        queued = await db.fetchval(
            "SELECT count(*) FROM pgqueuer WHERE entrypoint = $1", tutor.SHADOW_JOB
        )
    assert queued == jobs


def test_the_sample_is_as_large_as_it_says() -> None:
    ids = [uuid4() for _ in range(20_000)]

    sampled = sum(shadow.is_sampled(each, kind="alias", share=0.02) for each in ids)

    assert 300 < sampled < 500
    assert not any(shadow.is_sampled(each, kind="exact", share=1.0) for each in ids)
    assert shadow.is_sampled(UUID(int=0), kind="same_question", share=0.01)


@pytest.mark.parametrize(
    ("comparison", "is_false_hit"),
    [
        (Comparison(same_passages=True, overlap=80, judged_same=None), False),
        (Comparison(same_passages=False, overlap=5, judged_same=None), True),
        (Comparison(same_passages=True, overlap=30, judged_same=None), None),
        (Comparison(same_passages=False, overlap=60, judged_same=None), None),
        (Comparison(same_passages=False, overlap=0, judged_same=None, is_answered=False), None),
        (Comparison(same_passages=False, overlap=0, judged_same=True), False),
        (Comparison(same_passages=True, overlap=90, judged_same=False), True),
    ],
)
def test_by_rules_only_what_is_clear_is_decided(
    comparison: Comparison, *, is_false_hit: bool | None
) -> None:
    assert comparison.is_false_hit is is_false_hit


@pytest.mark.parametrize(
    ("false", "decided", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 100, 0.0, 0.0370), (1, 200, 0.0009, 0.0278), (5, 10, 0.2366, 0.7634)],
)
def test_the_interval_is_wilsons(false: int, decided: int, low: float, high: float) -> None:
    assert Rate("all", false, decided, 0).interval == pytest.approx((low, high), abs=1e-4)
