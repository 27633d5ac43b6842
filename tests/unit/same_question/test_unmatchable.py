"""Questions that must never be matched by their slots, and the words that say why."""

import pytest

from vidya.domains.tutor.same_question.explain import compare
from vidya.domains.tutor.same_question.key import slot_key
from vidya.domains.tutor.same_question.slots import Unmatchable


@pytest.mark.parametrize(
    "question",
    [
        "",
        "  ?! ",
        "🙏🙏",
        "why?",
        "what is it",
        "What are its uses?",
        "and the formula?",
        "give an example",
        "explain again",
        "Why does this happen?",
        "what about copper",
        "in Hindi please",
        "इसका सूत्र क्या है?",
        "क्यों?",
        "what are my marks",
        "who are you",
        "मेरे अंक कितने हैं?",
        "What is force and why is it needed?",
        "What is force? What is mass?",
        "Which of the following is a metal?",
        "Solve question 5 of exercise 3.2",
        "Who is the current prime minister?",
        "What is the date today?",
        "WHAT IS THE VALUE OF G?",
        "ஒளிச்சேர்க்கை என்றால் என்ன?",
        "What is " + "very " * 300 + "long?",
    ],
)
def test_a_question_that_cannot_stand_alone_has_no_key(question: str) -> None:
    assert slot_key(question, language="en") is None


def test_a_language_without_tables_has_no_keys_and_matches_word_for_word() -> None:
    question = "ஒளிச்சேர்க்கை என்றால் என்ன?"

    assert slot_key(question, language="si") is None
    assert compare(question, question + " ", language="si").same
    assert not compare(question, "ஒளிச்சேர்க்கை ஏன்?", language="si").same


def test_a_follow_up_is_never_the_same_even_word_for_word() -> None:
    comparison = compare("why?", "why?", language="en")

    assert not comparison.same
    assert comparison.first is Unmatchable.follow_up
    assert comparison.reason == (
        "Never matched: the first question leans on something said before."
    )


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            "What is osmosis?",
            "Define osmosis",
            "Same: both ask for define of osmosis.",
        ),
        (
            "How does rusting happen?",
            "Why does rusting happen?",
            "Different: one asks for how, the other for why.",
        ),
        (
            "Find the cube of 5 cm",
            "Find the cube of 6 cm",
            "Different: the numbers are 5 centimetre and 6 centimetre.",
        ),
        ("Expand (a+b)^2", "Expand (a-b)^2", "Different: (a+b)^2 is not (a-b)^2."),
        (
            "Why do fish drown?",
            "Why don't fish drown?",
            "Different: one of them denies what the other does not.",
        ),
        (
            "What eats frogs?",
            "What frogs eat?",
            "Different: eat frog is in another order than frog eat.",
        ),
        (
            "What is mitosis?",
            "What is meiosis?",
            "Different: one is about mitosis, the other about meiosis.",
        ),
        (
            "Who is the president?",
            "Who was the president?",
            "Different: one asks about the past, the other about the present.",
        ),
    ],
)
def test_the_reason_is_said_in_plain_words(one: str, other: str, reason: str) -> None:
    assert compare(one, other, language="en").reason == reason
