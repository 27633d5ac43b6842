"""Booking what was spent, and telling what was, what may still be, and what was saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from vidya.core.db import Connection, Database
from vidya.core.errors import BadInput, LimitReached
from vidya.core.ids import new_id
from vidya.domains.ledger import queries, queries_rates
from vidya.domains.ledger.models import (
    Account,
    Budget,
    Draw,
    Entry,
    Measure,
    ModelUsage,
    Payer,
    Purpose,
    Saving,
    Spending,
    Spent,
)
from vidya.domains.ledger.prices import MILLION, Cost, Kind, PriceList

_HELD_TO = {
    Kind.model: {Measure.money, Measure.tokens},
    Kind.embedding: {Measure.money, Measure.tokens},
    Kind.ocr_page: {Measure.money, Measure.ocr_pages},
    Kind.message: {Measure.money},
    Kind.call_second: {Measure.money},
}


class BudgetSpent(LimitReached):
    """Nothing more may be bought in this period; what is stored is served all the same."""


class BudgetNotUnderstood(BadInput): ...


@dataclass(frozen=True)
class Bookkeeper:
    """Looks up and books at one price list."""

    database: Database
    prices: PriceList

    async def may_spend(self, db: Connection, account: Account, *, now: datetime) -> None:
        """BudgetSpent when no model may be asked on this account."""
        await may_spend(
            db,
            school_id=account.school_id,
            time_zone=account.time_zone,
            learner_id=account.learner_id,
            now=now,
        )

    async def book(
        self, db: Connection, account: Account, usages: Sequence[ModelUsage], *, now: datetime
    ) -> None:
        """What stands on a receipt; nothing is done for an empty one."""
        if usages:
            await record_usages(db, account, usages, prices=self.prices, now=now)

    async def book_apart(
        self, account: Account, usages: Sequence[ModelUsage], *, now: datetime
    ) -> None:
        """The same in a transaction of its own, for who holds none."""
        if usages:
            async with self.database.school(account.school_id) as db:
                await self.book(db, account, usages, now=now)


async def record(
    db: Connection,
    account: Account,
    spendings: Sequence[Spending],
    *,
    prices: PriceList,
    now: datetime,
    entry_id: UUID | None = None,
) -> None:
    """Book what was spent, at the price of the day.

    With an `entry_id`, which is of one spending, it is safe to repeat.
    """
    day = _day(now, account.time_zone)
    costed = [(spending, _cost(spending, prices, day)) for spending in spendings]
    # In one order for all, so that no two transactions wait for each other's rows.
    costed.sort(key=lambda pair: pair[1].currency if pair[1] else "")
    for spending, cost in costed:
        await queries.insert_entry(
            db,
            account,
            spending,
            cost,
            entry_id=entry_id or new_id(now),
            ocr_pages=spending.units if spending.kind is Kind.ocr_page else 0,
            day=day,
            now=now,
        )


async def record_usages(
    db: Connection,
    account: Account,
    usages: Sequence[ModelUsage],
    *,
    prices: PriceList,
    now: datetime,
) -> None:
    """Book each call to a model that stands on a receipt."""
    spendings = [
        Spending(
            kind=Kind.model,
            provider=usage.endpoint,
            model=usage.model,
            input_tokens=usage.input_tokens,
            output_tokens=usage.output_tokens,
            is_estimated=usage.is_estimated,
            is_whole=usage.is_whole,
        )
        for usage in usages
    ]
    await record(db, account, spendings, prices=prices, now=now)


async def spent(
    db: Connection,
    *,
    school_id: UUID,
    first: date,
    last: date,
    learner_id: UUID | None = None,
) -> Spent:
    """By the school, or by one learner of it, on these of the school's days, both included."""
    sums = await queries.sums(
        db, school_id=school_id, payer=learner_id or school_id, first=first, last=last
    )
    return Spent(
        cost_micros={row.currency: row.cost_micros for row in sums if row.currency},
        tokens=sum(row.tokens for row in sums),
        ocr_pages=sum(row.ocr_pages for row in sums),
        entries=sum(row.entries for row in sums),
        unpriced=sum(row.entries for row in sums if not row.currency),
    )


async def may_spend(
    db: Connection,
    *,
    school_id: UUID,
    time_zone: str,
    now: datetime,
    learner_id: UUID | None = None,
    kind: Kind = Kind.model,
    amount: int = 0,
) -> None:
    """BudgetSpent when a budget that this kind of thing is held to is used up.

    `amount` is what is about to be bought, where it is known: OCR pages, or tokens. A call that
    is under way when a budget ends is paid to its end, so a budget may be passed by what was in
    flight.
    """
    states = await queries.budget_states(
        db, school_id=school_id, learner_id=learner_id, day=_day(now, time_zone)
    )
    for state in states:
        ahead = 0 if state.measure == Measure.money else amount
        is_spent = state.spent >= state.most or state.spent + ahead > state.most
        if is_spent and state.measure in _HELD_TO[kind]:
            whose = "The school's" if state.payer == Payer.school else "The learner's"
            raise BudgetSpent(
                f"{whose} budget for the {state.period} is spent: {_in_words(state)}."
            )


async def set_budget(db: Connection, budget: Budget, *, school_id: UUID) -> None:
    """Replaces the one of the same payer, period, measure and currency."""
    if (budget.measure is Measure.money) != bool(budget.currency):
        raise BudgetNotUnderstood("A budget in money names its currency, and no other does.")
    if budget.most < 0:
        raise BudgetNotUnderstood("A budget is 0 or more.")
    await queries.put_budget(db, budget, school_id=school_id)


async def lift_budget(db: Connection, budget: Budget, *, school_id: UUID) -> None:
    """Whatever its amount. Safe to repeat."""
    await queries.delete_budget(db, budget, school_id=school_id)


async def budgets(db: Connection, *, school_id: UUID) -> list[Budget]:
    return await queries.budgets(db, school_id=school_id)


async def entries(
    db: Connection, *, school_id: UUID, since: datetime, until: datetime, limit: int = 1_000
) -> list[Entry]:
    """Lines of the ledger, latest first."""
    return await queries.entries(db, school_id=school_id, since=since, until=until, limit=limit)


async def savings(
    db: Connection, *, school_id: UUID, time_zone: str, month: date, served: Mapping[str, int]
) -> dict[str, Saving]:
    """For each source of answers without a model (stored, shared, computed): what it saved.

    `served` counts the month's answers by source. Each is put at the mean of what the school's
    own answers cost in that month; where none was paid for, nothing is claimed.
    """
    since, until = _month(month, time_zone)
    answers, total = await queries.answers_paid(
        db, school_id=school_id, purpose=Purpose.answer, since=since, until=until
    )
    return {
        source: Saving(
            answers=count,
            cost_micros={currency: count * cost // answers for currency, cost in total.items()},
        )
        for source, count in served.items()
    }


async def take_rate(db: Connection, endpoint: str, *, requests: Draw, tokens: Draw) -> float:
    """0 when it was taken; else the seconds until it is worth asking again."""
    return await queries_rates.take_rate(db, endpoint, requests=requests, tokens=tokens)


def _cost(spending: Spending, prices: PriceList, day: date) -> Cost | None:
    return prices.cost(
        spending.kind,
        provider=spending.provider,
        model=spending.model,
        input_tokens=spending.input_tokens,
        output_tokens=spending.output_tokens,
        units=spending.units,
        day=day,
    )


def _in_words(state: queries.BudgetState) -> str:
    if state.measure == Measure.money:
        return f"{_amount(state.spent)} of {_amount(state.most)} {state.currency}"
    return f"{state.spent:,} of {state.most:,} {state.measure.replace('ocr_', '')}"


def _amount(micros: int) -> str:
    return f"{micros // MILLION:,}.{micros % MILLION // 10_000:02}"


def _day(now: datetime, time_zone: str) -> date:
    return now.astimezone(ZoneInfo(time_zone)).date()


def _month(day: date, time_zone: str) -> tuple[datetime, datetime]:
    """Its first instant, and the first one after it."""
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    zone = ZoneInfo(time_zone)
    return datetime.combine(first, time(), zone), datetime.combine(following, time(), zone)
