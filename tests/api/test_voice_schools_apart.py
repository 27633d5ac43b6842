"""No webhook, and nothing of the simulator, tells one school about another."""

from uuid import uuid4

import pytest

from tests.api.other_school import KIRAN, LINE, NAME, NAMED_ADULT, open_other_school
from tests.api.webhooks import INCOMING, Reply, begin, new_call, post
from tests.demo_school import Look
from tests.running import ASHA, STRANGER, Running
from vidya.app.demo import LINE as DEMO_LINE

SECRETS = (NAME, "Kiran", KIRAN, LINE, NAMED_ADULT, "HIMA", "tectonic")
LOST = "I lost the thread of this call."


def says_nothing(reply: Reply) -> bool:
    return reply.status < 500 and not any(secret in reply.text for secret in SECRETS)


async def test_every_address_with_the_ids_of_another_school_reveals_nothing(
    product: Running, look: Look
) -> None:
    """Each id of the other school in each place of each address, on a call of our own."""
    other = await open_other_school(product)
    kiran, greeting = await begin(product, From=KIRAN, To=LINE)
    await post(product, greeting.next_step, {**kiran, "SpeechResult": "why tectonic plates move"})
    own, own_greeting = await begin(product)
    own_school, own_call, own_step = own_greeting.next_step.rsplit("/", 3)[1:]
    (their_call,) = look("SELECT call_id FROM calls WHERE call_sid = %s", kiran["CallSid"])
    (question,) = look("SELECT question_id, answer_id FROM questions")
    before = _state(look)

    ids = [other.school_id, other.learner_id, their_call["call_id"], *question.values()]
    replies = [
        await post(product, path, {**own, "Digits": "1"})
        for path in _addresses([str(i) for i in ids], own_school, own_call, own_step)
    ]

    assert "Kiran" in greeting.text
    assert all(says_nothing(reply) for reply in replies)
    assert all(LOST in reply.text for reply in replies)
    assert _state(look) == before


async def test_the_trace_of_a_call_is_found_by_its_own_id_alone(product: Running) -> None:
    other = await open_other_school(product)
    own, _ = await begin(product)
    kiran, _ = await begin(product, From=KIRAN, To=LINE)

    found = await post(product, f"/simulator/trace/{own['CallSid']}", b"", method="GET")
    misses = [
        await post(product, f"/simulator/trace/{wrong}", b"", method="GET")
        for wrong in (other.school_id, other.learner_id, uuid4(), "CA0", kiran["CallSid"][:-1])
    ]

    assert '"learner":"Asha"' in found.text
    assert says_nothing(found)
    assert {reply.status for reply in misses} == {404}
    assert all(says_nothing(reply) for reply in misses)


async def test_a_step_of_another_call_is_lost_and_changes_nothing(
    product: Running, look: Look
) -> None:
    mine, _ = await begin(product)
    _, theirs = await begin(product)
    before = _state(look)

    taken = await post(product, theirs.next_step, {**mine, "Digits": "9"})
    waited = await post(product, theirs.next_step.replace("/turn/", "/wait/"), mine)
    unknown = await post(product, theirs.next_step, {**mine, "CallSid": "CA0", "Digits": "9"})

    assert all(LOST in reply.text for reply in (taken, waited, unknown))
    assert _state(look) == before


async def test_the_alert_is_told_to_the_named_adult_alone(product: Running) -> None:
    other = await open_other_school(product)
    path = f"/voice/twilio/alert/{other.school_id}"
    placed = new_call(From=LINE, Direction="outbound-api")

    adult = await post(product, path, {**placed, "To": NAMED_ADULT})
    stranger = await post(product, path, {**placed, "To": STRANGER})
    inbound = await post(product, path, new_call(From=NAMED_ADULT, To=LINE))
    nowhere = await post(product, f"/voice/twilio/alert/{uuid4()}", placed)
    no_id = await post(product, "/voice/twilio/alert/HIMA", placed)

    assert f"Vidya, calling for {NAME}" in adult.text
    assert all(LOST in r.text and says_nothing(r) for r in (stranger, inbound, nowhere, no_id))


async def test_on_its_own_line_a_school_knows_its_own_people_only(product: Running) -> None:
    await open_other_school(product)

    _, kiran_elsewhere = await begin(product, From=KIRAN, To=DEMO_LINE)
    _, stranger = await begin(product, From=STRANGER, To=LINE)

    # The only school that knows a phone takes its call, whichever line was dialled.
    assert "Hello Kiran" in kiran_elsewhere.text
    assert f"This is {NAME}. I do not know this number." in stranger.text


async def test_a_phone_of_two_schools_belongs_to_the_line_that_was_dialled(
    product: Running,
) -> None:
    await open_other_school(product, shared_phone=ASHA)

    _, demo = await begin(product, From=ASHA, To=DEMO_LINE)
    _, other = await begin(product, From=ASHA, To=LINE)

    assert "Hello Asha" in demo.text
    assert "Hello Kiran" in other.text


async def test_on_a_line_of_neither_school_the_caller_chooses(product: Running, look: Look) -> None:
    await open_other_school(product, shared_phone=ASHA)
    phone = product.phone(ASHA, to="+911149999999")
    await phone.dial()
    choice = " ".join(part.text for part in phone.heard)
    await phone.silence()
    await phone.press("7")
    key = next(key for key in "12" if f"For {NAME}, press {key}." in choice)

    await phone.press(key)

    assert "For Vidya Demo School, press" in choice
    assert "Hello Kiran" in phone.heard[-2].text
    assert phone.warnings == []
    assert len(look("SELECT * FROM calls")) == 1


async def test_who_does_not_choose_a_school_is_let_go_kindly(product: Running, look: Look) -> None:
    await open_other_school(product, shared_phone=ASHA)
    phone = product.phone(ASHA, to="+911149999999")
    await phone.dial()

    for _ in range(3):
        if phone.in_call:
            await phone.silence()

    assert not phone.in_call
    assert phone.failure is None
    assert "Please call again." in phone.heard[-1].text
    assert look("SELECT * FROM calls") == []


@pytest.mark.parametrize("digits", ["9", "0", "²", "", "1" * 5_000])
async def test_a_school_that_does_not_know_the_phone_cannot_be_chosen(
    product: Running, look: Look, digits: str
) -> None:
    other = await open_other_school(product)
    form = new_call(From=ASHA, To="+911149999999", Digits=digits)

    reply = await post(product, f"{INCOMING}?schools={other.school_id}", form)

    assert says_nothing(reply)
    assert "Hello Asha" in reply.text


def _addresses(ids: list[str], school: str, call: str, step: str) -> list[str]:
    """Each id in the place of the school, of the call, and of both."""
    voice = "/voice/twilio"
    paths = []
    for strange in ids:
        for kind in ("turn", "wait"):
            paths += [
                f"{voice}/{kind}/{strange}/{call}/{step}",
                f"{voice}/{kind}/{school}/{strange}/{step}",
                *(f"{voice}/{kind}/{strange}/{second}/{step}" for second in ids),
            ]
        paths.append(f"{voice}/alert/{strange}")
    return paths


def _state(look: Look) -> list[dict[str, object]]:
    return look("SELECT call_id, step, dialogue, response, status FROM calls ORDER BY call_id")
