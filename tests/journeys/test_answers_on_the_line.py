"""A child asks, and hears the answer: at once when it is known, else as it is being written."""

import asyncio

from tests.demo_school import Look
from tests.journeys.calls import check_line, dial, press, say, steps, until_said
from tests.patient_model import PatientModel, RunWith
from tests.running import ASHA, SHARED, Running, heard

SKY = "Why is the sky blue?"
FILLER = "Let me look in your books."
LAST_WORDS = "For more detail, press 3."


async def test_an_answer_rests_on_the_approved_books(product: Running, look: Look) -> None:
    phone = product.phone(ASHA)

    await dial(phone)
    answer = await say(phone, SKY)

    cited = look("SELECT DISTINCT chapter FROM board_answer_citations")
    assert "scatter blue light" in answer
    assert [row["chapter"] for row in cited] == ["Light: how we see the world"]


async def test_a_new_answer_begins_with_a_filler_and_a_known_one_at_once(
    product: Running, model: PatientModel
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    first = await say(phone, SKY)
    second = await say(phone, SKY)

    assert first.startswith(FILLER)
    assert FILLER not in second
    assert second in first
    assert steps(phone)[-1] == "turn"  # the stored answer came in the same response
    assert len(model.asked) == 1


async def test_a_known_answer_comes_at_once_in_other_words_too(
    product: Running, model: PatientModel
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SKY)

    again = await say(phone, "please tell me why the sky is blue")

    assert FILLER not in again
    assert "scatter" in again
    assert len(model.asked) == 1


async def test_a_known_answer_serves_the_whole_class(
    with_model: RunWith, model: PatientModel, look: Look
) -> None:
    async with with_model(voice={"guest_school": "DEMO"}) as product:
        asha, guest = product.phone(ASHA), product.phone("+919811111111")
        await dial(asha)
        await say(asha, SKY)

        await dial(guest)
        await press(guest, "28#")
        answer = await say(guest, SKY)

    assert FILLER not in answer
    assert "scatter" in answer
    assert len(model.asked) == 1


async def test_another_class_has_an_answer_of_its_own(
    product: Running, model: PatientModel
) -> None:
    asha, meena = product.phone(ASHA), product.phone(SHARED)
    await dial(asha)
    await say(asha, "What is an atom?")

    await dial(meena)
    await press(meena, "2")
    await press(meena, "2468")
    answer = await say(meena, "What is an atom?")

    assert answer.startswith(FILLER)
    assert len(model.asked) == 2


async def test_the_first_sentence_is_heard_while_the_rest_is_being_written(
    product: Running, model: PatientModel
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    await model.say_only(1)

    async with asyncio.TaskGroup() as on_the_line:
        on_the_line.create_task(phone.say(SKY))
        await until_said(phone, "scatter blue light")
        heard_early = heard(phone)
        await model.say_all()

    check_line(phone)
    assert heard_early.count(FILLER) == 1
    assert "Scattering means" not in heard_early
    assert heard(phone).count("The sky is blue because") == 1
    assert "Scattering means" in heard(phone)
    assert LAST_WORDS in heard(phone)


async def test_nothing_is_said_twice_when_sentences_come_one_by_one(
    product: Running, model: PatientModel
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    await model.say_only(1)

    async with asyncio.TaskGroup() as on_the_line:
        on_the_line.create_task(phone.say(SKY))
        await until_said(phone, "scatter blue light")
        await model.say_only(2)
        await until_said(phone, "Scattering means")
        await model.say_all()

    sentences = heard(phone).split(FILLER)[1].split(LAST_WORDS)[0].split(". ")
    assert len(sentences) == len(set(sentences))


async def test_a_caller_who_waits_is_told_so(with_model: RunWith, model: PatientModel) -> None:
    async with with_model(voice={"hold_seconds": 0.1}) as product:
        phone = product.phone(ASHA)
        await dial(phone)
        await model.say_only(0)

        async with asyncio.TaskGroup() as on_the_line:
            on_the_line.create_task(phone.say(SKY))
            await until_said(phone, "I am still looking. Please stay on the line.")
            await model.say_all()

    check_line(phone)
    assert LAST_WORDS in heard(phone)


async def test_more_detail_and_an_example_go_on_from_the_answer(
    product: Running, model: PatientModel
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    first = await say(phone, SKY)

    detail = await press(phone, "3")
    example = await press(phone, "4")

    assert detail.startswith(FILLER)
    assert example.startswith(FILLER)
    assert "The sky is blue because" in first
    assert "The sky is blue because" not in detail
    assert len(model.asked) == 3


async def test_what_the_books_do_not_say_goes_to_the_teacher(
    product: Running, model: PatientModel, look: Look
) -> None:
    model.knows = False
    phone = product.phone(ASHA)
    await dial(phone)

    reply = await say(phone, SKY)
    more = await press(phone, "3")

    assert "I do not have a sure answer to that. I will ask your teacher." in reply
    assert "What else would you like to know?" in reply
    assert "Your books say no more about that." in more
    handoffs = look("SELECT q.text, h.status FROM handoffs h JOIN questions q USING (question_id)")
    assert {"text": SKY, "status": "open"} in handoffs
