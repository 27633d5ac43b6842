"""The job that answers a chapter's questions ahead of time, one after the other."""

from dataclasses import dataclass
from uuid import UUID

from vidya.core import clock
from vidya.core.db import Database
from vidya.core.jobs import Job, Queue
from vidya.domains.tutor import pregeneration
from vidya.domains.tutor.jobs import AnswerWriter
from vidya.domains.tutor.pregeneration import PREGENERATE_JOB


@dataclass(frozen=True)
class Pregenerator:
    """Stands behind everybody who waits: its own queue, and one answer at a time for a run."""

    database: Database
    writer: AnswerWriter

    def jobs(self) -> list[Job]:
        return [Job(PREGENERATE_JOB, Queue.background, self.pregenerate, tries=12)]

    async def pregenerate(self, *, school_id: str, run_id: str) -> None:
        """Safe to run twice, and after a worker died: what was answered stays answered."""
        school, run = UUID(school_id), UUID(run_id)
        while await self._answer_next(school, run):
            pass
        async with self.database.school(school) as db:
            await pregeneration.finish(db, school_id=school, run_id=run, now=clock.now())

    async def _answer_next(self, school_id: UUID, run_id: UUID) -> bool:
        """False when there is nothing left to answer."""
        async with self.database.school(school_id) as db:
            item = await pregeneration.begin_next(
                db, school_id=school_id, run_id=run_id, now=clock.now()
            )
        if item is None:
            return False
        await self.writer.answer_question(school_id=str(school_id), answer_id=str(item.answer_id))
        async with self.database.school(school_id) as db:
            await pregeneration.settle(db, item, school_id=school_id, run_id=run_id)
        return True
