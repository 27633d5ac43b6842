"""Connections to PostgreSQL: one school at a time, one transaction at a time."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self, TypeAlias, TypeVar
from uuid import UUID

import asyncpg
import asyncpg.pool
import msgspec
from asyncpg.transaction import Transaction, TransactionState
from typing_extensions import override

from vidya.core.errors import NotFound, Unavailable, VidyaError

Row = TypeVar("Row")
# asyncpg is generic for the type checker only, not when it runs.
Connection: TypeAlias = (
    "asyncpg.pool.PoolConnectionProxy[asyncpg.Record] | asyncpg.Connection[asyncpg.Record]"
)

_DOWN = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
)
_WENT_AWAY = _DOWN[2:]
"""Seen in mid-transaction; there, an OSError or a TimeoutError may be somebody else's."""


class DatabaseDown(Unavailable): ...


class CommitRefused(VidyaError):
    """PostgreSQL rolled back where we asked to commit: a statement failed and was swallowed."""


class Database:
    """A pool of connections as `vidya_app`, which row-level security holds to one school."""

    def __init__(self, pool: "asyncpg.Pool[asyncpg.Record]", *, url: str, direct_url: str) -> None:
        self._pool = pool
        self.url = url
        self.direct_url = direct_url

    @classmethod
    async def connect(
        cls, url: str, *, direct_url: str | None = None, size: int = 20, statement_cache: int = 200
    ) -> Self:
        """`direct_url` leads past any pooler; LISTEN needs it."""
        try:
            pool = await asyncpg.create_pool(
                url,
                min_size=1,
                max_size=size,
                statement_cache_size=statement_cache,
                reset=_leave_as_it_is,
                command_timeout=30,
                server_settings={"application_name": "vidya"},
            )
        except _DOWN as failure:
            raise DatabaseDown("The database cannot be reached.") from failure
        return cls(pool, url=url, direct_url=direct_url or url)

    async def close(self) -> None:
        await self._pool.close()

    @asynccontextmanager
    async def school(self, school_id: UUID) -> AsyncIterator[Connection]:
        """One transaction that sees this school's rows, and the shared tables, only."""
        begin = f"BEGIN; SET LOCAL vidya.school_id = '{UUID(str(school_id))}'"
        async with self._transaction(begin) as db:
            yield db

    @asynccontextmanager
    async def shared(self) -> AsyncIterator[Connection]:
        """One transaction that sees the shared tables only; no school's row is visible."""
        async with self._transaction("BEGIN") as db:
            yield db

    @asynccontextmanager
    async def _transaction(self, begin: str) -> AsyncIterator[Connection]:
        try:
            acquired = await self._pool.acquire(timeout=10)
        except _DOWN as failure:
            raise DatabaseDown("The database cannot be reached.") from failure
        try:
            async with SchoolTransaction(acquired, begin):
                yield acquired
        except _WENT_AWAY as failure:
            raise DatabaseDown("The database went away in mid-sentence.") from failure
        except (asyncpg.InterfaceError, asyncpg.InternalClientError) as failure:
            if acquired.is_closed():
                raise DatabaseDown("The database went away in mid-sentence.") from failure
            raise
        finally:
            await self._pool.release(acquired)

    async def is_up(self) -> bool:
        try:
            async with self.shared() as db:
                await db.execute("SELECT 1")
        except VidyaError:
            return False
        return True

    def connections_in_use(self) -> int:
        return self._pool.get_size() - self._pool.get_idle_size()


class SchoolTransaction(Transaction):
    """A transaction that begins with one round trip of ours and refuses a false COMMIT.

    Savepoints (`async with db.transaction()`) work inside it as always. After a swallowed
    error PostgreSQL answers COMMIT with the tag ROLLBACK, which asyncpg does not report.
    """

    def __init__(self, connection: Connection, begin: str) -> None:
        # The pool hands out a proxy; a transaction holds the connection behind it.
        self._raw: Any = getattr(connection, "_con", connection)
        super().__init__(self._raw, None, False, False)  # noqa: FBT003 - asyncpg's signature
        self._begin = begin

    @override
    async def start(self) -> None:
        connection = self._raw
        connection._top_xact = self
        try:
            await connection.execute(self._begin)
        except BaseException:
            connection._top_xact = None
            self._state = TransactionState.FAILED
            raise
        self._state = TransactionState.STARTED

    @override
    async def __aexit__(self, *failure: Any) -> None:
        connection = self._raw
        connection._top_xact = None
        self._managed = False
        if failure[0] is not None:
            self._state = TransactionState.ROLLEDBACK
            if not connection.is_closed():
                await connection.execute("ROLLBACK")
            return
        tag = await connection.execute("COMMIT")
        self._state = TransactionState.COMMITTED
        if tag != "COMMIT":
            self._state = TransactionState.ROLLEDBACK
            raise CommitRefused(
                "A statement failed earlier in this transaction; nothing was saved."
            )


async def _leave_as_it_is(connection: Connection) -> None:
    """Nothing to undo: session-level SET, LISTEN and advisory locks are banned on the pool."""


@asynccontextmanager
async def visit(db: Connection, school_id: UUID) -> AsyncIterator[None]:
    """Within one transaction, act for another school for a moment: a caller who wants to join it."""
    host = await db.fetchval("SELECT current_setting('vidya.school_id', true)")
    await db.execute("SELECT set_config('vidya.school_id', $1, true)", str(school_id))
    yield
    await db.execute("SELECT set_config('vidya.school_id', $1, true)", host or "")


async def find(db: Connection, row: type[Row], sql: str, *arguments: object) -> Row | None:
    """The row as the dataclass `row`, or None."""
    record = await db.fetchrow(sql, *arguments)
    return None if record is None else row(**dict(record.items()))


async def one(db: Connection, row: type[Row], sql: str, *arguments: object) -> Row:
    """The row as the dataclass `row`; NotFound when it is not there, or not yours to see."""
    found = await find(db, row, sql, *arguments)
    if found is None:
        raise NotFound(f"There is no such {row.__name__.lower()}.")
    return found


async def many(db: Connection, row: type[Row], sql: str, *arguments: object) -> list[Row]:
    return [row(**dict(record.items())) for record in await db.fetch(sql, *arguments)]


def to_json(value: object) -> str:
    """A value as a jsonb parameter takes it: asyncpg hands jsonb through as text."""
    return msgspec.json.encode(value).decode()


def from_json(text: str, of: type[Row]) -> Row:
    """A jsonb column as a value of this type."""
    return msgspec.json.decode(text, type=of)
