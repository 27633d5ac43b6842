"""A row of a school in any table, made from the catalogue alone, so that new tables are covered."""

from uuid import UUID

import psycopg

_VALUES = {
    "uuid": "gen_random_uuid()",
    "text": "md5(random()::text)",
    "bytea": "decode(md5(random()::text), 'hex')",
    "jsonb": "'{}'",
    "text[]": "'{}'",
    "boolean": "false",
    "smallint": "(random() * 30000)::smallint",
    "integer": "(random() * 1000000)::integer",
    "bigint": "(random() * 1000000)::bigint",
    "date": "current_date",
    "timestamp with time zone": "now()",
}
"""An expression that gives some value of the type; a new one each time where keys may need it."""


def confined_tables(superuser: psycopg.Connection) -> list[str]:
    found = superuser.execute(
        "SELECT relname FROM pg_class WHERE relrowsecurity AND relkind IN ('r', 'p')"
    )
    return [name for (name,) in found]


def unbind_rows(superuser: psycopg.Connection) -> None:
    """Take away what rows must obey among themselves, and nothing that keeps schools apart."""
    constraints = superuser.execute("""
        SELECT conrelid::regclass::text, quote_ident(conname) FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'c')
    """).fetchall()
    for table, name in constraints:
        superuser.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}".encode())


def insert_statement(superuser: psycopg.Connection, table: str, school_id: UUID) -> str:
    """The statement that gives this school a row of the table."""
    columns = superuser.execute(
        """
        SELECT attname, format_type(atttypid, NULL) FROM pg_attribute
         WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped
           AND attnotnull AND NOT atthasdef AND attidentity = '' AND attname <> 'school_id'
        """,
        [table],
    ).fetchall()
    names = ", ".join(["school_id", *(name for name, _ in columns)])
    values = ", ".join([f"'{school_id}'", *(_VALUES[type_] for _, type_ in columns)])
    return on(table, "INSERT INTO @table (@names) VALUES (@values)", names=names, values=values)


def on(table: str, statement: str, **parts: str) -> str:
    """The statement with `@table`, and each `@part`, in its place: names of the catalogue's own."""
    for name, part in {"table": table, **parts}.items():
        statement = statement.replace(f"@{name}", part)
    return statement
