"""The worker: takes jobs from the queue and does not let a lost connection end it."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import asyncpg
from pgqueuer import PgQueuer
from pgqueuer.domain.models import Job as QueuedJob
from pgqueuer.domain.models import Schedule as DueSchedule
from pgqueuer.domain.types import Channel

from vidya.app.worker_queue import JobsInHand, QueueDriver, QueueStatements, RetryingExecutor
from vidya.core.jobs import NAMES, STATEMENTS, Job, Queue, Schedule, read_payload

_log = logging.getLogger(__name__)
_LARGEST_BATCH = 10
_SHORTEST_PAUSE = 0.1
_LONGEST_PAUSE = 2.0
_PATIENCE = 10.0
_BREATHS = {Queue.callers: 0.02, Queue.background: 0.25}
"""Seconds that news of jobs is gathered for: a caller hears a filler meanwhile."""


class Worker:
    """Works one queue, with connections of its own, so that no other queue holds it up.

    A job whose worker has not been heard of for `lost_after` is taken by another.
    """

    def __init__(
        self,
        queue: Queue,
        *,
        direct_url: str,
        jobs: Sequence[Job],
        schedules: Sequence[Schedule] = (),
        at_once: int,
        lost_after: timedelta = timedelta(seconds=10),
    ) -> None:
        self.queue = queue
        self.is_up = False
        self._plan = _Plan(
            queue=queue,
            url=direct_url,
            jobs=[job for job in jobs if job.queue is queue],
            schedules=schedules,
            at_once=max(at_once, 2),
            lost_after=lost_after,
        )
        self._in_hand = JobsInHand()
        self._stopping = asyncio.Event()
        self._shift: _Shift | None = None

    async def run(self) -> None:
        """Work until `stop`; after a failure begin anew with fresh connections.

        What was in hand then is finished beside the new work: no caller waits for another's.
        Cancelled, it puts its jobs back into the queue.
        """
        pause = 0.0
        now = asyncio.get_running_loop().time
        async with asyncio.TaskGroup() as shifts:
            while not self._stopping.is_set():
                began = now()
                self._shift = shift = _Shift(self._plan, self._in_hand, self._go_up)
                shifts.create_task(shift.work())
                await shift.over.wait()
                self.is_up = False
                pause = _next_pause(pause, lasted=now() - began)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stopping.wait(), pause)

    def stop(self) -> None:
        """Take no more jobs; those in hand are finished, and `run` returns."""
        self._stopping.set()
        if self._shift is not None:
            self._shift.over.set()

    def _go_up(self) -> None:
        self.is_up = True


@dataclass(frozen=True)
class _Plan:
    queue: Queue
    url: str
    jobs: Sequence[Job]
    schedules: Sequence[Schedule]
    at_once: int
    lost_after: timedelta


class _Shift:
    """The queue worked on one set of connections; once `over`, only what is in hand is finished."""

    def __init__(self, plan: _Plan, in_hand: JobsInHand, went_up: Callable[[], None]) -> None:
        self._plan = plan
        self._in_hand = in_hand
        self._went_up = went_up
        self._pool = asyncpg.create_pool(
            plan.url,
            min_size=2,
            max_size=4,
            timeout=_PATIENCE,
            command_timeout=30,
            reset=_leave_as_it_is,
            server_settings={"application_name": f"vidya-{plan.queue}"},
        )
        driver = QueueDriver(
            self._pool, breath=_BREATHS[plan.queue], went_up=self._begin, lost=self._end
        )
        self._queue = PgQueuer(
            driver, Channel(NAMES.channel), queries=QueueStatements(driver, **STATEMENTS)
        )
        self._finished = asyncio.Event()
        self._register()
        self.over = self._queue.shutdown

    async def work(self) -> None:
        """Until `over` is set, by us or from outside, and then until nothing is in hand."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._run())
            group.create_task(self._put_back_when_cancelled())

    async def _run(self) -> None:
        try:
            _ = await self._pool
            await self._queue.run(
                dequeue_timeout=timedelta(seconds=1),
                batch_size=min(_LARGEST_BATCH, self._plan.at_once // 2),
                max_concurrent_tasks=self._plan.at_once,
                shutdown_on_listener_failure=True,
                heartbeat_timeout=self._plan.lost_after,
            )
        except Exception as failure:  # noqa: BLE001 - whatever broke it, the queue must go on
            self._end(failure)
        finally:
            self.over.set()
            self._finished.set()
            await self._close()

    async def _put_back_when_cancelled(self) -> None:
        """By itself the library waits for its jobs even then, however long they take."""
        try:
            await self._finished.wait()
        except asyncio.CancelledError:
            self._in_hand.put_back()
            raise

    def _begin(self) -> None:
        if not self.over.is_set():
            self._went_up()

    def _end(self, reason: Exception) -> None:
        if not self.over.is_set():
            _log.warning(
                "A worker lost its queue and begins anew.",
                extra={"queue": self._plan.queue, "reason": repr(reason)},
            )
        self.over.set()

    async def _close(self) -> None:
        """In order; a server that does not answer is left at once."""
        with suppress(TimeoutError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            async with asyncio.timeout(_PATIENCE):
                await self._pool.close()

    def _register(self) -> None:
        for job in self._plan.jobs:
            self._queue.entrypoint(
                job.name,
                accepts_context=False,
                on_failure="hold",
                executor_factory=partial(RetryingExecutor, tries=job.tries, in_hand=self._in_hand),
            )(partial(_run_job, job))
        for schedule in self._plan.schedules:
            self._queue.schedule(schedule.name, schedule.cron, accepts_context=False)(
                partial(_run_schedule, schedule)
            )


async def _leave_as_it_is(connection: object) -> None:
    """The queue's statements leave nothing behind; asyncpg would clear up after each of them."""


def _next_pause(last: float, *, lasted: float) -> float:
    """Seconds; they grow while one shift after the other breaks down at once."""
    if lasted > _LONGEST_PAUSE:
        return _SHORTEST_PAUSE
    return min(max(last * 2, _SHORTEST_PAUSE), _LONGEST_PAUSE)


async def _run_job(job: Job, queued: QueuedJob) -> None:
    await job.run(**read_payload(queued.payload))


async def _run_schedule(schedule: Schedule, _due: DueSchedule) -> None:
    await schedule.run()
