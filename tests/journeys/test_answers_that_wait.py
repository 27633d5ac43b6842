"""An answer is never lost: it waits for the next call, or we call back with it."""

import asyncio
from uuid import UUID

from typing_extensions import override

from tests.demo_school import Look
from tests.journeys.calls import dial, press, say, stay_silent, until_said
from tests.patient_model import PatientModel, RunWith
from tests.running import ASHA, SHARED, Running, heard
from vidya.app.demo import LINE
from vidya.channels.simulator.phone import Phone
from vidya.core import clock
from vidya.domains.tutor import service as tutor
from vidya.providers.telephony.fake import FakeTelephony

SKY = "Why is the sky blue?"
OFFER = "To be called back with the answer, press 1. To keep waiting, press 2."
WAITS = f"Last time you asked: {SKY} The answer is ready. To hear it, press 1."
IMPATIENT = {"hold_seconds": 0.1, "offer_call_back_after_seconds": 0.2}
QUESTIONS = "SELECT status, heard FROM questions ORDER BY asked_at"


async def until_answered(look: Look, *, count: int = 1) -> None:
    """Wait until so many questions have their answer, whoever is on the line."""
    async with asyncio.timeout(10):
        while (  # noqa: ASYNC110 - another process's database is looked at
            len(look("SELECT 1 FROM questions WHERE status = 'answered'")) < count
        ):
            await asyncio.sleep(0.02)


async def ask_and_hang_up(phone: Phone, model: PatientModel, question: str = SKY) -> None:
    """The line drops while nothing of the answer has been written."""
    await phone.dial()
    await model.say_only(0)
    async with asyncio.TaskGroup() as on_the_line:
        on_the_line.create_task(phone.say(question))
        await until_said(phone, "Let me look in your books.")
        await phone.hang_up()
        await model.say_all()


async def until_settled(look: Look) -> None:
    """Until no call back is to be placed any more."""
    async with asyncio.timeout(10):
        while look("SELECT FROM call_backs WHERE status = 'waiting'"):  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.02)


async def calls_placed(product: Running) -> list[tuple[str, str]]:
    """The calls that we placed, once there is one."""
    telephony = product.product.telephony
    assert isinstance(telephony, FakeTelephony)
    async with asyncio.timeout(10):
        while not telephony.placed:  # noqa: ASYNC110 - a job places them, in its own time
            await asyncio.sleep(0.02)
    return telephony.placed


class CalledPhone(Phone):
    """A phone that we ring: Twilio names us as the caller."""

    @override
    def _form(self, **more: str) -> dict[str, str]:
        return super()._form(**{"Direction": "outbound-api", **more})


async def test_an_answer_that_came_too_late_is_offered_on_the_next_call(
    product: Running, model: PatientModel, look: Look
) -> None:
    await ask_and_hang_up(product.phone(ASHA), model)
    await until_answered(look)

    phone = product.phone(ASHA)
    greeting = await dial(phone)
    answer = await press(phone, "1")
    await phone.hang_up()

    assert WAITS in greeting
    assert "scatter" in answer
    assert "Last time" not in await dial(product.phone(ASHA))


async def test_an_answer_that_waits_is_taken_or_left_by_word(
    product: Running, model: PatientModel, look: Look
) -> None:
    await ask_and_hang_up(product.phone(ASHA), model)
    await until_answered(look)
    left = product.phone(ASHA)
    await dial(left)
    await say(left, "no")

    assert "Last time" not in await dial(product.phone(ASHA))


async def test_an_answer_that_waits_is_not_lost_by_silence_or_a_wrong_key(
    product: Running, model: PatientModel, look: Look
) -> None:
    await ask_and_hang_up(product.phone(ASHA), model)
    await until_answered(look)
    phone = product.phone(ASHA)
    await dial(phone)

    assert WAITS in await stay_silent(phone)
    assert WAITS in await press(phone, "*")
    assert WAITS in await press(phone, "0")
    assert "scatter" in await say(phone, "yes please")


async def test_the_rest_of_an_answer_is_offered_when_the_line_drops_in_the_middle(
    product: Running, model: PatientModel, look: Look
) -> None:
    phone = product.phone(ASHA)
    await phone.dial()
    await model.say_only(1)
    async with asyncio.TaskGroup() as on_the_line:
        on_the_line.create_task(phone.say(SKY))
        await until_said(phone, "scatter blue light")
        await phone.hang_up()
        await model.say_all()
    await until_answered(look)

    again = product.phone(ASHA)

    assert WAITS in await dial(again)
    assert "Scattering means" in await press(again, "1")


async def test_on_a_shared_phone_an_answer_waits_for_the_child_who_asked(
    product: Running, model: PatientModel, look: Look
) -> None:
    asked = product.phone(SHARED)
    await dial(asked)
    await press(asked, "2")
    await model.say_only(0)
    async with asyncio.TaskGroup() as on_the_line:
        on_the_line.create_task(asked.press("2468"))
        await until_said(asked, "Hello Meena")
        on_the_line.create_task(asked.say("What is an atom?"))
        await until_said(asked, "Let me look in your books.")
        await asked.hang_up()
        await model.say_all()
    await until_answered(look)

    phone = product.phone(SHARED)
    await dial(phone)
    ravi = await press(phone, "1")
    await phone.hang_up()
    await dial(phone)
    await press(phone, "2")
    meena = await press(phone, "2468")

    assert "atom" not in ravi
    assert "Last time you asked: What is an atom?" in meena


async def test_after_a_long_wait_a_call_back_is_offered_and_kept(
    with_model: RunWith, model: PatientModel, look: Look
) -> None:
    async with with_model(voice=IMPATIENT) as product:
        phone = product.phone(ASHA)
        await phone.dial()
        await model.say_only(0)
        await phone.say(SKY)
        offered = heard(phone)
        promised = await press(phone, "1")
        waiting = look("SELECT status FROM call_backs")
        await model.say_all()
        ((number, address),) = await calls_placed(product)

        called = CalledPhone(product.url, LINE, ASHA, session=product.session)
        greeting = await dial(called)
        answer = await press(called, "1")

    assert OFFER in offered
    assert promised == "I will call you back when the answer is ready. Goodbye."
    assert not phone.in_call
    assert waiting == [{"status": "waiting"}]
    assert number == ASHA
    assert address.endswith("/voice/twilio/incoming")
    assert "Hello Asha. This is Vidya Demo School, calling you back." in greeting
    assert WAITS in greeting
    assert "scatter" in answer
    assert look("SELECT status FROM call_backs") == [{"status": "placed"}]


async def test_a_call_back_that_is_refused_is_not_tried_again_and_the_answer_waits(
    with_model: RunWith, model: PatientModel, look: Look
) -> None:
    async with with_model(voice=IMPATIENT) as product:
        telephony = product.product.telephony
        assert isinstance(telephony, FakeTelephony)
        telephony.refuses = True
        phone = product.phone(ASHA)
        await phone.dial()
        await model.say_only(0)
        await phone.say(SKY)
        await press(phone, "1")
        await model.say_all()
        await calls_placed(product)
        await until_settled(look)

        greeting = await dial(product.phone(ASHA))

    assert len(telephony.placed) == 1
    assert look("SELECT status FROM call_backs") == [{"status": "not_placed"}]
    assert WAITS in greeting


async def test_the_number_of_a_call_back_is_sealed(
    with_model: RunWith, model: PatientModel, look: Look
) -> None:
    async with with_model(voice=IMPATIENT) as product:
        phone = product.phone(ASHA)
        await phone.dial()
        await model.say_only(0)
        await phone.say(SKY)
        await press(phone, "1")
        (kept,) = look("SELECT school_id, phone_sealed FROM call_backs")
        await model.say_all()

        assert ASHA[3:].encode() not in bytes(kept["phone_sealed"])
        keys = product.product.keys
        assert keys.unseal(bytes(kept["phone_sealed"]), context=kept["school_id"]) == ASHA


async def test_who_keeps_waiting_hears_the_answer(
    with_model: RunWith, model: PatientModel, look: Look
) -> None:
    async with with_model(voice=IMPATIENT) as product:
        phone = product.phone(ASHA)
        await phone.dial()
        await model.say_only(0)
        await phone.say(SKY)
        await model.say_all()

        answer = await press(phone, "2")

    assert "scatter" in answer
    assert look("SELECT * FROM call_backs") == []


async def test_an_offer_met_by_silence_waits_on(with_model: RunWith, model: PatientModel) -> None:
    async with with_model(voice=IMPATIENT) as product:
        phone = product.phone(ASHA)
        await phone.dial()
        await model.say_only(0)
        await phone.say(SKY)
        assert OFFER in await press(phone, "*")

        again = await stay_silent(phone)
        await model.say_all()

        assert again.startswith("I am still looking.")
        assert OFFER in again
        assert "scatter" in await stay_silent(phone)


async def test_a_call_back_without_an_answer_says_so(
    with_model: RunWith, model: PatientModel
) -> None:
    model.knows = False
    async with with_model(voice=IMPATIENT) as product:
        phone = product.phone(ASHA)
        await phone.dial()
        await model.say_only(0)
        await phone.say(SKY)
        await press(phone, "1")
        await model.say_all()
        await calls_placed(product)

        called = CalledPhone(product.url, LINE, ASHA, session=product.session)
        greeting = await dial(called)

    assert f"You asked: {SKY} I do not have a sure answer." in greeting
    assert "What would you like to know?" in greeting


async def test_where_no_call_can_be_placed_none_is_offered(
    with_model: RunWith, model: PatientModel
) -> None:
    async with with_model(voice=IMPATIENT, simulator=False) as product:
        phone = product.phone(ASHA)
        await phone.dial()
        await model.say_only(0)
        async with asyncio.TaskGroup() as on_the_line:
            on_the_line.create_task(phone.say(SKY))
            await until_said(phone, "the answer stays here for your next call".capitalize())
            await model.say_all()

    assert OFFER not in heard(phone)


async def test_a_teachers_answer_is_offered_on_the_next_call(
    product: Running, model: PatientModel, look: Look
) -> None:
    model.knows = False
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SKY)
    await phone.hang_up()
    (handoff,) = look("SELECT school_id, handoff_id FROM handoffs")
    await _answer_as_teacher(product, handoff["school_id"], handoff["handoff_id"])

    again = product.phone(ASHA)
    greeting = await dial(again)
    answer = await press(again, "1")

    assert WAITS in greeting
    assert "Small particles send blue light everywhere." in answer
    assert look(QUESTIONS) == [{"status": "answered", "heard": 2}]


async def test_a_teacher_who_was_asked_for_answers_on_the_next_call(
    product: Running, look: Look
) -> None:
    """Also where the tutor's own answer came from the store."""
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SKY)
    await say(phone, SKY)
    await press(phone, "8")
    await phone.hang_up()
    (handoff,) = look("SELECT school_id, handoff_id FROM handoffs")
    await _answer_as_teacher(product, handoff["school_id"], handoff["handoff_id"])

    again = product.phone(ASHA)

    assert WAITS in await dial(again)
    assert "Small particles send blue light everywhere." in await press(again, "1")


async def _answer_as_teacher(product: Running, school_id: UUID, handoff_id: UUID) -> None:
    async with product.product.database.school(school_id) as db:
        await tutor.answer_as_teacher(
            db,
            school_id=school_id,
            handoff_id=handoff_id,
            text="Small particles send blue light everywhere. So the whole sky looks blue.",
            now=clock.now(),
        )
