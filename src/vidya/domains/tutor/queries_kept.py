"""SQL of answers that are whole: settled, kept, shared with a board, and gone with their sources."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection, to_json
from vidya.domains.tutor.models import AnswerStatus, QuestionStatus, StageTiming


async def complete_answer(
    db: Connection,
    *,
    school_id: UUID,
    answer_id: UUID,
    status: AnswerStatus,
    settled: QuestionStatus,
    composer: str,
    subject: str | None,
    stages: Sequence[StageTiming],
    now: datetime,
) -> list[UUID] | None:
    """The questions that waited for it, settled with it; None when another writer completed it."""
    questions: list[UUID] | None = await db.fetchval(
        """
        WITH completed AS (
            UPDATE answers a SET status = $3, composer = $4, stages = $5, completed_at = $6,
                   subject = $7,
                   cites_board = EXISTS (SELECT FROM answer_citations c
                                          WHERE c.school_id = $1 AND c.answer_id = $2
                                            AND c.board IS NOT NULL)
             WHERE school_id = $1 AND answer_id = $2 AND status = 'writing'
            RETURNING answer_id
        ), settled AS (
            UPDATE questions q SET status = $8, subject = coalesce($7, q.subject) FROM completed
             WHERE q.school_id = $1 AND q.answer_id = $2 AND q.status IN ('waiting', 'handed_over')
            RETURNING q.question_id
        )
        SELECT CASE WHEN EXISTS (SELECT FROM completed)
                    THEN ARRAY(SELECT question_id FROM settled) END
        """,
        school_id,
        answer_id,
        status,
        composer,
        to_json(stages),
        now,
        subject,
        settled,
    )
    return questions


async def citations_still_stand(db: Connection, *, school_id: UUID, answer_id: UUID) -> bool:
    """Whether every cited passage is still approved; they are held until the commit.

    A withdrawal at this moment waits for us, and then finds and removes what we keep.
    """
    stand: bool = await db.fetchval(
        """
        WITH own AS MATERIALIZED (
            SELECT p.passage_no FROM answer_citations c
              JOIN passages p ON p.school_id = c.school_id AND p.passage_no = c.passage_no
             WHERE c.school_id = $1 AND c.answer_id = $2 AND c.board IS NULL
               FOR KEY SHARE OF p
        ), shared AS MATERIALIZED (
            SELECT p.passage_no FROM answer_citations c
              JOIN board_passages p ON p.board = c.board AND p.passage_no = c.passage_no
             WHERE c.school_id = $1 AND c.answer_id = $2
               FOR KEY SHARE OF p
        )
        SELECT (SELECT count(*) FROM own) + (SELECT count(*) FROM shared)
             = (SELECT count(*) FROM answer_citations WHERE school_id = $1 AND answer_id = $2)
        """,
        school_id,
        answer_id,
    )
    return stand


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
    """Move an answer that rests on the board's passages alone to the board's own tables.

    A wording that cannot be compared may speak of the child who asked: of that, a digest alone.
    """
    await db.execute(
        """
        WITH dropped AS (
            DELETE FROM answer_keys WHERE school_id = $1 AND answer_id = $2 RETURNING digest, kind
        ), shared AS (
            INSERT INTO board_answers (board, answer_id, question, language, grade, subject,
                                       sentences, composer, created_at, expires_at)
            SELECT s.board, a.answer_id,
                   CASE WHEN EXISTS (SELECT FROM dropped WHERE kind = 'same_question')
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
        SELECT s.board, d.digest, d.kind, s.answer_id FROM shared s, dropped d ORDER BY d.digest
        ON CONFLICT (board, digest) DO UPDATE SET answer_id = excluded.answer_id, kind = excluded.kind
        """,
        school_id,
        answer_id,
        until,
    )


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
