"""Many callers at once: a day's questions, and one model call for identical questions."""

import asyncio
from collections.abc import Sequence

from tests.demo_school import Look
from tests.journeys.calls import check_line, dial, press, say, until_said
from tests.patient_model import PatientModel, RunWith
from tests.running import ASHA, Running, heard
from vidya.channels.simulator.phone import Phone

SKY = "Why is the sky blue?"


async def call_and_ask(phone: Phone, question: str = SKY) -> None:
    """A stranger of class 8 asks."""
    await phone.dial()
    await phone.press("28#")
    await phone.say(question)
    check_line(phone)


def strangers(product: Running, count: int, *, first: int = 0) -> Sequence[Phone]:
    return [product.phone(f"+9198100{number:05}") for number in range(first, first + count)]


async def test_the_question_after_the_last_of_a_day_is_refused_kindly(
    with_model: RunWith, model: PatientModel, look: Look
) -> None:
    async with with_model(tutor={"questions_a_day": 3}) as product:
        phone = product.phone(ASHA)
        await dial(phone)
        answers = [await say(phone, SKY) for _ in range(3)]

        refused = await say(phone, "What is an echo?")
        summary = await press(phone, "6")

    assert all("scatter" in answer for answer in answers)
    assert "You have asked all your questions for today." in refused
    assert "You asked 3 questions." in summary
    assert model.asked == [SKY]
    assert look("SELECT asked FROM question_counts") == [{"asked": 3}]


async def test_fifty_questions_a_day_are_answered_and_the_fifty_first_is_not(
    product: Running,
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SKY)
    for _ in range(49):
        await phone.say(SKY)
    last = phone.heard[-2].text

    refused = await say(phone, SKY)

    assert "scatter" in last
    assert "You have asked all your questions for today." in refused


async def test_an_unclear_question_does_not_count(product: Running, look: Look) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    await say(phone, "um")

    assert look("SELECT * FROM question_counts") == []


async def test_identical_questions_of_many_callers_share_one_answer(
    product: Running, model: PatientModel, look: Look
) -> None:
    phones = strangers(product, 20)
    await model.say_only(0)

    async with asyncio.TaskGroup() as on_the_line:
        for phone in phones:
            on_the_line.create_task(call_and_ask(phone))
        for phone in phones:
            await until_said(phone, "Let me look in your books.")
        await model.say_all()

    assert all("scatter" in heard(phone) for phone in phones)
    assert model.asked == [SKY]
    assert len(look("SELECT * FROM answers")) == 1
    assert len(look("SELECT * FROM questions WHERE status = 'answered'")) == 20


async def test_two_processes_share_one_answer_too(
    with_model: RunWith, model: PatientModel, look: Look, free_port: int
) -> None:
    await model.say_only(0)
    async with with_model() as one, with_model(port=free_port) as other:
        phones = [*strangers(one, 5), *strangers(other, 5, first=5)]
        async with asyncio.TaskGroup() as on_the_line:
            for phone in phones:
                on_the_line.create_task(call_and_ask(phone))
            for phone in phones:
                await until_said(phone, "Let me look in your books.")
            await model.say_all()

    assert all("scatter" in heard(phone) for phone in phones)
    assert model.asked == [SKY]
    assert len(look("SELECT * FROM answers")) == 1
    assert len(look("SELECT * FROM questions WHERE status = 'answered'")) == 10


async def test_a_call_goes_on_at_another_process(
    with_model: RunWith, model: PatientModel, free_port: int
) -> None:
    async with with_model() as one, with_model(port=free_port) as other:
        phone = one.phone(ASHA)
        await dial(phone)
        phone.base_url = other.url

        answer = await say(phone, SKY)

    assert "scatter" in answer
