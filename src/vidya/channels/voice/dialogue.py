"""Where a call stands: all that the next turn must know, kept with the call's row."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

import msgspec


class At(StrEnum):
    """The point that the conversation has reached, named for what is expected next."""

    choose_person = "choose_person"
    enter_pin = "enter_pin"
    consent = "consent"
    unheard = "unheard"
    listening = "listening"
    confirming = "confirming"
    waiting = "waiting"
    call_back = "call_back"
    choose_language = "choose_language"
    choose_subject = "choose_subject"
    guardian = "guardian"
    guardian_consent = "guardian_consent"
    guest = "guest"
    guest_class = "guest_class"
    school_code = "school_code"
    joining = "joining"
    ended = "ended"


class Somebody(msgspec.Struct, frozen=True, omit_defaults=True):
    """A person who may be on this phone."""

    kind: Literal["learner", "guardian"]
    person_id: UUID
    name: str
    language: str
    grade: int
    has_pin: bool
    has_consent: bool


class SchoolFacts(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a call needs to know of its school, read once."""

    name: str
    board: str
    language: str
    languages: tuple[str, ...]
    mode: str
    time_zone: str
    guests_allowed: bool
    guest_questions: int


class Dialogue(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    at: At
    language: str
    school: SchoolFacts
    people: tuple[Somebody, ...] = ()
    who: Somebody | None = None
    guest_id: UUID | None = None
    grade: int = 0
    slower: bool = False
    strikes: int = 0
    """Silences and nonsense in a row."""
    keys_page: int = 0
    """How many times 0 was pressed in a row, to hear the next four keys."""
    heard_text: str = ""
    """A transcript that waits to be confirmed."""
    question_id: UUID | None = None
    """The question that the conversation is about."""
    question_text: str = ""
    answer_id: UUID | None = None
    said: int = 0
    """How many sentences of its answer were said."""
    asked_at: float = 0.0
    """When it was asked, in seconds since 1970."""
    subjects: tuple[str, ...] = ()
    step: int = 1
    """How far up the ladder of hints the question is; only a school that guides climbs it."""
    attempts: int = 0
    stuck: int = 0
    follows_up: bool = False
    """The question asks for more about an answer."""
    called_back: bool = False
    """We placed this call."""
    join_school: UUID | None = None
    """The school that a caller wants to join."""

    @property
    def learner_id(self) -> UUID | None:
        return self.who.person_id if self.who and self.who.kind == "learner" else None


def change(dialogue: Dialogue, **changes: object) -> Dialogue:
    """The same dialogue with these fields changed."""
    return msgspec.structs.replace(dialogue, **changes)
