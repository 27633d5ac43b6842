"""SQL of answers that are written ahead of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection, find, many
from vidya.domains.tutor.models import SyllabusChapter
from vidya.domains.tutor.syllabus_questions import Section


@dataclass(frozen=True)
class Run:
    """One chapter whose questions are answered ahead of time."""

    run_id: UUID
    title: str
    board: str
    """The school's, in whose scope the answers are written."""
    grade: int
    language: str
    mode: str
    budget: int
    needs_approval: bool
    status: str
    created_at: datetime
    finished_at: datetime | None
    approved_at: datetime | None


@dataclass(frozen=True)
class Item:
    digest: UUID
    question: str
    origin: str
    status: str
    answer_id: UUID | None


@dataclass(frozen=True)
class ReadItem:
    """An item with its answer, for a person who is to approve it."""

    question: str
    origin: str
    status: str
    sentences: list[str]


@dataclass(frozen=True)
class Outcome:
    """What became of an answer that was written ahead of time."""

    status: str
    is_kept: bool


async def find_chapters(
    db: Connection, *, school_id: UUID, named: str, language: str | None
) -> list[SyllabusChapter]:
    """The school's and its board's chapters of this id, short name or title."""
    return await many(
        db,
        SyllabusChapter,
        """
        WITH known AS (
            SELECT NULL::text AS board, chapter_id, slug, title, grade, language
              FROM chapters WHERE school_id = $1
            UNION ALL
            SELECT c.board, c.chapter_id, c.slug, c.title, c.grade, c.language
              FROM board_chapters c JOIN schools s ON s.school_id = $1 AND s.board = c.board
        )
        SELECT board, chapter_id, title, grade, language FROM known
         WHERE (chapter_id::text = lower($2) OR slug = lower($2) OR lower(title) = lower($2))
           AND ($3::text IS NULL OR language = $3)
         ORDER BY grade, language
        """,
        school_id,
        named,
        language,
    )


async def sections(db: Connection, *, school_id: UUID, chapter: SyllabusChapter) -> list[Section]:
    return await many(
        db,
        Section,
        """
        SELECT heading, body FROM (
            SELECT heading, body, position FROM passages
             WHERE $3::text IS NULL AND school_id = $1 AND chapter_id = $2
            UNION ALL
            SELECT heading, body, position FROM board_passages
             WHERE board = $3 AND chapter_id = $2) AS of_chapter
         ORDER BY position
        """,
        school_id,
        chapter.chapter_id,
        chapter.board,
    )


async def asked_in_vain(
    db: Connection, *, school_id: UUID, grade: int, language: str, since: datetime, limit: int
) -> list[str]:
    """What learners asked that was handed over or had to be written, most often asked first."""
    rows = await db.fetch(
        """
        SELECT text FROM questions
         WHERE school_id = $1 AND grade = $2 AND language = $3 AND asked_at > $4
           AND follows IS NULL AND (status = 'handed_over' OR source = 'new')
         GROUP BY text ORDER BY count(*) DESC, text LIMIT $5
        """,
        school_id,
        grade,
        language,
        since,
        limit,
    )
    return [row["text"] for row in rows]


async def save_rule(db: Connection, *, school_id: UUID, approve_pregenerated: bool) -> None:
    """Of runs that begin from now on."""
    await db.execute(
        """
        INSERT INTO pregeneration_rules (school_id, approve_pregenerated) VALUES ($1, $2)
        ON CONFLICT (school_id) DO UPDATE SET approve_pregenerated = $2
        """,
        school_id,
        approve_pregenerated,
    )


async def insert_run(
    db: Connection,
    *,
    school_id: UUID,
    run_id: UUID,
    chapter: SyllabusChapter,
    mode: str,
    budget: int,
    now: datetime,
) -> UUID:
    """The id of the run; that of the one under way, where the chapter has one."""
    inserted: UUID | None = await db.fetchval(
        """
        INSERT INTO pregeneration_runs (school_id, run_id, board, chapter_id, title, grade,
                                        language, mode, budget, needs_approval, created_at)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9,
               coalesce((SELECT approve_pregenerated FROM pregeneration_rules
                          WHERE school_id = $1), false), $10
        ON CONFLICT (school_id, chapter_id) WHERE status = 'running' DO NOTHING
        RETURNING run_id
        """,
        school_id,
        run_id,
        chapter.board,
        chapter.chapter_id,
        chapter.title,
        chapter.grade,
        chapter.language,
        mode,
        budget,
        now,
    )
    if inserted is not None:
        return inserted
    running: UUID = await db.fetchval(
        """
        SELECT run_id FROM pregeneration_runs
         WHERE school_id = $1 AND chapter_id = $2 AND status = 'running'
        """,
        school_id,
        chapter.chapter_id,
    )
    return running


async def insert_items(
    db: Connection, items: Sequence[Item], *, school_id: UUID, run_id: UUID
) -> None:
    """In order; a question that is the same as one before is left out."""
    await db.executemany(
        """
        INSERT INTO pregeneration_items (school_id, run_id, digest, position, origin, question)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
        """,
        [
            (school_id, run_id, item.digest, position, item.origin, item.question)
            for position, item in enumerate(items, start=1)
        ],
    )


async def find_run(db: Connection, *, school_id: UUID, run_id: UUID) -> Run | None:
    return await find(
        db,
        Run,
        """
        SELECT r.run_id, r.title, s.board, r.grade, r.language, r.mode, r.budget,
               r.needs_approval, r.status, r.created_at, r.finished_at, r.approved_at
          FROM pregeneration_runs r JOIN schools s USING (school_id)
         WHERE r.school_id = $1 AND r.run_id = $2
        """,
        school_id,
        run_id,
    )


async def counts(db: Connection, *, school_id: UUID, run_id: UUID) -> dict[str, int]:
    """How many of the run's questions stand where."""
    rows = await db.fetch(
        """
        SELECT status, count(*) AS items FROM pregeneration_items
         WHERE school_id = $1 AND run_id = $2 GROUP BY status
        """,
        school_id,
        run_id,
    )
    return {row["status"]: row["items"] for row in rows}


async def lock_next_item(db: Connection, *, school_id: UUID, run_id: UUID) -> Item | None:
    """What is to be answered next; what was begun and not ended, first."""
    return await find(
        db,
        Item,
        """
        SELECT digest, question, origin, status, answer_id FROM pregeneration_items
         WHERE school_id = $1 AND run_id = $2 AND status IN ('waiting', 'writing')
         ORDER BY status = 'waiting', position LIMIT 1 FOR UPDATE
        """,
        school_id,
        run_id,
    )


async def save_item(
    db: Connection,
    *,
    school_id: UUID,
    run_id: UUID,
    digest: UUID,
    status: str,
    answer_id: UUID | None,
) -> None:
    await db.execute(
        """
        UPDATE pregeneration_items SET status = $4, answer_id = $5
         WHERE school_id = $1 AND run_id = $2 AND digest = $3
        """,
        school_id,
        run_id,
        digest,
        status,
        answer_id,
    )


async def is_answered(
    db: Connection, *, school_id: UUID, board: str, digests: Sequence[UUID], now: datetime
) -> bool:
    """Whether a question by these keys would be served, or is being answered."""
    found: bool = await db.fetchval(
        """
        SELECT EXISTS (SELECT FROM answer_keys k JOIN answers a USING (school_id, answer_id)
                        WHERE k.school_id = $1 AND k.digest = ANY ($3)
                          AND (a.expires_at IS NULL OR a.expires_at > $4))
            OR EXISTS (SELECT FROM board_answer_keys k JOIN board_answers a USING (board, answer_id)
                        WHERE k.board = $2 AND k.digest = ANY ($3) AND a.expires_at > $4)
        """,
        school_id,
        board,
        digests,
        now,
    )
    return found


async def is_held(db: Connection, *, school_id: UUID, digest: UUID) -> bool:
    """Whether an answer to this question waits for approval already."""
    found: bool = await db.fetchval(
        """
        SELECT EXISTS (SELECT FROM pregeneration_items
                        WHERE school_id = $1 AND digest = $2 AND status = 'held')
        """,
        school_id,
        digest,
    )
    return found


async def find_outcome(db: Connection, *, school_id: UUID, answer_id: UUID) -> Outcome | None:
    """None when the answer is the board's by now, written for another school."""
    return await find(
        db,
        Outcome,
        """
        SELECT a.status, a.expires_at IS NOT NULL
               OR EXISTS (SELECT FROM board_answers b JOIN schools s USING (board)
                           WHERE s.school_id = $1 AND b.answer_id = $2) AS is_kept
          FROM answers a WHERE a.school_id = $1 AND a.answer_id = $2
        """,
        school_id,
        answer_id,
    )


async def finish_run(db: Connection, *, school_id: UUID, run_id: UUID, now: datetime) -> None:
    """Nothing more is written; what is held waits for approval."""
    await db.execute(
        """
        UPDATE pregeneration_runs SET finished_at = $3, status =
               CASE WHEN EXISTS (SELECT FROM pregeneration_items
                                  WHERE school_id = $1 AND run_id = $2 AND status = 'held')
                    THEN 'to_approve' ELSE 'done' END
         WHERE school_id = $1 AND run_id = $2 AND status = 'running'
        """,
        school_id,
        run_id,
        now,
    )


async def lock_held(db: Connection, *, school_id: UUID, run_id: UUID) -> list[Item]:
    return await many(
        db,
        Item,
        """
        SELECT digest, question, origin, status, answer_id FROM pregeneration_items
         WHERE school_id = $1 AND run_id = $2 AND status = 'held' ORDER BY position FOR UPDATE
        """,
        school_id,
        run_id,
    )


async def mark_approved(db: Connection, *, school_id: UUID, run_id: UUID, now: datetime) -> None:
    await db.execute(
        """
        UPDATE pregeneration_runs SET status = 'done', approved_at = $3
         WHERE school_id = $1 AND run_id = $2 AND status = 'to_approve'
        """,
        school_id,
        run_id,
        now,
    )


async def cites_board_alone(db: Connection, *, school_id: UUID, answer_id: UUID) -> bool:
    found: bool | None = await db.fetchval(
        """
        SELECT bool_and(board IS NOT NULL) FROM answer_citations
         WHERE school_id = $1 AND answer_id = $2
        """,
        school_id,
        answer_id,
    )
    return bool(found)


async def read_items(db: Connection, *, school_id: UUID, run_id: UUID) -> list[ReadItem]:
    return await many(
        db,
        ReadItem,
        """
        SELECT i.question, i.origin, i.status, coalesce(a.sentences, '{}') AS sentences
          FROM pregeneration_items i
          LEFT JOIN answers a ON a.school_id = i.school_id AND a.answer_id = i.answer_id
         WHERE i.school_id = $1 AND i.run_id = $2 ORDER BY i.position
        """,
        school_id,
        run_id,
    )
