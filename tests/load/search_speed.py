"""How fast a question finds its passages among 200,000, and whether pruning loses any of them.

    python -m tests.load.search_speed [--passages 200000] [--questions 300]

As vidya_app under row-level security, with PostgreSQL on one core. The CPU is that of the one
PostgreSQL process that serves the connection; a busy machine makes the wall clock longer.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, quantiles
from tempfile import TemporaryDirectory

import click
import psutil
import psycopg

from tests.load import made_books
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.app.migrations import migrate
from vidya.core.db import Database
from vidya.domains.curriculum import finding
from vidya.domains.curriculum.finding import Limits
from vidya.domains.curriculum.models import Found, Scope, Wording
from vidya.domains.curriculum.pruning import Plan, all_terms, rare_first

_QUICK = {"fsync": "off", "full_page_writes": "off", "max_wal_size": "4GB"}
_SCOPE = Scope(made_books.SCHOOL_ID, made_books.BOARD, made_books.GRADE, made_books.LANGUAGE)
_WARM = 50
_FIRST = 5


@dataclass(frozen=True)
class Timed:
    wall_ms: list[float]
    cpu_ms: list[float]
    """Of the PostgreSQL process that served the connection."""
    found: list[Found]


@click.command()
@click.option("--passages", default=200_000, show_default=True, help="the school's own")
@click.option("--board", default=20_000, show_default=True, help="the board's, searched too")
@click.option("--questions", default=300, show_default=True)
@click.option("--shared-buffers", default="128MB", show_default=True)
def main(passages: int, board: int, questions: int, shared_buffers: str) -> None:
    """Make the books, ask, and print the figures."""
    with TemporaryDirectory(prefix="vidya-search-") as folder:
        settings = {**_QUICK, "shared_buffers": shared_buffers}
        with EmbeddedPostgres(Path(folder) / "data", settings=settings) as server:
            migrate(server.urls.owner)
            asked = _make_books(server, own=passages, board=board, questions=questions)
            assert server.pid is not None
            psutil.Process(server.pid).cpu_affinity([0])  # and of every process that it starts
            asyncio.run(_measure(server.urls.app, asked))


def _make_books(server: EmbeddedPostgres, *, own: int, board: int, questions: int) -> list[str]:
    began = time.perf_counter()
    with psycopg.connect(server.urls.superuser, autocommit=True) as superuser:
        made_books.fill(superuser, own=own, board=board)
        asked = made_books.questions(superuser, questions)
        size = superuser.execute(
            "SELECT pg_size_pretty(sum(pg_total_relation_size(oid)))"
            " FROM pg_class WHERE relname IN ('postings', 'term_counts')"
        ).fetchone()
    assert size is not None
    seconds = time.perf_counter() - began
    click.echo(f"{own} passages of a school and {board} of its board, {seconds:.0f} s to make;")
    click.echo(f"the school's postings and counts take {size[0]} with their indexes.")
    return asked


async def _measure(url: str, asked: Sequence[str]) -> None:
    database = await Database.connect(url, size=1)
    try:
        pruned = await _ask(database, asked, rare_first)
        everything = await _ask(database, asked, all_terms)
    finally:
        await database.close()
    for name, timed in {"pruned": pruned, "unpruned": everything}.items():
        click.echo(f"{name:9} wall ms  {_spread(timed.wall_ms)}")
        click.echo(f"{name:9} CPU ms   {_spread(timed.cpu_ms)}")
    farther = fmean(found.reach.classes_away > 0 for found in pruned.found)
    click.echo(f"{farther:.0%} of the questions were looked for in neighbouring classes too;")
    click.echo(f"recall@{_FIRST} of the pruned search: {_recall(pruned, everything):.2%}")


async def _ask(database: Database, asked: Sequence[str], plan: Plan) -> Timed:
    timed = Timed([], [], [])
    for question in [*asked[:_WARM], *asked]:
        async with database.school(_SCOPE.school_id) as db:
            process = await db.fetchval("SELECT pg_backend_pid()")
            busy = _cpu_ms(process)
            began = time.perf_counter()
            wording = Wording(question, _SCOPE.language)
            found = await finding.find(db, _SCOPE, wording, Limits(_FIRST, plan=plan))
            timed.wall_ms.append((time.perf_counter() - began) * 1000)
            timed.cpu_ms.append(_cpu_ms(process) - busy)
            timed.found.append(found)
    return Timed(timed.wall_ms[_WARM:], timed.cpu_ms[_WARM:], timed.found[_WARM:])


def _cpu_ms(process: int) -> float:
    """As Linux counts it, in nanoseconds."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e6


def _spread(values: Sequence[float]) -> str:
    at = quantiles(values, n=100)
    return f"p50 {at[49]:6.2f}   p95 {at[94]:6.2f}   p99 {at[98]:6.2f}   max {max(values):6.2f}"


def _recall(pruned: Timed, everything: Timed) -> float:
    """The share of the first passages of the unpruned search that the pruned one found too.

    A passage that scores the same as the last one may stand in its place.
    """
    shares: list[float] = []
    for few, all_of in zip(pruned.found, everything.found, strict=True):
        wanted = sorted((round(p.score, 9) for p in all_of.passages), reverse=True)
        got = [round(p.score, 9) for p in few.passages]
        kept = sum(min(got.count(score), wanted.count(score)) for score in set(wanted))
        shares.append(kept / len(wanted) if wanted else 1.0)
    return fmean(shares)


if __name__ == "__main__":
    main()
