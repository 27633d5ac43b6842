"""A lower domain tells a higher one, which acts at once or stops what is announced."""

from dataclasses import dataclass
from typing import cast

import pytest

from vidya.core import events
from vidya.core.db import Connection

DB = cast("Connection", object())


async def test_every_subscriber_hears_of_it_in_order_on_the_same_connection() -> None:
    @dataclass(frozen=True)
    class Happened:
        what: int

    heard: list[tuple[str, int, bool]] = []

    async def first(db: Connection, event: Happened) -> None:
        heard.append(("first", event.what, db is DB))

    async def second(db: Connection, event: Happened) -> None:
        heard.append(("second", event.what, db is DB))

    events.subscribe(Happened, first)
    events.subscribe(Happened, second)
    events.subscribe(Happened, first)

    await events.announce(DB, Happened(7))

    assert heard == [("first", 7, True), ("second", 7, True)]


async def test_a_subscriber_that_fails_stops_what_is_announced() -> None:
    class Happened: ...

    async def fail(_db: Connection, _event: Happened) -> None:
        raise ZeroDivisionError

    events.subscribe(Happened, fail)

    with pytest.raises(ZeroDivisionError):
        await events.announce(DB, Happened())


async def test_an_event_that_nobody_asked_for_is_nothing() -> None:
    class Happened: ...

    await events.announce(DB, Happened())
