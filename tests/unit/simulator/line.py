"""A telephone line over a real socket, which answers each path with what the test wrote."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
from aiohttp import web

from vidya.channels.simulator.phone import LineRules, Phone

Answer = str | Callable[[web.Request], Awaitable[web.StreamResponse]]

CALLER = "+919000000001"
LINE = "+18005550100"


@dataclass(slots=True)
class Line:
    """What the line answers, and the forms that reached it, each under its path."""

    answers: dict[str, list[Answer]]
    received: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    base_url: str = ""
    reached: asyncio.Event = field(default_factory=asyncio.Event)

    def forms(self, path: str) -> list[dict[str, str]]:
        return [form for at, form in self.received if at == path]

    async def serve(self, request: web.Request) -> web.StreamResponse:
        form = {
            **request.query,
            **{name: str(value) for name, value in (await request.post()).items()},
        }
        self.received.append((request.path, form))
        self.headers.append(dict(request.headers))
        self.reached.set()
        left = self.answers.get(request.path, ["<Response/>"])
        answer = left.pop(0) if len(left) > 1 else left[0]
        return twiml(answer) if isinstance(answer, str) else await answer(request)


def twiml(document: str) -> web.Response:
    return web.Response(text=document, content_type="text/xml")


def response(*, status: int = 200, text: str = "", content_type: str = "text/xml") -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text=text, content_type=content_type)

    return answer


def slow(document: str, *, seconds: float) -> Answer:
    async def answer(_request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(seconds)
        return twiml(document)

    return answer


def broken_off(beginning: str) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        reply = web.StreamResponse(headers={"Content-Type": "text/xml", "Content-Length": "900"})
        await reply.prepare(request)
        await reply.write(beginning.encode())
        assert request.transport is not None
        request.transport.abort()
        return reply

    return answer


@asynccontextmanager
async def calling(
    *incoming: Answer, auth_token: str | None = None, rules: LineRules | None = None, **more: Answer
) -> AsyncIterator[tuple[Phone, Line]]:
    """A phone and the line that it calls; `turn=` is answered at /turn."""
    answers: dict[str, list[Answer]] = {"/" + name: [answer] for name, answer in more.items()}
    line = Line({**answers, "/voice/twilio/incoming": list(incoming)})
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", line.serve)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    line.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        async with aiohttp.ClientSession() as session:
            yield (
                Phone(
                    line.base_url, CALLER, LINE, session=session, auth_token=auth_token, rules=rules
                ),
                line,
            )
    finally:
        await runner.cleanup()
