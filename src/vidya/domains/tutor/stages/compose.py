"""Answers by a model, sentence by sentence, each checked before it may be heard."""

import asyncio
import logging
import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace

from vidya.core.errors import VidyaError
from vidya.domains.curriculum.models import Passage
from vidya.domains.tutor.models import Sentence, Writing
from vidya.domains.tutor.stages.check import finding
from vidya.domains.tutor.stages.cutting import (
    SentenceCutter,
    SentenceWithoutEnd,
    cited_numbers,
    without_citations,
)
from vidya.domains.tutor.stages.hints import Step
from vidya.domains.tutor.stages.injected import without_instructions
from vidya.domains.tutor.stages.prompts import answer_prompt
from vidya.providers.llm.base import Llm, Message

_log = logging.getLogger(__name__)

_MAX_TOKENS = 500
_MOST_SENTENCES = 6
_LOOK_SECONDS = 0.15
"""Between two looks at what the model wrote, once there is a sentence to hear: each word by
itself would cost more than reading it."""
_NOT_IN_CURRICULUM = re.compile(r"NOT[\W_]{1,3}IN[\W_]{1,3}CURRICULUM", re.IGNORECASE)


class NotInCurriculum(VidyaError):
    """The model found no answer in the passages."""


class CheckFailed(VidyaError):
    """The model wrote what the passages do not bear out; from there on nothing is said."""


async def compose(
    llm: Llm,
    writing: Writing,
    *,
    step: Step = Step.nudge,
    attempt: str = "",
    look_seconds: float = _LOOK_SECONDS,
) -> AsyncGenerator[Sentence, None]:
    """The sentences that passed the check, as they are written; six at most.

    `step` and the child's last `attempt` count where the child is guided.
    """
    cleaned = without_instructions(writing.passages)
    if cleaned.left_out:
        _log.warning(
            "Passages try to instruct the model; those sentences are left out.",
            extra={"passages": sorted({p.passage_no for p, _ in cleaned.left_out})},
        )
    readable = replace(writing, passages=cleaned.passages)
    prompt = answer_prompt(readable, step=step, attempt=attempt)
    said = [*writing.before, *writing.said]
    written = 0
    async with aclosing(_sentences(llm, prompt, look_seconds)) as texts:
        async for text in texts:
            sentence = _checked(text, writing, read=cleaned.passages, said=said)
            if sentence.text in said:
                continue
            said.append(sentence.text)
            yield sentence
            written += 1
            if written == _MOST_SENTENCES:
                return


async def _sentences(
    llm: Llm, prompt: Sequence[Message], look_seconds: float
) -> AsyncGenerator[str, None]:
    """Each sentence of the stream, as soon as it is whole."""
    cutter = SentenceCutter()
    said_one = False
    async with aclosing(llm.stream(prompt, max_tokens=_MAX_TOKENS)) as pieces:
        async for piece in pieces:
            for text in _cut(cutter, piece):
                yield text
                said_one = True
            if said_one:
                await asyncio.sleep(look_seconds)
    for text in filter(_says_something, cutter.end()):
        yield text


def _cut(cutter: SentenceCutter, piece: str) -> list[str]:
    try:
        return list(filter(_says_something, cutter.feed(piece)))
    except SentenceWithoutEnd as failure:
        raise CheckFailed("a sentence without an end") from failure


def _says_something(text: str) -> bool:
    """False for a citation or a full stop left over."""
    return any(map(str.isalnum, without_citations(text)))


def _checked(
    text: str, writing: Writing, *, read: Sequence[Passage], said: Sequence[str]
) -> Sentence:
    """The sentence with the passages as they stand; it is held against them as they were `read`."""
    if _NOT_IN_CURRICULUM.search(text):
        raise NotInCurriculum("The passages do not answer it.")
    numbers = sorted(cited_numbers(text))
    if not all(1 <= number <= len(writing.passages) for number in numbers):
        raise CheckFailed("a citation of what does not exist")
    held_against = tuple(read[number - 1] for number in numbers)
    sentence = Sentence(without_citations(text), held_against)
    found = finding(sentence, question=writing.question, language=writing.scope.language, said=said)
    if found:
        raise CheckFailed(found)
    return replace(sentence, passages=tuple(writing.passages[number - 1] for number in numbers))
