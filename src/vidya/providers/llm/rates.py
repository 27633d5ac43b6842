"""What an endpoint may be asked in a minute, and who comes first when that is short."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

_AT_ONCE = 1 / 6
"""Of a minute's allowance, what may go out at once; the rest comes back over the minute."""


class Priority(StrEnum):
    caller = "caller"  # somebody waits
    background = "background"  # nobody waits: pre-generation, judging


@dataclass(frozen=True)
class Rate:
    """Requests and tokens a minute of one endpoint; None is without a limit."""

    requests: int | None = None
    tokens: int | None = None
    reserve: float = 0.3
    """The share of what may go out at once that is kept for callers, 0 to 1."""


@dataclass(frozen=True)
class Allowance:
    """A bucket: `most` is in it when it is full, and `a_second` flows in.

    In no minute more than the limit goes out: what is in a full bucket and what flows in within
    the minute are the limit together.
    """

    most: float
    a_second: float

    @classmethod
    def of(cls, a_minute: int | None) -> "Allowance | None":
        """None for no limit. A single request fits into every bucket."""
        if a_minute is None:
            return None
        most = max(1.0, a_minute * _AT_ONCE)
        return cls(most, max(a_minute - most, a_minute * _AT_ONCE) / 60)

    def needs(self, amount: float, *, reserve: float) -> float:
        """What must be in the bucket before the amount is taken.

        More than is ever in it is taken from a full one, which is then in debt.
        """
        return min(amount + reserve * self.most, self.most)


@dataclass(frozen=True)
class Bucket:
    """One allowance at one moment, as a value."""

    allowance: Allowance
    level: float
    at: float

    @classmethod
    def full(cls, allowance: Allowance, *, now: float) -> "Bucket":
        return cls(allowance, allowance.most, now)

    def later(self, now: float) -> "Bucket":
        """A clock that went back fills nothing."""
        passed = max(0.0, now - self.at)
        level = min(self.allowance.most, self.level + passed * self.allowance.a_second)
        return Bucket(self.allowance, level, max(self.at, now))

    def wait(self, amount: float, *, reserve: float) -> float:
        """Seconds until the amount may be taken; 0 is now."""
        missing = self.allowance.needs(amount, reserve=reserve) - self.level
        return max(0.0, missing / self.allowance.a_second)

    def without(self, amount: float) -> "Bucket":
        return Bucket(self.allowance, self.level - amount, self.at)


class Rates(Protocol):
    """Rates that all who ask share."""

    async def take(self, endpoint: str, rate: Rate, *, tokens: int, priority: Priority) -> float:
        """0 when one request of so many tokens may go out now, and is counted.

        Else nothing is counted, and the seconds are told until it is worth asking again.
        """
        ...


class OwnRates:
    """Rates within one process, for where there is no database, and for tests."""

    def __init__(self, now: "Clock") -> None:
        self._now = now
        self._buckets: dict[str, tuple[Bucket | None, Bucket | None]] = {}

    async def take(self, endpoint: str, rate: Rate, *, tokens: int, priority: Priority) -> float:
        now = self._now()
        asked = (1.0, float(tokens))
        reserve = rate.reserve if priority is Priority.background else 0.0
        buckets = [bucket and bucket.later(now) for bucket in self._of(endpoint, rate, now)]
        pairs = list(zip(buckets, asked, strict=True))
        wait = max((b.wait(amount, reserve=reserve) for b, amount in pairs if b), default=0.0)
        if wait <= 0:
            buckets = [bucket and bucket.without(amount) for bucket, amount in pairs]
        self._buckets[endpoint] = (buckets[0], buckets[1])
        return wait

    def _of(self, endpoint: str, rate: Rate, now: float) -> tuple[Bucket | None, Bucket | None]:
        if endpoint in self._buckets:
            return self._buckets[endpoint]
        requests, tokens = Allowance.of(rate.requests), Allowance.of(rate.tokens)
        return (
            Bucket.full(requests, now=now) if requests else None,
            Bucket.full(tokens, now=now) if tokens else None,
        )


class Clock(Protocol):
    """Seconds that only go forward."""

    def __call__(self) -> float: ...
