"""How often other words lead to the wrong answer: measured on a sample, not believed."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection
from vidya.core.words import content_stems
from vidya.domains.curriculum.models import Scope
from vidya.domains.tutor import queries_shadow
from vidya.domains.tutor.models import Sentence, Source, Writing
from vidya.domains.tutor.queries_shadow import Served
from vidya.domains.tutor.writing import read_for

SHARE = 0.01
"""Of the answers that other words led to, so many are looked at again."""
_LED_BY_OTHER_WORDS = frozenset({Source.same_question, Source.alias})
_PARTS = 1_000_000
_ALIKE = 0.5
_UNLIKE = 0.2
_Z = 1.96  # 95 % of a normal distribution lie within so many standard deviations


@dataclass(frozen=True)
class Comparison:
    """The served answer beside one that was written for the very words."""

    same_passages: bool
    """They rest on at least one passage in common."""
    overlap: int
    """Per cent of the shorter one's words of meaning that the other has as well."""
    judged_same: bool | None
    """What a model says; None where there is none, or it did not say."""
    is_answered: bool = True
    """Something was written for the very words; by rules, nothing beside nothing tells nothing."""

    @property
    def is_false_hit(self) -> bool | None:
        """The model's word where there is one; by rules only what is clear, None between."""
        if self.judged_same is not None:
            return not self.judged_same
        if self.same_passages and self.overlap >= _ALIKE * 100:
            return False
        if self.is_answered and not self.same_passages and self.overlap <= _UNLIKE * 100:
            return True
        return None


@dataclass(frozen=True)
class Rate:
    """False hits among the checks that came to a verdict."""

    kind: str
    false: int
    decided: int
    undecided: int

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the share, 0 to 1 (E. B. Wilson, 1927, JASA 22)."""
        if not self.decided:
            return 0.0, 1.0
        share, spread = self.false / self.decided, _Z**2 / self.decided
        middle = (share + spread / 2) / (1 + spread)
        reach = math.sqrt(share * (1 - share) * spread + spread**2 / 4) / (1 + spread)
        return max(0.0, middle - reach), min(1.0, middle + reach)


def is_sampled(question_id: UUID, *, kind: str, share: float) -> bool:
    """Whether this answer is looked at again: decided by the random end of the question's id."""
    return kind in _LED_BY_OTHER_WORDS and question_id.int % _PARTS < share * _PARTS


def compare(
    served: Served, anew: Sequence[Sentence], *, language: str, judged_same: bool | None
) -> Comparison:
    cited = {(p.board, p.passage_no) for sentence in anew for p in sentence.passages}
    return Comparison(
        same_passages=not cited.isdisjoint(served.cited),
        overlap=_overlap(
            content_stems(" ".join(served.sentences), language=language),
            content_stems(" ".join(sentence.text for sentence in anew), language=language),
        ),
        judged_same=judged_same,
        is_answered=bool(anew),
    )


async def find(
    db: Connection, *, school_id: UUID, question_id: UUID, now: datetime
) -> tuple[Served, Writing, dict[str, float]] | None:
    """What was served, and what it takes to write it anew; None when either is gone."""
    served = await queries_shadow.find_served(db, school_id=school_id, question_id=question_id)
    if served is None:
        return None
    scope = Scope(school_id, served.board, served.grade, served.language)
    writing, weights = await read_for(
        db, scope, question=served.question, mode=served.mode, now=now
    )
    return served, writing, weights


async def record(
    db: Connection, served: Served, found: Comparison, *, school_id: UUID, now: datetime
) -> None:
    """Keep what the comparison found. Safe to repeat."""
    await queries_shadow.insert_check(
        db,
        school_id=school_id,
        question_id=served.question_id,
        kind=served.kind,
        same_passages=found.same_passages,
        overlap=found.overlap,
        judged_same=found.judged_same,
        is_false_hit=found.is_false_hit,
        now=now,
    )


async def rates(db: Connection, *, school_id: UUID) -> list[Rate]:
    """For each way in which other words led to an answer, and for all of them together."""
    found = [
        Rate(row.kind, row.false, row.decided, row.undecided)
        for row in await queries_shadow.count_checks(db, school_id=school_id)
    ]
    total = Rate(
        "all",
        sum(rate.false for rate in found),
        sum(rate.decided for rate in found),
        sum(rate.undecided for rate in found),
    )
    return [*found, total]


def _overlap(first: Collection[str], second: Collection[str]) -> int:
    ours, theirs = set(first), set(second)
    shorter = min(len(ours), len(theirs))
    return round(100 * len(ours & theirs) / shorter) if shorter else 0
