"""What is asked before and after every answer is found by an index, as vidya_app."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import psycopg
import pytest

from tests.database.plans import Plans
from tests.ledger.books import ANSWER, NOON, TODAY, Books, open_books, somebody
from vidya.core.db import Connection, Database
from vidya.domains.ledger import queries

_MANY = """
    INSERT INTO ledger_days (school_id, payer, day, currency, slice, cost_micros, tokens, ocr_pages,
                             entries)
    SELECT md5('school' || n % 4)::uuid, md5('payer' || n)::uuid, current_date, 'INR', 0, 1, 1, 0, 1
      FROM generate_series(1, 10000) n;
    INSERT INTO ledger_entries (school_id, spent_at, entry_id, channel, purpose, kind, provider,
                                model, about)
    SELECT md5('school' || n % 4)::uuid, now() - n * interval '1 hour', md5('entry' || n)::uuid,
           'voice', 'answer', 'model', 'first', 'tiny', md5('answer' || n)::uuid
      FROM generate_series(1, 10000) n;
    INSERT INTO budgets (school_id, payer, period, measure, most)
    SELECT md5('school' || n)::uuid, 'school', 'day', 'tokens', 1 FROM generate_series(1, 5000) n;
    ANALYZE
"""

Reading = Callable[[Connection, Books], Awaitable[object]]

READINGS: dict[str, Reading] = {
    "what may be spent": lambda db, books: queries.budget_states(
        db, school_id=books.school_id, learner_id=somebody(), day=TODAY
    ),
    "what was spent": lambda db, books: queries.sums(
        db, school_id=books.school_id, payer=books.school_id, first=TODAY, last=TODAY
    ),
    "what answers cost": lambda db, books: queries.answers_paid(
        db,
        school_id=books.school_id,
        purpose="answer",
        since=NOON,
        until=NOON + timedelta(days=30),
    ),
    "the latest entries": lambda db, books: queries.entries(
        db, school_id=books.school_id, since=NOON, until=NOON + timedelta(days=1), limit=50
    ),
}


@pytest.mark.parametrize("what", READINGS)
async def test_nothing_is_read_from_end_to_end(
    database: Database, superuser: str, what: str
) -> None:
    with psycopg.connect(superuser, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(_MANY.encode())
    books = await open_books(database)
    await books.record(ANSWER)

    async with database.school(books.school_id) as db:
        plans = Plans(db)
        await READINGS[what](plans.connection, books)

    assert plans.sequential_scans() == set()
