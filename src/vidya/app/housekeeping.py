"""What is done by the clock, across schools: guests are forgotten, held jobs are watched."""

import logging
from dataclasses import dataclass
from datetime import timedelta

from vidya.app import housekeeping_queries as queries
from vidya.core import clock
from vidya.core.db import Database
from vidya.core.jobs import Schedule
from vidya.core.metrics import HELD_JOBS, JOBS_WAITING

HELD_FOR = timedelta(days=14)
_WARN_BEFORE = timedelta(days=2)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Housekeeping:
    """Works as vidya_across, on the few tables that this role may touch."""

    across: Database

    def schedules(self) -> list[Schedule]:
        return [
            Schedule("housekeeping.forget_guests", "*/10 * * * *", self.forget_guests),
            Schedule("housekeeping.watch_held_jobs", "*/5 * * * *", self.watch_held_jobs),
        ]

    async def forget_guests(self) -> None:
        """A day after their first call nothing of a guest is left. Safe to repeat."""
        async with self.across.shared() as db:
            await queries.erase_guests(db, now=clock.now())

    async def watch_held_jobs(self) -> None:
        """Count the failures that wait for an operator; warn two days before the oldest lapse."""
        now = clock.now()
        async with self.across.shared() as db:
            lapsed = await queries.delete_held_jobs(db, before=now - HELD_FOR)
            held = await queries.held_jobs(db, older_than=now - HELD_FOR + _WARN_BEFORE)
            JOBS_WAITING.set(await queries.waiting_jobs(db))
        HELD_JOBS.set(held.count)
        if held.lapsing:
            _log.error(
                "Held jobs lapse within two days: list them with `vidya jobs`.",
                extra={"count": held.lapsing},
            )
        if lapsed:
            _log.error("Held jobs have lapsed.", extra={"count": lapsed})
