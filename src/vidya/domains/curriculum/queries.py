"""SQL of chapters, passages and their postings, a board's and a school's alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vidya.core.db import Connection, many
from vidya.domains.curriculum.models import NewChapter, NewPassage, Owner, Passage


def _owned(sql: str, owner: Owner) -> str:
    """The same statement for a board's tables or a school's: the names are ours, never input."""
    if isinstance(owner, str):
        return sql.format(shared="board_", owner="board", board="board")
    return sql.format(shared="", owner="school_id", board="NULL::text")


async def find_chapter(
    db: Connection, owner: Owner, chapter: NewChapter
) -> tuple[UUID, bytes] | None:
    row = await db.fetchrow(
        _owned(
            """
            SELECT chapter_id, content_hash FROM {shared}chapters
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
    return None if row is None else (row["chapter_id"], row["content_hash"])


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
        _owned(
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


async def insert_passage(
    db: Connection,
    owner: Owner,
    passage: NewPassage,
    *,
    chapter_id: UUID,
    position: int,
    content_hash: bytes,
) -> int:
    passage_no: int = await db.fetchval(
        _owned(
            """
            INSERT INTO {shared}passages ({owner}, chapter_id, position, heading, page, body,
                                          content_hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING passage_no
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
    )
    return passage_no


async def insert_postings(db: Connection, owner: Owner, rows: Iterable[tuple[Any, ...]]) -> None:
    """`rows` are (term, grade, passage number, frequency, words in the passage)."""
    await db.executemany(
        _owned(
            """
            INSERT INTO {shared}postings ({owner}, term, grade, passage_no, frequency, words)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            owner,
        ),
        [(owner, *row) for row in rows],
    )


async def grow_corpus(
    db: Connection, owner: Owner, *, language: str, grade: int, passages: int, words: int
) -> None:
    """Add to the counts that BM25 needs; negative numbers take away."""
    await db.execute(
        _owned(
            """
            INSERT INTO {shared}corpora AS c ({owner}, language, grade, passages, words)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT ({owner}, language, grade)
            DO UPDATE SET passages = c.passages + $4, words = c.words + $5
            """,
            owner,
        ),
        owner,
        language,
        grade,
        passages,
        words,
    )


async def delete_chapter(db: Connection, owner: Owner, *, chapter_id: UUID) -> list[int]:
    """Take the chapter and its passages away; the passage numbers that went."""
    gone = await db.fetch(
        _owned(
            "DELETE FROM {shared}passages WHERE {owner} = $1 AND chapter_id = $2 RETURNING passage_no",
            owner,
        ),
        owner,
        chapter_id,
    )
    await db.execute(
        _owned("DELETE FROM {shared}chapters WHERE {owner} = $1 AND chapter_id = $2", owner),
        owner,
        chapter_id,
    )
    return [row["passage_no"] for row in gone]


async def delete_postings(
    db: Connection, owner: Owner, *, passage_nos: Sequence[int]
) -> tuple[int, int]:
    """Take the passages out of the search; how many passages and words went."""
    row = await db.fetchrow(
        _owned(
            """
            WITH gone AS (
                DELETE FROM {shared}postings WHERE {owner} = $1 AND passage_no = ANY ($2)
                RETURNING passage_no, words)
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


async def search(
    db: Connection,
    owner: Owner,
    *,
    weights: Mapping[int, float],
    mean_words: float,
    grade: int,
    limit: int,
) -> list[Passage]:
    """The best passages by BM25 (k1 1.2, b 0.75), own class first among equals.

    `weights` says how rare each term is, 0 to 1; so a score of 1 is one word that no passage has,
    and the scores of a school's own passages and its board's compare. Classes four years away or
    more are not looked at.
    """
    return await many(
        db,
        Passage,
        _owned(
            """
            WITH best AS (
                SELECT passage_no,
                       sum(a.weight * frequency * 2.2
                           / (frequency + 1.2 * (0.25 + 0.75 * words / $4::float8)))
                       * (1 - 0.02 * abs(min(grade) - $5)) AS score
                  FROM {shared}postings
                  JOIN unnest($2::bigint[], $3::float8[]) AS a (term, weight) USING (term)
                 WHERE {owner} = $1 AND term = ANY ($2) AND grade BETWEEN $5 - 3 AND $5 + 3
                 GROUP BY passage_no ORDER BY score DESC, passage_no LIMIT $6
            )
            SELECT {board} AS board, passage_no, p.heading, p.body, c.title AS chapter, c.subject,
                   c.grade, p.content_hash, b.score
              FROM best b
              JOIN {shared}passages p USING (passage_no)
              JOIN {shared}chapters c USING ({owner}, chapter_id)
             WHERE {owner} = $1
             ORDER BY b.score DESC, passage_no
            """,
            owner,
        ),
        owner,
        list(weights),
        list(weights.values()),
        mean_words,
        grade,
        limit,
    )


@dataclass(frozen=True)
class Corpus:
    """What an owner has around a class: how many passages and words, and who has each term."""

    passages: int
    words: int
    having: dict[int, int]
    """Term → in how many passages it occurs."""


async def corpus(
    db: Connection, owner: Owner, *, terms: Sequence[int], grade: int, language: str
) -> Corpus:
    total = await db.fetchrow(
        _owned(
            """
            SELECT coalesce(sum(passages), 0)::integer AS passages,
                   coalesce(sum(words), 0)::bigint AS words
              FROM {shared}corpora
             WHERE {owner} = $1 AND language = $3 AND grade BETWEEN $2 - 3 AND $2 + 3
            """,
            owner,
        ),
        owner,
        grade,
        language,
    )
    assert total is not None  # noqa: S101 - an aggregate always has a row
    rows = await db.fetch(
        _owned(
            """
            SELECT term, count(*) AS passages FROM {shared}postings
             WHERE {owner} = $1 AND term = ANY ($2) AND grade BETWEEN $3 - 3 AND $3 + 3
             GROUP BY term
            """,
            owner,
        ),
        owner,
        terms,
        grade,
    )
    having = {row["term"]: row["passages"] for row in rows}
    return Corpus(total["passages"], total["words"], having)


async def passages_by_number(
    db: Connection, owner: Owner, *, passage_nos: Sequence[int]
) -> list[Passage]:
    return await many(
        db,
        Passage,
        _owned(
            """
            SELECT {board} AS board, passage_no, p.heading, p.body, c.title AS chapter, c.subject,
                   c.grade, p.content_hash, 0.0::float8 AS score
              FROM {shared}passages p JOIN {shared}chapters c USING ({owner}, chapter_id)
             WHERE {owner} = $1 AND passage_no = ANY ($2)
             ORDER BY passage_no
            """,
            owner,
        ),
        owner,
        passage_nos,
    )


async def headings(db: Connection, owner: Owner, *, grade: int, language: str) -> list[str]:
    """Titles and headings that a learner of this class may name."""
    rows = await db.fetch(
        _owned(
            """
            SELECT c.title || ' ' || string_agg(p.heading, ' ' ORDER BY p.position) AS words
              FROM {shared}chapters c JOIN {shared}passages p USING ({owner}, chapter_id)
             WHERE {owner} = $1 AND c.language = $3 AND c.grade BETWEEN $2 - 3 AND $2 + 3
             GROUP BY c.chapter_id, c.title, c.grade ORDER BY abs(c.grade - $2), c.title
            """,
            owner,
        ),
        owner,
        grade,
        language,
    )
    return [row["words"] for row in rows]
