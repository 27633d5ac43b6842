"""Where the questions are asked: the demo school on a database in a temporary folder."""

import time
from collections.abc import AsyncIterator, Iterator
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
from vidya.domains.tutor.stages.extract import extract

# Nothing here is to outlive the measurement.
_QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Reply:
    """What came of one question: what was found, what would be spoken, and what it took."""

    found: Found
    sentences: tuple[Sentence, ...]
    search_ms: float
    """Until PostgreSQL had answered."""
    extract_ms: float

    @property
    def spoken(self) -> list[str]:
        return [sentence.text for sentence in self.sentences]

    @property
    def refused(self) -> bool:
        return not self.sentences

    @property
    def ms(self) -> float:
        return self.search_ms + self.extract_ms


@dataclass(frozen=True)
class Desk:
    """The product as a measurement uses it. `outside` is a folder of question data, if any."""

    database: Database
    school_id: UUID
    outside: Path | None

    async def ask(self, text: str, scope: Scope) -> Reply:
        """By the path of an answer that no model writes: search, then extract."""
        async with self.database.school(self.school_id) as db:
            began = time.perf_counter()
            found = await curriculum.search(db, scope, question=text)
            searched = time.perf_counter()
        begun = time.perf_counter()
        sentences = extract(found.weights, found.passages, language=scope.language)
        return Reply(
            found=found,
            sentences=tuple(sentences),
            search_ms=1000 * (searched - began),
            extract_ms=1000 * (time.perf_counter() - begun),
        )

    def say(self, line: str) -> None:
        click.echo(line, err=True)


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
    database = await Database.connect(url, size=2)
    try:
        await load_demo(database, Keys(bytes(32)), now=clock.now())
        async with database.shared() as db:
            known = await schools.find_school_by_code(db, CODE)
        assert known is not None, "The demo school is not there, though it was just loaded."
        yield Desk(database, known, outside)
    finally:
        await database.close()
