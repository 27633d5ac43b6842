"""Who may send a webhook: Twilio by its signature, or the simulator beside us."""

from collections.abc import Mapping

import pytest

from tests.api.webhooks import INCOMING, STATUS, begin, new_call, post, signed
from tests.demo_school import Look
from tests.patient_model import RunWith
from tests.running import ASHA, Running

TOKEN = "0123456789abcdef0123456789abcdef"
PUBLIC = "https://tutor.example.in"
WITH_TOKEN = {"twilio": {"auth_token": TOKEN}}
ELSEWHERE = (
    {"X-Forwarded-For": "203.0.113.9"},
    {"Forwarded": "for=203.0.113.9"},
    {"X-Real-IP": "203.0.113.9"},
    {"Via": "1.1 proxy"},
    {"Host": "tutor.example.in"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
)


async def test_a_right_signature_is_let_in(with_model: RunWith) -> None:
    async with with_model(**WITH_TOKEN) as product:
        form = new_call()
        headers = signed(product.url + INCOMING, form, token=TOKEN)

        reply = await post(product, INCOMING, form, headers=headers)

    assert "Hello Asha" in reply.text


@pytest.mark.parametrize(
    "signature",
    [None, "", "x", "Lm9wZW4gc2VzYW1l", "ü\u00ff", " ", "a" * 5_000],
)
async def test_a_missing_or_wrong_signature_is_refused_and_nothing_begins(
    with_model: RunWith, look: Look, signature: str | None
) -> None:
    async with with_model(**WITH_TOKEN) as product:
        headers = {} if signature is None else {"X-Twilio-Signature": signature}

        replies = [
            await post(product, path, new_call(), headers=headers) for path in (INCOMING, STATUS)
        ]

    assert [reply.status for reply in replies] == [403, 403]
    assert "Asha" not in replies[0].text
    assert look("SELECT * FROM calls") == look("SELECT * FROM identify_calls") == []


async def test_a_signature_holds_for_its_own_address_and_form_only(with_model: RunWith) -> None:
    async with with_model(**WITH_TOKEN) as product:
        form = new_call()
        right = signed(product.url + INCOMING, form, token=TOKEN)
        forged_address = signed("https://tutor.example.in" + INCOMING, form, token=TOKEN)
        forged_key = signed(product.url + INCOMING, form, token="another")

        changed = await post(product, INCOMING, {**form, "From": "+919000000003"}, headers=right)
        added = await post(product, INCOMING, {**form, "Digits": "1"}, headers=right)
        moved = await post(product, STATUS, form, headers=right)
        queried = await post(product, INCOMING + "?a=1", form, headers=right)
        address = await post(product, INCOMING, form, headers=forged_address)
        key = await post(product, INCOMING, form, headers=forged_key)

    assert {r.status for r in (changed, added, moved, queried, address, key)} == {403}


async def test_parameters_that_twilio_adds_without_notice_are_signed_too(
    with_model: RunWith,
) -> None:
    async with with_model(**WITH_TOKEN) as product:
        form = new_call(StirVerstat="TN-Validation-Passed-A", FromCity="पटना", Empty="")
        headers = signed(product.url + INCOMING, form, token=TOKEN)

        reply = await post(product, INCOMING, form, headers=headers)

    assert "Hello Asha" in reply.text


async def test_behind_a_proxy_the_public_address_is_what_was_signed(with_model: RunWith) -> None:
    proxied = {"X-Forwarded-For": "54.172.60.0", "Host": "tutor-7f9c.internal"}
    async with with_model(**WITH_TOKEN, public_url=PUBLIC) as product:
        form = new_call()
        as_called = signed(PUBLIC + INCOMING, form, token=TOKEN) | proxied
        with_port = signed(PUBLIC + ":443" + INCOMING, form, token=TOKEN) | proxied
        as_seen = signed(product.url + INCOMING, form, token=TOKEN) | proxied

        called = await post(product, INCOMING, form, headers=as_called)
        ported = await post(product, INCOMING, form, headers=with_port)
        seen = await post(product, INCOMING, form, headers=as_seen)

    assert "Hello Asha" in called.text
    assert "Hello Asha" in ported.text
    assert seen.status == 403
    assert "VIDYA_PUBLIC_URL" in seen.text


async def test_a_query_is_part_of_the_address(with_model: RunWith) -> None:
    path = INCOMING + "?schools=a,b&asked=1"
    async with with_model(**WITH_TOKEN, public_url=PUBLIC) as product:
        form = new_call()

        right = await post(product, path, form, headers=signed(PUBLIC + path, form, token=TOKEN))
        without = await post(
            product, path, form, headers=signed(PUBLIC + INCOMING, form, token=TOKEN)
        )

    assert right.status == 200
    assert without.status == 403


async def test_a_signed_call_goes_on_to_its_end(with_model: RunWith, look: Look) -> None:
    async with with_model(**WITH_TOKEN) as product:
        phone = product.phone(ASHA)

        await phone.dial()
        await phone.say("Why is the sky blue?")
        await phone.press("9")

    assert phone.failure is None
    assert "scatter" in " ".join(part.text for part in phone.heard)
    assert look("SELECT status FROM calls") == [{"status": "completed"}]


@pytest.mark.parametrize("headers", ELSEWHERE)
async def test_without_a_token_only_this_machine_is_served(
    running: Running, look: Look, headers: Mapping[str, str]
) -> None:
    reply = await post(running, INCOMING, new_call(), headers=headers)

    assert reply.status == 403
    assert "VIDYA_TWILIO__AUTH_TOKEN" in reply.text
    assert look("SELECT * FROM calls") == []


@pytest.mark.parametrize("headers", ELSEWHERE)
async def test_the_simulator_is_closed_to_others(
    running: Running, headers: Mapping[str, str]
) -> None:
    form, _ = await begin(running)
    paths = ("/simulator", f"/simulator/trace/{form['CallSid']}")

    replies = [await post(running, path, b"", headers=headers, method="GET") for path in paths]
    replies.append(await post(running, "/simulator/sign", b"{}", headers=headers))

    assert [reply.status for reply in replies] == [403, 403, 403]
    assert not any("Asha" in reply.text for reply in replies)


async def test_the_simulator_signs_for_this_machine_alone(with_model: RunWith) -> None:
    body = b'{"url": "/voice/twilio/incoming", "form": {"CallSid": "CA1"}}'
    async with with_model(**WITH_TOKEN) as product:
        own = await post(product, "/simulator/sign", body)
        other = await post(product, "/simulator/sign", body, headers={"Via": "1.1 proxy"})

    expected = signed(product.url + INCOMING, {"CallSid": "CA1"}, token=TOKEN)
    assert expected["X-Twilio-Signature"] in own.text
    assert other.status == 403


async def test_without_the_simulator_its_addresses_are_not_there(with_model: RunWith) -> None:
    async with with_model(simulator=False) as product:
        statuses = [
            (await post(product, path, b"", method="GET")).status
            for path in ("/simulator", "/simulator/trace/CA1", "/simulator/sign")
        ]

    assert statuses == [404, 404, 404]


async def test_the_simulator_signs_nothing_that_is_no_webhook(with_model: RunWith) -> None:
    bodies = (
        b"",
        b"[]",
        b"null",
        b"\xff",
        b'{"url": 1, "form": {}}',
        b'{"url": "/x", "form": {"a": 1}}',
        b'{"url": "/x", "form": {"a": "\\ud800"}}',
        b"[" * 15_000,
        b'{"url": "' + b"a" * 20_000 + b'", "form": {}}',
    )
    async with with_model(**WITH_TOKEN) as product:
        replies = [await post(product, "/simulator/sign", body) for body in bodies]

    assert {reply.status for reply in replies} == {422}
    assert all("Send" in reply.text for reply in replies)
