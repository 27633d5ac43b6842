"""The library's queue, made to outlast a lost connection and a job that fails."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import asyncpg
from pgqueuer.adapters.drivers.asyncpg import AsyncpgPoolDriver
from pgqueuer.adapters.persistence.queries import Queries
from pgqueuer.core.executors import EntrypointExecutor
from pgqueuer.domain.errors import RetryRequested
from pgqueuer.domain.models import Context, TracebackRecord
from pgqueuer.domain.models import Job as QueuedJob
from pgqueuer.domain.types import JOB_STATUS, JobId, QueueEntrypoint
from pgqueuer.ports.driver import NotifyCallback
from typing_extensions import override

from vidya.app.queue_queries import WAITING

_log = logging.getLogger(__name__)
_FIRST_PAUSE = timedelta(seconds=0.5)
_LONGEST_PAUSE = timedelta(minutes=5)
_UNTIL_IT_IS_BACK = (0.1, 0.2, 0.4, 0.8, 1.6, 3.2)
_LOOK_AGAIN = timedelta(seconds=10)
_JOBS_CHANGED = "table_changed_event"


class ListenerLost(Exception):
    """The connection that hears of new jobs has ended."""


class QueueDriver(AsyncpgPoolDriver):
    """Says when the queue is listened to, and at once when it cannot be reached any more.

    News of new jobs is passed on once in `breath` seconds: each piece of it costs the library a
    handful of statements, and of a crowd's hundred jobs all are taken with one.
    """

    def __init__(
        self,
        pool: "asyncpg.Pool[asyncpg.Record]",
        *,
        breath: float,
        went_up: Callable[[], None],
        lost: Callable[[Exception], None],
    ) -> None:
        super().__init__(pool)
        self._breath = breath
        self._went_up = went_up
        self._lost = lost

    @override
    async def fetch(self, query: str, *args: object) -> list[dict[str, object]]:
        with self._watched():
            return await super().fetch(query, *args)

    @override
    async def execute(self, query: str, *args: object) -> str:
        with self._watched():
            return await super().execute(query, *args)

    @override
    async def add_listener(self, channel: str, callback: NotifyCallback) -> None:
        with self._watched():
            await super().add_listener(channel, _Gathered(callback, self._breath))
        if self._listener_connection is not None:
            self._listener_connection.add_termination_listener(
                lambda _connection: self._lost(ListenerLost())
            )
        self._went_up()

    @contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except Exception as failure:
            self._lost(failure)
            raise


class _Gathered:
    """Passes news of the same kind on once in a while; all else, at once."""

    def __init__(self, pass_on: NotifyCallback, breath: float) -> None:
        self._pass_on = pass_on
        self._breath = breath
        self._is_due = False

    def __call__(self, news: str | bytes | bytearray) -> None:
        if _JOBS_CHANGED not in str(news):
            self._pass_on(news)
        elif not self._is_due:
            self._is_due = True
            asyncio.get_running_loop().call_later(self._breath, self._tell, news)

    def _tell(self, news: str | bytes | bytearray) -> None:
        self._is_due = False
        self._pass_on(news)


class QueueStatements(Queries):
    """What went wrong is kept by its name alone: its words may be a child's, and are in the log.

    What is left in the queue is looked up once for the three questions that the library asks in
    a row before it waits.
    """

    _until_next: timedelta | None = None

    @override
    async def eligible_queued_work(self, entrypoints: list[QueueEntrypoint]) -> int:
        (row,) = await self.driver.fetch(WAITING, entrypoints)
        until_next = row["until_next"]
        self._until_next = until_next if isinstance(until_next, timedelta) else None
        return int(bool(row["is_due"]))

    @override
    async def next_deferred_eta(self, entrypoints: list[QueueEntrypoint]) -> timedelta | None:
        """As `eligible_queued_work` just found it."""
        return self._until_next

    @override
    async def queued_work(self, entrypoints: list[QueueEntrypoint]) -> int:
        """None: what is queued is due, or has its time, and both were told already."""
        return 0

    @override
    async def log_jobs(
        self, job_status: list[tuple[QueuedJob, JOB_STATUS, TracebackRecord | None]]
    ) -> None:
        await super().log_jobs([(job, status, _named(why)) for job, status, why in job_status])

    @override
    async def retry_job(
        self, job: QueuedJob, delay: timedelta, traceback_record: TracebackRecord | None
    ) -> None:
        """Put the job back, also into a database that is away for a moment.

        Where it stays away the job stays taken, until its worker counts as lost: any error from
        here would be taken for the job's own, and hold it for good.
        """
        for pause in _UNTIL_IT_IS_BACK:
            try:
                await super().retry_job(job, delay, _named(traceback_record))
            except Exception as failure:  # noqa: BLE001 - whatever it was, the job must not be held
                _log.info("A job is not put back yet.", extra={"reason": repr(failure)})
                await asyncio.sleep(pause)
            else:
                return
        raise asyncio.CancelledError


class StillInHand(Exception):
    """The job looked lost while the database was away, and is being done here all the time."""


class JobsInHand:
    """The jobs that a worker is doing; put back, they are another worker's at once."""

    def __init__(self) -> None:
        self._running: dict[JobId, asyncio.Task[object]] = {}
        self._is_closed = False

    def put_back(self) -> None:
        self._is_closed = True
        for task in self._running.values():
            task.cancel()

    @contextmanager
    def holding(self, job_id: JobId) -> Iterator[None]:
        """StillInHand when the job is held already; CancelledError when all are put back."""
        if job_id in self._running:
            raise StillInHand
        task = asyncio.current_task()
        if task is None or self._is_closed:
            raise asyncio.CancelledError
        self._running[job_id] = task
        try:
            yield
        finally:
            del self._running[job_id]


@dataclass
class RetryingExecutor(EntrypointExecutor):
    """Tries a job again after a pause that doubles; the last failure is its own."""

    tries: int = 1
    in_hand: JobsInHand = field(default_factory=JobsInHand)

    @override
    async def execute(self, job: QueuedJob, context: Context) -> None:
        try:
            with self.in_hand.holding(job.id):
                await super().execute(job, context)
        except StillInHand as held:
            raise RetryRequested(_LOOK_AGAIN, reason="still in hand") from held
        except asyncio.CancelledError as stopped:
            # The queue takes a cancelled job for done; ours goes back for another worker.
            raise RetryRequested(reason="the worker stopped") from stopped
        except Exception as failure:
            if job.attempts + 1 >= self.tries:
                raise
            raise _retry(job, failure) from failure


def _retry(job: QueuedJob, failure: Exception) -> RetryRequested:
    pause = min(_FIRST_PAUSE * 2 ** min(job.attempts, 20), _LONGEST_PAUSE)
    _log.warning(
        "A job failed and will be tried again.",
        extra={
            "job": job.entrypoint,
            "attempt": job.attempts + 1,
            "pause_s": pause.total_seconds(),
            "failure": type(failure).__name__,
            "pii.reason": str(failure),
        },
    )
    return RetryRequested(pause, reason=type(failure).__name__)


def _named(record: TracebackRecord | None) -> TracebackRecord | None:
    if record is None:
        return None
    return record.model_copy(update={"exception_message": "", "traceback": ""})
