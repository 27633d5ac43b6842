"""The jobs of the phone: calling a child back, calling a named adult, forgetting guests."""

import logging
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from vidya.channels.voice import queries
from vidya.channels.voice.calling_back import CALL_BACK_JOB
from vidya.core import clock, jobs
from vidya.core.db import Database
from vidya.core.errors import Unavailable
from vidya.core.jobs import Job, Queue
from vidya.core.security import Keys
from vidya.domains.tutor import service as tutor
from vidya.providers.telephony.base import Telephony

_log = logging.getLogger(__name__)
_LOOK_AGAIN = timedelta(seconds=5)


class AnswerNotReady(Unavailable):
    """The call waits for an answer that is still being written."""


@dataclass(frozen=True)
class VoiceJobs:
    database: Database
    keys: Keys
    telephony: Telephony
    public_url: str

    def jobs(self) -> list[Job]:
        return [
            Job(CALL_BACK_JOB, Queue.background, self.call_back, tries=8),
            Job(tutor.ALERT_JOB, Queue.callers, self.tell_named_adult, tries=12),
        ]

    async def call_back(self, *, school_id: str, question_id: str) -> None:
        """Ring the child once the answer is there.

        A crash between the call and its note may ring twice; it never promises and forgets.
        """
        school, question = UUID(school_id), UUID(question_id)
        async with self.database.school(school) as db:
            due = await queries.find_call_back(db, school_id=school, question_id=question)
            if due is not None and not due.ready:
                await jobs.enqueue(
                    db,
                    CALL_BACK_JOB,
                    after=_LOOK_AGAIN,
                    school_id=school_id,
                    question_id=question_id,
                )
        if due is None or not due.ready:
            return
        sid = await self._ring(self.keys.unseal(due.phone_sealed, context=school), "incoming")
        async with self.database.school(school) as db:
            await queries.settle_call_back(
                db,
                school_id=school,
                call_back_id=due.call_back_id,
                status="placed",
                provider_sid=sid,
                now=clock.now(),
            )

    async def tell_named_adult(self, *, school_id: str, alert_id: str) -> None:
        """Ring the adult whom the school named; what the child said is not said on the phone."""
        school, alert = UUID(school_id), UUID(alert_id)
        async with self.database.school(school) as db:
            number = await tutor.named_adult_to_tell(db, school_id=school, alert_id=alert)
        if number is None:
            return
        await self._ring(number, f"alert/{school}")
        async with self.database.school(school) as db:
            await tutor.mark_told(db, school_id=school, alert_id=alert, now=clock.now())

    async def _ring(self, number: str, step: str) -> str:
        return await self.telephony.place_call(
            to=number,
            answer_url=f"{self.public_url}/voice/twilio/{step}",
            status_url=f"{self.public_url}/voice/twilio/status",
        )
