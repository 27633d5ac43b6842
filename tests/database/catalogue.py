"""What PostgreSQL's own catalogue says about our tables, and the tables that stand apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from vidya.core.db import Connection, many

NOT_CONFINED: Mapping[str, str] = {
    "identify_phones": "read before the school is known; keyed hashes and ids only",
    "identify_numbers": "read before the school is known; keyed hashes and ids only",
    "identify_schools": "read before the school is known; codes that schools publish",
    "identify_calls": "read before the school is known; a provider's call id and ids",
    "board_chapters": "a board's own text, for all its schools",
    "board_passages": "a board's own text, for all its schools",
    "board_postings": "numbers made from a board's own text",
    "board_corpora": "counts made from a board's own text",
    "board_term_counts": "counts made from a board's own text",
    "board_answers": "rests on a board's text alone, for all its schools",
    "board_answer_keys": "leads to answers that rest on a board's text alone",
    "board_answer_citations": "names passages of a board's own text",
    "board_refusals": "digests of wordings and of what they must not lead to, for a whole board",
    "board_objections": "the same with digests that count schools and name none",
    "board_claims": "digests of questions that are being answered from a board's text alone",
    "endpoint_rates": "how much each endpoint may still be asked; of no school",
    "pgqueuer": "the queue belongs to no school; jobs carry ids in their payload",
    "pgqueuer_log": "the queue's own record; no payloads",
    "pgqueuer_schedules": "the queue's own clock",
    "pgqueuer_statistics": "the queue's own counts",
    "alembic_version": "which migrations have run",
}
"""Tables without row-level security, each with its reason."""

ACROSS: Mapping[str, frozenset[str]] = {
    "guests": frozenset({"SELECT", "DELETE"}),
    "questions": frozenset({"SELECT", "DELETE"}),
    "answers": frozenset({"SELECT", "DELETE"}),
    "handoffs": frozenset({"SELECT", "DELETE"}),
    "calls": frozenset({"SELECT", "DELETE"}),
    "identify_calls": frozenset({"SELECT", "DELETE"}),
    "pgqueuer": frozenset({"SELECT", "DELETE"}),
}
"""All that vidya_across may touch: guests are forgotten, held jobs are watched."""

APP = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE"})
"""What vidya_app may do to any table; TRUNCATE would not ask row-level security."""

PRIVILEGES = (
    "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN",
)  # fmt: skip
"""All that PostgreSQL 17 and later know for a table."""


@dataclass(frozen=True)
class Table:
    name: str
    owner: str
    is_confined: bool
    """Row-level security, for its owner too."""
    key: list[str]
    """The columns of the primary key, in order."""


@dataclass(frozen=True)
class Policy:
    table: str
    name: str
    roles: list[str]
    command: str
    using: str | None
    check: str | None
    permissive: str


@dataclass(frozen=True)
class Index:
    table: str
    name: str
    leading: str


async def tables(db: Connection) -> list[Table]:
    return await many(
        db,
        Table,
        """
        SELECT c.relname AS name, pg_get_userbyid(c.relowner) AS owner,
               c.relrowsecurity AND c.relforcerowsecurity AS is_confined,
               ARRAY(SELECT a.attname::text FROM pg_index i, unnest(i.indkey) WITH ORDINALITY k (no, at)
                       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.no
                      WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.at) AS key
          FROM pg_class c
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f')
         ORDER BY c.relname
        """,
    )


async def policies(db: Connection) -> list[Policy]:
    return await many(
        db,
        Policy,
        """
        SELECT tablename AS table, policyname AS name, roles::text[], cmd AS command,
               qual AS using, with_check AS check, permissive
          FROM pg_policies WHERE schemaname = 'public'
        """,
    )


async def indexes(db: Connection) -> list[Index]:
    """An index that begins with an expression has the leading column ''."""
    return await many(
        db,
        Index,
        """
        SELECT i.indrelid::regclass::text AS table, i.indexrelid::regclass::text AS name,
               coalesce(a.attname, '') AS leading
          FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
          LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
         WHERE c.relnamespace = 'public'::regnamespace
        """,
    )


async def privileges(db: Connection, role: str) -> dict[str, frozenset[str]]:
    """What the role may do to each table, on all or on some of its columns; tables left out: nothing."""
    found = await db.fetch(
        """
        SELECT c.relname AS name, array_agg(p) AS held
          FROM pg_class c, unnest($2::text[]) p
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
           AND (has_table_privilege($1, c.oid, p)
                OR p IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                   AND has_any_column_privilege($1, c.oid, p))
         GROUP BY c.relname
        """,
        role,
        list(PRIVILEGES),
    )
    return {row["name"]: frozenset(row["held"]) for row in found}
