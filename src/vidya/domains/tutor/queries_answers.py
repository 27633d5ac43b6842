"""SQL of answers while they are written."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from vidya.core.db import Connection
from vidya.domains.tutor.models import (
    AnswerStatus,
    Asker,
    NewQuestion,
    Progress,
    Sentence,
)


async def begin_answer(
    db: Connection,
    asker: Asker,
    question: NewQuestion,
    *,
    answer_id: UUID,
    digests: Sequence[UUID],
    kinds: Sequence[str],
    now: datetime,
    is_held: bool = False,
) -> bool:
    """A pending answer with the keys that are free; whether all that it may have were.

    A key that the wording was refused is none of them. The first digest is that of its words.
    An answer that is held is not found by any question, also when it is ready.
    """
    scope = asker.scope
    has_all: bool = await db.fetchval(
        """
        WITH begun AS (
            INSERT INTO answers (school_id, answer_id, status, question, language, grade, mode,
                                 keepable, follow_up, about, created_at)
            VALUES ($1, $2, 'writing', $3, $4, $5, $6, $7, $8, $9, $10)
        ), allowed AS (
            SELECT digest, kind FROM unnest($11::uuid[], $12::text[]) AS t (digest, kind)
             WHERE kind = 'exact'
                OR NOT EXISTS (SELECT FROM refusals r
                                WHERE r.school_id = $1 AND r.wording = $13::uuid
                                  AND r.refused = digest)
               AND NOT EXISTS (SELECT FROM board_refusals r
                                WHERE r.board = $14 AND r.wording = $13 AND r.refused = digest)
        ), claimed AS (
            INSERT INTO answer_keys (school_id, digest, kind, answer_id)
            SELECT $1, digest, kind, $2 FROM allowed ORDER BY digest
            ON CONFLICT (school_id, digest) DO NOTHING
            RETURNING digest
        )
        SELECT (SELECT count(*) FROM allowed) = (SELECT count(*) FROM claimed)
        """,
        scope.school_id,
        answer_id,
        question.text,
        scope.language,
        scope.grade,
        asker.mode,
        question.follow_up is None and not is_held,
        question.follow_up,
        question.about,
        now,
        digests,
        kinds,
        digests[0] if digests else None,
        scope.board,
    )
    return has_all


async def claim_keys(
    db: Connection,
    *,
    school_id: UUID,
    answer_id: UUID,
    digests: Sequence[UUID],
    kinds: Sequence[str],
    now: datetime,
) -> UUID | None:
    """Make the answer the one for these keys; the answer that holds one already, if there is.

    Keys of expired answers are free, and of those that rest on a withdrawn passage. Two askers at
    once meet here: the second waits for the first to commit, and is then given its answer.
    """
    await db.execute(
        """
        DELETE FROM answer_keys k USING answers a
         WHERE k.school_id = $1 AND k.digest = ANY ($2)
           AND a.school_id = $1 AND a.answer_id = k.answer_id
           AND (a.expires_at <= $3
                OR a.cites_board AND EXISTS (
                     SELECT FROM answer_citations c
                      WHERE c.school_id = $1 AND c.answer_id = a.answer_id AND c.board IS NOT NULL
                        AND NOT EXISTS (SELECT FROM board_passages p
                                         WHERE p.board = c.board AND p.passage_no = c.passage_no)))
        """,
        school_id,
        digests,
        now,
    )
    await db.execute(
        """
        INSERT INTO answer_keys (school_id, digest, kind, answer_id)
        SELECT $1, digest, kind, $4 FROM unnest($2::uuid[], $3::text[]) AS t (digest, kind)
         ORDER BY digest
        ON CONFLICT (school_id, digest) DO NOTHING
        """,
        school_id,
        digests,
        kinds,
        answer_id,
    )
    holder: UUID | None = await db.fetchval(
        """
        SELECT answer_id FROM answer_keys
         WHERE school_id = $1 AND digest = ANY ($2) AND answer_id <> $3 ORDER BY kind LIMIT 1
        """,
        school_id,
        digests,
        answer_id,
    )
    return holder


async def delete_answer(db: Connection, *, school_id: UUID, answer_id: UUID) -> None:
    await db.execute(
        "DELETE FROM answers WHERE school_id = $1 AND answer_id = $2", school_id, answer_id
    )


async def lock_answer(db: Connection, *, school_id: UUID, answer_id: UUID) -> Any:
    """The answer's row, held until the transaction ends, with whose it is; or None.

    That is: the school's board and time zone, the learner who asked it first, and the channel.
    """
    return await db.fetchrow(
        """
        SELECT a.*, s.board, s.time_zone, q.learner_id AS asked_by, q.channel
          FROM answers a JOIN schools s USING (school_id)
          LEFT JOIN LATERAL (
            SELECT learner_id, channel FROM questions
             WHERE school_id = $1 AND answer_id = $2 ORDER BY asked_at LIMIT 1
          ) q ON true
         WHERE a.school_id = $1 AND a.answer_id = $2 FOR UPDATE OF a
        """,
        school_id,
        answer_id,
    )


async def hold_answer(db: Connection, *, school_id: UUID, answer_id: UUID) -> Progress | None:
    """How far the answer is; it is not completed before this transaction ends.

    So whoever now waits for it is seen by its writer, or sees what was written.
    """
    row = await db.fetchrow(
        """
        SELECT status, sentences FROM answers
         WHERE school_id = $1 AND answer_id = $2 FOR SHARE
        """,
        school_id,
        answer_id,
    )
    return None if row is None else Progress(AnswerStatus(row["status"]), tuple(row["sentences"]))


async def cited_by_question(
    db: Connection, *, school_id: UUID, question_id: UUID
) -> list[tuple[str | None, int]]:
    """The passages that the answer to a question rests on: (board or None, number)."""
    rows = await db.fetch(
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
    return [(row["board"], row["passage_no"]) for row in rows]


async def add_sentences(
    db: Connection,
    sentences: Sequence[Sentence],
    *,
    school_id: UUID,
    answer_id: UUID,
    position: int,
    now: datetime,
) -> bool:
    """Add them from `position` on, from 0; False when another writer already did.

    A passage that the answer cites already is not cited twice.
    """
    cited = {(p.board, p.passage_no): p for each in sentences for p in each.passages}.values()
    added: bool = await db.fetchval(
        """
        WITH added AS (
            UPDATE answers SET sentences = sentences || $3::text[],
                   first_at = coalesce(first_at, $4)
             WHERE school_id = $1 AND answer_id = $2
               AND status = 'writing' AND cardinality(sentences) = $5
            RETURNING answer_id
        ), known AS (
            SELECT board, passage_no FROM answer_citations WHERE school_id = $1 AND answer_id = $2
        ), cited AS (
            INSERT INTO answer_citations (school_id, answer_id, position, board, passage_no,
                                          content_hash, chapter, heading)
            SELECT $1, $2, (SELECT count(*) FROM known) + row_number() OVER (ORDER BY t.nth),
                   t.board, t.passage_no, t.content_hash, t.chapter, t.heading
              FROM added, unnest($6::text[], $7::integer[], $8::bytea[], $9::text[], $10::text[])
                     WITH ORDINALITY AS t (board, passage_no, content_hash, chapter, heading, nth)
             WHERE NOT EXISTS (SELECT FROM known k
                                WHERE k.board IS NOT DISTINCT FROM t.board
                                  AND k.passage_no = t.passage_no)
        )
        SELECT EXISTS (SELECT FROM added)
        """,
        school_id,
        answer_id,
        [sentence.text for sentence in sentences],
        now,
        position,
        [p.board for p in cited],
        [p.passage_no for p in cited],
        [p.content_hash for p in cited],
        [p.chapter for p in cited],
        [p.heading for p in cited],
    )
    return added


async def find_progress(
    db: Connection, *, school_id: UUID, question_id: UUID, hear: bool
) -> Progress | None:
    """How far the answer is; with `hear`, all of it counts as heard from now on."""
    row = await db.fetchrow(
        """
        WITH seen AS (
            SELECT coalesce(CASE WHEN b.answer_id IS NOT NULL THEN 'ready' END, a.status) AS status,
                   coalesce(b.sentences, a.sentences) AS sentences
              FROM questions q
              LEFT JOIN answers a ON a.school_id = q.school_id AND a.answer_id = q.answer_id
              LEFT JOIN board_answers b ON b.board = q.answer_board AND b.answer_id = q.answer_id
             WHERE q.school_id = $1 AND q.question_id = $2
        ), heard AS (
            UPDATE questions q SET heard = cardinality(seen.sentences) FROM seen
             WHERE $3 AND q.school_id = $1 AND q.question_id = $2
               AND q.heard < cardinality(seen.sentences)
        )
        SELECT status, sentences FROM seen
        """,
        school_id,
        question_id,
        hear,
    )
    if row is None or row["status"] is None:
        return None
    return Progress(status=AnswerStatus(row["status"]), sentences=tuple(row["sentences"]))


STALE_AFTER = timedelta(seconds=20)
"""A writer that has not been heard of for so long is asked again."""
