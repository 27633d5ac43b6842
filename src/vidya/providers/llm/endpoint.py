"""One endpoint among several: whether it may be asked, and its first word."""

import logging
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from time import monotonic

from vidya.providers.llm.base import (
    LlmBusy,
    LlmRefused,
    LlmUnavailable,
    Message,
    MeteredLlm,
)
from vidya.providers.llm.breaker import Breaker, BreakerRules
from vidya.providers.llm.rates import Clock, Rate
from vidya.providers.llm.receipt import Receipt

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Question:
    """What every endpoint is asked alike."""

    messages: Sequence[Message]
    max_tokens: int
    receipt: Receipt | None


class Endpoint:
    """A model with its rate, and what this process has seen of its health."""

    def __init__(
        self,
        name: str,
        llm: MeteredLlm,
        *,
        rate: Rate | None = None,
        rules: BreakerRules | None = None,
        now: Clock = monotonic,
    ) -> None:
        self.name = name
        self.llm = llm
        self.rate = rate
        self._breaker = Breaker(rules or BreakerRules())
        self._now = now

    @property
    def may_be_asked(self) -> bool:
        return self._breaker.may_ask(self._now())

    async def speak(self, question: Question) -> "Spoken":
        """Its first words; LlmUnavailable when none come, which is held against it."""
        if not self.may_be_asked:
            raise LlmBusy("It is left alone for a while.")
        self._breaker = self._breaker.asked()
        is_settled = False
        try:
            pieces = self.llm.stream(
                question.messages, max_tokens=question.max_tokens, receipt=question.receipt
            )
            first = await anext(pieces)
            is_settled = True
        except LlmUnavailable as failure:
            is_settled = True
            self.note_failure(failure)
            raise
        finally:
            if not is_settled:  # who asked has gone
                self._breaker = self._breaker.abandoned()
        return Spoken(self, first, pieces)

    def note_answer(self) -> None:
        self._breaker = self._breaker.answered()

    def note_failure(self, failure: LlmUnavailable) -> None:
        """A refusal is no sign of bad health; a rest that was asked for is given."""
        _log.warning("A model failed.", extra={"endpoint": self.name, "reason": str(failure)})
        if isinstance(failure, LlmRefused):
            self._breaker = self._breaker.answered()
        elif isinstance(failure, LlmBusy):
            self._breaker = self._breaker.rests(self._now(), failure.rests_for)
        else:
            self._breaker = self._breaker.failed(self._now())


@dataclass(frozen=True)
class Spoken:
    """An endpoint that has begun to answer."""

    endpoint: Endpoint
    first: str
    pieces: AsyncGenerator[str, None]
    """What follows."""

    async def close(self) -> None:
        """End the call unheard; that is no fault of the endpoint's."""
        await self.pieces.aclose()
        self.endpoint.note_answer()
