"""A guided child hears how a sum begins, and its result only on the last step."""

import pytest

from tests.unit.tutor.sums_asked import COMPUTED
from vidya.domains.tutor.stages.computed.compute import compute
from vidya.domains.tutor.stages.computed.computed import Computed
from vidya.domains.tutor.stages.computed_hints import computed_hint
from vidya.domains.tutor.stages.figures import figures
from vidya.domains.tutor.stages.hints import Step


@pytest.mark.parametrize(("question", "result"), COMPUTED)
def test_the_result_is_heard_on_the_last_step_only(question: str, result: str) -> None:
    found = _computed(question)

    for step in (Step.nudge, Step.hint, Step.worked):
        said = computed_hint(found, step, language="en")
        assert said[-1].endswith("?")
        assert not any(figures(each).known & figures(result).known for each in said)
    assert computed_hint(found, Step.solution, language="en") == found.steps


def test_the_steps_before_the_last_are_those_of_the_sum() -> None:
    found = _computed("2 + 3 × (4 − 1)²")

    hint = computed_hint(found, Step.hint, language="en")
    worked = computed_hint(found, Step.worked, language="en")

    assert hint[0] == "4 − 1 = 3."
    assert worked[:3] == ("4 − 1 = 3.", "3 to the power 2 is 9.", "3 × 9 = 27.")


def test_units_are_named_in_the_learners_language() -> None:
    hindi = compute("3 ghante me kitne minute hote hain", language="hi")
    one = compute("how many paise in 1 rupee", language="en")

    assert hindi is not None
    assert hindi.steps[-1] == "इसलिए 3 घंटे = 180 मिनट।"
    assert one is not None
    assert one.steps[-1] == "So 1 rupee is 100 paise."


def _computed(question: str) -> Computed:
    found = compute(question, language="en")
    assert found is not None
    return found
