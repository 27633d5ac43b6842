"""Any endpoint that speaks OpenAI's chat completions, streamed as server-sent events."""

import asyncio
from collections.abc import AsyncIterator, Sequence

import aiohttp
import msgspec

from vidya.providers.llm.base import LlmUnavailable, Message

_LONGEST_EVENT = 256 * 1024


class _Delta(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    delta: _Delta = msgspec.field(default_factory=_Delta)
    finish_reason: str | None = None


class _Chunk(msgspec.Struct):
    choices: list[_Choice] = msgspec.field(default_factory=list)


_read_chunk = msgspec.json.Decoder(_Chunk).decode


class OpenAiCompatibleLlm:
    """POST {base_url}/chat/completions with `stream: true`."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        base_url: str,
        model: str,
        api_key: str | None,
        first_token_seconds: float,
        total_seconds: float,
    ) -> None:
        self.name = model
        self._session = session
        self._url = base_url.rstrip("/") + "/chat/completions"
        self._headers = {"Accept": "text/event-stream"}
        if api_key:
            self._headers["Authorization"] = f"Bearer {api_key}"
        self._first = first_token_seconds
        self._total = total_seconds

    async def stream(self, messages: Sequence[Message], *, max_tokens: int) -> AsyncIterator[str]:
        body = {
            "model": self.name,
            "messages": [{"role": m.role, "content": m.content} for m in messages],
            "max_tokens": max_tokens,
            "temperature": 0.2,
            "stream": True,
        }
        clock = _Clock(first=self._first, total=self._total)
        try:
            async with asyncio.timeout_at(clock.deadline):
                response = await self._session.post(
                    self._url, json=body, headers=self._headers, allow_redirects=False
                )
            async with response:
                _refuse_failure(response)
                async for piece in _pieces(response, clock):
                    yield piece
        except TimeoutError as failure:
            raise LlmUnavailable("The model took too long.") from failure
        except aiohttp.ClientError as failure:
            raise LlmUnavailable("The model's line broke.") from failure


class _Clock:
    """When to give up: soon while nothing was written, later once something was.

    No timeout spans a `yield`: it would strike whoever reads the answer at that moment.
    """

    def __init__(self, *, first: float, total: float) -> None:
        begun = asyncio.get_running_loop().time()
        self.deadline = begun + first
        self._end = begun + total

    def began_to_write(self) -> None:
        self.deadline = self._end


def _refuse_failure(response: aiohttp.ClientResponse) -> None:
    if response.status != 200:
        raise LlmUnavailable(f"The model answered with status {response.status}.")
    if response.content_type != "text/event-stream":
        raise LlmUnavailable(f"The model answered {response.content_type}, not a stream.")


async def _pieces(response: aiohttp.ClientResponse, clock: _Clock) -> AsyncIterator[str]:
    """The text of each event. A stream that just ends was cut off.

    Only [DONE], or a reason for finishing, ends an answer.
    """
    finished = False
    async for event in _events(response.content, clock):
        if event == b"[DONE]":
            return
        for choice in _decode(event).choices[:1]:
            finished = finished or choice.finish_reason is not None
            if choice.delta.content:
                clock.began_to_write()
                yield choice.delta.content
    if not finished:
        raise LlmUnavailable("The model broke off in mid-sentence.")


def _decode(event: bytes) -> _Chunk:
    try:
        return _read_chunk(event)
    except (msgspec.DecodeError, UnicodeDecodeError) as failure:
        raise LlmUnavailable("The model sent what is not an answer.") from failure


async def _events(stream: aiohttp.StreamReader, clock: _Clock) -> AsyncIterator[bytes]:
    """The content of each server-sent event, comments and other fields left out."""
    buffer = b""
    while True:
        async with asyncio.timeout_at(clock.deadline):
            block = await stream.readany()
        if not block:
            return
        *lines, buffer = (buffer + block).split(b"\n")
        if len(buffer) > _LONGEST_EVENT:
            raise LlmUnavailable("The model sent an event without an end.")
        for line in lines:
            if line.startswith(b"data:"):
                yield line[5:].strip()
