"""What is done by the clock, across schools: guests are forgotten, held jobs are watched."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from tests.database.schools import make_school
from vidya.app.database import DatabaseAddresses
from vidya.app.housekeeping import Housekeeping
from vidya.core import clock
from vidya.core.db import Connection, Database
from vidya.core.metrics import HELD_JOBS, JOBS_WAITING
from vidya.domains.accounts import service as accounts


@pytest.fixture
async def housekeeping(addresses: DatabaseAddresses) -> AsyncIterator[Housekeeping]:
    across = await Database.connect(addresses.across, size=2)
    yield Housekeeping(across)
    await across.close()


async def test_a_day_later_nothing_of_a_guest_is_left_in_any_school(
    database: Database, housekeeping: Housekeeping
) -> None:
    yesterday = clock.now() - timedelta(hours=25)
    schools = [await make_school(database, code) for code in ("ONE", "TWO")]
    for school_id in schools:
        async with database.school(school_id) as db:
            await _guest_who_asked(db, school_id, since=yesterday)
            await _guest_who_asked(db, school_id, since=clock.now())

    await housekeeping.forget_guests()
    await housekeeping.forget_guests()

    left = [await _left(database, school_id) for school_id in schools]
    assert left == [{"guests": 1, "questions": 1, "handoffs": 1, "calls": 1}] * 2


async def test_what_learners_asked_stays(database: Database, housekeeping: Housekeeping) -> None:
    school_id = await make_school(database, "ONE")
    long_ago = clock.now() - timedelta(days=400)
    async with database.school(school_id) as db:
        await _asked_by(db, school_id, learner_id=uuid4(), guest_id=None, since=long_ago)

    await housekeeping.forget_guests()

    assert await _left(database, school_id) == {
        "guests": 0,
        "questions": 1,
        "handoffs": 1,
        "calls": 1,
    }


async def test_a_call_of_nobody_we_know_is_forgotten_after_a_day(
    database: Database, housekeeping: Housekeeping
) -> None:
    school_id = await make_school(database, "ONE")
    async with database.school(school_id) as db:
        for hours in (25, 23):
            await _call(db, school_id, since=clock.now() - timedelta(hours=hours))

    await housekeeping.forget_guests()

    assert (await _left(database, school_id))["calls"] == 1


async def test_held_jobs_are_counted_announced_and_lapse_after_a_fortnight(
    database: Database, housekeeping: Housekeeping, caplog: pytest.LogCaptureFixture
) -> None:
    async with database.shared() as db:
        for status, days in (("failed", 1), ("failed", 13), ("failed", 15), ("queued", 15)):
            await db.execute(
                "INSERT INTO pgqueuer (priority, updated, status, entrypoint)"
                " VALUES (0, $1, $2::text::pgqueuer_status, 'test.job')",
                clock.now() - timedelta(days=days),
                status,
            )

    await housekeeping.watch_held_jobs()

    async with database.shared() as db:
        left = await db.fetch("SELECT status FROM pgqueuer ORDER BY id")
    told = [record.getMessage() for record in caplog.records if record.name.startswith("vidya")]
    assert [row["status"] for row in left] == ["failed", "failed", "queued"]
    assert HELD_JOBS._value.get() == 2
    assert JOBS_WAITING._value.get() == 1
    assert told == [
        "Held jobs lapse within two days: list them with `vidya jobs`.",
        "Held jobs have lapsed.",
    ]


async def _guest_who_asked(db: Connection, school_id: UUID, *, since: datetime) -> None:
    guest = await accounts.admit_guest(db, school_id=school_id, phone_hash=uuid4().bytes, now=since)
    await _asked_by(db, school_id, learner_id=None, guest_id=guest.guest_id, since=since)


async def _asked_by(
    db: Connection,
    school_id: UUID,
    *,
    learner_id: UUID | None,
    guest_id: UUID | None,
    since: datetime,
) -> None:
    question_id = uuid4()
    await db.execute(
        """
        INSERT INTO questions (school_id, question_id, learner_id, guest_id, channel, text,
                               language, grade, asked_at, status, source)
        VALUES ($1, $2, $3, $4, 'voice', 'Why is the sky blue?', 'en', 8, $5, 'handed_over', 'new')
        """,
        school_id,
        question_id,
        learner_id,
        guest_id,
        since,
    )
    await db.execute(
        "INSERT INTO handoffs (school_id, handoff_id, question_id, reason, created_at)"
        " VALUES ($1, $2, $3, '', $4)",
        school_id,
        uuid4(),
        question_id,
        since,
    )
    await _call(db, school_id, learner_id=learner_id, guest_id=guest_id, since=since)


async def _call(
    db: Connection,
    school_id: UUID,
    *,
    learner_id: UUID | None = None,
    guest_id: UUID | None = None,
    since: datetime,
) -> None:
    await db.execute(
        """
        INSERT INTO calls (school_id, call_id, provider, call_sid, learner_id, guest_id, dialogue,
                           step, response, started_at, last_at)
        VALUES ($1, $2, 'twilio', $3, $4, $5, '{}', 1, '', $6, $6)
        """,
        school_id,
        uuid4(),
        uuid4().hex,
        learner_id,
        guest_id,
        since,
    )


async def _left(database: Database, school_id: UUID) -> dict[str, int]:
    async with database.school(school_id) as db:
        row = await db.fetchrow("""
            SELECT (SELECT count(*) FROM guests) AS guests,
                   (SELECT count(*) FROM questions) AS questions,
                   (SELECT count(*) FROM handoffs) AS handoffs,
                   (SELECT count(*) FROM calls) AS calls
        """)
    assert row is not None
    return dict(row.items())
