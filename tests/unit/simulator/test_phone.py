"""A caller on a real socket, who follows TwiML as Twilio documents it."""

import asyncio

import pytest

from tests.unit.simulator.line import (
    CALLER,
    LINE,
    calling,
    slow,
)
from vidya.channels.simulator.phone import AlreadyInCall, Ending, LineRules, NotInCall, Phone
from vidya.channels.simulator.signing import sign

INCOMING = "/voice/twilio/incoming"
STATUS = "/voice/twilio/status"
ASK = (
    '<Response><Gather input="dtmf speech" action="/turn" language="en-IN" finishOnKey="">'
    '<Say language="en-IN">Ask your question.</Say></Gather>'
    "<Say>I heard nothing.</Say></Response>"
)
BYE = '<Response><Say language="hi-IN">फिर मिलेंगे।</Say><Hangup/></Response>'


def words(phone: Phone) -> list[str]:
    return [heard.text for heard in phone.heard]


async def test_dialling_sends_what_twilio_sends() -> None:
    async with calling(ASK) as (phone, line):
        await phone.dial()

        (form,) = line.forms(INCOMING)
        assert form == {
            "CallSid": phone.call_sid,
            "AccountSid": "AC" + "0" * 32,
            "From": CALLER,
            "To": LINE,
            "Caller": CALLER,
            "Called": LINE,
            "ApiVersion": "2010-04-01",
            "Direction": "inbound",
            "CallStatus": "ringing",
        }
        assert len(phone.call_sid) == 34
        assert phone.call_sid.startswith("CA")


async def test_the_caller_hears_the_prompt_in_its_language_and_is_then_waited_for() -> None:
    async with calling(ASK) as (phone, _line):
        await phone.dial()

        (heard,) = phone.heard
        assert (heard.text, heard.language) == ("Ask your question.", "en-IN")
        assert 0 <= heard.at_ms < 5_000
        assert phone.gather is not None
        assert phone.in_call


async def test_spoken_words_reach_the_action_with_their_confidence() -> None:
    async with calling(ASK, turn=BYE) as (phone, line):
        await phone.dial()
        await phone.say("why is the sky blue", confidence=0.82)

        (form,) = line.forms("/turn")
        assert form["SpeechResult"] == "why is the sky blue"
        assert form["Confidence"] == "0.82"
        assert form["CallStatus"] == "in-progress"
        assert "Digits" not in form
        assert words(phone) == ["Ask your question.", "फिर मिलेंगे।"]


async def test_pressed_keys_reach_the_action() -> None:
    async with calling(ASK, turn=BYE) as (phone, line):
        await phone.dial()
        await phone.press("1*#")

        assert [form["Digits"] for form in line.forms("/turn")] == ["1*#"]


async def test_the_finish_key_ends_the_digits_and_is_not_one_of_them() -> None:
    async with calling('<Response><Gather action="/turn"/></Response>', turn=BYE) as (phone, line):
        await phone.dial()
        await phone.press("2468#")

        (form,) = line.forms("/turn")
        assert (form["Digits"], form["FinishedOnKey"]) == ("2468", "#")


async def test_keys_beyond_the_wanted_number_go_to_the_next_gather() -> None:
    one_key = '<Response><Gather numDigits="1" action="/turn"/></Response>'
    async with calling(one_key, turn=one_key) as (phone, line):
        await phone.dial()
        await phone.press("12")

        assert [form["Digits"] for form in line.forms("/turn")] == ["1", "2"]


async def test_a_finish_key_without_digits_is_not_heard() -> None:
    keys = '<Response><Gather action="/turn"/><Say>No key came.</Say></Response>'
    async with calling(keys) as (phone, line):
        await phone.dial()
        await phone.press("#")

        assert line.forms("/turn") == []
        assert words(phone) == ["No key came."]


async def test_silence_falls_through_to_the_next_verb() -> None:
    async with calling(ASK) as (phone, line):
        await phone.dial()
        await phone.silence()

        assert line.forms("/turn") == []
        assert words(phone)[-1] == "I heard nothing."
        assert not phone.in_call


async def test_silence_is_posted_where_the_gather_asks_for_empty_results() -> None:
    gather = '<Response><Gather actionOnEmptyResult="true" action="/turn"/></Response>'
    async with calling(gather, turn=BYE) as (phone, line):
        await phone.dial()
        await phone.silence()

        assert [form["Digits"] for form in line.forms("/turn")] == [""]


async def test_speech_into_a_gather_for_keys_is_not_heard() -> None:
    keys = '<Response><Gather action="/turn"/><Say>Press a key.</Say></Response>'
    async with calling(keys) as (phone, line):
        await phone.dial()
        await phone.say("two")

        assert line.forms("/turn") == []
        assert words(phone) == ["Press a key."]


async def test_a_gather_without_action_posts_to_its_own_document() -> None:
    async with calling("<Response><Gather/></Response>", BYE) as (phone, line):
        await phone.dial()
        await phone.press("7")

        assert [form.get("Digits") for form in line.forms(INCOMING)] == [None, "7"]


async def test_relative_addresses_start_from_the_document() -> None:
    first = "<Response><Redirect>../turns/1?n=1</Redirect></Response>"
    async with calling(first) as (phone, line):
        line.answers["/voice/turns/1"] = ["<Response><Play>ding.wav</Play></Response>"]
        await phone.dial()

        assert line.forms("/voice/turns/1")[0]["n"] == "1"
        assert phone.heard[0].text == f"{line.base_url}/voice/turns/ding.wav"
        assert phone.heard[0].is_sound


async def test_a_redirect_by_get_carries_the_parameters_in_the_address() -> None:
    first = '<Response><Redirect method="GET">/turn?n=2</Redirect></Response>'
    async with calling(first, turn=BYE) as (phone, line):
        await phone.dial()

        assert line.forms("/turn")[0]["n"] == "2"
        assert line.forms("/turn")[0]["CallSid"] == phone.call_sid
        assert [exchange.method for exchange in phone.exchanges] == ["POST", "GET", "POST"]


async def test_a_pause_is_waited_and_words_are_not() -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    slowly = '<Response><Say>One.</Say><Pause length="3"/><Say>Two.</Say></Response>'
    async with calling(slowly, rules=LineRules(sleep=sleep)) as (phone, _line):
        await phone.dial()

        assert waited == [3]
        assert words(phone) == ["One.", "Two."]


async def test_the_end_of_the_document_ends_the_call_and_the_status_callback_says_so() -> None:
    async with calling("<Response><Say>Bye.</Say></Response>") as (phone, line):
        await phone.dial()

        (form,) = line.forms(STATUS)
        assert (form["CallStatus"], form["CallDuration"]) == ("completed", "1")
        assert form["CallSid"] == phone.call_sid
        assert phone.ending is Ending.line


async def test_hanging_up_posts_the_status_callback_once() -> None:
    async with calling(ASK) as (phone, line):
        await phone.dial()
        await phone.hang_up()
        await phone.hang_up()

        assert len(line.forms(STATUS)) == 1
        assert phone.ending is Ending.caller


async def test_hanging_up_while_an_answer_is_awaited_leaves_that_answer_unheard() -> None:
    async with calling(slow(ASK, seconds=0.2)) as (phone, line):
        async with asyncio.TaskGroup() as both:
            both.create_task(phone.dial())
            await line.reached.wait()
            await phone.hang_up()

        assert phone.heard == []
        assert len(line.forms(STATUS)) == 1
        assert [exchange.status for exchange in phone.exchanges] == [200, 200]


@pytest.mark.parametrize(("reason", "status"), [("busy", "busy"), ("rejected", "no-answer")])
async def test_a_rejected_call_is_never_answered(reason: str, status: str) -> None:
    async with calling(f'<Response><Reject reason="{reason}"/></Response>') as (phone, line):
        await phone.dial()

        assert phone.final_status == status
        assert line.forms(STATUS)[0]["CallStatus"] == status


async def test_a_second_call_is_a_new_call() -> None:
    async with calling(ASK) as (phone, line):
        await phone.dial()
        await phone.hang_up()
        await phone.dial()

        first, second = line.forms(INCOMING)
        assert first["CallSid"] != second["CallSid"]
        assert words(phone) == ["Ask your question."]


async def test_nobody_can_speak_outside_a_call_nor_dial_within_one() -> None:
    async with calling(ASK) as (phone, _line):
        with pytest.raises(NotInCall):
            await phone.say("hello")

        await phone.dial()

        with pytest.raises(AlreadyInCall):
            await phone.dial()


async def test_a_keypad_has_no_letters() -> None:
    async with calling(ASK) as (phone, _line):
        await phone.dial()

        with pytest.raises(ValueError, match="no key A"):
            await phone.press("1A")


async def test_every_webhook_is_signed_as_twilio_signs_it() -> None:
    first = '<Response><Redirect method="GET">/turn?n=1</Redirect></Response>'
    async with calling(first, turn=BYE, auth_token="secret") as (phone, line):
        await phone.dial()

        signatures = [headers["X-Twilio-Signature"] for headers in line.headers]
        post, get, _status = phone.exchanges
        assert signatures[0] == sign(line.base_url + INCOMING, post.form, auth_token="secret")
        assert signatures[1] == sign(get.url, {}, auth_token="secret")
        assert "CallSid=" in get.url


async def test_a_server_behind_a_proxy_is_signed_for_by_its_public_address() -> None:
    public = "https://tutor.example.in"
    first = f"<Response><Redirect>{public}/turn?n=1</Redirect></Response>"
    rules = LineRules(public_url=public)
    async with calling(first, turn=BYE, auth_token="secret", rules=rules) as (phone, line):
        await phone.dial()

        signatures = [headers["X-Twilio-Signature"] for headers in line.headers]
        incoming, turn, _status = phone.exchanges
        assert signatures[0] == sign(public + INCOMING, incoming.form, auth_token="secret")
        assert signatures[1] == sign(public + "/turn?n=1", turn.form, auth_token="secret")
        assert turn.url == f"{line.base_url}/turn?n=1"


async def test_without_a_token_nothing_is_signed() -> None:
    async with calling(BYE) as (phone, line):
        await phone.dial()

        assert all("X-Twilio-Signature" not in headers for headers in line.headers)


async def test_each_exchange_is_kept_with_its_answer_and_its_time() -> None:
    async with calling(slow(BYE, seconds=0.05)) as (phone, line):
        await phone.dial()

        first = phone.exchanges[0]
        assert (first.method, first.url, first.status) == ("POST", line.base_url + INCOMING, 200)
        assert first.twiml == BYE
        assert first.form["From"] == CALLER
        assert 50 <= first.milliseconds < 5_000


async def test_what_twilio_would_warn_of_is_kept() -> None:
    async with calling("<Response><Whisper>Hi</Whisper></Response>") as (phone, _line):
        await phone.dial()

        assert phone.warnings == ["12200: <Whisper> is not a TwiML verb; it is left out."]
