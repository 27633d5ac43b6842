"""A worker does each job, tries again what failed, and holds what fails for good."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import pairwise

import asyncpg
import pytest
from pgqueuer.domain.types import JobId

from tests.database.workshop import (
    JOB,
    Record,
    enqueue,
    statuses,
    until,
    until_empty,
    until_statuses,
    working,
)
from vidya.app.database import DatabaseAddresses
from vidya.app.worker import Worker
from vidya.core import jobs
from vidya.core.db import Database
from vidya.core.jobs import JsonValue, Queue, Schedule


async def test_a_job_that_fails_is_tried_again_after_growing_pauses(
    database: Database, addresses: DatabaseAddresses
) -> None:
    record = Record()

    async with working(addresses.direct, record.job(_fails(times=2))):
        await enqueue(database, 1)
        await until(lambda: record.done == [1])
        await until_empty(database)

    first, second = _gaps(record.times)
    assert 0.4 < first < 1.7
    assert 0.9 < second < 2.2


async def test_a_job_that_failed_for_good_is_held_listed_and_released(
    database: Database, addresses: DatabaseAddresses
) -> None:
    record = Record()

    async with working(addresses.direct, record.job(_fails(times=2), tries=2)):
        await enqueue(database, 1)
        await until_statuses(database, ["failed"])
        async with database.shared() as db:
            held = await jobs.queue_of(db).list_failed_jobs()
        begun_before = len(record.begun)
        async with database.shared() as db:
            await jobs.queue_of(db).requeue_jobs([JobId(held[0].id)])
        await until(lambda: record.done == [1])

    assert begun_before == 2
    assert [(job.entrypoint, job.attempts) for job in held] == [(JOB, 1)]


async def test_a_held_job_does_not_keep_others_of_its_kind_from_being_done(
    database: Database, addresses: DatabaseAddresses
) -> None:
    record = Record()

    async def fail_for_one(what: JsonValue) -> None:
        if what == 1:
            raise ZeroDivisionError

    async with working(addresses.direct, record.job(fail_for_one, tries=1)):
        await enqueue(database, 1, 2, 3)
        await until_statuses(database, ["failed"])

    assert sorted(map(repr, record.done)) == ["2", "3"]


async def test_an_error_in_any_words_is_a_failure_like_others(
    database: Database, addresses: DatabaseAddresses
) -> None:
    """PostgreSQL refuses a NUL; written down word for word it would stop every job's record."""
    record = Record()

    async def fail(what: JsonValue) -> None:
        if what == 1 and len(record.begun) < 3:
            raise ValueError("a \x00 in the child's question: Why is the sky blue?")

    async with working(addresses.direct, record.job(fail, tries=3)):
        await enqueue(database, 1, 2)
        await until(lambda: sorted(map(repr, record.done)) == ["1", "2"])
        await until_empty(database)

    async with database.shared() as db:
        kept = await db.fetchval(
            "SELECT coalesce(string_agg(traceback::text, ''), '') FROM pgqueuer_log"
        )
    assert "ValueError" in kept
    assert "sky" not in kept


async def test_a_worker_that_stops_finishes_what_it_has_in_hand(
    database: Database, addresses: DatabaseAddresses
) -> None:
    record, may_end = Record(), asyncio.Event()

    async with working(addresses.direct, record.job(_waits_for(may_end))) as worker:
        await enqueue(database, 1)
        await until(lambda: record.begun == [1])
        worker.stop()
        await enqueue(database, 2)
        asyncio.get_running_loop().call_later(0.3, may_end.set)

    assert record.done == [1]
    assert await statuses(database) == ["queued"]


async def test_a_worker_that_is_cancelled_puts_its_jobs_back(
    database: Database, addresses: DatabaseAddresses
) -> None:
    record, never = Record(), asyncio.Event()
    worker = Worker(
        Queue.callers,
        direct_url=addresses.direct,
        jobs=[record.job(_waits_for(never))],
        at_once=20,
    )
    running = asyncio.gather(worker.run(), return_exceptions=True)
    await enqueue(database, 1, 2)
    await until(lambda: len(record.begun) == 2)

    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    left = await statuses(database)
    async with working(addresses.direct, record.job()):
        await until(lambda: len(record.done) == 2, seconds=3)

    assert left == ["queued", "queued"]


async def test_a_job_whose_worker_died_is_done_by_another(
    database: Database, addresses: DatabaseAddresses
) -> None:
    record = Record()
    await enqueue(database, 1)
    async with database.shared() as db:
        await db.execute(
            "UPDATE pgqueuer SET status = 'picked', queue_manager_id = gen_random_uuid(),"
            " heartbeat = now() - interval '1 minute', execute_after = now() - interval '1 minute'"
        )

    async with working(addresses.direct, record.job()):
        await until(lambda: record.done == [1])


async def test_a_job_that_takes_long_is_not_taken_for_lost(
    database: Database, addresses: DatabaseAddresses
) -> None:
    record = Record()
    lost_after = timedelta(seconds=0.8)

    async def take_long(_what: JsonValue) -> None:
        await asyncio.sleep(2.5)

    job = record.job(take_long)
    async with (
        working(addresses.direct, job, lost_after=lost_after),
        working(addresses.direct, job, lost_after=lost_after),
    ):
        await enqueue(database, 1)
        await until_empty(database)

    assert record.begun == [1]


async def test_callers_do_not_wait_behind_slow_jobs_of_the_background(
    database: Database, addresses: DatabaseAddresses
) -> None:
    slow, urgent, may_end = Record(), Record(), asyncio.Event()
    background = slow.job(_waits_for(may_end), name="test.slow", queue=Queue.background)
    async with (
        working(addresses.direct, background, queue=Queue.background, at_once=8),
        working(addresses.direct, urgent.job()),
    ):
        await enqueue(database, *range(60), name="test.slow")
        await until(lambda: len(slow.begun) == 8)
        asked = asyncio.get_running_loop().time()
        await enqueue(database, 1)
        await until(lambda: urgent.done == [1])
        waited = urgent.times[0] - asked
        at_once = len(slow.begun)
        may_end.set()
        await until_empty(database)

    assert waited < 0.5
    assert at_once == 8
    assert len(slow.done) == 60


@pytest.mark.parametrize("at_once", [2, 3, 25])
async def test_no_more_jobs_are_in_hand_than_was_set(
    database: Database, addresses: DatabaseAddresses, at_once: int
) -> None:
    in_hand = most = 0
    record = Record()

    async def count(_what: JsonValue) -> None:
        nonlocal in_hand, most
        in_hand += 1
        most = max(most, in_hand)
        await asyncio.sleep(0.05)
        in_hand -= 1

    await enqueue(database, *range(at_once * 3))
    async with working(addresses.direct, record.job(count), at_once=at_once):
        await until(lambda: len(record.done) == at_once * 3)

    assert most == at_once


async def test_a_schedule_runs_when_it_is_due_and_a_failure_does_not_end_it(
    database: Database, addresses: DatabaseAddresses
) -> None:
    ran: list[int] = []

    async def run() -> None:
        ran.append(1)
        raise ZeroDivisionError

    schedule = Schedule("test.schedule", "* * * * *", run)
    async with working(addresses.direct, schedules=[schedule]):
        pass
    for times in (1, 2):
        async with database.shared() as db:
            await db.execute("UPDATE pgqueuer_schedules SET next_run = now()")
        async with working(addresses.direct, schedules=[schedule]):
            await until(lambda expected=times: len(ran) == expected)  # type: ignore[misc]  # a default is the loop's own

    assert len(ran) == 2


def _fails(*, times: int) -> Callable[[JsonValue], Awaitable[None]]:
    left = times

    async def fail(_what: JsonValue) -> None:
        nonlocal left
        if left:
            left -= 1
            raise asyncpg.DeadlockDetectedError("two jobs met")

    return fail


def _waits_for(event: asyncio.Event) -> Callable[[JsonValue], Awaitable[None]]:
    async def wait(_what: JsonValue) -> None:
        await event.wait()

    return wait


def _gaps(times: list[float]) -> list[float]:
    return [later - earlier for earlier, later in pairwise(times)]
