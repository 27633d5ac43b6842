"""Measures how good the answers are: `python -m tests.evals`, or `make evals`."""

import asyncio
import sys
from pathlib import Path

import click

from tests.evals.desk import open_desk, say, temporary_database
from tests.evals.report import lines, missed, page
from tests.evals.section import Section
from tests.evals.sections import SECTIONS
from vidya.core import clock

_PAGE = Path(__file__).parents[2] / "docs" / "evals.md"


@click.command()
@click.option(
    "--data",
    envvar="DATA",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with xquad-dev.en.json and xquad-dev.hi.json, to be measured too.",
)
@click.option("--date", default=lambda: clock.now().date().isoformat(), help="Of the page.")
@click.option("--misses", is_flag=True, help="Print every case that went wrong.")
def main(data: Path | None, date: str, *, misses: bool) -> None:
    """Ask the demo school's questions, write docs/evals.md, fail when a floor is missed."""
    with temporary_database() as url:
        sections = asyncio.run(_measured(url, data))
    for line in lines(sections, misses=misses):
        click.echo(line)
    command = "make evals" if data is None else "DATA=<folder of question data> make evals"
    _PAGE.write_text(page(sections, date=date, command=command), encoding="utf-8")
    say(f"\nWritten to docs/{_PAGE.name}.")
    if missed(sections):
        sys.exit(1)


async def _measured(url: str, data: Path | None) -> list[Section]:
    async with open_desk(url, outside=data) as desk:
        found = [await measure(desk) for measure in SECTIONS]
    return [section for section in found if section is not None]


if __name__ == "__main__":
    main()
