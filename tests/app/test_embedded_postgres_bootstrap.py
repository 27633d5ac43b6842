"""Roles and database: made by whoever may, the same after every run, and plain."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest

from tests.app.postgres_owner import QUICK
from vidya.app.embedded_postgres.bootstrap import Connection, RolePasswords, bootstrap
from vidya.app.embedded_postgres.credentials import DatabaseUrls
from vidya.app.embedded_postgres.errors import BootstrapRefused
from vidya.app.embedded_postgres.scram import PasswordNotPlain
from vidya.app.embedded_postgres.server import EmbeddedPostgres

PASSWORDS = RolePasswords(owner="one", app="two", across="three")


@pytest.fixture(scope="module")
def urls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DatabaseUrls]:
    folder: Path = tmp_path_factory.mktemp("bootstrap") / "postgres"
    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        yield postgres.urls


@asynccontextmanager
async def connected(url: str, *, password: str | None = None) -> AsyncIterator[Connection]:
    db = await asyncpg.connect(url, password=password)
    try:
        yield db
    finally:
        await db.close()


async def test_the_roles_are_plain_and_the_database_is_the_owners(urls: DatabaseUrls) -> None:
    async with connected(urls.superuser) as db:
        powerful = await db.fetch("""
            SELECT rolname FROM pg_roles
             WHERE rolname LIKE 'vidya%'
               AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)
        """)
        owner = await db.fetchval(
            "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'vidya'"
        )
        vectors = await db.fetchval("SELECT '[3,4]'::vector <-> '[0,0]'")

    assert powerful == []
    assert owner == "vidya_owner"
    assert vectors == 5


@pytest.mark.parametrize("role", ["app", "across"])
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (id int)",
        "CREATE TEMPORARY TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "CREATE ROLE mine",
        "SET ROLE vidya_owner",
        "SET ROLE postgres",
        "ALTER ROLE vidya_app BYPASSRLS",
        "COPY (SELECT 1) TO '/tmp/out'",
    ],
)
async def test_the_serving_roles_can_make_nothing(
    urls: DatabaseUrls, role: str, statement: str
) -> None:
    async with connected(getattr(urls, role)) as db:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await db.execute(statement)


async def test_row_level_security_holds_the_app_and_the_owner(urls: DatabaseUrls) -> None:
    async with connected(urls.owner) as owner, connected(urls.app) as app:
        await owner.execute("""
            CREATE TABLE notes (school int, body text);
            INSERT INTO notes VALUES (1, 'ours'), (2, 'theirs');
            ALTER TABLE notes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
            CREATE POLICY one_school ON notes USING (school = 1);
        """)
        seen = [row["body"] for row in await app.fetch("SELECT body FROM notes")]
        seen_by_owner = await owner.fetchval("SELECT count(*) FROM notes")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await app.execute("INSERT INTO notes VALUES (2, 'smuggled')")
        await app.execute("SET row_security = off")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await app.fetch("SELECT body FROM notes")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await app.execute("ALTER TABLE notes DISABLE ROW LEVEL SECURITY")

    assert seen == ["ours"]
    assert seen_by_owner == 1


async def test_vidya_app_works_on_the_owners_tables_and_vidya_across_on_those_it_is_given(
    urls: DatabaseUrls,
) -> None:
    async with connected(urls.owner) as db:
        await db.execute("CREATE TABLE works (id int GENERATED ALWAYS AS IDENTITY, word text)")
        await db.execute("CREATE TABLE reports (word text)")
        await db.execute("GRANT SELECT, DELETE ON reports TO vidya_across")
        await db.execute("INSERT INTO reports VALUES ('b')")
    async with connected(urls.app) as app:
        await app.execute("INSERT INTO works (word) VALUES ('a'), ('b')")
        await app.execute("UPDATE works SET word = 'c' WHERE word = 'a'")
        await app.execute("DELETE FROM works WHERE word = 'c'")
        left = [row["word"] for row in await app.fetch("SELECT word FROM works")]
    async with connected(urls.across) as across:
        given = [row["word"] for row in await across.fetch("SELECT word FROM reports")]
        await across.execute("DELETE FROM reports")
        for statement in ("SELECT word FROM works", "UPDATE reports SET word = 'z'"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await across.execute(statement)

    assert left == ["b"]
    assert given == ["b"]


async def test_preparing_again_and_at_once_changes_passwords_and_nothing_else(
    urls: DatabaseUrls,
) -> None:
    async with connected(urls.superuser) as db:
        await db.execute("ALTER ROLE vidya_app SUPERUSER BYPASSRLS")

    async with asyncio.TaskGroup() as together:
        for _ in range(4):
            together.create_task(bootstrap(urls.superuser, PASSWORDS))

    async with connected(urls.app, password="two") as db:
        assert not await db.fetchval("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    with pytest.raises(asyncpg.InvalidPasswordError):
        async with connected(urls.app):
            pass


async def test_a_managed_servers_administrator_needs_no_superuser(urls: DatabaseUrls) -> None:
    maintenance = urls.superuser.replace("/vidya", "/postgres")
    async with connected(maintenance) as db:
        await db.execute("DROP DATABASE vidya")
        await db.execute("DROP ROLE vidya_owner, vidya_app, vidya_across")
        await db.execute("CREATE ROLE administrator LOGIN CREATEDB CREATEROLE PASSWORD 'four'")
    administrator = maintenance.rsplit("@", 1)[1]

    for _ in range(2):
        await bootstrap(f"postgresql://administrator:four@{administrator}", PASSWORDS)

    async with connected(urls.app, password="two") as db:
        owner = await db.fetchval(
            "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'vidya'"
        )
    assert owner == "vidya_owner"


async def test_a_server_that_refuses_is_named(urls: DatabaseUrls) -> None:
    with pytest.raises(BootstrapRefused, match="password"):
        await bootstrap(urls.superuser.replace("postgres:", "postgres:x"), PASSWORDS)


async def test_a_password_that_needs_preparation_is_refused(urls: DatabaseUrls) -> None:
    with pytest.raises(PasswordNotPlain):
        await bootstrap(urls.superuser, RolePasswords(owner="é", app="two", across="three"))
