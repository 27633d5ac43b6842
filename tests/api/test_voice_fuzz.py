"""Anything at all, sent to any webhook: never an error of ours, and the call goes on."""

from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.api.webhooks import INCOMING, STATUS, Reply, begin, post
from tests.running import ASHA, GUARDIAN, SHARED, STRANGER
from tests.standing_product import Standing

pytestmark = pytest.mark.asyncio(loop_scope="module")

NAMES = ("SpeechResult", "Digits", "Confidence", "CallStatus", "CallDuration", "From", "To")
KEYS = st.text(alphabet="0123456789*#", max_size=6)
WORDS = st.text(max_size=60) | st.sampled_from(
    [
        "yes",
        "no",
        "repeat",
        "हाँ",
        "फिर से",
        "why is the sky blue",
        "3366",
        "2468",
        "-1",
        "1e9",
        "NaN",
    ]
)
FORMS = st.lists(st.tuples(st.sampled_from(NAMES) | st.text(max_size=12), KEYS | WORDS), max_size=8)
STEPS = st.integers(-3, 3).map(str) | st.text(max_size=12)
CALLERS = st.sampled_from([ASHA, SHARED, GUARDIAN, STRANGER, ""])
MODEST = settings(
    max_examples=15,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def check(reply: Reply) -> None:
    """A sentence for the caller, or a clear word to the sender."""
    assert reply.status < 500
    if reply.content_type == "text/xml":
        assert reply.status == 200
        assert reply.document.verbs
        assert reply.document.warnings == ()
    elif reply.status != 204:
        assert reply.status >= 400
        assert reply.text


@given(caller=CALLERS, moves=st.lists(st.tuples(FORMS, st.booleans()), min_size=1, max_size=6))
@MODEST
async def test_a_call_goes_on_whatever_the_caller_does(
    standing: Standing, caller: str, moves: list[tuple[list[tuple[str, str]], bool]]
) -> None:
    product, _ = standing
    form, reply = await begin(product, From=caller)
    check(reply)

    for pairs, over_again in moves:
        step = reply.next_step if "/voice/twilio/" in reply.text else ""
        if not step:
            break  # the call was ended, which is always said
        body = urlencode([("CallSid", form["CallSid"]), *pairs]).encode()
        following = await post(product, step, body)
        check(following)
        if over_again:
            assert (await post(product, step, body)).text == following.text
        reply = following

    check(await post(product, INCOMING, form))


@given(
    body=st.binary(max_size=400), pairs=FORMS, step=STEPS, kind=st.sampled_from(["turn", "wait"])
)
@example(body=b"CallSid=%00&Digits=%ff", pairs=[], step="\x00", kind="turn")
@MODEST
async def test_no_webhook_breaks_whatever_is_sent(
    standing: Standing, body: bytes, pairs: list[tuple[str, str]], step: str, kind: str
) -> None:
    product, look = standing
    form, greeting = await begin(product)
    place = greeting.next_step.rsplit("/", 1)[0].replace("/turn/", f"/{kind}/")
    own = urlencode([("CallSid", form["CallSid"] + "x"), *pairs]).encode()

    for path in (
        INCOMING,
        f"{INCOMING}?schools={quote(step)}&asked={quote(step)}&again={quote(step)}",
        STATUS,
        f"{place}/{quote(step, safe='')}",
        f"/voice/twilio/{kind}/{quote(step, safe='')}/x/1",
        f"/voice/twilio/alert/{quote(step, safe='')}",
    ):
        check(await post(product, path, body))
        check(await post(product, path, own))

    kept = look("SELECT step FROM calls WHERE call_sid = %s", form["CallSid"])
    goes_on = await post(product, greeting.next_step, {**form, "Digits": "0"})
    assert kept == [{"step": 1}]
    assert "press 1" in goes_on.text


@given(
    header=st.sampled_from(["Host", "Origin", "Content-Type", "X-Twilio-Signature", "Accept"]),
    value=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30),
)
@example(header="Host", value="[::1")
@example(header="Host", value="127.0.0.1:x")
@MODEST
async def test_no_header_breaks_a_webhook(standing: Standing, header: str, value: str) -> None:
    product, _ = standing
    form, greeting = await begin(product)

    for path in (INCOMING, STATUS, greeting.next_step, "/simulator/sign"):
        check(await post(product, path, form, headers={header: value}))
