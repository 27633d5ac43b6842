"""What a caller meets when the line misbehaves: a named failure, never an exception."""

import aiohttp
import pytest

from tests.unit.simulator.line import CALLER, LINE, broken_off, calling, response, slow
from vidya.channels.simulator.phone import Ending, LineRules, Phone

GOODBYE = "<Response><Say>Bye.</Say></Response>"


def failure_code(phone: Phone) -> int:
    assert phone.failure is not None
    assert phone.ending is Ending.failure
    assert not phone.in_call
    return phone.failure.code


async def test_a_line_that_dies_in_the_middle_of_its_answer_fails_the_call() -> None:
    async with calling(broken_off("<Response><Say>Light travels")) as (phone, line):
        await phone.dial()

        assert failure_code(phone) == 11200
        assert phone.heard == []
        assert len(line.forms("/voice/twilio/status")) == 1


async def test_a_line_that_answers_too_late_fails_the_call() -> None:
    impatient = LineRules(total_timeout_s=0.1)
    async with calling(slow(GOODBYE, seconds=1), rules=impatient) as (phone, _line):
        await phone.dial()

        assert failure_code(phone) == 11205
        assert phone.exchanges[0].status is None


async def test_twilio_waits_fifteen_seconds_in_all() -> None:
    assert LineRules().total_timeout_s == 15


async def test_a_line_that_is_not_there_fails_the_call() -> None:
    async with aiohttp.ClientSession() as session:
        phone = Phone("http://127.0.0.1:1", CALLER, LINE, session=session)
        await phone.dial()

    assert failure_code(phone) == 11205


@pytest.mark.parametrize("status", [403, 404, 500, 503])
async def test_an_error_status_fails_the_call(status: int) -> None:
    async with calling(response(status=status, text=GOODBYE)) as (phone, _line):
        await phone.dial()

        assert failure_code(phone) == 11217
        assert phone.exchanges[0].status == status


@pytest.mark.parametrize(
    ("text", "content_type"),
    [
        ("<!DOCTYPE html><html><body>It works</body></html>", "text/html"),
        ("<html><body>It works</body></html>", "text/html"),
        ("<Response><Say>Unclosed</Response>", "text/xml"),
        ("", "application/xml"),
    ],
)
async def test_a_document_that_is_no_twiml_fails_the_call(text: str, content_type: str) -> None:
    async with calling(response(text=text, content_type=content_type)) as (phone, _line):
        await phone.dial()

        assert failure_code(phone) == 12100


async def test_a_content_type_that_twilio_cannot_perform_fails_the_call() -> None:
    json = response(text='{"answer": 42}', content_type="application/json")
    async with calling(json) as (phone, _line):
        await phone.dial()

        assert failure_code(phone) == 12300


async def test_plain_text_is_read_aloud_before_the_line_hangs_up() -> None:
    async with calling(response(text="Internal note", content_type="text/plain")) as (phone, _line):
        await phone.dial()

        assert [heard.text for heard in phone.heard] == ["Internal note"]
        assert phone.ending is Ending.line


async def test_twiml_over_64_kilobytes_is_not_read() -> None:
    long = f"<Response><Say>{'a' * 65_536}</Say></Response>"
    async with calling(long) as (phone, _line):
        await phone.dial()

        assert failure_code(phone) == 11750
        assert phone.heard == []


async def test_a_line_that_redirects_for_ever_is_given_up() -> None:
    again = "<Response><Redirect/></Response>"
    async with calling(again, rules=LineRules(most_redirects=5)) as (phone, line):
        await phone.dial()

        assert failure_code(phone) == 11215
        assert len(line.forms("/voice/twilio/incoming")) == 6


async def test_a_failing_status_callback_is_noted_and_harms_nobody() -> None:
    async with calling(GOODBYE) as (phone, line):
        line.answers["/voice/twilio/status"] = [response(status=500)]
        await phone.dial()

        assert phone.ending is Ending.line
        assert phone.failure is None
        last = phone.exchanges[-1].failure
        assert last is not None
        assert last.code == 11217
