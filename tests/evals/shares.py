"""Shares of counted cases, with the interval that the count allows."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Self

from typing_extensions import override

_Z = 1.959964  # 95 % of a normal distribution lies within so many deviations


@dataclass(frozen=True)
class Share:
    """So many hits of so many cases."""

    hits: int
    of: int

    @classmethod
    def among(cls, outcomes: Iterable[bool]) -> Self:
        counted = list(outcomes)
        return cls(sum(counted), len(counted))

    @property
    def percent(self) -> float:
        return 100 * self.hits / self.of if self.of else 0.0

    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval, in per cent (E. B. Wilson, 1927, JASA 22)."""
        if not self.of:
            return 0.0, 100.0
        share, n = self.hits / self.of, self.of
        middle = share + _Z**2 / (2 * n)
        half = _Z * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
        scale = 1 + _Z**2 / n
        return max(0.0, 100 * (middle - half) / scale), min(100.0, 100 * (middle + half) / scale)

    @override
    def __str__(self) -> str:
        if not self.of:
            return "none asked"
        low, high = self.interval()
        digits = 1 if high < 1 or low > 99 else 0
        return f"{self.percent:.1f} % ({low:.{digits}f} to {high:.{digits}f})"
