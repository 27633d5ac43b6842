"""Connections to PostgreSQL: one school at a time, one transaction at a time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from types import TracebackType
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
_PROBE_SECONDS = 5


class DatabaseDown(Unavailable): ...


class CommitRefused(VidyaError):
    """PostgreSQL rolled back where we asked to commit: a statement failed and was swallowed."""


class Database:
    """A pool of connections as `vidya_app`, which row-level security holds to one school."""

    def __init__(
        self,
        pool: "asyncpg.Pool[asyncpg.Record]",
        *,
        url: str,
        direct_url: str,
        patience: float = 10,
    ) -> None:
        self._pool = pool
        # asyncpg's own queue lets whoever comes now overtake those who wait: under a crowd
        # one in twenty waited 800 ms for a connection, and the median not at all.
        self._turns = asyncio.Semaphore(pool.get_max_size())
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
        try:
            pool = await asyncpg.create_pool(
                url,
                min_size=1,
                max_size=size,
                timeout=patience,
                statement_cache_size=statement_cache,
                reset=_leave_as_it_is,
                command_timeout=30,
                server_settings={"application_name": "vidya"},
            )
        except _DOWN as failure:
            raise DatabaseDown("The database cannot be reached.") from failure
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
        return _Visit(self._pool, self._turns, begin, patience=self._patience)

    async def is_up(self) -> bool:
        """Whether it answers within 5 seconds."""
        try:
            async with asyncio.timeout(_PROBE_SECONDS), self.shared() as db:
                await db.execute("SELECT 1")
        except (VidyaError, TimeoutError):
            return False
        return True

    def connections_in_use(self) -> int:
        return self._pool.get_size() - self._pool.get_idle_size()


class _Visit:
    """One transaction on a connection of the pool, first come, first served.

    A class, for every request comes through here: nested generators cost 60 µs more.
    """

    __slots__ = ("_acquired", "_begin", "_patience", "_pool", "_transaction", "_turns")
    _acquired: Any
    _transaction: "SchoolTransaction"

    def __init__(
        self,
        pool: "asyncpg.Pool[asyncpg.Record]",
        turns: asyncio.Semaphore,
        begin: str,
        *,
        patience: float,
    ) -> None:
        self._pool = pool
        self._turns = turns
        self._begin = begin
        self._patience = patience

    async def __aenter__(self) -> Connection:
        await self._wait_for_turn()
        try:
            self._acquired = await self._acquire()
        except BaseException:
            self._turns.release()
            raise
        self._transaction = SchoolTransaction(self._acquired, self._begin, patience=self._patience)
        try:
            await self._transaction.__aenter__()
        except BaseException as failure:
            await self._give_back()
            self._tell_if_down(failure)
            raise
        acquired: Connection = self._acquired
        return acquired

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
            await self._give_back()
        if failure is not None:
            self._tell_if_down(failure)

    async def _wait_for_turn(self) -> None:
        if not self._turns.locked():
            await self._turns.acquire()
            return
        try:
            async with asyncio.timeout(self._patience):
                await self._turns.acquire()
        except TimeoutError as failure:
            raise DatabaseDown("All connections to the database are busy.") from failure

    async def _acquire(self) -> Any:
        """Never waits for others, and connecting has a limit of its own."""
        try:
            return await self._pool.acquire()
        except _DOWN as failure:
            raise DatabaseDown("The database cannot be reached.") from failure

    async def _give_back(self) -> None:
        try:
            with suppress(*_DOWN):  # the pool has closed it then, and opens another
                await self._pool.release(self._acquired, timeout=self._patience)
        finally:
            self._turns.release()

    def _tell_if_down(self, failure: BaseException) -> None:
        """DatabaseDown when this failure is that of the database in mid-transaction."""
        gone = isinstance(failure, _WENT_AWAY)
        confused = isinstance(failure, asyncpg.InterfaceError | asyncpg.InternalClientError)
        if gone or (confused and self._transaction.is_cut_off()):
            raise DatabaseDown("The database went away in mid-sentence.") from failure


class SchoolTransaction(Transaction):
    """A transaction that begins with one round trip of ours and refuses a false COMMIT.

    Savepoints (`async with db.transaction()`) work inside it as always. After a swallowed
    error PostgreSQL answers COMMIT with the tag ROLLBACK, which asyncpg does not report.
    """

    def __init__(self, connection: Connection, begin: str, *, patience: float) -> None:
        # The pool hands out a proxy; a transaction holds the connection behind it.
        self._raw: Any = getattr(connection, "_con", connection)
        super().__init__(self._raw, None, False, False)  # noqa: FBT003 - asyncpg's signature
        self._begin = begin
        self._patience = patience

    def is_cut_off(self) -> bool:
        """Whether its connection is lost; the pool's proxy forgets which one it was."""
        lost: bool = self._raw.is_closed()
        return lost

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
            if not self.is_cut_off():
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
        except _DOWN as failure:
            raise DatabaseDown("The database does not answer.") from failure
        return tag

    def _let_go(self) -> None:
        """Not before BEGIN's counterpart has run: until then the pool rolls back what is open."""
        self._raw._top_xact = None
        self._managed = False


async def _leave_as_it_is(connection: Connection) -> None:
    """Nothing to undo: session-level SET, LISTEN and advisory locks are banned on the pool."""


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
