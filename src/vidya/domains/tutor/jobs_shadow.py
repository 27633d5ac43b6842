"""The job that writes an answer anew in the background, to see whether the served one was right."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from vidya.core import clock
from vidya.core.db import Database
from vidya.core.errors import Unavailable
from vidya.core.jobs import Job, Queue
from vidya.domains.tutor import judging, shadow
from vidya.domains.tutor.draft import Draft
from vidya.domains.tutor.jobs import AnswerWriter
from vidya.domains.tutor.service import SHADOW_JOB
from vidya.providers.llm.base import ChargedLlm
from vidya.providers.llm.receipt import Receipt


class NotWrittenToTheEnd(Unavailable): ...


@dataclass(frozen=True)
class ShadowChecker:
    """Reads what was served, lets the connection go, writes it anew, and keeps the comparison."""

    database: Database
    writer: AnswerWriter

    def jobs(self) -> list[Job]:
        return [Job(SHADOW_JOB, Queue.background, self.check, tries=3)]

    async def check(self, *, school_id: str, question_id: str) -> None:
        """Safe to run twice: a question is compared once. Nobody hears what is written here."""
        school = UUID(school_id)
        async with self.database.school(school) as db:
            found = await shadow.find(
                db, school_id=school, question_id=UUID(question_id), now=clock.now()
            )
        if found is None:
            return
        served, writing, weights = found
        anew = await self.writer.compose_only(writing, weights)
        if anew is None:
            raise NotWrittenToTheEnd("The model broke off; it is compared another time.")
        judged = await self._judge(Draft(writing), served.question, served.sentences)
        comparison = shadow.compare(served, anew, language=served.language, judged_same=judged)
        async with self.database.school(school) as db:
            await shadow.record(db, served, comparison, school_id=school, now=clock.now())

    async def _judge(self, draft: Draft, question: str, sentences: Sequence[str]) -> bool | None:
        """Whether a model finds that the served answer is one to this question."""
        llm = self.writer.llm
        if llm is None:
            return None
        receipt = Receipt()
        try:
            charged = ChargedLlm(llm, receipt)
            return await judging.answers_question(charged, question, sentences)
        except Unavailable:
            return None
        finally:
            await self.writer.book(draft, receipt)
