"""A stand-in for an OpenAI-compatible embeddings endpoint, over a real socket.

Written after OpenAI's reference ("Create embeddings"); nothing here knows our client.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Answer = Callable[["Request"], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Request:
    http: web.BaseRequest
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass
class Log:
    requests: list[Request] = field(default_factory=list)


@asynccontextmanager
async def embeddings_server(answer: Answer, *, log: Log | None = None) -> AsyncIterator[str]:
    """The base URL, on a free port; each request is logged and then answered by `answer`."""

    async def handle(http: web.BaseRequest) -> web.StreamResponse:
        request = Request(http, dict(http.headers), await _json(http))
        if log is not None:
            log.requests.append(request)
        if http.path != "/v1/embeddings" or http.method != "POST":
            return web.Response(status=404)
        return await answer(request)

    runner = web.ServerRunner(web.Server(handle, access_log=None), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    finally:
        await runner.cleanup()


def vector_of(text: str) -> list[float]:
    """Of length 5, to be seen whether a client makes it 1; the text's length is its direction."""
    return [3.0, 4.0] if len(text) % 2 else [4.0, 3.0]


def body_of(texts: list[str]) -> dict[str, Any]:
    return {
        "object": "list",
        "data": [
            {"object": "embedding", "index": index, "embedding": vector_of(text)}
            for index, text in enumerate(texts)
        ],
        "model": "tiny",
        "usage": {"prompt_tokens": 8, "total_tokens": 8},
    }


async def proper(request: Request) -> web.StreamResponse:
    return web.json_response(body_of(request.body["input"]))


async def in_another_order(request: Request) -> web.StreamResponse:
    body = body_of(request.body["input"])
    return web.json_response({**body, "data": body["data"][::-1]})


async def one_short(request: Request) -> web.StreamResponse:
    return web.json_response(body_of(request.body["input"][1:]))


async def silent(_request: Request) -> web.StreamResponse:
    await asyncio.sleep(30)
    return web.Response()


async def stalls(request: Request) -> web.StreamResponse:
    """Half an answer, and then nothing."""
    response = await _half(request)
    await asyncio.sleep(30)
    return response


async def dies(request: Request) -> web.StreamResponse:
    """Killed in the middle of its answer."""
    response = await _half(request)
    assert request.http.transport is not None
    request.http.transport.abort()
    return response


async def bad_key(request: Request) -> web.StreamResponse:
    key = request.headers.get("Authorization", "")
    error = {"message": f"Incorrect API key provided: {key}.", "code": "invalid_api_key"}
    return web.json_response({"error": error}, status=401)


async def redirect(_request: Request) -> web.StreamResponse:
    return web.Response(status=307, headers={"Location": "http://127.0.0.1:9/"})


def says(text: str, *, status: int = 200, **headers: str) -> Answer:
    async def answer(_request: Request) -> web.StreamResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(status=status, text=text, headers=named)

    return answer


async def _half(request: Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "4000"})
    await response.prepare(request.http)
    await response.write(b'{"object":"list","data":[{"index":0,"embedding":[0.1,')
    return response


async def _json(http: web.BaseRequest) -> dict[str, Any]:
    body: dict[str, Any] = await http.json() if http.can_read_body else {}
    return body
