"""Questions on which the demo school's books say nothing: each is to be refused."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.evals.dataset import TONGUES, Question, unanswerable
from tests.evals.desk import Desk, Reply, say
from tests.evals.section import Floor, Section, Table
from tests.evals.shares import Share
from vidya.app.demo import BOARD

_ABOUT = (
    "School questions and everyday ones on which the demo school's books say nothing, many of "
    "them in words of the books: the Bermuda Triangle, the past participle of swim. What is "
    "refused goes to a teacher. Tuned and held out by line as above; where the line runs between "
    "answering and refusing was chosen with the totals of both halves in view."
)


@dataclass(frozen=True)
class _Case:
    question: Question
    reply: Reply


async def measure(desk: Desk) -> Section:
    say("Asking what no book answers …")
    cases = [
        _Case(
            question,
            await desk.ask(
                question.text, desk.scope(BOARD, grade=question.grade, language=question.language)
            ),
        )
        for question in unanswerable()
    ]
    rows = [
        (tongue, *_shares([case for case in cases if case.question.tongue == tongue]))
        for tongue in TONGUES
    ]
    return Section(
        title="Questions that no book answers",
        about=_ABOUT,
        tables=(
            Table(
                ("language", "questions", "refused, tuned on", "refused, held out", "refused"),
                (*rows, ("all", *_shares(cases))),
            ),
        ),
        floors=(Floor("refused, of the unanswerable", _refused(cases), at_least=95),),
        misses=tuple(
            f"answered: {case.question.text} -> {' | '.join(case.reply.spoken)}"
            for case in cases
            if not case.reply.refused
        ),
    )


def _shares(cases: Sequence[_Case]) -> tuple[str, ...]:
    odd = [case for case in cases if case.question.tuned_on]
    even = [case for case in cases if not case.question.tuned_on]
    return (str(len(cases)), *(str(_refused(part)) for part in (odd, even, cases)))


def _refused(cases: Sequence[_Case]) -> Share:
    return Share.among(case.reply.refused for case in cases)
