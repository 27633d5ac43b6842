"""A webhook that comes twice, or fifty times at once, has one effect and one answer."""

import asyncio

import pytest

from tests.api.webhooks import INCOMING, STATUS, begin, new_call, post
from tests.demo_school import Look
from tests.patient_model import PatientModel
from tests.running import SHARED, Running

SKY = "Why is the sky blue?"
COPIES = 50


async def test_fifty_copies_of_a_ring_begin_one_call(product: Running, look: Look) -> None:
    form = new_call()

    replies = await asyncio.gather(*(post(product, INCOMING, form) for _ in range(COPIES)))

    assert {reply.status for reply in replies} == {200}
    assert len({reply.text for reply in replies}) == 1
    assert len(look("SELECT * FROM calls")) == len(look("SELECT * FROM identify_calls")) == 1


async def test_fifty_copies_of_a_turn_ask_one_question(
    product: Running, model: PatientModel, look: Look
) -> None:
    form, greeting = await begin(product)
    asked = {**form, "SpeechResult": SKY, "Confidence": "0.9"}

    replies = await asyncio.gather(
        *(post(product, greeting.next_step, asked) for _ in range(COPIES))
    )

    assert {reply.status for reply in replies} == {200}
    assert len({reply.text for reply in replies}) == 1
    assert len(look("SELECT * FROM questions")) == len(look("SELECT * FROM answers")) == 1
    assert look("SELECT asked FROM question_counts") == [{"asked": 1}]
    assert look("SELECT step FROM calls") == [{"step": 2}]


async def test_fifty_copies_of_a_wait_say_the_answer_once(
    product: Running, model: PatientModel, look: Look
) -> None:
    form, greeting = await begin(product)
    await model.say_only(0)
    filler = await post(product, greeting.next_step, {**form, "SpeechResult": SKY})

    async with asyncio.TaskGroup() as deliveries:
        copies = [
            deliveries.create_task(post(product, filler.next_step, form)) for _ in range(COPIES)
        ]
        await model.say_all()

    replies = [copy.result() for copy in copies]
    assert {reply.status for reply in replies} == {200}
    assert len({reply.text for reply in replies}) == 1
    assert "scatter" in replies[0].text
    assert look("SELECT step FROM calls") == [{"step": 3}]
    assert len(model.asked) == 1


async def test_fifty_copies_of_a_wrong_pin_are_one_try(product: Running, look: Look) -> None:
    form, names = await begin(product, From=SHARED)
    asked_pin = await post(product, names.next_step, {**form, "Digits": "2"})

    replies = await asyncio.gather(
        *(post(product, asked_pin.next_step, {**form, "Digits": "0000"}) for _ in range(COPIES))
    )

    assert len({reply.text for reply in replies}) == 1
    assert look("SELECT pin_failures FROM learners WHERE name = 'Meena'") == [{"pin_failures": 1}]


async def test_fifty_copies_of_distress_are_one_alert(product: Running, look: Look) -> None:
    form, greeting = await begin(product)

    await asyncio.gather(
        *(
            post(product, greeting.next_step, {**form, "SpeechResult": "I want to die"})
            for _ in range(COPIES)
        )
    )

    assert len(look("SELECT * FROM safety_alerts")) == 1


async def test_an_old_step_is_answered_as_the_call_stands_and_changes_nothing(
    product: Running, look: Look
) -> None:
    form, greeting = await begin(product)
    answer = await post(product, greeting.next_step, {**form, "Digits": "0"})
    before = look("SELECT dialogue, step FROM calls")

    replayed = await post(product, greeting.next_step, {**form, "Digits": "9"})
    ring = await post(product, INCOMING, form)

    assert replayed.text == ring.text == answer.text
    assert look("SELECT dialogue, step FROM calls") == before


async def test_a_call_that_ended_stays_ended(product: Running, look: Look) -> None:
    form, greeting = await begin(product)
    goodbye = await post(product, greeting.next_step, {**form, "Digits": "9"})
    step = greeting.next_step.rsplit("/", 1)[0] + "/2"

    after = await post(product, step, {**form, "SpeechResult": SKY})

    assert "Goodbye Asha" in goodbye.text
    assert "<Hangup/>" in after.text
    assert look("SELECT * FROM questions") == []


@pytest.mark.parametrize("late", ["ringing", "in-progress", "queued"])
async def test_a_late_status_does_not_bring_a_call_back(
    product: Running, look: Look, late: str
) -> None:
    form, _ = await begin(product)
    over = {**form, "CallStatus": "completed", "CallDuration": "61"}

    statuses = [
        (await post(product, STATUS, given)).status
        for given in (over, over, {**form, "CallStatus": late})
    ]

    assert statuses == [204, 204, 204]
    assert look("SELECT status, seconds FROM calls") == [{"status": "completed", "seconds": 61}]
