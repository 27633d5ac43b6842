"""Calls that we place: back to a child whose answer took long, and to a named adult."""

from uuid import UUID

from vidya.channels.voice import queries
from vidya.channels.voice.turn import Turn
from vidya.core import jobs
from vidya.core.ids import new_id

CALL_BACK_JOB = "voice.call_back"


async def request(turn: Turn, *, phone: str, question_id: UUID) -> None:
    """Have the number called once the answer is ready. Asking twice is asking once."""
    call_back_id = new_id(turn.now)
    await queries.insert_call_back(
        turn.db,
        school_id=turn.school_id,
        call_back_id=call_back_id,
        phone_sealed=turn.keys.seal(phone, context=turn.school_id),
        question_id=question_id,
        now=turn.now,
    )
    await jobs.enqueue(
        turn.db,
        CALL_BACK_JOB,
        dedupe=str(question_id),
        school_id=str(turn.school_id),
        question_id=str(question_id),
    )
