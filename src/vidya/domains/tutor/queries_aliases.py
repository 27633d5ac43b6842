"""SQL of wordings that lead to an answer by another's words, and of those that must not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection, find
from vidya.domains.curriculum.models import Scope


@dataclass(frozen=True)
class DisputedQuestion:
    """A question whose learner says that its answer is not what they asked."""

    question_id: UUID
    text: str
    channel: str
    language: str
    grade: int
    status: str
    source: str
    answer_id: UUID | None
    answered: str | None
    """The wording that the answer was written for; None when it is gone or was not kept."""
    is_shared: bool
    """The answer serves all schools of the board."""
    disputed_at: datetime | None


async def lock_disputed(
    db: Connection, scope: Scope, *, question_id: UUID
) -> DisputedQuestion | None:
    """The question, or the one that began its thread, held until the transaction ends."""
    return await find(
        db,
        DisputedQuestion,
        """
        WITH RECURSIVE thread AS (
            SELECT question_id, follows FROM questions WHERE school_id = $1 AND question_id = $2
            UNION
            SELECT q.question_id, q.follows FROM thread t
              JOIN questions q ON q.school_id = $1 AND q.question_id = t.follows
        )
        SELECT q.question_id, q.text, q.channel, q.language, q.grade, q.status, q.source,
               q.answer_id, coalesce(nullif(b.question, ''), a.question) AS answered,
               b.answer_id IS NOT NULL AS is_shared, q.disputed_at
          FROM questions q
          LEFT JOIN answers a ON a.school_id = $1 AND a.answer_id = q.answer_id
          LEFT JOIN board_answers b ON b.board = $3 AND b.answer_id = q.answer_id
         WHERE q.school_id = $1
           AND q.question_id = (SELECT question_id FROM thread WHERE follows IS NULL LIMIT 1)
           FOR UPDATE OF q
        """,
        scope.school_id,
        question_id,
        scope.board,
    )


async def mark_disputed(
    db: Connection, *, school_id: UUID, question_id: UUID, now: datetime
) -> None:
    """Said once, it stays said; the answer is not offered as one that was missed."""
    await db.execute(
        """
        UPDATE questions q SET disputed_at = $3, heard = 32767
         WHERE school_id = $1 AND question_id = $2
        """,
        school_id,
        question_id,
        now,
    )


async def insert_refusals(
    db: Connection,
    *,
    school_id: UUID,
    wording: UUID,
    refused: Sequence[UUID],
    because: str,
    question_id: UUID | None,
    now: datetime,
) -> None:
    """From now on this wording is not led to any of these, and an alias that led there is gone."""
    await db.execute(
        """
        WITH gone AS (
            DELETE FROM answer_keys
             WHERE school_id = $1 AND digest = $2 AND kind = 'alias' AND answer_id = ANY ($3)
        )
        INSERT INTO refusals (school_id, wording, refused, because, question_id, created_at)
        SELECT $1, $2, refused, $4, $5, $6 FROM unnest($3::uuid[]) AS refused
        ON CONFLICT DO NOTHING
        """,
        school_id,
        wording,
        refused,
        because,
        question_id,
        now,
    )


async def insert_objections(
    db: Connection,
    *,
    board: str,
    wording: UUID,
    refused: Sequence[UUID],
    witnesses: Sequence[UUID],
    enough: int,
) -> None:
    """One school's no; once `enough` schools have said it, it holds for the whole board."""
    await db.execute(
        """
        INSERT INTO board_objections (board, wording, refused, witness)
        SELECT $1, $2, refused, witness FROM unnest($3::uuid[], $4::uuid[]) AS t (refused, witness)
         ORDER BY refused
        ON CONFLICT DO NOTHING
        """,
        board,
        wording,
        refused,
        witnesses,
    )
    await db.execute(
        """
        WITH settled AS (
            INSERT INTO board_refusals (board, wording, refused)
            SELECT board, wording, refused FROM board_objections
             WHERE board = $1 AND wording = $2 AND refused = ANY ($3)
             GROUP BY board, wording, refused HAVING count(*) >= $4
             ORDER BY refused
            ON CONFLICT DO NOTHING
            RETURNING refused
        )
        DELETE FROM board_answer_keys k USING settled
         WHERE k.board = $1 AND k.digest = $2 AND k.kind = 'alias' AND k.answer_id = settled.refused
        """,
        board,
        wording,
        refused,
        enough,
    )


async def refused_to(
    db: Connection, scope: Scope, *, wording: UUID, digests: Sequence[UUID]
) -> set[UUID]:
    """Which of these the wording must not be led to, in its school or in all of its board."""
    rows = await db.fetch(
        """
        SELECT refused FROM refusals
         WHERE school_id = $1 AND wording = $3 AND refused = ANY ($4)
        UNION
        SELECT refused FROM board_refusals
         WHERE board = $2 AND wording = $3 AND refused = ANY ($4)
        """,
        scope.school_id,
        scope.board,
        wording,
        digests,
    )
    return {row["refused"] for row in rows}


async def point_alias(db: Connection, scope: Scope, *, wording: UUID, answer_id: UUID) -> None:
    """From now on this wording leads to the answer by itself, where the answer's own keys are.

    A wording that leads somewhere already is left alone.
    """
    await db.execute(
        """
        WITH shared AS (
            INSERT INTO board_answer_keys (board, digest, kind, answer_id)
            SELECT board, $3, 'alias', answer_id FROM board_answers
             WHERE board = $2 AND answer_id = $4
            ON CONFLICT (board, digest) DO NOTHING
        )
        INSERT INTO answer_keys (school_id, digest, kind, answer_id)
        SELECT $1, $3, 'alias', $4
         WHERE EXISTS (SELECT FROM answer_keys WHERE school_id = $1 AND answer_id = $4)
        ON CONFLICT (school_id, digest) DO NOTHING
        """,
        scope.school_id,
        scope.board,
        wording,
        answer_id,
    )
