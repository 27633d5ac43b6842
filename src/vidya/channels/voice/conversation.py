"""A call from its first ring to its end: one transaction a turn, and each turn only once."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from vidya.channels.voice import answering, guests, menus, people, queries
from vidya.channels.voice.dialogue import At, Dialogue
from vidya.channels.voice.hints import Hints
from vidya.channels.voice.prompts import line
from vidya.channels.voice.queries import CallRef, CallRow
from vidya.channels.voice.reply import Heard, Reply
from vidya.channels.voice.turn import CallRules, Outcome, Turn, move_to
from vidya.channels.voice.turn_taking import Act, Move, decide
from vidya.core import clock
from vidya.core.db import Connection, Database
from vidya.core.errors import NotFound
from vidya.core.pubsub import Subscriber
from vidya.core.security import Keys
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.models import AnswerStatus, FollowUp
from vidya.domains.tutor.writing import topic

Rendered = Callable[[Reply, CallRef, str, str], str]
"""(reply, where the next turn goes, language, hints) → the provider's document."""


class CallNotFound(NotFound): ...


@dataclass(frozen=True)
class Conversation:
    """The dialogue of the tutor on the phone, whichever provider carries it."""

    database: Database
    keys: Keys
    rules: CallRules
    news: Subscriber
    hints: Hints
    hold_seconds: float

    async def take_turn(
        self, ref: CallRef, heard: Heard, *, call_sid: str, phone: str, render: Rendered
    ) -> str:
        """The document for this step of the call.

        A step that was taken already is not taken again: its document is given once more, so
        that a redelivered webhook, or fifty at once, have one effect.
        """
        now = clock.now()
        async with self.database.school(ref.school_id) as db:
            call = await queries.lock_call(db, ref, call_sid=call_sid)
            if call is None:
                raise CallNotFound("There is no such call.")
            if call.step != ref.step:
                return call.response
            turn = Turn(db, self.keys, self.rules, ref.school_id, phone, call.dialogue, now)
            outcome = await _take(turn, heard)
            response = await self.document(db, ref, outcome, render)
            await queries.save_turn(db, ref, outcome.dialogue, response, now=now)
        return response

    async def wait(self, ref: CallRef) -> None:
        """Hold on until more of the answer is there, or for as long as a webhook may take.

        No connection is held meanwhile, and nothing is changed.
        """
        call = await self._read(ref)
        if call is None or call.step != ref.step or call.dialogue.answer_id is None:
            return
        with self.news.subscribe(topic(call.dialogue.answer_id)) as news:
            deadline = asyncio.get_running_loop().time() + self._patience(
                call.dialogue, clock.now()
            )
            while not await self._has_more(ref, call.dialogue):
                try:
                    async with asyncio.timeout_at(deadline):
                        await news.wait()
                except TimeoutError:
                    return
                news.clear()

    async def document(
        self, db: Connection, ref: CallRef, outcome: Outcome, render: Rendered
    ) -> str:
        dialogue = outcome.dialogue
        hints = await self.hints.of(db, ref.school_id, dialogue)
        following = CallRef(ref.school_id, ref.call_id, ref.step + 1)
        return render(outcome.reply, following, dialogue.language, hints)

    def _patience(self, dialogue: Dialogue, now: datetime) -> float:
        """A webhook's time; and not past the moment when a call back is offered."""
        if dialogue.said:
            return self.hold_seconds
        waited = now.timestamp() - dialogue.asked_at
        left = self.rules.call_back_after_seconds - waited
        return min(self.hold_seconds, left) if left > 0 else self.hold_seconds

    async def _read(self, ref: CallRef) -> CallRow | None:
        async with self.database.school(ref.school_id) as db:
            return await queries.find_call_row(db, ref)

    async def _has_more(self, ref: CallRef, dialogue: Dialogue) -> bool:
        if dialogue.question_id is None:
            return True
        async with self.database.school(ref.school_id) as db:
            progress = await tutor.progress(
                db, school_id=ref.school_id, question_id=dialogue.question_id
            )
        more = len(progress.sentences) > dialogue.said
        return more or progress.status is not AnswerStatus.writing


async def _take(turn: Turn, heard: Heard) -> Outcome:
    if turn.dialogue.at is At.ended:
        return move_to(At.ended, turn.dialogue)
    move = decide(turn.dialogue, heard, confirm_below=turn.rules.confirm_below)
    if turn.dialogue.guest_id and move.act in _LEARNERS_ONLY:
        return move_to(turn.dialogue.at, turn.dialogue, line(turn.dialogue, "wrong_key"))
    return await _ACTS[move.act](turn, move)


async def _follow_up(kind: FollowUp, turn: Turn, _move: Move) -> Outcome:
    return await answering.follow_up(turn, kind)


_LEARNERS_ONLY = frozenset({Act.summary, Act.teacher, Act.detail, Act.example})
_ACTS: Mapping[Act, Callable[[Turn, Move], Awaitable[Outcome]]] = {
    Act.ask: answering.ask,
    Act.confirm: menus.confirm,
    Act.say_again: menus.say_again,
    Act.foreign_language: menus.foreign_language,
    Act.repeat: answering.repeat,
    Act.slower: answering.slower,
    Act.detail: partial(_follow_up, FollowUp.detail),
    Act.example: partial(_follow_up, FollowUp.example),
    Act.next_question: answering.next_question,
    Act.summary: answering.summary,
    Act.summary_of: answering.summary_of,
    Act.language: menus.language,
    Act.choose_language: menus.choose_language,
    Act.teacher: answering.teacher,
    Act.end: menus.end,
    Act.keys: menus.keys,
    Act.prompt_again: menus.prompt_again,
    Act.silence: menus.silence,
    Act.wrong_key: menus.wrong_key,
    Act.go_on: answering.go_on,
    Act.call_back: answering.call_back,
    Act.choose_person: people.choose_person,
    Act.pin: people.pin,
    Act.agree: people.agree,
    Act.decline: people.decline,
    Act.hear_unheard: answering.hear_unheard,
    Act.children_asked: people.children_asked,
    Act.guardian_consent: people.guardian_consent,
    Act.withdraw: people.withdraw,
    Act.back: people.back,
    Act.join_school: guests.join_school,
    Act.guest: guests.guest,
    Act.guest_class: guests.guest_class,
    Act.school_code: guests.school_code,
    Act.give_number: guests.give_number,
}
