"""The roles and the database that the product needs, made by a superuser and by nobody else.

vidya_owner   owns the database and migrates it
vidya_app     serves; owns nothing, and row-level security holds it to one school
vidya_across  works across schools: event shipping, reports, retention

All three are plain: no superuser, no CREATEROLE, no CREATEDB, no BYPASSRLS.
"""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeAlias

import asyncpg
from asyncpg.connection import Connection as AsyncpgConnection

from vidya.app.embedded_postgres.credentials import ACROSS, APP, DATABASE, OWNER
from vidya.app.embedded_postgres.errors import BootstrapRefused
from vidya.app.embedded_postgres.scram import scram_verifier

log = logging.getLogger(__name__)

Connection: TypeAlias = "AsyncpgConnection[asyncpg.Record]"  # generic for the checker only

_ONE_AT_A_TIME = 0x76696479  # "vidy": two servers of ours may prepare one database at once
_PATIENCE_SECONDS = 30.0


@dataclass(frozen=True)
class RolePasswords:
    owner: str
    app: str
    across: str


async def bootstrap(superuser_url: str, passwords: RolePasswords) -> None:
    """Make what is missing, correct what differs; safe to repeat and to run twice at once.

    `superuser_url` names any database of the server that is there already. On a managed
    server its user needs CREATEROLE and CREATEDB only. BootstrapRefused says what failed.
    """
    try:
        async with _connected(superuser_url) as db:
            # Of the session, as CREATE DATABASE runs in no transaction; gone with `db`.
            await db.execute("SELECT pg_advisory_lock($1)", _ONE_AT_A_TIME)
            await _make_roles(db, passwords)
            await _make_database(db)
            async with _connected(superuser_url, database=DATABASE) as ours:
                await _make_extension(ours)
                await _grant(ours)
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as failure:
        raise BootstrapRefused(f"Roles and database could not be made: {failure}") from failure


@asynccontextmanager
async def _connected(url: str, *, database: str | None = None) -> AsyncIterator[Connection]:
    db = await asyncpg.connect(
        url, database=database, timeout=_PATIENCE_SECONDS, command_timeout=_PATIENCE_SECONDS
    )
    try:
        yield db
    finally:
        await db.close()


async def _make_roles(db: Connection, passwords: RolePasswords) -> None:
    wanted = {OWNER: passwords.owner, APP: passwords.app, ACROSS: passwords.across}
    for role, password in wanted.items():
        known = await db.fetchrow("SELECT * FROM pg_roles WHERE rolname = $1", role)
        if known is None:
            await db.execute(f"CREATE ROLE {role} LOGIN")
        elif not _is_plain(known):
            await db.execute(
                f"ALTER ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE"
                " NOREPLICATION NOBYPASSRLS"
            )
        await db.execute(f"ALTER ROLE {role} PASSWORD '{scram_verifier(password)}'")
    # Planned once a connection, not for the first five uses of each statement as well.
    await db.execute(f"ALTER ROLE {APP} SET plan_cache_mode = force_generic_plan")


def _is_plain(role: asyncpg.Record) -> bool:
    """Asked first, as on a managed server even to say NOSUPERUSER needs a superuser."""
    powers = ("rolsuper", "rolcreatedb", "rolcreaterole", "rolreplication", "rolbypassrls")
    return bool(role["rolcanlogin"]) and not any(role[power] for power in powers)


async def _make_database(db: Connection) -> None:
    if not await db.fetchval("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"):
        await db.execute(f"GRANT {OWNER} TO CURRENT_USER")  # to make things in its name
    owner = await db.fetchval(
        "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = $1", DATABASE
    )
    if owner is None:
        await db.execute(
            f"CREATE DATABASE {DATABASE} OWNER {OWNER} ENCODING 'UTF8' TEMPLATE template0"
        )
    elif owner != OWNER:
        await db.execute(f"ALTER DATABASE {DATABASE} OWNER TO {OWNER}")


async def _make_extension(db: Connection) -> None:
    """Vectors improve the search and are not needed for it: a server without them will do."""
    try:
        await db.execute("CREATE EXTENSION IF NOT EXISTS vector")
    except (asyncpg.FeatureNotSupportedError, asyncpg.UndefinedFileError):
        log.warning("This PostgreSQL has no extension vector; search works without it")
    except asyncpg.InsufficientPrivilegeError:
        log.warning("Only a superuser may add the extension vector; search works without it")


async def _grant(db: Connection) -> None:
    """The least that each role needs; migrations narrow it for vidya_app, table by table.

    vidya_across gets no table but by a migration that names it.
    """
    in_schema = f"ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public"
    await db.execute(f"""
        BEGIN;
        REVOKE ALL ON DATABASE {DATABASE} FROM PUBLIC;
        GRANT CONNECT ON DATABASE {DATABASE} TO {APP}, {ACROSS};
        REVOKE CREATE ON SCHEMA public FROM PUBLIC;
        GRANT USAGE ON SCHEMA public TO {APP}, {ACROSS};
        {in_schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP};
        {in_schema} GRANT USAGE ON SEQUENCES TO {APP};
        {in_schema} REVOKE ALL ON TABLES FROM {ACROSS};
        COMMIT;
    """)
