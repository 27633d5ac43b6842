"""A school: the tenant that everything belongs to."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class School:
    school_id: UUID
    code: str
    join_code: str
    """What a caller types on a keypad: the digits under the letters of the code."""
    name: str
    board: str
    language: str
    languages: list[str]
    guests_allowed: bool
    guest_questions: int
    teaching_mode: str
    time_zone: str
    named_adult: str
    """Who is told when a child is in distress."""
    created_at: datetime
