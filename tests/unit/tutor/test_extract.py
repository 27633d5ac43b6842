"""Without a model, the books themselves answer: the right sentence first, or none at all."""

import math
from collections import Counter
from collections.abc import Sequence

import pytest

from vidya.core.words import content_stems
from vidya.domains.curriculum.models import Passage
from vidya.domains.tutor.models import FollowUp
from vidya.domains.tutor.stages.extract import extract, extract_regardless

_PASSAGES = 200
_BOOK = {
    "What photosynthesis is": (
        "Photosynthesis takes place mainly in the leaves. Photosynthesis is important for all "
        "animals. Photosynthesis is the process by which green plants make their food. It gives "
        "out oxygen. The formula of glucose is C6H12O6."
    ),
    "Why leaves are green": (
        "Leaves are the kitchen of a plant. Leaves are green because chlorophyll sends green "
        "light back. Red leaves are seen on croton, such as in our gardens."
    ),
    "What respiration is": (
        "Respiration is the process in which food is broken down to release energy. Anaerobic "
        "respiration is the breakdown of food without oxygen. The difference between aerobic and "
        "anaerobic respiration is that only aerobic respiration uses oxygen."
    ),
    "The Constitution": (
        "The Constitution came into force on 26 January 1950. Ten fundamental duties were added "
        "by the 42nd Amendment. There are eleven fundamental duties, and courts do not enforce "
        "them. B R Ambedkar was the chairman of the Drafting Committee."
    ),
    "The force of friction": (
        "A force is a push or a pull on an object. The SI unit of force is the newton, written N. "
        "Friction is a force that slows things down."
    ),
    "The ear": (
        "The stirrup is the smallest bone in the human body. Sound makes the eardrum vibrate. "
        "Noise pollution is too much unwanted sound. The police may stop it."
    ),
}
_HINDI_BOOK = {
    "प्रकाश संश्लेषण क्या है": (
        "प्रकाश संश्लेषण में पौधे ऑक्सीजन छोड़ते हैं। प्रकाश संश्लेषण (photosynthesis) वह प्रक्रिया है जिसमें "
        "हरे पौधे अपना भोजन बनाते हैं। यह दिन में होता है।"
    ),
    "कोशिका में श्वसन": (
        "श्वसन हर कोशिका में चलता है। कोशिका के भीतर होने वाले श्वसन को कोशिकीय श्वसन कहते हैं। पेशी को श्वसन "
        "से ऊर्जा मिलती है।"
    ),
    "समुद्र का जल": (
        "समुद्र का जल खारा है। समुद्र का जल हम पी नहीं सकते, क्योंकि उसमें बहुत नमक घुला होता है। जल का "
        "क्वथनांक 100 डिग्री सेल्सियस है।"
    ),
    "भिन्न": "उचित भिन्न वह भिन्न है जिसका अंश हर से छोटा होता है, जैसे 2/5। भिन्न 3/4 में अंश 3 है।",
}


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What is photosynthesis?", "Photosynthesis is the process by which green plants"),
        ("define photosynthesis", "Photosynthesis is the process by which green plants"),
        ("what is meant by respiration", "Respiration is the process in which food"),
        ("why are leaves green", "Leaves are green because chlorophyll"),
        ("How many fundamental duties are there?", "There are eleven fundamental duties"),
        ("When did the Constitution come into force?", "The Constitution came into force on 26"),
        (
            "difference between aerobic and anaerobic respiration",
            "The difference between aerobic and anaerobic respiration",
        ),
        ("What is the unit of force?", "The SI unit of force is the newton, written N."),
        ("what is the formula of glucose", "The formula of glucose is C6H12O6."),
        ("Who was the chairman of the Drafting Committee?", "B R Ambedkar was the chairman"),
    ],
)
def test_the_sentence_that_answers_is_said_first(question: str, sentence: str) -> None:
    assert _said(question)[0].startswith(sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("प्रकाश संश्लेषण क्या है?", "प्रकाश संश्लेषण (photosynthesis) वह प्रक्रिया"),
        ("प्रकाश संश्लेषण किसे कहते हैं", "प्रकाश संश्लेषण (photosynthesis) वह प्रक्रिया"),
        ("कोशिकीय श्वसन किसे कहते हैं?", "कोशिका के भीतर होने वाले श्वसन को"),
        ("समुद्र का पानी हम क्यों नहीं पी सकते?", "समुद्र का जल हम पी नहीं सकते, क्योंकि"),
        ("पानी का क्वथनांक कितना होता है?", "जल का क्वथनांक 100 डिग्री"),
        ("उचित भिन्न क्या होती है, उदहारण दो", "उचित भिन्न वह भिन्न है"),
    ],
)
def test_a_hindi_question_is_answered_as_well(question: str, sentence: str) -> None:
    assert _said(question, language="hi")[0].startswith(sentence)


def test_two_things_asked_are_both_answered_in_the_order_asked() -> None:
    said = _said("What is force? Give its unit.")

    assert said[0] == "A force is a push or a pull on an object."
    assert said[1] == "The SI unit of force is the newton, written N."


@pytest.mark.parametrize(
    "question",
    [
        "wat is noise polution",
        "define photosynthesys",
        "what is anerobic respiration",
        "What is noise-pollution?",
    ],
)
def test_a_slip_of_the_finger_is_understood(question: str) -> None:
    assert _said(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who wrote the Panchatantra?",
        "What is the capital of Mongolia?",
        "How can I join the police force?",
        "How many bones are there in the human body?",
        "What is photography?",
        "wat dont u",
        "?",
        "🌱🌱",
    ],
)
def test_what_the_books_do_not_say_is_refused(question: str) -> None:
    assert _said(question) == []


@pytest.mark.parametrize("question", ["What is photosynthesis?", "why are leaves green"])
def test_an_answer_is_short_and_verbatim(question: str) -> None:
    said = _said(question)

    assert 1 <= len(said) <= 3
    assert len(set(said)) == len(said)
    assert all(any(sentence in body for body in _BOOK.values()) for sentence in said)


def test_it_is_never_heard_without_what_it_stands_for() -> None:
    said = _said("Which gas does photosynthesis give out as oxygen?")

    assert "It gives out oxygen." in said
    before = said[said.index("It gives out oxygen.") - 1]
    assert before.startswith("Photosynthesis is the process by which")


def test_a_sentence_of_another_subject_is_not_added() -> None:
    said = _said("What is the smallest bone in the human body?")

    assert said == ["The stirrup is the smallest bone in the human body."]


def test_each_sentence_names_the_passage_that_it_stands_in() -> None:
    passages, weights = _search("What is respiration?", _BOOK, language="en")

    answer = extract(weights, passages, language="en", question="What is respiration?")

    assert all(sentence.text in sentence.passages[0].body for sentence in answer)


def test_more_detail_leaves_out_what_was_said() -> None:
    first = _said("What is photosynthesis?")

    more = _said("What is photosynthesis?", follow_up=FollowUp.detail, said=first)

    assert more
    assert not set(more) & set(first)


def test_an_example_is_given_only_where_the_book_gives_one() -> None:
    with_example = _said("why are leaves green", follow_up=FollowUp.example)
    without = _said("What is respiration?", follow_up=FollowUp.example, books={"A": "It burns."})

    assert with_example == ["Red leaves are seen on croton, such as in our gardens."]
    assert without == []


def test_more_detail_may_come_from_a_passage_that_only_the_former_answer_cites() -> None:
    _, weights = _search("What is photosynthesis?", _BOOK, language="en")
    cited = _passage(9, "Food", "The food of photosynthesis is kept as starch.", score=0.0)

    more = extract(
        weights,
        [cited],
        language="en",
        question="What is photosynthesis?",
        follow_up=FollowUp.detail,
    )

    assert [sentence.text for sentence in more] == [cited.body]


def test_for_measuring_even_a_hopeless_question_gets_the_nearest_sentences() -> None:
    question = "How can I join the police force?"
    passages, weights = _search(question, _BOOK, language="en")

    assert extract_regardless(weights, passages, language="en", question=question)
    assert extract(weights, passages, language="en", question=question) == []


def test_the_same_question_gets_the_same_answer_every_time() -> None:
    assert _said("What is force?") == _said("What is force?")


def _said(
    question: str,
    *,
    language: str = "en",
    books: dict[str, str] | None = None,
    follow_up: FollowUp | None = None,
    said: Sequence[str] = (),
) -> list[str]:
    shelf = books or {"en": _BOOK, "hi": _HINDI_BOOK}[language]
    passages, weights = _search(question, shelf, language=language)
    answer = extract(
        weights, passages, language=language, question=question, follow_up=follow_up, said=said
    )
    return [sentence.text for sentence in answer]


def _search(
    question: str, books: dict[str, str], *, language: str
) -> tuple[list[Passage], dict[str, float]]:
    """What the curriculum's search would hand over, were these a few pages of its books."""
    stems = {
        heading: Counter(content_stems(f"{heading}. {body}", language=language))
        for heading, body in books.items()
    }
    asked = set(content_stems(question, language=language)) if question.strip("?🌱") else set()
    mean = sum(map(Counter.total, stems.values())) / len(stems)
    weights = {
        stem: _rarity(sum(stem in counts for counts in stems.values()), among=_PASSAGES)
        for stem in asked
    }
    passages = [
        _passage(number, heading, body, score=_score(stems[heading], weights, mean=mean))
        for number, (heading, body) in enumerate(books.items())
    ]
    found = [passage for passage in passages if passage.score]
    return sorted(found, key=lambda passage: -passage.score)[:5], weights


def _score(counts: Counter[str], weights: dict[str, float], *, mean: float) -> float:
    long = 0.25 + 0.75 * counts.total() / mean
    return sum(
        weight * counts[stem] * 2.2 / (counts[stem] + 1.2 * long)
        for stem, weight in weights.items()
        if counts[stem]
    )


def _rarity(passages: int, *, among: int) -> float:
    return math.log(1 + (among - passages + 0.5) / (passages + 0.5)) / math.log(2 + 2 * among)


def _passage(number: int, heading: str, body: str, *, score: float) -> Passage:
    return Passage(
        board="DEMO",
        passage_no=number,
        heading=heading,
        body=body,
        chapter="A chapter",
        subject="science",
        grade=8,
        content_hash=b"",
        score=score,
    )
