"""Whatever comes in, the caller hears a kind sentence or the sender a clear one, and nothing is lost."""

import json

import pytest

from tests.api.webhooks import INCOMING, STATUS, Reply, begin, new_call, post
from tests.running import SHARED, STRANGER
from tests.standing_product import Standing

pytestmark = pytest.mark.asyncio(loop_scope="module")

STRANGE_TEXTS = {
    "zero bytes": "why is\x00 the sky blue",
    "control characters": "why \x01\x02\x0b\x1f is the sky blue",
    "noncharacters": "why \ufffe\uffff is the sky blue",
    "markup": "why </Say><Hangup/> & <Dial>+1900</Dial> ]]>",
    "emoji": "😀🎉👍🏽",
    "mixed scripts": "why आकाश blue ஏன் is the نیلا sky",
    "right to left": "\u202ewhy is the sky blue",
    "combining": "w" + "\u0301" * 500 + "hy",
    "blanks": " \t\n ",
    "4,000 characters": "why does light bend in water " * 138,
    "one long word": "a" * 4_000,
    "long in Devanagari": "प्रकाश क्यों मुड़ता है " * 180,
    "brackets": "((((((((((" * 400,
    "digits": "1" * 4_000,
    "formula": "\\frac{" * 600,
}


def is_kind(reply: Reply) -> bool:
    """Said on the line, as TwiML that Twilio would not even warn about."""
    return reply.status == 200 and bool(reply.document.verbs) and not reply.document.warnings


@pytest.mark.parametrize("missing", ["CallSid", "From", "To", "CallStatus", "Direction"])
async def test_a_ring_without_a_parameter_is_met_kindly(standing: Standing, missing: str) -> None:
    product, _ = standing
    form = new_call()
    del form[missing]

    reply = await post(product, INCOMING, form)

    assert is_kind(reply)


@pytest.mark.parametrize("call_sid", ["", "C" * 65, "\x00", "' OR 1=1 --", "क्या"])
async def test_a_strange_call_id_is_met_kindly(standing: Standing, call_sid: str) -> None:
    product, _ = standing
    assert is_kind(await post(product, INCOMING, new_call(CallSid=call_sid)))


async def test_of_doubled_parameters_the_first_counts(standing: Standing) -> None:
    product, _ = standing
    form, greeting = await begin(product)
    body = f"CallSid={form['CallSid']}&CallSid=CA0&Digits=9&Digits=1".encode()

    reply = await post(product, greeting.next_step, body)

    assert "Goodbye Asha" in reply.text


@pytest.mark.parametrize("path", [INCOMING, STATUS])
async def test_a_body_of_a_megabyte_is_refused_in_words(standing: Standing, path: str) -> None:
    product, _ = standing
    reply = await post(product, path, b"SpeechResult=" + b"a" * 1_000_000)

    assert reply.status == 422
    assert "at most 65536 bytes" in reply.text


async def test_a_refused_body_leaves_the_call_as_it_was(standing: Standing) -> None:
    product, _ = standing
    form, greeting = await begin(product)

    await post(product, greeting.next_step, b"SpeechResult=" + b"a" * 1_000_000)
    answer = await post(product, greeting.next_step, {**form, "Digits": "0"})

    assert "press 1" in answer.text


@pytest.mark.parametrize(
    "body", [b"\xff\xfe\x00", "From=आशा".encode(), b"&".join([b"a=1"] * 300), b"\x00" * 100]
)
async def test_what_is_no_form_is_refused_in_words_or_met_kindly(
    standing: Standing, body: bytes
) -> None:
    product, _ = standing
    reply = await post(product, INCOMING, body)

    assert (reply.status == 422 and "Send a form" in reply.text) or is_kind(reply)


@pytest.mark.parametrize(
    "content_type", ["application/json", "text/plain", "multipart/form-data", "x", ""]
)
async def test_a_wrong_content_type_is_met_kindly(standing: Standing, content_type: str) -> None:
    product, _ = standing
    reply = await post(
        product, INCOMING, json.dumps(new_call()).encode(), headers={"Content-Type": content_type}
    )

    assert is_kind(reply)
    assert "I lost the thread of this call." in reply.text


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"])
async def test_only_a_post_is_taken(standing: Standing, method: str) -> None:
    product, _ = standing
    _, greeting = await begin(product)

    statuses = [
        (await post(product, path, b"", method=method)).status
        for path in (INCOMING, STATUS, greeting.next_step)
    ]

    assert statuses == [405, 405, 405]


@pytest.mark.parametrize("text", STRANGE_TEXTS.values(), ids=STRANGE_TEXTS.keys())
@pytest.mark.parametrize("confidence", ["0.9", "0.1"])
async def test_whatever_is_said_the_call_goes_on(
    standing: Standing, text: str, confidence: str
) -> None:
    product, _ = standing
    form, greeting = await begin(product)
    heard = {**form, "SpeechResult": text, "Confidence": confidence}

    reply = await post(product, greeting.next_step, heard)
    while "/wait/" in reply.next_step:
        reply = await post(product, reply.next_step, form)
    afterwards = await post(product, reply.next_step, {**form, "Digits": "0"})
    summary = await post(product, afterwards.next_step, {**form, "Digits": "6"})

    assert all(is_kind(r) for r in (reply, afterwards, summary))
    assert "<Dial>" not in reply.text + summary.text


async def test_of_a_very_long_question_the_beginning_is_kept(standing: Standing) -> None:
    product, look = standing
    form, greeting = await begin(product)

    await post(product, greeting.next_step, {**form, "SpeechResult": "why is it so " * 308})

    (question,) = look(
        "SELECT length(text) AS length FROM questions WHERE text LIKE 'why is it so %%'"
    )
    assert question["length"] == 1_000


@pytest.mark.parametrize("digits", ["²", "५", "१३५७", "-1", "1e3", "\x00", "9" * 60_000, "**##"])
@pytest.mark.parametrize("place", ["listening", "names", "class", "code"])
async def test_strange_digits_are_a_wrong_key(standing: Standing, place: str, digits: str) -> None:
    product, _ = standing
    form, reply = await begin(product, From=SHARED if place == "names" else STRANGER)
    for key in {"listening": ["2", "8"], "names": [], "class": ["2"], "code": ["1"]}[place]:
        reply = await post(product, reply.next_step, {**form, "Digits": key})

    strange = await post(product, reply.next_step, {**form, "Digits": digits})
    afterwards = await post(product, strange.next_step, {**form, "Digits": "*"})

    assert is_kind(strange)
    assert is_kind(afterwards)
    assert "/turn/" in afterwards.next_step


async def test_a_pin_in_other_digits_is_no_try(standing: Standing) -> None:
    product, look = standing
    form, names = await begin(product, From=SHARED)
    reply = await post(product, names.next_step, {**form, "Digits": "2"})

    for digits in ("²²²²", "२४६८", "24", "abcd"):
        reply = await post(product, reply.next_step, {**form, "Digits": digits})

    assert look("SELECT pin_failures FROM learners WHERE name = 'Meena'") == [{"pin_failures": 0}]


@pytest.mark.parametrize(
    "step", ["999999999", "9" * 400, "-1", "0", "1.5", "x", "१", "%00", "+1", " 1", "0x1"]
)
@pytest.mark.parametrize("kind", ["turn", "wait"])
async def test_a_step_that_never_was_changes_nothing(
    standing: Standing, kind: str, step: str
) -> None:
    product, look = standing
    form, greeting = await begin(product)
    path = greeting.next_step.rsplit("/", 1)[0].replace("/turn/", f"/{kind}/")

    reply = await post(product, f"{path}/{step}", {**form, "Digits": "9"})

    assert is_kind(reply)
    assert look("SELECT step FROM calls WHERE call_sid = %s", form["CallSid"]) == [{"step": 1}]


@pytest.mark.parametrize(
    "given",
    [
        {"CallStatus": "exploded"},
        {"CallStatus": ""},
        {"CallStatus": "completed", "CallDuration": "-5"},
        {"CallStatus": "completed", "CallDuration": "9" * 400},
        {"CallStatus": "completed", "CallDuration": "²"},
        {"CallSid": "CA0", "CallStatus": "completed"},
        {"CallSid": "\x00" * 900},
        {},
    ],
)
async def test_a_strange_status_is_noted_and_nobodys_error(
    standing: Standing, given: dict[str, str]
) -> None:
    product, _ = standing
    form, _ = await begin(product)

    assert (await post(product, STATUS, {**form, **given})).status == 204


async def test_an_unknown_address_is_not_there(standing: Standing) -> None:
    product, _ = standing
    statuses = [
        (await post(product, path, new_call())).status
        for path in ("/voice/twilio", "/voice/twilio/turn", "/voice/twilio/turn/a/b", "/voice")
    ]

    assert set(statuses) <= {404, 405}


@pytest.mark.parametrize("call_sid", ["%00", "CA%00", "%ff", "x" * 9_000, "%E0%A4%86", "..%2F.."])
async def test_the_trace_of_a_strange_call_is_not_there(standing: Standing, call_sid: str) -> None:
    product, _ = standing
    reply = await post(product, f"/simulator/trace/{call_sid}", b"", method="GET")

    assert reply.status == 404
