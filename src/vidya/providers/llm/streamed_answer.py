"""A streamed chat completion, read block by block: its text, and whether it is whole."""

import re
from typing import Annotated

import msgspec

from vidya.providers.llm.base import LlmRefused, LlmUnavailable
from vidya.providers.llm.events import EventReader
from vidya.providers.llm.thoughts import ThoughtsLeftOut

_LONGEST = 4 * 1024 * 1024
"""Bytes of a stream. Five hundred tokens take 150 KB; what is far more was not asked for."""
_MOST_TOKENS = 10**9
"""In one call; a count beyond that is none."""
_NOT_WHOLE = {
    "length": "The model ran out of tokens in mid-sentence.",
    "insufficient_system_resource": "The model broke off for want of resources.",
    "abort": "The model broke off.",
    "error": "The model broke off.",
}
_CODE = re.compile(r"[A-Za-z_]{3,40}")


class _Delta(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct):
    delta: _Delta | None = None
    finish_reason: str | None = None


class _Chunk(msgspec.Struct):
    """Of OpenAI's `chat.completion.chunk`, what we read.

    The last one may have no choices, or null, and only count the tokens (vLLM, `include_usage`).
    """

    choices: list[_Choice] | None = None
    usage: object = None
    error: object = None


class Counts(msgspec.Struct):
    """Of OpenAI's `usage` object, what is paid for."""

    prompt_tokens: Annotated[int, msgspec.Meta(ge=0, le=_MOST_TOKENS)]
    completion_tokens: Annotated[int, msgspec.Meta(ge=0, le=_MOST_TOKENS)]
    total_tokens: Annotated[int, msgspec.Meta(ge=0, le=_MOST_TOKENS)] | None = None

    @property
    def output_tokens(self) -> int:
        """What was thought is paid for too; some leave it out of the completion alone."""
        return max(self.completion_tokens, (self.total_tokens or 0) - self.prompt_tokens)


class Problem(msgspec.Struct):
    """Of OpenAI's error object, what may be told: the message can hold a part of the key."""

    code: object = None
    type: object = None
    status: object = None
    param: object = None
    message: object = None

    @property
    def name(self) -> str | None:
        """Such as `insufficient_quota`; None where there is nothing of that form."""
        for name in (self.code, self.type, self.status):
            if isinstance(name, str) and _CODE.fullmatch(name):
                return name
        return None


_read_chunk = msgspec.json.Decoder(_Chunk).decode


class StreamedAnswer:
    """Takes the blocks of a response as they come; an empty one says that there are no more."""

    def __init__(self) -> None:
        self.has_ended = False
        self.is_finished = False
        """The model said that it is done; what may still come are counts."""
        self._events = EventReader()
        self._thoughts = ThoughtsLeftOut()
        self.said: list[str] = []
        """All that was written, thoughts among it, for who has to count it."""
        self._usage: object = None
        self._received = 0
        self.wrote = False
        self._broke: LlmUnavailable | None = None

    def feed(self, block: bytes) -> str:
        """The text in this block. What breaks the answer is kept for `must_be_whole`."""
        if self.has_ended:
            return ""
        pieces: list[str] = []
        try:
            self._count(block)
            for event in self._events.feed(block):
                if event == b"[DONE]":
                    self.is_finished = self.has_ended = True
                    break
                self._take(event, pieces)
        except LlmUnavailable as broke:
            self._broke = broke
            self.has_ended = True
        self.said += pieces
        text = self._thoughts.feed("".join(pieces))
        if self.has_ended and self._broke is None:
            text += self._thoughts.rest()
        self.wrote = self.wrote or bool(text)
        return text

    def counts(self) -> Counts | None:
        """What the endpoint counted; None where it did not, or in a form that is unknown."""
        try:
            return msgspec.convert(self._usage, Counts)
        except msgspec.ValidationError:
            return None

    @property
    def is_whole(self) -> bool:
        return self.is_finished and self.wrote and self._broke is None

    def must_be_whole(self) -> None:
        """LlmUnavailable when the answer broke off, was refused, or is empty."""
        if self._broke is not None:
            raise self._broke
        if not self.is_finished:
            raise LlmUnavailable("The model broke off in mid-sentence.")
        if not self.wrote:
            raise LlmUnavailable("The model wrote nothing.")

    def _count(self, block: bytes) -> None:
        self.has_ended = not block
        self._received += len(block)
        if self._received > _LONGEST:
            raise LlmUnavailable("The model wrote far more than it was asked for.")

    def _take(self, event: bytes, pieces: list[str]) -> None:
        chunk = _decode(event)
        if chunk.error is not None:
            name = read_problem(chunk.error).name
            raise LlmUnavailable(f"The model reported an error: {name or 'unnamed'}.")
        if chunk.usage is not None:  # Gemini and Groq count with more chunks than the last
            self._usage = chunk.usage
        for choice in (chunk.choices or ())[:1]:
            if choice.delta is not None:
                if choice.delta.refusal:
                    raise LlmRefused("The model refused.")
                pieces.append(choice.delta.content or "")
            if choice.finish_reason:  # Ollama once sent "" with every chunk
                self._finish(choice.finish_reason)

    def _finish(self, reason: str) -> None:
        if reason == "content_filter":
            raise LlmRefused("The model refused.")
        if reason in _NOT_WHOLE:
            raise LlmUnavailable(_NOT_WHOLE[reason])
        self.is_finished = True


def read_problem(error: object) -> Problem:
    """The problem in an error object; an empty one where it has another form."""
    try:
        return msgspec.convert(error, Problem)
    except msgspec.ValidationError:
        return Problem()


def _decode(event: bytes) -> _Chunk:
    try:
        return _read_chunk(event)
    except (msgspec.DecodeError, UnicodeDecodeError) as failure:
        raise LlmUnavailable("The model sent what is not an answer.") from failure
