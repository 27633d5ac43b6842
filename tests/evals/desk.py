"""Where the questions are asked: the demo school on a database in a temporary folder."""

import time
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import click

from vidya.app.demo import CODE, load_demo
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.app.migrations import migrate
from vidya.core import clock
from vidya.core.db import Database
from vidya.core.security import Keys
from vidya.domains.curriculum import service as curriculum
from vidya.domains.curriculum.models import Found, Scope
from vidya.domains.schools import service as schools
from vidya.domains.tutor.models import Sentence
from vidya.domains.tutor.stages.extract import extract, extract_regardless

# Nothing here is to outlive the measurement.
_QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Reply:
    """What came of one question: what was found, what would be spoken, and what it took."""

    found: Found
    spoken: tuple[str, ...]
    """The sentences of the answer; none where it is refused."""
    regardless: tuple[str, ...]
    """The sentences if refusing were not allowed."""
    search_ms: float
    extract_cpu_ms: float

    @property
    def refused(self) -> bool:
        return not self.spoken


@dataclass(frozen=True)
class Desk:
    """The product as a measurement uses it. `outside` is a folder of question data, if any."""

    database: Database
    school_id: UUID
    outside: Path | None

    async def ask(self, question: str, scope: Scope) -> Reply:
        """By the path of an answer that no model writes: search, then extract."""
        async with self.database.school(self.school_id) as db:
            began = time.perf_counter()
            found = await curriculum.search(db, scope, question=question)
            search_ms = 1000 * (time.perf_counter() - began)
        began = time.process_time()
        spoken = extract(found.weights, found.passages, language=scope.language, question=question)
        extract_cpu_ms = 1000 * (time.process_time() - began)
        regardless = spoken or extract_regardless(
            found.weights, found.passages, language=scope.language, question=question
        )
        return Reply(found, _texts(spoken), _texts(regardless), search_ms, extract_cpu_ms)

    def scope(self, board: str, *, grade: int, language: str) -> Scope:
        return Scope(self.school_id, board, grade, language)


def say(line: str) -> None:
    """Progress, beside the report and not in it."""
    click.echo(line, err=True)


def _texts(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    return tuple(sentence.text for sentence in sentences)


@contextmanager
def temporary_database() -> Iterator[str]:
    """The address of a migrated, empty database, as vidya_app."""
    with (
        TemporaryDirectory(prefix="vidya-evals-") as folder,
        EmbeddedPostgres(Path(folder) / "data", settings=_QUICK) as server,
    ):
        migrate(server.urls.owner)
        yield server.urls.app


@asynccontextmanager
async def open_desk(url: str, *, outside: Path | None) -> AsyncIterator[Desk]:
    """The demo school, with its books published."""
    database = await Database.connect(url, size=2)
    try:
        await load_demo(database, Keys(bytes(32)), now=clock.now())
        async with database.shared() as db:
            school_id = await schools.get_school_id(db, CODE)
        yield Desk(database, school_id, outside)
    finally:
        await database.close()
