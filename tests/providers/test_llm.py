"""A model behind an OpenAI-compatible endpoint, over real sockets, in good days and bad."""

import asyncio
import traceback
from contextlib import aclosing, suppress

import aiohttp
import pytest

from tests.providers.llm_behaviours import Behaviour
from tests.providers.llm_server import Log, llm_server, stream_server
from tests.providers.llm_wire import ANSWER, DONE, event
from vidya.providers.llm.base import LlmUnavailable, Message
from vidya.providers.llm.openai_compatible import OpenAiCompatibleLlm

_KEY = "sk-5ecret"
_ASKED = [Message("system", "Be kind."), Message("user", "पौधे खाना कैसे बनाते हैं?")]
_PATIENCE = 20.0  # of a test, far above what any answer here may take


async def test_an_answer_comes_in_pieces_as_it_is_written(session: aiohttp.ClientSession) -> None:
    log = Log()
    async with llm_server(first_after=0.05, per_token=0.002, writes=6, log=log) as base_url:
        pieces = [piece async for piece in _llm(session, base_url).stream(_ASKED, max_tokens=70)]

    asked = log.asked[0]
    assert "".join(pieces) == ANSWER
    assert len(pieces) > 1
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["Authorization"] == f"Bearer {_KEY}"
    assert asked.headers["Content-Type"] == "application/json"
    assert asked.body == {
        "model": "tiny",
        "messages": [{"role": m.role, "content": m.content} for m in _ASKED],
        "stream": True,
        "max_tokens": 70,
        "temperature": 0.2,
        "stream_options": {"include_usage": True},
    }


async def test_a_letter_torn_between_two_blocks_arrives_whole(
    session: aiohttp.ClientSession,
) -> None:
    stream = event("पौधे") + event(" बढ़ते हैं।") + event(finish="stop") + DONE
    torn = stream.index("पौ".encode()) + 1
    async with stream_server([stream[:torn], stream[torn : torn + 1], stream[torn + 1 :]]) as url:
        answer = await _answer(_llm(session, url))

    assert answer == "पौधे बढ़ते हैं।"


async def test_an_endpoint_without_a_key_is_sent_none(session: aiohttp.ClientSession) -> None:
    log = Log()
    async with llm_server(log=log) as base_url:
        await _answer(_llm(session, base_url + "/", api_key=None))

    assert "Authorization" not in log.asked[0].headers
    assert log.asked[0].path == "/v1/chat/completions"


@pytest.mark.parametrize(
    "behaviour", [Behaviour.no_done, Behaviour.never_ends, Behaviour.thinks_aloud]
)
async def test_an_answer_that_ends_oddly_but_is_whole_is_an_answer(
    session: aiohttp.ClientSession, behaviour: Behaviour
) -> None:
    async with asyncio.timeout(_PATIENCE), llm_server(behaviour=behaviour) as base_url:
        assert await _answer(_llm(session, base_url)) == ANSWER


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        (Behaviour.silent, "too long"),
        (Behaviour.silent_stream, "too long"),
        (Behaviour.keep_alive, "too long"),
        (Behaviour.stalls, "too long"),
        (Behaviour.cut_off, "broke off"),
        (Behaviour.dies, "line broke"),
        (Behaviour.disconnects, "line broke"),
        (Behaviour.not_http, "line broke"),
        (Behaviour.html, "text/html, not a stream"),
        (Behaviour.not_json, "not an answer"),
        (Behaviour.no_choices, "wrote nothing"),
        (Behaviour.empty_choice, "wrote nothing"),
        (Behaviour.nothing, "wrote nothing"),
        (Behaviour.refusal, "refused"),
        (Behaviour.content_filter, "refused"),
        (Behaviour.out_of_tokens, "out of tokens"),
        (Behaviour.error_inside, "InternalServerError"),
        (Behaviour.too_many, "status 429, rate_limit_exceeded"),
        (Behaviour.failing, "status 500"),
        (Behaviour.down, "status 503"),
        (Behaviour.bad_key, "status 401, invalid_api_key"),
        (Behaviour.redirect, "status 307"),
        (Behaviour.endless_event, "without an end"),
        (Behaviour.flood, "far more than it was asked for"),
        (Behaviour.gzipped_rubbish, "line broke"),
    ],
)
async def test_a_model_that_fails_says_so_in_time_and_never_tells_the_key(
    session: aiohttp.ClientSession,
    caplog: pytest.LogCaptureFixture,
    behaviour: Behaviour,
    reason: str,
) -> None:
    async with asyncio.timeout(_PATIENCE), llm_server(behaviour=behaviour) as base_url:
        with pytest.raises(LlmUnavailable, match=reason) as raised:
            await _answer(_llm(session, base_url, first_token_seconds=0.5))

    assert _KEY not in _all_that_is_told(raised.value)
    assert _KEY not in caplog.text


async def test_nobody_there_is_a_model_that_is_down(session: aiohttp.ClientSession) -> None:
    async with llm_server() as base_url:
        pass

    with pytest.raises(LlmUnavailable, match="ClientConnectorError") as raised:
        await _answer(_llm(session, base_url))

    assert _KEY not in _all_that_is_told(raised.value)


async def test_an_address_that_is_none_is_a_model_that_is_down(
    session: aiohttp.ClientSession,
) -> None:
    with pytest.raises(LlmUnavailable, match="line broke"):
        await _answer(_llm(session, "localhost:11434/v1"))


async def test_words_that_trickle_for_too_long_altogether_are_given_up(
    session: aiohttp.ClientSession,
) -> None:
    async with asyncio.timeout(_PATIENCE), llm_server(per_token=0.1, writes=100) as base_url:
        llm = _llm(session, base_url, first_token_seconds=5.0, total_seconds=1.0)
        with pytest.raises(LlmUnavailable, match="too long"):
            await _answer(llm)


async def test_a_reader_who_takes_longer_than_the_model_may_is_not_cut_off(
    session: aiohttp.ClientSession,
) -> None:
    read = ""
    async with llm_server(per_token=0.001, writes=4) as base_url:
        llm = _llm(session, base_url, first_token_seconds=0.3)
        async for piece in llm.stream(_ASKED, max_tokens=70):
            read += piece
            await asyncio.sleep(0.4)

    assert read == ANSWER


@pytest.mark.parametrize(
    ("retry_after", "told"),
    [("20", "to be asked again in 20 s"), ("Fri, 20 Nov 2015 10:00:00 GMT", "again in 0 s")],
)
async def test_a_model_that_has_too_much_to_do_says_when_to_ask_again(
    session: aiohttp.ClientSession, retry_after: str, told: str
) -> None:
    too_many = Behaviour.too_many
    async with llm_server(behaviour=too_many, retry_after=retry_after) as base_url:
        with pytest.raises(LlmUnavailable, match=told):
            await _answer(_llm(session, base_url))


async def test_a_redirect_is_not_followed_with_the_key(session: aiohttp.ClientSession) -> None:
    elsewhere = Log()
    async with (
        llm_server(log=elsewhere) as other,
        llm_server(behaviour=Behaviour.redirect, elsewhere=other) as base_url,
    ):
        with pytest.raises(LlmUnavailable, match="307"):
            await _answer(_llm(session, base_url))

    assert elsewhere.asked == []


async def test_a_parameter_that_a_model_does_not_know_is_left_out_from_then_on(
    session: aiohttp.ClientSession,
) -> None:
    log = Log()
    async with llm_server(unsupported=("max_tokens", "temperature"), log=log) as base_url:
        llm = _llm(session, base_url)
        answers = [await _answer(llm), await _answer(llm)]

    assert answers == [ANSWER, ANSWER]
    assert len(log.asked) == 4  # refused, refused, answered; answered
    assert log.asked[-1].body["max_completion_tokens"] > 70
    assert not {"max_tokens", "temperature"} & set(log.asked[-1].body)


async def test_a_parameter_without_which_we_cannot_ask_is_a_refusal(
    session: aiohttp.ClientSession,
) -> None:
    log = Log()
    async with llm_server(unsupported=("stream",), log=log) as base_url:
        with pytest.raises(LlmUnavailable, match="status 400, unsupported_parameter"):
            await _answer(_llm(session, base_url))

    assert len(log.asked) == 1


async def test_how_hard_a_model_should_think_is_sent_where_it_is_set(
    session: aiohttp.ClientSession,
) -> None:
    log = Log()
    async with llm_server(log=log) as base_url:
        await _answer(_llm(session, base_url, reasoning_effort="low"))

    assert log.asked[0].body["reasoning_effort"] == "low"


async def test_one_connection_serves_one_answer_after_another(
    session: aiohttp.ClientSession,
) -> None:
    log = Log()
    async with llm_server(log=log) as base_url:
        for _ in range(3):
            await _answer(_llm(session, base_url))

    assert len({asked.peer for asked in log.asked}) == 1


async def test_a_kept_connection_that_the_server_closed_meanwhile_costs_no_answer(
    session: aiohttp.ClientSession,
) -> None:
    answered = 0

    async def answer_once_and_hang_up_when_asked_again(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        nonlocal answered
        body = event("Plants grow.") + event(finish="stop") + DONE
        head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: {}\r\n\r\n"
        length = int((await reader.readuntil(b"\r\n\r\n")).split(b"Content-Length: ")[1].split()[0])
        await reader.readexactly(length)
        writer.write(head.format(len(body)).encode() + body)
        answered += 1
        await reader.read(1)
        writer.close()

    server = await asyncio.start_server(answer_once_and_hang_up_when_asked_again, "127.0.0.1", 0)
    async with server:
        llm = _llm(session, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1")
        answers = [await _answer(llm), await _answer(llm)]
        await session.close()

    assert answers == ["Plants grow."] * 2
    assert answered == 2


async def test_a_reader_who_stops_early_ends_the_call(session: aiohttp.ClientSession) -> None:
    log = Log()
    async with llm_server(per_token=0.05, writes=1000, log=log) as base_url:
        async with aclosing(_llm(session, base_url).stream(_ASKED, max_tokens=70)) as pieces:
            async for _ in pieces:
                break
        await asyncio.wait_for(log.left.wait(), _PATIENCE)

        assert _connections(session) == 0


@pytest.mark.parametrize("behaviour", [Behaviour.silent, Behaviour.silent_stream, Behaviour.stalls])
async def test_a_reader_who_is_cancelled_ends_the_call(
    session: aiohttp.ClientSession, behaviour: Behaviour
) -> None:
    log = Log()
    async with llm_server(behaviour=behaviour, log=log) as base_url:
        with pytest.raises(TimeoutError):  # the reader's own, not the model's
            async with asyncio.timeout(0.3):
                await _answer(_llm(session, base_url, first_token_seconds=30.0))
        await asyncio.wait_for(log.left.wait(), _PATIENCE)

        assert _connections(session) == 0


@pytest.mark.parametrize("behaviour", list(Behaviour))
async def test_no_failure_leaves_a_connection_behind(
    session: aiohttp.ClientSession, behaviour: Behaviour
) -> None:
    async with asyncio.timeout(_PATIENCE), llm_server(behaviour=behaviour) as base_url:
        llm = _llm(session, base_url, first_token_seconds=0.3)
        with suppress(LlmUnavailable):
            await _answer(llm)

        assert _connections(session) == 0


async def test_three_hundred_answers_at_once_are_all_whole(session: aiohttp.ClientSession) -> None:
    async with asyncio.timeout(60), llm_server(first_after=0.5, per_token=0.01) as base_url:
        llm = _llm(session, base_url, first_token_seconds=30.0, total_seconds=50.0)
        answers = await asyncio.gather(*(_answer(llm) for _ in range(300)))

    assert set(answers) == {ANSWER}


def _llm(
    session: aiohttp.ClientSession,
    base_url: str,
    *,
    api_key: str | None = _KEY,
    first_token_seconds: float = 5.0,
    total_seconds: float = 15.0,
    reasoning_effort: str | None = None,
) -> OpenAiCompatibleLlm:
    return OpenAiCompatibleLlm(
        session,
        base_url=base_url,
        model="tiny",
        api_key=api_key,
        first_token_seconds=first_token_seconds,
        total_seconds=total_seconds,
        reasoning_effort=reasoning_effort,
    )


async def _answer(llm: OpenAiCompatibleLlm) -> str:
    return "".join([piece async for piece in llm.stream(_ASKED, max_tokens=70)])


def _all_that_is_told(failure: BaseException | None) -> str:
    """The traceback, and each error in the chain in full."""
    told = "".join(traceback.format_exception(failure)) if failure else ""
    while failure is not None:
        told += repr(failure) + repr(failure.args)
        failure = failure.__cause__ or failure.__context__
    return told


def _connections(session: aiohttp.ClientSession) -> int:
    """Connections in use; those kept for the next call are none."""
    connector = session.connector
    assert connector is not None
    return len(connector._acquired)
