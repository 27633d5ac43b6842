"""Workers with jobs of a test's own, and what the queue holds."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from vidya.app.worker import Worker
from vidya.core import jobs
from vidya.core.db import Database
from vidya.core.jobs import Job, JsonValue, Queue, Schedule

JOB = "test.job"


@dataclass
class Record:
    """What the jobs of a test did, and when."""

    begun: list[JsonValue] = field(default_factory=list)
    done: list[JsonValue] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    def job(
        self,
        work: Callable[[JsonValue], Awaitable[None]] | None = None,
        *,
        name: str = JOB,
        queue: Queue = Queue.callers,
        tries: int = 5,
    ) -> Job:
        """A job that notes its `what`, does the work, and notes it again."""

        async def run(*, what: JsonValue) -> None:
            self.begun.append(what)
            self.times.append(asyncio.get_running_loop().time())
            if work is not None:
                await work(what)
            self.done.append(what)

        return Job(name, queue, run, tries=tries)


@asynccontextmanager
async def working(
    url: str,
    *available: Job,
    queue: Queue = Queue.callers,
    at_once: int = 20,
    schedules: Sequence[Schedule] = (),
    lost_after: timedelta = timedelta(seconds=10),
) -> AsyncIterator[Worker]:
    """A worker that is up; stopped, and its jobs finished, when the block ends."""
    worker = Worker(
        queue,
        direct_url=url,
        jobs=available,
        schedules=schedules,
        at_once=at_once,
        lost_after=lost_after,
    )
    async with asyncio.TaskGroup() as group:
        group.create_task(worker.run())
        await until(lambda: worker.is_up)
        try:
            yield worker
        finally:
            worker.stop()


async def enqueue(database: Database, *whats: JsonValue, name: str = JOB) -> None:
    async with database.shared() as db:
        for what in whats:
            await jobs.enqueue(db, name, what=what)


async def statuses(database: Database) -> list[str]:
    """Of every job that is in the queue, oldest first; those that are done are not."""
    async with database.shared() as db:
        return [row["status"] for row in await db.fetch("SELECT status FROM pgqueuer ORDER BY id")]


async def until(fact: Callable[[], bool], *, seconds: float = 10) -> None:
    """Wait for something to come true; TimeoutError when it does not."""
    async with asyncio.timeout(seconds):
        while not fact():  # noqa: ASYNC110 - any fact of any part, which has no event
            await asyncio.sleep(0.01)


async def until_empty(database: Database, *, seconds: float = 10) -> None:
    await until_statuses(database, [], seconds=seconds)


async def until_statuses(database: Database, expected: list[str], *, seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while await statuses(database) != expected:  # noqa: ASYNC110 - another session's rows
            await asyncio.sleep(0.02)
