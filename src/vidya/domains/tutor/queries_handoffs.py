"""SQL of questions that wait for a teacher."""

from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection, many
from vidya.domains.tutor.models import OpenHandoff


async def insert_handoff(
    db: Connection,
    *,
    school_id: UUID,
    handoff_id: UUID,
    question_id: UUID,
    reason: str,
    now: datetime,
) -> None:
    """One question waits once, however often it is handed over."""
    await db.execute(
        """
        INSERT INTO handoffs (school_id, handoff_id, question_id, answer_id, reason, created_at)
        SELECT $1, $2, $3, answer_id, $4, $5 FROM questions
         WHERE school_id = $1 AND question_id = $3
        ON CONFLICT (school_id, question_id) DO NOTHING
        """,
        school_id,
        handoff_id,
        question_id,
        reason,
        now,
    )


async def open_handoffs(db: Connection, *, school_id: UUID, limit: int) -> list[OpenHandoff]:
    return await many(
        db,
        OpenHandoff,
        """
        SELECT h.handoff_id, q.text AS question, h.reason, q.language, q.grade,
               l.name AS learner, h.created_at
          FROM handoffs h
          JOIN questions q ON q.school_id = h.school_id AND q.question_id = h.question_id
          LEFT JOIN learners l ON l.school_id = q.school_id AND l.learner_id = q.learner_id
         WHERE h.school_id = $1 AND h.status = 'open' ORDER BY h.created_at LIMIT $2
        """,
        school_id,
        limit,
    )


async def close_handoff(
    db: Connection, *, school_id: UUID, handoff_id: UUID, now: datetime
) -> tuple[UUID, UUID] | None:
    """The question and the answer row of an open handoff, which is now answered."""
    row = await db.fetchrow(
        """
        UPDATE handoffs SET status = 'answered', answered_at = $3
         WHERE school_id = $1 AND handoff_id = $2 AND status = 'open'
         RETURNING question_id, answer_id
        """,
        school_id,
        handoff_id,
        now,
    )
    return None if row is None else (row["question_id"], row["answer_id"])


async def write_as_teacher(
    db: Connection,
    *,
    school_id: UUID,
    answer_id: UUID,
    sentences: list[str],
    until: datetime,
    now: datetime,
) -> None:
    await db.execute(
        """
        UPDATE answers SET status = 'ready', composer = 'teacher', sentences = $3,
               first_at = $4, completed_at = $4, expires_at = $5
         WHERE school_id = $1 AND answer_id = $2
        """,
        school_id,
        answer_id,
        sentences,
        now,
        until,
    )


async def open_count(db: Connection, *, school_id: UUID) -> int:
    count: int = await db.fetchval(
        "SELECT count(*) FROM handoffs WHERE school_id = $1 AND status = 'open'", school_id
    )
    return count
