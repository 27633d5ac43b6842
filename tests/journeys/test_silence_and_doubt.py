"""Silence, nonsense and doubtful hearing: met kindly twice, then the call ends politely."""

import pytest

from tests.demo_school import Look
from tests.journeys.calls import dial, press, say, stay_silent
from tests.patient_model import PatientModel
from tests.running import ASHA, SHARED, Running

SKY = "Why is the sky blue?"
SORRY = "I cannot hear you well, so I will end the call now. Please call again. Goodbye."


async def test_silence_is_met_kindly_twice_and_then_the_call_ends(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    kind = [await stay_silent(phone) for _ in range(2)]
    last = await stay_silent(phone)

    assert all("I did not hear anything. What would you like to know?" in said for said in kind)
    assert last == SORRY
    assert not phone.in_call


async def test_whoever_speaks_in_between_is_not_cut_off(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    for _ in range(4):
        await stay_silent(phone)
        await stay_silent(phone)
        assert "scatter" in await say(phone, SKY)
    for _ in range(4):
        await stay_silent(phone)
        await stay_silent(phone)
        await press(phone, "1")

    assert phone.in_call


async def test_silence_at_a_choice_ends_as_kindly(product: Running) -> None:
    phone = product.phone(SHARED)
    await dial(phone)

    kind = [await stay_silent(phone) for _ in range(2)]
    await stay_silent(phone)

    assert all("मुझे कोई बटन सुनाई नहीं दिया।" in said for said in kind)
    assert not phone.in_call


@pytest.mark.parametrize("noise", ["😀🎉", "um", "...", "है"])
async def test_nonsense_is_met_kindly_twice_and_then_the_call_ends(
    product: Running, model: PatientModel, noise: str
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    first = await say(phone, noise)
    await say(phone, noise)
    assert phone.in_call
    await say(phone, noise)

    assert not phone.in_call
    assert "why is the sky blue?" in first or "आसमान नीला क्यों है?" in first
    assert model.asked == []


async def test_what_was_heard_with_doubt_is_confirmed_by_key(
    product: Running, model: PatientModel
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    read_back = await say(phone, SKY, confidence=0.2)
    asked_before = list(model.asked)
    answer = await press(phone, "1")

    assert read_back == f"I heard: {SKY} If that is right, press 1. If not, press 2."
    assert asked_before == []
    assert "scatter" in answer


async def test_what_was_heard_with_doubt_is_confirmed_by_word(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    await say(phone, "why is the sky glue", confidence=0.2)
    refused = await say(phone, "no", confidence=0.3)
    await say(phone, SKY, confidence=0.3)
    answer = await say(phone, "yes", confidence=0.3)

    assert "Please say your question again, slowly and near the phone." in refused
    assert "scatter" in answer


async def test_a_wrong_key_does_not_lose_what_was_heard_with_doubt(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SKY, confidence=0.2)

    wrong = await press(phone, "*")
    zero = await press(phone, "0")
    silent = await stay_silent(phone)

    assert all(f"I heard: {SKY}" in said for said in (wrong, zero, silent))
    assert "scatter" in await press(phone, "1")


async def test_a_clear_question_goes_before_one_heard_with_doubt(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, "what is an egg oh", confidence=0.2)

    assert "scatter" in await say(phone, SKY)


async def test_noise_heard_with_doubt_over_and_over_ends_the_call(
    product: Running, look: Look
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    replies = [await say(phone, "mumble mumble radio", confidence=0.1) for _ in range(4)]

    assert replies[2].startswith("I heard:")
    assert replies[3] == SORRY
    assert not phone.in_call
    assert look("SELECT * FROM questions") == []
