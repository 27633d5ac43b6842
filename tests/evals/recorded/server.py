"""An OpenAI-compatible endpoint that knows the recorded questions, each on its passage."""

import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from hashlib import blake2b
from pathlib import Path

from aiohttp import web

from tests.providers.llm_wire import DONE, begin, event, tokens, usage

RECORDING = Path(__file__).with_name("completions.jsonl")
MODEL = "recorded-by-hand"
CITED = "[#]"
"""In a recorded answer, for the number that its passage has in the prompt."""
_PASSAGE = re.compile(
    r"^\[(\d+)\] ([^\n]*)\n(.*?)(?=\n\n\[\d+\] |\n\n</passages>)", re.MULTILINE | re.DOTALL
)
_QUESTION = re.compile(r"^Question: (.*)$", re.MULTILINE)
_UNKNOWN = {"error": {"type": "invalid_request_error", "code": "not_recorded"}}


@asynccontextmanager
async def recorded_endpoint(recording: Path = RECORDING) -> AsyncIterator[str]:
    """The base URL, on a free loopback port; what was not recorded gets status 404."""
    answers = _read(recording)

    async def complete(request: web.Request) -> web.StreamResponse:
        body = await request.json()
        answer = _find(answers, body["messages"][-1]["content"])
        if answer is None:
            return web.json_response(_UNKNOWN, status=404)
        return await _replay(request, answer)

    app = web.Application()
    app.router.add_post("/v1/chat/completions", complete)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    finally:
        await runner.cleanup()


def key_of(question: str, passage: str) -> str:
    """Another wording, or another word in the passage, is another key."""
    return blake2b(f"{question}\n{passage}".encode(), digest_size=16).hexdigest()


def question_in(prompt: str) -> str:
    found = _QUESTION.search(prompt)
    return found[1] if found else ""


def passages_in(prompt: str) -> list[tuple[int, str, str]]:
    """Number, chapter with heading, and text of each."""
    return [(int(number), heading, body) for number, heading, body in _PASSAGE.findall(prompt)]


def _read(recording: Path) -> Mapping[str, str]:
    rows = map(json.loads, recording.read_text(encoding="utf-8").splitlines())
    return {row["key"]: row["answer"] for row in rows}


def _find(answers: Mapping[str, str], prompt: str) -> str | None:
    """With its citations; an answer that rests on no passage is found when no other one is."""
    question = question_in(prompt)
    for number, _, body in passages_in(prompt):
        answer = answers.get(key_of(question, body))
        if answer is not None:
            return answer.replace(CITED, f"[{number}]")
    return answers.get(key_of(question, ""))


async def _replay(request: web.BaseRequest, answer: str) -> web.StreamResponse:
    response = await begin(request)
    for piece in tokens(answer):
        await response.write(event(piece))
    await response.write(event(finish="stop") + usage() + DONE)
    return response
