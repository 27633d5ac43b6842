"""News reach everyone who waits for them, and whoever may have missed some looks again."""

import asyncio
import os
import signal
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import asyncpg
import pytest

from tests.database.workshop import until
from vidya.app.database import DatabaseAddresses
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.core import clock
from vidya.core.db import Database
from vidya.core.pubsub import Subscriber, publish

SOON = 5
LATER = timedelta(seconds=10)
"""More than clocks may be apart."""


class Topic(str):
    """A topic of which a test can tell whether anybody still holds it."""

    __slots__ = ("__weakref__",)


@pytest.fixture
async def news(addresses: DatabaseAddresses) -> AsyncIterator[Subscriber]:
    async with _listening(addresses.direct) as subscriber:
        yield subscriber


async def test_news_reach_whoever_waits_for_their_topic(
    news: Subscriber, database: Database
) -> None:
    with (
        news.subscribe("ours") as first,
        news.subscribe("ours") as second,
        news.subscribe("theirs") as other,
    ):
        await _tell(database, "ours")
        async with asyncio.timeout(SOON):
            await first.wait()
            await second.wait()

        assert not other.is_set()


async def test_news_reach_another_process_by_the_same_road(
    news: Subscriber, database: Database, addresses: DatabaseAddresses
) -> None:
    async with _listening(addresses.direct) as elsewhere:
        with news.subscribe("ours") as here, elsewhere.subscribe("ours") as there:
            await _tell(database, "ours")

            async with asyncio.timeout(SOON):
                await here.wait()
                await there.wait()


async def test_news_come_with_their_transaction_or_not_at_all(
    news: Subscriber, database: Database
) -> None:
    async def fail() -> None:
        async with database.shared() as db:
            await publish(db, "false")
            raise ZeroDivisionError

    with news.subscribe("false") as false, news.subscribe("true") as true:
        with pytest.raises(ZeroDivisionError):
            await fail()
        async with database.shared() as db:
            await publish(db, "true")
            before_the_commit = true.is_set()
        async with asyncio.timeout(SOON):
            await true.wait()

        assert not before_the_commit
        assert not false.is_set()


async def test_a_lost_listener_is_made_anew_and_all_who_wait_look_again(
    news: Subscriber, database: Database, postgres: EmbeddedPostgres
) -> None:
    with news.subscribe("one") as one, news.subscribe("two") as two:
        await _kill(postgres, await _listener(postgres))
        async with asyncio.timeout(SOON):
            await one.wait()
            await two.wait()
        one.clear()
        await _tell(database, "one")
        async with asyncio.timeout(SOON):
            await one.wait()

    assert news.connected


async def test_a_listener_that_fell_silent_is_made_anew(
    addresses: DatabaseAddresses, postgres: EmbeddedPostgres
) -> None:
    async with _listening(addresses.direct, look_every=0.3) as news:
        pid = await _listener(postgres)
        os.kill(pid, signal.SIGSTOP)
        try:
            with news.subscribe("ours") as event:
                async with asyncio.timeout(SOON):
                    await event.wait()
            assert await _listener(postgres, but=pid)
        finally:
            os.kill(pid, signal.SIGCONT)


async def test_a_listener_that_is_lost_says_so_until_it_is_back(
    news: Subscriber, postgres: EmbeddedPostgres
) -> None:
    await _kill(postgres, await _listener(postgres))

    await until(lambda: not news.connected)
    await until(lambda: news.connected)


async def test_nothing_is_kept_of_a_topic_that_nobody_waits_for(news: Subscriber) -> None:
    topic = Topic("ours")
    with news.subscribe(topic) as event, news.subscribe(topic):
        pass
    held = weakref.ref(topic), weakref.ref(event)

    del topic, event

    assert [reference() for reference in held] == [None, None]


async def test_a_topic_is_silent_until_it_has_news(news: Subscriber, database: Database) -> None:
    began = clock.now() + LATER
    before = news.is_silent("ours", heard=0, since=began)
    with news.subscribe("ours") as event, news.subscribe("theirs") as other:
        await _tell(database, "ours")
        await _tell(database, "theirs")
        async with asyncio.timeout(SOON):
            await event.wait()
            await other.wait()

    assert before
    assert not news.is_silent("ours", heard=0, since=began)
    assert news.is_silent("ours", heard=news.heard("ours"), since=began)


async def test_a_topic_older_than_the_listening_may_have_had_news(news: Subscriber) -> None:
    assert not news.is_silent("ours", heard=0, since=clock.now() - LATER)


async def test_news_may_have_been_missed_while_nobody_listened(
    news: Subscriber, postgres: EmbeddedPostgres
) -> None:
    began = clock.now() + LATER
    await _kill(postgres, await _listener(postgres))
    await until(lambda: not news.connected)

    assert not news.is_silent("ours", heard=0, since=began)


async def test_what_is_long_past_is_not_remembered(news: Subscriber) -> None:
    assert not news.is_silent("ours", heard=0, since=clock.now() - timedelta(hours=1))


async def test_whoever_stops_waiting_does_not_end_it_for_others(
    news: Subscriber, database: Database
) -> None:
    with news.subscribe("ours") as stays:
        with news.subscribe("ours"):
            pass
        await _tell(database, "ours")

        async with asyncio.timeout(SOON):
            await stays.wait()


async def test_a_subscriber_that_ends_leaves_no_connection(
    addresses: DatabaseAddresses, postgres: EmbeddedPostgres
) -> None:
    async with _listening(addresses.direct) as news:
        pid = await _listener(postgres)

    await _kill(postgres, pid)  # only waits: it is on its way out
    assert not news.connected
    assert await _listener(postgres) == 0


@asynccontextmanager
async def _listening(url: str, *, look_every: float = 10) -> AsyncIterator[Subscriber]:
    subscriber = Subscriber(url, look_every=look_every)
    async with asyncio.TaskGroup() as group:
        running = group.create_task(subscriber.run())
        await until(lambda: subscriber.connected)
        yield subscriber
        running.cancel()


async def _tell(database: Database, topic: str) -> None:
    async with database.shared() as db:
        await publish(db, topic)


async def _listener(postgres: EmbeddedPostgres, *, but: int = 0) -> int:
    """The process id of the listening backend; 0 when there is none."""
    superuser = await asyncpg.connect(postgres.urls.superuser)
    try:
        pid: int | None = await superuser.fetchval(
            "SELECT pid FROM pg_stat_activity WHERE application_name = 'vidya-news' AND pid <> $1",
            but,
        )
    finally:
        await superuser.close()
    return pid or 0


async def _kill(postgres: EmbeddedPostgres, pid: int) -> None:
    superuser = await asyncpg.connect(postgres.urls.superuser)
    try:
        await superuser.execute("SELECT pg_terminate_backend($1, 3000)", pid)
    finally:
        await superuser.close()
