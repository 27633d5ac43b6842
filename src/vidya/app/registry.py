"""Every job, schedule and subscription of the product, in one list."""

from typing import Protocol

from vidya.core import events
from vidya.core.jobs import Job
from vidya.domains.curriculum.models import PassagesWithdrawn
from vidya.domains.tutor.writing import forget_withdrawn


class HasJobs(Protocol):
    def jobs(self) -> list[Job]: ...


def all_jobs(*parts: HasJobs) -> list[Job]:
    return [job for part in parts for job in part.jobs()]


def subscribe_all() -> None:
    events.subscribe(PassagesWithdrawn, forget_withdrawn)
