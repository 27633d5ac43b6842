"""How a lower domain tells a higher one: subscribers run in the same transaction."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from vidya.core.db import Connection

Event = TypeVar("Event")
Subscriber = Callable[[Connection, Any], Awaitable[None]]

_subscribers: dict[type, list[Subscriber]] = {}


def subscribe(
    event: type[Event], subscriber: Callable[[Connection, Event], Awaitable[None]]
) -> None:
    """Have `subscriber` run whenever such an event is announced. Subscribing twice is once."""
    known = _subscribers.setdefault(event, [])
    if subscriber not in known:
        known.append(subscriber)


async def announce(db: Connection, event: object) -> None:
    """Run every subscriber now; if one fails, so does what is announced."""
    for subscriber in _subscribers.get(type(event), ()):
        await subscriber(db, event)
