"""The people of a school and the phones that they share."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class PersonKind(StrEnum):
    learner = "learner"
    guardian = "guardian"


class Purpose(StrEnum):
    """What a consent is for."""

    tutoring = "tutoring"


@dataclass(frozen=True)
class KnownContact:
    """A phone number that a school knows."""

    school_id: UUID
    contact_id: UUID


@dataclass(frozen=True)
class Person:
    """Somebody who may be on the line."""

    kind: PersonKind
    person_id: UUID
    name: str
    language: str
    grade: int
    """The class, 1 to 12; 0 for a guardian."""
    has_pin: bool
    has_consent: bool
    """Of a learner: whether tutoring was agreed to; always true for a guardian."""


@dataclass(frozen=True)
class Pin:
    pin_hash: bytes | None
    pin_failures: int
    pin_locked_until: datetime | None


@dataclass(frozen=True)
class Guest:
    guest_id: UUID
    asked: int
    erase_at: datetime


@dataclass(frozen=True)
class NewLearner:
    learner_id: UUID
    roll: str
    name: str
    grade: int
    section: str
    language: str
    pin: str | None = None


@dataclass(frozen=True)
class NewGuardian:
    guardian_id: UUID
    name: str
    language: str
    pin: str | None
    learner_ids: tuple[UUID, ...]
