"""The ways in which an endpoint fails a client, each over a real socket."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from aiohttp import web

from tests.providers.llm_wire import DONE, begin, event, tokens, usage

_FOR_EVER = 3600.0


class Behaviour(StrEnum):
    proper = "proper"
    silent = "silent"  # takes the request and never answers
    silent_stream = "silent_stream"  # answers 200, and then nothing
    keep_alive = "keep_alive"  # comments for ever, as DeepSeek sends them under load
    stalls = "stalls"  # half an answer, and then nothing
    cut_off = "cut_off"  # half an answer, then a proper end of the response, without [DONE]
    dies = "dies"  # half an event, then a reset
    disconnects = "disconnects"  # reads the request and hangs up
    not_http = "not_http"
    html = "html"
    not_json = "not_json"
    no_choices = "no_choices"
    empty_choice = "empty_choice"
    nothing = "nothing"  # only [DONE]
    refusal = "refusal"
    content_filter = "content_filter"
    out_of_tokens = "out_of_tokens"
    error_inside = "error_inside"  # vLLM: an error object within the stream, then [DONE]
    too_many = "too_many"
    failing = "failing"
    down = "down"  # 503
    bad_key = "bad_key"  # OpenAI quotes a part of the key in its message
    redirect = "redirect"
    endless_event = "endless_event"
    flood = "flood"  # 10 MB of tokens
    never_ends = "never_ends"  # a whole answer with its reason, but no [DONE] and no end
    no_done = "no_done"  # a whole answer, the end of the response, no [DONE]
    thinks_aloud = "thinks_aloud"
    counts_not = "counts_not"  # refuses to be asked for counts, in a form of its own
    counts_always = "counts_always"  # Gemini: with every chunk, thoughts in the total alone
    counts_oddly = "counts_oddly"
    gzipped_rubbish = "gzipped_rubbish"


@dataclass(frozen=True)
class Served:
    answer: str
    first_after: float
    per_token: float
    behaviour: Behaviour
    writes: int
    elsewhere: str
    retry_after: str | None
    unsupported: frozenset[str]


Handle = Callable[[web.BaseRequest, Served], Awaitable[web.StreamResponse]]


def _half(served: Served) -> bytes:
    pieces = tokens(served.answer)
    return event("", role="assistant") + b"".join(map(event, pieces[: len(pieces) // 2]))


async def _silent(_request: web.BaseRequest, _served: Served) -> web.StreamResponse:
    await asyncio.sleep(_FOR_EVER)
    return web.Response()


async def _silent_stream(request: web.BaseRequest, _served: Served) -> web.StreamResponse:
    response = await begin(request)
    await response.write(event("", role="assistant"))
    await asyncio.sleep(_FOR_EVER)
    return response


async def _keep_alive(request: web.BaseRequest, _served: Served) -> web.StreamResponse:
    response = await begin(request)
    while True:
        await response.write(b": keep-alive\n\n")
        await asyncio.sleep(0.05)


async def _stalls(request: web.BaseRequest, served: Served) -> web.StreamResponse:
    response = await begin(request)
    await response.write(_half(served))
    await asyncio.sleep(_FOR_EVER)
    return response


async def _dies(request: web.BaseRequest, served: Served) -> web.StreamResponse:
    response = await begin(request)
    await response.write(_half(served) + event("of")[:-20])
    await asyncio.sleep(0.1)
    _reset(request)
    return response


async def _disconnects(request: web.BaseRequest, _served: Served) -> web.StreamResponse:
    _reset(request)
    return web.Response()


async def _not_http(request: web.BaseRequest, _served: Served) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
    return web.Response()


def _reset(request: web.BaseRequest) -> None:
    """RST instead of FIN: what a killed server or a rebooted router sends."""
    transport = request.transport
    if transport is not None:
        linger = struct.pack("ii", 1, 0)
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        transport.abort()


async def _endless_event(request: web.BaseRequest, _served: Served) -> web.StreamResponse:
    response = await begin(request)
    await response.write(b"data: ")
    while True:
        await response.write(b"x" * 16_384)


async def _flood(request: web.BaseRequest, _served: Served) -> web.StreamResponse:
    response = await begin(request)
    block = event(" and on") * 200
    with suppress(ConnectionError):
        for _ in range(10 * 1024 * 1024 // len(block)):
            await response.write(block)
    return response


async def _never_ends(request: web.BaseRequest, served: Served) -> web.StreamResponse:
    response = await begin(request)
    await response.write(event(served.answer) + event(finish="stop"))
    await asyncio.sleep(_FOR_EVER)
    return response


def _stream(*blocks: bytes) -> Handle:
    async def handle(request: web.BaseRequest, _served: Served) -> web.StreamResponse:
        response = await begin(request)
        await response.write(b"".join(blocks))
        return response

    return handle


async def _cut_off(request: web.BaseRequest, served: Served) -> web.StreamResponse:
    return await _stream(_half(served))(request, served)


async def _out_of_tokens(request: web.BaseRequest, served: Served) -> web.StreamResponse:
    return await _stream(_half(served), event(finish="length"), DONE)(request, served)


async def _error_inside(request: web.BaseRequest, served: Served) -> web.StreamResponse:
    error = b'data: {"error":{"message":"EngineDead","type":"InternalServerError","code":500}}\n\n'
    return await _stream(_half(served), error, DONE)(request, served)


async def _no_done(request: web.BaseRequest, served: Served) -> web.StreamResponse:
    return await _stream(event(served.answer), event(finish="stop"))(request, served)


async def _thinks_aloud(request: web.BaseRequest, served: Served) -> web.StreamResponse:
    pieces = ["<th", "ink>\nThe child asks. ", "I say: [9]. </", "think>", "\n\n", served.answer]
    return await _stream(*map(event, pieces), event(finish="stop"), DONE)(request, served)


async def _counts_not(request: web.BaseRequest, served: Served) -> web.StreamResponse:
    if b"stream_options" in await request.read():
        told = "[{'type': 'extra_forbidden', 'loc': ('body', 'stream_options')}]"
        return web.json_response({"object": "error", "message": told, "code": 400}, status=400)
    return await _stream(event(served.answer), event(finish="stop"), DONE)(request, served)


def _counting(*counts: str) -> Handle:
    async def handle(request: web.BaseRequest, served: Served) -> web.StreamResponse:
        told = (b'data: {"choices":[],"usage":%s}\n\n' % count.encode() for count in counts)
        blocks = (event(served.answer), *told, event(finish="stop"), DONE)
        return await _stream(*blocks)(request, served)

    return handle


def _fails(status: int, body: str, **headers: str) -> Handle:
    async def handle(_request: web.BaseRequest, served: Served) -> web.StreamResponse:
        response = web.Response(
            status=status,
            text=body,
            content_type="application/json" if body.startswith("{") else "text/html",
            headers=headers,
        )
        if served.retry_after is not None:
            response.headers["Retry-After"] = served.retry_after
        return response

    return handle


async def _bad_key(request: web.BaseRequest, _served: Served) -> web.StreamResponse:
    key = request.headers.get("Authorization", "")
    error = {"message": f"Incorrect API key provided: {key}.", "code": "invalid_api_key"}
    return web.json_response({"error": error}, status=401)


async def _redirect(_request: web.BaseRequest, served: Served) -> web.StreamResponse:
    return web.Response(status=307, headers={"Location": served.elsewhere})


async def _gzipped_rubbish(request: web.BaseRequest, _served: Served) -> web.StreamResponse:
    response = await begin(request, **{"Content-Encoding": "gzip"})
    await response.write(b"this was never compressed")
    return response


_RATE_LIMIT = (
    '{"error":{"message":"Rate limit reached","type":"tokens","code":"rate_limit_exceeded"}}'
)

MISBEHAVIOURS: dict[Behaviour, Handle] = {
    Behaviour.silent: _silent,
    Behaviour.silent_stream: _silent_stream,
    Behaviour.keep_alive: _keep_alive,
    Behaviour.stalls: _stalls,
    Behaviour.cut_off: _cut_off,
    Behaviour.dies: _dies,
    Behaviour.disconnects: _disconnects,
    Behaviour.not_http: _not_http,
    Behaviour.html: _fails(200, "<html><body>Please sign in to the school's Wi-Fi.</body></html>"),
    Behaviour.not_json: _stream(event("Plants"), b"data: {not json}\n\n", DONE),
    Behaviour.no_choices: _stream(usage(), usage("null"), DONE),
    Behaviour.empty_choice: _stream(b'data: {"choices":[{}]}\n\n', DONE),
    Behaviour.nothing: _stream(DONE),
    Behaviour.refusal: _stream(
        event(refusal="I cannot help with that."), event(finish="stop"), DONE
    ),
    Behaviour.content_filter: _stream(event("Pl"), event(finish="content_filter"), DONE),
    Behaviour.out_of_tokens: _out_of_tokens,
    Behaviour.error_inside: _error_inside,
    Behaviour.too_many: _fails(429, _RATE_LIMIT),
    Behaviour.failing: _fails(500, "<h1>Internal Server Error</h1>"),
    Behaviour.down: _fails(503, "<h1>Service Unavailable</h1>"),
    Behaviour.bad_key: _bad_key,
    Behaviour.redirect: _redirect,
    Behaviour.endless_event: _endless_event,
    Behaviour.flood: _flood,
    Behaviour.never_ends: _never_ends,
    Behaviour.no_done: _no_done,
    Behaviour.thinks_aloud: _thinks_aloud,
    Behaviour.counts_not: _counts_not,
    Behaviour.counts_always: _counting(
        '{"prompt_tokens":19,"completion_tokens":2,"total_tokens":21}',
        '{"prompt_tokens":19,"completion_tokens":10,"total_tokens":69}',
    ),
    Behaviour.counts_oddly: _counting('{"prompt_tokens":"many","completion_tokens":-1}'),
    Behaviour.gzipped_rubbish: _gzipped_rubbish,
}
