"""Connections to PostgreSQL: one school at a time, one transaction at a time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from types import TracebackType
from typing import Any, Self, TypeAlias, TypeVar
from uuid import UUID

import asyncpg
import asyncpg.pool
import msgspec
from asyncpg.transaction import Transaction, TransactionState
from typing_extensions import override

from vidya.core.errors import NotFound, VidyaError
from vidya.core.pool import DOWN, DatabaseDown, PlainConnection, Pool

__all__ = ["Connection", "Database", "DatabaseDown"]

Row = TypeVar("Row")
Connection: TypeAlias = "asyncpg.pool.PoolConnectionProxy[asyncpg.Record] | PlainConnection"

_WENT_AWAY = DOWN[2:]
"""Seen in mid-transaction; there, an OSError or a TimeoutError may be somebody else's."""
_PROBE_SECONDS = 5


class CommitRefused(VidyaError):
    """PostgreSQL rolled back where we asked to commit: a statement failed and was swallowed."""


class Database:
    """Transactions as `vidya_app`, which row-level security holds to one school."""

    def __init__(self, pool: Pool, *, url: str, direct_url: str, patience: float) -> None:
        self._pool = pool
        self._patience = patience
        self.url = url
        self.direct_url = direct_url

    @classmethod
    async def connect(
        cls,
        url: str,
        *,
        direct_url: str | None = None,
        size: int = 20,
        statement_cache: int = 200,
        patience: float = 10,
    ) -> Self:
        """`direct_url` leads past any pooler; LISTEN needs it.

        A transaction waits `patience` seconds for a connection, and as long to be rid of one
        that does not answer; then the database is down.
        """
        pool = Pool(url, size=size, statement_cache=statement_cache, patience=patience)
        await pool.open_first()
        return cls(pool, url=url, direct_url=direct_url or url, patience=patience)

    async def close(self) -> None:
        await self._pool.close()

    def school(self, school_id: UUID) -> AbstractAsyncContextManager[Connection]:
        """One transaction that sees this school's rows, and the shared tables, only."""
        return self._transaction(f"BEGIN; SET LOCAL vidya.school_id = '{UUID(str(school_id))}'")

    def shared(self) -> AbstractAsyncContextManager[Connection]:
        """One transaction that sees the shared tables only; no school's row is visible."""
        return self._transaction("BEGIN")

    def _transaction(self, begin: str) -> AbstractAsyncContextManager[Connection]:
        return _Visit(self._pool, begin, patience=self._patience)

    async def is_up(self) -> bool:
        """Whether it answers within 5 seconds."""
        try:
            async with asyncio.timeout(_PROBE_SECONDS), self.shared() as db:
                await db.execute("SELECT 1")
        except (VidyaError, TimeoutError):
            return False
        return True

    def connections_in_use(self) -> int:
        return self._pool.in_use


class _Visit:
    """One transaction on a connection of the pool.

    A class, for every request comes through here: nested generators cost 60 µs more.
    """

    __slots__ = ("_begin", "_connection", "_patience", "_pool", "_transaction")
    _connection: PlainConnection
    _transaction: "SchoolTransaction"

    def __init__(self, pool: Pool, begin: str, *, patience: float) -> None:
        self._pool = pool
        self._begin = begin
        self._patience = patience

    async def __aenter__(self) -> Connection:
        self._connection = await self._pool.acquire()
        self._transaction = SchoolTransaction(
            self._connection, self._begin, patience=self._patience
        )
        try:
            await self._transaction.__aenter__()
        except BaseException as failure:
            self._give_back()
            self._tell_if_down(failure)
            raise
        return self._connection

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            await self._transaction.__aexit__(kind, failure, trace)
        except BaseException as other:
            self._tell_if_down(other)
            raise
        finally:
            self._give_back()
        if failure is not None:
            self._tell_if_down(failure)

    def _give_back(self) -> None:
        self._pool.release(self._connection, is_clean=self._transaction.has_ended)

    def _tell_if_down(self, failure: BaseException) -> None:
        """DatabaseDown when this failure is that of the database in mid-transaction."""
        gone = isinstance(failure, _WENT_AWAY)
        confused = isinstance(failure, asyncpg.InterfaceError | asyncpg.InternalClientError)
        if gone or (confused and self._connection.is_closed()):
            raise DatabaseDown("The database went away in mid-sentence.") from failure


class SchoolTransaction(Transaction):
    """A transaction that begins with one round trip of ours and refuses a false COMMIT.

    Savepoints (`async with db.transaction()`) work inside it as always. After a swallowed
    error PostgreSQL answers COMMIT with the tag ROLLBACK, which asyncpg does not report.
    """

    def __init__(self, connection: Connection, begin: str, *, patience: float) -> None:
        # A pool of asyncpg's hands out a proxy; a transaction holds the connection behind it.
        self._raw: Any = getattr(connection, "_con", connection)
        super().__init__(self._raw, None, False, False)  # noqa: FBT003 - asyncpg's signature
        self._begin = begin
        self._patience = patience
        self.has_ended = False
        """PostgreSQL has confirmed its end; until then nobody else may use the connection."""

    @override
    async def start(self) -> None:
        self._raw._top_xact = self
        self._state = TransactionState.FAILED
        await self._tell(self._begin)
        self._state = TransactionState.STARTED

    @override
    async def __aexit__(self, *failure: Any) -> None:
        if failure[0] is not None:
            self._state = TransactionState.ROLLEDBACK
            if not self._raw.is_closed():
                await self._roll_back()
            self._let_go()
            return
        tag = await self._tell("COMMIT")
        self._state = TransactionState.COMMITTED
        self._let_go()
        if tag != "COMMIT":
            self._state = TransactionState.ROLLEDBACK
            raise CommitRefused(
                "A statement failed earlier in this transaction; nothing was saved."
            )

    async def _roll_back(self) -> None:
        """The statement that was broken off must end first, which nothing else puts a limit to."""
        try:
            async with asyncio.timeout(self._patience):
                await self._tell("ROLLBACK")
        except TimeoutError as failure:
            raise DatabaseDown("The database does not answer.") from failure

    async def _tell(self, statement: str) -> str:
        """Run a statement of our own, where every OSError and TimeoutError is the database's."""
        try:
            tag: str = await self._raw.execute(statement)
        except DOWN as failure:
            raise DatabaseDown("The database does not answer.") from failure
        return tag

    def _let_go(self) -> None:
        """Not before BEGIN's counterpart has run."""
        self._raw._top_xact = None
        self._managed = False
        self.has_ended = True


@asynccontextmanager
async def visit(db: Connection, school_id: UUID) -> AsyncIterator[None]:
    """Within one transaction, act for another school for a moment: a caller who wants to join it.

    Whatever happens inside, the transaction is its own school's again afterwards: after a
    failure by the savepoint, which takes what was written inside back too.
    """
    host = await db.fetchval("SELECT current_setting('vidya.school_id', true)")
    async with db.transaction():
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
