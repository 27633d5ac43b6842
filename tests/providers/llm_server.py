"""A stand-in for an OpenAI-compatible endpoint, over a real socket, that can misbehave.

Written after OpenAI's reference ("Create chat completion", streaming) and the observed streams of
vLLM, Ollama, DeepSeek and Gemini's compatible endpoint; nothing here knows our client.

    async with llm_server(answer="Plants make food [1].", first_after=1.0) as base_url: ...

It is light, for hundreds of streams at once: an answer is prepared once and goes out in `writes`
writes, however many tokens it has.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import msgspec
from aiohttp import web

from tests.providers.llm_behaviours import MISBEHAVIOURS, Behaviour, Served
from tests.providers.llm_wire import ANSWER, DONE, begin, event, tokens, usage


@dataclass(frozen=True)
class Asked:
    """A request that came in."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    peer: tuple[str, int]


@dataclass
class Log:
    asked: list[Asked] = field(default_factory=list)
    left: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once a client has left a stream before its end."""


@asynccontextmanager
async def llm_server(
    *,
    answer: str = ANSWER,
    first_after: float = 0.0,
    per_token: float = 0.0,
    behaviour: Behaviour = Behaviour.proper,
    writes: int = 4,
    elsewhere: str = "http://127.0.0.1:9/",
    retry_after: str | None = None,
    unsupported: Sequence[str] = (),
    log: Log | None = None,
) -> AsyncIterator[str]:
    """The base URL, on a free port.

    The first token comes after `first_after` seconds, the last one `per_token` seconds a token
    later. Parameters named in `unsupported` are refused as by OpenAI, `log` receives what was
    asked, and `elsewhere` is where a redirect leads.
    """
    served = Served(
        answer,
        first_after,
        per_token,
        behaviour,
        writes,
        elsewhere,
        retry_after,
        frozenset(unsupported),
    )
    handle = _handler(served, log if log is not None else Log())
    async with _listening(handle) as port:
        yield f"http://127.0.0.1:{port}/v1"


@asynccontextmanager
async def stream_server(blocks: Sequence[bytes], *, pause: float = 0.005) -> AsyncIterator[str]:
    """A server that sends exactly these blocks, one a segment as far as the network lets it."""

    async def handle(request: web.BaseRequest) -> web.StreamResponse:
        response = await begin(request)
        for block in blocks:
            await response.write(block)
            await asyncio.sleep(pause)
        return response

    async with _listening(handle) as port:
        yield f"http://127.0.0.1:{port}/v1"


@asynccontextmanager
async def _listening(
    handle: Callable[[web.BaseRequest], Awaitable[web.StreamResponse]],
) -> AsyncIterator[int]:
    server = web.Server(handle, access_log=None, handler_cancellation=True)
    runner = web.ServerRunner(server, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, backlog=4096)
    await site.start()
    try:
        port: int = runner.addresses[0][1]
        yield port
    finally:
        await runner.cleanup()


def _handler(
    served: Served, log: Log
) -> Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]:
    misbehave = MISBEHAVIOURS.get(served.behaviour, partial(_answer, blocks=_blocks(served)))

    async def handle(request: web.BaseRequest) -> web.StreamResponse:
        body = msgspec.json.decode(await request.read() or b"{}", type=dict[str, Any])
        log.asked.append(Asked(request.path, dict(request.headers), body, _peer(request)))
        if refused := served.unsupported & set(body):
            return _unsupported(min(refused))
        try:
            return await misbehave(request, served)
        except (ConnectionError, asyncio.CancelledError):
            log.left.set()
            raise

    return handle


def _peer(request: web.BaseRequest) -> tuple[str, int]:
    host, port = request.transport.get_extra_info("peername") if request.transport else ("", 0)
    return host, port


async def _answer(
    request: web.BaseRequest, served: Served, *, blocks: list[tuple[float, bytes]]
) -> web.StreamResponse:
    """An answer in its own time."""
    await asyncio.sleep(served.first_after)
    response = await begin(request)
    for pause, block in blocks:
        if pause:
            await asyncio.sleep(pause)
        await response.write(block)
    return response


def _blocks(served: Served) -> list[tuple[float, bytes]]:
    """What is written after which pause."""
    pieces = tokens(served.answer)
    size = -(-len(pieces) // (served.writes if served.per_token else 1)) or 1
    parts = [b"".join(map(event, pieces[at : at + size])) for at in range(0, len(pieces), size)]
    first, *rest = parts or [b""]
    *rest, last = [event("", role="assistant", refusal=None) + first, *rest]
    blocks = [*rest, last + event(finish="stop") + usage() + DONE]
    return [(served.per_token * size if number else 0.0, b) for number, b in enumerate(blocks)]


def _unsupported(name: str) -> web.StreamResponse:
    error = {
        "message": f"Unsupported parameter: '{name}' is not supported with this model.",
        "type": "invalid_request_error",
        "param": name,
        "code": "unsupported_parameter",
    }
    return web.json_response({"error": error}, status=400)
