"""What is said on the line and what is waited for, in no provider's words."""

from dataclasses import dataclass
from enum import StrEnum


class Listen(StrEnum):
    """What the caller may do next."""

    speech = "speech"  # speak, or press one key
    key = "key"  # press one key
    digits = "digits"  # type digits, and a hash
    wait = "wait"  # nothing: the rest of the answer is on its way
    nothing = "nothing"  # the call ends


@dataclass(frozen=True)
class Line:
    text: str
    """Written out for the ear."""
    language: str


@dataclass(frozen=True)
class Reply:
    lines: tuple[Line, ...]
    listen: Listen
    slower: bool = False
    digits: int | None = None
    """How many digits end the typing; None: the hash does."""
    patience: int = 6
    """Seconds of silence before the turn comes back to us."""


@dataclass(frozen=True)
class Heard:
    """What the caller did: spoke, pressed keys, or neither."""

    speech: str = ""
    confidence: float | None = None
    digits: str = ""

    @property
    def is_silence(self) -> bool:
        return not self.speech and not self.digits
