"""SQL of calls: where each one stands and what was last said."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vidya.channels.voice.dialogue import Dialogue
from vidya.core.db import Connection, from_json, to_json


@dataclass(frozen=True)
class CallRef:
    """Which call of which school, and which of its steps."""

    school_id: UUID
    call_id: UUID
    step: int


FINAL = frozenset({"completed", "busy", "no-answer", "canceled", "failed"})
"""The states of a call after which nobody is on the line."""


@dataclass(frozen=True)
class CallRow:
    step: int
    response: str
    dialogue: Dialogue
    status: str

    @property
    def is_over(self) -> bool:
        return self.status in FINAL


@dataclass(frozen=True)
class NewCall:
    ref: CallRef
    provider: str
    call_sid: str
    contact_id: UUID | None


async def claim_call(db: Connection, call: NewCall, *, now: datetime) -> CallRef | None:
    """None when the call is ours to begin; otherwise the call that another delivery began."""
    claimed = await db.fetchval(
        """
        INSERT INTO identify_calls (provider, call_sid, school_id, call_id, started_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (provider, call_sid) DO NOTHING
        RETURNING call_id
        """,
        call.provider,
        call.call_sid,
        call.ref.school_id,
        call.ref.call_id,
        now,
    )
    if claimed is not None:
        return None
    return await find_call(db, provider=call.provider, call_sid=call.call_sid)


async def find_call(db: Connection, *, provider: str, call_sid: str) -> CallRef | None:
    row = await db.fetchrow(
        "SELECT school_id, call_id FROM identify_calls WHERE provider = $1 AND call_sid = $2",
        provider,
        call_sid,
    )
    return None if row is None else CallRef(row["school_id"], row["call_id"], 0)


async def insert_call(
    db: Connection, call: NewCall, dialogue: Dialogue, response: str, *, now: datetime
) -> None:
    await db.execute(
        """
        INSERT INTO calls (school_id, call_id, provider, call_sid, contact_id, learner_id,
                           guest_id, dialogue, step, response, started_at, last_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10, $10)
        """,
        call.ref.school_id,
        call.ref.call_id,
        call.provider,
        call.call_sid,
        call.contact_id,
        dialogue.learner_id,
        dialogue.guest_id,
        to_json(dialogue),
        response,
        now,
    )


async def lock_call(db: Connection, ref: CallRef, *, call_sid: str) -> CallRow | None:
    """The call, held until the transaction ends; None when the provider's id is another's."""
    row = await db.fetchrow(
        """
        SELECT step, response, dialogue, status FROM calls
         WHERE school_id = $1 AND call_id = $2 AND call_sid = $3 FOR UPDATE
        """,
        ref.school_id,
        ref.call_id,
        call_sid,
    )
    return None if row is None else _call(row)


async def find_call_row(db: Connection, ref: CallRef, *, call_sid: str) -> CallRow | None:
    row = await db.fetchrow(
        """
        SELECT step, response, dialogue, status FROM calls
         WHERE school_id = $1 AND call_id = $2 AND call_sid = $3
        """,
        ref.school_id,
        ref.call_id,
        call_sid,
    )
    return None if row is None else _call(row)


async def save_turn(
    db: Connection, ref: CallRef, dialogue: Dialogue, response: str, *, now: datetime
) -> None:
    await db.execute(
        """
        UPDATE calls SET dialogue = $3, step = $4, response = $5, last_at = $6,
                         learner_id = $7, guest_id = $8
         WHERE school_id = $1 AND call_id = $2
        """,
        ref.school_id,
        ref.call_id,
        to_json(dialogue),
        ref.step + 1,
        response,
        now,
        dialogue.learner_id,
        dialogue.guest_id,
    )


async def save_status(
    db: Connection, ref: CallRef, *, status: str, seconds: int | None, final: bool
) -> None:
    """A status that ends the call is never undone by one that comes late."""
    await db.execute(
        """
        UPDATE calls SET status = $3, seconds = coalesce($4, seconds)
         WHERE school_id = $1 AND call_id = $2
           AND ($5 OR status IN ('queued', 'initiated', 'ringing', 'in-progress'))
        """,
        ref.school_id,
        ref.call_id,
        status,
        seconds,
        final,
    )


async def insert_call_back(
    db: Connection,
    *,
    school_id: UUID,
    call_back_id: UUID,
    phone_sealed: bytes,
    question_id: UUID,
    now: datetime,
) -> None:
    await db.execute(
        """
        INSERT INTO call_backs (school_id, call_back_id, phone_sealed, question_id, created_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (school_id, question_id) DO NOTHING
        """,
        school_id,
        call_back_id,
        phone_sealed,
        question_id,
        now,
    )


@dataclass(frozen=True)
class DueCallBack:
    call_back_id: UUID
    phone_sealed: bytes
    promised_at: datetime
    ready: bool
    """Whether there is an answer to tell."""


async def find_call_back(
    db: Connection, *, school_id: UUID, question_id: UUID
) -> DueCallBack | None:
    row = await db.fetchrow(
        """
        SELECT b.call_back_id, b.phone_sealed, b.created_at AS promised_at, q.status <> 'waiting' AS ready
          FROM call_backs b
          JOIN questions q ON q.school_id = b.school_id AND q.question_id = b.question_id
         WHERE b.school_id = $1 AND b.question_id = $2 AND b.status = 'waiting'
        """,
        school_id,
        question_id,
    )
    return None if row is None else DueCallBack(**dict(row.items()))


async def settle_call_back(
    db: Connection,
    *,
    school_id: UUID,
    call_back_id: UUID,
    status: str,
    provider_sid: str | None,
    now: datetime,
) -> None:
    await db.execute(
        """
        UPDATE call_backs SET status = $3, provider_sid = $4, placed_at = $5
         WHERE school_id = $1 AND call_back_id = $2
        """,
        school_id,
        call_back_id,
        status,
        provider_sid,
        now,
    )


def _call(row: Any) -> CallRow:
    return CallRow(**{**row, "dialogue": from_json(row["dialogue"], Dialogue)})
