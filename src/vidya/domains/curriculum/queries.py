"""SQL that reads passages and their postings, a board's and a school's alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vidya.core.db import Connection, many
from vidya.domains.curriculum.models import Owner, Passage

FARTHEST = 3
"""Classes farther from a learner's own are not looked at."""
GREATEST_PART = 2.2
"""What BM25 gives a term's frequency at most, with k1 = 1.2; about 1 where it occurs once."""
LIKELY_PART = 1.8
"""What a frequent term hardly ever gets: it would have to come five times in a passage."""
_MOST_HOPEFUL = 300
"""Passages for which the frequent words of a question are looked up."""


@dataclass(frozen=True)
class Books:
    """What a search looks into."""

    classes: Sequence[int]
    subject: int | None = None
    """As `subject_number` gives it; None for all subjects."""


def owned(sql: str, owner: Owner) -> str:
    """The same statement for a board's tables or a school's: the names are ours, never input."""
    if isinstance(owner, str):
        return sql.format(shared="board_", owner="board", board="board")
    return sql.format(shared="", owner="school_id", board="NULL::text")


def classes(grade: int, *, nearest: int = 0, farthest: int = FARTHEST) -> list[int]:
    """The classes that are so many years from this one, the lowest first."""
    around = range(grade - farthest, grade + farthest + 1)
    return [each for each in around if abs(each - grade) >= nearest]


async def search(
    db: Connection,
    owner: Owner,
    *,
    weights: Mapping[int, float],
    mean_words: float,
    grade: int,
    limit: int,
    books: Books | None = None,
    also: Mapping[int, float] | None = None,
    above: float = 0.0,
) -> list[Passage]:
    """The best passages by BM25 (k1 1.2, b 0.75), own class first among equals.

    `weights` says how rare each term is, 0 to 1; so a score of 1 is one word that no passage has,
    and the scores of a school's own passages and its board's compare. A year's distance from
    `grade` costs 2 %. Looks into `books`, or those of all classes up to three years away.

    Terms in `also` count, but find nothing by themselves: they are looked up for those passages
    that could still come among the first `limit`, and score `above` so much: for at most 300, and
    supposing that none of these terms comes five times in a passage.
    """
    also = also or {}
    books = books or Books(classes(grade))
    return await many(
        db,
        Passage,
        owned(_SEARCH.replace("{score}", _SCORE), owner),
        owner,
        list(weights),
        [GREATEST_PART * weight for weight in weights.values()],
        0.9 / mean_words,  # k1 * b for each word of a passage; 0.3 is what k1 leaves of 1.2
        grade,
        limit,
        books.classes,
        books.subject,
        list(also),
        [GREATEST_PART * weight for weight in also.values()],
        above,
        LIKELY_PART * sum(also.values()),
        max(limit, _MOST_HOPEFUL),
    )


# What the frequent terms add to the part of a passage that the others found.
_SCORE = """
    h.nearness * (h.part + coalesce((
        SELECT sum(a.weight * frequency / (frequency + '0.3'::float8 + words * $4::float8))
          FROM unnest($9::bigint[], $10::float8[]) AS a (term, weight)
          JOIN {shared}postings p USING (term)
         WHERE p.{owner} = $1 AND p.grade = h.grade AND p.passage_no = h.passage_no
    ), 0))
"""
# Each term by its own index scan: an array of terms may be planned as one filter on them all.
# Every number is float8, since arithmetic on `numeric`, which a literal is, takes twice the time.
_SEARCH = """
    WITH driven AS (
        SELECT passage_no, grade, 1 - '0.02'::float8 * abs(grade - $5) AS nearness,
               sum(a.weight * frequency / (frequency + '0.3'::float8 + words * $4::float8)) AS part
          FROM unnest($2::bigint[], $3::float8[]) AS a (term, weight)
          JOIN {shared}postings USING (term)
         WHERE {owner} = $1 AND grade = ANY ($7::smallint[])
           AND ($8::integer IS NULL OR subject = $8)
         GROUP BY passage_no, grade
        HAVING sum(a.weight * frequency / (frequency + '0.3'::float8 + words * $4::float8)) + $12
               >= $11
    ), front AS (
        SELECT passage_no, grade, nearness, part FROM driven
         ORDER BY part * nearness DESC LIMIT 3 * $6
    ), last AS (
        SELECT greatest($11, (SELECT {score} AS score FROM front h
                               ORDER BY score DESC OFFSET $6 - 1 LIMIT 1)) AS score
    ), hopeful AS (
        SELECT passage_no, grade, nearness, part FROM driven
         WHERE (part + $12) * nearness >= (SELECT score FROM last)
         ORDER BY part * nearness DESC LIMIT $13
    ), best AS (
        SELECT passage_no, {score} AS score FROM hopeful h
         ORDER BY score DESC, passage_no LIMIT $6
    )
    SELECT {board} AS board, passage_no, p.heading, p.body, c.title AS chapter, c.subject,
           c.grade, p.content_hash, b.score, p.page, c.language
      FROM best b
      JOIN {shared}passages p USING (passage_no)
      JOIN {shared}chapters c USING ({owner}, chapter_id)
     WHERE {owner} = $1
     ORDER BY b.score DESC, passage_no
"""


@dataclass(frozen=True)
class Corpus:
    """What an owner has around a class: how many passages and words, and who has each term."""

    passages: int
    words: int
    having: dict[int, dict[int, int]]
    """Term → class → in how many passages it occurs."""
    version: int
    """Grows whenever what may be found here has changed."""


async def corpus(
    db: Connection, owner: Owner, *, terms: Sequence[int], grade: int, language: str
) -> Corpus:
    rows = await db.fetch(
        owned(
            """
            SELECT NULL::bigint AS term, grade, passages, words, version FROM {shared}corpora
             WHERE {owner} = $1 AND language = $4 AND grade = ANY ($3::smallint[])
            UNION ALL
            SELECT term, grade, passages, 0, 0 FROM {shared}term_counts
             WHERE {owner} = $1 AND term = ANY ($2::bigint[]) AND grade = ANY ($3::smallint[])
               AND passages > 0
            """,
            owner,
        ),
        owner,
        terms,
        classes(grade),
        language,
    )
    totals = [row for row in rows if row["term"] is None]
    having: dict[int, dict[int, int]] = {}
    for row in rows:
        if row["term"] is not None:
            having.setdefault(row["term"], {})[row["grade"]] = row["passages"]
    return Corpus(
        passages=sum(row["passages"] for row in totals),
        words=sum(row["words"] for row in totals),
        having=having,
        version=sum(row["version"] for row in totals),
    )


async def passages_by_number(
    db: Connection, owner: Owner, *, passage_nos: Sequence[int]
) -> list[Passage]:
    return await many(
        db,
        Passage,
        owned(
            """
            SELECT {board} AS board, passage_no, p.heading, p.body, c.title AS chapter, c.subject,
                   c.grade, p.content_hash, 0.0::float8 AS score, p.page,
                   c.language
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
        owned(
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
