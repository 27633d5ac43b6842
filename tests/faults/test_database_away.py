"""The database goes away and comes back: who asks is told at once, and the next one is served."""

import asyncio
import os
import signal
from collections.abc import Iterator

import asyncpg
import pytest

from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.core.db import Database, DatabaseDown

SOON = 5
"""Seconds in which a caller must have an answer, if only that there is none."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedPostgres]:
    """A server of these tests' own, that they may stop."""
    folder = tmp_path_factory.mktemp("away")
    with EmbeddedPostgres(folder / "data", settings={"fsync": "off"}) as started:
        yield started


async def test_a_killed_backend_is_told_and_the_next_block_is_served(
    server: EmbeddedPostgres,
) -> None:
    database = await Database.connect(server.urls.app, size=2)

    async def ask() -> None:
        async with database.shared() as db:
            await _kill_backend_of(server, await db.fetchval("SELECT pg_backend_pid()"))
            await db.execute("SELECT 1")

    async with asyncio.timeout(SOON):
        with pytest.raises(DatabaseDown):
            await ask()
        async with database.shared() as db:
            assert await db.fetchval("SELECT 1") == 1
        await database.close()


async def test_a_backend_killed_before_the_commit_is_told(server: EmbeddedPostgres) -> None:
    database = await Database.connect(server.urls.app, size=2)

    async def ask() -> None:
        async with database.shared() as db:
            await _kill_backend_of(server, await db.fetchval("SELECT pg_backend_pid()"))

    async with asyncio.timeout(SOON):
        with pytest.raises(DatabaseDown):
            await ask()
        assert await database.is_up()
        await database.close()


async def test_an_idle_connection_that_was_killed_is_replaced_unnoticed(
    server: EmbeddedPostgres,
) -> None:
    database = await Database.connect(server.urls.app, size=1)
    async with database.shared() as db:
        pid = await db.fetchval("SELECT pg_backend_pid()")
    await _kill_backend_of(server, pid)

    async with asyncio.timeout(SOON), database.shared() as db:
        assert await db.fetchval("SELECT pg_backend_pid()") != pid
    await database.close()


async def test_a_stopped_server_is_down_in_bounded_time_and_up_again_when_it_is(
    server: EmbeddedPostgres,
) -> None:
    database = await Database.connect(server.urls.app, size=5)
    before = await database.is_up()
    await asyncio.to_thread(server.stop)

    async with asyncio.timeout(SOON):
        during = await database.is_up()
        with pytest.raises(DatabaseDown):
            await Database.connect(database.url)
    await asyncio.to_thread(server.start)
    async with asyncio.timeout(SOON):
        after = await database.is_up()
    await database.close()

    assert (before, during, after) == (True, False, True)


async def test_a_block_that_was_open_when_the_server_stopped_ends_as_down(
    server: EmbeddedPostgres,
) -> None:
    database = await Database.connect(server.urls.app, size=2)
    asked = asyncio.Event()

    async def ask() -> None:
        async with database.shared() as db:
            asked.set()
            await db.execute("SELECT pg_sleep(30)")

    asking = asyncio.gather(ask(), return_exceptions=True)
    await asked.wait()
    await asyncio.to_thread(server.stop)

    async with asyncio.timeout(SOON):
        (outcome,) = await asking
    await asyncio.to_thread(server.start)
    await database.close()

    assert isinstance(outcome, DatabaseDown)


async def test_a_backend_that_hangs_is_given_up_and_the_next_block_is_served(
    server: EmbeddedPostgres,
) -> None:
    """As when the network between the two falls silent: nothing is lost, and nothing answers."""
    database = await Database.connect(server.urls.app, size=1, patience=0.5)
    async with database.shared() as db:
        pid = await db.fetchval("SELECT pg_backend_pid()")

    async def ask() -> None:
        async with database.shared() as db:
            os.kill(pid, signal.SIGSTOP)
            await db.execute("SELECT 1", timeout=0.2)

    try:
        async with asyncio.timeout(SOON):
            with pytest.raises(DatabaseDown):
                await ask()
            assert await database.is_up()
    finally:
        os.kill(pid, signal.SIGCONT)
    await database.close()


async def test_an_error_of_the_block_itself_is_not_taken_for_the_databases(
    server: EmbeddedPostgres,
) -> None:
    database = await Database.connect(server.urls.app, size=1)

    async def fail(failure: Exception) -> None:
        async with database.shared() as db:
            await db.execute("SELECT 1")
            raise failure

    for failure in (TimeoutError(), OSError("the disk is full")):
        with pytest.raises(type(failure)):
            await fail(failure)
    await database.close()


async def _kill_backend_of(server: EmbeddedPostgres, pid: int) -> None:
    superuser = await asyncpg.connect(server.urls.superuser)
    try:
        await superuser.execute("SELECT pg_terminate_backend($1, 2000)", pid)
    finally:
        await superuser.close()
