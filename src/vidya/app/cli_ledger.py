"""`vidya ledger`: what models cost, what stored answers saved, and what may be spent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

import click

from vidya.app.cli_operate import school_id_of, with_database
from vidya.app.demo import CODE
from vidya.core import clock
from vidya.core.db import Connection, Database
from vidya.domains.ledger import service as ledger
from vidya.domains.ledger.models import Budget, Measure, Payer, Period, Saving, Spent
from vidya.domains.ledger.prices import MILLION
from vidya.domains.schools import service as schools
from vidya.domains.tutor import service as tutor

_SCHOOL = click.option("--school", default=CODE, show_default=True, help="The school's code.")
_NAMES = {
    "exact": "the same words",
    "same_question": "the same question",
    "alias": "other words that led there before",
    "shared": "asked by several at once",
    "computed": "worked out",
}


@dataclass(frozen=True)
class _Month:
    name: str
    spent: Spent
    savings: Mapping[str, Saving]
    budgets: list[Budget]


@click.group("ledger")
def ledger_command() -> None:
    """What models cost, what stored answers saved, and what may be spent."""


@ledger_command.command("show")
@_SCHOOL
@click.option("--month", type=click.DateTime(["%Y-%m"]), help="Such as 2026-11; else this month.")
def show(school: str, month: datetime | None) -> None:
    """Show a month of a school."""

    async def read(database: Database) -> _Month:
        school_id = await school_id_of(database, school)
        async with database.school(school_id) as db:
            return await _read_month(db, school_id, month)

    for line in _lines(with_database(read)):
        click.echo(line)


@ledger_command.command("budget")
@_SCHOOL
@click.argument("payer", type=click.Choice([one.value for one in Payer]))
@click.argument("period", type=click.Choice([one.value for one in Period]))
@click.argument("measure", type=click.Choice([one.value for one in Measure]))
@click.argument("most", required=False)
@click.option("--currency", default="", help="Of money: INR, USD …")
def budget(
    payer: str, period: str, measure: str, most: str | None, *, school: str, currency: str
) -> None:
    """Set the MOST that a school, or each of its learners, may spend; without MOST, lift it."""
    wanted = Budget(
        Payer(payer), Period(period), Measure(measure), _amount(most, measure), currency.upper()
    )

    async def keep(database: Database) -> None:
        school_id = await school_id_of(database, school)
        async with database.school(school_id) as db:
            change = ledger.lift_budget if most is None else ledger.set_budget
            await change(db, wanted, school_id=school_id)

    with_database(keep)
    click.echo("The budget is lifted." if most is None else f"Set: {_budget(wanted)}.")


async def _read_month(db: Connection, school_id: UUID, month: datetime | None) -> _Month:
    school = await schools.get_school(db, school_id)
    zone = ZoneInfo(school.time_zone)
    first = (month or clock.now().astimezone(zone)).replace(
        day=1, hour=0, minute=0, second=0, microsecond=0, tzinfo=zone
    )
    following = (first + timedelta(days=32)).replace(day=1)
    served = await tutor.served_without_model(db, school_id=school_id, since=first, until=following)
    return _Month(
        name=f"{first:%B %Y}",
        spent=await ledger.spent(
            db,
            school_id=school_id,
            first=first.date(),
            last=following.date() - timedelta(days=1),
        ),
        savings=await ledger.savings(
            db,
            school_id=school_id,
            time_zone=school.time_zone,
            month=first.date(),
            served=served,
        ),
        budgets=await ledger.budgets(db, school_id=school_id),
    )


def _lines(month: _Month) -> Iterator[str]:
    spent = month.spent
    yield f"{month.name}: {spent.entries:,} calls to models, {spent.tokens:,} tokens"
    yield f"  spent   {_money(spent.cost_micros) or 'nothing that has a price'}"
    if spent.unpriced:
        yield f"          {spent.unpriced:,} calls have no price (see VIDYA_LEDGER__PRICES)"
    yield "  answered without a model"
    for source, saving in month.savings.items():
        saved = _money(saving.cost_micros)
        worth = f", saved about {saved}" if saved else ""
        yield f"          {saving.answers:>7,}  {_NAMES.get(source, source)}{worth}"
    if not month.savings:
        yield "          nothing yet"
    yield "  budgets"
    yield from (f"          {_budget(one)}" for one in month.budgets)
    if not month.budgets:
        yield "          none: vidya ledger budget school month money 500 --currency INR"


def _budget(one: Budget) -> str:
    whose = "the school" if one.payer is Payer.school else "each learner"
    if one.measure is Measure.money:
        most = f"{Decimal(one.most) / MILLION:,.2f} {one.currency}"
    else:
        most = f"{one.most:,} {one.measure.replace('_', ' ')}"
    return f"{whose} may spend {most} a {one.period}"


def _money(cost_micros: Mapping[str, int]) -> str:
    return ", ".join(
        f"{Decimal(micros) / MILLION:,.2f} {currency}"
        for currency, micros in sorted(cost_micros.items())
    )


def _amount(most: str | None, measure: str) -> int:
    """Millionths where it is money; a whole number else."""
    if most is None:
        return 0
    try:
        amount = Decimal(most) * (MILLION if measure == Measure.money else 1)
    except ArithmeticError as failure:
        raise click.BadParameter("a number, such as 500 or 12.50", param_hint="MOST") from failure
    if not amount.is_finite() or amount != int(amount) or amount < 0:
        raise click.BadParameter("0 or more, and no finer than it can be paid", param_hint="MOST")
    return int(amount)
