"""The turns of a caller whom no school knows."""

from vidya.channels.voice.dialogue import At, Dialogue
from vidya.channels.voice.phrases import say
from vidya.channels.voice.prompts import line
from vidya.channels.voice.turn import STRIKES, Outcome, Turn, move_to
from vidya.channels.voice.turn_taking import Move
from vidya.domains.accounts import service as accounts
from vidya.domains.schools import service as schools


async def join_school(turn: Turn, _move: Move) -> Outcome:
    return move_to(At.school_code, turn.dialogue)


async def school_code(turn: Turn, move: Move) -> Outcome:
    """The digits under the school's code. Only the school's name is told, nothing else of it."""
    dialogue = turn.dialogue
    found = await schools.find_school_by_join_code(turn.db, move.text)
    if found is None:
        return _wrong_code(dialogue)
    name = await schools.public_name(turn.db, found)
    return move_to(At.joining, dialogue, join_school=found, heard_text=name)


def _wrong_code(dialogue: Dialogue) -> Outcome:
    """Twice again; codes are not to be tried one after another."""
    strikes = dialogue.strikes + 1
    if strikes >= STRIKES:
        return move_to(At.ended, dialogue, line(dialogue, "school_code_lost"))
    return move_to(At.school_code, dialogue, line(dialogue, "school_code_wrong"), strikes=strikes)


async def give_number(turn: Turn, _move: Move) -> Outcome:
    """The number is kept now, because the caller just agreed to it."""
    dialogue = turn.dialogue
    assert dialogue.join_school is not None  # noqa: S101 - a school was named before
    if not turn.phone:
        return move_to(At.ended, dialogue, line(dialogue, "guest_closed"))
    await accounts.request_to_join(
        turn.db, turn.keys, school_id=dialogue.join_school, phone=turn.phone, now=turn.now
    )
    return move_to(At.ended, dialogue, line(dialogue, "join_done"))


async def guest(turn: Turn, _move: Move) -> Outcome:
    dialogue = turn.dialogue
    if not dialogue.school.guests_allowed:
        return move_to(At.ended, dialogue, line(dialogue, "guest_closed"))
    return move_to(At.guest_class, dialogue)


async def guest_class(turn: Turn, move: Move) -> Outcome:
    """The class decides which books are read; with it the guest may ask."""
    dialogue = turn.dialogue
    admitted = await accounts.admit_guest(
        turn.db,
        school_id=turn.school_id,
        phone_hash=turn.keys.lookup_hash(turn.phone or "withheld"),
        now=turn.now,
    )
    left = dialogue.school.guest_questions - admitted.asked
    if left <= 0:
        return move_to(At.guest, dialogue, line(dialogue, "guest_quota"))
    count = (
        say("summary_one", dialogue.language)
        if left == 1
        else say("summary_many", dialogue.language, number=left)
    )
    return move_to(
        At.listening,
        dialogue,
        line(dialogue, "guest_left", count=count),
        guest_id=admitted.guest_id,
        grade=int(move.text),
    )
