"""SQL of the vectors of passages; their tables exist only where an operator has asked for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vidya.core.db import Connection, many
from vidya.domains.curriculum.models import Owner
from vidya.domains.curriculum.queries import owned


@dataclass(frozen=True)
class Unencoded:
    passage_no: int
    heading: str
    body: str


async def are_prepared(db: Connection) -> bool:
    there: bool = await db.fetchval("SELECT to_regclass('passage_vectors') IS NOT NULL")
    return there


async def has_extension(db: Connection) -> bool:
    there: bool = await db.fetchval(
        "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'vector')"
    )
    return there


async def create_tables(db: Connection) -> None:
    """As vidya_owner. A vector is of any length: each encoder's has its own, named in its tag."""
    await db.execute(
        """
        CREATE TABLE IF NOT EXISTS board_passage_vectors (
            board      text NOT NULL,
            encoder    text NOT NULL,
            language   text NOT NULL,
            grade      smallint NOT NULL,
            passage_no integer NOT NULL,
            vector     vector NOT NULL,
            PRIMARY KEY (board, encoder, language, grade, passage_no),
            FOREIGN KEY (board, passage_no) REFERENCES board_passages ON DELETE CASCADE
        );
        CREATE INDEX IF NOT EXISTS board_passage_vectors_passage
            ON board_passage_vectors (board, passage_no, encoder);
        """
    )
    if not await are_prepared(db):
        await db.execute(
            """
            CREATE TABLE passage_vectors (
                school_id  uuid NOT NULL,
                encoder    text NOT NULL,
                language   text NOT NULL,
                grade      smallint NOT NULL,
                passage_no integer NOT NULL,
                vector     vector NOT NULL,
                PRIMARY KEY (school_id, encoder, language, grade, passage_no),
                FOREIGN KEY (school_id, passage_no) REFERENCES passages ON DELETE CASCADE
            );
            CREATE INDEX passage_vectors_passage
                ON passage_vectors (school_id, passage_no, encoder);
            SELECT confine_to_school('passage_vectors');
            """
        )


async def unencoded(db: Connection, owner: Owner, *, encoder: str, limit: int) -> list[Unencoded]:
    """Passages that can be found by their words, and have no vector of this encoder yet."""
    return await many(
        db,
        Unencoded,
        owned(
            """
            SELECT passage_no, heading, body FROM {shared}passages p
             WHERE {owner} = $1
               AND NOT EXISTS (SELECT FROM {shared}passage_vectors v
                                WHERE v.{owner} = $1 AND v.passage_no = p.passage_no
                                  AND v.encoder = $2)
               AND EXISTS (SELECT FROM {shared}postings t
                            WHERE t.{owner} = $1 AND t.passage_no = p.passage_no)
             ORDER BY passage_no LIMIT $3
            """,
            owner,
        ),
        owner,
        encoder,
        limit,
    )


async def insert_vectors(
    db: Connection, owner: Owner, vectors: Mapping[int, str], *, encoder: str
) -> None:
    """Passage number → vector as pgvector writes it. A passage that went meanwhile is left out."""
    await db.execute(
        owned(
            """
            INSERT INTO {shared}passage_vectors ({owner}, encoder, language, grade, passage_no,
                                                 vector)
            SELECT $1, $2, c.language, c.grade, p.passage_no, t.vector::vector
              FROM unnest($3::integer[], $4::text[]) AS t (passage_no, vector)
              JOIN {shared}passages p USING (passage_no)
              JOIN {shared}chapters c USING ({owner}, chapter_id)
             WHERE {owner} = $1
            ON CONFLICT DO NOTHING
            """,
            owner,
        ),
        owner,
        encoder,
        list(vectors),
        list(vectors.values()),
    )


async def nearest(
    db: Connection,
    owner: Owner,
    *,
    encoder: str,
    vector: str,
    language: str,
    classes: Sequence[int],
    and_of: Sequence[int],
    limit: int,
) -> dict[int, float]:
    """Passage number → cosine: the nearest of these classes, and those `and_of` in any case.

    Compares with each of them: no index of vectors is kept, whose answers policies would thin out.
    """
    rows = await db.fetch(
        owned(
            """
            WITH compared AS MATERIALIZED (
                SELECT passage_no, -(vector <#> $3::text::vector) AS cosine
                  FROM {shared}passage_vectors
                 WHERE {owner} = $1 AND encoder = $2 AND language = $4
                   AND grade = ANY ($5::smallint[]))
            (SELECT passage_no, cosine FROM compared ORDER BY cosine DESC LIMIT $7)
            UNION
            SELECT passage_no, cosine FROM compared WHERE passage_no = ANY ($6::integer[])
            """,
            owner,
        ),
        owner,
        encoder,
        vector,
        language,
        classes,
        and_of,
        limit,
    )
    return {row["passage_no"]: row["cosine"] for row in rows}
