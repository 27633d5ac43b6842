"""SQL of the work across schools, as vidya_across."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from vidya.core.db import Connection

_CALLS_ARE_IDENTIFIED_FOR = timedelta(days=2)


@dataclass(frozen=True)
class Held:
    count: int
    lapsing: int


async def erase_guests(db: Connection, *, now: datetime) -> None:
    """The guest, what they asked, and their calls, in one transaction."""
    due = [
        row["guest_id"]
        for row in await db.fetch("DELETE FROM guests WHERE erase_at <= $1 RETURNING guest_id", now)
    ]
    await db.execute(
        """
        DELETE FROM handoffs h USING questions q
         WHERE q.guest_id = ANY ($1) AND h.school_id = q.school_id
           AND h.question_id = q.question_id
        """,
        due,
    )
    await db.execute("DELETE FROM questions WHERE guest_id = ANY ($1)", due)
    await db.execute("DELETE FROM calls WHERE guest_id = ANY ($1)", due)
    await db.execute(
        "DELETE FROM calls WHERE learner_id IS NULL AND contact_id IS NULL AND started_at <= $1",
        now - timedelta(days=1),
    )
    await db.execute(
        "DELETE FROM identify_calls WHERE started_at <= $1", now - _CALLS_ARE_IDENTIFIED_FOR
    )


async def held_jobs(db: Connection, *, older_than: datetime) -> Held:
    row = await db.fetchrow(
        """
        SELECT count(*) AS count, count(*) FILTER (WHERE updated <= $1) AS lapsing
          FROM pgqueuer WHERE status = 'failed'
        """,
        older_than,
    )
    assert row is not None  # noqa: S101 - an aggregate always has a row
    return Held(row["count"], row["lapsing"])


async def delete_held_jobs(db: Connection, *, before: datetime) -> int:
    rows = await db.fetch(
        "DELETE FROM pgqueuer WHERE status = 'failed' AND updated <= $1 RETURNING id", before
    )
    return len(rows)


async def waiting_jobs(db: Connection) -> int:
    count: int = await db.fetchval("SELECT count(*) FROM pgqueuer WHERE status = 'queued'")
    return count
