"""SQL that publishes, changes and withdraws chapters and their postings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection, many
from vidya.domains.curriculum.models import NewChapter, NewPassage, Owner
from vidya.domains.curriculum.queries import owned


@dataclass(frozen=True)
class KnownChapter:
    chapter_id: UUID
    title: str
    content_hash: bytes


@dataclass(frozen=True)
class KnownPassage:
    passage_no: int
    position: int
    heading: str
    page: int | None
    content_hash: bytes
    terms_hash: bytes | None
    """None where it was indexed before this was kept."""


async def take_turn(db: Connection, owner: Owner) -> None:
    """Wait until nobody else publishes for this owner; until the transaction ends.

    Two at once would meet in the counts of common words, and could each hold what the other
    waits for.
    """
    await db.execute("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", f"books of {owner}")


async def find_chapter(db: Connection, owner: Owner, chapter: NewChapter) -> KnownChapter | None:
    found = await many(
        db,
        KnownChapter,
        owned(
            """
            SELECT chapter_id, title, content_hash FROM {shared}chapters
             WHERE {owner} = $1 AND language = $2 AND grade = $3 AND subject = $4 AND slug = $5
            """,
            owner,
        ),
        owner,
        chapter.language,
        chapter.grade,
        chapter.subject,
        chapter.slug,
    )
    return found[0] if found else None


async def insert_chapter(
    db: Connection,
    owner: Owner,
    chapter: NewChapter,
    *,
    chapter_id: UUID,
    content_hash: bytes,
    now: datetime,
) -> None:
    await db.execute(
        owned(
            """
            INSERT INTO {shared}chapters ({owner}, chapter_id, slug, title, subject, grade,
                                          language, position, content_hash, published_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            owner,
        ),
        owner,
        chapter_id,
        chapter.slug,
        chapter.title,
        chapter.subject,
        chapter.grade,
        chapter.language,
        chapter.position,
        content_hash,
        now,
    )


async def update_chapter(
    db: Connection,
    owner: Owner,
    chapter: NewChapter,
    *,
    chapter_id: UUID,
    content_hash: bytes,
    now: datetime,
) -> None:
    await db.execute(
        owned(
            """
            UPDATE {shared}chapters SET title = $3, position = $4, content_hash = $5,
                                        published_at = $6
             WHERE {owner} = $1 AND chapter_id = $2
            """,
            owner,
        ),
        owner,
        chapter_id,
        chapter.title,
        chapter.position,
        content_hash,
        now,
    )


async def delete_chapter(db: Connection, owner: Owner, *, chapter_id: UUID) -> None:
    await db.execute(
        owned("DELETE FROM {shared}chapters WHERE {owner} = $1 AND chapter_id = $2", owner),
        owner,
        chapter_id,
    )


async def passages_of(db: Connection, owner: Owner, *, chapter_id: UUID) -> list[KnownPassage]:
    return await many(
        db,
        KnownPassage,
        owned(
            """
            SELECT passage_no, position, heading, page, content_hash, terms_hash
              FROM {shared}passages WHERE {owner} = $1 AND chapter_id = $2 ORDER BY position
            """,
            owner,
        ),
        owner,
        chapter_id,
    )


async def insert_passage(
    db: Connection,
    owner: Owner,
    passage: NewPassage,
    *,
    chapter_id: UUID,
    position: int,
    content_hash: bytes,
    terms_hash: bytes,
) -> int:
    passage_no: int = await db.fetchval(
        owned(
            """
            INSERT INTO {shared}passages ({owner}, chapter_id, position, heading, page, body,
                                          content_hash, terms_hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING passage_no
            """,
            owner,
        ),
        owner,
        chapter_id,
        position,
        passage.heading,
        passage.page,
        passage.body,
        content_hash,
        terms_hash,
    )
    return passage_no


async def move_passage(
    db: Connection,
    owner: Owner,
    *,
    passage_no: int,
    position: int,
    page: int | None,
    terms_hash: bytes,
) -> None:
    """The same text elsewhere in its chapter, or on another page."""
    await db.execute(
        owned(
            """
            UPDATE {shared}passages SET position = $3, page = $4, terms_hash = $5
             WHERE {owner} = $1 AND passage_no = $2
            """,
            owner,
        ),
        owner,
        passage_no,
        position,
        page,
        terms_hash,
    )


async def delete_passages(db: Connection, owner: Owner, *, passage_nos: Sequence[int]) -> list[int]:
    """Those of them that there were."""
    gone = await db.fetch(
        owned(
            """
            DELETE FROM {shared}passages WHERE {owner} = $1 AND passage_no = ANY ($2::integer[])
            RETURNING passage_no
            """,
            owner,
        ),
        owner,
        passage_nos,
    )
    return [row["passage_no"] for row in gone]


async def insert_postings(
    db: Connection,
    owner: Owner,
    *,
    passage_no: int,
    grade: int,
    subject: int,
    counts: dict[int, int],
    words: int,
) -> None:
    """Have the passage found by its terms; `counts` says how often each of them occurs."""
    await db.execute(
        owned(
            """
            WITH added AS (
                INSERT INTO {shared}postings ({owner}, term, grade, passage_no, frequency, words,
                                              subject)
                SELECT $1, term, $3, $2, frequency, $6, $7
                  FROM unnest($4::bigint[], $5::smallint[]) AS t (term, frequency)
                RETURNING term)
            INSERT INTO {shared}term_counts AS c ({owner}, term, grade, passages)
            SELECT $1, term, $3, 1 FROM added
            ON CONFLICT ({owner}, term, grade) DO UPDATE SET passages = c.passages + 1
            """,
            owner,
        ),
        owner,
        passage_no,
        grade,
        list(counts),
        list(counts.values()),
        words,
        subject,
    )


async def delete_postings(
    db: Connection, owner: Owner, *, passage_nos: Sequence[int]
) -> tuple[int, int]:
    """Take the passages out of the search; how many passages and words went."""
    row = await db.fetchrow(
        owned(
            """
            WITH gone AS (
                DELETE FROM {shared}postings
                 WHERE {owner} = $1 AND passage_no = ANY ($2::integer[])
                RETURNING term, grade, passage_no, words
            ), counted AS (
                UPDATE {shared}term_counts c SET passages = c.passages - g.passages
                  FROM (SELECT term, grade, count(*) AS passages FROM gone GROUP BY 1, 2) AS g
                 WHERE c.{owner} = $1 AND c.term = g.term AND c.grade = g.grade)
            SELECT count(*) AS passages, coalesce(sum(words), 0) AS words
              FROM (SELECT DISTINCT passage_no, words FROM gone) AS each
            """,
            owner,
        ),
        owner,
        passage_nos,
    )
    assert row is not None  # noqa: S101 - an aggregate always has a row
    return int(row["passages"]), int(row["words"])


async def change_corpus(
    db: Connection, owner: Owner, *, language: str, grade: int, passages: int, words: int
) -> None:
    """Add to the counts that BM25 needs (negative numbers take away), and raise the version."""
    await db.execute(
        owned(
            """
            INSERT INTO {shared}corpora AS c ({owner}, language, grade, passages, words)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT ({owner}, language, grade)
            DO UPDATE SET passages = c.passages + $4, words = c.words + $5,
                          version = c.version + 1
            """,
            owner,
        ),
        owner,
        language,
        grade,
        passages,
        words,
    )
