"""A row of a school in any table, made from the catalogue alone, so that new tables are covered."""

from uuid import UUID

from vidya.core.db import Connection

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


async def unbind_rows(superuser: Connection) -> None:
    """Take away what rows must obey among themselves, and nothing that keeps schools apart."""
    constraints = await superuser.fetch("""
        SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'c')
    """)
    for constraint in constraints:
        await superuser.execute(
            f'ALTER TABLE {constraint["table"]} DROP CONSTRAINT IF EXISTS "{constraint["name"]}"'
        )


async def insert_statement(db: Connection, table: str, school_id: UUID) -> str:
    """The statement that gives this school a row of the table."""
    columns = await db.fetch(
        """
        SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
           AND attnotnull AND NOT atthasdef AND attidentity = '' AND attname <> 'school_id'
        """,
        table,
    )
    names = ", ".join(["school_id", *(column["name"] for column in columns)])
    values = ", ".join([f"'{school_id}'", *(_VALUES[column["type"]] for column in columns)])
    return on(table, "INSERT INTO @table (@names) VALUES (@values)", names=names, values=values)


def on(table: str, statement: str, **parts: str) -> str:
    """The statement with `@table`, and each `@part`, in its place: names of the catalogue's own."""
    for name, part in {"table": table, **parts}.items():
        statement = statement.replace(f"@{name}", part)
    return statement
