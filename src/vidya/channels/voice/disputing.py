"""The turn in which a caller says that an answer is not to what they asked."""

from vidya.channels.voice.answering import asker_of
from vidya.channels.voice.dialogue import At, change
from vidya.channels.voice.prompts import line, spoken
from vidya.channels.voice.reply import Listen, Reply
from vidya.channels.voice.turn import Outcome, Turn, move_to
from vidya.channels.voice.turn_taking import Move
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.models import Asked, QuestionStatus


async def not_asked(turn: Turn, _move: Move) -> Outcome:
    """Look again for just these words; or tell a teacher, where there is nothing else to say."""
    dialogue = turn.dialogue
    if dialogue.question_id is None:
        return move_to(At.listening, dialogue, line(dialogue, "teacher_first"), heard_text="")
    try:
        asked = await tutor.not_what_i_asked(
            turn.db, asker_of(turn, dialogue), question_id=dialogue.question_id, now=turn.now
        )
    except tutor.NothingToDispute:
        return move_to(At.listening, dialogue, line(dialogue, "not_asked_noted"), heard_text="")
    return _answer(turn, asked)


def _answer(turn: Turn, asked: Asked) -> Outcome:
    dialogue = change(
        turn.dialogue,
        question_id=asked.question_id,
        answer_id=asked.answer_id,
        follows_up=False,
        heard_text="",
        said=len(asked.sentences),
    )
    if asked.status is QuestionStatus.handed_over:
        key = "not_asked_guest" if dialogue.guest_id else "not_asked_teacher"
        return move_to(At.listening, dialogue, line(dialogue, key))
    said = line(dialogue, "not_asked")
    if asked.status is QuestionStatus.answered:
        return move_to(At.listening, dialogue, said, *spoken(dialogue, asked.sentences))
    dialogue = change(dialogue, at=At.waiting, asked_at=turn.now.timestamp())
    return Outcome(dialogue, Reply((said,), Listen.wait))
