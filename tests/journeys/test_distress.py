"""A child in distress hears people's words, a named adult is told, and no book answers."""

import asyncio
import logging

import pytest

from tests.demo_school import Look
from tests.journeys.calls import dial, press, say
from tests.patient_model import PatientModel
from tests.running import ASHA, SHARED, STRANGER, Running, heard
from vidya.app.demo import LINE, NAMED_ADULT
from vidya.channels.simulator.phone import Phone
from vidya.core.logging import configure_logging
from vidya.providers.telephony.fake import FakeTelephony

SAID = "I want to die"
REPLY = "You can call Childline at 1 0 9 8, free, day and night."


async def until_told(look: Look) -> None:
    async with asyncio.timeout(10):
        while not look("SELECT 1 FROM safety_alerts WHERE told_at IS NOT NULL"):  # noqa: ASYNC110 - a job tells them
            await asyncio.sleep(0.02)


async def test_distress_is_met_with_fixed_words_and_an_adult_is_told(
    product: Running, model: PatientModel, look: Look
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    reply = await say(phone, SAID)
    await until_told(look)

    assert reply.startswith("Thank you for telling me.")
    assert REPLY in reply
    assert phone.in_call
    assert model.asked == []
    assert look("SELECT * FROM answers") == []
    assert look("SELECT source, status FROM questions") == [
        {"source": "safety", "status": "refused"}
    ]
    (alert,) = look("SELECT l.name FROM safety_alerts JOIN learners l USING (learner_id)")
    telephony = product.product.telephony
    assert alert == {"name": "Asha"}
    assert isinstance(telephony, FakeTelephony)
    ((number, address),) = telephony.placed
    assert number == NAMED_ADULT
    assert "/voice/twilio/alert/" in address


async def test_the_named_adult_hears_the_school_and_nothing_of_what_was_said(
    product: Running, look: Look
) -> None:
    child = product.phone(ASHA)
    await dial(child)
    await say(child, SAID)
    await until_told(look)
    telephony = product.product.telephony
    assert isinstance(telephony, FakeTelephony)
    path = telephony.placed[0][1].split("/voice/", 1)[1]

    async with product.session.post(
        f"{product.url}/voice/{path}",
        data={"From": LINE, "To": NAMED_ADULT, "Direction": "outbound-api", "CallSid": "CA1"},
    ) as response:
        spoken = await response.text()

    assert "Vidya, calling for Vidya Demo School" in spoken
    assert "यह विद्या है" in spoken
    assert "die" not in spoken
    assert "Asha" not in spoken


@pytest.mark.parametrize("confidence", [0.05, 0.9])
async def test_distress_is_heard_in_hindi_and_with_doubt(
    product: Running, model: PatientModel, look: Look, confidence: float
) -> None:
    phone = product.phone(SHARED)
    await dial(phone)
    await press(phone, "11")

    reply = await say(phone, "मैं मर जाना चाहता हूँ", confidence=confidence)

    assert "आप अकेले नहीं हैं" in reply
    assert model.asked == []
    assert len(look("SELECT * FROM safety_alerts")) == 1


async def test_a_guest_whose_questions_are_used_up_is_heard_all_the_same(
    product: Running, look: Look
) -> None:
    phone = product.phone(STRANGER)
    await dial(phone)
    await press(phone, "28#")
    for question in ("Why is the sky blue?", "What is an echo?", "What is a shadow?"):
        await say(phone, question)

    reply = await say(phone, SAID)

    assert REPLY in reply
    assert len(look("SELECT * FROM safety_alerts")) == 1


async def test_a_learner_whose_questions_are_used_up_is_heard_all_the_same(
    product: Running, look: Look
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    _use_up(look)

    assert REPLY in await say(phone, SAID)


async def test_what_a_child_said_is_not_in_the_logs(
    product: Running, look: Look, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logging(form="json", level="debug", personal=False)
    try:
        phone = product.phone(ASHA)
        await dial(phone)
        await say(phone, "Why is the sky blue?")
        await say(phone, SAID)
        await until_told(look)
        logged = capsys.readouterr().err
    finally:
        logging.getLogger().handlers.clear()

    assert "A call would be placed now." in logged
    for personal in (SAID, "sky blue", "Asha", ASHA, NAMED_ADULT):
        assert personal not in logged


async def test_the_call_goes_on_after_distress(product: Running) -> None:
    phone: Phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SAID)

    assert "scatter" in await say(phone, "Why is the sky blue?")
    assert "You asked one question." in await press(phone, "6")
    assert SAID not in heard(phone)


def _use_up(look: Look) -> None:
    look(
        """
        INSERT INTO question_counts (school_id, learner_id, day, asked)
        SELECT school_id, learner_id, (now() AT TIME ZONE 'Asia/Kolkata')::date, 50
          FROM learners WHERE name = 'Asha' RETURNING asked
        """
    )
