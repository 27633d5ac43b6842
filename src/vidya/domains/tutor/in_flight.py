"""Answers that are being written, and those who ask the same meanwhile."""

from datetime import datetime
from uuid import UUID

from vidya.core import jobs
from vidya.core.db import Connection
from vidya.core.ids import new_id
from vidya.domains.tutor import aliases, queries_answers
from vidya.domains.tutor.keys import AnswerKeys
from vidya.domains.tutor.models import (
    AnswerStatus,
    Asked,
    Asker,
    NewQuestion,
    QuestionStatus,
    Source,
    StoredAnswer,
)

ANSWER_JOB = "tutor.answer_question"


async def wait_with_others(
    db: Connection,
    asker: Asker,
    question: NewQuestion,
    keys: AnswerKeys,
    stored: StoredAnswer,
    *,
    question_id: UUID,
    now: datetime,
) -> Asked:
    """Join those for whom the answer is being written; begin anew where it came to nothing."""
    joined = await _join(db, asker, stored.answer_id, question_id=question_id)
    if joined is None:
        return await have_written(db, asker, question, keys, question_id=question_id, now=now)
    if stored.kind == Source.same_question:
        await aliases.lead_to(db, asker.scope, keys, answer_id=stored.answer_id)
    if now - stored.created_at > queries_answers.STALE_AFTER:
        await _enqueue(db, asker, stored.answer_id)
    return joined


async def have_written(
    db: Connection,
    asker: Asker,
    question: NewQuestion,
    keys: AnswerKeys,
    *,
    question_id: UUID,
    now: datetime,
) -> Asked:
    """A pending answer and the job that writes it; or the one that another asker just began."""
    answer_id = new_id(now)
    school_id = asker.scope.school_id
    is_first = await queries_answers.begin_answer(
        db,
        asker,
        question,
        answer_id=answer_id,
        digests=[] if question.follow_up else keys.all(),
        kinds=[] if question.follow_up else keys.kinds(),
        now=now,
    )
    other = None if is_first else await _claim(db, asker, keys, answer_id=answer_id, now=now)
    joined = other and await _join(db, asker, other, question_id=question_id)
    if other and joined:
        await queries_answers.delete_answer(db, school_id=school_id, answer_id=answer_id)
        await aliases.lead_to(db, asker.scope, keys, answer_id=other)
        return joined
    await _enqueue(db, asker, answer_id)
    return Asked(question_id, QuestionStatus.waiting, Source.new, answer_id)


async def _join(
    db: Connection, asker: Asker, answer_id: UUID, *, question_id: UUID
) -> Asked | None:
    """Wait with others for an answer that is being written; None when it came to nothing."""
    held = await queries_answers.hold_answer(
        db, school_id=asker.scope.school_id, answer_id=answer_id
    )
    if held is None or held.status is AnswerStatus.handed_over:
        return None
    if held.status is AnswerStatus.ready:
        return Asked(question_id, QuestionStatus.answered, Source.shared, answer_id, held.sentences)
    return Asked(question_id, QuestionStatus.waiting, Source.shared, answer_id)


async def _claim(
    db: Connection, asker: Asker, keys: AnswerKeys, *, answer_id: UUID, now: datetime
) -> UUID | None:
    """The answer that holds one of the keys; None where those that did are dead, and are ours."""
    keys = await aliases.without_refused(db, asker.scope, keys)
    return await queries_answers.claim_keys(
        db,
        school_id=asker.scope.school_id,
        answer_id=answer_id,
        digests=keys.all(),
        kinds=keys.kinds(),
        now=now,
    )


async def _enqueue(db: Connection, asker: Asker, answer_id: UUID) -> None:
    await jobs.enqueue(
        db,
        ANSWER_JOB,
        dedupe=str(answer_id),
        school_id=str(asker.scope.school_id),
        answer_id=str(answer_id),
    )
