"""The ladder of hints on the phone, where a school guides instead of explaining."""

from collections.abc import Sequence

from vidya.channels.voice.dialogue import Dialogue
from vidya.core.words import content_stems, stems
from vidya.domains.tutor.stages.hints import Ladder, Step, next_step
from vidya.domains.tutor.stages.learner_turns import LearnerTurn, turn_of


def is_guided(dialogue: Dialogue) -> bool:
    """Whether the caller is on the ladder of a question."""
    is_on_it = dialogue.question_id is not None and not dialogue.follows_up
    return dialogue.school.mode == "guide" and is_on_it


def ladder_of(dialogue: Dialogue) -> Ladder:
    return Ladder(Step(dialogue.step), dialogue.attempts, dialogue.stuck)


def climb(dialogue: Dialogue, text: str, *, heard: Sequence[str]) -> Ladder | None:
    """Where the caller stands after these words; None where they ask about something else.

    `heard` are the sentences of the step on which they stand.
    """
    language = dialogue.language
    topic = frozenset(stems(" ".join(heard), language=language))
    turn = turn_of(text, question=dialogue.question_text, language=language, topic=topic)
    if turn is LearnerTurn.again and _is_another(dialogue, text):
        return None
    return next_step(ladder_of(dialogue), turn)


def _is_another(dialogue: Dialogue, text: str) -> bool:
    """A question with none of the words that the one on the ladder is about."""
    asked = set(content_stems(dialogue.question_text, language=dialogue.language))
    return asked.isdisjoint(content_stems(text, language=dialogue.language))
