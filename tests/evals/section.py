"""What a measurement hands in: tables, floors, and the cases that went wrong."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.evals.desk import Desk
from tests.evals.shares import Share


@dataclass(frozen=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Floor:
    """What a share must reach, or must not pass; it is judged by the share, not its interval."""

    what: str
    share: Share
    at_least: float | None = None
    at_most: float | None = None
    """Per cent, as `at_least`."""

    @property
    def is_met(self) -> bool:
        percent = self.share.percent
        low, high = self.at_least, self.at_most
        return (low is None or percent >= low) and (high is None or percent <= high)

    @property
    def limit(self) -> str:
        if self.at_least is not None:
            return f"at least {self.at_least:g} %"
        return f"at most {self.at_most:g} %"


@dataclass(frozen=True)
class Section:
    title: str
    about: str
    """What was asked of what, in a paragraph."""
    tables: tuple[Table, ...]
    floors: tuple[Floor, ...] = ()
    misses: tuple[str, ...] = ()
    """One line for each case that went wrong."""


Measure = Callable[[Desk], Awaitable[Section | None]]
"""None where what it needs is not there."""
