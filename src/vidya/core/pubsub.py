"""News between processes, by PostgreSQL's NOTIFY: a hint to look again, never the truth itself."""

import asyncio
import logging
from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

import asyncpg

from vidya.core import clock
from vidya.core.db import Connection

CHANNEL = "vidya_news"
_RETRY_SECONDS = 0.5
_CONNECT_SECONDS = 10
_REMEMBERED = timedelta(minutes=1)
_CLOCKS_APART = timedelta(seconds=5)
"""How far two machines' clocks may disagree."""
_LOST = (
    OSError,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
)
_log = logging.getLogger(__name__)


async def publish(db: Connection, *topics: str) -> None:
    """Tell every process once this transaction commits."""
    await db.execute(
        "SELECT pg_notify($1, topic) FROM unnest($2::text[]) AS topic", CHANNEL, topics
    )


class Subscriber:
    """One listening connection of a process, shared by all who wait in it.

    Every `look_every` seconds it is asked whether it still answers: a network that falls silent
    looks like one without news.
    """

    def __init__(self, direct_url: str, *, look_every: float = 10) -> None:
        self._url = direct_url
        self._look_every = look_every
        self._waiting: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._heard: OrderedDict[str, tuple[int, datetime]] = OrderedDict()
        self._since: datetime | None = None

    @property
    def connected(self) -> bool:
        return self._since is not None

    def heard(self, topic: str) -> int:
        """How often the topic had news lately. Ask before you read what the news is about."""
        count, _ = self._heard.get(topic, (0, None))
        return count

    def is_silent(self, topic: str, *, heard: int, since: datetime) -> bool:
        """Whether it had no more news than was `heard`, for certain: nothing new can be read.

        `since` is when the topic began. False where this process did not listen all the while,
        or no longer remembers.
        """
        began, now = self._since, clock.now()
        if began is None or began > since - _CLOCKS_APART or since < now - _REMEMBERED:
            return False
        return self.heard(topic) == heard

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
                self._since = None
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
            self._since = clock.now()
            self._wake_all()
            while not await _happened(lost, within=self._look_every):
                await connection.execute("SELECT 1", timeout=self._look_every)
        finally:
            connection.terminate()

    def _hear(self, _connection: object, _pid: int, _channel: str, payload: object) -> None:
        topic, now = str(payload), clock.now()
        self._heard[topic] = (self.heard(topic) + 1, now)
        self._heard.move_to_end(topic)
        self._forget(now - _REMEMBERED)
        for event in self._waiting.get(topic, ()):
            event.set()

    def _forget(self, before: datetime) -> None:
        while self._heard:
            topic, (_, at) = next(iter(self._heard.items()))
            if at >= before:
                return
            del self._heard[topic]

    def _wake_all(self) -> None:
        for events in self._waiting.values():
            for event in events:
                event.set()


async def _happened(event: asyncio.Event, *, within: float) -> bool:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), within)
    return event.is_set()
