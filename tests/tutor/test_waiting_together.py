"""Whoever waits for an answer that another child's question began gets it, however close they lie."""

import asyncio
from datetime import timedelta

from tests.tutor.makers import BOARD, SKY, make_school, publish
from vidya.core import clock
from vidya.core.db import Database
from vidya.domains.curriculum.models import Scope
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.jobs import AnswerWriter
from vidya.domains.tutor.models import Asker, NewQuestion, QuestionStatus

QUESTION = "Why is the sky blue?"
_LONG_ENOUGH_TO_END_S = 0.5


async def test_a_question_asked_while_the_answer_is_being_completed_is_answered(
    database: Database,
) -> None:
    """The writer ends after the second child began to wait, and before that was committed."""
    school = await make_school(database)
    await publish(database, BOARD, SKY)
    first = await school.ask(QUESTION)
    writer = AnswerWriter(database, None, timedelta(days=7))
    asker = Asker(Scope(school.school_id, BOARD, 8, "en"), mode="explain")
    writes = writer.answer_question(school_id=str(school.school_id), answer_id=str(first.answer_id))

    async with asyncio.TaskGroup() as together, database.school(school.school_id) as db:
        second = await tutor.ask(
            db, asker, NewQuestion(QUESTION, "test"), questions_a_day=50, now=clock.now()
        )
        writing = together.create_task(writes)
        await asyncio.wait({writing}, timeout=_LONG_ENOUGH_TO_END_S)

    assert second.answer_id == first.answer_id
    assert (await school.trace(second)).status == QuestionStatus.answered
