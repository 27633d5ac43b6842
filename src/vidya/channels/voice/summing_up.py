"""The turns in which a caller hears what they asked lately."""

from itertools import groupby

from vidya.channels.voice.dialogue import At, Dialogue
from vidya.channels.voice.phrases import say, word
from vidya.channels.voice.prompts import line, question_aloud
from vidya.channels.voice.turn import Outcome, Turn, move_to
from vidya.channels.voice.turn_taking import Move
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.models import PastQuestion, QuestionStatus

_SUMMARY_LENGTH = 5


async def summary(turn: Turn, _move: Move) -> Outcome:
    """What the learner asked lately; which subject, where there are several."""
    dialogue = turn.dialogue
    assert dialogue.learner_id is not None  # noqa: S101 - a guest has no such key
    past = await tutor.recent(
        turn.db, school_id=turn.school_id, learner_id=dialogue.learner_id, limit=20
    )
    subjects = tuple(sorted({question.subject for question in past if question.subject}))
    if len(subjects) > 1:
        return move_to(At.choose_subject, dialogue, subjects=subjects)
    return _summarise(dialogue, past)


async def summary_of(turn: Turn, move: Move) -> Outcome:
    dialogue = turn.dialogue
    choice = int(move.text)
    subject = dialogue.subjects[choice - 2] if choice > 1 else None
    assert dialogue.learner_id is not None  # noqa: S101 - only learners get here
    past = await tutor.recent(
        turn.db, school_id=turn.school_id, learner_id=dialogue.learner_id, subject=subject, limit=20
    )
    return _summarise(dialogue, past)


def _summarise(dialogue: Dialogue, past: list[PastQuestion]) -> Outcome:
    """The latest questions, oldest of them first, as one would tell it."""
    told = _without_steps(past) if dialogue.school.mode == "guide" else list(reversed(past))
    told = told[-_SUMMARY_LENGTH:]
    if not told:
        return move_to(At.listening, dialogue, line(dialogue, "summary_none"))
    language = dialogue.language
    count = (
        say("summary_one", language)
        if len(told) == 1
        else say("summary_many", language, number=len(told))
    )
    lines = [line(dialogue, "summary", count=count)]
    for number, question in enumerate(told, start=1):
        lines.append(
            line(
                dialogue,
                "summary_item",
                ordinal=word("ordinals", str(number), language),
                question=question_aloud(dialogue, question.text),
            )
        )
        if question.status == QuestionStatus.handed_over:
            lines.append(line(dialogue, "summary_open"))
    return move_to(At.listening, dialogue, *lines)


def _without_steps(past: list[PastQuestion]) -> list[PastQuestion]:
    """The steps of a ladder are one question, and it stands where its last step does."""
    return [list(steps)[-1] for _, steps in groupby(reversed(past), key=_words)]


def _words(question: PastQuestion) -> str:
    return question.text.casefold()
