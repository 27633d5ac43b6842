"""The jobs of the tutor: writing an answer, step by step, and telling a named adult."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import ExitStack, aclosing, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from uuid import UUID

from vidya.core import clock
from vidya.core.db import Connection, Database
from vidya.core.errors import Unavailable
from vidya.core.jobs import Job, Queue
from vidya.core.pubsub import Subscriber
from vidya.domains.ledger.models import Purpose
from vidya.domains.ledger.service import Bookkeeper, BudgetSpent
from vidya.domains.tutor import board_claims
from vidya.domains.tutor import writing as writing_rules
from vidya.domains.tutor.board_claims import WrittenElsewhere
from vidya.domains.tutor.draft import Draft
from vidya.domains.tutor.gathering import gathered
from vidya.domains.tutor.in_flight import ANSWER_JOB
from vidya.domains.tutor.jobs_grey_zone import GreyZone
from vidya.domains.tutor.models import Sentence, Writing
from vidya.domains.tutor.stages.compose import CheckFailed, NotInCurriculum, compose
from vidya.domains.tutor.stages.computed.compute import compute
from vidya.domains.tutor.stages.computed_hints import computed_hint
from vidya.domains.tutor.stages.extract import extract
from vidya.domains.tutor.stages.hints import Step
from vidya.domains.tutor.stages.rungs import rungs
from vidya.domains.tutor.writing import WriterOvertaken
from vidya.providers.llm.base import ChargedLlm, Llm, MeteredLlm
from vidya.providers.llm.receipt import Receipt

_log = logging.getLogger(__name__)
_PATIENCE = 5.0
"""Seconds to wait for another school's answer; longer than nearly every answer takes."""
_LOOK_AGAIN = 0.5
_GUIDE = "guide"
_SPOKEN = "voice"
_READ_SECONDS = 0.4
"""Between two writes, for who reads the answer."""
_HEARD_SECONDS_A_WORD = 0.3
"""A sentence is spoken for longer than that; nobody wants the next one while they hear it."""


@dataclass(frozen=True)
class AnswerWriter:
    """Writes one answer at a time: reads, lets the connection go, composes, and keeps each step."""

    database: Database
    llm: MeteredLlm | None
    lifetime: timedelta
    news: Subscriber | None = None
    """Tells when another school's answer is there; without it one looks again and again."""
    grey_zone: GreyZone | None = None
    """Only where there are vectors."""
    bookkeeper: Bookkeeper | None = None
    purpose: Purpose = Purpose.answer

    def jobs(self) -> list[Job]:
        return [Job(ANSWER_JOB, Queue.callers, self.answer_question, tries=6)]

    async def answer_question(self, *, school_id: str, answer_id: str) -> None:
        """Safe to run twice: a written answer is left alone, a torn one is gone on with."""
        begun = await self._begin(UUID(school_id), UUID(answer_id))
        if begun is None or await self._is_known_in_other_words(begun[0].writing):
            return
        draft, weights = begun
        try:
            await self._write(draft, weights)
        except WriterOvertaken:
            _log.info("An answer had two writers.", extra={"answer_id": answer_id})
        finally:
            await self._book_apart(draft)

    async def _write(self, draft: Draft, weights: Mapping[str, float]) -> None:
        """The first sentence is kept at once, the others a few at a time."""
        async with (
            aclosing(self._sentences(draft, weights)) as sentences,
            aclosing(gathered(sentences, breath=partial(_breath, draft.writing))) as batches,
        ):
            async for batch in batches:
                if batch.is_last:
                    await self._close(draft, batch.items)
                else:
                    await self._add(draft, batch.items)

    async def compose_only(
        self, writing: Writing, weights: Mapping[str, float]
    ) -> list[Sentence] | None:
        """What would be said, kept nowhere: for who compares. None when the model broke off."""
        draft = Draft(writing)
        async with self.database.school(writing.scope.school_id) as db:
            await self._see_budgets(db, draft)
        try:
            async with aclosing(self._sentences(draft, weights)) as sentences:
                composed = [sentence async for sentence in sentences]
        finally:
            await self._book_apart(draft)
        return composed if draft.keep else None

    async def book(self, draft: Draft, receipt: Receipt) -> None:
        """What a model cost that was asked about the draft, not for it."""
        if self.bookkeeper is not None:
            account = draft.account(self.purpose)
            await self.bookkeeper.book_apart(account, receipt.usages, now=clock.now())

    async def _book(self, db: Connection, draft: Draft) -> None:
        """With the end of the answer, which is one transaction less."""
        if self.bookkeeper is not None:
            account = draft.account(self.purpose)
            await self.bookkeeper.book(db, account, draft.owed, now=clock.now())

    async def _book_apart(self, draft: Draft) -> None:
        """What the end of the answer did not book, for it did not come to one."""
        if self.bookkeeper is not None and draft.owed:
            account = draft.account(self.purpose)
            await self.bookkeeper.book_apart(account, draft.owed, now=clock.now())
            draft.owed = []

    async def _is_known_in_other_words(self, writing: Writing) -> bool:
        return self.grey_zone is not None and await self.grey_zone.has_answered(writing)

    async def _begin(
        self, school_id: UUID, answer_id: UUID
    ) -> tuple[Draft, dict[str, float]] | None:
        """What to write, and from what; None when there is nothing to write any more.

        Where another school of the board has the same answer written, this one waits for it,
        and for no longer than a caller would.
        """
        deadline = asyncio.get_running_loop().time() + _PATIENCE
        while True:
            async with self.database.school(school_id) as db:
                begun = await writing_rules.begin_writing(
                    db,
                    school_id=school_id,
                    answer_id=answer_id,
                    may_wait=asyncio.get_running_loop().time() < deadline,
                    now=clock.now(),
                )
                if begun is None:
                    return None
                if not isinstance(begun, WrittenElsewhere):
                    draft = Draft(begun[0])
                    await self._see_budgets(db, draft)
                    return draft, begun[1]
            await self._wait_for(begun, deadline)

    async def _wait_for(self, elsewhere: WrittenElsewhere, deadline: float) -> None:
        """Until the other school's answer has come to its end, or patience to its own."""
        with ExitStack() as stack:
            ended = asyncio.Event()
            if self.news is not None:
                topic = board_claims.topic(elsewhere.answer_id)
                ended = stack.enter_context(self.news.subscribe(topic))
            while asyncio.get_running_loop().time() < deadline:
                async with self.database.shared() as db:
                    if not await board_claims.is_written(db, elsewhere, now=clock.now()):
                        return
                with suppress(TimeoutError):
                    await asyncio.wait_for(ended.wait(), _LOOK_AGAIN)
                ended.clear()

    async def _add(self, draft: Draft, sentences: Sequence[Sentence]) -> None:
        async with self.database.school(draft.writing.scope.school_id) as db:
            await _keep(db, draft, sentences)

    async def _close(self, draft: Draft, rest: Sequence[Sentence]) -> None:
        """The last sentences, the end of the answer and what it cost, in one transaction."""
        writing = draft.writing
        async with self.database.school(writing.scope.school_id) as db:
            if rest:
                await _keep(db, draft, rest)
            if draft.sentences or writing.said:
                await writing_rules.finish(
                    db,
                    writing,
                    draft.sentences,
                    composer=draft.composer,
                    stages=draft.stages,
                    keep=draft.keep,
                    lifetime=self.lifetime,
                    now=clock.now(),
                )
            else:
                await writing_rules.hand_over(
                    db,
                    writing,
                    reason=draft.stages[-1].outcome,
                    composer=draft.composer,
                    stages=draft.stages,
                    now=clock.now(),
                )
            # Last of all: others who book for the school wait for this row until we commit.
            await self._book(db, draft)
        draft.owed = []

    async def _sentences(
        self, draft: Draft, weights: Mapping[str, float]
    ) -> AsyncGenerator[Sentence, None]:
        """What can be computed is; else the model's sentences, or those of the passages."""
        writing = draft.writing
        if (steps := _computed(draft)) is not None:
            for sentence in steps:
                draft.sentences.append(sentence)
                yield sentence
            return
        if self.llm is not None and writing.passages and draft.may_pay:
            async with aclosing(self._by_model(self.llm, draft)) as written:
                async for sentence in written:
                    draft.sentences.append(sentence)
                    yield sentence
            if draft.settled or draft.sentences or writing.said:
                return
        for sentence in _from_passages(draft, weights):
            draft.sentences.append(sentence)
            yield sentence

    async def _see_budgets(self, db: Connection, draft: Draft) -> None:
        """Where a budget is spent the passages answer, which costs nothing."""
        if self.bookkeeper is None or self.llm is None or not draft.writing.passages:
            return
        account = draft.account(self.purpose)
        try:
            await self.bookkeeper.may_spend(db, account, now=clock.now())
        except BudgetSpent as spent:
            draft.may_pay = False
            draft.end_stage("budget", str(spent))

    async def _by_model(self, llm: MeteredLlm, draft: Draft) -> AsyncGenerator[Sentence, None]:
        """Closed with its reader, so that the model's stream ends when nobody listens."""
        receipt = Receipt()
        try:
            async with aclosing(_composed(ChargedLlm(llm, receipt), draft)) as sentences:
                async for sentence in sentences:
                    yield sentence
        finally:
            if draft.by_model and receipt.answered_by:
                draft.composer = receipt.answered_by
            draft.owed += receipt.usages


def _breath(writing: Writing, sentences: Sequence[Sentence]) -> float:
    if writing.channel != _SPOKEN:
        return _READ_SECONDS
    words = sum(len(sentence.text.split()) for sentence in sentences)
    return max(_READ_SECONDS, words * _HEARD_SECONDS_A_WORD)


async def _composed(llm: Llm, draft: Draft) -> AsyncGenerator[Sentence, None]:
    try:
        step = Step(draft.writing.step)
        async with aclosing(compose(llm, draft.writing, step=step)) as composed:
            async for sentence in composed:
                draft.note_first(llm.name)
                yield sentence
        draft.end_stage(llm.name, "whole")
    except Unavailable as failure:
        # Half an answer that was checked stands; it is not kept for others.
        draft.break_off(llm.name, f"down: {failure}", settled=False)
    except NotInCurriculum:
        draft.break_off(llm.name, "not in the curriculum", settled=True)
    except CheckFailed as failure:
        draft.break_off(llm.name, f"check failed: {failure}", settled=True)


async def _keep(db: Connection, draft: Draft, sentences: Sequence[Sentence]) -> None:
    writing = draft.writing
    await writing_rules.add_sentences(
        db,
        sentences,
        school_id=writing.scope.school_id,
        answer_id=writing.answer_id,
        position=len(writing.said) + draft.kept,
        now=clock.now(),
    )
    draft.kept += len(sentences)


def _computed(draft: Draft) -> list[Sentence] | None:
    """The steps of a sum, which rest on no passage; None where nothing is to be computed."""
    writing = draft.writing
    if writing.follow_up is not None:
        return None
    language = writing.scope.language
    found = compute(writing.question, language=language)
    if found is None:
        return None
    draft.composer = "computed"
    draft.end_stage("computed", found.kind)
    steps = found.steps
    if writing.mode == _GUIDE:
        steps = computed_hint(found, Step(writing.step), language=language)
    return [Sentence(step, ()) for step in steps if step not in writing.said]


def _from_passages(draft: Draft, weights: Mapping[str, float]) -> list[Sentence]:
    writing = draft.writing
    language, question = writing.scope.language, writing.question
    if writing.mode == _GUIDE and writing.follow_up is None:
        ladder = rungs(weights, writing.passages, language=language, question=question)
        found = list(ladder.on(Step(writing.step)))
    else:
        found = extract(
            weights,
            writing.passages,
            language=language,
            question=question,
            follow_up=writing.follow_up,
            said=writing.before,
        )
    draft.end_stage("passages", f"{len(found)} sentences")
    return [sentence for sentence in found if sentence.text not in writing.said]
