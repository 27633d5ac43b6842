"""What a school allows itself and its learners, and when it is spent."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.ledger.books import ANSWER, ANSWER_COSTS, NOON, PRICES, open_books, somebody
from vidya.core.db import Database
from vidya.core.errors import LimitReached
from vidya.domains.ledger import service as ledger
from vidya.domains.ledger.models import Budget, Measure, Payer, Period, Spending
from vidya.domains.ledger.prices import Kind
from vidya.domains.ledger.service import Bookkeeper, BudgetNotUnderstood, BudgetSpent

TWO_ANSWERS = Budget(Payer.school, Period.day, Measure.money, 2 * ANSWER_COSTS, "INR")


async def test_without_a_budget_everything_may_be_spent(database: Database) -> None:
    books = await open_books(database)
    await books.record(ANSWER)

    await books.may_spend(learner_id=somebody())


async def test_a_days_money_is_spent_with_its_last_answer_and_there_again_the_next_day(
    database: Database,
) -> None:
    books = await open_books(database)
    await books.allow([TWO_ANSWERS])
    await books.record(ANSWER)
    await books.may_spend()
    await books.record(ANSWER)

    with pytest.raises(
        BudgetSpent, match=r"school's budget for the day is spent: 0\.03 of 0\.03 INR"
    ):
        await books.may_spend()

    await books.may_spend(now=NOON + timedelta(days=1))


async def test_a_budget_that_is_spent_is_a_limit_that_was_reached(database: Database) -> None:
    books = await open_books(database)
    await books.allow([Budget(Payer.school, Period.month, Measure.tokens, 0)])

    with pytest.raises(LimitReached, match="0 of 0 tokens"):
        await books.may_spend()


async def test_a_bookkeeper_refuses_what_no_budget_allows(database: Database) -> None:
    books, bookkeeper = await open_books(database), Bookkeeper(database, PRICES)
    await books.allow([TWO_ANSWERS])
    async with database.school(books.school_id) as db:
        await bookkeeper.may_spend(db, books.account(), now=NOON)
    await books.record(ANSWER, ANSWER)

    async with database.school(books.school_id) as db:
        with pytest.raises(BudgetSpent):
            await bookkeeper.may_spend(db, books.account(), now=NOON)


async def test_a_month_ends_with_the_schools_month(database: Database) -> None:
    books = await open_books(database)
    await books.allow([Budget(Payer.school, Period.month, Measure.tokens, 1_600)])
    await books.record(ANSWER, now=datetime(2026, 11, 1, 0, 0, tzinfo=UTC))

    with pytest.raises(BudgetSpent, match="month"):
        await books.may_spend(now=datetime(2026, 11, 30, 18, 29, tzinfo=UTC))

    await books.may_spend(now=datetime(2026, 11, 30, 18, 31, tzinfo=UTC))


async def test_one_learner_does_not_spend_what_another_may(database: Database) -> None:
    books, one, other = await open_books(database), somebody(), somebody()
    await books.allow([Budget(Payer.learner, Period.day, Measure.tokens, 1_600)])
    await books.record(ANSWER, account=books.account(learner_id=one))

    with pytest.raises(BudgetSpent, match="learner's"):
        await books.may_spend(learner_id=one)

    await books.may_spend(learner_id=other)
    await books.may_spend()  # pre-generation is the school's


async def test_pages_that_would_not_fit_are_refused_before_they_are_read(
    database: Database,
) -> None:
    books = await open_books(database)
    await books.allow([Budget(Payer.school, Period.month, Measure.ocr_pages, 10)])
    await books.record(Spending(Kind.ocr_page, "ocr", "", units=8))

    with pytest.raises(BudgetSpent, match="8 of 10 pages"):
        await books.may_spend(kind=Kind.ocr_page, amount=3)

    await books.may_spend(kind=Kind.ocr_page, amount=2)
    await books.may_spend()  # answers need no pages


async def test_money_in_one_currency_is_not_held_against_another(database: Database) -> None:
    books = await open_books(database)
    await books.allow([TWO_ANSWERS])

    await books.record(Spending(Kind.model, "abroad", "big", input_tokens=90_000_000))

    await books.may_spend()


async def test_a_budget_is_replaced_and_lifted(database: Database) -> None:
    books = await open_books(database)
    await books.allow([TWO_ANSWERS, Budget(Payer.school, Period.day, Measure.money, 1, "INR")])
    await books.record(ANSWER)
    async with database.school(books.school_id) as db:
        kept = await ledger.budgets(db, school_id=books.school_id)
        await ledger.lift_budget(db, TWO_ANSWERS, school_id=books.school_id)

    assert kept == [Budget(Payer.school, Period.day, Measure.money, 1, "INR")]
    await books.may_spend()


@pytest.mark.parametrize(
    "budget",
    [
        Budget(Payer.school, Period.day, Measure.money, 5),
        Budget(Payer.school, Period.day, Measure.tokens, 5, "INR"),
        Budget(Payer.school, Period.day, Measure.tokens, -5),
    ],
)
async def test_a_budget_that_means_nothing_is_refused(database: Database, budget: Budget) -> None:
    books = await open_books(database)

    with pytest.raises(BudgetNotUnderstood):
        await books.allow([budget])
