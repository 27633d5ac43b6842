"""The queue loses its connections, or its server, for a moment: that costs a moment."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import asyncpg
import psycopg
import pytest

from tests.database.workshop import Record, enqueue, until, until_empty, until_statuses, working
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.app.migrations import migrate
from vidya.app.worker import Worker
from vidya.core.db import Database
from vidya.core.jobs import JsonValue, Queue

LISTENING = "LISTEN%"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedPostgres]:
    """A server of these tests' own, that they may stop."""
    folder = tmp_path_factory.mktemp("losses")
    with EmbeddedPostgres(folder / "data", settings={"fsync": "off"}) as started:
        migrate(started.urls.owner)
        yield started


@pytest.fixture
async def database(server: EmbeddedPostgres) -> AsyncIterator[Database]:
    opened = await Database.connect(server.urls.app, size=3)
    yield opened
    await opened.close()
    with psycopg.connect(server.urls.superuser, autocommit=True) as superuser:
        superuser.execute("TRUNCATE pgqueuer")


async def test_a_killed_listener_costs_a_moment(
    server: EmbeddedPostgres, database: Database
) -> None:
    record = Record()
    async with working(server.urls.app, record.job()) as worker:
        killed = await _kill(server, LISTENING)
        await until(lambda: not worker.is_up, seconds=3)
        await until(lambda: worker.is_up, seconds=3)
        await enqueue(database, 1)
        await until(lambda: record.done == [1], seconds=2)

    assert killed == 1


async def test_a_job_in_hand_does_not_keep_the_queue_waiting_for_a_new_listener(
    server: EmbeddedPostgres, database: Database
) -> None:
    record, may_end = Record(), asyncio.Event()

    async def work(what: JsonValue) -> None:
        if what == "long":
            await may_end.wait()

    async with working(server.urls.app, record.job(work)) as worker:
        await enqueue(database, "long")
        await until(lambda: record.begun == ["long"])
        await _kill(server, LISTENING)
        await until(lambda: not worker.is_up, seconds=3)
        await until(lambda: worker.is_up, seconds=3)
        await enqueue(database, "short")
        await until(lambda: record.done == ["short"], seconds=3)
        may_end.set()
        await until_empty(database)

    assert record.begun == ["long", "short"]
    assert record.done == ["short", "long"]


async def test_a_job_in_hand_that_looks_lost_is_not_begun_a_second_time(
    server: EmbeddedPostgres, database: Database
) -> None:
    """After an absence of the database no job has been heard of for a while."""
    record, may_end = Record(), asyncio.Event()

    async def work(_what: JsonValue) -> None:
        await may_end.wait()

    async with working(server.urls.app, record.job(work)) as worker:
        await enqueue(database, 1)
        await until(lambda: record.begun == [1])
        await _kill(server, LISTENING)
        await until(lambda: not worker.is_up, seconds=3)
        async with database.shared() as db:
            await db.execute("UPDATE pgqueuer SET heartbeat = now() - interval '1 minute'")
        await until_statuses(database, ["queued"])
        may_end.set()
        await until_empty(database)

    assert record.begun == [1]
    assert record.done == [1]


async def test_a_worker_that_lost_every_connection_goes_on(
    server: EmbeddedPostgres, database: Database
) -> None:
    record = Record()
    async with working(server.urls.app, record.job()):
        for what in range(3):
            await _kill(server, "%")
            await enqueue(database, what)
            await until(lambda done=what: len(record.done) == done + 1, seconds=5)  # type: ignore[misc]  # a default is the loop's own

    assert record.done == [0, 1, 2]


async def test_jobs_from_before_and_after_a_restart_of_the_server_are_all_done(
    server: EmbeddedPostgres, database: Database
) -> None:
    """In hand at that moment: one that ends while the server is away, one that fails, one that lasts."""
    record, away, back = Record(), asyncio.Event(), asyncio.Event()
    failed: list[JsonValue] = []

    async def work(what: JsonValue) -> None:
        if what in ("ends", "fails"):
            await away.wait()
        if what == "fails" and what not in failed:
            failed.append(what)
            raise ZeroDivisionError
        if what == "lasts":
            await back.wait()

    lost_after = timedelta(seconds=2)
    async with working(server.urls.app, record.job(work), lost_after=lost_after) as worker:
        await enqueue(database, "ends", "fails", "lasts")
        await until(lambda: len(record.begun) == 3)
        await asyncio.to_thread(server.stop)
        away.set()
        await until(lambda: not worker.is_up)
        await asyncio.sleep(3)
        await asyncio.to_thread(server.start)
        await until(lambda: worker.is_up)
        await enqueue(database, "after")
        await until(lambda: "after" in record.done)
        back.set()
        await until_empty(database, seconds=20)

    assert {"ends", "fails", "lasts", "after"} == set(record.done)


async def test_a_worker_waits_for_a_database_that_is_not_there_yet(
    server: EmbeddedPostgres, database: Database
) -> None:
    record = Record()
    await enqueue(database, 1)
    await asyncio.to_thread(server.stop)
    worker = Worker(Queue.callers, direct_url=database.url, jobs=[record.job()], at_once=20)

    async with asyncio.TaskGroup() as group:
        group.create_task(worker.run())
        await asyncio.sleep(0.3)
        was_up = worker.is_up
        await asyncio.to_thread(server.start)
        await until(lambda: record.done == [1])
        worker.stop()

    assert not was_up


async def test_a_worker_stops_also_while_its_database_is_away(
    server: EmbeddedPostgres, database: Database
) -> None:
    async with asyncio.timeout(30):
        async with working(server.urls.app, Record().job()) as worker:
            await asyncio.to_thread(server.stop)
            await until(lambda: not worker.is_up)
        stopped_while_away = not server.is_running
    await asyncio.to_thread(server.start)

    assert stopped_while_away


async def _kill(server: EmbeddedPostgres, last_statement: str) -> int:
    """End those of the workers' connections whose last statement is like this; how many it were."""
    superuser = await asyncpg.connect(server.urls.superuser)
    try:
        rows = await superuser.fetch(
            "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity"
            " WHERE application_name LIKE 'vidya-%' AND query LIKE $1",
            last_statement,
        )
    finally:
        await superuser.close()
    return len(rows)
