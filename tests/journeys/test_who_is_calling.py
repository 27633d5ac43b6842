"""Who is on the line: greeted by name, told apart on a shared phone, and asked for consent once."""

from datetime import timedelta

import pytest

from tests.demo_school import Look
from tests.journeys.calls import dial, press, say
from tests.moved_clock import MoveOn
from tests.running import ASHA, GUARDIAN, SHARED, STRANGER, Running

SKY = "Why is the sky blue?"
CONSENTS = "SELECT l.name, given_by, channel, withdrawn_at FROM consents JOIN learners l USING (learner_id)"


async def test_a_child_is_greeted_by_name(product: Running) -> None:
    phone = product.phone(ASHA)

    greeting = await dial(phone)

    assert greeting.startswith("Hello Asha. This is Vidya Demo School.")
    assert "What would you like to know?" in greeting
    assert {part.language for part in phone.heard} == {"en-IN"}


@pytest.mark.parametrize("number", ["09000000001", "9000000001", "+91 90000 00001"])
async def test_a_number_is_known_however_it_is_written(product: Running, number: str) -> None:
    assert "Hello Asha" in await dial(product.phone(number))


async def test_on_a_shared_phone_the_child_is_chosen_by_key(product: Running) -> None:
    phone = product.phone(SHARED)

    greeting = await dial(phone)
    chosen = await press(phone, "1")

    assert "Ravi के लिए 1 दबाइए" in greeting
    assert "Meena के लिए 2 दबाइए" in greeting
    assert "नमस्ते Ravi" in chosen
    assert phone.heard[-1].language == "hi-IN"


async def test_a_child_with_a_pin_is_greeted_only_after_it(product: Running) -> None:
    phone = product.phone(SHARED)

    await dial(phone)
    asked = await press(phone, "2")
    wrong = await press(phone, "1111")
    right = await press(phone, "2468")

    assert "Meena, please type your four-digit PIN." in asked
    assert "Hello" not in asked
    assert "That PIN is not right." in wrong
    assert "Hello Meena" in right


async def test_a_pin_typed_half_is_no_wrong_try(product: Running, look: Look) -> None:
    phone = product.phone(SHARED)
    await dial(phone)
    await press(phone, "2")

    for _ in range(4):
        assert "The PIN has four digits." in await press(phone, "24#")

    assert "Hello Meena" in await press(phone, "2468")
    assert look("SELECT pin_failures FROM learners WHERE name = 'Meena'") == [{"pin_failures": 0}]


async def test_who_pressed_the_wrong_name_goes_back_without_locking_it(
    product: Running, look: Look
) -> None:
    phone = product.phone(SHARED)
    await dial(phone)
    await press(phone, "2")

    back = await press(phone, "*#")
    ravi = await press(phone, "1")

    assert "For Ravi, press 1." in back
    assert "नमस्ते Ravi" in ravi
    assert look("SELECT pin_failures FROM learners WHERE name = 'Meena'") == [{"pin_failures": 0}]


async def test_three_wrong_pins_lock_the_name_and_not_the_phone(
    product: Running, move_on: MoveOn
) -> None:
    phone = product.phone(SHARED)
    await dial(phone)
    await press(phone, "2")
    for guess in ("0000", "1111"):
        await press(phone, guess)

    locked = await press(phone, "2222")
    right_but_locked = await press(phone, "22468")
    other_child = await press(phone, "1")

    assert "Meena's name is locked for fifteen minutes" in locked
    assert "For Ravi, press 1." in locked
    assert "locked" in right_but_locked
    assert "नमस्ते Ravi" in other_child

    move_on(timedelta(minutes=16))
    later = product.phone(SHARED)
    await dial(later)
    await press(later, "2")
    assert "Hello Meena" in await press(later, "2468")


async def test_guesses_are_counted_over_calls(product: Running) -> None:
    for guess in ("0000", "1111"):
        phone = product.phone(SHARED)
        await dial(phone)
        await press(phone, "2")
        await press(phone, guess)
        await phone.hang_up()

    last = product.phone(SHARED)
    await dial(last)
    await press(last, "2")

    assert "locked" in await press(last, "2222")


async def test_a_locked_guardian_is_told_and_the_call_ends(product: Running) -> None:
    phone = product.phone(GUARDIAN)
    await dial(phone)
    for guess in ("0000", "1111"):
        await press(phone, guess)

    locked = await press(phone, "2222")

    assert "Sunita's name is locked for fifteen minutes" in locked
    assert "Hello Sunita" not in locked
    assert not phone.in_call


async def test_consent_is_asked_once_and_not_again(product: Running, look: Look) -> None:
    first = product.phone(SHARED)
    await dial(first)
    asked = await press(first, "1")
    agreed = await press(first, "1")
    await first.hang_up()

    second = product.phone(SHARED)
    await dial(second)
    greeted = await press(second, "1")

    assert "हम सवाल और जवाब रखते हैं" in asked
    assert "धन्यवाद" in agreed
    assert "आप क्या जानना चाहते हैं?" in agreed
    assert "हम सवाल और जवाब रखते हैं" not in greeted
    assert "आप क्या जानना चाहते हैं?" in greeted
    given = [row for row in look(CONSENTS) if row["name"] == "Ravi"]
    assert given == [
        {"name": "Ravi", "given_by": "guardian", "channel": "voice", "withdrawn_at": None}
    ]


async def test_without_consent_nothing_is_kept_and_the_child_may_ask_as_a_guest(
    product: Running, look: Look
) -> None:
    phone = product.phone(SHARED)
    await dial(phone)
    await press(phone, "1")

    declined = await press(phone, "2")
    answer = await say(phone, "प्रकाश संश्लेषण क्या है?")

    assert "कुछ भी नहीं रखा जाएगा" in declined
    assert "प्रकाश संश्लेषण" in answer
    kept = look("SELECT learner_id, guest_id IS NOT NULL AS guest FROM questions")
    assert kept == [{"learner_id": None, "guest": True}]
    assert look("SELECT learner_id FROM calls") == [{"learner_id": None}]
    assert look("SELECT * FROM question_counts") == []
    assert [row["name"] for row in look(CONSENTS)] == ["Asha", "Meena"]


async def test_without_consent_and_without_guests_the_call_ends_kindly(
    product: Running, look: Look
) -> None:
    look("UPDATE schools SET guests_allowed = false RETURNING code")
    phone = product.phone(SHARED)
    await dial(phone)
    await press(phone, "1")

    declined = await press(phone, "2")

    assert "जब सहमति देनी हो, तब फिर फ़ोन कीजिए।" in declined
    assert not phone.in_call
    assert look("SELECT * FROM guests") == look("SELECT * FROM questions") == []


async def test_a_guardian_hears_what_the_child_asked(product: Running) -> None:
    asha, sunita = product.phone(ASHA), product.phone(GUARDIAN)
    await dial(sunita)
    await press(sunita, "1357")
    nothing = await press(sunita, "1")
    await sunita.hang_up()
    await dial(asha)
    await say(asha, SKY)

    await dial(sunita)
    greeting = await press(sunita, "1357")
    asked = await press(sunita, "1")

    assert "Asha has not asked anything yet." in nothing
    assert "Hello Sunita." in greeting
    assert f"Asha asked: {SKY}" in asked


async def test_a_guardian_withdraws_consent_and_gives_it_again(
    product: Running, look: Look
) -> None:
    sunita = product.phone(GUARDIAN)
    await dial(sunita)
    await press(sunita, "1357")

    offered = await press(sunita, "2")
    withdrawn = await press(sunita, "2")
    asha = product.phone(ASHA)
    notice = await dial(asha)
    again = await press(sunita, "2")
    given = await press(sunita, "1")

    assert "To withdraw, press 2." in offered
    assert "Nothing more will be kept." in withdrawn
    assert "we keep the questions and answers" in notice
    assert "You have not agreed" in again
    assert "Thank you." in given
    of_asha = [row["withdrawn_at"] for row in look(CONSENTS) if row["name"] == "Asha"]
    assert of_asha.count(None) == 1
    assert len(of_asha) == 2


async def test_who_is_unknown_hears_no_name(product: Running) -> None:
    greeting = await dial(product.phone(STRANGER))

    assert "I do not know this number." in greeting
    assert not any(name in greeting for name in ("Asha", "Ravi", "Meena", "Sunita"))
