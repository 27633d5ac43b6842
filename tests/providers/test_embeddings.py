"""An encoder behind an OpenAI-compatible endpoint, over real sockets, in good days and bad."""

import asyncio
import traceback

import aiohttp
import pytest
from aiohttp import web

from tests.providers.embeddings_server import (
    Answer,
    Log,
    Request,
    bad_key,
    dies,
    embeddings_server,
    in_another_order,
    one_short,
    proper,
    redirect,
    says,
    silent,
    stalls,
)
from vidya.core.http import open_session
from vidya.providers.embeddings.base import EncoderUnavailable
from vidya.providers.embeddings.fake import FakeEncoder
from vidya.providers.embeddings.openai_compatible import OpenAiCompatibleEncoder

_KEY = "sk-5ecret"
_PATIENCE = 20.0  # of a test, far above what any answer here may take


def encoder(
    session: aiohttp.ClientSession, base_url: str, *, batch: int = 64, api_key: str | None = _KEY
) -> OpenAiCompatibleEncoder:
    return OpenAiCompatibleEncoder(
        session,
        base_url=base_url,
        model="tiny",
        api_key=api_key,
        size=2,
        scripts=frozenset({"latin"}),
        seconds=0.5,
        batch=batch,
    )


async def test_each_text_gets_its_vector_of_length_one(session: aiohttp.ClientSession) -> None:
    log = Log()
    async with embeddings_server(proper, log=log) as base_url:
        vectors = await encoder(session, base_url).encode(["odd", "even", "आकाश"])

    request = log.requests[0]
    assert vectors == [(0.6, 0.8), (0.8, 0.6), (0.8, 0.6)]
    assert request.headers["Authorization"] == f"Bearer {_KEY}"
    assert request.body == {
        "model": "tiny",
        "input": ["odd", "even", "आकाश"],
        "encoding_format": "float",
    }


async def test_many_texts_go_in_batches_and_come_back_in_order(
    session: aiohttp.ClientSession,
) -> None:
    log = Log()
    texts = ["x" * length for length in range(1, 12)]
    async with embeddings_server(in_another_order, log=log) as base_url:
        vectors = await encoder(session, base_url, batch=4).encode(texts)

    assert [len(request.body["input"]) for request in log.requests] == [4, 4, 3]
    assert vectors == [(0.6, 0.8) if len(text) % 2 else (0.8, 0.6) for text in texts]


async def test_nothing_to_encode_asks_nobody(session: aiohttp.ClientSession) -> None:
    assert await encoder(session, "http://127.0.0.1:9/v1").encode([]) == []


async def test_an_empty_text_does_not_spoil_its_batch(session: aiohttp.ClientSession) -> None:
    log = Log()
    async with embeddings_server(proper, log=log) as base_url:
        vectors = await encoder(session, base_url).encode(["even", " "])

    assert len(vectors) == 2
    assert all(log.requests[0].body["input"])


async def test_an_endpoint_without_a_key_is_sent_none(session: aiohttp.ClientSession) -> None:
    log = Log()
    async with embeddings_server(proper, log=log) as base_url:
        await encoder(session, base_url + "/", api_key=None).encode(["even"])

    assert "Authorization" not in log.requests[0].headers


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (silent, "too long"),
        (stalls, "too long"),
        (dies, "line broke"),
        (redirect, "status 307"),
        (bad_key, r"status 401, invalid_api_key\.$"),
        (one_short, "each text once"),
        (says("<html>Please sign in.</html>"), "not the one of its API"),
        (says('{"data": "none"}'), "not the one of its API"),
        (says('{"data": []}'), "each text once"),
        (says('{"data": [{"index": 0, "embedding": [1.0]}]}'), "each text once|numbers"),
        (says("<h1>Internal Server Error</h1>", status=500), r"status 500\.$"),
        (
            says('{"error": {"code": "rate_limit_exceeded"}}', status=429, Retry_After="7"),
            "429, rate_limit_exceeded, to be asked again in 7 s",
        ),
    ],
)
async def test_an_endpoint_that_fails_is_named_and_never_tells_the_key(
    session: aiohttp.ClientSession, answer: Answer, reason: str
) -> None:
    async with asyncio.timeout(_PATIENCE), embeddings_server(answer) as base_url:
        with pytest.raises(EncoderUnavailable, match=reason) as caught:
            await encoder(session, base_url).encode(["even", "odd"])

    told = "".join(traceback.format_exception(caught.value))
    assert _KEY not in told


@pytest.mark.parametrize("numbers", ["[1.0]", "[1.0, 2.0, 3.0]", "[0.0, 0.0]"])
async def test_a_vector_that_cannot_be_one_of_this_model_is_refused(
    session: aiohttp.ClientSession, numbers: str
) -> None:
    answer = says(f'{{"data": [{{"index": 0, "embedding": {numbers}}}]}}')
    async with embeddings_server(answer) as base_url:
        with pytest.raises(EncoderUnavailable, match=r"numbers|direction"):
            await encoder(session, base_url).encode(["even"])


async def test_nobody_there_is_an_encoder_that_is_unavailable() -> None:
    async with open_session() as session:
        with pytest.raises(EncoderUnavailable, match="line broke"):
            await encoder(session, "http://127.0.0.1:9/v1").encode(["even"])


async def test_a_batch_that_fails_leaves_no_half_of_the_vectors(
    session: aiohttp.ClientSession,
) -> None:
    log = Log()
    broken = says("", status=500)

    async def first_only(request: Request) -> web.StreamResponse:
        return await (proper if len(log.requests) == 1 else broken)(request)

    async with embeddings_server(first_only, log=log) as base_url:
        with pytest.raises(EncoderUnavailable):
            await encoder(session, base_url, batch=1).encode(["even", "odd"])

    assert len(log.requests) == 2


async def test_the_fake_finds_texts_of_the_same_words_near() -> None:
    asked, near, far = await FakeEncoder().encode(
        ["why is the sky blue", "the sky is blue", "salt dissolves"]
    )

    assert sum(map(float.__mul__, asked, near)) > sum(map(float.__mul__, asked, far)) + 0.2
