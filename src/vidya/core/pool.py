"""The connections of one process, lent first come, first served, and taken back."""

import asyncio
from contextlib import suppress
from time import monotonic
from typing import TypeAlias

import asyncpg

from vidya.core.errors import Unavailable

# asyncpg is generic for the type checker only, not when it runs.
PlainConnection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"
DOWN = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
)
"""How a database shows that it is not there, or not any more."""
_LONGEST_IDLE_SECONDS = 300
"""A firewall on the way may have forgotten an older one, and nothing would tell us."""
_COMMAND_SECONDS = 30


class DatabaseDown(Unavailable): ...


class Pool:
    """Up to `size` connections, opened when they are needed; the last one used is lent first.

    Not asyncpg's own: there each visit cost a task, a proxy and 190 µs more, and whoever came
    just now overtook those who waited, so that under a crowd one in twenty waited 800 ms for a
    connection, and the median not at all.
    """

    def __init__(self, url: str, *, size: int, statement_cache: int, patience: float) -> None:
        self._url = url
        self._size = size
        self._statement_cache = statement_cache
        self._patience = patience
        self._turns = asyncio.Semaphore(size)
        self._idle: list[tuple[PlainConnection, float]] = []
        self._in_use = 0
        self._is_closed = False

    @property
    def in_use(self) -> int:
        return self._in_use

    async def open_first(self) -> None:
        """Show that the database is there; DatabaseDown where it is not."""
        self.release(await self.acquire(), is_clean=True)

    async def acquire(self) -> PlainConnection:
        """A connection that is outside any transaction; DatabaseDown when none can be had."""
        await self._wait_for_turn()
        try:
            connection = self._take_idle() or await self._open()
        except BaseException:
            self._turns.release()
            raise
        self._in_use += 1
        return connection

    def release(self, connection: PlainConnection, *, is_clean: bool) -> None:
        """Take it back. One that is not clean, for its transaction did not come to an end, goes."""
        if is_clean and not self._is_closed and not connection.is_closed():
            self._idle.append((connection, monotonic()))
        else:
            connection.terminate()
        self._in_use -= 1
        self._turns.release()

    async def close(self) -> None:
        """Once what is lent has come back, or patience has ended."""
        self._is_closed = True
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience):
                for _ in range(self._size):
                    await self._turns.acquire()
        while self._idle:
            connection, _ = self._idle.pop()
            with suppress(*DOWN, asyncpg.InterfaceError):
                await connection.close(timeout=self._patience)

    async def _wait_for_turn(self) -> None:
        if not self._turns.locked():
            await self._turns.acquire()
            return
        try:
            async with asyncio.timeout(self._patience):
                await self._turns.acquire()
        except TimeoutError as failure:
            raise DatabaseDown("All connections to the database are busy.") from failure

    def _take_idle(self) -> "PlainConnection | None":
        oldest = monotonic() - _LONGEST_IDLE_SECONDS
        while self._idle:
            connection, since = self._idle.pop()
            if since > oldest and not connection.is_closed():
                return connection
            connection.terminate()
        return None

    async def _open(self) -> PlainConnection:
        try:
            return await asyncpg.connect(
                self._url,
                timeout=self._patience,
                statement_cache_size=self._statement_cache,
                command_timeout=_COMMAND_SECONDS,
                server_settings={"application_name": "vidya"},
            )
        except DOWN as failure:
            raise DatabaseDown("The database cannot be reached.") from failure
