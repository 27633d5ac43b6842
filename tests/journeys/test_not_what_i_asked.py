"""A caller says that this was not the question, and is answered for just their words."""

import asyncio

import pytest

from tests.api.webhooks import post
from tests.demo_school import Look
from tests.journeys.calls import dial, press, say
from tests.patient_model import PatientModel
from tests.running import ASHA, SHARED, STRANGER, Running
from vidya.channels.simulator.phone import Phone

SKY = "Why is the sky blue?"
SKY_IN_OTHER_WORDS = "What is the reason that the sky is blue?"
AGAIN = "I will look again for just what you asked."
TOLD = "I have told your teacher."


async def taken_for_another(product: Running) -> Phone:
    """A phone on which other words got the answer to a question that somebody asked before."""
    first = product.phone(ASHA)
    await dial(first)
    await say(first, SKY)
    await press(first, "9")
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SKY_IN_OTHER_WORDS)
    return phone


@pytest.mark.parametrize(
    "words",
    [
        "not what I asked",
        "That is not my question.",
        "ये नहीं पूछा था",
        "maine ye nahi poocha",
    ],
)
async def test_a_question_taken_for_another_is_answered_for_itself(
    product: Running, model: PatientModel, look: Look, words: str
) -> None:
    phone = await taken_for_another(product)
    before = len(model.asked)

    reply = await say(phone, words)

    assert AGAIN in reply
    assert "scatter" in reply
    assert model.asked[before:] == [SKY_IN_OTHER_WORDS]
    assert [row["source"] for row in look("SELECT source FROM questions ORDER BY asked_at")] == [
        "new",
        "same_question",
        "new",
    ]


async def test_after_more_was_heard_the_caller_is_told_what_to_say(product: Running) -> None:
    phone = await taken_for_another(product)

    more = await press(phone, "3")

    assert "If that was not what you asked, say: not what I asked." in more
    assert AGAIN in await say(phone, "not what I asked")


async def test_an_answer_to_these_very_words_goes_to_the_teacher(
    product: Running, look: Look
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SKY)

    reply = await say(phone, "not what I asked")
    again = await say(phone, "not what I asked")

    assert TOLD in reply
    assert "I have noted that." in again
    assert len(look("SELECT 1 FROM handoffs WHERE status = 'open'")) == 1


async def test_a_webhook_that_comes_twice_asks_anew_once(product: Running, look: Look) -> None:
    phone = await taken_for_another(product)
    await say(phone, "not what I asked")
    disputed = next(one for one in phone.exchanges if "not what I asked" in one.form.values())

    replies = await asyncio.gather(
        *(
            post(product, disputed.url.removeprefix(product.url), dict(disputed.form))
            for _ in range(5)
        )
    )

    assert len({reply.text for reply in replies}) == 1
    assert len(look("SELECT 1 FROM questions WHERE disputed_at IS NOT NULL")) == 1
    assert len(look("SELECT 1 FROM questions")) == 3


async def test_before_any_question_there_is_nothing_that_was_not_asked(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    assert "Please ask your question first." in await say(phone, "not what I asked")


async def test_of_what_was_heard_with_doubt_it_means_no(product: Running, look: Look) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SKY, confidence=0.2)

    assert "Please say your question again" in await say(phone, "that is not what I asked")
    assert look("SELECT 1 FROM questions") == []


async def test_a_guest_may_say_it_too(product: Running, look: Look) -> None:
    phone = product.phone(STRANGER)
    await dial(phone)
    await press(phone, "2")
    await press(phone, "8#")
    await say(phone, SKY)

    reply = await say(phone, "not what I asked")

    assert "Please ask in other words." in reply


async def test_it_is_understood_in_a_hindi_call(product: Running) -> None:
    phone = product.phone(SHARED)
    await dial(phone)
    await press(phone, "1")
    await press(phone, "1")
    await say(phone, "प्रकाश संश्लेषण क्या है?")

    reply = await say(phone, "यह नहीं पूछा था")

    assert "मैंने आपके शिक्षक को बता दिया है।" in reply
