"""A transaction of one school neither sees nor touches a row of another, in any table."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from uuid import UUID, uuid4

import asyncpg
import psycopg
import pytest

from tests.database import catalogue
from tests.database.copies import database_of_its_own, renamed
from tests.database.rows import confined_tables, insert_statement, on, unbind_rows
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.core.db import Connection, Database, visit

OURS, THEIRS = uuid4(), uuid4()


@dataclass(frozen=True)
class Schools:
    """Two schools with a row each in every confined table."""

    database: Database
    across: Database
    tables: list[str]
    additions: dict[str, str]
    """For each table, the statement that gives THEIRS one more row."""


@dataclass(frozen=True)
class _Filled:
    name: str
    additions: dict[str, str]


@pytest.fixture(scope="module")
def filled(postgres: EmbeddedPostgres) -> Iterator[_Filled]:
    """A database that these tests share: what they write, they take back."""
    with database_of_its_own(postgres) as name:
        with psycopg.connect(postgres.urls.superuser, dbname=name, autocommit=True) as superuser:
            unbind_rows(superuser)
            additions: dict[str, str] = {}
            for table in confined_tables(superuser):
                for school_id in (OURS, THEIRS):
                    additions[table] = insert_statement(superuser, table, school_id)
                    superuser.execute(additions[table].encode())
        yield _Filled(name, additions)


@pytest.fixture
async def schools(postgres: EmbeddedPostgres, filled: _Filled) -> AsyncIterator[Schools]:
    database = await Database.connect(renamed(postgres.urls.app, filled.name), size=2)
    across = await Database.connect(renamed(postgres.urls.across, filled.name), size=2)
    yield Schools(database, across, list(filled.additions), filled.additions)
    await across.close()
    await database.close()


async def test_a_school_sees_its_own_rows_and_no_others(schools: Schools) -> None:
    seen: dict[str, set[UUID]] = {}
    async with schools.database.school(OURS) as db:
        for table in schools.tables:
            seen[table] = await _schools_in(db, table)

    assert seen == {table: {OURS} for table in schools.tables}


async def test_without_a_school_every_table_is_empty_and_closed(schools: Schools) -> None:
    async with schools.database.shared() as db:
        for table in schools.tables:
            assert await _schools_in(db, table) == set()
            assert await db.execute(on(table, "DELETE FROM @table")) == "DELETE 0"
            await _refused(db, schools.additions[table])


async def test_a_school_cannot_add_a_row_to_another(schools: Schools) -> None:
    async with schools.database.school(OURS) as db:
        for table in schools.tables:
            await _refused(db, schools.additions[table])


async def test_a_school_cannot_give_its_rows_to_another(schools: Schools) -> None:
    async with schools.database.school(OURS) as db:
        for table in schools.tables:
            await _refused(db, on(table, "UPDATE @table SET school_id = $1"), THEIRS)


async def test_a_school_changes_and_removes_its_own_rows_only(schools: Schools) -> None:
    changed: dict[str, tuple[str, str]] = {}
    left: dict[str, set[UUID]] = {}
    async with schools.database.school(OURS) as db:
        undone = db.transaction()
        await undone.start()
        for table in schools.tables:
            changed[table] = (
                await db.execute(on(table, "UPDATE @table SET school_id = school_id")),
                await db.execute(on(table, "DELETE FROM @table")),
            )
        async with visit(db, THEIRS):
            for table in schools.tables:
                left[table] = await _schools_in(db, table)
        await undone.rollback()

    assert changed == dict.fromkeys(schools.tables, ("UPDATE 1", "DELETE 1"))
    assert left == {table: {THEIRS} for table in schools.tables}


async def test_the_role_across_schools_sees_both_in_its_tables_alone(schools: Schools) -> None:
    async with schools.across.shared() as db:
        for table in schools.tables:
            if table in catalogue.ACROSS:
                assert await _schools_in(db, table) == {OURS, THEIRS}
            else:
                await _refused(db, on(table, "SELECT 1 FROM @table"))


async def test_the_role_across_schools_writes_nothing(schools: Schools) -> None:
    async with schools.across.shared() as db:
        for table in schools.tables:
            await _refused(db, schools.additions[table])
            await _refused(db, on(table, "UPDATE @table SET school_id = school_id"))


async def test_a_school_id_that_the_client_sets_itself_opens_nothing_more(
    schools: Schools,
) -> None:
    """The setting is empty, blank or no school at all: no row, or a clear refusal."""
    async with schools.database.shared() as db:
        await db.execute("SELECT set_config('vidya.school_id', '', true)")
        empty = await _schools_in(db, "questions")
        await db.execute("SELECT set_config('vidya.school_id', $1, true)", str(uuid4()))
        unknown = await _schools_in(db, "questions")
        await db.execute("SAVEPOINT here; SET LOCAL vidya.school_id = '%'")
        with pytest.raises(asyncpg.InvalidTextRepresentationError):
            await _schools_in(db, "questions")
        await db.execute("ROLLBACK TO SAVEPOINT here")

    assert empty == unknown == set()


async def _schools_in(db: Connection, table: str) -> set[UUID]:
    return {row["school_id"] for row in await db.fetch(on(table, "SELECT school_id FROM @table"))}


async def _refused(db: Connection, statement: str, *arguments: object) -> None:
    async def attempt() -> None:
        async with db.transaction():
            await db.execute(statement, *arguments)

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await attempt()
