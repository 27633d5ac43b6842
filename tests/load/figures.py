"""The arithmetic of the measurements: quantiles, medians, and figures held against a limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median


class NothingMeasured(ValueError):
    """There is no figure of an empty list."""


@dataclass(frozen=True)
class Spread:
    """How a measure is spread, in the unit of its values."""

    count: int
    p50: float
    p95: float
    p99: float
    worst: float


@dataclass(frozen=True)
class Target:
    """A figure with the most that it may be."""

    name: str
    measured: float
    limit: float
    unit: str

    @property
    def is_met(self) -> bool:
        return self.measured <= self.limit


@dataclass(frozen=True)
class Round:
    """What one round of requests cost; CPU is user and system time together."""

    requests: int
    server_seconds: float
    database_seconds: float
    latencies_ms: tuple[float, ...] = ()

    @property
    def server_us(self) -> float:
        """Microseconds of the server's CPU a request."""
        return self.server_seconds / self.requests * 1e6

    @property
    def database_us(self) -> float:
        """Microseconds of PostgreSQL's CPU a request."""
        return self.database_seconds / self.requests * 1e6


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of all does not exceed (nearest rank)."""
    if not values:
        raise NothingMeasured("Nothing was measured.")
    return sorted(values)[max(1, ceil(share * len(values))) - 1]


def spread(values: Sequence[float]) -> Spread:
    return Spread(
        count=len(values),
        p50=quantile(values, 0.50),
        p95=quantile(values, 0.95),
        p99=quantile(values, 0.99),
        worst=max(values),
    )


def median_ratio(ours: Sequence[Round], theirs: Sequence[Round]) -> float:
    """Our server's CPU over theirs: the median of the rounds, each against the one beside it.

    Rounds beside each other met the same machine; a disturbed pair is outvoted.
    """
    return median(our.server_us / their.server_us for our, their in zip(ours, theirs, strict=True))
