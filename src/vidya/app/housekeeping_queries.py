"""SQL of the work across schools, as vidya_across."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from vidya.core.db import Connection

_CALLS_ARE_IDENTIFIED_FOR = timedelta(days=2)


@dataclass(frozen=True)
class Held:
    count: int
    lapsing: int


async def erase_guests(db: Connection, *, now: datetime) -> None:
    """The guest, what they asked, the answers that served nobody else, and their calls.

    In one transaction. What is in store for others stays: it holds no word on who asked, and of
    wordings that speak of the asker the board's store holds a digest only.
    """
    due = await db.fetch(
        "DELETE FROM guests WHERE erase_at <= $1 RETURNING school_id, guest_id", now
    )
    guests = [row["school_id"] for row in due], [row["guest_id"] for row in due]
    await db.execute(
        """
        DELETE FROM handoffs h
         USING questions q, unnest($1::uuid[], $2::uuid[]) AS due (school_id, guest_id)
         WHERE q.school_id = due.school_id AND q.guest_id = due.guest_id
           AND h.school_id = q.school_id AND h.question_id = q.question_id
        """,
        *guests,
    )
    gone = await db.fetch(
        """
        DELETE FROM questions q
         USING unnest($1::uuid[], $2::uuid[]) AS due (school_id, guest_id)
         WHERE q.school_id = due.school_id AND q.guest_id = due.guest_id
        RETURNING q.school_id, q.answer_id
        """,
        *guests,
    )
    await _erase_answers(db, [(row["school_id"], row["answer_id"]) for row in gone])
    await db.execute(
        """
        DELETE FROM calls c
         USING unnest($1::uuid[], $2::uuid[]) AS due (school_id, guest_id)
         WHERE c.school_id = due.school_id AND c.guest_id = due.guest_id
        """,
        *guests,
    )
    await db.execute(
        "DELETE FROM calls WHERE learner_id IS NULL AND contact_id IS NULL AND started_at <= $1",
        now - timedelta(days=1),
    )
    await db.execute(
        "DELETE FROM identify_calls WHERE started_at <= $1", now - _CALLS_ARE_IDENTIFIED_FOR
    )


async def _erase_answers(db: Connection, answers: list[tuple[UUID, UUID | None]]) -> None:
    """Those that are not in store and that no other question got; a teacher's stays."""
    await db.execute(
        """
        DELETE FROM answers a
         USING unnest($1::uuid[], $2::uuid[]) AS due (school_id, answer_id)
         WHERE a.school_id = due.school_id AND a.answer_id = due.answer_id
           AND a.status <> 'writing' AND a.expires_at IS NULL AND a.composer <> 'teacher'
           AND NOT EXISTS (SELECT FROM questions q
                            WHERE q.school_id = a.school_id AND q.answer_id = a.answer_id)
        """,
        [school_id for school_id, _ in answers],
        [answer_id for _, answer_id in answers],
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
