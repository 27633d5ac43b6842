"""Answers by a model, sentence by sentence, each checked before it may be heard."""

import re
from collections.abc import AsyncIterator, Sequence

from vidya.core.errors import VidyaError
from vidya.core.sentences import split_sentences
from vidya.domains.curriculum.models import Passage
from vidya.domains.tutor.models import Sentence, Writing
from vidya.domains.tutor.stages.check import finding
from vidya.domains.tutor.stages.prompts import NOT_IN_CURRICULUM, answer_prompt
from vidya.providers.llm.base import Llm

_CITATION = re.compile(r"\s*\[(\d{1,2}(?:\s*,\s*\d{1,2})*)\]")
_MAX_TOKENS = 500
_MOST_SENTENCES = 6


class NotInCurriculum(VidyaError):
    """The model found no answer in the passages."""


class CheckFailed(VidyaError):
    """The model wrote what the passages do not bear out; from there on nothing is said."""


async def compose(llm: Llm, writing: Writing) -> AsyncIterator[Sentence]:
    """The sentences that passed the check, as they are written."""
    written = 0
    async for text in _sentences(llm, writing):
        if NOT_IN_CURRICULUM in text:
            raise NotInCurriculum("The passages do not answer it.")
        sentence = _cited(text, writing.passages)
        found = finding(sentence, question=writing.question, language=writing.scope.language)
        if found:
            raise CheckFailed(found)
        yield sentence
        written += 1
        if written == _MOST_SENTENCES:
            return


async def _sentences(llm: Llm, writing: Writing) -> AsyncIterator[str]:
    """Whole sentences of the stream, each with the citations that follow it."""
    pending = ""
    async for piece in llm.stream(answer_prompt(writing), max_tokens=_MAX_TOKENS):
        pending += piece
        # A citation stands behind its full stop, or before it: the sentence is whole once
        # another one has begun.
        *whole, pending = _split(pending) or [""]
        for sentence in whole:
            yield sentence
    if pending.strip():
        yield pending


def _split(text: str) -> list[str]:
    """Sentences with a citation that stands behind a full stop kept beside it."""
    joined = re.sub(r"([.!?।])((?:\s*\[[\d,\s]+\])+)", r"\2\1", text)
    return split_sentences(joined)


def _cited(text: str, passages: Sequence[Passage]) -> Sentence:
    numbers = {
        int(number) for group in _CITATION.findall(text) for number in re.findall(r"\d+", group)
    }
    cited = tuple(passages[n - 1] for n in sorted(numbers) if 1 <= n <= len(passages))
    return Sentence(_CITATION.sub("", text).strip(), cited)
