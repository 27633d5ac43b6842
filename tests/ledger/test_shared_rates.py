"""Rates of an endpoint, kept to by all processes together, by the clock of the database."""

import asyncio
from time import monotonic

import pytest

from vidya.core.db import Database
from vidya.domains.ledger.shared_rates import SharedRates
from vidya.providers.llm.rates import Allowance, Priority, Rate

_SECONDS = 1.5


@pytest.mark.parametrize("rate", [Rate(requests=1_200), Rate(tokens=120_000)], ids=str)
async def test_two_processes_together_stay_under_the_limit(
    two_pools: list[Database], rate: Rate
) -> None:
    begun = monotonic()
    taken = await asyncio.gather(
        *(_take_for(_SECONDS, SharedRates(database), rate) for database in two_pools * 4)
    )
    elapsed = monotonic() - begun

    allowance = Allowance.of(rate.requests or 1_200)  # 100 tokens each
    assert allowance is not None
    assert allowance.most <= sum(taken) <= allowance.most + allowance.a_second * elapsed + 1
    assert min(taken) > 0


async def test_background_work_leaves_the_reserve_and_a_caller_takes_it(
    two_pools: list[Database],
) -> None:
    ours, theirs = (SharedRates(database) for database in two_pools)
    rate = Rate(requests=60, reserve=0.3)  # ten at once, three of them for callers

    background = [await _take(ours, rate, Priority.background) for _ in range(8)]
    callers = [await _take(theirs, rate, Priority.caller) for _ in range(4)]

    assert [wait == 0 for wait in background] == [True] * 7 + [False]
    assert [wait == 0 for wait in callers] == [True] * 3 + [False]
    assert 0.5 < callers[-1] < 1.3  # one a 1.2 seconds


async def test_who_waits_for_as_long_as_was_told_is_let_through(database: Database) -> None:
    rates = SharedRates(database)
    rate = Rate(requests=600)  # 100 at once, then 8 a second
    while not (wait := await _take(rates, rate, Priority.caller)):
        pass

    await asyncio.sleep(wait)

    assert await _take(rates, rate, Priority.caller) < 0.01


async def test_a_question_larger_than_the_bucket_goes_out_from_a_full_one(
    database: Database,
) -> None:
    rates, rate = SharedRates(database), Rate(tokens=6_000)  # 1,000 at once

    first = await rates.take("first", rate, tokens=3_000, priority=Priority.caller)
    second = await rates.take("first", rate, tokens=1, priority=Priority.caller)

    assert first == 0
    assert second == pytest.approx(2_001 / (5_000 / 60), abs=1)


async def test_endpoints_have_rates_of_their_own_and_none_is_no_limit(database: Database) -> None:
    rates = SharedRates(database)
    await rates.take("a", Rate(2), tokens=1, priority=Priority.caller)

    assert await rates.take("a", Rate(2), tokens=1, priority=Priority.caller) > 0
    assert await rates.take("b", Rate(2), tokens=1, priority=Priority.caller) == 0
    assert await rates.take("c", Rate(), tokens=10**9, priority=Priority.background) == 0
    assert await rates.take("c", Rate(), tokens=10**9, priority=Priority.background) == 0


async def test_a_limit_that_was_lowered_holds_at_once(database: Database) -> None:
    rates = SharedRates(database)
    await rates.take("a", Rate(60_000), tokens=1, priority=Priority.caller)

    waits = [await rates.take("a", Rate(12), tokens=1, priority=Priority.caller) for _ in range(3)]

    assert [wait == 0 for wait in waits] == [True, True, False]


async def _take(rates: SharedRates, rate: Rate, priority: Priority) -> float:
    return await rates.take("first", rate, tokens=100, priority=priority)


async def _take_for(seconds: float, rates: SharedRates, rate: Rate) -> int:
    """How often one was let through, asking again as often as it was told to."""
    taken, until = 0, monotonic() + seconds
    while monotonic() < until:
        wait = await _take(rates, rate, Priority.caller)
        if wait:
            await asyncio.sleep(min(wait, until - monotonic()) if until > monotonic() else 0)
        else:
            taken += 1
    return taken
