"""Endpoints in order, for tests: each one misbehaves in its own way over a real socket."""

import traceback
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

import aiohttp

from tests.providers.llm_behaviours import Behaviour
from tests.providers.llm_server import Log, llm_server
from vidya.providers.llm.base import Message
from vidya.providers.llm.breaker import BreakerRules
from vidya.providers.llm.endpoint import Endpoint
from vidya.providers.llm.first_word import OrderRules
from vidya.providers.llm.in_order import ModelsInOrder
from vidya.providers.llm.openai_compatible import OpenAiCompatibleLlm
from vidya.providers.llm.rates import Rate, Rates
from vidya.providers.llm.receipt import Receipt

KEY = "sk-5ecret"
ASKED = [Message("system", "Be kind."), Message("user", "पौधे खाना कैसे बनाते हैं?")]
QUICK = OrderRules(pause=0.01)


@dataclass(frozen=True)
class Served:
    """What one endpoint of a test does."""

    behaviour: Behaviour = Behaviour.proper
    first_after: float = 0.0
    per_token: float = 0.0
    writes: int = 4
    retry_after: str | None = None
    rate: Rate | None = None


@dataclass
class Moment:
    """A clock that a test moves on."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Order:
    llm: ModelsInOrder
    logs: Sequence[Log]
    clock: Moment

    @property
    def asked(self) -> list[int]:
        """How often each endpoint was asked."""
        return [len(log.asked) for log in self.logs]


@dataclass
class Heard:
    """What a reader got until the end, or until it broke off."""

    text: str = ""
    receipt: Receipt = field(default_factory=Receipt)


@asynccontextmanager
async def in_order(
    session: aiohttp.ClientSession,
    *served: Served | Behaviour,
    rules: OrderRules = QUICK,
    failures: int = 5,
    silence: float = 0.3,
    rates: Rates | None = None,
) -> AsyncIterator[Order]:
    """Endpoints `first`, `second`, …; `silence` is the first one's patience, the others have more."""
    clock, logs = Moment(), [Log() for _ in served]
    endpoints: list[Endpoint] = []
    async with AsyncExitStack() as stack:
        for number, (one, log) in enumerate(zip(served, logs, strict=True)):
            how = Served(one) if isinstance(one, Behaviour) else one
            base_url = await stack.enter_async_context(
                llm_server(
                    behaviour=how.behaviour,
                    first_after=how.first_after,
                    per_token=how.per_token,
                    writes=how.writes,
                    retry_after=how.retry_after,
                    log=log,
                )
            )
            llm = OpenAiCompatibleLlm(
                session,
                base_url=base_url,
                model=f"model-{number + 1}",
                api_key=KEY,
                first_token_seconds=silence if number == 0 else 5.0,
                total_seconds=15.0,
                endpoint=_NAMES[number],
            )
            endpoints.append(
                Endpoint(
                    _NAMES[number],
                    llm,
                    rate=how.rate,
                    rules=BreakerRules(failures=failures, seconds=10.0),
                    now=clock,
                )
            )
        yield Order(ModelsInOrder(endpoints, rules=rules, rates=rates), logs, clock)


async def hear(llm: ModelsInOrder, heard: Heard | None = None) -> Heard:
    """The whole answer; what came until a failure stays in `heard`."""
    heard = heard or Heard()
    async for piece in llm.stream(ASKED, max_tokens=70, receipt=heard.receipt):
        heard.text += piece
    return heard


def all_that_is_told(failure: BaseException | None) -> str:
    """The traceback, and each error in the chain in full."""
    told = "".join(traceback.format_exception(failure)) if failure else ""
    while failure is not None:
        told += repr(failure) + repr(failure.args)
        failure = failure.__cause__ or failure.__context__
    return told


_NAMES = ("first", "second", "third")
