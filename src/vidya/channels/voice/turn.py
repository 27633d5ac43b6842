"""One turn of a call, as its rules see it, and what comes of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vidya.channels.voice.dialogue import At, Dialogue, change
from vidya.channels.voice.prompts import prompt
from vidya.channels.voice.reply import Line, Reply
from vidya.core.db import Connection
from vidya.core.security import Keys

STRIKES = 3
"""So many silences, or so much nonsense, in a row end the call."""


@dataclass(frozen=True)
class CallRules:
    """The settings that a call follows."""

    questions_a_day: int
    confirm_below: float
    call_back_after_seconds: float
    can_call_back: bool
    shadow_share: float = 0.0
    """Of the answers that other words led to, so many are written anew and compared."""


@dataclass(frozen=True)
class Turn:
    db: Connection
    keys: Keys
    rules: CallRules
    school_id: UUID
    phone: str
    """The caller's number in E.164; empty when it is withheld."""
    dialogue: Dialogue
    now: datetime
    is_over: bool = False
    """The caller has hung up meanwhile: what is said now, nobody hears."""


@dataclass(frozen=True)
class Outcome:
    dialogue: Dialogue
    reply: Reply


def move_to(at: At, dialogue: Dialogue, *before: Line, **changes: object) -> Outcome:
    """Go to a point of the call and say its prompt, after what is said before it."""
    moved = change(dialogue, at=at, **changes)
    return Outcome(moved, prompt(moved, *before))
