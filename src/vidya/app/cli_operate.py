"""The operator's and the teacher's commands: jobs that failed, questions that wait, settings."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar
from uuid import UUID

import asyncpg
import click
from pgqueuer.adapters.persistence.queries import Queries
from pgqueuer.domain.types import JobId

from vidya.app.database import addresses_beside_a_server
from vidya.app.demo import CODE
from vidya.core import clock
from vidya.core.db import Database
from vidya.core.settings import load_settings, setting_names
from vidya.domains.schools import service as schools
from vidya.domains.tutor import service as tutor

Result = TypeVar("Result")


@click.group()
def jobs() -> None:
    """Jobs that failed for good are held here until somebody looks."""


@jobs.command("list")
def jobs_list() -> None:
    """Show the jobs that are held."""
    for line in _with_queue(_held):
        click.echo(line)


@jobs.command("release")
@click.argument("ids", type=int, nargs=-1, required=True)
def jobs_release(ids: tuple[int, ...]) -> None:
    """Have the jobs with these IDS tried again."""

    async def release(queue: Queries) -> None:
        await queue.requeue_jobs([JobId(number) for number in ids])

    _with_queue(release)
    click.echo(f"Released {len(ids)}; a worker takes them within a second.")


@click.group()
def handoffs() -> None:
    """Questions that wait for a teacher."""


@handoffs.command("list")
@click.option("--school", default=CODE, show_default=True)
def handoffs_list(school: str) -> None:
    """Show what the tutor could not answer."""

    async def show(database: Database) -> list[str]:
        school_id = await school_id_of(database, school)
        async with database.school(school_id) as db:
            waiting = await tutor.open_handoffs(db, school_id=school_id)
        return [
            f"{h.handoff_id}  class {h.grade}  {h.language}  {h.learner or 'guest'}: {h.question}"
            f"  ({h.reason})"
            for h in waiting
        ] or ["Nothing waits for a teacher."]

    for line in with_database(show):
        click.echo(line)


@handoffs.command("answer")
@click.argument("handoff_id", type=click.UUID)
@click.argument("text")
@click.option("--school", default=CODE, show_default=True)
def handoffs_answer(handoff_id: UUID, text: str, school: str) -> None:
    """Answer the question HANDOFF_ID with TEXT; the learner's next call offers it."""

    async def answer(database: Database) -> None:
        school_id = await school_id_of(database, school)
        async with database.school(school_id) as db:
            await tutor.answer_as_teacher(
                db,
                school_id=school_id,
                handoff_id=handoff_id,
                text=text,
                now=clock.now(),
            )

    with_database(answer)
    click.echo("Saved. The learner hears it on the next call.")


@click.command("settings")
def settings_list() -> None:
    """Show every setting with what it means."""
    for name, meaning in setting_names().items():
        click.echo(f"{name:<44} {meaning}")


async def _held(queue: Queries) -> list[str]:
    failed = await queue.list_failed_jobs()
    return [
        f"{job.id}  {job.entrypoint}  {job.updated:%Y-%m-%d %H:%M}  after {job.attempts + 1} tries"
        f"  {(job.payload or b'').decode()}"
        for job in failed
    ] or ["No job is held."]


async def school_id_of(database: Database, code: str) -> UUID:
    """SchoolNotFound when there is no school with the code."""
    async with database.shared() as db:
        return await schools.get_school_id(db, code)


def with_database(work: Callable[[Database], Awaitable[Result]]) -> Result:
    """What the work comes back with, done on the database that a server on this machine uses."""

    async def run(url: str) -> Result:
        database = await Database.connect(url, size=2)
        try:
            return await work(database)
        finally:
            await database.close()

    with addresses_beside_a_server(load_settings()) as addresses:
        return asyncio.run(run(addresses.app))


def _with_queue(work: Callable[[Queries], Awaitable[Result]]) -> Result:
    async def run(url: str) -> Result:
        connection = await asyncpg.connect(url)
        try:
            return await work(Queries.from_asyncpg_connection(connection))
        finally:
            await connection.close()

    with addresses_beside_a_server(load_settings()) as addresses:
        return asyncio.run(run(addresses.app))
