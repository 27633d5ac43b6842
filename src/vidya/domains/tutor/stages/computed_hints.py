"""The ladder of hints for a question that is computed: its own steps, and the result last."""

from vidya.domains.tutor.stages.computed.computed import Computed
from vidya.domains.tutor.stages.figures import figures
from vidya.domains.tutor.stages.hint_phrases import phrases_in
from vidya.domains.tutor.stages.hints import Step


def computed_hint(found: Computed, step: Step, *, language: str) -> tuple[str, ...]:
    """What is said on this step. Before the last one no number of the result is heard."""
    phrases = phrases_in(language)
    before = _without_result(found)
    match step:
        case Step.nudge:
            return phrases.no_hint, phrases.after_nudge
        case Step.hint:
            return *(before[:1] or [phrases.no_example]), phrases.after_hint
        case Step.worked:
            return *(before or [phrases.no_example]), phrases.after_worked
        case Step.solution:
            return found.steps


def _without_result(found: Computed) -> list[str]:
    """The steps up to the first one that has the result in it."""
    result = figures(found.result).known
    steps: list[str] = []
    for each in found.steps[:-1]:
        if figures(each).known & result or found.result in each:
            break
        steps.append(each)
    return steps
