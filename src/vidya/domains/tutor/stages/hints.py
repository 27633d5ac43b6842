"""The ladder of hints: nudge, hint, worked step, and the solution only after an attempt."""

from dataclasses import dataclass
from enum import IntEnum

from vidya.domains.tutor.stages.learner_turns import LearnerTurn


class Step(IntEnum):
    nudge = 1  # where to look
    hint = 2  # the rule that is needed
    worked = 3  # the first step, or a like example, worked
    solution = 4


@dataclass(frozen=True)
class Ladder:
    """How far up a learner is with one question; it is kept with the conversation."""

    step: Step = Step.nudge
    attempts: int = 0
    stuck: int = 0
    """How often the learner said that they do not know, since the last attempt."""


def next_step(ladder: Ladder, turn: LearnerTurn) -> Ladder:
    """Where the learner stands after this turn. No turn moves more than one step.

    An attempt moves one step up. "I don't know" moves too, for who is stuck needs another hint,
    but never past the worked step. Asking again, in whatever words, moves nothing.
    """
    if turn is LearnerTurn.attempt:
        return Ladder(_above(ladder.step, Step.solution), ladder.attempts + 1)
    if turn is LearnerTurn.stuck and ladder.step < Step.worked:
        return Ladder(_above(ladder.step, Step.worked), ladder.attempts, ladder.stuck + 1)
    if turn is LearnerTurn.stuck:
        return Ladder(ladder.step, ladder.attempts, ladder.stuck + 1)
    return ladder


def _above(step: Step, highest: Step) -> Step:
    return Step(min(step + 1, highest))
