"""SQL of stored answers that may also be answers to another wording."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from vidya.core.db import Connection, many, to_json
from vidya.domains.curriculum.models import Scope
from vidya.domains.tutor.models import StageTiming

_MOST = 8


@dataclass(frozen=True)
class Known:
    answer_id: UUID
    board: str | None
    question: str
    digests: list[UUID]
    """All that leads to it."""


async def answers_citing(
    db: Connection, scope: Scope, *, cited: Sequence[tuple[str | None, int]]
) -> list[Known]:
    """Answers in store for this class and language that rest on any of these passages."""
    return await many(
        db,
        Known,
        """
        WITH own AS (
            SELECT DISTINCT answer_id FROM answer_citations
             WHERE school_id = $1 AND board IS NULL AND passage_no = ANY ($5)
        ), shared AS (
            SELECT DISTINCT answer_id FROM board_answer_citations
             WHERE board = $2 AND passage_no = ANY ($6)
        )
        SELECT a.answer_id, NULL::text AS board, a.question,
               ARRAY(SELECT digest FROM answer_keys k
                      WHERE k.school_id = $1 AND k.answer_id = a.answer_id) AS digests
          FROM own JOIN answers a ON a.school_id = $1 AND a.answer_id = own.answer_id
         WHERE a.status = 'ready' AND a.grade = $3 AND a.language = $4
           AND (a.expires_at IS NULL OR a.expires_at > now())
        UNION ALL
        SELECT a.answer_id, a.board, a.question,
               ARRAY(SELECT digest FROM board_answer_keys k
                      WHERE k.board = $2 AND k.answer_id = a.answer_id)
          FROM shared JOIN board_answers a ON a.board = $2 AND a.answer_id = shared.answer_id
         WHERE a.grade = $3 AND a.language = $4 AND a.expires_at > now()
         LIMIT $7
        """,
        scope.school_id,
        scope.board,
        scope.grade,
        scope.language,
        [number for board, number in cited if board is None],
        [number for board, number in cited if board is not None],
        _MOST,
    )


async def give_stored(
    db: Connection,
    school_id: UUID,
    answer_id: UUID,
    *,
    board: str | None,
    instead_of: UUID,
    stage: StageTiming,
) -> bool:
    """Whoever waits for the one answer gets the other; False when that is not there any more."""
    there: bool = await db.fetchval(
        """
        SELECT CASE WHEN $3::text IS NULL
                    THEN EXISTS (SELECT FROM answer_keys WHERE school_id = $1 AND answer_id = $2)
                    ELSE EXISTS (SELECT FROM board_answers WHERE board = $3 AND answer_id = $2) END
        """,
        school_id,
        answer_id,
        board,
    )
    if not there:
        return False
    await db.execute(
        """
        UPDATE questions SET status = 'answered', source = 'alias', answer_id = $2,
               answer_board = $3, stages = stages || $5::jsonb
         WHERE school_id = $1 AND answer_id = $4 AND status = 'waiting'
        """,
        school_id,
        answer_id,
        board,
        instead_of,
        to_json([stage]),
    )
    await db.execute(
        "DELETE FROM answers WHERE school_id = $1 AND answer_id = $2", school_id, instead_of
    )
    return True
