"""A process or its database is killed in the middle of ten calls: every question is answered."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import aiohttp

from tests.faults.calls_whole_product import WholeProduct, whole_product
from tests.journeys.calls import dial, press, until_said
from tests.patient_model import serving_model
from tests.running import heard
from vidya.channels.simulator.phone import Phone

QUESTIONS = (
    "Why is the sky blue?",
    "What is an echo?",
    "What is refraction of light?",
    "What is the speed of sound in air?",
    "What is a linear equation?",
    "What is the preamble of the Constitution?",
    "What was the Dandi March?",
    "What are the laws of reflection?",
    "What is a spectrum?",
    "What is pitch in sound?",
)
FILLER = "Let me look in your books."
LAST_WORDS = "For more detail, press 3."
_PATIENCE_S = 30


async def test_killing_the_product_loses_no_accepted_question(
    tmp_path: Path, session: aiohttp.ClientSession
) -> None:
    async with serving_model() as model:
        with whole_product(tmp_path / "data", llm_url=model.url) as product:
            await product.start(session)
            numbers = await product.enrol(len(QUESTIONS))
            await model.say_only(0)

            async with asyncio.TaskGroup() as calls:
                await _ask_all(calls, product, numbers, session)
                product.kill()
            await model.say_all()
            await product.start(session)

            await _until_all_answered(product)
            await _offered_to_all(product, numbers, session)


async def test_killing_postgres_loses_no_accepted_question_and_no_call(
    tmp_path: Path, session: aiohttp.ClientSession
) -> None:
    async with serving_model() as model:
        with whole_product(tmp_path / "data", llm_url=model.url) as product:
            await product.start(session)
            numbers = await product.enrol(len(QUESTIONS))
            await model.say_only(0)

            async with asyncio.TaskGroup() as calls:
                phones = await _ask_all(calls, product, numbers, session)
                product.kill_postgres()
                await model.say_all()

            await _until_all_answered(product)
            assert all(phone.in_call and LAST_WORDS in heard(phone) for phone in phones)


async def _ask_all(
    calls: asyncio.TaskGroup,
    product: WholeProduct,
    numbers: Sequence[str],
    session: aiohttp.ClientSession,
) -> list[Phone]:
    """Ten calls that wait for ten answers."""
    phones = [product.phone(number, session) for number in numbers]
    for phone in phones:
        await phone.dial()
    for phone, question in zip(phones, QUESTIONS, strict=True):
        calls.create_task(_ask_and_wait(phone, question))
    for phone in phones:
        await until_said(phone, FILLER)
    return phones


async def _ask_and_wait(phone: Phone, question: str) -> None:
    """Stay on the line, silent at an offer to be called back, until the answer has been said."""
    await phone.say(question)
    async with asyncio.timeout(_PATIENCE_S):
        while phone.in_call and LAST_WORDS not in heard(phone):
            await phone.silence()


async def _until_all_answered(product: WholeProduct) -> None:
    async with asyncio.timeout(_PATIENCE_S):
        while any(q["status"] == "waiting" for q in await product.questions()):  # noqa: ASYNC110 - another process writes them
            await asyncio.sleep(0.2)
    questions = await product.questions()
    assert sorted(q["text"] for q in questions) == sorted(QUESTIONS)
    assert {q["status"] for q in questions} == {"answered"}


async def _offered_to_all(
    product: WholeProduct, numbers: Sequence[str], session: aiohttp.ClientSession
) -> None:
    for number, question in zip(numbers, QUESTIONS, strict=True):
        phone = product.phone(number, session)
        assert f"Last time you asked: {question}" in await dial(phone)
        assert LAST_WORDS in await press(phone, "1")
        await phone.hang_up()
