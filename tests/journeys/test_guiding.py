"""In a school that guides, a caller is led to the answer a step at a time."""

import pytest

from tests.demo_school import Look
from tests.journeys.calls import dial, press, say
from tests.running import ASHA, Running
from vidya.channels.simulator.phone import Phone

PRIME = "Why is 1 not a prime number?"


@pytest.fixture
def guiding(product: Running, look: Look) -> Running:
    look("UPDATE schools SET teaching_mode = 'guide' RETURNING code")
    return product


async def on_the_ladder(guiding: Running) -> Phone:
    phone = guiding.phone(ASHA)
    await dial(phone)
    await say(phone, PRIME)
    return phone


def modes(look: Look) -> list[str]:
    return [row["mode"] for row in look("SELECT mode FROM answers ORDER BY created_at")]


async def test_who_tries_goes_a_step_up_and_who_asks_again_does_not(
    guiding: Running, look: Look
) -> None:
    phone = await on_the_ladder(guiding)

    await say(phone, "just tell me the answer")
    await say(phone, PRIME)
    again = modes(look)
    await say(phone, "because it has only one factor")

    assert again == ["guide"]
    assert modes(look) == ["guide", "guide:2"]


async def test_the_solution_comes_only_after_an_attempt(guiding: Running, look: Look) -> None:
    phone = await on_the_ladder(guiding)

    for _ in range(5):
        await say(phone, "I don't know")
    stuck = modes(look)
    await say(phone, "it has one factor, 1")

    assert stuck == ["guide", "guide:2", "guide:3"]
    assert modes(look) == ["guide", "guide:2", "guide:3", "guide:4"]


async def test_the_key_for_more_is_a_step_as_well(guiding: Running, look: Look) -> None:
    phone = await on_the_ladder(guiding)

    await press(phone, "3")

    assert modes(look) == ["guide", "guide:2"]


async def test_another_question_begins_a_ladder_of_its_own(guiding: Running, look: Look) -> None:
    phone = await on_the_ladder(guiding)
    await say(phone, "I don't know")

    await say(phone, "How does sound travel?")

    assert modes(look) == ["guide", "guide:2", "guide"]


async def test_a_summary_names_a_question_once_however_many_steps_it_took(
    guiding: Running,
) -> None:
    phone = await on_the_ladder(guiding)
    await say(phone, "I don't know")
    await say(phone, "I don't know")

    summary = await press(phone, "6")

    assert summary.count("not a prime number") == 1
