"""Sentences gathered into few writes: a child hears one for longer than the next takes to come."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
_SAME_MOMENT = 0.002


@dataclass(frozen=True)
class Batch(Generic[Item]):
    items: tuple[Item, ...]
    is_last: bool
    """Nothing comes after it; it may be empty then."""


async def gathered(
    items: AsyncGenerator[Item, None], *, breath: Callable[[tuple[Item, ...]], float]
) -> AsyncGenerator[Batch[Item], None]:
    """The first item at once, then what came within a breath, and the next, then the rest.

    What follows an item in the same moment, as the sentences of a book do, comes with it.
    `breath` tells from a batch how many seconds may pass before the next one is wanted. An item
    waits for its batch no longer than that, also when nothing follows it.
    """
    now = asyncio.get_running_loop().time
    waiting: list[Item] = []
    due = 0.0
    coming = _next_of(items)
    try:
        while True:
            left = max(due - now(), _SAME_MOMENT) if waiting else None
            await asyncio.wait([coming], timeout=left)
            if coming.done():
                arrived = coming.result()
                if arrived is None:
                    break
                waiting += arrived
                coming = _next_of(items)
            elif now() >= due:
                batch, waiting = tuple(waiting), []
                yield Batch(batch, is_last=False)
                due = now() + breath(batch)
        yield Batch(tuple(waiting), is_last=True)
    finally:
        coming.cancel()
        with suppress(asyncio.CancelledError):
            await coming


def _next_of(items: AsyncGenerator[Item, None]) -> "asyncio.Future[list[Item] | None]":
    """Awaited beside a clock."""
    # `gathered` ends it; a TaskGroup must not be left open over a `yield`.
    return asyncio.ensure_future(_next(items))  # noqa: TID251


async def _next(items: AsyncGenerator[Item, None]) -> list[Item] | None:
    """One item in a list, or None after the last: an item itself may be None."""
    async for item in items:
        return [item]
    return None
