"""Calls are placed by Twilio, or it is said that they were not; the token is never told."""

import asyncio
import logging
import traceback

import aiohttp
import pytest

from tests.providers.twilio_server import ACCOUNT, CALL, NUMBER, TOKEN, Fault, twilio_server
from vidya.providers.telephony.base import CallNotPlaced, CallRefused
from vidya.providers.telephony.fake import FakeTelephony
from vidya.providers.telephony.twilio import TwilioTelephony

_CHILD = "+919000000001"
_ANSWER = "https://tutor.example.in/voice/twilio/incoming?question=1&x=a b"
_STATUS = "https://tutor.example.in/voice/twilio/status"
_PATIENCE = 20.0


async def test_a_call_is_placed_and_has_the_providers_id(session: aiohttp.ClientSession) -> None:
    async with twilio_server() as line:
        sid = await _ring(_twilio(session, line.base_url + "/"))

    assert sid == CALL
    assert line.forms == [
        {
            "To": _CHILD,
            "From": NUMBER,
            "Url": _ANSWER,
            "Method": "POST",
            "StatusCallback": _STATUS,
            "StatusCallbackMethod": "POST",
        }
    ]


async def test_a_number_that_is_none_is_refused_for_good_and_not_told(
    session: aiohttp.ClientSession,
) -> None:
    async with twilio_server() as line:
        with pytest.raises(CallRefused, match="status 400, code 21211") as raised:
            await _ring(_twilio(session, line.base_url), to="900000")

    assert "900000" not in str(raised.value)


async def test_a_number_of_somebody_else_is_refused_for_good(
    session: aiohttp.ClientSession,
) -> None:
    async with twilio_server() as line:
        with pytest.raises(CallRefused, match="code 21210"):
            await _ring(_twilio(session, line.base_url, number="+15005550001"))


async def test_a_wrong_token_may_be_put_right(session: aiohttp.ClientSession) -> None:
    async with twilio_server() as line:
        with pytest.raises(CallNotPlaced, match="status 401, code 20003") as raised:
            await _ring(_twilio(session, line.base_url, auth_token="wr0ng"))

    assert not isinstance(raised.value, CallRefused)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.too_many, "status 429, code 20429"),
        (Fault.failing, "status 500, code 20500"),
        (Fault.html, "not a call"),
        (Fault.empty, "not a call"),
        (Fault.no_sid, "not a call"),
        (Fault.dies, "could not be reached"),
        (Fault.hangs_up, "could not be reached"),
        (Fault.silent, "too long"),
        (Fault.endless, "not a call"),
        (Fault.redirect, "status 307"),
        (Fault.not_http, "could not be reached"),
    ],
)
async def test_a_call_that_was_not_placed_may_be_tried_again(
    session: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture, fault: Fault, reason: str
) -> None:
    async with asyncio.timeout(_PATIENCE), twilio_server(fault) as line:
        with pytest.raises(CallNotPlaced, match=reason) as raised:
            await _ring(_twilio(session, line.base_url, seconds=0.5))

        connector = session.connector
        assert connector is not None
        assert not connector._acquired
    assert not isinstance(raised.value, CallRefused)
    assert len(line.forms) == 1, "a phone must not ring twice for one request"
    told = "".join(traceback.format_exception(raised.value)) + caplog.text
    chain = (raised.value, raised.value.__cause__, raised.value.__context__)
    assert TOKEN not in told + repr(chain)
    assert "Basic" not in repr(chain)
    assert _CHILD not in told


async def test_a_redirect_is_not_followed_with_the_token(session: aiohttp.ClientSession) -> None:
    async with (
        twilio_server() as other,
        twilio_server(
            Fault.redirect, elsewhere=f"{other.base_url}/2010-04-01/Accounts/{ACCOUNT}/Calls.json"
        ) as line,
    ):
        with pytest.raises(CallNotPlaced, match="307"):
            await _ring(_twilio(session, line.base_url))

    assert other.forms == []


async def test_whoever_stops_waiting_ends_the_request(session: aiohttp.ClientSession) -> None:
    async with twilio_server(Fault.silent) as line:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await _ring(_twilio(session, line.base_url, seconds=30.0))

        connector = session.connector
        assert connector is not None
        assert not connector._acquired


async def test_a_laptop_notes_the_call_and_keeps_the_number_out_of_the_logs(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    telephony = FakeTelephony()

    sids = [await _ring(telephony), await _ring(telephony)]

    assert len(set(sids)) == 2
    assert telephony.placed == [(_CHILD, _ANSWER)] * 2
    assert _CHILD not in caplog.text


async def _ring(telephony: TwilioTelephony | FakeTelephony, *, to: str = _CHILD) -> str:
    return await telephony.place_call(to=to, answer_url=_ANSWER, status_url=_STATUS)


def _twilio(
    session: aiohttp.ClientSession,
    api_url: str,
    *,
    auth_token: str = TOKEN,
    number: str = NUMBER,
    seconds: float = 5.0,
) -> TwilioTelephony:
    return TwilioTelephony(
        session,
        api_url=api_url,
        account_sid=ACCOUNT,
        auth_token=auth_token,
        number=number,
        seconds=seconds,
    )
