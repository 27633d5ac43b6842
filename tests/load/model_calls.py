"""The CPU of a call to a language model, 300 of them in flight: ours, and aiohttp reading alone."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import process_time

import aiohttp

from tests.load.model_server import MODEL
from vidya.core.http import open_session
from vidya.providers.llm.base import Message
from vidya.providers.llm.openai_compatible import OpenAiCompatibleLlm

IN_FLIGHT = 300
_CALLS_EACH = {0: 10, 3: 3}
_RAMP_SECONDS = 1.0
_BODY = (
    "Sound is produced by vibrating objects. When the skin of a drum is struck, it moves to and "
    "fro. The moving skin pushes the layer of air beside it, again and again. Each layer pushes "
    "the next one, until the push reaches the ear. Without air, or water, or something solid, "
    "there is nothing to push, and nothing is heard. "
) * 2
PROMPT = (
    Message("system", "You are a kind tutor on the phone with a child in class 8 in India. " * 8),
    Message(
        "user",
        "Passages:\n\n"
        + "\n\n".join(f"[{number}] Sound, How sound travels\n{_BODY}" for number in range(1, 6))
        + "\n\nQuestion: How does sound travel?",
    ),
)


@dataclass(frozen=True)
class CallCost:
    """Microseconds of CPU a call, and how many pieces of text came."""

    seconds: int
    """What the model takes; 0 is as fast as it can."""
    words_an_event: int
    pieces: float
    ours_us: float
    plain_us: float

    @property
    def name(self) -> str:
        words = "a word" if self.words_an_event == 1 else f"{self.words_an_event} words"
        return f"{words} an event, " + (f"in {self.seconds} s" if self.seconds else "at once")


async def measure(model_port: int, *, seconds: int, words_an_event: int) -> CallCost:
    """Both clients read the same stream, one after the other, on connections that are open."""
    url = f"http://127.0.0.1:{model_port}/v1"
    async with open_session() as session:
        llm = OpenAiCompatibleLlm(
            session,
            base_url=url,
            model=f"{MODEL}{words_an_event}",
            api_key="a key",
            first_token_seconds=30,
            total_seconds=60,
        )
        each = _CALLS_EACH[seconds]
        plain_us, _ = await _cost(lambda: _read_plainly(session, url, llm.name), each)
        ours_us, pieces = await _cost(lambda: _read_by_ours(llm), each)
    return CallCost(seconds, words_an_event, pieces, ours_us, plain_us)


async def _cost(call: Callable[[], Awaitable[int]], each: int) -> tuple[float, float]:
    """(microseconds a call, pieces a call); the first call on each connection is left out."""
    await asyncio.gather(*(call() for _ in range(IN_FLIGHT)))
    began = process_time()
    pieces: list[int] = []

    async def caller(number: int) -> None:
        await asyncio.sleep(_RAMP_SECONDS * number / IN_FLIGHT)
        pieces.extend([await call() for _ in range(each)])

    async with asyncio.TaskGroup() as group:
        for number in range(IN_FLIGHT):
            group.create_task(caller(number))
    calls = len(pieces)
    return (process_time() - began) / calls * 1e6, sum(pieces) / calls


async def _read_by_ours(llm: OpenAiCompatibleLlm) -> int:
    pieces = 0
    async for _ in llm.stream(PROMPT, max_tokens=500):
        pieces += 1
    return pieces


async def _read_plainly(session: aiohttp.ClientSession, url: str, model: str) -> int:
    """The same request; the bytes are read as they come and not looked at."""
    body = {
        "model": model,
        "messages": [{"role": m.role, "content": m.content} for m in PROMPT],
        "max_tokens": 500,
        "temperature": 0.2,
        "stream": True,
    }
    blocks = 0
    async with session.post(f"{url}/chat/completions", json=body) as response:
        async for _ in response.content.iter_any():
            blocks += 1
    return blocks
