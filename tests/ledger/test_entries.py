"""What was spent is booked once, at the price of the day, in whole millionths."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import asyncpg
import pytest

from tests.ledger.books import (
    ANSWER,
    ANSWER_COSTS,
    INDIA,
    NOON,
    PRICES,
    TODAY,
    open_books,
    somebody,
)
from vidya.core.db import Database
from vidya.core.ids import new_id
from vidya.domains.ledger import service as ledger
from vidya.domains.ledger.models import Purpose, Saving, Spending
from vidya.domains.ledger.prices import Kind
from vidya.domains.ledger.service import Bookkeeper
from vidya.providers.llm.base import ChargedLlm, Message
from vidya.providers.llm.fake import FakeLlm
from vidya.providers.llm.receipt import Receipt


async def test_a_call_to_a_model_is_booked_with_all_that_is_known_of_it(database: Database) -> None:
    books, learner, answer = await open_books(database), somebody(), uuid4()

    await books.record(ANSWER, account=books.account(learner_id=learner, about=answer))

    async with database.school(books.school_id) as db:
        [entry] = await ledger.entries(
            db, school_id=books.school_id, since=NOON, until=NOON + timedelta(seconds=1)
        )
    assert (entry.learner_id, entry.about) == (learner, answer)
    assert (entry.channel, entry.purpose, entry.kind) == ("voice", "answer", "model")
    assert (entry.provider, entry.model) == ("first", "tiny")
    assert (entry.input_tokens, entry.output_tokens) == (1_500, 100)
    assert (entry.currency, entry.cost_micros) == ("INR", ANSWER_COSTS)


async def test_what_a_school_and_its_learners_spent_is_told_by_day(database: Database) -> None:
    books, one, other = await open_books(database), somebody(), somebody()
    for learner in (one, one, other, None):
        await books.record(ANSWER, account=books.account(learner_id=learner))
    await books.record(ANSWER, now=NOON + timedelta(days=1))

    school, ones = await books.spent(), await books.spent(learner_id=one)
    month = await books.spent(first=TODAY.replace(day=1), last=date(2026, 11, 30))

    assert (school.cost_micros, school.entries) == ({"INR": 4 * ANSWER_COSTS}, 4)
    assert (ones.cost_micros, ones.tokens) == ({"INR": 2 * ANSWER_COSTS}, 2 * 1_600)
    assert month.entries == 5


async def test_a_day_is_a_day_of_the_school(database: Database) -> None:
    books = await open_books(database)
    late_in_india = datetime(2026, 11, 20, 18, 40, tzinfo=UTC)  # ten past midnight

    await books.record(ANSWER, now=late_in_india)

    assert (await books.spent()).entries == 0
    assert (await books.spent(first=date(2026, 11, 21), last=date(2026, 11, 21))).entries == 1


async def test_what_has_no_price_is_counted_and_no_cost_is_made_up(database: Database) -> None:
    books = await open_books(database)

    await books.record(Spending(Kind.model, "unknown", "tiny", input_tokens=10, output_tokens=5))
    await books.record(ANSWER)

    spent = await books.spent()
    assert (spent.entries, spent.unpriced, spent.tokens) == (2, 1, 1_615)
    assert spent.cost_micros == {"INR": ANSWER_COSTS}


async def test_currencies_are_never_added_up(database: Database) -> None:
    books = await open_books(database)

    await books.record(ANSWER, Spending(Kind.model, "abroad", "big", input_tokens=2_000_000))

    assert (await books.spent()).cost_micros == {"INR": ANSWER_COSTS, "USD": 300_000}


async def test_the_same_message_told_twice_is_paid_for_once(database: Database) -> None:
    books, message = await open_books(database), new_id(NOON)
    page = Spending(Kind.ocr_page, "ocr", "", units=3)

    for seconds in (0, 5):
        await books.record(page, now=NOON + timedelta(seconds=seconds), entry_id=message)

    spent = await books.spent()
    assert (spent.entries, spent.ocr_pages) == (1, 3)
    assert spent.cost_micros == {"INR": 1_500_000}


async def test_many_answers_at_once_lose_nothing(two_pools: list[Database]) -> None:
    books, learner = await open_books(two_pools[0]), somebody()

    async def pay(number: int) -> None:
        database = two_pools[number % 2]
        both = (ANSWER, Spending(Kind.model, "abroad", "big", input_tokens=1_000_000))
        async with database.school(books.school_id) as db:
            await ledger.record(
                db,
                books.account(learner_id=learner),
                both if number % 3 else both[::-1],
                prices=PRICES,
                now=NOON,
            )

    await asyncio.gather(*(pay(number) for number in range(60)))

    assert (await books.spent()).cost_micros == {"INR": 60 * ANSWER_COSTS, "USD": 60 * 150_000}
    assert (await books.spent(learner_id=learner)).entries == 120


async def test_what_stands_on_a_receipt_is_booked(database: Database) -> None:
    books, receipt = await open_books(database), Receipt()
    llm = ChargedLlm(FakeLlm("Plants ", "grow."), receipt)
    bookkeeper = Bookkeeper(database, PRICES)

    async for _ in llm.stream([Message("user", "How?")], max_tokens=9):
        pass
    await bookkeeper.book_apart(books.account(), receipt.usages, now=NOON)
    await bookkeeper.book_apart(books.account(), [], now=NOON)

    spent = await books.spent()
    assert (spent.entries, spent.tokens, spent.unpriced) == (1, 1 + 3, 1)


async def test_one_school_does_not_see_what_another_spent(database: Database) -> None:
    ours, theirs = await open_books(database), await open_books(database, "HILL")
    await ours.record(ANSWER)

    async with database.school(theirs.school_id) as db:
        seen = await ledger.spent(db, school_id=ours.school_id, first=TODAY, last=TODAY)
        entries = await ledger.entries(
            db, school_id=ours.school_id, since=NOON, until=NOON + timedelta(days=1)
        )

    assert (seen.entries, entries) == (0, [])


async def test_stored_answers_saved_what_the_schools_own_answers_cost(database: Database) -> None:
    books, twice, once = await open_books(database), uuid4(), uuid4()
    for about in (twice, twice, once):  # a model broke off, and the next one was asked
        await books.record(ANSWER, account=books.account(about=about))
    await books.record(ANSWER, account=books.account(about=uuid4(), purpose=Purpose.judge))
    await books.record(ANSWER, account=books.account(about=uuid4()), now=NOON - timedelta(days=31))

    async with database.school(books.school_id) as db:
        saved = await ledger.savings(
            db,
            school_id=books.school_id,
            time_zone=INDIA,
            month=TODAY,
            served={"stored": 10, "computed": 0},
        )

    assert saved == {
        "stored": Saving(10, {"INR": 10 * 3 * ANSWER_COSTS // 2}),
        "computed": Saving(0, {"INR": 0}),
    }


async def test_no_saving_is_claimed_where_no_answer_was_paid_for(database: Database) -> None:
    books = await open_books(database)

    async with database.school(books.school_id) as db:
        saved = await ledger.savings(
            db, school_id=books.school_id, time_zone=INDIA, month=TODAY, served={"stored": 10}
        )

    assert saved == {"stored": Saving(10, {})}


async def test_nobody_is_paid_back_by_a_negative_count(database: Database) -> None:
    books = await open_books(database)

    with pytest.raises(asyncpg.CheckViolationError):
        await books.record(Spending(Kind.model, "first", "tiny", input_tokens=-1))

    assert (await books.spent()).entries == 0
