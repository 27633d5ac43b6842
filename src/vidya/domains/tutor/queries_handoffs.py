"""SQL of questions that wait for a teacher."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection, find, many
from vidya.domains.tutor.models import HandedOver, OpenHandoff


async def insert_handoff(
    db: Connection,
    *,
    school_id: UUID,
    handoff_id: UUID,
    question_id: UUID,
    reason: str,
    now: datetime,
    also_answered: bool = False,
) -> None:
    """One question waits once, however often it is handed over.

    Where `also_answered`, it waits again although a teacher has answered it before.
    """
    await db.execute(
        """
        INSERT INTO handoffs (school_id, handoff_id, question_id, answer_id, reason, created_at)
        SELECT $1, $2, $3, answer_id, $4, $5 FROM questions
         WHERE school_id = $1 AND question_id = $3
        ON CONFLICT (school_id, question_id)
        DO UPDATE SET status = 'open', reason = $4, created_at = $5, answered_at = NULL WHERE $6
        """,
        school_id,
        handoff_id,
        question_id,
        reason,
        now,
        also_answered,
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


async def lock_handoff(db: Connection, *, school_id: UUID, handoff_id: UUID) -> HandedOver | None:
    """The open handoff with its question, held until the transaction ends."""
    return await find(
        db,
        HandedOver,
        """
        SELECT h.question_id, q.answer_id, q.text, q.language, q.grade, q.follows, s.board,
               s.teaching_mode AS mode
          FROM handoffs h
          JOIN questions q ON q.school_id = h.school_id AND q.question_id = h.question_id
          JOIN schools s ON s.school_id = h.school_id
         WHERE h.school_id = $1 AND h.handoff_id = $2 AND h.status = 'open'
           FOR UPDATE OF h
        """,
        school_id,
        handoff_id,
    )


async def insert_teachers_answer(
    db: Connection,
    handed_over: HandedOver,
    *,
    school_id: UUID,
    answer_id: UUID,
    sentences: list[str],
    now: datetime,
) -> None:
    await db.execute(
        """
        INSERT INTO answers (school_id, answer_id, status, question, language, grade, mode,
                             sentences, composer, keepable, created_at, first_at, completed_at)
        VALUES ($1, $2, 'ready', $3, $4, $5, $6, $7, 'teacher', true, $8, $8, $8)
        """,
        school_id,
        answer_id,
        handed_over.text,
        handed_over.language,
        handed_over.grade,
        handed_over.mode,
        sentences,
        now,
    )


async def give_to_all_who_wait(
    db: Connection,
    handed_over: HandedOver,
    *,
    school_id: UUID,
    answer_id: UUID,
    now: datetime,
) -> list[str]:
    """The question, and every other that was handed over with it, gets the teacher's answer.

    What the others asked comes back, in their words.
    """
    rows = await db.fetch(
        """
        WITH answered AS (
            UPDATE questions SET answer_id = $3, answer_board = NULL, status = 'answered', heard = 0
             WHERE school_id = $1 AND (question_id = $2
                   OR (answer_id = $4 AND status = 'handed_over'))
            RETURNING question_id, text
        ), settled AS (
            UPDATE handoffs h SET status = 'answered', answered_at = $5
              FROM answered a WHERE h.school_id = $1 AND h.question_id = a.question_id
        )
        SELECT DISTINCT text FROM answered WHERE question_id <> $2
        """,
        school_id,
        handed_over.question_id,
        answer_id,
        handed_over.answer_id,
        now,
    )
    return [row["text"] for row in rows]


async def point_keys(
    db: Connection,
    *,
    school_id: UUID,
    answer_id: UUID,
    digests: Sequence[UUID],
    kinds: Sequence[str],
) -> None:
    """From now on who asks this gets the teacher's answer."""
    await db.execute(
        """
        INSERT INTO answer_keys (school_id, digest, kind, answer_id)
        SELECT $1, digest, kind, $4 FROM unnest($2::uuid[], $3::text[]) AS t (digest, kind)
         ORDER BY digest
        ON CONFLICT (school_id, digest)
        DO UPDATE SET answer_id = excluded.answer_id, kind = excluded.kind
        """,
        school_id,
        digests,
        kinds,
        answer_id,
    )
