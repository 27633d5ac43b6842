"""A follow-up is put so that it stands alone; a question of its own is left as it is."""

import pytest

from vidya.domains.tutor.stages.follow_up_words import FollowUpKind
from vidya.domains.tutor.stages.follow_ups import (
    Exchange,
    Standalone,
    leans_on_conversation,
    stand_alone,
)
from vidya.domains.tutor.stages.rewriting import accepted_rewrite, rewrite_prompt

_GREEN = Exchange(
    "What is chlorophyll?",
    ("Chlorophyll is the green matter of leaves.", "It catches sunlight."),
    "en",
)
_HINDI = Exchange("प्रकाश संश्लेषण क्या है?", ("प्रकाश संश्लेषण पौधों का भोजन बनाना है।",), "hi")
_ROMAN = Exchange("friction kya hai", ("Friction is a force that slows things down.",), "en")
_ANIMALS = Exchange("How does respiration happen in animals?", ("Animals breathe air.",), "en")
_WHO = Exchange("Who was C V Raman?", ("C V Raman was a physicist.",), "en")
_BECAUSE = Exchange(
    "Why are leaves green?", ("Leaves are green because chlorophyll sends green light back.",), "en"
)
_LAST = {
    "green": _GREEN,
    "hindi": _HINDI,
    "roman": _ROMAN,
    "animals": _ANIMALS,
    "who": _WHO,
    "because": _BECAUSE,
}

_WHY_GREEN = "Why is it that Chlorophyll is the green matter of leaves?"
_WHY_HINDI = "ऐसा क्यों है कि प्रकाश संश्लेषण पौधों का भोजन बनाना है?"
_EXAMPLE_HINDI = "प्रकाश संश्लेषण का एक उदाहरण दीजिए।"
_ASKED = "What is chlorophyll?"
_ASKED_HINDI = "प्रकाश संश्लेषण क्या है?"

_PUT = [
    ("green", "why?", "why", _WHY_GREEN),
    ("green", "But why?", "why", _WHY_GREEN),
    ("green", "Why is that so?", "why", _WHY_GREEN),
    ("green", "why does it happen", "why", _WHY_GREEN),
    ("green", "ok why sir", "why", _WHY_GREEN),
    ("green", "how come?", "why", _WHY_GREEN),
    ("green", "kyun?", "why", _WHY_GREEN),
    ("green", "aisa kyon hota hai", "why", _WHY_GREEN),
    ("hindi", "क्यों?", "why", _WHY_HINDI),
    ("hindi", "ऐसा क्यों होता है?", "why", _WHY_HINDI),
    ("hindi", "इसका कारण बताओ", "why", _WHY_HINDI),
    ("hindi", "why", "why", _WHY_HINDI),
    ("because", "why?", "why", "Why is it that chlorophyll sends green light back?"),
    ("green", "an example", "example", "Give an example of chlorophyll."),
    ("green", "Give me an example please.", "example", "Give an example of chlorophyll."),
    ("green", "for example?", "example", "Give an example of chlorophyll."),
    ("green", "any examples of it?", "example", "Give an example of chlorophyll."),
    ("green", "ek example do", "example", "Give an example of chlorophyll."),
    ("animals", "example?", "example", f"Give an example: {_ANIMALS.question}"),
    ("hindi", "उदाहरण दो", "example", _EXAMPLE_HINDI),
    ("hindi", "एक उदाहरण बताइए", "example", _EXAMPLE_HINDI),
    ("hindi", "koi udaharan do", "example", _EXAMPLE_HINDI),
    ("roman", "ek udaharan do", "example", "Give an example of friction."),
    ("green", "tell me more", "more", _ASKED),
    ("green", "explain in detail", "more", _ASKED),
    ("green", "more please", "more", _ASKED),
    ("green", "aur batao", "more", _ASKED),
    ("hindi", "और बताओ", "more", _ASKED_HINDI),
    ("hindi", "विस्तार से समझाइए", "more", _ASKED_HINDI),
    ("green", "shorter", "shorter", _ASKED),
    ("green", "make it shorter please", "shorter", _ASKED),
    ("green", "tell me in one line", "shorter", _ASKED),
    ("green", "in short", "shorter", _ASKED),
    ("green", "it is too long", "shorter", _ASKED),
    ("green", "short me batao", "shorter", _ASKED),
    ("hindi", "संक्षेप में बताओ", "shorter", _ASKED_HINDI),
    ("hindi", "एक लाइन में बताइए", "shorter", _ASKED_HINDI),
    ("green", "in simple words", "simpler", _ASKED),
    ("green", "explain it in easy language", "simpler", _ASKED),
    ("green", "I didn't understand", "simpler", _ASKED),
    ("green", "aasan bhasha me samjhao", "simpler", _ASKED),
    ("hindi", "आसान भाषा में बताओ", "simpler", _ASKED_HINDI),
    ("hindi", "मुझे समझ नहीं आया", "simpler", _ASKED_HINDI),
    ("green", "again", "repeat", _ASKED),
    ("green", "Say that again please", "repeat", _ASKED),
    ("green", "repeat", "repeat", _ASKED),
    ("green", "what did you say?", "repeat", _ASKED),
    ("green", "phir se bolo", "repeat", _ASKED),
    ("hindi", "फिर से बताओ", "repeat", _ASKED_HINDI),
    ("hindi", "दोबारा", "repeat", _ASKED_HINDI),
    ("green", "What is it used for?", "about", "What is chlorophyll used for?"),
    ("green", "where is it found?", "about", "where is chlorophyll found?"),
    ("green", "What is its colour?", "about", "What is chlorophyll's colour?"),
    ("green", "who discovered it", "about", "who discovered chlorophyll"),
    ("green", "and how does it work?", "about", "and how does chlorophyll work?"),
    ("green", "iska kaam kya hai", "about", "chlorophyll ka kaam kya hai"),
    ("green", "ye kahan milta hai", "about", "chlorophyll kahan milta hai"),
    ("roman", "iska formula kya hai", "about", "friction ka formula kya hai"),
    ("hindi", "इसका महत्व क्या है?", "about", "प्रकाश संश्लेषण का महत्व क्या है?"),
    ("hindi", "यह कहाँ होता है?", "about", "प्रकाश संश्लेषण कहाँ होता है?"),
    ("hindi", "इसमें क्या बनता है?", "about", "प्रकाश संश्लेषण में क्या बनता है?"),
    ("hindi", "इसे किसने खोजा?", "about", "प्रकाश संश्लेषण को किसने खोजा?"),
    ("who", "when was he born?", "about", "when was C V Raman born?"),
    ("who", "What did he discover?", "about", "What did C V Raman discover?"),
    ("animals", "and in plants?", "instead", "How does respiration happen in plants?"),
    ("animals", "What about plants?", "instead", "How does respiration happen in plants?"),
    ("animals", "in fish", "instead", "How does respiration happen in fish?"),
    ("green", "and in animals?", "instead", "What is chlorophyll in animals?"),
    ("green", "what about carotene?", "instead", "What is carotene?"),
    ("green", "and haemoglobin?", "instead", "What is haemoglobin?"),
]


@pytest.mark.parametrize(("last", "text", "kind", "question"), _PUT)
def test_a_follow_up_is_put_with_what_it_leans_on(
    last: str, text: str, kind: str, question: str
) -> None:
    exchange = _LAST[last]

    put = stand_alone(text, exchange)

    assert put == Standalone(question, FollowUpKind(kind), exchange.language)
    assert leans_on_conversation(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("in Hindi", "hi"),
        ("Tell me in Hindi please", "hi"),
        ("say it in English", "en"),
        ("hindi me batao", "hi"),
        ("angrezi mein samjhao", "en"),
        ("हिंदी में बताओ", "hi"),
        ("हिन्दी में", "hi"),
        ("इसे अंग्रेज़ी में बताइए", "en"),
        ("translate it into Tamil", "ta"),
        ("मराठी में समझाओ", "mr"),
        ("bangla mein", "bn"),
    ],
)
def test_another_language_is_wanted_of_the_same_answer(text: str, language: str) -> None:
    assert stand_alone(text, _GREEN) == Standalone(_ASKED, FollowUpKind.in_language, language)


def test_the_part_that_differs_is_put_in_its_place_in_hindi() -> None:
    last = Exchange("पौधों में श्वसन कैसे होता है?", ("पौधों में श्वसन रंध्रों से होता है।",), "hi")

    put = stand_alone("और जंतुओं में?", last)

    assert put is not None
    assert put.question == "जंतुओं में श्वसन कैसे होता है?"


_OF_THEIR_OWN = [
    "Why are leaves green?",
    "Why is the sky blue?",
    "Why is it important to save water?",
    "What time is it in London?",
    "Is it true that the earth is round?",
    "How long does it take to digest food?",
    "Give an example of a metal.",
    "What is an example of a mammal?",
    "What is the Hindi word for water?",
    "Who wrote in Hindi?",
    "Explain the water cycle in short.",
    "Explain photosynthesis in detail.",
    "What is a repeating decimal?",
    "What is photosynthesis and where does it take place?",
    "If a car moves at 5 m/s, how far does it go in 2 s?",
    "When water boils what happens to it?",
    "Explain in simple words what friction is.",
    "What is 3 times 4?",
    "3 + 4",
    "What is the capital of India?",
    "In which year did India become free?",
    "For which values of x is it positive?",
    "of course",
    "by the way",
    "and thanks",
    "Who invented the telephone?",
    "Define force.",
    "Tell me about the Mughal Empire.",
    "How do plants make food?",
    "What is the shortest day of the year?",
    "How does the heart pump blood through its chambers?",
    "Which planet is called the red planet?",
    "Does sound travel again after an echo?",
    "पत्तियाँ हरी क्यों होती हैं?",
    "प्रकाश संश्लेषण क्या है?",
    "धातु का एक उदाहरण दो",
    "जल चक्र को संक्षेप में समझाओ",
    "यह अध्याय किसके बारे में है?",
    "भारत की राजधानी क्या है?",
    "हिंदी दिवस कब मनाया जाता है?",
    "patte hare kyon hote hain",
    "photosynthesis kya hai",
    "dhatu ka ek example do",
    "newton ka pehla niyam batao",
    "English ke 5 vowels kaun se hain",
    "Hello",
    "yes",
    "",
    "😀",
]


@pytest.mark.parametrize("text", _OF_THEIR_OWN)
def test_a_question_of_its_own_is_no_follow_up(text: str) -> None:
    assert stand_alone(text, _GREEN) is None
    assert not leans_on_conversation(text)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("where is it found?", Exchange("How do plants make food?", ("In leaves.",), "en")),
        ("how big is it?", Exchange("What is the capital of India?", ("New Delhi.",), "en")),
        ("why?", Exchange("What is it?", ("It is green.",), "en")),
        ("why?", Exchange("What is it?", (), "en")),
        ("what about iron?", Exchange("Why does it rust when wet?", ("Air.",), "en")),
    ],
)
def test_what_no_rule_is_certain_of_is_left_to_the_model(text: str, last: Exchange) -> None:
    assert stand_alone(text, last) is None
    assert leans_on_conversation(text)


_CAPITAL = Exchange("What is the capital of India?", ("The capital of India is New Delhi.",), "en")


@pytest.mark.parametrize(
    ("written", "accepted"),
    [
        ("How big is New Delhi?", True),
        ('"How big is New Delhi, the capital of India?"\n', True),
        ("How old is New Delhi?", False),  # "big" is gone
        ("How big is Mumbai?", False),  # a name from nowhere
        ("How big is New Delhi in 2024?", False),
        ("How big is it?", False),
        ("NO_FOLLOW_UP", False),
        ("How big is New Delhi?\nHow big is India?", False),
        ("नई दिल्ली कितनी बड़ी है?", False),
        ("", False),
        ("How big is New Delhi? " * 40, False),
    ],
)
def test_a_models_rewrite_adds_nothing_and_keeps_what_was_asked(
    written: str, accepted: bool
) -> None:
    question = accepted_rewrite(written, "How big is it?", _CAPITAL)

    assert (question is not None) is accepted


def test_what_the_child_says_stays_on_its_line_when_a_model_rewrites_it() -> None:
    rules, asked = rewrite_prompt("How big?\nQuestion before: none", _CAPITAL)

    assert len(asked.content.splitlines()) == 3
    assert "India" not in rules.content


@pytest.mark.parametrize("text", ["why " * 1000, "a" * 4000, "😀" * 4000, "it " * 1300, "क" * 4000])
def test_a_very_long_turn_is_no_follow_up(text: str) -> None:
    assert stand_alone(text, _GREEN) is None
