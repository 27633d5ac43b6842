"""Questions that the demo school's books answer: found, answered, in how many sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from tests.evals.dataset import TONGUES, Answerable, answerable, contains
from tests.evals.desk import Desk, Reply, say
from tests.evals.section import Floor, Section, Table
from tests.evals.shares import Share
from vidya.app.demo import BOARD, CURRICULUM
from vidya.domains.curriculum.markdown import read_chapter
from vidya.domains.curriculum.models import Passage

_SUMMARIES = frozenset(("In short", "संक्षेप में"))
_IN_ITS_OWN_SCRIPT = ("English", "Hindi")
_ABOUT = (
    "Each question names the section of the demo school's books that answers it, and words of "
    "that section without which an answer is none. A chapter's summary counts as the section "
    "where it holds those words. A question that is refused counts as not answered. The rules "
    "were tuned on the questions that stand on odd lines of their files; those on even lines are "
    "held out. Romanised Hindi is asked as it is typed: nothing puts it into Devanagari before "
    "the search, so that it finds next to nothing yet, and it is left out of the floor."
)
_COLUMNS = (
    "language", "lines", "questions", "recall@1", "recall@5",
    "words in the first sentence", "in the answer", "wrongly refused",
)  # fmt: skip


@dataclass(frozen=True)
class _Case:
    question: Answerable
    reply: Reply
    title: str
    """Of the chapter that the question names."""

    def is_found(self, first: int) -> bool:
        return any(self._is_right(passage) for passage in self.reply.found.passages[:first])

    def is_answered(self, first: int) -> bool:
        return contains(self.reply.spoken[:first], [self.question.gold])

    def _is_right(self, passage: Passage) -> bool:
        if passage.chapter != self.title:
            return False
        sums_up = passage.heading in _SUMMARIES and contains([passage.body], [self.question.gold])
        return passage.heading == self.question.heading or sums_up


async def measure(desk: Desk) -> Section:
    say("Asking what the books answer …")
    titles = _titles()
    cases = [
        _Case(
            question,
            await desk.ask(
                question.text, desk.scope(BOARD, grade=question.grade, language=question.language)
            ),
            titles[question.language, question.grade, question.chapter],
        )
        for question in answerable()
    ]
    own_script = [case for case in cases if case.question.tongue in _IN_ITS_OWN_SCRIPT]
    refused = Share.among(case.reply.refused for case in own_script)
    return Section(
        title="Questions that the books answer",
        about=_ABOUT,
        tables=(_table(cases), _speed([case.reply for case in cases])),
        floors=(Floor("wrongly refused, English and Hindi", refused, at_most=3),),
        misses=tuple(_miss(case) for case in cases if not case.is_answered(1)),
    )


def _titles() -> dict[tuple[str, int, str], str]:
    chapters = (read_chapter(file) for file in CURRICULUM.glob("*.md"))
    return {(each.language, each.grade, each.slug): each.title for each in chapters}


def _table(cases: Sequence[_Case]) -> Table:
    rows = []
    for tongue in TONGUES:
        of_tongue = [case for case in cases if case.question.tongue == tongue]
        halves = {"tuned on": True, "held out": False}
        for name, tuned_on in halves.items():
            half = [case for case in of_tongue if case.question.tuned_on is tuned_on]
            rows.append(_row(tongue, name, half))
        rows.append(_row(tongue, "both", of_tongue))
    return Table(_COLUMNS, tuple(rows))


def _row(tongue: str, half: str, cases: Sequence[_Case]) -> tuple[str, ...]:
    shares = (
        Share.among(case.is_found(1) for case in cases),
        Share.among(case.is_found(5) for case in cases),
        Share.among(case.is_answered(1) for case in cases),
        Share.among(case.is_answered(3) for case in cases),
        Share.among(case.reply.refused for case in cases),
    )
    return (tongue, half, str(len(cases)), *map(str, shares))


def _speed(replies: Sequence[Reply]) -> Table:
    steps = {
        "search, until PostgreSQL had answered": [reply.search_ms for reply in replies],
        "choosing the sentences, of a processor": [reply.extract_cpu_ms for reply in replies],
    }
    return Table(
        ("milliseconds", "median", "95 of 100 under"),
        tuple(
            (step, f"{median(took):.1f}", f"{quantiles(took, n=20)[-1]:.1f}")
            for step, took in steps.items()
        ),
    )


def _miss(case: _Case) -> str:
    what = "later" if case.is_answered(3) else "refused" if case.reply.refused else "missed"
    return f"{what}: {case.question.text} -> {' | '.join(case.reply.spoken)}"
