"""Questions, the answers that they get, and where those come from."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from vidya.domains.curriculum.models import Passage, Scope


class QuestionStatus(StrEnum):
    waiting = "waiting"
    answered = "answered"
    handed_over = "handed_over"
    refused = "refused"


class Source(StrEnum):
    """Where an answer came from."""

    exact = "exact"  # the same words were asked before
    same_question = "same_question"  # other words for a question asked before
    alias = "alias"  # a wording that once led to this answer
    new = "new"  # written for this question, from passages
    shared = "shared"  # being written for somebody else who asks the same
    safety = "safety"  # the fixed reply to a child in distress
    quota = "quota"  # the day's questions are used up
    unclear = "unclear"  # no question could be heard in it


class FollowUp(StrEnum):
    detail = "detail"
    example = "example"


class AnswerStatus(StrEnum):
    writing = "writing"
    ready = "ready"
    handed_over = "handed_over"


@dataclass(frozen=True)
class Asker:
    """Who asks: a learner of the school, or a guest of whom nothing is kept."""

    scope: Scope
    mode: str
    """`explain` or `guide`."""
    learner_id: UUID | None = None
    guest_id: UUID | None = None
    time_zone: str = "Asia/Kolkata"


def mode_on(mode: str, step: int) -> str:
    """The teaching mode with the step of the ladder of hints, such as `guide:2`; the first is bare.

    Each step is an answer of its own, found by keys of its own.
    """
    return f"{mode}:{step}" if step > 1 else mode


@dataclass(frozen=True)
class NewQuestion:
    text: str
    channel: str
    follow_up: FollowUp | None = None
    about: UUID | None = None
    """The question that a follow-up continues."""


@dataclass(frozen=True)
class StageTiming:
    """One stage of the answer: what it took, and what came of it."""

    name: str
    ms: float
    outcome: str


@dataclass(frozen=True)
class Asked:
    """A question taken in. `sentences` may still be growing while the status is waiting."""

    question_id: UUID
    status: QuestionStatus
    source: Source
    answer_id: UUID | None
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class StoredAnswer:
    answer_id: UUID
    board: str | None
    kind: str
    status: str
    sentences: list[str]
    subject: str | None
    created_at: datetime


@dataclass(frozen=True)
class Writing:
    """An answer that is to be written, with all that is needed to write it."""

    answer_id: UUID
    question: str
    scope: Scope
    mode: str
    follow_up: FollowUp | None
    said: tuple[str, ...]
    """Sentences that an interrupted writer left; they may have been heard."""
    before: tuple[str, ...]
    """Of a follow-up: the answer that it follows."""
    passages: tuple[Passage, ...]
    waited_ms: float
    search_ms: float
    is_held: bool = False
    """Written ahead of time: no question is led to it before somebody approves it."""
    step: int = 1
    """Of the ladder of hints, where the mode is `guide`."""
    asked_by: UUID | None = None
    """The learner who asked it first; None for a guest, and where nobody did."""
    channel: str = ""
    time_zone: str = "Asia/Kolkata"

    @property
    def keyed_mode(self) -> str:
        """As its keys hold it."""
        return mode_on(self.mode, self.step)


@dataclass(frozen=True)
class Sentence:
    """One sentence of an answer, with the passages that it rests on."""

    text: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Progress:
    """How far an answer is, for somebody who waits for it."""

    status: AnswerStatus
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class PastQuestion:
    question_id: UUID
    text: str
    subject: str | None
    status: QuestionStatus
    asked_at: datetime
    sentences: list[str]


@dataclass(frozen=True)
class OpenHandoff:
    """A question that waits for a teacher."""

    handoff_id: UUID
    question: str
    reason: str
    language: str
    grade: int
    learner: str | None
    created_at: datetime


@dataclass(frozen=True)
class HandedOver:
    """What a teacher is about to answer, and for whom."""

    question_id: UUID
    answer_id: UUID | None
    text: str
    language: str
    grade: int
    follows: UUID | None
    board: str
    mode: str


@dataclass(frozen=True)
class SyllabusChapter:
    """A chapter whose questions can be answered ahead of time."""

    board: str | None
    """None where it is the school's own."""
    chapter_id: UUID
    title: str
    grade: int
    language: str


@dataclass(frozen=True)
class CitedPassage:
    chapter: str
    heading: str
    passage_no: int
    board: str | None


@dataclass(frozen=True)
class TracedQuestion:
    """A question with all that happened to it, for whoever wants to see why."""

    question_id: UUID
    text: str
    status: str
    source: str
    asked_at: datetime
    composer: str
    first_at: datetime | None
    completed_at: datetime | None
    sentences: list[str]
    stages: list[dict[str, object]]
    citations: list[CitedPassage] = field(default_factory=list)

    def ms_to(self, moment: datetime | None) -> float | None:
        """Milliseconds from the question to this moment; None when it was answered from store."""
        if moment is None or moment < self.asked_at:
            return None
        return round((moment - self.asked_at).total_seconds() * 1000, 1)
