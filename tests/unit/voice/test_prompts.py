"""What is said at each point of a call."""

import re
from uuid import UUID

import pytest

from tests.unit.voice.dialogues import make_dialogue, make_learner
from vidya.channels.voice.dialogue import At, Dialogue, change
from vidya.channels.voice.prompts import after_answer, prompt, question_aloud, read_keys, spoken
from vidya.channels.voice.reply import Line, Listen, Reply

MANY = tuple(make_learner(f"Child{n}") for n in range(1, 12))


def text(reply: Reply) -> str:
    return " ".join(line.text for line in reply.lines)


def named_keys(reply: Reply) -> list[str]:
    found = re.findall(r"press (\d+)|(\d+) (?=दबाइए)", text(reply))
    return [english or hindi for english, hindi in found]


def pages(dialogue: Dialogue) -> list[list[str]]:
    """The keys that are named each time that 0 is pressed, until the first ones come again."""
    found: list[list[str]] = []
    while True:
        page = named_keys(prompt(dialogue))
        if page in found:
            return found
        found.append(page)
        dialogue = change(dialogue, keys_page=dialogue.keys_page + 1)


def test_zero_reads_four_keys_at_a_time_and_then_begins_anew() -> None:
    dialogue = make_dialogue(At.listening)
    heard = []
    for _ in range(4):
        dialogue, reply = read_keys(dialogue)
        heard.append(named_keys(reply))

    assert heard == [
        ["1", "2", "3", "4", "0"],
        ["5", "6", "7", "8", "0"],
        ["9"],
        ["1", "2", "3", "4", "0"],
    ]


def test_a_guest_is_read_only_the_keys_that_work() -> None:
    dialogue = make_dialogue(At.listening, who=None, guest_id=UUID(int=2))
    dialogue, first = read_keys(dialogue)
    _, second = read_keys(dialogue)

    assert named_keys(first) == ["1", "2", "5", "7", "0"]
    assert named_keys(second) == ["9"]


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("at", [at for at in At if at is not At.waiting])
def test_every_point_of_a_call_says_something_and_never_five_keys_at_once(
    at: At, language: str
) -> None:
    dialogue = make_dialogue(
        at,
        language=language,
        people=MANY,
        subjects=("civics", "mathematics", "science", "social-science", "sports"),
        question_text="Why is the sky blue?",
        heard_text="Why is the sky blue?",
    )

    reply = prompt(dialogue)

    assert reply.lines
    assert len([key for key in named_keys(reply) if key != "0"]) <= 4


def test_eleven_children_on_one_phone_can_all_be_chosen() -> None:
    dialogue = make_dialogue(At.choose_person, people=MANY)

    assert prompt(dialogue).listen is Listen.digits
    assert pages(dialogue) == [
        ["1", "2", "3", "4", "0"],
        ["5", "6", "7", "8", "0"],
        ["9", "10", "11"],
    ]


def test_a_pin_offers_the_way_back_only_where_there_is_somebody_else() -> None:
    alone = make_dialogue(At.enter_pin, people=MANY[:1])
    shared = make_dialogue(At.enter_pin, people=MANY[:2])

    assert "star" not in text(prompt(alone))
    assert "star" in text(prompt(shared))


def test_after_an_answer_the_most_likely_keys_come_first() -> None:
    reply = after_answer(make_dialogue(At.listening), [Line("Because.", "en")])

    assert reply.lines[0].text == "Because."
    assert named_keys(reply) == ["3", "4", "0"]


def test_an_answer_keeps_its_own_language_when_the_caller_changes_theirs() -> None:
    hindi = make_dialogue(At.listening, language="hi")

    (line,) = spoken(hindi, ["The sky is blue."])

    assert line.language == "en"


def test_a_very_long_answer_is_said_in_several_breaths() -> None:
    sentences = ["The leaf makes food from light and air and water every day."] * 200

    breaths = spoken(make_dialogue(At.listening), sentences)

    assert all(len(breath.text) <= 1_100 for breath in breaths)
    assert " ".join(breath.text for breath in breaths).count("leaf") == 200


def test_a_very_long_question_is_read_back_in_part() -> None:
    aloud = question_aloud(make_dialogue(At.listening), "why does light bend " * 200)

    assert len(aloud) < 300
    assert aloud.startswith("why does light bend")
