"""Public questions on paragraphs of an encyclopedia, where a folder holds them: XQuAD."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.evals.dataset import Article, ParagraphQuestion, contains, squad
from tests.evals.desk import Desk, Reply, say
from tests.evals.section import Floor, Section, Table
from tests.evals.shares import Share
from vidya.core import clock
from vidya.domains.curriculum import service as curriculum
from vidya.domains.curriculum.models import NewChapter, NewPassage

_LANGUAGES = {"en": "English", "hi": "Hindi"}
_RECALL_FLOOR = {"en": 98.0, "hi": 97.5}
_ANSWER_FLOOR = {"en": 86.0, "hi": 84.0}
_GRADE = 8
_ABOUT = (
    "XQuAD in English and in Hindi, as far as the folder holds it: every paragraph is a "
    "passage of one board, without a heading, and each question is asked of all of them. Its "
    "questions seldom use the words of the paragraph, which is hard on a search by words; what "
    'is refused counts as not answered. "If never refused" is what the same sentences would '
    "reach if an answer had to be given. The weights of sentences were fitted on these questions "
    "too: only the school questions on even lines are held out from both."
)
_COLUMNS = (
    "language", "questions", "recall@1", "recall@5", "gold in the first sentence",
    "gold in the answer", "refused", "gold in it, if never refused",
)  # fmt: skip


@dataclass(frozen=True)
class _Case:
    question: ParagraphQuestion
    paragraph: str
    reply: Reply

    def is_found(self, first: int) -> bool:
        passages = self.reply.found.passages[:first]
        return any(passage.body == self.paragraph for passage in passages)

    def is_answered(self, first: int) -> bool:
        return contains(self.reply.spoken[:first], self.question.golds)


async def measure(desk: Desk) -> Section | None:
    files = _files(desk.outside)
    if not files:
        return None
    cases = {language: await _cases(desk, squad(file), language) for language, file in files}
    return Section(
        title="Public questions on paragraphs",
        about=_ABOUT,
        tables=(Table(_COLUMNS, tuple(_row(*each) for each in cases.items())),),
        floors=tuple(floor for each in cases.items() for floor in _floors(*each)),
        misses=tuple(
            f"{language}: {case.question.text} ({case.question.golds[0]}) -> {case.reply.spoken}"
            for language, of_language in cases.items()
            for case in of_language
            if not case.is_answered(3)
        ),
    )


def _files(folder: Path | None) -> list[tuple[str, Path]]:
    if folder is None:
        return []
    named = [(language, folder / f"xquad-dev.{language}.json") for language in _LANGUAGES]
    return [(language, file) for language, file in named if file.exists()]


async def _cases(desk: Desk, articles: Sequence[Article], language: str) -> list[_Case]:
    say(f"Asking of paragraphs in {_LANGUAGES[language]} …")
    board = f"XQUAD-{language}"
    await _publish(desk, articles, board=board, language=language)
    scope = desk.scope(board, grade=_GRADE, language=language)
    return [
        _Case(question, paragraph.text, await desk.ask(question.text, scope))
        for article in articles
        for paragraph in article.paragraphs
        for question in paragraph.questions
    ]


async def _publish(desk: Desk, articles: Sequence[Article], *, board: str, language: str) -> None:
    async with desk.database.shared() as db:
        for position, article in enumerate(articles, start=1):
            chapter = NewChapter(
                slug=f"article-{position}",
                title=article.title,
                subject="general",
                grade=_GRADE,
                language=language,
                position=position,
                passages=tuple(NewPassage("", each.text) for each in article.paragraphs),
            )
            await curriculum.publish_chapter(db, board, chapter, now=clock.now())


def _row(language: str, cases: Sequence[_Case]) -> tuple[str, ...]:
    shares = (
        _found(cases, 1),
        _found(cases, 5),
        _answered(cases, 1),
        _answered(cases, 3),
        Share.among(case.reply.refused for case in cases),
        Share.among(contains(case.reply.regardless, case.question.golds) for case in cases),
    )
    return (_LANGUAGES[language], str(len(cases)), *map(str, shares))


def _floors(language: str, cases: Sequence[_Case]) -> tuple[Floor, Floor]:
    name = _LANGUAGES[language]
    return (
        Floor(f"recall@5, {name}", _found(cases, 5), at_least=_RECALL_FLOOR[language]),
        Floor(f"gold in the answer, {name}", _answered(cases, 3), at_least=_ANSWER_FLOOR[language]),
    )


def _found(cases: Sequence[_Case], first: int) -> Share:
    return Share.among(case.is_found(first) for case in cases)


def _answered(cases: Sequence[_Case], first: int) -> Share:
    return Share.among(case.is_answered(first) for case in cases)
