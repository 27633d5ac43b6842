"""English and Hindi; and what is said where a language is not spoken yet."""

import pytest

from tests.demo_school import Look
from tests.journeys.calls import dial, press, say
from tests.patient_model import PatientModel
from tests.running import ASHA, Running

TAMIL = "ஒளிச்சேர்க்கை என்றால் என்ன?"


async def test_the_language_of_a_call_is_changed_by_key(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    choice = await press(phone, "7")
    chosen = await press(phone, "2")

    assert choice == "For English, press 1. हिंदी के लिए 2 दबाइए।"
    assert "मैं हिंदी बोलूँगी।" in chosen
    assert phone.gather is not None
    assert phone.gather.language == "hi-IN"


async def test_who_asks_in_devanagari_is_answered_in_hindi(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    await say(phone, "भारत छोड़ो आंदोलन कब हुआ?")

    assert phone.heard[-1].language == "hi-IN"
    assert phone.gather is not None
    assert phone.gather.language == "hi-IN"


@pytest.mark.parametrize(
    ("speech", "name"),
    [(TAMIL, "Tamil"), ("روشنی کیا ہے؟", "Urdu"), ("光合作用是什么", "another language")],
)
async def test_a_language_that_is_not_spoken_is_said_so(
    product: Running, model: PatientModel, look: Look, speech: str, name: str
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    reply = await say(phone, speech)
    chosen = await press(phone, "1")

    assert f"That sounded like {name}. I cannot speak it yet." in reply
    assert "यह भाषा अभी नहीं बोल सकती।" in reply
    assert "For English, press 1." in reply
    assert "I will speak English." in chosen
    assert model.asked == []
    assert look("SELECT * FROM questions") == []


async def test_a_child_whose_language_is_not_spoken_is_offered_another(
    product: Running, look: Look
) -> None:
    look("UPDATE learners SET language = 'ta' WHERE name = 'Asha' RETURNING name")
    phone = product.phone(ASHA)

    greeting = await dial(phone)
    chosen = await press(phone, "2")

    assert "I cannot speak Tamil yet." in greeting
    assert "मैं अभी तमिल नहीं बोल सकती।" in greeting
    assert "For English, press 1." in greeting
    assert "मैं हिंदी बोलूँगी।" in chosen


async def test_an_answer_keeps_its_voice_when_the_language_changes(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, "Why is the sky blue?")
    await press(phone, "7")
    await press(phone, "2")

    await press(phone, "1")

    voices = {part.language for part in phone.heard if "scatter" in part.text}
    assert voices == {"en-IN"}


async def test_the_recogniser_expects_the_words_of_the_childs_books(product: Running) -> None:
    phone = product.phone(ASHA)

    await dial(phone)

    assert phone.gather is not None
    assert "rainbows" in phone.gather.hints
    assert phone.gather.barge_in
    assert phone.gather.inputs == {"dtmf", "speech"}
