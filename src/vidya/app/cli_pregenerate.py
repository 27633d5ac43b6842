"""`vidya pregenerate`: a chapter's questions answered before anybody asks them."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Literal
from uuid import UUID

import click

from vidya.app.cli_operate import school_id_of, with_database
from vidya.app.demo import CODE
from vidya.core import clock
from vidya.core.db import Database
from vidya.core.settings import load_settings
from vidya.domains.schools import service as schools
from vidya.domains.tutor import pregeneration
from vidya.domains.tutor.pregeneration import Progress

_LOOK_AGAIN_SECONDS = 0.5
_PATIENCE_SECONDS = 15.0
_WORDS = {
    "stored": "served from now on",
    "held": "to be approved",
    "known": "known already",
    "unanswered": "not answered by the books",
    "unfinished": "broken off",
    "writing": "being written",
    "waiting": "waiting",
}


class NoWorker(click.ClickException):
    """Nobody takes jobs from the queue."""


@click.command()
@click.option("--chapter", help="Its id, short name or title: answer its questions now.")
@click.option("--school", default=CODE, show_default=True, help="The school's code.")
@click.option("--language", help="Of the chapter, where several have that name, such as en.")
@click.option(
    "--budget", type=click.IntRange(1, 1_000), default=50, show_default=True,
    help="So many answers are written at most; what is known already costs nothing.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Only show the questions.")
@click.option("--watch", is_flag=True, help="Stay and show how far it is.")
@click.option("--show", type=click.UUID, metavar="RUN", help="Show a run's questions and answers.")
@click.option("--approve", type=click.UUID, metavar="RUN", help="Serve what the run has written.")
@click.option(
    "--approval",
    type=click.Choice(["required", "not-required"]),
    help="Whether this school's answers wait for approval from now on.",
)
def pregenerate(
    *,
    chapter: str | None,
    school: str,
    language: str | None,
    budget: int,
    dry_run: bool,
    watch: bool,
    show: UUID | None,
    approve: UUID | None,
    approval: Literal["required", "not-required"] | None,
) -> None:
    """Answer a chapter's questions ahead of time, in the background, behind everybody who waits."""
    if approval is not None:
        with_database(_set_approval(school, approval))
    if show is not None:
        with_database(_show(school, show))
    elif approve is not None:
        with_database(_approve(school, approve))
    elif chapter is not None and dry_run:
        with_database(_list(school, chapter, language))
    elif chapter is not None:
        run_id = with_database(_start(school, chapter, language, budget))
        if watch:
            with_database(_watch(school, run_id))
    elif approval is None:
        click.echo(click.get_current_context().get_help())


def _set_approval(code: str, approval: str) -> Callable[[Database], Awaitable[None]]:
    async def save(database: Database) -> None:
        school_id = await school_id_of(database, code)
        async with database.school(school_id) as db:
            await pregeneration.set_approval(
                db, school_id=school_id, is_required=approval == "required"
            )
        click.echo(f"Approval is {approval.replace('-', ' ')} from now on.")

    return save


def _list(code: str, chapter: str, language: str | None) -> Callable[[Database], Awaitable[None]]:
    async def show(database: Database) -> None:
        school_id = await school_id_of(database, code)
        async with database.school(school_id) as db:
            found = await pregeneration.get_chapter(
                db, school_id=school_id, named=chapter, language=language
            )
            questions = await pregeneration.questions_for(
                db, found, school_id=school_id, now=clock.now()
            )
        click.echo(f"{found.title} (class {found.grade}, {found.language}): {len(questions)}")
        for question in questions:
            click.echo(f"  {question.origin:<11} {question.text}")

    return show


def _start(
    code: str, chapter: str, language: str | None, budget: int
) -> Callable[[Database], Awaitable[UUID]]:
    async def start(database: Database) -> UUID:
        school_id = await school_id_of(database, code)
        async with database.school(school_id) as db:
            school = await schools.get_school(db, school_id)
            found = await pregeneration.get_chapter(
                db, school_id=school_id, named=chapter, language=language
            )
            run_id = await pregeneration.start(
                db,
                found,
                school_id=school_id,
                mode=school.teaching_mode,
                budget=budget,
                now=clock.now(),
            )
        click.echo(f"Run {run_id}: {found.title}. A worker (`vidya serve`) answers its questions.")
        return run_id

    return start


def _watch(code: str, run_id: UUID) -> Callable[[Database], Awaitable[None]]:
    async def watch(database: Database) -> None:
        school_id = await school_id_of(database, code)
        line, since = "", asyncio.get_running_loop().time()
        while True:
            async with database.school(school_id) as db:
                far = await pregeneration.progress(db, school_id=school_id, run_id=run_id)
            now = asyncio.get_running_loop().time()
            if _line(far) != line:
                line, since = _line(far), now
                click.echo(line)
            if far.run.status != "running":
                break
            if now - since > _PATIENCE_SECONDS:
                raise NoWorker("Nothing has moved for a while: is a worker running?")
            await asyncio.sleep(_LOOK_AGAIN_SECONDS)
        if far.run.status == "to_approve":
            click.echo(f"Read them with --show {run_id}, then --approve {run_id}.")

    return watch


def _show(code: str, run_id: UUID) -> Callable[[Database], Awaitable[None]]:
    async def show(database: Database) -> None:
        school_id = await school_id_of(database, code)
        async with database.school(school_id) as db:
            far = await pregeneration.progress(db, school_id=school_id, run_id=run_id)
            items = await pregeneration.read_answers(db, school_id=school_id, run_id=run_id)
        click.echo(f"{far.run.title} (class {far.run.grade}, {far.run.language})  {_line(far)}")
        for item in items:
            click.echo(f"\n  {item.question}  ({_WORDS[item.status]})")
            for sentence in item.sentences:
                click.echo(f"    {sentence}")

    return show


def _approve(code: str, run_id: UUID) -> Callable[[Database], Awaitable[None]]:
    async def approve(database: Database) -> None:
        lifetime = timedelta(days=load_settings().tutor.answer_lifetime_days)
        school_id = await school_id_of(database, code)
        async with database.school(school_id) as db:
            served = await pregeneration.approve(
                db, school_id=school_id, run_id=run_id, lifetime=lifetime, now=clock.now()
            )
        click.echo(f"{served} answers are served from now on.")

    return approve


def _line(far: Progress) -> str:
    """Such as `12 of 22: 9 served from now on, 3 known already, 10 waiting`."""
    done = far.total - far.counts.get("waiting", 0) - far.counts.get("writing", 0)
    parts = [
        f"{far.counts[status]} {word}" for status, word in _WORDS.items() if status in far.counts
    ]
    return f"{done} of {far.total}: {', '.join(parts)}"
