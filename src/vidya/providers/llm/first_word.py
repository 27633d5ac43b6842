"""Which of several endpoints speaks first: one after the other, or side by side where set."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vidya.core.errors import Unavailable
from vidya.providers.llm.base import (
    LlmBusy,
    LlmMisasked,
    LlmRefused,
    LlmTooLate,
    LlmUnavailable,
)
from vidya.providers.llm.endpoint import Endpoint, Question, Spoken
from vidya.providers.llm.rates import Priority, Rates
from vidya.providers.llm.receipt import estimate_tokens

_STAYS = LlmTooLate | LlmBusy | LlmRefused | LlmMisasked
"""Failures that asking again at once would only repeat."""


@dataclass(frozen=True)
class OrderRules:
    hedge_after: float | None = None
    """Seconds without a word after which the next endpoint is asked as well; None is never."""
    begin_within: float = 45.0
    """Seconds after which no further endpoint is begun."""
    rounds: int = 2
    """How often the endpoints are gone through while their failures are such as may pass."""
    pause: float = 0.25
    """Seconds between two rounds."""
    caller_waits: float = 1.0
    """Seconds that a caller waits for a rate, all endpoints together; then the next is asked."""
    background_waits: float = 120.0

    def waits(self, priority: Priority) -> float:
        return self.caller_waits if priority is Priority.caller else self.background_waits


@dataclass
class FirstWord:
    """One question on its way to an endpoint that speaks."""

    question: Question
    rules: OrderRules
    priority: Priority
    rates: Rates | None
    failures: dict[str, Unavailable] = field(default_factory=dict)
    """The last one of each endpoint, by name."""
    _may_wait: float = 0.0

    async def of(self, endpoints: Sequence[Endpoint]) -> Spoken:
        """LlmUnavailable, which tells what became of each endpoint, when none speaks."""
        begun = asyncio.get_running_loop().time()
        self._may_wait = self.rules.waits(self.priority)
        left = endpoints
        for number in range(self.rules.rounds):
            if number:
                await asyncio.sleep(self.rules.pause)
            until = begun + self.rules.begin_within + self.rules.waits(self.priority)
            spoken = await self._round(left, until=until)
            if spoken is not None:
                return spoken
            left = [e for e in left if not isinstance(self.failures.get(e.name), _STAYS)]
            if not left:
                break
        told = " ".join(f"{name}: {failure}" for name, failure in self.failures.items())
        raise LlmUnavailable(f"No model answered. {told}")

    async def _round(self, endpoints: Sequence[Endpoint], *, until: float) -> Spoken | None:
        if self.rules.hedge_after is not None and self.priority is Priority.caller:
            return await self._side_by_side(endpoints, until=until)
        for endpoint in endpoints:
            spoken = await self._try(endpoint, until=until)
            if spoken is not None:
                return spoken
        return None

    async def _side_by_side(self, endpoints: Sequence[Endpoint], *, until: float) -> Spoken | None:
        """As one after the other, but whoever is slow is left running while the next is asked."""
        waiting = list(endpoints)
        racers: list[asyncio.Task[Spoken | None]] = []
        winner: Spoken | None = None
        try:
            async with asyncio.TaskGroup() as group:
                while winner is None and (waiting or _running(racers)):
                    if waiting:
                        racers.append(group.create_task(self._try(waiting.pop(0), until=until)))
                    patience = self.rules.hedge_after if waiting else None
                    await asyncio.wait(
                        _running(racers), timeout=patience, return_when=asyncio.FIRST_COMPLETED
                    )
                    winner = next(_spoken(racers), None)
                for racer in racers:
                    racer.cancel()
        except BaseException:
            winner = None  # nobody listens any more
            raise
        finally:
            for loser in _spoken(racers):
                if loser is not winner:  # two spoke at the same moment
                    await loser.close()
        return winner

    async def _try(self, endpoint: Endpoint, *, until: float) -> Spoken | None:
        """None when it does not speak; why is kept."""
        try:
            if asyncio.get_running_loop().time() > until:
                raise LlmTooLate("There was no time left to ask it.")
            await self._admit(endpoint)
            return await endpoint.speak(self.question)
        except Unavailable as failure:  # the database that counts the rate may be down as well
            self.failures[endpoint.name] = failure
            return None

    async def _admit(self, endpoint: Endpoint) -> None:
        """Wait until its rate has room; LlmBusy when that takes longer than may be waited."""
        if self.rates is None or endpoint.rate is None or not endpoint.may_be_asked:
            return
        tokens = estimate_tokens(message.content for message in self.question.messages)
        while wait := await self.rates.take(
            endpoint.name,
            endpoint.rate,
            tokens=tokens + self.question.max_tokens,
            priority=self.priority,
        ):
            if wait > self._may_wait:
                raise LlmBusy("Its rate is used up.")
            self._may_wait -= wait
            await asyncio.sleep(wait)


def _running(racers: Sequence[asyncio.Task[Spoken | None]]) -> list[asyncio.Task[Spoken | None]]:
    return [racer for racer in racers if not racer.done()]


def _spoken(racers: Sequence[asyncio.Task[Spoken | None]]) -> Iterator[Spoken]:
    for racer in racers:
        if racer.done() and not racer.cancelled() and not racer.exception():
            spoken = racer.result()
            if spoken is not None:
                yield spoken
