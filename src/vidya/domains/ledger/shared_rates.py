"""The rates of endpoints, shared by all processes through the database."""

from dataclasses import dataclass

from vidya.core.db import Database
from vidya.domains.ledger import service
from vidya.domains.ledger.models import Draw
from vidya.providers.llm.rates import Allowance, Priority, Rate

_NO_LIMIT = Draw(amount=0.0, needs=0.0, most=0.0, a_second=1.0)


@dataclass(frozen=True)
class SharedRates:
    """Each taking is a short transaction of its own, over before any model is called."""

    database: Database

    async def take(self, endpoint: str, rate: Rate, *, tokens: int, priority: Priority) -> float:
        reserve = rate.reserve if priority is Priority.background else 0.0
        async with self.database.shared() as db:
            return await service.take_rate(
                db,
                endpoint,
                requests=_draw(Allowance.of(rate.requests), 1.0, reserve),
                tokens=_draw(Allowance.of(rate.tokens), float(tokens), reserve),
            )


def _draw(allowance: Allowance | None, amount: float, reserve: float) -> Draw:
    if allowance is None:
        return _NO_LIMIT
    return Draw(
        amount=amount,
        needs=allowance.needs(amount, reserve=reserve),
        most=allowance.most,
        a_second=allowance.a_second,
    )
