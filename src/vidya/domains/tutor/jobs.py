"""The jobs of the tutor: writing an answer, step by step, and telling a named adult."""

import logging
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import timedelta
from time import perf_counter
from uuid import UUID

from vidya.core import clock
from vidya.core.db import Database
from vidya.core.errors import Unavailable
from vidya.core.jobs import Job, Queue
from vidya.domains.tutor import writing as writing_rules
from vidya.domains.tutor.models import Sentence, StageTiming, Writing
from vidya.domains.tutor.service import ANSWER_JOB
from vidya.domains.tutor.stages.compose import CheckFailed, NotInCurriculum, compose
from vidya.domains.tutor.stages.extract import extract
from vidya.domains.tutor.writing import WriterOvertaken
from vidya.providers.llm.base import Llm

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class AnswerWriter:
    """Writes one answer at a time: reads, lets the connection go, composes, and keeps each step."""

    database: Database
    llm: Llm | None
    lifetime: timedelta

    def jobs(self) -> list[Job]:
        return [Job(ANSWER_JOB, Queue.callers, self.answer_question, tries=6)]

    async def answer_question(self, *, school_id: str, answer_id: str) -> None:
        """Safe to run twice: a written answer is left alone, a torn one is gone on with."""
        school, answer = UUID(school_id), UUID(answer_id)
        async with self.database.school(school) as db:
            begun = await writing_rules.begin_writing(
                db, school_id=school, answer_id=answer, now=clock.now()
            )
        if begun is None:
            return
        writing, weights = begun
        draft = _Draft(writing)
        try:
            async with aclosing(self._sentences(draft, weights)) as sentences:
                async for sentence in sentences:
                    await self._add(draft, sentence)
            await self._close(draft)
        except WriterOvertaken:
            _log.info("An answer had two writers.", extra={"answer_id": answer_id})

    async def _add(self, draft: "_Draft", sentence: Sentence) -> None:
        writing = draft.writing
        async with self.database.school(writing.scope.school_id) as db:
            await writing_rules.add_sentence(
                db,
                sentence,
                school_id=writing.scope.school_id,
                answer_id=writing.answer_id,
                position=len(writing.said) + len(draft.sentences),
                now=clock.now(),
            )
        draft.sentences.append(sentence)

    async def _sentences(
        self, draft: "_Draft", weights: Mapping[str, float]
    ) -> AsyncGenerator[Sentence, None]:
        """The model's sentences; where it is down or absent, those of the passages."""
        writing = draft.writing
        if self.llm is not None and writing.passages:
            async with aclosing(self._by_model(self.llm, draft)) as written:
                async for sentence in written:
                    yield sentence
            if draft.settled or draft.sentences or writing.said:
                return
        for sentence in _from_passages(draft, weights):
            yield sentence

    async def _by_model(self, llm: Llm, draft: "_Draft") -> AsyncGenerator[Sentence, None]:
        """Closed with its reader, so that the model's stream ends when nobody listens."""
        try:
            async with aclosing(compose(llm, draft.writing)) as composed:
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

    async def _close(self, draft: "_Draft") -> None:
        writing = draft.writing
        composer = self.llm.name if self.llm and draft.by_model else "passages"
        async with self.database.school(writing.scope.school_id) as db:
            if draft.sentences or writing.said:
                await writing_rules.finish(
                    db,
                    writing,
                    draft.sentences,
                    composer=composer,
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
                    composer=composer,
                    stages=draft.stages,
                    now=clock.now(),
                )


def _from_passages(draft: "_Draft", weights: Mapping[str, float]) -> list[Sentence]:
    writing = draft.writing
    found = extract(
        weights,
        writing.passages,
        language=writing.scope.language,
        question=writing.question,
        follow_up=writing.follow_up,
        said=writing.before,
    )
    draft.end_stage("passages", f"{len(found)} sentences")
    return [sentence for sentence in found if sentence.text not in writing.said]


@dataclass
class _Draft:
    """What has been written so far, and how long each stage took."""

    writing: Writing
    sentences: list[Sentence] = field(default_factory=list)
    stages: list[StageTiming] = field(default_factory=list)
    keep: bool = True
    by_model: bool = False
    settled: bool = False
    """The model had its say, and nothing else is to be tried."""
    _begun: float = field(default_factory=perf_counter)

    def __post_init__(self) -> None:
        writing = self.writing
        self.keep = not writing.said  # an answer of two halves is for those who waited
        self.stages.append(StageTiming("wait for a worker", writing.waited_ms, "taken"))
        self.stages.append(
            StageTiming("search", writing.search_ms, f"{len(writing.passages)} passages")
        )

    def note_first(self, name: str) -> None:
        """The model's first sentence is there."""
        if not self.by_model:
            self.by_model = True
            self.end_stage(f"{name}, first sentence", "passed the check")

    def break_off(self, name: str, outcome: str, *, settled: bool) -> None:
        self.keep = False
        self.settled = settled
        self.end_stage(name, outcome)

    def end_stage(self, name: str, outcome: str) -> None:
        now = perf_counter()
        self.stages.append(StageTiming(name, round((now - self._begun) * 1000, 2), outcome))
        self._begun = now
