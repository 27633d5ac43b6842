"""SQL of questions: looking up what is known, recording what is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vidya.core.db import Connection, find, many, to_json
from vidya.domains.tutor.models import (
    Asked,
    Asker,
    NewQuestion,
    PastQuestion,
    StageTiming,
    StoredAnswer,
)


@dataclass(frozen=True)
class Known:
    """What one look-up finds out before a question is answered."""

    asked_today: int
    stored: StoredAnswer | None
    served: bool
    """The stored answer may be said, and the question is recorded with it already."""


async def look_up(
    db: Connection,
    asker: Asker,
    question: NewQuestion,
    *,
    question_id: UUID,
    digests: Sequence[UUID],
    questions_a_day: int,
    stages: Sequence[StageTiming],
    day: date,
    now: datetime,
) -> Known:
    """The learner's questions of the day and the stored answer, in one round trip.

    An answer that is ready, for a learner who may still ask, is served by the same statement:
    nine questions in ten take this way, and a round trip is a third of their cost.

    The school's own answer comes before its board's, the same words before the same question.
    The wording's own digest comes first: what it was refused, it is not led to by another key.
    An answer that also rests on the school's text cites its board's passages beside: once one
    of those is withdrawn, the answer is dead.
    """
    row = await db.fetchrow(
        """
        WITH today AS (
            SELECT coalesce((SELECT asked FROM question_counts
                              WHERE school_id = $1 AND learner_id = $2::uuid AND day = $3::date),
                            0) AS asked
        ), found AS (
            SELECT a.answer_id, NULL::text AS board, k.kind, a.status, a.sentences, a.subject,
                   a.created_at,
                   0 AS rank
              FROM answer_keys k JOIN answers a USING (school_id, answer_id)
             WHERE k.school_id = $1 AND k.digest = ANY ($4)
               AND (a.expires_at IS NULL OR a.expires_at > $6)
               AND (k.kind = 'exact' OR NOT EXISTS (
                     SELECT FROM refusals r
                      WHERE r.school_id = $1 AND r.wording = $15::uuid
                        AND r.refused IN (k.digest, a.answer_id)))
               AND NOT (a.cites_board AND EXISTS (
                     SELECT FROM answer_citations c
                      WHERE c.school_id = $1 AND c.answer_id = a.answer_id AND c.board IS NOT NULL
                        AND NOT EXISTS (SELECT FROM board_passages p
                                         WHERE p.board = c.board AND p.passage_no = c.passage_no)))
            UNION ALL
            SELECT a.answer_id, a.board, k.kind, 'ready', a.sentences, a.subject,
                   a.created_at, 1
              FROM board_answer_keys k JOIN board_answers a USING (board, answer_id)
             WHERE k.board = $5 AND k.digest = ANY ($4) AND a.expires_at > $6
               AND (k.kind = 'exact'
                    OR NOT EXISTS (SELECT FROM refusals r
                                    WHERE r.school_id = $1 AND r.wording = $15
                                      AND r.refused IN (k.digest, a.answer_id))
                       AND NOT EXISTS (SELECT FROM board_refusals r
                                        WHERE r.board = $5 AND r.wording = $15
                                          AND r.refused IN (k.digest, a.answer_id)))
             ORDER BY rank, kind
             LIMIT 1
        ), served AS (
            SELECT found.* FROM found, today WHERE status = 'ready' AND today.asked < $7
        ), counted AS (
            INSERT INTO question_counts AS q (school_id, learner_id, day, asked)
            SELECT $1, $2::uuid, $3::date, 1 FROM served WHERE $2::uuid IS NOT NULL
            ON CONFLICT (school_id, learner_id, day) DO UPDATE SET asked = q.asked + 1
        ), guest AS (
            UPDATE guests SET asked = asked + 1
             WHERE school_id = $1 AND guest_id = $8::uuid AND EXISTS (SELECT FROM served)
        ), recorded AS (
            INSERT INTO questions (school_id, question_id, learner_id, guest_id, channel, text,
                                   language, grade, asked_at, status, source, answer_id,
                                   answer_board, heard, stages, subject)
            SELECT $1, $9, $2, $8, $10, $11, $12, $13, $6, 'answered', kind, answer_id, board,
                   cardinality(sentences),
                   $14::jsonb || jsonb_build_array(jsonb_build_object(
                     'name', 'look up', 'outcome', kind, 'ms', round(extract(
                       epoch FROM clock_timestamp() - statement_timestamp()) * 1000, 2))),
                   subject
              FROM served
        )
        SELECT today.asked AS asked_today, EXISTS (SELECT FROM served) AS served, found.*
          FROM today LEFT JOIN found ON true
        """,
        asker.scope.school_id,
        asker.learner_id,
        day,
        digests,
        asker.scope.board,
        now,
        questions_a_day,
        asker.guest_id,
        question_id,
        question.channel,
        question.text,
        asker.scope.language,
        asker.scope.grade,
        to_json(stages),
        digests[0] if digests else None,
    )
    assert row is not None  # noqa: S101 - the first table always has its row
    if row["answer_id"] is None:
        return Known(row["asked_today"], stored=None, served=False)
    return Known(
        asked_today=row["asked_today"],
        served=row["served"],
        stored=StoredAnswer(
            answer_id=row["answer_id"],
            board=row["board"],
            kind=row["kind"],
            status=row["status"],
            sentences=row["sentences"],
            subject=row["subject"],
            created_at=row["created_at"],
        ),
    )


async def record_question(
    db: Connection,
    asker: Asker,
    question: NewQuestion,
    asked: Asked,
    *,
    stored: StoredAnswer | None,
    stages: Sequence[StageTiming],
    now: datetime,
    day: date,
    is_counted: bool = True,
) -> None:
    """Keep the question and count it, in one round trip. A guest's is counted with the guest."""
    await db.execute(
        """
        WITH counted AS (
            INSERT INTO question_counts AS q (school_id, learner_id, day, asked)
            SELECT $1, $3::uuid, $17::date, 1
             WHERE $3::uuid IS NOT NULL AND $11 <> 'refused' AND $19
            ON CONFLICT (school_id, learner_id, day) DO UPDATE SET asked = q.asked + 1
        ), guest AS (
            UPDATE guests SET asked = asked + 1
             WHERE school_id = $1 AND guest_id = $4::uuid AND $11 <> 'refused' AND $19
        )
        INSERT INTO questions (school_id, question_id, learner_id, guest_id, channel, text,
                               language, grade, asked_at, follows, status, source, answer_id,
                               answer_board, heard, stages, subject)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $18)
        """,
        asker.scope.school_id,
        asked.question_id,
        asker.learner_id,
        asker.guest_id,
        question.channel,
        question.text,
        asker.scope.language,
        asker.scope.grade,
        now,
        question.about,
        asked.status,
        asked.source,
        asked.answer_id,
        stored.board if stored else None,
        len(asked.sentences),
        to_json(stages),
        day,
        stored.subject if stored else None,
        is_counted,
    )


async def mark_heard(db: Connection, *, school_id: UUID, question_id: UUID, heard: int) -> None:
    await db.execute(
        "UPDATE questions SET heard = $3 WHERE school_id = $1 AND question_id = $2",
        school_id,
        question_id,
        heard,
    )


_PAST = """
    SELECT q.question_id, q.text, q.subject, q.status, q.asked_at,
           coalesce(b.sentences, a.sentences, '{}') AS sentences
      FROM questions q
      LEFT JOIN answers a ON a.school_id = q.school_id AND a.answer_id = q.answer_id
      LEFT JOIN board_answers b ON b.board = q.answer_board AND b.answer_id = q.answer_id
"""


async def find_past(db: Connection, *, school_id: UUID, question_id: UUID) -> PastQuestion | None:
    return await find(
        db,
        PastQuestion,
        _PAST + " WHERE q.school_id = $1 AND q.question_id = $2",
        school_id,
        question_id,
    )


async def find_unheard(
    db: Connection, *, school_id: UUID, learner_id: UUID, since: datetime
) -> PastQuestion | None:
    """The latest question whose answer was not heard to its end."""
    return await find(
        db,
        PastQuestion,
        _PAST
        + """
         WHERE q.school_id = $1 AND q.learner_id = $2 AND q.asked_at > $3
           AND q.status = 'answered'
           AND q.heard < cardinality(coalesce(b.sentences, a.sentences))
         ORDER BY q.asked_at DESC LIMIT 1
        """,
        school_id,
        learner_id,
        since,
    )


async def recent(
    db: Connection, *, school_id: UUID, learner_id: UUID, subject: str | None, limit: int
) -> list[PastQuestion]:
    """What the learner asked lately, latest first; follow-ups and refusals left out."""
    return await many(
        db,
        PastQuestion,
        _PAST
        + """
         WHERE q.school_id = $1 AND q.learner_id = $2 AND ($3::text IS NULL OR q.subject = $3)
           AND q.follows IS NULL AND q.status <> 'refused'
         ORDER BY q.asked_at DESC LIMIT $4
        """,
        school_id,
        learner_id,
        subject,
        limit,
    )


async def insert_safety_alert(
    db: Connection,
    *,
    school_id: UUID,
    alert_id: UUID,
    learner_id: UUID | None,
    question_id: UUID,
    now: datetime,
) -> None:
    await db.execute(
        """
        INSERT INTO safety_alerts (school_id, alert_id, learner_id, question_id, created_at)
        VALUES ($1, $2, $3, $4, $5)
        """,
        school_id,
        alert_id,
        learner_id,
        question_id,
        now,
    )


async def named_adult_to_tell(db: Connection, *, school_id: UUID, alert_id: UUID) -> str | None:
    number: str | None = await db.fetchval(
        """
        SELECT s.named_adult FROM safety_alerts a JOIN schools s USING (school_id)
         WHERE a.school_id = $1 AND a.alert_id = $2 AND a.told_at IS NULL
        """,
        school_id,
        alert_id,
    )
    return number


async def mark_told(db: Connection, *, school_id: UUID, alert_id: UUID, now: datetime) -> None:
    await db.execute(
        "UPDATE safety_alerts SET told_at = $3 WHERE school_id = $1 AND alert_id = $2",
        school_id,
        alert_id,
        now,
    )
