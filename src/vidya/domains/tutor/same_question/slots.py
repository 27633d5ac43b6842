"""What a question asks, taken apart into the slots that two questions are compared by."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

# Part of every digest: a change of the rules or of a table makes the stored keys of old
# answers unreachable instead of wrong.
VERSION = 1
_FIELD, _ITEM = "\x1e", "\x1f"


class Unmatchable(StrEnum):
    """Why a question may not be matched by its slots; the text completes "it …"."""

    empty = "says nothing that can be compared"
    follow_up = "leans on something said before"
    page = "points at a page, figure or list that is not in the question"
    personal = "is about the learner in person"
    passing = "has an answer that changes with the day"
    several = "asks more than one thing"
    long = "is longer than a question"
    wording = "is worded in a way that the tables of its language do not read"
    unclear = "is written so that g and G cannot be told apart"
    script = "is in a script that this language is not written in"
    language = "is to be answered in a language without tables of its own"


@dataclass(frozen=True, slots=True)
class SlotKey:
    """What is asked, in a form in which equal means the same question.

    `content` keeps its order unless the intent is symmetric, in which case it is sorted and
    `either_order` is true. `numbers` carry their units ("5 kilometre"), `expressions` have no
    spaces, `negations` are counted, `past` tells "was" from "is".
    """

    language: str
    intent: str
    content: tuple[str, ...]
    numbers: tuple[str, ...]
    expressions: tuple[str, ...]
    negations: int
    past: bool
    either_order: bool

    @property
    def digest(self) -> bytes:
        """16 bytes for an indexed column: equal for equal keys of one version of the rules."""
        fields = (
            str(VERSION),
            self.language,
            self.intent,
            _ITEM.join(self.content),
            _ITEM.join(self.numbers),
            _ITEM.join(self.expressions),
            f"{self.negations}{self.past:d}{self.either_order:d}",
        )
        return blake2b(_FIELD.join(fields).encode(), digest_size=16).digest()
