"""The whole product as a process of its own, with its own PostgreSQL, so that a test can kill it."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import aiohttp

from tests.demo_school import find_free_port
from vidya.app.demo import CODE, LINE
from vidya.app.embedded_postgres.data_folder import DataFolder
from vidya.app.embedded_postgres.server import running_urls
from vidya.app.secret import load_keys
from vidya.channels.simulator.phone import Phone
from vidya.core import clock
from vidya.core.db import Database
from vidya.core.ids import new_id
from vidya.core.settings import Settings
from vidya.domains.accounts import service as accounts
from vidya.domains.accounts.models import NewLearner, PersonKind
from vidya.domains.schools import service as schools

_SOURCE = Path(__file__).parents[2] / "src"
_READY_SECONDS = 30


@dataclass
class WholeProduct:
    """`vidya serve --demo` on a data folder that outlives it."""

    data_dir: Path
    llm_url: str
    port: int = field(default_factory=find_free_port)
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self, session: aiohttp.ClientSession) -> None:
        """Run it, and wait until it says that it is ready."""
        self._launch()
        async with asyncio.timeout(_READY_SECONDS):
            while not await self._is_ready(session):  # noqa: ASYNC110 - another process gets ready
                await asyncio.sleep(0.1)

    def _launch(self) -> None:
        with (self.data_dir.parent / "serve.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "vidya.app.cli", "serve", "--demo"],
                cwd=self.data_dir.parent,
                stdout=log,
                stderr=log,
                env={
                    "PATH": os.environ["PATH"],
                    "PYTHONPATH": str(_SOURCE),
                    "VIDYA_DATA_DIR": str(self.data_dir),
                    "VIDYA_PORT": str(self.port),
                    "VIDYA_LLM__BASE_URL": self.llm_url,
                    "VIDYA_LLM__FIRST_TOKEN_SECONDS": "60",
                },
            )

    def kill(self) -> None:
        """As the machine would, without a word."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def kill_postgres(self) -> None:
        pid_file = DataFolder(self.data_dir / "postgres").cluster / "postmaster.pid"
        os.kill(int(pid_file.read_text().split()[0]), signal.SIGKILL)

    async def connect(self) -> Database:
        urls = running_urls(self.data_dir / "postgres")
        assert urls is not None
        return await Database.connect(urls.app, size=2)

    async def questions(self) -> list[dict[str, Any]]:
        """What the demo school's learners asked."""
        database = await self.connect()
        try:
            async with database.school(await _demo_school(database)) as db:
                rows = await db.fetch("SELECT text, status, heard FROM questions")
        finally:
            await database.close()
        return [dict(row.items()) for row in rows]

    async def enrol(self, count: int) -> list[str]:
        """So many more learners of class 8; their phone numbers."""
        database = await self.connect()
        try:
            school_id = await _demo_school(database)
            return [await self._enrol(database, school_id, number) for number in range(count)]
        finally:
            await database.close()

    async def _enrol(self, database: Database, school_id: UUID, number: int) -> str:
        keys = load_keys(Settings(data_dir=self.data_dir, _env_file=None))
        now = clock.now()
        learner = NewLearner(new_id(now), f"9-{number}", f"Child{number}", 8, "A", "en")
        phone = f"+9190000010{number:02}"
        async with database.school(school_id) as db:
            await accounts.add_learner(db, keys, learner, school_id=school_id, now=now)
            await accounts.add_contact(
                db,
                keys,
                school_id=school_id,
                phone=phone,
                people=[(PersonKind.learner, learner.learner_id)],
                now=now,
            )
            await accounts.give_consent(
                db,
                school_id=school_id,
                learner_id=learner.learner_id,
                given_by="guardian",
                channel="test",
                now=now,
            )
        return phone

    async def _is_ready(self, session: aiohttp.ClientSession) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, "the product ended"
        try:
            async with session.get(self.url + "/readyz") as response:
                return response.status == 200
        except aiohttp.ClientError:
            return False

    def phone(self, number: str, session: aiohttp.ClientSession) -> Phone:
        return Phone(self.url, number, LINE, session=session)


@contextmanager
def whole_product(data_dir: Path, *, llm_url: str) -> Iterator[WholeProduct]:
    """Not started yet; stopped in order at the end."""
    product = WholeProduct(data_dir, llm_url)
    try:
        yield product
    finally:
        if product.process is not None and product.process.poll() is None:
            product.process.terminate()
            product.process.wait(30)


async def _demo_school(database: Database) -> UUID:
    async with database.shared() as db:
        return await schools.get_school_id(db, CODE)
