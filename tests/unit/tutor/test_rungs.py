"""Without a model, hints come from the book, and none of them is the answer."""

from collections.abc import Mapping

import pytest

from tests.unit.tutor.writing import make_passage
from vidya.core.words import content_stems
from vidya.domains.curriculum.models import Passage
from vidya.domains.tutor.stages.hints import Step
from vidya.domains.tutor.stages.rungs import Rungs, gives_away, rungs

_AREA = make_passage(
    "A rectangle is a figure with four right angles and equal opposite sides. The area of a "
    "rectangle = length × breadth. For example, a rectangle that is 6 cm long and 2 cm broad has "
    "an area of 12 square cm. The area of the playground of our school is 4800 square metres.",
    heading="The area of a rectangle",
)
_QUESTION = "What is the area of the playground of our school?"
_HINDI = make_passage(
    "आयत वह आकृति है जिसके चारों कोण समकोण होते हैं। आयत का क्षेत्रफल = लंबाई × चौड़ाई। हमारे स्कूल के मैदान का "
    "क्षेत्रफल 4800 वर्ग मीटर है।",
    heading="आयत का क्षेत्रफल",
)


def test_the_ladder_climbs_from_the_rule_over_the_example_to_the_answer() -> None:
    found = _rungs(_QUESTION, _AREA)

    assert "length × breadth" in found.hint[0].text
    assert "For example" in found.worked[0].text
    assert "4800" in found.solution[0].text


@pytest.mark.parametrize("step", [Step.nudge, Step.hint, Step.worked])
def test_no_step_before_the_last_says_the_answer(step: Step) -> None:
    for passage, question, language in _CASES:
        said = _rungs(question, passage, language=language).on(step)

        assert said
        assert said[-1].text.endswith("?")
        assert not any("4800" in sentence.text for sentence in said)


def test_what_is_said_on_one_step_is_not_said_on_another() -> None:
    found = _rungs(_QUESTION, _AREA)

    first = [found.on(step)[0].text for step in Step]

    assert len(set(first)) == len(first)


def test_where_the_definition_is_the_answer_the_book_is_pointed_to() -> None:
    passage = make_passage("Friction is a force that slows things down.", heading="Friction")

    found = _rungs("What is friction?", passage)

    assert found.nudge[0].text == "Your book writes about this under the heading Friction."
    assert found.solution[0].text == "Friction is a force that slows things down."
    assert "force" not in " ".join(s.text for step in list(Step)[:3] for s in found.on(step))


def test_every_sentence_of_the_ladder_cites_the_book() -> None:
    found = _rungs(_QUESTION, _AREA)

    assert all(sentence.passages == (_AREA,) for step in Step for sentence in found.on(step))


def test_what_the_book_does_not_answer_has_no_hints() -> None:
    assert _rungs("Who painted the Mona Lisa?", _AREA) == Rungs((), (), (), ())


def test_hindi_hints_are_in_hindi() -> None:
    found = _rungs("हमारे स्कूल के मैदान का क्षेत्रफल कितना है?", _HINDI, language="hi")

    assert "4800" in found.solution[0].text
    assert all(
        any("\u0900" <= letter <= "\u097f" for letter in sentence.text)
        for step in Step
        for sentence in found.on(step)
    )


@pytest.mark.parametrize(
    ("hint", "gives"),
    [
        ("The area of the playground of our school is large.", True),
        ("It has 4800 of them.", True),
        ("Area is length times breadth.", False),
    ],
)
def test_a_hint_that_says_what_the_answer_says_is_known(hint: str, gives: bool) -> None:
    answer = ["The area of the playground of our school is 4800 square metres."]

    assert gives_away(hint, answer) is gives


_CASES = [
    (_AREA, _QUESTION, "en"),
    (_HINDI, "हमारे स्कूल के मैदान का क्षेत्रफल कितना है?", "hi"),
]


def _rungs(question: str, *passages: Passage, language: str = "en") -> Rungs:
    return rungs(_weights(question, language), passages, language=language, question=question)


def _weights(question: str, language: str) -> Mapping[str, float]:
    return dict.fromkeys(content_stems(question, language=language), 1.0)
