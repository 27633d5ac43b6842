"""Every turn works by keypad alone, and by a spoken word."""

import pytest

from tests.demo_school import Look
from tests.journeys.calls import dial, press, say
from tests.patient_model import PatientModel
from tests.running import ASHA, SHARED, Running

SKY = "Why is the sky blue?"
NOTHING_YET = "There is nothing to repeat yet. Please ask a question first."


async def test_zero_reads_the_keys_four_at_a_time(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    pages = [await press(phone, "0") for _ in range(4)]

    assert "press 1" in pages[0]
    assert "press 4" in pages[0]
    assert "press 5" not in pages[0]
    assert "For more keys, press 0." in pages[0]
    assert "press 5" in pages[1]
    assert "press 8" in pages[1]
    assert pages[2] == "To end the call, press 9."
    assert pages[3] == pages[0]


async def test_the_keys_are_read_from_the_first_after_another_turn(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    first = await press(phone, "0")
    await press(phone, "5")

    assert await press(phone, "0") == first


async def test_a_key_interrupts_the_reading_of_the_keys(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    answer = await say(phone, SKY)

    await press(phone, "0")
    repeated = await press(phone, "1")

    assert repeated in answer


async def test_an_answer_is_repeated(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    answer = await say(phone, SKY)

    by_key = await press(phone, "1")
    by_word = await say(phone, "Say that again, please.")

    assert "scatter" in by_key
    assert by_key in answer
    assert by_word == by_key


async def test_slower_speech_stays_slow(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SKY)
    quick = phone.exchanges[-1].twiml

    slower = await press(phone, "2")
    await say(phone, "What is an echo?")

    assert "prosody" not in quick
    assert "I will speak more slowly." in slower
    assert "scatter" in slower
    assert '<prosody rate="slow">' in phone.exchanges[-1].twiml


async def test_before_any_question_the_keys_of_an_answer_say_what_to_do(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    for key in "134":
        assert NOTHING_YET in await press(phone, key)
    assert "I will speak more slowly." in await press(phone, "2")
    assert "You have not asked anything yet." in await press(phone, "6")
    assert "Please ask your question first." in await press(phone, "8")


async def test_the_next_question_is_asked_for(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SKY)

    reply = await press(phone, "5")
    answer = await say(phone, "What is an echo?")

    assert reply == "Please ask your next question."
    assert "echo" in answer


async def test_a_summary_names_the_last_questions_of_one_subject_or_of_all(
    product: Running,
) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    for question in (SKY, "What is a linear equation?", "What is an echo?", SKY):
        await say(phone, question)

    choice = await press(phone, "6")
    of_science = await press(phone, "3")
    await press(phone, "6")
    of_all = await press(phone, "1")

    assert choice == ("For all subjects, press 1. For mathematics, press 2. For science, press 3.")
    assert "You asked 3 questions." in of_science
    assert "linear" not in of_science
    assert of_science.count("sky blue") == 2  # the second time it came from the store
    assert "You asked 4 questions." in of_all
    assert of_all.index("First: Why is the sky blue?") < of_all.index("Third: What is an echo?")


async def test_follow_ups_are_no_questions_of_their_own_in_a_summary(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SKY)
    await press(phone, "3")

    summary = await press(phone, "6")

    assert "You asked one question." in summary


async def test_a_summary_says_which_question_still_waits_for_the_teacher(
    product: Running, model: PatientModel
) -> None:
    model.knows = False
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SKY)

    summary = await press(phone, "6")

    assert "Why is the sky blue? Your teacher has not answered yet." in summary


async def test_a_question_is_given_to_a_teacher(product: Running, look: Look) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    await say(phone, SKY)

    reply = await press(phone, "8")
    await say(phone, "a teacher please")

    assert "I have asked your teacher." in reply
    (handoff,) = look("SELECT reason, status FROM handoffs")
    assert handoff == {"reason": "the learner asked for a teacher", "status": "open"}


async def test_the_call_ends_with_a_goodbye(product: Running) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    goodbye = await press(phone, "9")

    assert goodbye == "Goodbye Asha. Keep asking."
    assert not phone.in_call


@pytest.mark.parametrize("word", ["thank you", "bye", "Stop."])
async def test_the_call_ends_by_word(product: Running, word: str) -> None:
    phone = product.phone(ASHA)
    await dial(phone)

    assert "Goodbye Asha." in await say(phone, word)
    assert not phone.in_call


@pytest.mark.parametrize("key", ["*", "#"])
async def test_a_wrong_key_loses_nothing(product: Running, key: str) -> None:
    phone = product.phone(ASHA)
    await dial(phone)
    answer = await say(phone, SKY)

    wrong = await press(phone, key)
    repeated = await press(phone, "1")

    assert "That has no use here." in wrong
    assert "What else would you like to know?" in wrong
    assert repeated in answer


async def test_a_wrong_key_at_a_choice_asks_the_same_again(product: Running) -> None:
    phone = product.phone(SHARED)
    choice = await dial(phone)

    again = await press(phone, "7")

    assert "इसका यहाँ कोई काम नहीं है।" in again
    assert "Meena के लिए 2 दबाइए" in choice
    assert "Meena के लिए 2 दबाइए" in again


async def test_a_hindi_call_works_by_key_and_by_word(product: Running) -> None:
    phone = product.phone(SHARED)
    await dial(phone)
    await press(phone, "1")
    await press(phone, "1")
    answer = await say(phone, "प्रकाश संश्लेषण क्या है?")

    repeated = await say(phone, "फिर से")
    keys = await press(phone, "0")
    summary = await say(phone, "मेरे सवाल")
    goodbye = await say(phone, "धन्यवाद")

    assert "प्रकाश संश्लेषण" in repeated
    assert repeated in answer
    assert "फिर से सुनने के लिए 1 दबाइए।" in keys
    assert "आपने एक सवाल पूछे।" in summary or "एक सवाल" in summary
    assert "प्रकाश संश्लेषण क्या है?" in summary
    assert goodbye == "नमस्ते Ravi। पूछते रहिए।"
    assert {part.language for part in phone.heard[-2:]} == {"hi-IN"}
