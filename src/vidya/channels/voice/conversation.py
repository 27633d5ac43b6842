"""A call from its first ring to its end: one transaction a turn, and each turn only once."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from uuid import UUID

from vidya.channels.voice import answering, disputing, guests, menus, people, queries, summing_up
from vidya.channels.voice.dialogue import At, Dialogue, change
from vidya.channels.voice.hints import Hints
from vidya.channels.voice.queries import CallRef, CallRow
from vidya.channels.voice.reply import Heard, Reply
from vidya.channels.voice.turn import CallRules, Outcome, Turn, move_to
from vidya.channels.voice.turn_taking import Act, Move, decide
from vidya.core import clock
from vidya.core.db import Connection, Database
from vidya.core.errors import NotFound
from vidya.core.ids import made_at
from vidya.core.pubsub import Subscriber
from vidya.core.security import Keys
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.models import AnswerStatus, FollowUp
from vidya.domains.tutor.writing import topic


@dataclass(frozen=True)
class Following:
    """Where the next turn goes, and what is known of the answer that it may wait for."""

    ref: CallRef
    answer_id: UUID | None
    heard: int
    """So much news of the answer was taken account of."""


Rendered = Callable[[Reply, Following, str, str], str]
"""(reply, the turn that follows, language, hints) → the provider's document."""


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
            # Before the answer is read: news of what is read is counted once too often at most.
            news = _News(call.dialogue.answer_id, self._heard_of(call.dialogue.answer_id))
            turn = self._turn(db, ref, call, phone=phone, now=now)
            outcome = await _take(turn, heard)
            response = await self.document(db, ref, outcome, render, news)
            await queries.save_turn(db, ref, outcome.dialogue, response, now=now)
        return response

    async def wait(self, following: Following, *, call_sid: str) -> None:
        """Hold on until more of the answer is there, or for as long as a webhook may take.

        No connection is held meanwhile, and nothing is changed. News is a hint: the turn after
        this looks for itself. Where it is certain that there was none, nothing is looked up
        before.
        """
        if following.answer_id is not None and self._is_silent(following.answer_id, following):
            with self.news.subscribe(topic(following.answer_id)) as news:
                await self._wait_for(news, self._patience_unseen(following))
            return
        await self._look_and_wait(following.ref, call_sid=call_sid)

    async def _look_and_wait(self, ref: CallRef, *, call_sid: str) -> None:
        with ExitStack() as listening:
            async with self.database.school(ref.school_id) as db:
                call = await queries.find_call_row(db, ref, call_sid=call_sid)
                if call is None or call.step != ref.step or call.dialogue.answer_id is None:
                    return
                # Listen first, look then: so no sentence falls between.
                news = listening.enter_context(self.news.subscribe(topic(call.dialogue.answer_id)))
                if await _has_more(db, ref, call.dialogue):
                    return
            await self._wait_for(news, self._patience(call.dialogue, clock.now()))

    async def document(
        self,
        db: Connection,
        ref: CallRef,
        outcome: Outcome,
        render: Rendered,
        news: "_News | None" = None,
    ) -> str:
        dialogue = outcome.dialogue
        hints = await self.hints.of(db, ref.school_id, dialogue)
        is_same = news is not None and news.answer_id == dialogue.answer_id
        following = Following(
            CallRef(ref.school_id, ref.call_id, ref.step + 1),
            dialogue.answer_id,
            news.heard if news and is_same else 0,
        )
        return render(outcome.reply, following, dialogue.language, hints)

    def _heard_of(self, answer_id: UUID | None) -> int:
        return self.news.heard(topic(answer_id)) if answer_id else 0

    def _is_silent(self, answer_id: UUID, following: Following) -> bool:
        return self.news.is_silent(
            topic(answer_id), heard=following.heard, since=made_at(answer_id)
        )

    async def _wait_for(self, news: asyncio.Event, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(news.wait(), seconds)

    def _patience_unseen(self, following: Following) -> float:
        """As `_patience`, from what the address tells: without news, nothing was said yet."""
        if following.heard or following.answer_id is None:
            return self.hold_seconds
        asked_at = made_at(following.answer_id).timestamp()
        return self._patience_until(asked_at, clock.now())

    def _turn(
        self, db: Connection, ref: CallRef, call: CallRow, *, phone: str, now: datetime
    ) -> Turn:
        return Turn(
            db=db,
            keys=self.keys,
            rules=self.rules,
            school_id=ref.school_id,
            phone=phone,
            dialogue=call.dialogue,
            now=now,
            is_over=call.is_over,
        )

    def _patience(self, dialogue: Dialogue, now: datetime) -> float:
        if dialogue.said:
            return self.hold_seconds
        return self._patience_until(dialogue.asked_at, now)

    def _patience_until(self, asked_at: float, now: datetime) -> float:
        """A webhook's time; and not past the moment when a call back is offered."""
        waited = now.timestamp() - asked_at
        left = self.rules.call_back_after_seconds - waited
        return min(self.hold_seconds, left) if left > 0 else self.hold_seconds


@dataclass(frozen=True)
class _News:
    """What was heard of an answer before it was read."""

    answer_id: UUID | None
    heard: int


async def _has_more(db: Connection, ref: CallRef, dialogue: Dialogue) -> bool:
    if dialogue.question_id is None:
        return True
    progress = await tutor.progress(db, school_id=ref.school_id, question_id=dialogue.question_id)
    more = len(progress.sentences) > dialogue.said
    return more or progress.status is not AnswerStatus.writing


async def _take(turn: Turn, heard: Heard) -> Outcome:
    if turn.dialogue.at is At.ended:
        return move_to(At.ended, turn.dialogue)
    move = decide(turn.dialogue, heard, confirm_below=turn.rules.confirm_below)
    turn = replace(turn, dialogue=_counting_anew(turn.dialogue, move.act))
    return await _ACTS[move.act](turn, move)


def _counting_anew(dialogue: Dialogue, act: Act) -> Dialogue:
    """Whoever speaks sense or presses a key is there; other turns begin the keys from the first."""
    return change(
        dialogue,
        strikes=dialogue.strikes if act in _MAY_BE_NOISE else 0,
        keys_page=dialogue.keys_page if act in _TURN_A_PAGE else 0,
    )


async def _follow_up(kind: FollowUp, turn: Turn, _move: Move) -> Outcome:
    return await answering.follow_up(turn, kind)


_MAY_BE_NOISE = frozenset({Act.silence, Act.ask, Act.confirm, Act.school_code})
_TURN_A_PAGE = frozenset({Act.keys, Act.next_page, Act.silence})
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
    Act.summary: summing_up.summary,
    Act.summary_of: summing_up.summary_of,
    Act.language: menus.language,
    Act.choose_language: menus.choose_language,
    Act.teacher: answering.teacher,
    Act.not_asked: disputing.not_asked,
    Act.end: menus.end,
    Act.keys: menus.keys,
    Act.prompt_again: menus.prompt_again,
    Act.next_page: menus.next_page,
    Act.silence: menus.silence,
    Act.wrong_key: menus.wrong_key,
    Act.go_on: answering.go_on,
    Act.call_back: answering.call_back,
    Act.choose_person: people.choose_person,
    Act.pin: people.pin,
    Act.pin_unfinished: people.pin_unfinished,
    Act.choose_again: people.choose_again,
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
