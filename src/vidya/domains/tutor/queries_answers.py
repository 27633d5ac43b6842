"""SQL of answers while they are written, kept, shared with a board, or handed to a teacher."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from vidya.core.db import Connection, to_json
from vidya.domains.tutor.models import (
    AnswerStatus,
    Asker,
    NewQuestion,
    Progress,
    Sentence,
    StageTiming,
)


async def insert_answer(
    db: Connection,
    asker: Asker,
    question: NewQuestion,
    *,
    answer_id: UUID,
    now: datetime,
    is_held: bool = False,
) -> None:
    """A pending answer. One that is held is not found by any question, also when it is ready."""
    scope = asker.scope
    await db.execute(
        """
        INSERT INTO answers (school_id, answer_id, status, question, language, grade, mode,
                             keepable, follow_up, about, created_at)
        VALUES ($1, $2, 'writing', $3, $4, $5, $6, $7, $8, $9, $10)
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
    )


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


async def add_sentence(
    db: Connection,
    sentence: Sentence,
    *,
    school_id: UUID,
    answer_id: UUID,
    position: int,
    now: datetime,
) -> bool:
    """Add the sentence that is `position`th, from 0; False when another writer already did."""
    tag = await db.execute(
        """
        UPDATE answers SET sentences = sentences || $3::text, first_at = coalesce(first_at, $4)
         WHERE school_id = $1 AND answer_id = $2
           AND status = 'writing' AND cardinality(sentences) = $5
        """,
        school_id,
        answer_id,
        sentence.text,
        now,
        position,
    )
    if tag != "UPDATE 1":
        return False
    await db.executemany(
        """
        INSERT INTO answer_citations (school_id, answer_id, position, board, passage_no,
                                      content_hash, chapter, heading)
        SELECT $1, $2, 1 + count(*), $3::text, $4::integer, $5, $6, $7
          FROM answer_citations WHERE school_id = $1 AND answer_id = $2
        HAVING NOT coalesce(bool_or(board IS NOT DISTINCT FROM $3 AND passage_no = $4), false)
        """,
        [
            (school_id, answer_id, p.board, p.passage_no, p.content_hash, p.chapter, p.heading)
            for p in sentence.passages
        ],
    )
    return True


async def complete_answer(
    db: Connection,
    *,
    school_id: UUID,
    answer_id: UUID,
    status: AnswerStatus,
    composer: str,
    subject: str | None,
    stages: Sequence[StageTiming],
    now: datetime,
) -> bool:
    """False when another writer completed it."""
    tag = await db.execute(
        """
        UPDATE answers a SET status = $3, composer = $4, stages = $5, completed_at = $6,
               subject = $7,
               cites_board = EXISTS (SELECT FROM answer_citations c
                                      WHERE c.school_id = $1 AND c.answer_id = $2
                                        AND c.board IS NOT NULL)
         WHERE school_id = $1 AND answer_id = $2 AND status = 'writing'
        """,
        school_id,
        answer_id,
        status,
        composer,
        to_json(stages),
        now,
        subject,
    )
    return tag == "UPDATE 1"


async def settle_questions(
    db: Connection, *, school_id: UUID, answer_id: UUID, status: str, subject: str | None
) -> list[UUID]:
    """Give every question that waits for the answer its new status; their ids."""
    rows = await db.fetch(
        """
        UPDATE questions SET status = $3, subject = coalesce($4, subject)
         WHERE school_id = $1 AND answer_id = $2 AND status IN ('waiting', 'handed_over')
         RETURNING question_id
        """,
        school_id,
        answer_id,
        status,
        subject,
    )
    return [row["question_id"] for row in rows]


async def citations_still_stand(db: Connection, *, school_id: UUID, answer_id: UUID) -> bool:
    """Whether every cited passage is still approved; they are held until the commit.

    A withdrawal at this moment waits for us, and then finds and removes what we keep.
    """
    cited: int = await db.fetchval(
        "SELECT count(*) FROM answer_citations WHERE school_id = $1 AND answer_id = $2",
        school_id,
        answer_id,
    )
    own = await db.fetch(
        """
        SELECT p.passage_no FROM answer_citations c
          JOIN passages p ON p.school_id = c.school_id AND p.passage_no = c.passage_no
         WHERE c.school_id = $1 AND c.answer_id = $2 AND c.board IS NULL
           FOR KEY SHARE OF p
        """,
        school_id,
        answer_id,
    )
    shared = await db.fetch(
        """
        SELECT p.passage_no FROM answer_citations c
          JOIN board_passages p ON p.board = c.board AND p.passage_no = c.passage_no
         WHERE c.school_id = $1 AND c.answer_id = $2
           FOR KEY SHARE OF p
        """,
        school_id,
        answer_id,
    )
    return len(own) + len(shared) == cited


async def keep_for_school(
    db: Connection, *, school_id: UUID, answer_id: UUID, until: datetime
) -> None:
    await db.execute(
        "UPDATE answers SET expires_at = $3 WHERE school_id = $1 AND answer_id = $2",
        school_id,
        answer_id,
        until,
    )


async def drop_keys(db: Connection, *, school_id: UUID, answer_id: UUID) -> None:
    """From now on nobody else is given this answer."""
    await db.execute(
        "DELETE FROM answer_keys WHERE school_id = $1 AND answer_id = $2", school_id, answer_id
    )


async def share_with_board(
    db: Connection, *, school_id: UUID, answer_id: UUID, until: datetime
) -> None:
    """Copy an answer that rests on the board's passages alone to the board's own tables.

    A wording that cannot be compared may speak of the child who asked: of that, a digest alone.
    """
    await db.execute(
        """
        WITH shared AS (
            INSERT INTO board_answers (board, answer_id, question, language, grade, subject,
                                       sentences, composer, created_at, expires_at)
            SELECT s.board, a.answer_id,
                   CASE WHEN EXISTS (SELECT FROM answer_keys k
                                      WHERE k.school_id = $1 AND k.answer_id = $2
                                        AND k.kind = 'same_question')
                        THEN a.question ELSE '' END,
                   a.language, a.grade, a.subject, a.sentences, a.composer, a.created_at, $3
              FROM answers a JOIN schools s USING (school_id)
             WHERE a.school_id = $1 AND a.answer_id = $2
            RETURNING board, answer_id
        ), cited AS (
            INSERT INTO board_answer_citations (board, answer_id, position, passage_no,
                                                content_hash, chapter, heading)
            SELECT s.board, s.answer_id, c.position, c.passage_no, c.content_hash, c.chapter,
                   c.heading
              FROM shared s JOIN answer_citations c ON c.school_id = $1
                                                   AND c.answer_id = s.answer_id
        )
        INSERT INTO board_answer_keys (board, digest, kind, answer_id)
        SELECT s.board, k.digest, k.kind, s.answer_id
          FROM shared s JOIN answer_keys k ON k.school_id = $1 AND k.answer_id = s.answer_id
         ORDER BY k.digest
        ON CONFLICT (board, digest) DO UPDATE SET answer_id = excluded.answer_id, kind = excluded.kind
        """,
        school_id,
        answer_id,
        until,
    )
    await drop_keys(db, school_id=school_id, answer_id=answer_id)


async def find_progress(db: Connection, *, school_id: UUID, question_id: UUID) -> Progress | None:
    row = await db.fetchrow(
        """
        SELECT coalesce(CASE WHEN b.answer_id IS NOT NULL THEN 'ready' END, a.status) AS status,
               coalesce(b.sentences, a.sentences) AS sentences
          FROM questions q
          LEFT JOIN answers a ON a.school_id = q.school_id AND a.answer_id = q.answer_id
          LEFT JOIN board_answers b ON b.board = q.answer_board AND b.answer_id = q.answer_id
         WHERE q.school_id = $1 AND q.question_id = $2
        """,
        school_id,
        question_id,
    )
    if row is None or row["status"] is None:
        return None
    return Progress(status=AnswerStatus(row["status"]), sentences=tuple(row["sentences"]))


async def delete_answers_citing(
    db: Connection, *, school_id: UUID, passage_nos: Sequence[int]
) -> None:
    """Take the keys of the school's answers that rest on these passages of its own."""
    await db.execute(
        """
        DELETE FROM answer_keys k USING answer_citations c
         WHERE k.school_id = $1 AND c.school_id = $1 AND c.answer_id = k.answer_id
           AND c.board IS NULL AND c.passage_no = ANY ($2)
        """,
        school_id,
        passage_nos,
    )


async def delete_board_answers_citing(
    db: Connection, *, board: str, passage_nos: Sequence[int]
) -> None:
    await db.execute(
        """
        DELETE FROM board_answers a USING board_answer_citations c
         WHERE a.board = $1 AND c.board = $1 AND c.answer_id = a.answer_id
           AND c.passage_no = ANY ($2)
        """,
        board,
        passage_nos,
    )


STALE_AFTER = timedelta(seconds=20)
"""A writer that has not been heard of for so long is asked again."""
