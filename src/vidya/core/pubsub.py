"""News between processes, by PostgreSQL's NOTIFY: a hint to look again, never the truth itself."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import asyncpg

from vidya.core.db import Connection

CHANNEL = "vidya_news"
_RETRY_SECONDS = 0.5
_CONNECT_SECONDS = 10
_LOST = (
    OSError,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
)
_log = logging.getLogger(__name__)


async def publish(db: Connection, topic: str) -> None:
    """Tell every process once this transaction commits."""
    await db.execute("SELECT pg_notify($1, $2)", CHANNEL, topic)


class Subscriber:
    """One listening connection of a process, shared by all who wait in it.

    Every `look_every` seconds it is asked whether it still answers: a network that falls silent
    looks like one without news.
    """

    def __init__(self, direct_url: str, *, look_every: float = 10) -> None:
        self._url = direct_url
        self._look_every = look_every
        self._waiting: dict[str, set[asyncio.Event]] = defaultdict(set)
        self.connected = False

    @contextmanager
    def subscribe(self, topic: str) -> Iterator[asyncio.Event]:
        """An event that is set when the topic has news, or when news may have been missed.

        Subscribe first, read the database then, and wait last: so nothing falls between.
        """
        event = asyncio.Event()
        self._waiting[topic].add(event)
        try:
            yield event
        finally:
            self._waiting[topic].discard(event)
            if not self._waiting[topic]:
                del self._waiting[topic]

    async def run(self) -> None:
        """Listen until cancelled; a lost connection is made anew, and all who wait look again."""
        while True:
            try:
                await self._listen_until_lost()
            except _LOST as failure:
                _log.warning("The news connection was lost.", extra={"reason": repr(failure)})
            finally:
                self.connected = False
            await asyncio.sleep(_RETRY_SECONDS)

    async def _listen_until_lost(self) -> None:
        connection = await asyncpg.connect(
            self._url,
            timeout=_CONNECT_SECONDS,
            server_settings={"application_name": "vidya-news"},
        )
        lost = asyncio.Event()
        connection.add_termination_listener(lambda _connection: lost.set())
        try:
            await connection.add_listener(CHANNEL, self._hear)
            self.connected = True
            self._wake_all()
            while not await _happened(lost, within=self._look_every):
                await connection.execute("SELECT 1", timeout=self._look_every)
        finally:
            connection.terminate()

    def _hear(self, _connection: object, _pid: int, _channel: str, topic: object) -> None:
        for event in self._waiting.get(str(topic), ()):
            event.set()

    def _wake_all(self) -> None:
        for events in self._waiting.values():
            for event in events:
                event.set()


async def _happened(event: asyncio.Event, *, within: float) -> bool:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), within)
    return event.is_set()
