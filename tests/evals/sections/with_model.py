"""Answers that a model writes, held against references: of the recorded one, or of a real one."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from tests.evals.asking import Answered, ask_a_model
from tests.evals.dataset import TONGUES
from tests.evals.desk import Desk, say
from tests.evals.recorded.server import MODEL, recorded_endpoint
from tests.evals.references import Reference, references
from tests.evals.section import Floor, Section, Table
from tests.evals.shares import Share
from vidya.core.http import open_session
from vidya.core.settings import LlmSettings, Settings
from vidya.providers.llm.base import MeteredLlm
from vidya.providers.llm.openai_compatible import OpenAiCompatibleLlm

_FLOOR = 90
_ABOUT = (
    "Questions of the books with the facts that a right answer has, each in any of several "
    "spellings. They go the whole way of the product: asked, searched for, written by the model "
    "over a socket, checked sentence by sentence, kept. An answer is right when it says every "
    "fact; one that is refused, stopped, or taken from the passages because the model was down "
    "counts as not right."
)
_RECORDED = (
    " No model is configured here: the answers were WRITTEN BY HAND, four of them wrong on "
    "purpose, and are replayed by a server of the repository. That shows that the way from the "
    "question to the counted answer works, and says nothing on how good any model is. What the "
    "recording does not know any more is answered from the passages. With "
    "VIDYA_LLM__BASE_URL in the environment a real one is asked, and held to the floor of 90 %."
)
_REAL = " The model is {model}, as the environment names it."


@dataclass(frozen=True)
class _Case:
    reference: Reference
    answered: Answered

    @property
    def right(self) -> bool:
        return self.answered.by_model and self.reference.is_met_by(self.answered.text)


async def measure(desk: Desk) -> Section:
    settings = Settings().llm
    say("Having a model answer …" if settings.base_url else "Replaying a model's answers …")
    async with _model(settings) as llm:
        cases = [_Case(one, await ask_a_model(desk, llm, one.question)) for one in references()]
    is_real = settings.base_url is not None
    accuracy = Floor("answers with every fact of the reference", _right(cases), at_least=_FLOOR)
    return Section(
        title="Answers of a model",
        about=_ABOUT + (_REAL.format(model=settings.model) if is_real else _RECORDED),
        tables=(_accuracy(cases, "real" if is_real else "recorded by hand"), _outcomes(cases)),
        floors=(accuracy,) if is_real else (),
        misses=tuple(
            f"{case.answered.outcome}: {case.reference.question.text} -> {case.answered.text}"
            for case in cases
            if not case.right
        ),
    )


@asynccontextmanager
async def _model(settings: LlmSettings) -> AsyncIterator[MeteredLlm]:
    async with open_session() as session:
        if settings.base_url is not None:
            key = settings.api_key.get_secret_value() if settings.api_key else None
            yield OpenAiCompatibleLlm(
                session,
                base_url=settings.base_url,
                model=settings.model,
                api_key=key,
                reasoning_effort=settings.reasoning_effort,
                first_token_seconds=settings.first_token_seconds,
                total_seconds=settings.total_seconds,
            )
            return
        async with recorded_endpoint() as url:
            yield OpenAiCompatibleLlm(
                session,
                base_url=url,
                model=MODEL,
                api_key=None,
                first_token_seconds=settings.first_token_seconds,
                total_seconds=settings.total_seconds,
            )


def _accuracy(cases: Sequence[_Case], model: str) -> Table:
    rows = []
    for tongue in TONGUES:
        chosen = [case for case in cases if case.reference.question.tongue == tongue]
        if chosen:
            rows.append((tongue, model, str(len(chosen)), str(_right(chosen))))
    rows.append(("all", model, str(len(cases)), str(_right(cases))))
    return Table(("language", "model", "questions", "answers with every fact"), tuple(rows))


def _outcomes(cases: Sequence[_Case]) -> Table:
    counted = Counter(_outcome(case) for case in cases)
    return Table(
        ("what came of a question", "questions"),
        tuple((outcome, str(number)) for outcome, number in counted.most_common()),
    )


def _outcome(case: _Case) -> str:
    if case.answered.by_model:
        return "right" if case.right else "the model's answer lacks a fact"
    return case.answered.outcome


def _right(cases: Sequence[_Case]) -> Share:
    return Share.among(case.right for case in cases)
