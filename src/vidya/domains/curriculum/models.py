"""What is taught: chapters of a board or a school, cut into passages that can be quoted."""

from dataclasses import dataclass
from uuid import UUID

Owner = str | UUID
"""A board's code, shared by its schools, or the id of the school that wrote it."""


@dataclass(frozen=True)
class Scope:
    """Whose curriculum an answer comes from, and for whom it is written."""

    school_id: UUID
    board: str
    grade: int
    language: str


@dataclass(frozen=True)
class NewPassage:
    heading: str
    body: str
    quotable: bool = True
    """False for exercises: they ask in the words of the chapter and answer nothing."""
    page: int | None = None


@dataclass(frozen=True)
class NewChapter:
    slug: str
    title: str
    subject: str
    grade: int
    language: str
    position: int
    passages: tuple[NewPassage, ...]


@dataclass(frozen=True)
class Passage:
    """A retrievable piece of an approved chapter, with how well it matched."""

    board: str | None
    """None where the passage is the school's own."""
    passage_no: int
    heading: str
    body: str
    chapter: str
    subject: str
    grade: int
    content_hash: bytes
    score: float
    page: int | None = None
    """Where it stands in the printed book, if that is known."""
    language: str | None = None
    found_by: str = "asked"
    """The origin of the wording that found it: not always the learner's own words. "meaning"
    where none of its words did."""


@dataclass(frozen=True)
class Wording:
    """A question in certain words: as it was asked, put into another script, or translated."""

    text: str
    language: str
    origin: str = "asked"
    """Where these words come from, such as "transliterated" or "translated"."""


@dataclass(frozen=True)
class QuestionVector:
    """A question as an encoder sees it."""

    encoder: str
    """The encoder's tag: only passages that the same one has encoded are compared."""
    numbers: tuple[float, ...]
    """Of length 1."""


@dataclass(frozen=True)
class Reach:
    """How far from the learner's own class, and subject, the search had to go."""

    classes_away: int = 0
    other_subjects: bool = False


@dataclass(frozen=True)
class Found:
    """What the curriculum has on a question."""

    passages: tuple[Passage, ...]
    """Best first."""
    weights: dict[str, float]
    """Inverse document frequency of each stem of the question; the rarer, the heavier."""
    wording: Wording | None = None
    """The words that found the best passage; `weights` are of its stems."""
    reach: Reach = Reach()


@dataclass(frozen=True)
class PassagesWithdrawn:
    """These passages are no longer approved: what rests on them must go."""

    owner: Owner
    passage_nos: tuple[int, ...]
