"""Where only words differ and vectors agree, a model is asked once, and fails closed."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from tests.tutor.makers import BOARD, SKY, ASchool, make_school, publish
from tests.tutor.models_that_judge import Alike, JudgingLlm
from vidya.core.db import Database
from vidya.domains.tutor.grey_zone import is_grey
from vidya.domains.tutor.jobs import AnswerWriter
from vidya.domains.tutor.jobs_grey_zone import GreyZone
from vidya.domains.tutor.models import Asked, QuestionStatus, Source, TracedQuestion
from vidya.domains.tutor.same_question.reading import read

ASKED = "Why is the sky blue?"
ALMOST = "Why does the sky look blue?"


@dataclass
class Zone:
    school: ASchool
    llm: JudgingLlm
    encoder: Alike

    async def answer(self, text: str) -> TracedQuestion:
        asked = await self.school.ask(text)
        await self.write(asked)
        return await self.school.trace(asked)

    async def write(self, asked: Asked) -> None:
        database = self.school.database
        zone = GreyZone(database, self.llm, self.encoder)
        writer = AnswerWriter(database, self.llm, timedelta(days=7), grey_zone=zone)
        await writer.answer_question(
            school_id=str(self.school.school_id), answer_id=str(asked.answer_id)
        )


async def make_zone(database: Database, *, verdict: str, closeness: float | None = 0.93) -> Zone:
    """A school whose board knows why the sky is blue."""
    school = await make_school(database)
    await publish(database, BOARD, SKY)
    zone = Zone(school, JudgingLlm(verdict), Alike(closeness))
    await zone.answer(ASKED)
    return zone


@pytest.mark.parametrize("verdict", ["YES", "yes.", " Yes\n"])
async def test_a_yes_is_kept_as_an_alias(database: Database, verdict: str) -> None:
    zone = await make_zone(database, verdict=verdict)

    first = await zone.answer(ALMOST)
    again = await zone.school.ask(ALMOST)

    assert first.status == QuestionStatus.answered
    assert first.source == "alias"
    assert again.source is Source.alias
    assert zone.llm.composed == 1
    assert len(zone.llm.judged) == 1


@pytest.mark.parametrize("verdict", ["NO", "YES, but it depends", "", "Maybe", "हाँ"])
async def test_anything_but_a_yes_is_a_permanent_no(database: Database, verdict: str) -> None:
    zone = await make_zone(database, verdict=verdict)

    first = await zone.answer(ALMOST)
    async with database.shared() as db:
        await db.execute(
            "DELETE FROM board_answer_keys k USING board_answers a"
            " WHERE a.answer_id = k.answer_id AND a.question = $1",
            ALMOST,
        )
    await zone.answer(ALMOST)

    assert first.source == "new"
    assert zone.llm.composed == 3
    assert len(zone.llm.judged) == 1
    async with database.school(zone.school.school_id) as db:
        assert await db.fetchval("SELECT DISTINCT because FROM refusals") == "model"


async def test_a_judge_that_is_down_decides_nothing(database: Database) -> None:
    zone = await make_zone(database, verdict="down")

    traced = await zone.answer(ALMOST)

    assert traced.status == QuestionStatus.answered
    assert traced.source == "new"
    assert await zone.school.count("refusals") == 0


@pytest.mark.parametrize("closeness", [None, 0.84])
async def test_where_vectors_do_not_agree_nobody_is_asked(
    database: Database, closeness: float | None
) -> None:
    zone = await make_zone(database, verdict="YES", closeness=closeness)

    traced = await zone.answer(ALMOST)

    assert traced.source == "new"
    assert zone.llm.judged == []


async def test_who_joins_meanwhile_gets_the_stored_answer_too(database: Database) -> None:
    zone = await make_zone(database, verdict="YES")
    asked = [await zone.school.ask(ALMOST) for _ in range(2)]

    await zone.write(asked[0])

    said = [(await zone.school.trace(one)).sentences for one in asked]
    assert said[0] == said[1]
    assert said[0]


@pytest.mark.parametrize(
    ("first", "second", "grey"),
    [
        (ASKED, ALMOST, True),
        (ASKED, "Why is the sky not blue?", False),
        (ASKED, "How is the sky blue?", False),
        (ASKED, "Why is grass green?", False),
        (ASKED, ASKED, False),
        ("What is 5 km in metres?", "What is 6 km in metres?", False),
        ("What is the LCM of 4 and 6?", "What is the HCF of 4 and 6?", True),
        ("Does heat flow from hot to cold?", "Does heat flow from cold to hot?", False),
        ("What is a nitrate of silver?", "What is a nitrite of silver?", False),
        ("tell me more", ASKED, False),
    ],
)
def test_only_words_may_differ(first: str, second: str, *, grey: bool) -> None:
    slots = [read(text, language="en", vocabulary=frozenset()) for text in (first, second)]

    assert is_grey(slots[0], slots[1]) is grey
