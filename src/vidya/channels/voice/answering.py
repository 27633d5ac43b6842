"""The turns in which a question is asked, waited for, answered, and gone into."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial

from vidya.channels.voice import calling_back
from vidya.channels.voice.dialogue import At, Dialogue, change
from vidya.channels.voice.prompts import after_answer, line, prompt, spoken
from vidya.channels.voice.reply import Line, Listen, Reply
from vidya.channels.voice.turn import STRIKES, Outcome, Turn, move_to
from vidya.channels.voice.turn_taking import Act, Move, language_of
from vidya.domains.accounts import service as accounts
from vidya.domains.curriculum.models import Scope
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.guardrails import clip, in_distress
from vidya.domains.tutor.models import (
    AnswerStatus,
    Asked,
    Asker,
    FollowUp,
    NewQuestion,
    PastQuestion,
    Progress,
    QuestionStatus,
    Source,
    mode_on,
)
from vidya.domains.tutor.turns import (
    FollowUpKind,
    Heard,
    Ladder,
    Standalone,
    Step,
    climb,
    may_lean,
    short_for,
    stuck,
)

CHANNEL = "voice"


async def ask(turn: Turn, move: Move) -> Outcome:
    """Answer from the store in this very response, or say a filler and have it written.

    What leans on the answer before it ("why?", "an example", "and in plants?") is put so that
    it stands alone.
    """
    if (climbed := await _climbed(turn, move.text)) is not None:
        return await _on_the_ladder(turn, climbed)
    meant = await _meant(turn, move.text)
    if meant is not None and meant.kind in _MORE_OF_IT:
        return await _MORE_OF_IT[meant.kind](turn)
    dialogue = change(_in_language_of(turn.dialogue, move.text), step=1, attempts=0, stuck=0)
    text = clip(meant.question if meant else move.text)
    if not in_distress(text) and await _guest_has_asked_enough(turn):
        return move_to(At.guest, dialogue, line(dialogue, "guest_quota"), heard_text="")
    asked = await _ask(turn, dialogue, NewQuestion(text, CHANNEL))
    if asked.status is QuestionStatus.refused:
        return _refused(dialogue, asked)
    dialogue = change(
        dialogue,
        at=At.listening,
        question_id=asked.question_id,
        answer_id=asked.answer_id,
        question_text=text,
        follows_up=False,
        heard_text="",
        strikes=0,
    )
    return _answered(turn, dialogue, asked)


async def follow_up(turn: Turn, kind: FollowUp) -> Outcome:
    """More about the answer just heard."""
    dialogue = turn.dialogue
    if dialogue.question_id is None:
        return move_to(At.listening, dialogue, line(dialogue, "nothing_to_repeat"))
    if kind is FollowUp.detail and _is_guided(dialogue):
        return await _on_the_ladder(turn, stuck(_ladder(dialogue)))
    question = NewQuestion(dialogue.question_text, CHANNEL, kind, dialogue.question_id)
    asked = await _ask(turn, dialogue, question)
    if asked.status is QuestionStatus.refused:
        return _refused(dialogue, asked)
    changed = change(
        dialogue,
        at=At.listening,
        question_id=asked.question_id,
        answer_id=asked.answer_id,
        follows_up=True,
    )
    return _answered(turn, changed, asked)


async def _climbed(turn: Turn, text: str) -> Ladder | None:
    """Where a guided learner stands after these words; None for a question of another kind."""
    dialogue = turn.dialogue
    if not _is_guided(dialogue) or in_distress(text):
        return None
    past = await _current(turn)
    return None if past is None else climb(_ladder(dialogue), text, after=_heard(dialogue, past))


async def _on_the_ladder(turn: Turn, ladder: Ladder) -> Outcome:
    """The next step of the same question; the same one again where nothing was tried."""
    dialogue = change(
        turn.dialogue, attempts=ladder.attempts, stuck=ladder.stuck, step=int(ladder.step)
    )
    if ladder.step == turn.dialogue.step:
        return await repeat(replace(turn, dialogue=dialogue), Move(Act.repeat))
    asked = await _ask(turn, dialogue, NewQuestion(dialogue.question_text, CHANNEL))
    if asked.status is QuestionStatus.refused:
        return _refused(dialogue, asked)
    dialogue = change(
        dialogue, at=At.listening, question_id=asked.question_id, answer_id=asked.answer_id
    )
    return _answered(turn, dialogue, asked)


async def go_on(turn: Turn, _move: Move) -> Outcome:
    """Say what has been written since; when nothing was for long, offer to call back."""
    dialogue = turn.dialogue
    if dialogue.question_id is None:
        return move_to(At.listening, dialogue)
    progress = await tutor.progress(
        turn.db,
        school_id=turn.school_id,
        question_id=dialogue.question_id,
        hear=not turn.is_over,
    )
    new = progress.sentences[dialogue.said :]
    dialogue = change(dialogue, said=len(progress.sentences))
    if progress.status is AnswerStatus.writing:
        return _still_writing(turn, dialogue, spoken(dialogue, new))
    return _written(dialogue, progress, spoken(dialogue, new))


async def repeat(turn: Turn, _move: Move) -> Outcome:
    past = await _current(turn)
    if past is None or not past.sentences:
        return move_to(At.listening, turn.dialogue, line(turn.dialogue, "nothing_to_repeat"))
    return await _say_whole(turn, past)


async def slower(turn: Turn, _move: Move) -> Outcome:
    dialogue = change(turn.dialogue, slower=True)
    past = await _current(turn)
    if past is None or not past.sentences:
        return move_to(At.listening, dialogue, line(dialogue, "slower"))
    return await _say_whole(replace(turn, dialogue=dialogue), past, line(dialogue, "slower"))


async def hear_unheard(turn: Turn, _move: Move) -> Outcome:
    """The answer that came when the learner had gone."""
    past = await _current(turn)
    if past is None:
        return move_to(At.listening, turn.dialogue)
    return await _say_whole(turn, past)


async def _say_whole(turn: Turn, past: PastQuestion, *before: Line) -> Outcome:
    """The answer from its beginning; from now on it counts as heard."""
    await _mark_heard(turn, past)
    dialogue = change(turn.dialogue, at=At.listening, said=len(past.sentences))
    return Outcome(dialogue, after_answer(dialogue, [*before, *spoken(dialogue, past.sentences)]))


async def _mark_heard(turn: Turn, past: PastQuestion) -> None:
    if turn.is_over:
        return
    await tutor.mark_heard(
        turn.db,
        school_id=turn.school_id,
        question_id=past.question_id,
        heard=len(past.sentences),
    )


async def next_question(turn: Turn, _move: Move) -> Outcome:
    """An answer that was offered and not wanted is not offered again."""
    dialogue = turn.dialogue
    if dialogue.at is At.unheard and dialogue.question_id:
        past = await _current(turn)
        if past is not None:
            await _mark_heard(turn, past)
    dialogue = change(dialogue, at=At.listening, question_id=None, answer_id=None, said=0)
    return Outcome(dialogue, Reply((line(dialogue, "next_question"),), Listen.speech))


async def teacher(turn: Turn, _move: Move) -> Outcome:
    dialogue = turn.dialogue
    if dialogue.question_id is None:
        return move_to(At.listening, dialogue, line(dialogue, "teacher_first"))
    await tutor.ask_teacher(
        turn.db,
        school_id=turn.school_id,
        question_id=dialogue.question_id,
        reason="the learner asked for a teacher",
        now=turn.now,
    )
    return move_to(At.listening, dialogue, line(dialogue, "teacher"))


async def call_back(turn: Turn, _move: Move) -> Outcome:
    """Asked for by key; the answer waits in the thread anyway."""
    dialogue = turn.dialogue
    assert dialogue.question_id is not None  # noqa: S101 - it is offered for a question
    if not turn.phone:
        return move_to(At.ended, dialogue, line(dialogue, "call_back_not_possible"))
    await calling_back.request(turn, phone=turn.phone, question_id=dialogue.question_id)
    return move_to(At.ended, dialogue, line(dialogue, "call_back_promised"))


def asker_of(turn: Turn, dialogue: Dialogue) -> Asker:
    school = dialogue.school
    return Asker(
        scope=Scope(turn.school_id, school.board, dialogue.grade, dialogue.language),
        mode=mode_on(school.mode, dialogue.step),
        learner_id=dialogue.learner_id,
        guest_id=dialogue.guest_id,
        time_zone=school.time_zone,
    )


async def _ask(turn: Turn, dialogue: Dialogue, question: NewQuestion) -> Asked:
    asker = asker_of(turn, dialogue)
    return await tutor.ask(
        turn.db,
        asker,
        question,
        questions_a_day=turn.rules.questions_a_day,
        shadow_share=turn.rules.shadow_share,
        now=turn.now,
    )


def _answered(turn: Turn, dialogue: Dialogue, asked: Asked) -> Outcome:
    if asked.status is QuestionStatus.answered:
        dialogue = change(dialogue, said=len(asked.sentences))
        return Outcome(dialogue, after_answer(dialogue, spoken(dialogue, asked.sentences)))
    dialogue = change(dialogue, at=At.waiting, said=0, asked_at=turn.now.timestamp())
    return Outcome(dialogue, Reply((line(dialogue, "filler"),), Listen.wait))


def _refused(dialogue: Dialogue, asked: Asked) -> Outcome:
    key = {Source.safety: "safety", Source.quota: "quota"}.get(asked.source)
    if key is not None:
        return move_to(At.listening, dialogue, line(dialogue, key), heard_text="", strikes=0)
    strikes = dialogue.strikes + 1
    if strikes >= STRIKES:
        return move_to(At.ended, dialogue, line(dialogue, "goodbye_silence"))
    said = line(dialogue, "unclear")
    return move_to(At.listening, dialogue, said, strikes=strikes, heard_text="")


def _still_writing(turn: Turn, dialogue: Dialogue, lines: list[Line]) -> Outcome:
    if lines:
        return Outcome(dialogue, Reply(tuple(lines), Listen.wait, slower=dialogue.slower))
    now = turn.now.timestamp()
    is_long = now - dialogue.asked_at >= turn.rules.call_back_after_seconds
    is_news = is_long and dialogue.at is At.waiting
    if is_news and _may_be_called_back(turn):
        return move_to(At.call_back, dialogue)
    key = "long_wait" if is_news and dialogue.learner_id else "still_looking"
    # Who waits on is told so again only after as long as the first time.
    asked_at = now if is_long else dialogue.asked_at
    dialogue = change(dialogue, at=At.waiting, asked_at=asked_at)
    return Outcome(dialogue, Reply((line(dialogue, key),), Listen.wait))


def _may_be_called_back(turn: Turn) -> bool:
    """A call is offered only where it can be placed; of a guest no number is kept for it."""
    return turn.rules.can_call_back and bool(turn.phone) and turn.dialogue.guest_id is None


def _written(dialogue: Dialogue, progress: Progress, lines: list[Line]) -> Outcome:
    dialogue = change(dialogue, at=At.listening)
    if progress.status is AnswerStatus.ready:
        return Outcome(dialogue, after_answer(dialogue, lines))
    key = "no_more" if dialogue.follows_up else "no_answer"
    said = line(dialogue, "no_answer_guest" if dialogue.guest_id else key)
    return Outcome(dialogue, prompt(dialogue, *lines, said))


async def _meant(turn: Turn, text: str) -> Standalone | None:
    """The question that these words are short for; None where they stand alone, or no rule knows."""
    dialogue = turn.dialogue
    if dialogue.question_id is None or not may_lean(text):
        return None
    past = await _current(turn)
    found = short_for(text, after=_heard(dialogue, past)) if past else None
    if found is None or found.kind not in (_ANOTHER if dialogue.guest_id else _ANSWERED):
        return None
    return found


def _is_guided(dialogue: Dialogue) -> bool:
    """Whether the caller is on the ladder of a question."""
    is_on_it = dialogue.question_id is not None and not dialogue.follows_up
    return dialogue.school.mode == "guide" and is_on_it


def _ladder(dialogue: Dialogue) -> Ladder:
    return Ladder(Step(dialogue.step), dialogue.attempts, dialogue.stuck)


def _heard(dialogue: Dialogue, past: PastQuestion) -> Heard:
    return Heard(past.text, past.sentences, dialogue.language)


async def _current(turn: Turn) -> PastQuestion | None:
    if turn.dialogue.question_id is None:
        return None
    return await tutor.find_past(
        turn.db, school_id=turn.school_id, question_id=turn.dialogue.question_id
    )


async def _guest_has_asked_enough(turn: Turn) -> bool:
    dialogue = turn.dialogue
    if dialogue.guest_id is None:
        return False
    asked = await accounts.get_guest_count(
        turn.db, school_id=turn.school_id, guest_id=dialogue.guest_id
    )
    return asked >= dialogue.school.guest_questions


def _in_language_of(dialogue: Dialogue, text: str) -> Dialogue:
    """Who asks in Devanagari is answered in Hindi; Latin letters may be either."""
    language = language_of(text)
    if language == dialogue.language or language == "en":
        return dialogue
    return change(dialogue, language=language)


_ANOTHER = frozenset({FollowUpKind.why, FollowUpKind.about, FollowUpKind.instead})
_MORE_OF_IT: Mapping[FollowUpKind, Callable[[Turn], Awaitable[Outcome]]] = {
    FollowUpKind.example: partial(follow_up, kind=FollowUp.example),
    FollowUpKind.more: partial(follow_up, kind=FollowUp.detail),
    FollowUpKind.repeat: partial(repeat, _move=Move(Act.repeat)),
}
_ANSWERED = _ANOTHER | frozenset(_MORE_OF_IT)
"""Translating and shortening are not among them yet: such words are taken as they are."""
