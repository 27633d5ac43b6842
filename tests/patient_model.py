"""A language model over a real socket that answers from its passages, when the test lets it."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import msgspec
import pytest
from aiohttp import web

from tests.providers.llm_wire import DONE, begin, event
from tests.running import Running
from vidya.core.sentences import split_sentences

_PASSAGE = re.compile(r"^\[1\] [^\n]*\n(.+?)$", re.MULTILINE)
_QUESTION = re.compile(r"^Question: (.+)$", re.MULTILINE)
_SENTENCES = 3
_ALL = 1_000

RunWith = Callable[..., AbstractAsyncContextManager[Running]]


@dataclass
class PatientModel:
    """Says the first sentences of the first passage, each cited."""

    url: str = ""
    asked: list[str] = field(default_factory=list)
    """The question of each request, in the order in which they came."""
    knows: bool = True
    """Else it finds no answer in any passage."""
    _may_say: int = _ALL
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def say_only(self, sentences: int) -> None:
        """Let each answer grow to so many sentences and wait there."""
        async with self._changed:
            self._may_say = sentences
            self._changed.notify_all()

    async def say_all(self) -> None:
        await self.say_only(_ALL)

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        body = msgspec.json.decode(await request.read(), type=dict[str, Any])
        prompt = "\n".join(message["content"] for message in body["messages"])
        asked = _QUESTION.search(prompt)
        self.asked.append(asked[1] if asked else "")
        response = await begin(request)
        for number, piece in enumerate(_pieces(prompt) if self.knows else ["NOT_IN_CURRICULUM"]):
            await self._allowed(number)
            await response.write(event(piece))
        await self._allowed(_SENTENCES)
        await response.write(event(finish="stop") + DONE)
        return response

    async def _allowed(self, number: int) -> None:
        async with self._changed:
            await self._changed.wait_for(lambda: number < self._may_say)


def _pieces(prompt: str) -> list[str]:
    """Each sentence with the first word of the next, which shows that it has ended."""
    passage = _PASSAGE.search(prompt)
    if passage is None:
        return ["NOT_IN_CURRICULUM"]
    said = prompt.partition("\nQuestion: ")[2]  # what an interrupted writer left comes behind it
    sentences = [s for s in split_sentences(passage[1]) if s not in said][:_SENTENCES]
    firsts = [sentence.split(" ", 1)[0] for sentence in sentences]
    begun = ["", *firsts[1:]]
    return [
        f"{sentence.removeprefix(already)} [1] {following}"
        for sentence, already, following in zip(sentences, begun, [*firsts[1:], ""], strict=True)
    ]


@asynccontextmanager
async def serving_model() -> AsyncIterator[PatientModel]:
    """The model on a free port."""
    patient = PatientModel()
    server = web.Server(patient.answer, access_log=None, handler_cancellation=True)
    runner = web.ServerRunner(server, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    patient.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    try:
        yield patient
    finally:
        await runner.cleanup()


@pytest.fixture
async def model() -> AsyncIterator[PatientModel]:
    async with serving_model() as patient:
        yield patient


@pytest.fixture
def with_model(run_with: RunWith, model: PatientModel) -> RunWith:
    """Runs the product with the patient model, and with what else a test sets."""

    def run(**changes: object) -> AbstractAsyncContextManager[Running]:
        return run_with(llm={"base_url": model.url, "model": "patient"}, **changes)

    return run


@pytest.fixture
async def product(with_model: RunWith) -> AsyncIterator[Running]:
    """The whole product; answers come from the patient model, which says all at once."""
    async with with_model() as running:
        yield running
