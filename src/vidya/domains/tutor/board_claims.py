"""One answer for all schools of a board that ask the same in the same moment."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection
from vidya.domains.tutor import queries_board, queries_kept
from vidya.domains.tutor.models import StageTiming, Writing
from vidya.domains.tutor.queries_answers import STALE_AFTER


@dataclass(frozen=True)
class WrittenElsewhere:
    """Another school of the board is having this answer written."""

    board: str
    answer_id: UUID
    """That school's; nothing of it but the id is known here."""


def topic(answer_id: UUID) -> str:
    """What is published under when the claim of a board's question is given up."""
    return f"claim:{answer_id}"


async def take_or_claim(
    db: Connection, writing: Writing, *, now: datetime
) -> WrittenElsewhere | UUID | None:
    """Who writes it: None, the asker's own writer; another school; or nobody any more.

    Where the board has the answer by now, those who wait are given it, and its id is returned.
    A question that the school's own text speaks of is written for the school alone, and so is
    a follow-up: neither is claimed, and neither waits.
    """
    if writing.follow_up is not None or not _on_board_alone(writing):
        return None
    scope = writing.scope
    digests, has_all = await queries_board.claim(
        db,
        school_id=scope.school_id,
        board=scope.board,
        answer_id=writing.answer_id,
        until=now + STALE_AFTER,
        now=now,
    )
    if not digests.all:
        return None
    # Looked for after the claim: that may have waited for a writer who was just sharing it.
    shared = await queries_board.find_shared(
        db, school_id=scope.school_id, board=scope.board, digests=digests, now=now
    )
    if shared is not None:
        await _give(db, writing, shared)
        return shared.answer_id
    if has_all:
        return None
    holder = await queries_board.find_holder(
        db, board=scope.board, digests=digests, answer_id=writing.answer_id
    )
    return WrittenElsewhere(scope.board, holder) if holder else None


async def is_written(db: Connection, elsewhere: WrittenElsewhere, *, now: datetime) -> bool:
    """Whether the other school's answer is being written still."""
    return await queries_board.is_claimed(
        db, board=elsewhere.board, answer_id=elsewhere.answer_id, now=now
    )


async def give_up(db: Connection, writing: Writing) -> list[str]:
    """The answer has come to its end: what to publish under for other schools that wait for it."""
    held = await queries_board.release(db, board=writing.scope.board, answer_id=writing.answer_id)
    return [topic(writing.answer_id)] if held else []


async def _give(db: Connection, writing: Writing, shared: queries_board.SharedAnswer) -> None:
    await queries_kept.drop_keys(db, school_id=writing.scope.school_id, answer_id=writing.answer_id)
    await queries_board.give_shared(
        db,
        shared,
        school_id=writing.scope.school_id,
        board=writing.scope.board,
        answer_id=writing.answer_id,
        stage=StageTiming("wait for another school", writing.waited_ms, "shared"),
    )
    await queries_board.release(db, board=writing.scope.board, answer_id=writing.answer_id)


def _on_board_alone(writing: Writing) -> bool:
    return bool(writing.passages) and all(p.board is not None for p in writing.passages)
