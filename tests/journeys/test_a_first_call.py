"""A child phones and is answered from the books."""

from tests.running import ASHA, Running, heard


async def test_a_child_asks_three_things_and_hears_them_named_in_the_summary(
    running: Running,
) -> None:
    phone = running.phone(ASHA)

    await phone.dial()
    for question in ("Why is the sky blue?", "What is Ohm's law?", "What is a prime number?"):
        await phone.say(question)
    answers = heard(phone)
    await phone.press("6")
    await phone.press("1")
    await phone.hang_up()

    assert "Hello Asha" in answers
    assert "scatter" in answers
    summary = heard(phone).removeprefix(answers)
    assert all(topic in summary for topic in ("sky blue", "Ohm's law", "prime number"))
