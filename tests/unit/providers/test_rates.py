"""Requests and tokens a minute: never more than the limit, and callers before background work."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.providers.order import Moment
from vidya.providers.llm.rates import Allowance, OwnRates, Priority, Rate

_BRIEFLY = settings(max_examples=40, deadline=None)
_LIMITS = st.integers(2, 300)
_TOKENS = st.integers(1, 4_000)
_STEPS = st.lists(
    st.tuples(st.floats(0, 20), _TOKENS, st.sampled_from(list(Priority))), min_size=1, max_size=30
)


@_BRIEFLY
@given(limit=_LIMITS, steps=_STEPS)
async def test_no_minute_has_more_requests_than_the_limit(
    limit: int, steps: list[tuple[float, int, Priority]]
) -> None:
    clock = Moment()
    rates = OwnRates(clock)
    taken: list[float] = []
    for pause, tokens, priority in steps:
        clock.now += pause
        while not await rates.take("a", Rate(limit), tokens=tokens, priority=priority):
            taken.append(clock.now)
            if len(taken) > 2 * limit:
                break

    assert all(_in_the_minute_from(at, taken) <= limit for at in taken)


@_BRIEFLY
@given(limit=st.integers(1_000, 100_000), steps=_STEPS)
async def test_no_minute_has_more_tokens_than_the_limit_but_for_one_question_that_is_larger(
    limit: int, steps: list[tuple[float, int, Priority]]
) -> None:
    clock = Moment()
    rates = OwnRates(clock)
    taken: list[tuple[float, int]] = []
    for pause, tokens, priority in steps:
        clock.now += pause
        rate = Rate(tokens=limit)
        if not await rates.take("a", rate, tokens=tokens, priority=priority):
            taken.append((clock.now, tokens))

    largest = max((tokens for _, tokens in taken), default=0)
    allowance = Allowance.of(limit)
    assert allowance is not None
    over = max(0.0, largest - allowance.most)
    for begun, _ in taken:
        assert sum(n for at, n in taken if begun <= at < begun + 60) <= limit + over + 1e-6


@_BRIEFLY
@given(limit=_LIMITS, tokens=_TOKENS, priority=st.sampled_from(list(Priority)))
async def test_who_waits_for_as_long_as_was_told_is_let_through(
    limit: int, tokens: int, priority: Priority
) -> None:
    clock = Moment()
    rates = OwnRates(clock)
    rate = Rate(limit, limit * 1_000)
    while not (wait := await rates.take("a", rate, tokens=tokens, priority=priority)):
        pass

    clock.now += wait + 1e-6

    assert await rates.take("a", rate, tokens=tokens, priority=priority) == 0


@_BRIEFLY
@given(limit=st.integers(20, 300))
async def test_background_work_always_leaves_the_reserve_to_callers(limit: int) -> None:
    rates = OwnRates(Moment())
    rate = Rate(limit, reserve=0.3)
    while not await rates.take("a", rate, tokens=1, priority=Priority.background):
        pass
    callers = 0
    while not await rates.take("a", rate, tokens=1, priority=Priority.caller):
        callers += 1

    allowance = Allowance.of(limit)
    assert allowance is not None
    assert callers >= int(0.3 * allowance.most)


async def test_endpoints_have_rates_of_their_own() -> None:
    rates = OwnRates(Moment())
    rate = Rate(2)
    await rates.take("a", rate, tokens=1, priority=Priority.caller)

    assert await rates.take("a", rate, tokens=1, priority=Priority.caller) > 0
    assert await rates.take("b", rate, tokens=1, priority=Priority.caller) == 0


async def test_without_a_limit_nothing_waits() -> None:
    rates = OwnRates(Moment())

    waits = [
        await rates.take("a", Rate(), tokens=9, priority=Priority.background) for _ in range(9)
    ]

    assert waits == [0.0] * 9


def _in_the_minute_from(begun: float, taken: list[float]) -> int:
    return sum(begun <= at < begun + 60 for at in taken)
