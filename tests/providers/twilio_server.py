"""A stand-in for Twilio's Calls resource, after Twilio's API reference; it can misbehave.

POST /2010-04-01/Accounts/{AccountSid}/Calls.json, HTTP basic authentication, a form; 201 with the
call, or an error object of `code`, `message`, `more_info` and `status`.
"""

import asyncio
import base64
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import StrEnum

from aiohttp import web

ACCOUNT = "AC" + "1" * 32
TOKEN = "7oken5ecret"
NUMBER = "+15005550006"
CALL = "CA" + "e" * 32
_E164 = re.compile(r"\+[1-9]\d{6,14}")
_FOR_EVER = 3600.0


class Fault(StrEnum):
    none = "none"
    too_many = "too_many"
    failing = "failing"
    html = "html"
    empty = "empty"
    no_sid = "no_sid"
    dies = "dies"  # in the middle of its answer
    hangs_up = "hangs_up"  # before it
    silent = "silent"
    endless = "endless"
    redirect = "redirect"
    not_http = "not_http"


@dataclass
class Line:
    """What the stand-in was asked for."""

    base_url: str
    forms: list[dict[str, str]] = field(default_factory=list)


@asynccontextmanager
async def twilio_server(
    fault: Fault = Fault.none, *, elsewhere: str = "http://127.0.0.1:9/"
) -> AsyncIterator[Line]:
    line = Line("")

    async def create_call(request: web.Request) -> web.StreamResponse:
        form = {name: str(value) for name, value in (await request.post()).items()}
        line.forms.append(form)
        if fault is Fault.redirect:
            return web.Response(status=307, headers={"Location": elsewhere})
        return await _FAULTS[fault](request) if fault in _FAULTS else _create(request, form)

    app = web.Application()
    app.router.add_post("/2010-04-01/Accounts/{account}/Calls.json", create_call)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    line.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield line
    finally:
        await runner.cleanup()


def _create(request: web.Request, form: dict[str, str]) -> web.StreamResponse:
    login = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
    to, sender = form.get("To", ""), form.get("From", "")
    if request.headers.get("Authorization") != f"Basic {login}":
        return _error(401, 20003, "Authenticate")
    if request.match_info["account"] != ACCOUNT:
        return _error(404, 20404, "The requested resource was not found")
    if not to:
        return _error(400, 21201, "No 'To' number is specified")
    if not _E164.fullmatch(to):
        return _error(400, 21211, f"The 'To' number {to} is not a valid phone number.")
    if sender != NUMBER:
        return _error(400, 21210, f"The source phone number provided, {sender}, is not verified.")
    if not form.get("Url", "").startswith(("http://", "https://")):
        return _error(400, 21205, "Url is not a valid URL")
    return web.json_response(_call(to), status=201)


def _call(to: str) -> dict[str, str | None]:
    return {
        "sid": CALL,
        "account_sid": ACCOUNT,
        "api_version": "2010-04-01",
        "date_created": "Tue, 31 Aug 2010 20:36:28 +0000",
        "direction": "outbound-api",
        "duration": None,
        "from": NUMBER,
        "to": to,
        "status": "queued",
        "uri": f"/2010-04-01/Accounts/{ACCOUNT}/Calls/{CALL}.json",
    }


def _error(status: int, code: int, message: str) -> web.StreamResponse:
    more = f"https://www.twilio.com/docs/errors/{code}"
    body = {"code": code, "message": message, "more_info": more, "status": status}
    return web.json_response(body, status=status)


async def _too_many(_request: web.Request) -> web.StreamResponse:
    return _error(429, 20429, "Too Many Requests")


async def _failing(_request: web.Request) -> web.StreamResponse:
    return _error(500, 20500, "Internal Server Error")


async def _html(_request: web.Request) -> web.StreamResponse:
    return web.Response(status=201, text="<html>Welcome</html>", content_type="text/html")


async def _empty(_request: web.Request) -> web.StreamResponse:
    return web.Response(status=201)


async def _no_sid(_request: web.Request) -> web.StreamResponse:
    return web.json_response({"status": "queued"}, status=201)


async def _dies(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(status=201, headers={"Content-Length": "500"})
    await response.prepare(request)
    await response.write(b'{"sid": "CAe')
    _hang_up(request)
    return response


async def _hangs_up(request: web.Request) -> web.StreamResponse:
    _hang_up(request)
    return web.Response()


def _hang_up(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


async def _silent(_request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(_FOR_EVER)
    return web.Response()


async def _endless(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(status=201)
    await response.prepare(request)
    while True:
        await response.write(b" " * 16_384)


async def _not_http(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
    return web.Response()


_FAULTS: dict[Fault, Callable[[web.Request], Awaitable[web.StreamResponse]]] = {
    Fault.too_many: _too_many,
    Fault.failing: _failing,
    Fault.html: _html,
    Fault.empty: _empty,
    Fault.no_sid: _no_sid,
    Fault.dies: _dies,
    Fault.hangs_up: _hangs_up,
    Fault.silent: _silent,
    Fault.endless: _endless,
    Fault.not_http: _not_http,
}
