"""`vidya ask` and `vidya explain`: one question answered, or two compared, in a terminal."""

import asyncio
import json
from dataclasses import asdict, dataclass, is_dataclass
from uuid import UUID

import click

from vidya.app.database import DatabaseAddresses, addresses_beside_a_server
from vidya.app.demo import CODE
from vidya.app.migrations import migrate
from vidya.app.secret import load_keys
from vidya.app.wiring import Product, open_product
from vidya.core import clock
from vidya.core.settings import Settings, load_settings
from vidya.domains.curriculum.models import Scope
from vidya.domains.schools import service as schools
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.models import Asked, Asker, NewQuestion, QuestionStatus, TracedQuestion
from vidya.domains.tutor.same_question.explain import compare
from vidya.domains.tutor.same_question.languages import MATCHED_LANGUAGES


@dataclass(frozen=True)
class _Wanted:
    question: str
    grade: int
    language: str
    school: str


@click.command()
@click.argument("question")
@click.option("--grade", type=click.IntRange(1, 12), default=8, show_default=True)
@click.option("--language", type=click.Choice(["en", "hi"]), default="en", show_default=True)
@click.option("--school", default=CODE, show_default=True, help="The school's code.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def ask(question: str, grade: int, language: str, school: str, *, as_json: bool) -> None:
    """Answer QUESTION from the approved curriculum, with its sources and timings."""
    settings = load_settings()
    with addresses_beside_a_server(settings) as addresses:
        migrate(addresses.owner)
        traced = asyncio.run(_ask(settings, addresses, _Wanted(question, grade, language, school)))
    click.echo(_as_json(traced) if as_json else _as_text(traced))


@click.command()
@click.argument("a")
@click.argument("b")
@click.option(
    "--language", type=click.Choice(sorted(MATCHED_LANGUAGES)), default="en", show_default=True
)
def explain(a: str, b: str, language: str) -> None:
    """Whether A and B are the same question, and why."""
    found = compare(a, b, language=language)
    lines = ["", f"  {found.reason}"]
    for question, slots in ((a, found.first), (b, found.second)):
        lines += ["", f"  {question}", *_slots(slots)]
    click.echo("\n".join([*lines, ""]))


async def _ask(settings: Settings, addresses: DatabaseAddresses, wanted: _Wanted) -> TracedQuestion:
    async with open_product(settings, addresses, load_keys(settings)) as product:
        async with product.database.shared() as db:
            school_id = await schools.get_school_id(db, wanted.school)
        async with product.database.school(school_id) as db:
            school = await schools.get_school(db, school_id)
            asker = Asker(
                Scope(school_id, school.board, wanted.grade, wanted.language),
                mode=school.teaching_mode,
                time_zone=school.time_zone,
            )
            asked = await tutor.ask(
                db,
                asker,
                NewQuestion(wanted.question, "terminal"),
                questions_a_day=settings.tutor.questions_a_day,
                now=clock.now(),
            )
        await _wait(product, school_id, asked)
        async with product.database.school(school_id) as db:
            return await tutor.trace_question(
                db, school_id=school_id, question_id=asked.question_id
            )


async def _wait(product: Product, school_id: UUID, asked: Asked) -> None:
    """Until the answer is whole: written here, unless a worker was faster."""
    if asked.status is not QuestionStatus.waiting or asked.answer_id is None:
        return
    await product.writer.answer_question(school_id=str(school_id), answer_id=str(asked.answer_id))


def _slots(slots: object) -> list[str]:
    """What a key is made of, a line each; why there is none, where there is none."""
    if not is_dataclass(slots) or isinstance(slots, type):
        return [f"    {slots}"]
    return [f"    {name:<13} {_shown(value)}" for name, value in asdict(slots).items()]


def _shown(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value) or "none"
    return str(value)


def _as_text(traced: TracedQuestion) -> str:
    lines = ["", *(f"  {sentence}" for sentence in traced.sentences)]
    if not traced.sentences:
        lines.append(f"  No answer: {traced.status} ({traced.source}).")
    lines += ["", *(f"  from  {c.chapter}: {c.heading}" for c in traced.citations), ""]
    lines += [f"  {s['ms']:>9} ms  {s['name']}: {s['outcome']}" for s in traced.stages]
    return "\n".join([*lines, ""])


def _as_json(traced: TracedQuestion) -> str:
    body = {
        "question": traced.text,
        "status": traced.status,
        "source": traced.source,
        "composer": traced.composer,
        "sentences": traced.sentences,
        "citations": [
            {"chapter": c.chapter, "heading": c.heading, "passage": c.passage_no, "board": c.board}
            for c in traced.citations
        ],
        "stages": traced.stages,
    }
    return json.dumps(body, ensure_ascii=False, indent=2)
