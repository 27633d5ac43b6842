"""`vidya pregenerate` in a terminal, beside a server that works on it."""

import asyncio
import re
from collections.abc import Awaitable, Callable

import pytest
from click.testing import CliRunner, Result

from tests.running import ASHA, Running
from vidya.app.cli import main
from vidya.app.database import DatabaseAddresses
from vidya.core.db import Database

Vidya = Callable[..., Awaitable[Result]]
CHAPTER = ("--chapter", "sound")


@pytest.fixture
def vidya(addresses: DatabaseAddresses, monkeypatch: pytest.MonkeyPatch) -> Vidya:
    """Types a command; the database is the test's own."""
    monkeypatch.setenv("VIDYA_DATABASE_URL", addresses.app)
    monkeypatch.setenv("VIDYA_DATABASE_OWNER_URL", addresses.owner)
    monkeypatch.setenv("VIDYA_DATABASE_ACROSS_URL", addresses.across)

    async def type_command(*words: str) -> Result:
        return await asyncio.to_thread(CliRunner().invoke, main, ["pregenerate", *words])

    return type_command


async def test_a_dry_run_shows_the_questions_and_writes_nothing(
    demo: Database, vidya: Vidya
) -> None:
    shown = await vidya(*CHAPTER, "--dry-run")

    assert shown.exit_code == 0
    assert "definition  What is an echo?" in shown.output
    async with demo.shared() as db:
        assert await db.fetchval("SELECT count(*) FROM pgqueuer") == 0


async def test_a_worker_answers_a_chapter_while_one_watches(running: Running, vidya: Vidya) -> None:
    watched = await vidya(*CHAPTER, "--budget", "5", "--watch")
    phone = running.phone(ASHA)
    await phone.dial()
    await phone.say("Define sound", confidence=0.9)

    assert watched.exit_code == 0, watched.output
    assert re.search(r"5 of \d+: .*\d served from now on", watched.output)
    assert "/wait/" not in " ".join(exchange.url for exchange in phone.exchanges)


async def test_a_school_that_asks_for_it_reads_and_approves_first(
    running: Running, vidya: Vidya
) -> None:
    await vidya("--approval", "required")
    watched = await vidya(*CHAPTER, "--budget", "3", "--watch")
    run = watched.output.partition("--approve ")[2].strip(" .\n")

    read = await vidya("--show", run)
    approved = await vidya("--approve", run)
    again = await vidya("--approve", run)

    assert "to be approved" in watched.output
    assert "What is" in read.output
    assert re.match(r"[1-3] answers are served from now on", approved.output)
    assert again.output.startswith("0 answers")


async def test_a_chapter_or_a_run_that_is_not_there_is_said_in_a_sentence(
    demo: Database, vidya: Vidya
) -> None:
    chapter = await vidya("--chapter", "astrology")
    several = await vidya("--chapter", "photosynthesis")
    run = await vidya("--approve", "00000000-0000-0000-0000-000000000000")
    school = await vidya(*CHAPTER, "--school", "NOWHERE")

    assert "There is no chapter astrology" in chapter.output
    assert "class 6, hi" in several.output
    assert "There is no run" in run.output
    assert "There is no school" in school.output
    assert {one.exit_code for one in (chapter, several, run, school)} == {1}


async def test_nothing_to_do_shows_what_there_is_to_do(vidya: Vidya) -> None:
    shown = await vidya()

    assert "--chapter" in shown.output
    assert shown.exit_code == 0
