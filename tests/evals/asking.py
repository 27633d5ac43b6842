"""A question's whole way through the product with a model: asked, written, checked, kept."""

from dataclasses import dataclass
from datetime import timedelta

from tests.evals.dataset import Question
from tests.evals.desk import Desk
from vidya.app.demo import BOARD
from vidya.core import clock
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.jobs import AnswerWriter
from vidya.domains.tutor.models import Asker, NewQuestion, QuestionStatus, TracedQuestion
from vidya.providers.llm.base import MeteredLlm

_A_DAY = 10_000


@dataclass(frozen=True)
class Answered:
    """What a learner heard, and what became of the model's words."""

    trace: TracedQuestion
    by_model: bool

    @property
    def text(self) -> str:
        return " ".join(self.trace.sentences)

    @property
    def outcome(self) -> str:
        """Of the stages, in few words: who spoke, or why nobody did."""
        if self.by_model:
            return "answered by the model"
        if self.trace.status == QuestionStatus.answered:
            return "answered from the passages"
        reasons = [str(stage["outcome"]) for stage in self.trace.stages]
        if any(reason.startswith("check failed") for reason in reasons):
            return "stopped by the check"
        if "not in the curriculum" in reasons:
            return "the model found it not in the curriculum"
        return "handed over"


async def ask_a_model(desk: Desk, llm: MeteredLlm, question: Question) -> Answered:
    """As a learner of the demo school would; what a worker does is done here."""
    asker = Asker(desk.scope(BOARD, grade=question.grade, language=question.language), "explain")
    asked_now = NewQuestion(question.text, "test")
    async with desk.database.school(desk.school_id) as db:
        asked = await tutor.ask(db, asker, asked_now, questions_a_day=_A_DAY, now=clock.now())
    if asked.status == QuestionStatus.waiting and asked.answer_id is not None:
        writer = AnswerWriter(desk.database, llm, timedelta(days=1))
        await writer.answer_question(school_id=str(desk.school_id), answer_id=str(asked.answer_id))
    async with desk.database.school(desk.school_id) as db:
        trace = await tutor.trace_question(
            db, school_id=desk.school_id, question_id=asked.question_id
        )
    return Answered(trace, by_model=trace.composer == llm.name)
