"""Any endpoint that speaks OpenAI's chat completions, streamed as server-sent events."""

import asyncio
import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress

import aiohttp
import msgspec

from vidya.core import clock
from vidya.core.http import call_timeout
from vidya.providers.llm.base import LlmBusy, LlmMisasked, LlmUnavailable, Message
from vidya.providers.llm.one_call import OneCall
from vidya.providers.llm.patience import Patience
from vidya.providers.llm.receipt import Receipt
from vidya.providers.llm.retry_after import read_retry_after
from vidya.providers.llm.streamed_answer import Problem, StreamedAnswer, read_problem

_STREAM = "text/event-stream"
_TEMPERATURE = 0.2
_COUNTED = {"include_usage": True}
_THINKING_TOKENS = 2_000
"""Models that refuse `max_tokens` reason first, and count that as tokens of the answer."""
_LONGEST_PROBLEM = 64 * 1024
_FAREWELL_SECONDS = 1.0
"""For the end of a response whose answer is whole; then the next call can use its connection."""
_UNSUPPORTED = re.compile(
    r"(?:Unsupported (?:parameter|value): '|Unrecognized request argument supplied: )(\w+)"
)
_ADAPTABLE = frozenset({"max_tokens", "temperature", "reasoning_effort", "stream_options"})
_MISASKED = frozenset({400, 401, 403, 404, 405, 413, 422})
_TOO_MANY = 429
_DOWN = frozenset({500, 502, 503, 504, 529})


class OpenAiCompatibleLlm:
    """POST {base_url}/chat/completions with `stream: true`.

    Written after OpenAI's reference and what OpenAI, Groq, Gemini's compatible endpoint, DeepSeek,
    Sarvam (v1, which takes the bearer token), Ollama and vLLM are known to send.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        base_url: str,
        model: str,
        api_key: str | None,
        first_token_seconds: float,
        total_seconds: float,
        reasoning_effort: str | None = None,
        endpoint: str | None = None,
    ) -> None:
        """Gives up after `first_token_seconds` without a word, before the first or between two.

        `endpoint` is its name in the ledger and the log; the model's where it has none.

        `reasoning_effort` (`none`, `minimal`, `low`, … by model) is sent where it is given:
        Gemini's and Sarvam's models think for longer than a caller waits unless told not to.
        """
        self.name = model
        self.endpoint = endpoint or model
        self._session = session
        self._url = base_url.rstrip("/") + "/chat/completions"
        self._headers = {
            "Accept": _STREAM,
            "Accept-Encoding": "identity",  # a proxy that compresses holds the words back
            "Content-Type": "application/json",
        }
        if api_key:
            self._headers["Authorization"] = f"Bearer {api_key}"
        self._silence = first_token_seconds
        self._timeout = call_timeout(total=total_seconds)
        self._effort = reasoning_effort
        self._unsupported: frozenset[str] = frozenset()
        """Parameters that this model refused: they are not sent again."""

    async def stream(
        self, messages: Sequence[Message], *, max_tokens: int, receipt: Receipt | None = None
    ) -> AsyncGenerator[str, None]:
        """The answer in pieces of about a word; LlmUnavailable when it is late or breaks off."""
        call = OneCall(messages, receipt, endpoint=self.endpoint, model=self.name)
        answer = call.answer
        deadline = asyncio.get_running_loop().time() + self._silence
        with call:
            async with asyncio.timeout_at(deadline):
                response = await self._ask(messages, max_tokens, call)
            async with response:
                # No timeout spans a `yield`: it would strike whoever reads the answer then.
                async with asyncio.timeout_at(deadline):
                    text = await _first_words(response, answer)
                with Patience(response, seconds=self._silence) as patience:
                    call.patience = patience
                    while not (answer.has_ended or answer.is_finished):
                        if text:
                            yield text
                        text = answer.feed(await patience.next_block())
                if text:
                    yield text
                if text := await _last_words(response, answer):
                    yield text
        call.must_be_whole()

    async def _ask(
        self, messages: Sequence[Message], max_tokens: int, call: OneCall
    ) -> aiohttp.ClientResponse:
        """The response that streams; a parameter that this model does not know is left out."""
        while True:
            sent = self._parameters(max_tokens)
            call.is_taken = True  # one that is silent from here on may have read the question
            try:
                response = await self._post(messages, sent)
            except (aiohttp.ClientError, OSError):
                call.is_taken = False
                raise
            call.is_taken = response.status == 200 and response.content_type == _STREAM
            if response.status == 200:
                return response
            problem = await _read_refusal(response)
            refused = _unsupported(problem)
            if refused not in sent or refused not in _ADAPTABLE:
                raise _refusal(response, problem)
            self._unsupported |= {refused}

    async def _post(
        self, messages: Sequence[Message], parameters: dict[str, object]
    ) -> aiohttp.ClientResponse:
        body = {
            "model": self.name,
            "messages": [{"role": m.role, "content": m.content} for m in messages],
            "stream": True,
            **parameters,
        }
        content = msgspec.json.encode(body)
        try:
            return await self._send(content)
        except aiohttp.ClientConnectorError:
            raise
        except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):
            # The server closed a kept connection at this very moment. Asking twice is safe.
            return await self._send(content)

    async def _send(self, content: bytes) -> aiohttp.ClientResponse:
        return await self._session.post(
            self._url,
            data=content,
            headers=self._headers,
            timeout=self._timeout,
            allow_redirects=False,  # the key is for this address alone
        )

    def _parameters(self, max_tokens: int) -> dict[str, object]:
        parameters: dict[str, object] = {
            "max_tokens": max_tokens,
            "temperature": _TEMPERATURE,
            "stream_options": _COUNTED,
        }
        if self._effort is not None:
            parameters["reasoning_effort"] = self._effort
        if "max_tokens" in self._unsupported:
            parameters["max_completion_tokens"] = max_tokens + _THINKING_TOKENS
        return {name: v for name, v in parameters.items() if name not in self._unsupported}


async def _first_words(response: aiohttp.ClientResponse, answer: StreamedAnswer) -> str:
    if response.content_type != _STREAM:
        raise LlmUnavailable(f"The model answered {response.content_type}, not a stream.")
    text = ""
    while not (text or answer.has_ended or answer.is_finished):
        text = answer.feed(await response.content.readany())
    return text


async def _last_words(response: aiohttp.ClientResponse, answer: StreamedAnswer) -> str:
    """What comes once the model is done: counts, [DONE], hardly ever a word.

    Read to the end, the connection serves the next call. An answer that is whole stands, even
    where the server does not end it.
    """
    text = ""
    with suppress(TimeoutError, aiohttp.ClientError):
        async with asyncio.timeout(_FAREWELL_SECONDS):
            while answer.is_finished and (block := await response.content.readany()):
                text += answer.feed(block)
    return text + answer.feed(b"")


async def _read_refusal(response: aiohttp.ClientResponse) -> Problem:
    body = bytearray()
    async with response:
        while len(body) < _LONGEST_PROBLEM and (block := await response.content.readany()):
            body += block
    if b"stream_options" in body:  # said in many forms; an answer does not need them
        return Problem(code="unsupported_parameter", param="stream_options")
    try:
        return read_problem(_read_failure(body).error)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Problem()


class _Failure(msgspec.Struct):
    error: object = None


_read_failure = msgspec.json.Decoder(_Failure).decode


def _unsupported(problem: Problem) -> str | None:
    """The parameter that the model does not know, if that is the problem."""
    if isinstance(problem.code, str) and problem.code.startswith("unsupported"):
        return str(problem.param)
    named = _UNSUPPORTED.match(str(problem.message))
    return named[1] if named else None


def _refusal(response: aiohttp.ClientResponse, problem: Problem) -> LlmUnavailable:
    name = f", {problem.name}" if problem.name else ""
    told = f"The model answered with status {response.status}{name}"
    rests = read_retry_after(response.headers, now=clock.now())
    if response.status == _TOO_MANY or (response.status in _DOWN and rests is not None):
        again = f", to be asked again in {rests:.0f} s" if rests is not None else ""
        return LlmBusy(f"{told}{again}.", rests_for=rests)
    kind = LlmMisasked if response.status in _MISASKED else LlmUnavailable
    return kind(f"{told}.")
