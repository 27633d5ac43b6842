"""The jobs of the phone: calling a child back, calling a named adult, forgetting guests."""

import logging
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from vidya.channels.voice import queries
from vidya.channels.voice.calling_back import CALL_BACK_JOB
from vidya.core import clock, jobs
from vidya.core.db import Database
from vidya.core.jobs import Job, Queue
from vidya.core.security import Keys
from vidya.domains.tutor import service as tutor
from vidya.providers.telephony.base import CallRefused, Telephony

_log = logging.getLogger(__name__)
_LOOK_AGAIN = timedelta(seconds=2)
_PROMISED_FOR = timedelta(days=1)
"""An answer that took longer is offered on the next call; nobody waits beside the phone."""


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
        due = await self._look(school, question)
        if due is None:
            return
        number = self.keys.unseal(due.phone_sealed, context=school)
        try:
            placed = await self._ring(number, "incoming")
        except CallRefused as refusal:
            # The answer waits in the thread; the next call offers it.
            _log.warning("A call back was refused for good.", extra={"reason": str(refusal)})
            await self._settle(school, due, status="not_placed", provider_sid=None)
            return
        await self._settle(school, due, status="placed", provider_sid=placed)

    async def _look(self, school: UUID, question: UUID) -> queries.DueCallBack | None:
        """The call that is due now; while the answer is being written, look again soon."""
        async with self.database.school(school) as db:
            due = await queries.find_call_back(db, school_id=school, question_id=question)
            if due is None or due.ready:
                return due
            if due.promised_at > clock.now() - _PROMISED_FOR:
                await jobs.enqueue(
                    db,
                    CALL_BACK_JOB,
                    after=_LOOK_AGAIN,
                    school_id=str(school),
                    question_id=str(question),
                )
                return None
        await self._settle(school, due, status="not_placed", provider_sid=None)
        return None

    async def _settle(
        self, school: UUID, due: queries.DueCallBack, *, status: str, provider_sid: str | None
    ) -> None:
        async with self.database.school(school) as db:
            await queries.settle_call_back(
                db,
                school_id=school,
                call_back_id=due.call_back_id,
                status=status,
                provider_sid=provider_sid,
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
