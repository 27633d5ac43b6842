"""A model that says what it was told to say."""

import asyncio
from collections.abc import AsyncGenerator, Sequence

from vidya.providers.llm.base import LlmUnavailable, Message
from vidya.providers.llm.receipt import Receipt, Usage, estimate_tokens


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
        receipt: Receipt | None = None,
    ) -> AsyncGenerator[str, None]:
        self.asked.append(messages)
        said: list[str] = []
        try:
            for piece in self.pieces:
                await asyncio.sleep(self._pause)
                said.append(piece)
                yield piece
            if self._breaks_off:
                raise LlmUnavailable("The model broke off.")
        finally:
            if receipt is not None:
                receipt.answered_by = self.name
                receipt.usages.append(self._used(messages, said))

    def _used(self, messages: Sequence[Message], said: Sequence[str]) -> Usage:
        return Usage(
            endpoint=self.name,
            model=self.name,
            input_tokens=estimate_tokens(m.content for m in messages),
            output_tokens=estimate_tokens(said),
            is_estimated=True,
            is_whole=len(said) == len(self.pieces) and not self._breaks_off,
        )
