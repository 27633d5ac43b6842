"""What is written soon after each other is kept together, and nothing waits long."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from vidya.domains.tutor.gathering import gathered


def a_breath(_batch: tuple[int, ...]) -> float:
    return 0.2


async def written(*pauses: float) -> AsyncGenerator[int, None]:
    """0, 1, 2 …, each after its pause in seconds."""
    for number, pause in enumerate(pauses):
        await asyncio.sleep(pause)
        yield number


async def batches(items: AsyncGenerator[int, None]) -> list[tuple[int, ...]]:
    return [batch.items async for batch in gathered(items, breath=a_breath)]


async def test_the_first_sentence_is_kept_by_itself_and_the_rest_together() -> None:
    assert await batches(written(0, 0.01, 0.01, 0.01)) == [(0,), (1, 2, 3)]


async def test_what_is_there_in_the_same_moment_is_kept_together() -> None:
    assert await batches(written(0, 0, 0)) == [(0, 1, 2)]


async def test_how_long_the_next_may_take_is_told_from_the_last() -> None:
    asked: list[tuple[int, ...]] = []

    def longer_each_time(batch: tuple[int, ...]) -> float:
        asked.append(batch)
        return 0.02 * len(asked)

    told = [
        batch.items async for batch in gathered(written(0, 0.04, 0.08), breath=longer_each_time)
    ]

    assert told == [(0,), (1,), (2,)]
    assert asked == [(0,), (1,)]


async def test_a_sentence_does_not_wait_for_one_that_is_long_in_coming() -> None:
    told: list[tuple[int, ...]] = []
    may_end = asyncio.Event()

    async def slow() -> AsyncGenerator[int, None]:
        yield 0
        await asyncio.sleep(0.01)
        yield 1
        await may_end.wait()
        yield 2

    async with asyncio.timeout(10):
        async for batch in gathered(slow(), breath=a_breath):
            told.append(batch.items)
            if told == [(0,), (1,)]:
                may_end.set()

    assert told == [(0,), (1,), (2,)]


async def test_the_last_batch_says_so_even_when_nothing_is_left() -> None:
    ended = [batch async for batch in gathered(_lingering(), breath=a_breath)]
    nothing = [batch async for batch in gathered(written(), breath=a_breath)]

    assert [(batch.items, batch.is_last) for batch in ended] == [((0,), False), ((), True)]
    assert [(batch.items, batch.is_last) for batch in nothing] == [((), True)]


async def _lingering() -> AsyncGenerator[int, None]:
    yield 0
    await asyncio.sleep(0.01)


async def test_a_failure_of_the_writer_is_that_of_its_reader() -> None:
    async def breaks() -> AsyncGenerator[int, None]:
        yield 0
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await batches(breaks())


async def test_a_reader_who_stops_early_stops_the_writer() -> None:
    ended = asyncio.Event()

    async def endless() -> AsyncGenerator[int, None]:
        try:
            while True:
                yield 0
                await asyncio.sleep(60)
        finally:
            ended.set()

    writer = endless()
    batching = gathered(writer, breath=a_breath)
    first = await anext(batching)
    await batching.aclose()
    await writer.aclose()

    assert first.items == (0,)
    assert ended.is_set()
