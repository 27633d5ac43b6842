"""How long a model may be silent while its answer is awaited."""

import asyncio
from types import TracebackType
from typing import Self

import aiohttp


class Patience:
    """Closes a response that says nothing for `seconds`; what reads it then fails.

    One timer for the whole answer, moved on when it fires: aiohttp's `sock_read` sets a new one
    for every block, a fifth of the cost of a stream of single words.
    """

    def __init__(self, response: aiohttp.ClientResponse, *, seconds: float) -> None:
        self.has_ended = False
        """The response was closed for its silence."""
        self._response = response
        self._seconds = seconds
        self._loop = asyncio.get_running_loop()
        self._awaited_since: float | None = None
        self._timer = self._loop.call_later(seconds, self._look)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()

    async def next_block(self) -> bytes:
        """What came, empty at the end; whoever takes long over it does not count as silence."""
        self._awaited_since = self._loop.time()
        block = await self._response.content.readany()
        self._awaited_since = None
        return block

    def _look(self) -> None:
        now = self._loop.time()
        since = now if self._awaited_since is None else self._awaited_since
        if now - since >= self._seconds:
            self.has_ended = True
            self._response.close()
            return
        self._timer = self._loop.call_at(since + self._seconds, self._look)
