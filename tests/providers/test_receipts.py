"""What an answer used: by the endpoint's own counts, or by an estimate that is marked as one."""

import aiohttp
import pytest

from tests.providers.llm_behaviours import Behaviour
from tests.providers.llm_server import Log, llm_server
from tests.providers.llm_wire import ANSWER
from tests.providers.order import ASKED, Heard, hear, in_order
from vidya.providers.llm.base import ChargedLlm, LlmUnavailable
from vidya.providers.llm.fake import FakeLlm
from vidya.providers.llm.openai_compatible import OpenAiCompatibleLlm
from vidya.providers.llm.receipt import Receipt, Usage, estimate_tokens

_ESTIMATED = estimate_tokens(message.content for message in ASKED)


async def test_the_endpoints_own_counts_are_taken(session: aiohttp.ClientSession) -> None:
    async with in_order(session, Behaviour.proper) as order:
        heard = await hear(order.llm)

    assert heard.receipt.usages == [
        Usage("first", "model-1", 19, 10, is_estimated=False, is_whole=True)
    ]


async def test_thoughts_that_stand_in_the_total_alone_are_counted(
    session: aiohttp.ClientSession,
) -> None:
    async with in_order(session, Behaviour.counts_always) as order:
        [usage] = (await hear(order.llm)).receipt.usages

    assert (usage.input_tokens, usage.output_tokens, usage.is_estimated) == (19, 50, False)


@pytest.mark.parametrize("behaviour", [Behaviour.no_done, Behaviour.counts_oddly])
async def test_without_counts_that_can_be_read_tokens_are_estimated(
    session: aiohttp.ClientSession, behaviour: Behaviour
) -> None:
    async with in_order(session, behaviour) as order:
        [usage] = (await hear(order.llm)).receipt.usages

    assert usage == Usage(
        "first",
        "model-1",
        _ESTIMATED,
        estimate_tokens([ANSWER]),
        is_estimated=True,
        is_whole=True,
    )


async def test_an_endpoint_that_takes_no_wish_for_counts_is_asked_without_from_then_on(
    session: aiohttp.ClientSession,
) -> None:
    async with in_order(session, Behaviour.counts_not) as order:
        first, second = await hear(order.llm), await hear(order.llm)

    assert first.text == second.text == ANSWER
    assert order.asked == [3]  # refused, answered; answered
    assert [len(heard.receipt.usages) for heard in (first, second)] == [1, 1]


async def test_what_broke_off_is_charged_for_what_came(session: aiohttp.ClientSession) -> None:
    heard = Heard()
    async with in_order(session, Behaviour.cut_off) as order:
        with pytest.raises(LlmUnavailable):
            await hear(order.llm, heard)

    [usage] = heard.receipt.usages
    assert usage.output_tokens == estimate_tokens([heard.text])
    assert (usage.is_estimated, usage.is_whole) == (True, False)


@pytest.mark.parametrize(
    ("behaviour", "charged"),
    [
        (Behaviour.silent, 1),  # it has the question, and may be working on it
        (Behaviour.silent_stream, 1),
        (Behaviour.refusal, 1),
        (Behaviour.failing, 0),
        (Behaviour.html, 0),
        (Behaviour.too_many, 0),
        (Behaviour.bad_key, 0),
        (Behaviour.disconnects, 0),
    ],
)
async def test_an_endpoint_that_said_nothing_is_charged_where_it_took_the_question(
    session: aiohttp.ClientSession, behaviour: Behaviour, charged: int
) -> None:
    async with in_order(session, behaviour, Behaviour.proper) as order:
        usages = (await hear(order.llm)).receipt.usages

    assert [usage.endpoint for usage in usages] == ["first"] * charged + ["second"]


async def test_nobody_there_charges_nothing(session: aiohttp.ClientSession) -> None:
    async with llm_server(log=Log()) as base_url:
        pass
    receipt = Receipt()
    llm = OpenAiCompatibleLlm(
        session,
        base_url=base_url,
        model="tiny",
        api_key=None,
        first_token_seconds=5.0,
        total_seconds=5.0,
    )

    with pytest.raises(LlmUnavailable):
        await anext(llm.stream(ASKED, max_tokens=9, receipt=receipt))

    assert receipt == Receipt()


async def test_a_charged_model_writes_on_the_receipt_it_was_given() -> None:
    receipt = Receipt()
    llm = ChargedLlm(FakeLlm("Plants ", "grow."), receipt)

    pieces = [piece async for piece in llm.stream(ASKED, max_tokens=9)]

    assert pieces == ["Plants ", "grow."]
    assert llm.name == receipt.answered_by == "fake"
    assert receipt.usages[0].is_whole
