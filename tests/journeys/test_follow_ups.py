"""A caller goes on from the answer before, in a few words that mean nothing alone."""

import pytest

from tests.demo_school import Look
from tests.journeys.calls import dial, say
from tests.running import ASHA, Running
from vidya.channels.simulator.phone import Phone

ECHO = "What is an echo?"


async def after_an_answer(product: Running, question: str) -> Phone:
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, question)
    return phone


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("and reverberation?", "What is reverberation?"),
        ("What is it used for?", "What is echo used for?"),
    ],
)
async def test_few_words_are_asked_as_the_question_that_they_are_short_for(
    product: Running, look: Look, words: str, asked: str
) -> None:
    phone = await after_an_answer(product, ECHO)

    await say(phone, words)

    rows = look("SELECT text, follows FROM questions ORDER BY asked_at")
    assert [row["text"] for row in rows] == [ECHO, asked]
    assert rows[-1]["follows"] is None


async def test_why_asks_for_the_reason_of_what_was_just_heard(product: Running, look: Look) -> None:
    phone = await after_an_answer(product, "What is the speed of sound in air?")

    await say(phone, "why?")

    (_, why) = look("SELECT text FROM questions ORDER BY asked_at")
    assert why["text"].startswith("Why is it that")


async def test_an_example_asked_for_by_word_is_that_of_the_key(
    product: Running, look: Look
) -> None:
    phone = await after_an_answer(product, ECHO)

    await say(phone, "can you give me an example")

    rows = look(
        "SELECT q.text, a.follow_up FROM questions q LEFT JOIN answers a USING (school_id, answer_id) ORDER BY q.asked_at"
    )
    assert [row["follow_up"] for row in rows] == [None, "example"]


async def test_the_same_words_on_a_fresh_call_lean_on_nothing(product: Running, look: Look) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    await say(phone, "What is it used for?")

    assert [row["text"] for row in look("SELECT text FROM questions")] == ["What is it used for?"]
