"""The questions of a chapter are read out of its headings, definitions and exercises."""

import pytest

from vidya.domains.tutor.syllabus_questions import (
    Origin,
    Section,
    SyllabusQuestion,
    questions_of,
)


def asked(heading: str, body: str = "", *, language: str = "en") -> list[str]:
    found = questions_of([Section(heading, body)], language=language)
    return [question.text for question in found]


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("Why is the sky blue?", "Why is the sky blue?"),
        ("What light is and how it travels", "What is light?"),
        ("What a fraction is", "What is a fraction?"),
        ("Difference between HCF and LCM", "What is the difference between HCF and LCM?"),
        ("The difference between breathing and respiration",
         "What is the difference between breathing and respiration?"),
        ("Stomata: the tiny pores of a leaf", "What is stomata?"),
        ("Convex lenses", "What are convex lenses?"),
        ("Why muscles get cramps after hard exercise", "Why muscles get cramps after hard exercise?"),
        ("Who discovered photosynthesis", "Who discovered photosynthesis?"),
        ("The Revolt of 1857", "What is the Revolt of 1857?"),
        ("Newton's first law of motion", "What is Newton's first law of motion?"),
    ],
)  # fmt: skip
def test_a_heading_asks_what_it_is_about(heading: str, question: str) -> None:
    assert asked(heading) == [question]


@pytest.mark.parametrize(
    "heading",
    [
        "In short",
        "Keeping our lungs healthy",
        "Eye defects and care of the eyes",
        "Sound needs a medium",
        "",
    ],
)
def test_a_heading_that_names_no_one_thing_asks_nothing(heading: str) -> None:
    assert asked(heading) == []


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("An echo is a sound that comes back.", "What is an echo?"),
        ("Dispersion is the splitting of white light.", "What is dispersion?"),
        ("The band of seven colours is called a spectrum.", "What is a spectrum?"),
        ("The pupil is the small black opening of the eye.", "What is the pupil?"),
    ],
)
def test_a_sentence_that_says_what_something_is_answers_what_it_is(
    sentence: str, question: str
) -> None:
    assert question in asked("In short", sentence)


@pytest.mark.parametrize(
    "sentence", ["It is a form of energy.", "There are the seven colours.", "Light travels fast."]
)
def test_a_sentence_about_nothing_by_name_defines_nothing(sentence: str) -> None:
    assert asked("In short", sentence) == []


@pytest.mark.parametrize(
    ("heading", "body", "question"),
    [
        ("संघनन क्या है", "", "संघनन क्या है?"),
        ("वर्षण: वर्षा, हिम और ओले", "", "वर्षण क्या है?"),
        ("चालक और विद्युतरोधी में अंतर", "", "चालक और विद्युतरोधी में क्या अंतर है?"),
        ("संक्षेप में", "वाष्पन (evaporation) वह प्रक्रिया है जिसमें जल बदलता है।", "वाष्पन क्या है?"),
        ("संक्षेप में", "बर्फ़ के जल बनने को पिघलना (melting) कहते हैं।", "पिघलना क्या है?"),
    ],
)
def test_hindi_chapters_ask_too(heading: str, body: str, question: str) -> None:
    assert asked(heading, body, language="hi") == [question]


def test_exercises_are_asked_as_they_stand() -> None:
    found = questions_of(
        [
            Section(
                "Questions to think about", "You stand 2 m away; how far is your image? Draw it."
            )
        ],
        language="en",
    )

    assert found == [
        SyllabusQuestion("You stand 2 m away; how far is your image?", Origin.exercise)
    ]


def test_each_wording_is_asked_once() -> None:
    sections = [
        Section("What light is", "Light is a form of energy."),
        Section("What light is", ""),
    ]

    assert [question.text for question in questions_of(sections, language="en")] == [
        "What is light?"
    ]


def test_of_a_language_that_is_not_read_only_the_exercises_are_asked() -> None:
    sections = [Section("ஒளி", "ஒளி ஒரு ஆற்றல்."), Section("Questions to think about", "ஒளி என்ன?")]

    assert [question.text for question in questions_of(sections, language="ta")] == ["ஒளி என்ன?"]
