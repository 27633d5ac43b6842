"""Several endpoints in order of preference, as one model."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from vidya.providers.llm.base import LlmUnavailable, Message
from vidya.providers.llm.endpoint import Endpoint, Question
from vidya.providers.llm.first_word import FirstWord, OrderRules
from vidya.providers.llm.rates import Priority, Rates
from vidya.providers.llm.receipt import Receipt


class ModelsInOrder:
    """A model that is as well as the best of its endpoints.

    Until the first word another endpoint may take over; after it nothing is asked again, for
    what a child has heard cannot be taken back.
    """

    def __init__(
        self,
        endpoints: Sequence[Endpoint],
        *,
        rules: OrderRules | None = None,
        rates: Rates | None = None,
        priority: Priority = Priority.caller,
    ) -> None:
        """`rates` count for the endpoints that have a rate; without `rates` none is kept to."""
        self.name = endpoints[0].llm.name
        self._endpoints = tuple(endpoints)
        self._rules = rules or OrderRules()
        self._rates = rates
        self._priority = priority

    def for_background(self) -> "ModelsInOrder":
        """The same endpoints, for work that nobody waits for: it leaves a reserve to callers."""
        return ModelsInOrder(
            self._endpoints, rules=self._rules, rates=self._rates, priority=Priority.background
        )

    async def stream(
        self, messages: Sequence[Message], *, max_tokens: int, receipt: Receipt | None = None
    ) -> AsyncGenerator[str, None]:
        """LlmUnavailable tells what became of each endpoint, or how the one that spoke broke off."""
        question = Question(messages, max_tokens, receipt)
        first_word = FirstWord(question, self._rules, self._priority, self._rates)
        spoken = await first_word.of(self._endpoints)
        broke: LlmUnavailable | None = None
        try:
            async with aclosing(spoken.pieces) as pieces:
                yield spoken.first
                async for piece in pieces:
                    yield piece
        except LlmUnavailable as failure:
            broke = failure
            raise
        finally:
            if broke is None:  # whole, or its reader had enough
                spoken.endpoint.note_answer()
            else:
                spoken.endpoint.note_failure(broke)
