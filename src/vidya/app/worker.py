"""The worker: takes jobs from the queue and does not let a lost connection end it."""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial

import asyncpg
from pgqueuer import PgQueuer
from pgqueuer.core.executors import DatabaseRetryEntrypointExecutor, EntrypointExecutorParameters
from pgqueuer.domain.errors import RetryRequested
from pgqueuer.domain.models import Context
from pgqueuer.domain.models import Job as QueuedJob
from pgqueuer.domain.models import Schedule as DueSchedule
from typing_extensions import override

from vidya.core.jobs import Job, Queue, Schedule, read_payload

_log = logging.getLogger(__name__)
_BATCH = 10
_LONGEST_PAUSE = 5.0


class Worker:
    """Works one queue, with connections of its own, so that no other queue holds it up."""

    def __init__(
        self,
        queue: Queue,
        *,
        direct_url: str,
        jobs: Sequence[Job],
        schedules: Sequence[Schedule] = (),
        at_once: int,
    ) -> None:
        self.queue = queue
        self.is_up = False
        self._url = direct_url
        self._jobs = [job for job in jobs if job.queue is queue]
        self._schedules = schedules
        self._at_once = max(at_once, 2 * _BATCH)
        self._stopping = asyncio.Event()
        self._running: PgQueuer | None = None

    async def run(self) -> None:
        """Work until `stop`; after a failure begin anew with fresh connections."""
        pause = 0.1
        while not self._stopping.is_set():
            try:
                await self._work()
                pause = 0.1
            except Exception as failure:  # noqa: BLE001 - whatever broke it, the queue must go on
                _log.warning(
                    "A worker lost its queue and begins anew.",
                    extra={"queue": self.queue, "reason": repr(failure), "pause": pause},
                )
            self.is_up = False
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    def stop(self) -> None:
        """Take no more jobs; those in hand are finished, and `run` returns."""
        self._stopping.set()
        if self._running is not None:
            self._running.shutdown.set()

    async def _work(self) -> None:
        async with asyncpg.create_pool(
            self._url,
            min_size=2,
            max_size=4,
            command_timeout=30,
            server_settings={"application_name": f"vidya-{self.queue}"},
        ) as pool:
            self._running = self._build(pool)
            if self._stopping.is_set():
                return
            self.is_up = True
            await self._running.run(
                dequeue_timeout=timedelta(seconds=1),
                batch_size=_BATCH,
                max_concurrent_tasks=self._at_once,
                shutdown_on_listener_failure=True,
                heartbeat_timeout=timedelta(seconds=10),
            )

    def _build(self, pool: "asyncpg.Pool[asyncpg.Record]") -> PgQueuer:
        worker = PgQueuer.from_asyncpg_pool(pool)
        for job in self._jobs:
            worker.entrypoint(
                job.name,
                accepts_context=False,
                on_failure="hold",
                executor_factory=partial(_retrying, tries=job.tries),
            )(partial(_run_job, job))
        for schedule in self._schedules:
            worker.schedule(schedule.name, schedule.cron, accepts_context=False)(
                partial(_run_schedule, schedule)
            )
        return worker


class _RetryingExecutor(DatabaseRetryEntrypointExecutor):
    @override
    async def execute(self, job: QueuedJob, context: Context) -> None:
        try:
            await super().execute(job, context)
        except asyncio.CancelledError as stopped:
            # The queue takes a cancelled job for done; ours goes back for another worker.
            raise RetryRequested(delay=timedelta(0), reason="the worker stopped") from stopped


def _retrying(parameters: EntrypointExecutorParameters, *, tries: int) -> _RetryingExecutor:
    return _RetryingExecutor(
        parameters=parameters,
        max_attempts=tries - 1,
        initial_delay=timedelta(seconds=0.5),
        max_delay=timedelta(minutes=5),
    )


async def _run_job(job: Job, queued: QueuedJob) -> None:
    await job.run(**read_payload(queued.payload))


async def _run_schedule(schedule: Schedule, _due: DueSchedule) -> None:
    await schedule.run()
