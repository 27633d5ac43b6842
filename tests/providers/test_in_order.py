"""Several models in order of preference: what each fault of the first one leads to."""

import asyncio
import sys
from collections.abc import Callable
from contextlib import aclosing, suppress

import aiohttp
import pytest

from tests.load.model_calls import PROMPT
from tests.providers.llm_behaviours import Behaviour
from tests.providers.llm_wire import ANSWER
from tests.providers.order import (
    ASKED,
    KEY,
    Heard,
    Moment,
    Served,
    all_that_is_told,
    hear,
    in_order,
)
from vidya.core.errors import Unavailable
from vidya.providers.llm.base import LlmUnavailable
from vidya.providers.llm.endpoint import Endpoint
from vidya.providers.llm.first_word import OrderRules
from vidya.providers.llm.in_order import ModelsInOrder
from vidya.providers.llm.openai_compatible import OpenAiCompatibleLlm
from vidya.providers.llm.rates import OwnRates, Priority, Rate

BEFORE_THE_FIRST_WORD = [
    Behaviour.silent,
    Behaviour.silent_stream,
    Behaviour.keep_alive,
    Behaviour.disconnects,
    Behaviour.not_http,
    Behaviour.html,
    Behaviour.no_choices,
    Behaviour.empty_choice,
    Behaviour.nothing,
    Behaviour.refusal,
    Behaviour.too_many,
    Behaviour.failing,
    Behaviour.down,
    Behaviour.bad_key,
    Behaviour.redirect,
    Behaviour.endless_event,
    Behaviour.gzipped_rubbish,
]
IN_MID_SENTENCE = [
    Behaviour.stalls,
    Behaviour.cut_off,
    Behaviour.dies,
    Behaviour.not_json,
    Behaviour.content_filter,
    Behaviour.out_of_tokens,
    Behaviour.error_inside,
]


@pytest.mark.parametrize("behaviour", BEFORE_THE_FIRST_WORD)
async def test_a_model_that_says_nothing_is_followed_by_the_next(
    session: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture, behaviour: Behaviour
) -> None:
    async with in_order(session, behaviour, Behaviour.proper) as order:
        heard = await hear(order.llm)

    assert heard.text == ANSWER
    assert heard.receipt.answered_by == "model-2"
    assert order.asked[1] == 1
    assert caplog.messages == ["A model failed."]
    assert KEY not in caplog.text + repr([vars(record) for record in caplog.records])


@pytest.mark.parametrize("behaviour", IN_MID_SENTENCE)
async def test_a_model_that_breaks_off_in_mid_sentence_is_not_followed_by_another(
    session: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture, behaviour: Behaviour
) -> None:
    heard = Heard()
    async with in_order(session, behaviour, Behaviour.proper) as order:
        with pytest.raises(LlmUnavailable) as raised:
            await hear(order.llm, heard)

    assert heard.text
    assert heard.receipt.answered_by == "model-1"
    assert order.asked == [1, 0]
    assert KEY not in all_that_is_told(raised.value) + caplog.text


async def test_a_flood_is_broken_off(session: aiohttp.ClientSession) -> None:
    async with in_order(session, Behaviour.flood, Behaviour.proper) as order:
        with pytest.raises(LlmUnavailable, match="far more than it was asked for"):
            await hear(order.llm)

    assert order.asked == [1, 0]


async def test_a_server_killed_in_mid_sentence_breaks_the_answer_off(
    session: aiohttp.ClientSession,
) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.load.model_server", "60", "0.1", stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        port = int(await process.stdout.readline())
        llm = ModelsInOrder([Endpoint("killed", _llm(session, port))])
        heard = Heard()
        with pytest.raises(LlmUnavailable, match="line broke") as raised:
            await _hear_while(process.kill, llm, heard)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()

    assert heard.text
    assert heard.receipt.usages[0].is_estimated
    assert KEY not in all_that_is_told(raised.value)


async def test_when_no_model_speaks_each_one_is_named_with_its_reason(
    session: aiohttp.ClientSession,
) -> None:
    async with in_order(session, Behaviour.silent, Behaviour.bad_key, Behaviour.html) as order:
        with pytest.raises(LlmUnavailable) as raised:
            await hear(order.llm)

    assert str(raised.value) == (
        "No model answered. first: The model took too long. "
        "second: The model answered with status 401, invalid_api_key. "
        "third: The model answered text/html, not a stream."
    )
    assert order.asked == [1, 1, 2]  # only what may pass is asked once more
    assert KEY not in all_that_is_told(raised.value)


async def test_a_model_that_failed_too_often_is_left_alone_until_a_trial_succeeds(
    session: aiohttp.ClientSession,
) -> None:
    async with in_order(session, Behaviour.failing, Behaviour.proper, failures=2) as order:
        for _ in range(4):
            await hear(order.llm)
        left_alone = order.asked
        order.clock.now += 10
        await hear(order.llm)
        tried = order.asked
        order.clock.now += 19
        await hear(order.llm)

    assert left_alone == [2, 4]
    assert tried == [3, 5]
    assert order.asked == [3, 6]  # the pause has doubled


async def test_only_one_question_tries_a_model_that_was_left_alone(
    session: aiohttp.ClientSession,
) -> None:
    async with in_order(session, Behaviour.silent, Behaviour.proper, failures=1) as order:
        await hear(order.llm)
        order.clock.now += 10
        await asyncio.gather(*(hear(order.llm) for _ in range(5)))

    assert order.asked == [2, 6]


async def test_a_trial_that_nobody_waited_for_leaves_room_for_the_next(
    session: aiohttp.ClientSession,
) -> None:
    async with in_order(session, Behaviour.silent, Behaviour.proper, failures=1) as order:
        await hear(order.llm)
        order.clock.now += 10
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await hear(order.llm)
        await hear(order.llm)

    assert order.asked == [3, 2]


async def test_refusals_do_not_close_a_model(session: aiohttp.ClientSession) -> None:
    async with in_order(session, Behaviour.refusal, Behaviour.proper, failures=1) as order:
        for _ in range(3):
            await hear(order.llm)

    assert order.asked == [3, 3]


@pytest.mark.parametrize(
    ("retry_after", "rests"), [("40", 40), (None, 10), ("Thu, 01 Jan 2099 00:00:00 GMT", 3600)]
)
async def test_a_model_with_too_much_to_do_is_left_alone_for_as_long_as_it_says(
    session: aiohttp.ClientSession, retry_after: str | None, rests: int
) -> None:
    busy = Served(Behaviour.too_many, retry_after=retry_after)
    async with in_order(session, busy, Behaviour.proper) as order:
        await hear(order.llm)
        order.clock.now += rests - 1
        await hear(order.llm)
        before = order.asked
        order.clock.now += 2
        await hear(order.llm)

    assert before == [1, 2]
    assert order.asked == [2, 3]


async def test_a_slow_model_is_overtaken_where_that_is_set(session: aiohttp.ClientSession) -> None:
    rules = OrderRules(hedge_after=0.1)
    slow = Served(first_after=5.0)
    async with in_order(session, slow, Behaviour.proper, rules=rules, silence=10.0) as order:
        heard = await hear(order.llm)
        await asyncio.wait_for(order.logs[0].left.wait(), 5)

    assert heard.text == ANSWER
    assert heard.receipt.answered_by == "model-2"
    assert sorted(usage.endpoint for usage in heard.receipt.usages) == ["first", "second"]
    assert _connections(session) == 0


async def test_a_model_that_speaks_in_time_is_not_overtaken(session: aiohttp.ClientSession) -> None:
    rules = OrderRules(hedge_after=5.0)
    async with in_order(session, Behaviour.proper, Behaviour.proper, rules=rules) as order:
        heard = await hear(order.llm)

    assert heard.receipt.answered_by == "model-1"
    assert order.asked == [1, 0]


async def test_a_model_that_fails_is_not_waited_for_where_others_may_overtake(
    session: aiohttp.ClientSession,
) -> None:
    rules = OrderRules(hedge_after=30.0)
    async with (
        asyncio.timeout(5),
        in_order(session, Behaviour.failing, Behaviour.proper, rules=rules) as order,
    ):
        assert (await hear(order.llm)).text == ANSWER


async def test_of_two_that_speak_at_the_same_moment_one_is_heard_and_the_other_ended(
    session: aiohttp.ClientSession,
) -> None:
    rules = OrderRules(hedge_after=0.001)
    slow = Served(per_token=0.02, writes=1000)
    async with in_order(session, slow, slow, rules=rules, silence=5.0) as order:
        answers = await asyncio.gather(*(hear(order.llm) for _ in range(10)))

    assert {heard.text for heard in answers} == {ANSWER}
    assert _connections(session) == 0


async def test_a_database_that_is_down_is_a_reason_and_no_crash(
    session: aiohttp.ClientSession,
) -> None:
    limited = Served(rate=Rate(requests=60))
    for hedge_after in (None, 5.0):
        rules = OrderRules(hedge_after=hedge_after, pause=0.01)
        async with in_order(session, limited, rules=rules, rates=_NoDatabase()) as order:
            with pytest.raises(LlmUnavailable, match="first: The database is away"):
                await hear(order.llm)


async def test_an_overtaken_reader_who_leaves_ends_both_calls(
    session: aiohttp.ClientSession,
) -> None:
    rules = OrderRules(hedge_after=0.05)
    async with in_order(
        session, Behaviour.silent, Behaviour.silent, rules=rules, silence=30.0
    ) as order:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.4):
                await hear(order.llm)
        for log in order.logs:
            await asyncio.wait_for(log.left.wait(), 5)

    assert _connections(session) == 0


async def test_a_reader_who_has_heard_enough_ends_the_call(session: aiohttp.ClientSession) -> None:
    heard = Heard()
    slow = Served(per_token=0.05, writes=1000)
    async with in_order(session, slow, Behaviour.proper, silence=5.0) as order:
        async with aclosing(
            order.llm.stream(ASKED, max_tokens=70, receipt=heard.receipt)
        ) as pieces:
            async for piece in pieces:
                heard.text += piece
                break
        await asyncio.wait_for(order.logs[0].left.wait(), 5)

    [usage] = heard.receipt.usages
    assert (usage.endpoint, usage.is_estimated, usage.is_whole) == ("first", True, False)
    assert usage.input_tokens > 0
    assert _connections(session) == 0


async def test_a_caller_whose_rate_is_used_up_is_answered_by_the_next_model(
    session: aiohttp.ClientSession,
) -> None:
    narrow = Served(rate=Rate(requests=2))
    rates = OwnRates(Moment())
    async with in_order(session, narrow, Behaviour.proper, rates=rates) as order:
        answers = [await hear(order.llm) for _ in range(3)]

    assert [heard.receipt.answered_by for heard in answers] == ["model-1", "model-2", "model-2"]


async def test_background_work_waits_for_its_rate_and_callers_go_first(
    session: aiohttp.ClientSession,
) -> None:
    wide = Served(rate=Rate(requests=60))  # ten at once
    rates = OwnRates(Moment())
    rules = OrderRules(background_waits=0.0)
    async with in_order(session, wide, rules=rules, rates=rates) as order:
        written = await _until_refused(order.llm.for_background())
        after = await _until_refused(order.llm)

    assert (written, after) == (7, 3)


class _NoDatabase:
    async def take(self, endpoint: str, rate: Rate, *, tokens: int, priority: Priority) -> float:
        raise Unavailable("The database is away.")


def _llm(session: aiohttp.ClientSession, port: int) -> OpenAiCompatibleLlm:
    return OpenAiCompatibleLlm(
        session,
        base_url=f"http://127.0.0.1:{port}/v1",
        model="words-1",
        api_key=KEY,
        first_token_seconds=20.0,
        total_seconds=60.0,
    )


async def _hear_while(what: Callable[[], None], llm: ModelsInOrder, heard: Heard) -> None:
    """It happens when the first word is heard."""
    async for piece in llm.stream(PROMPT, max_tokens=70, receipt=heard.receipt):
        if not heard.text:
            what()
        heard.text += piece


async def _until_refused(llm: ModelsInOrder) -> int:
    answered = 0
    with suppress(LlmUnavailable):
        while answered < 20:
            await hear(llm)
            answered += 1
    return answered


def _connections(session: aiohttp.ClientSession) -> int:
    connector = session.connector
    assert connector is not None
    return len(connector._acquired)
