"""Keep-alive HTTP connections to one server, as a provider's proxies hold them; lean on purpose.

A load generator that costs more than what it measures would measure itself: one POST here is
one write and two reads.
"""

import asyncio
import re
from collections import deque
from dataclasses import dataclass
from time import perf_counter

_IDLE_SECONDS = 2.0  # uvicorn closes after 5: a request must not meet the closing
_WEBHOOK_SECONDS = 15.0  # then a provider hangs up
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


class NoAnswer(RuntimeError):
    """The server closed, stalled past a provider's patience, or spoke no HTTP."""


@dataclass(frozen=True)
class Answer:
    status: int
    body: str
    ms: float


@dataclass(frozen=True)
class _Line:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


class Lines:
    """As many connections as there are requests at once; the last one used is used first."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self._port = port
        self._idle: deque[tuple[float, _Line]] = deque()

    async def post(self, path: str, form: bytes, *, signature: str = "") -> Answer:
        """The answer and the milliseconds to its last byte; NoAnswer when there was none."""
        head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n"
            "User-Agent: TwilioProxy/1.1\r\nAccept: */*\r\n"
            f"X-Twilio-Signature: {signature}\r\n"
            "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
            f"Content-Length: {len(form)}\r\n\r\n"
        )
        while True:
            line, used_before = await self._take()
            try:
                answer = await _exchange(line, head.encode() + form)
            except (ConnectionError, asyncio.IncompleteReadError) as failure:
                line.writer.close()
                if not used_before:
                    raise NoAnswer(f"{path}: {failure!r}") from failure
                # The server closed it as idle just now: any proxy tries again on a fresh one.
            except TimeoutError as failure:
                line.writer.close()
                raise NoAnswer(f"{path}: no answer in {_WEBHOOK_SECONDS:.0f} s") from failure
            else:
                self._idle.append((perf_counter(), line))
                return answer

    def close(self) -> None:
        for _, line in self._idle:
            line.writer.close()
        self._idle.clear()

    async def _take(self) -> tuple[_Line, bool]:
        """An idle line that the server will not close just now, or a new one; and which it is."""
        while self._idle:
            used_at, line = self._idle.pop()
            if perf_counter() - used_at < _IDLE_SECONDS:
                return line, True
            line.writer.close()
        try:
            return _Line(*await asyncio.open_connection("127.0.0.1", self._port)), False
        except OSError as failure:
            raise NoAnswer(f"no connection: {failure!r}") from failure


async def _exchange(line: _Line, request: bytes) -> Answer:
    async with asyncio.timeout(_WEBHOOK_SECONDS):
        began = perf_counter()
        line.writer.write(request)
        head = await line.reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        body = await line.reader.readexactly(int(length[1])) if length else b""
        ms = (perf_counter() - began) * 1000
    return Answer(int(head[9:12]), body.decode(), ms)
