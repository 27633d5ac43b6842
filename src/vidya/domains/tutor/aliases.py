"""Which other words lead to an answer, and which must never again."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Literal
from uuid import UUID

from vidya.core.db import Connection
from vidya.domains.curriculum.models import Scope
from vidya.domains.tutor import queries_aliases
from vidya.domains.tutor.keys import AnswerKeys

ENOUGH_SCHOOLS = 3
"""So many schools of a board must object before a wording is refused to all of them."""


async def lead_to(db: Connection, scope: Scope, keys: AnswerKeys, *, answer_id: UUID) -> None:
    """A wording that came to this answer by way of another leads there by itself from now on."""
    led_by = [answer_id, *([keys.same_question] if keys.same_question else [])]
    refused = await queries_aliases.refused_to(db, scope, wording=keys.exact, digests=led_by)
    if not refused:
        await queries_aliases.point_alias(db, scope, wording=keys.exact, answer_id=answer_id)


async def without_refused(db: Connection, scope: Scope, keys: AnswerKeys) -> AnswerKeys:
    """The keys that a new answer to this wording may be found by."""
    if keys.same_question is None:
        return keys
    refused = await queries_aliases.refused_to(
        db, scope, wording=keys.exact, digests=[keys.same_question]
    )
    return AnswerKeys(keys.exact, None) if refused else keys


async def refused(
    db: Connection, scope: Scope, *, wording: UUID, digests: Sequence[UUID]
) -> set[UUID]:
    """Which of these this wording must not be led to."""
    return await queries_aliases.refused_to(db, scope, wording=wording, digests=digests)


async def refuse(
    db: Connection,
    scope: Scope,
    *,
    wording: UUID,
    refused: Sequence[UUID],
    because: Literal["learner", "model"],
    is_shared: bool,
    question_id: UUID | None,
    now: datetime,
) -> None:
    """Never lead this wording there again: in its school at once, in its board with enough others.

    `refused` are the answer, the wording that it was written for, and the slot key that they have
    in common: the answer may be written anew, and the no stays. Safe to repeat.
    """
    await queries_aliases.insert_refusals(
        db,
        school_id=scope.school_id,
        wording=wording,
        refused=refused,
        because=because,
        question_id=question_id,
        now=now,
    )
    if is_shared:
        await queries_aliases.insert_objections(
            db,
            board=scope.board,
            wording=wording,
            refused=refused,
            witnesses=[_witness(scope.school_id, wording, each) for each in refused],
            enough=ENOUGH_SCHOOLS,
        )


def _witness(school_id: UUID, wording: UUID, refused: UUID) -> UUID:
    """The same for each no of one school to these two, and nothing by which to find the school."""
    content = school_id.bytes + wording.bytes + refused.bytes
    return UUID(bytes=blake2b(content, digest_size=16).digest())
