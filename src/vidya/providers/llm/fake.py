"""A model that says what it was told to say."""

import asyncio
from collections.abc import AsyncGenerator, Sequence

from vidya.providers.llm.base import LlmUnavailable, Message


class FakeLlm:
    """Writes `pieces` with `pause` seconds before each, and then breaks off if told to."""

    name = "fake"

    def __init__(self, *pieces: str, pause: float = 0.0, breaks_off: bool = False) -> None:
        self.pieces = pieces
        self.asked: list[Sequence[Message]] = []
        self._pause = pause
        self._breaks_off = breaks_off

    async def stream(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int,  # noqa: ARG002 - the fake says all it was told to
    ) -> AsyncGenerator[str, None]:
        self.asked.append(messages)
        for piece in self.pieces:
            await asyncio.sleep(self._pause)
            yield piece
        if self._breaks_off:
            raise LlmUnavailable("The model broke off.")
