"""`vidya shadow`: how often other words led to the wrong answer, as measured."""

from collections.abc import Sequence

import click

from vidya.app.cli_operate import school_id_of, with_database
from vidya.app.demo import CODE
from vidya.core.db import Database
from vidya.domains.tutor.shadow import SHARE, Rate, rates

_NAMES = {"same_question": "same question", "alias": "alias", "all": "all"}


@click.command("shadow")
@click.option("--school", default=CODE, show_default=True, help="The school's code.")
def shadow_command(school: str) -> None:
    """Show the measured rate of false hits, with its 95 % interval."""

    async def read(database: Database) -> list[Rate]:
        school_id = await school_id_of(database, school)
        async with database.school(school_id) as db:
            return await rates(db, school_id=school_id)

    for line in _table(with_database(read)):
        click.echo(line)


def _table(found: Sequence[Rate]) -> list[str]:
    total = found[-1]
    if not total.decided + total.undecided:
        return [f"Nothing is compared yet: {SHARE:.0%} of what other words lead to is looked at."]
    head = (
        f"{'led there by':<14} {'compared':>9} {'false':>6} {'rate':>7}  95 % interval    undecided"
    )
    return [head, *map(_row, found)]


def _row(rate: Rate) -> str:
    low, high = rate.interval
    share = f"{rate.false / rate.decided:.2%}" if rate.decided else "–"
    return (
        f"{_NAMES[rate.kind]:<14} {rate.decided:>9} {rate.false:>6} {share:>7}"
        f"  {low:>6.2%} – {high:<6.2%}  {rate.undecided:>9}"
    )
