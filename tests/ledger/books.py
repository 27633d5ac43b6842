"""A school with a price list and something to spend."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from tests.database.schools import make_school
from vidya.core.db import Database
from vidya.domains.ledger import service as ledger
from vidya.domains.ledger.models import Account, Budget, Purpose, Spending, Spent
from vidya.domains.ledger.prices import Kind, Price, PriceList

NOON = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
"""Noon in India."""
TODAY = date(2026, 11, 20)
INDIA = "Asia/Kolkata"
PRICES = PriceList(
    (
        Price(Kind.model, "first", "", "INR", date(2026, 1, 1), 10_000_000, 40_000_000),
        Price(Kind.model, "abroad", "", "USD", date(2026, 1, 1), 150_000, 600_000),
        Price(Kind.ocr_page, "ocr", "", "INR", date(2026, 1, 1), unit_micros=500_000 * 1_000_000),
    )
)
ANSWER = Spending(Kind.model, "first", "tiny", input_tokens=1_500, output_tokens=100)
"""1,500 × 10 + 100 × 40 = 19,000 millionths of a rupee."""
ANSWER_COSTS = 19_000


@dataclass(frozen=True)
class Books:
    """One school's ledger."""

    database: Database
    school_id: UUID

    def account(
        self,
        *,
        learner_id: UUID | None = None,
        about: UUID | None = None,
        purpose: Purpose = Purpose.answer,
    ) -> Account:
        return Account(self.school_id, INDIA, "voice", purpose, learner_id, about)

    async def record(
        self,
        *spendings: Spending,
        account: Account | None = None,
        now: datetime = NOON,
        entry_id: UUID | None = None,
    ) -> None:
        async with self.database.school(self.school_id) as db:
            await ledger.record(
                db,
                account or self.account(),
                spendings,
                prices=PRICES,
                now=now,
                entry_id=entry_id,
            )

    async def spent(
        self, *, first: date = TODAY, last: date = TODAY, learner_id: UUID | None = None
    ) -> Spent:
        async with self.database.school(self.school_id) as db:
            return await ledger.spent(
                db, school_id=self.school_id, first=first, last=last, learner_id=learner_id
            )

    async def allow(self, budgets: Iterable[Budget]) -> None:
        async with self.database.school(self.school_id) as db:
            for budget in budgets:
                await ledger.set_budget(db, budget, school_id=self.school_id)

    async def may_spend(
        self,
        *,
        learner_id: UUID | None = None,
        now: datetime = NOON,
        kind: Kind = Kind.model,
        amount: int = 0,
    ) -> None:
        async with self.database.school(self.school_id) as db:
            await ledger.may_spend(
                db,
                school_id=self.school_id,
                time_zone=INDIA,
                now=now,
                learner_id=learner_id,
                kind=kind,
                amount=amount,
            )


async def open_books(database: Database, code: str = "RIVER") -> Books:
    return Books(database, await make_school(database, code))


def somebody() -> UUID:
    """A learner: the ledger keeps what was spent when the learner is long gone."""
    return uuid4()
