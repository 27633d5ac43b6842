"""SQL of answers that are compared in the shadow."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection, many


@dataclass(frozen=True)
class Served:
    """A question, and the answer that other words led to."""

    question_id: UUID
    question: str
    kind: str
    board: str
    grade: int
    language: str
    mode: str
    sentences: list[str]
    cited: frozenset[tuple[str | None, int]]
    """(board or None for the school's own, number of the passage)."""


@dataclass(frozen=True)
class Counted:
    kind: str
    false: int
    decided: int
    undecided: int


async def find_served(db: Connection, *, school_id: UUID, question_id: UUID) -> Served | None:
    row = await db.fetchrow(
        """
        SELECT q.question_id, q.text AS question, q.source AS kind, s.board, q.grade, q.language,
               s.teaching_mode AS mode, coalesce(b.sentences, a.sentences) AS sentences
          FROM questions q
          JOIN schools s USING (school_id)
          LEFT JOIN answers a ON a.school_id = q.school_id AND a.answer_id = q.answer_id
          LEFT JOIN board_answers b ON b.board = q.answer_board AND b.answer_id = q.answer_id
         WHERE q.school_id = $1 AND q.question_id = $2
           AND coalesce(b.sentences, a.sentences) IS NOT NULL
        """,
        school_id,
        question_id,
    )
    if row is None:
        return None
    cited = await db.fetch(
        """
        SELECT c.board, c.passage_no FROM questions q
          JOIN answer_citations c ON c.school_id = q.school_id AND c.answer_id = q.answer_id
         WHERE q.school_id = $1 AND q.question_id = $2
        UNION
        SELECT c.board, c.passage_no FROM questions q
          JOIN board_answer_citations c ON c.board = q.answer_board AND c.answer_id = q.answer_id
         WHERE q.school_id = $1 AND q.question_id = $2
        """,
        school_id,
        question_id,
    )
    passages = frozenset((each["board"], each["passage_no"]) for each in cited)
    return Served(**dict(row.items()), cited=passages)


async def insert_check(
    db: Connection,
    *,
    school_id: UUID,
    question_id: UUID,
    kind: str,
    same_passages: bool,
    overlap: int,
    judged_same: bool | None,
    is_false_hit: bool | None,
    now: datetime,
) -> None:
    await db.execute(
        """
        INSERT INTO shadow_checks (school_id, question_id, kind, same_passages, overlap,
                                   judged_same, is_false_hit, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
        """,
        school_id,
        question_id,
        kind,
        same_passages,
        overlap,
        judged_same,
        is_false_hit,
        now,
    )


async def count_checks(db: Connection, *, school_id: UUID) -> list[Counted]:
    return await many(
        db,
        Counted,
        """
        SELECT kind, count(*) FILTER (WHERE is_false_hit) AS false,
               count(is_false_hit) AS decided,
               count(*) FILTER (WHERE is_false_hit IS NULL) AS undecided
          FROM shadow_checks WHERE school_id = $1 GROUP BY kind ORDER BY kind
        """,
        school_id,
    )
