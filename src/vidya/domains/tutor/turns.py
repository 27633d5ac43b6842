"""What a learner's next words mean after an answer, for every channel alike.

They may be a step on the ladder of hints, short for a question that would stand alone, or a new
question.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from vidya.core.words import content_stems, stems
from vidya.domains.tutor.guardrails import in_distress
from vidya.domains.tutor.stages.follow_up_words import FollowUpKind
from vidya.domains.tutor.stages.follow_ups import (
    Exchange,
    Standalone,
    leans_on_conversation,
    stand_alone,
)
from vidya.domains.tutor.stages.hints import Ladder, Step, next_step
from vidya.domains.tutor.stages.learner_turns import LearnerTurn, turn_of

__all__ = [
    "FollowUpKind",
    "Heard",
    "Ladder",
    "Standalone",
    "Step",
    "climb",
    "may_lean",
    "short_for",
    "stuck",
]


@dataclass(frozen=True)
class Heard:
    """The question that the conversation is about, and what was heard of its answer."""

    question: str
    sentences: Sequence[str]
    language: str


def climb(ladder: Ladder, text: str, *, after: Heard) -> Ladder | None:
    """Where the learner stands after these words; None where they ask about something else."""
    topic = frozenset(stems(" ".join(after.sentences), language=after.language))
    turn = turn_of(text, question=after.question, language=after.language, topic=topic)
    if turn is LearnerTurn.again and _is_another(text, after):
        return None
    return next_step(ladder, turn)


def stuck(ladder: Ladder) -> Ladder:
    """Where the learner stands who asks for more by a key."""
    return next_step(ladder, LearnerTurn.stuck)


def may_lean(text: str) -> bool:
    """Whether it is worth reading what was heard before: these words say little without it."""
    return leans_on_conversation(text) and not in_distress(text)


def short_for(text: str, *, after: Heard) -> Standalone | None:
    """The question that these words are short for; None where they stand alone, or no rule knows."""
    if not after.sentences:
        return None
    return stand_alone(text, Exchange(after.question, after.sentences, after.language))


def _is_another(text: str, after: Heard) -> bool:
    """A question with none of the words that the one on the ladder is about."""
    asked = set(content_stems(after.question, language=after.language))
    return asked.isdisjoint(content_stems(text, language=after.language))
