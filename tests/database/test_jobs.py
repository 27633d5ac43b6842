"""A job is asked for in the transaction that needs it, and comes with it or not at all."""

import asyncio
from datetime import timedelta

import pytest
from pgqueuer.domain.settings import db_settings

from tests.database.schools import make_school
from tests.database.workshop import JOB, Record, enqueue, statuses, until, until_empty, working
from vidya.app.database import DatabaseAddresses
from vidya.core import jobs
from vidya.core.db import Connection, Database
from vidya.core.jobs import JsonValue


async def test_a_job_is_there_once_its_transaction_is(database: Database) -> None:
    school_id = await make_school(database, "ONE")

    async with database.school(school_id) as db:
        await jobs.enqueue(db, JOB, what=1)
        before = await statuses(database)

    assert (before, await statuses(database)) == ([], ["queued"])


async def test_a_transaction_that_fails_takes_its_jobs_along(database: Database) -> None:
    async def fail() -> None:
        async with database.shared() as db:
            await jobs.enqueue(db, JOB, what=1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()

    assert await statuses(database) == []


async def test_a_second_job_with_the_same_key_is_nothing(database: Database) -> None:
    async with database.shared() as db:
        await _ask(db, "same")
        await _ask(db, "same")
        await _ask(db, "other")
    async with database.shared() as db:
        await _ask(db, "same")

    assert await statuses(database) == ["queued", "queued"]


async def test_the_same_key_asked_for_by_many_at_once_is_one_job(database: Database) -> None:
    async def ask() -> None:
        async with database.shared() as db:
            await _ask(db, "same")
            await asyncio.sleep(0.01)

    await asyncio.gather(*(ask() for _ in range(10)))

    assert await statuses(database) == ["queued"]


async def test_a_key_counts_for_its_job_alone(database: Database) -> None:
    async with database.shared() as db:
        await jobs.enqueue(db, JOB, dedupe="same", what=1)
        await jobs.enqueue(db, "test.other", dedupe="same", what=1)

    assert await statuses(database) == ["queued", "queued"]


async def test_jobs_without_a_key_are_each_done(database: Database) -> None:
    await enqueue(database, 1, 1)

    assert await statuses(database) == ["queued", "queued"]


async def test_a_key_is_free_again_when_its_job_is_done(
    database: Database, addresses: DatabaseAddresses
) -> None:
    record = Record()

    async with working(addresses.direct, record.job()):
        for _ in range(2):
            async with database.shared() as db:
                await _ask(db, "same")
            await until_empty(database)

    assert record.done == [1, 1]


async def test_a_job_for_later_waits(database: Database, addresses: DatabaseAddresses) -> None:
    record = Record()
    async with working(addresses.direct, record.job()):
        began = asyncio.get_running_loop().time()
        async with database.shared() as db:
            await jobs.enqueue(db, JOB, after=timedelta(seconds=0.8), what="later")
            await jobs.enqueue(db, JOB, what="now")
        await until(lambda: len(record.done) == 2)

    assert record.done == ["now", "later"]
    assert 0.7 < record.times[1] - began < 3


async def test_what_a_job_is_given_arrives_as_it_was(
    database: Database, addresses: DatabaseAddresses
) -> None:
    record = Record()
    given: list[JsonValue] = ["आकाश नीला क्यों है?", "O'Neill \\ \" {}", "", 0, -7, True, None, 2**40]
    async with working(addresses.direct, record.job()):
        await enqueue(database, *given)
        await until(lambda: len(record.done) == len(given))

    assert sorted(map(repr, record.done)) == sorted(map(repr, given))


async def test_other_programs_settings_do_not_move_the_queue(
    database: Database, addresses: DatabaseAddresses, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library reads names as common as CHANNEL and FUNCTION from the environment."""
    monkeypatch.setenv("QUEUE_TABLE", "elsewhere")
    monkeypatch.setenv("CHANNEL", "elsewhere")
    monkeypatch.setenv("PGQUEUER_PREFIX", "elsewhere_")
    db_settings.cache_clear()
    record = Record()

    async with working(addresses.direct, record.job()):
        await enqueue(database, 1)
        await until(lambda: record.done == [1])

    monkeypatch.undo()
    db_settings.cache_clear()


async def _ask(db: Connection, key: str) -> None:
    await jobs.enqueue(db, JOB, dedupe=key, what=1)
