"""A number that no school knows: how to join, three questions as a guest, and nothing kept."""

import asyncio
from datetime import timedelta

import pytest

from tests.demo_school import Look
from tests.journeys.calls import dial, press, say, stay_silent, until_said
from tests.moved_clock import MoveOn
from tests.patient_model import PatientModel, RunWith
from tests.running import STRANGER, Running, heard
from vidya.app.housekeeping import Housekeeping
from vidya.core.security import Keys

FILLER = "Let me look in your books."
QUESTIONS = ("Why is the sky blue?", "What is an echo?", "What is the speed of light?")
WITHHELD = "+266696687"


async def test_a_stranger_hears_how_to_join_and_to_ask(product: Running) -> None:
    greeting = await dial(product.phone(STRANGER))

    assert "I do not know this number." in greeting
    assert "To join your school, press 1." in greeting
    assert "To ask as a guest, press 2." in greeting


async def test_a_school_that_takes_no_guests_offers_only_to_join(
    product: Running, look: Look
) -> None:
    look("UPDATE schools SET guests_allowed = false RETURNING code")
    phone = product.phone(STRANGER)

    greeting = await dial(phone)
    tried = await press(phone, "2")

    assert "guest, press" not in greeting
    assert "Please ask your school to add your number." in tried
    assert not phone.in_call


async def test_a_stranger_gives_a_school_the_number_by_key(
    product: Running, look: Look, keys: Keys
) -> None:
    phone = product.phone(STRANGER)
    await dial(phone)
    await press(phone, "1")

    named = await press(phone, "3366#")
    given = await press(phone, "1")

    assert "That is Vidya Demo School." in named
    assert "The school has your number and will add you." in given
    assert not phone.in_call
    (request,) = look("SELECT school_id, phone_hash, phone_sealed FROM join_requests")
    sealed = bytes(request["phone_sealed"])
    assert request["phone_hash"] == keys.lookup_hash(STRANGER)
    assert keys.unseal(sealed, context=request["school_id"]) == STRANGER
    assert STRANGER[3:].encode() not in sealed


async def test_who_does_not_agree_gives_no_number(product: Running, look: Look) -> None:
    phone = product.phone(STRANGER)
    await dial(phone)
    await press(phone, "1")
    await press(phone, "3366#")

    back = await press(phone, "2")

    assert "To join your school, press 1." in back
    assert look("SELECT * FROM join_requests") == []


async def test_asking_twice_to_join_is_asking_once(product: Running, look: Look) -> None:
    for _ in range(2):
        phone = product.phone(STRANGER)
        await dial(phone)
        await press(phone, "1")
        await press(phone, "3366#")
        await press(phone, "1")

    assert len(look("SELECT * FROM join_requests")) == 1


async def test_a_wrong_code_may_be_typed_again_but_not_for_ever(product: Running) -> None:
    phone = product.phone(STRANGER)
    await dial(phone)
    await press(phone, "1")

    replies = [await press(phone, code) for code in ("1111#", "2222#")]
    last = await press(phone, "3333#")

    assert all("No school has that code. Please type it again" in reply for reply in replies)
    assert "Please ask your teacher for it, and call again." in last
    assert not phone.in_call


async def test_a_right_code_after_a_wrong_one_is_taken(product: Running) -> None:
    phone = product.phone(STRANGER)
    await dial(phone)
    await press(phone, "1")
    await press(phone, "1111#")
    await stay_silent(phone)

    assert "That is Vidya Demo School." in await press(phone, "3366#")


async def test_a_guest_asks_three_questions_and_the_fourth_is_refused_kindly(
    product: Running, model: PatientModel
) -> None:
    phone = product.phone(STRANGER)
    await dial(phone)
    await press(phone, "2")

    asked_class = await press(phone, "8#")
    answers = [await say(phone, question) for question in QUESTIONS]
    fourth = await say(phone, "What is a shadow?")

    assert "As a guest you can ask 3 questions." in asked_class
    assert all("To ask something else, just speak." in answer for answer in answers)
    assert "scatter" in answers[0]
    assert "That was your last question as a guest." in fourth
    assert "Please ask your school to add your number." in fourth
    assert model.asked == list(QUESTIONS)


async def test_the_count_of_a_guest_outlives_the_call(product: Running) -> None:
    first = product.phone(STRANGER)
    await dial(first)
    await press(first, "28#")
    await say(first, QUESTIONS[0])
    await say(first, QUESTIONS[1])
    await first.hang_up()

    second = product.phone(STRANGER)
    await dial(second)
    left = await press(second, "28#")
    await say(second, QUESTIONS[2])
    await second.hang_up()
    third = product.phone(STRANGER)
    await dial(third)

    assert "As a guest you can ask one question." in left
    assert "That was your last question as a guest." in await press(third, "28#")


async def test_a_guest_is_kept_as_a_hash_and_a_count(
    product: Running, look: Look, keys: Keys
) -> None:
    phone = product.phone(STRANGER)
    await dial(phone)
    await press(phone, "28#")
    await say(phone, QUESTIONS[0])

    (guest,) = look("SELECT phone_hash, asked FROM guests")
    assert guest == {"phone_hash": keys.lookup_hash(STRANGER), "asked": 1}
    assert _rows_with_the_number(look) == []


async def test_after_a_day_nothing_is_left_of_a_guest(
    product: Running, look: Look, move_on: MoveOn
) -> None:
    phone = product.phone(STRANGER)
    await dial(phone)
    await press(phone, "28#")
    await say(phone, QUESTIONS[0])
    await phone.hang_up()
    housekeeping = Housekeeping(product.product.across)

    move_on(timedelta(hours=23))
    await housekeeping.forget_guests()
    too_early = look("SELECT guest_id FROM guests")
    move_on(timedelta(hours=2))
    await housekeeping.forget_guests()

    assert len(too_early) == 1
    for table in ("guests", "questions", "calls", "handoffs"):
        assert look(f"SELECT * FROM {table}") == [], table  # noqa: S608 - tables of ours


async def test_a_caller_who_only_listens_leaves_nothing_either(
    product: Running, look: Look, move_on: MoveOn
) -> None:
    phone = product.phone(STRANGER)
    await dial(phone)
    await phone.hang_up()

    move_on(timedelta(hours=25))
    await Housekeeping(product.product.across).forget_guests()

    assert look("SELECT * FROM calls") == look("SELECT * FROM guests") == []


@pytest.mark.parametrize("number", [WITHHELD, "anonymous", "", "client:somebody"])
async def test_a_withheld_number_may_ask_and_cannot_be_given_away(
    product: Running, look: Look, number: str
) -> None:
    phone = product.phone(number)

    greeting = await dial(phone)
    await press(phone, "1")
    await press(phone, "3366#")
    refused = await press(phone, "1")

    assert "To join your school, press 1." in greeting
    assert "Please ask your school to add your number." in refused
    assert look("SELECT * FROM join_requests") == []


async def test_a_guest_has_no_key_that_needs_a_name(product: Running, look: Look) -> None:
    phone = product.phone(STRANGER)
    await dial(phone)
    await press(phone, "28#")
    await say(phone, QUESTIONS[0])

    for key in "3468":
        assert "That has no use here." in await press(phone, key)
    assert "scatter" in await press(phone, "1")
    assert look("SELECT asked FROM guests") == [{"asked": 1}]


async def test_a_guest_is_not_offered_a_call_for_which_the_number_would_be_kept(
    with_model: RunWith, model: PatientModel, look: Look
) -> None:
    impatient = {"hold_seconds": 0.05, "offer_call_back_after_seconds": 0.1}
    async with with_model(voice=impatient) as product:
        phone = product.phone(STRANGER)
        await dial(phone)
        await press(phone, "28#")
        await model.say_only(0)

        async with asyncio.TaskGroup() as on_the_line:
            on_the_line.create_task(phone.say(QUESTIONS[0]))
            await until_said(phone, " ".join(["I am still looking. Please stay on the line."] * 5))
            await model.say_all()

    assert "To be called back" not in heard(phone)
    assert look("SELECT * FROM call_backs") == []


async def test_a_line_that_nobody_owns_is_said_so(with_model: RunWith) -> None:
    async with with_model(voice={"guest_school": "NOBODY"}) as product:
        phone = product.phone(STRANGER, to="+911149999999")

        greeting = await dial(phone)

    assert "No school answers this number yet." in greeting
    assert not phone.in_call


def _rows_with_the_number(look: Look) -> list[str]:
    """The tables in which the number stands in a readable form, whatever the column."""
    tables = look("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return [
        table["tablename"]
        for table in tables
        if look(
            f"SELECT 1 FROM {table['tablename']} t WHERE t::text LIKE %s",  # noqa: S608 - ours
            f"%{STRANGER[3:]}%",
        )
    ]
