"""SQL that shows what happened to a question, for whoever wants to see why."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from vidya.core.db import Connection, from_json
from vidya.domains.tutor.models import CitedPassage, TracedQuestion

_TRACED = """
        SELECT q.question_id, q.text, q.status, q.source, q.asked_at,
               coalesce(b.composer, a.composer, '') AS composer, a.first_at, a.completed_at,
               coalesce(b.sentences, a.sentences, '{}') AS sentences,
               q.stages || coalesce(CASE WHEN q.source IN ('new', 'shared') THEN a.stages END,
                                    '[]') AS stages,
               coalesce((SELECT jsonb_agg(to_jsonb(c) ORDER BY c.position) FROM (
                   SELECT position, chapter, heading, passage_no, board FROM answer_citations
                    WHERE school_id = q.school_id AND answer_id = q.answer_id
                   UNION
                   SELECT position, chapter, heading, passage_no, board
                     FROM board_answer_citations
                    WHERE board = q.answer_board AND answer_id = q.answer_id) c), '[]') AS cited
          FROM questions q
          LEFT JOIN answers a ON a.school_id = q.school_id AND a.answer_id = q.answer_id
          LEFT JOIN board_answers b ON b.board = q.answer_board AND b.answer_id = q.answer_id
         WHERE q.school_id = $1
"""


async def traced_question(
    db: Connection, *, school_id: UUID, question_id: UUID
) -> TracedQuestion | None:
    row = await db.fetchrow(_TRACED + " AND q.question_id = $2", school_id, question_id)
    return None if row is None else _traced(dict(row.items()))


async def served_without_model(
    db: Connection, *, school_id: UUID, since: datetime, until: datetime
) -> dict[str, int]:
    """Answers by where they came from, those left out that were written anew from books."""
    rows = await db.fetch(
        """
        SELECT CASE WHEN a.composer = 'computed' THEN 'computed' ELSE q.source END AS origin,
               count(*) AS answers
          FROM questions q
          LEFT JOIN answers a ON a.school_id = q.school_id AND a.answer_id = q.answer_id
         WHERE q.school_id = $1 AND q.asked_at >= $2 AND q.asked_at < $3
           AND q.status = 'answered' AND (q.source <> 'new' OR a.composer = 'computed')
         GROUP BY origin ORDER BY answers DESC, origin
        """,
        school_id,
        since,
        until,
    )
    return {row["origin"]: row["answers"] for row in rows}


async def traced(
    db: Connection,
    *,
    school_id: UUID,
    learner_id: UUID | None,
    guest_id: UUID | None,
    limit: int,
) -> list[TracedQuestion]:
    """The latest questions of a learner or a guest, latest first, with stages and citations."""
    rows = await db.fetch(
        _TRACED
        + """
           AND (q.learner_id = $2 OR ($2::uuid IS NULL AND q.guest_id = $3))
         ORDER BY q.asked_at DESC LIMIT $4
        """,
        school_id,
        learner_id,
        guest_id,
        limit,
    )
    return [_traced(dict(row.items())) for row in rows]


def _traced(row: dict[str, Any]) -> TracedQuestion:
    cited = from_json(row.pop("cited"), list[_Cited])
    stages = from_json(row.pop("stages"), list[dict[str, object]])
    citations = [CitedPassage(c.chapter, c.heading, c.passage_no, c.board) for c in cited]
    return TracedQuestion(**row, stages=stages, citations=citations)


class _Cited(msgspec.Struct):
    chapter: str
    heading: str
    passage_no: int
    board: str | None
