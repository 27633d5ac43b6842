"""Which terms of a question must be read, and which are only looked up: MaxScore.

A frequent word says little, and a passage that has nothing else of the question cannot come
among the first (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vidya.domains.curriculum.queries import LIKELY_PART

CHEAP = 3_000
"""Postings that are read as fast as a term is looked up for all the passages that it may lift."""


@dataclass(frozen=True)
class Split:
    """The weights of a question's terms, by what is done with their postings."""

    driving: dict[int, float]
    """Read from end to end: each passage that has one of these is scored."""
    also: dict[int, float]
    """Looked up for the passages that the driving ones found."""

    @property
    def unseen(self) -> float:
        """What a passage without any driving term scores at most."""
        return LIKELY_PART * sum(self.also.values())


Plan = Callable[[Mapping[int, float], Mapping[int, int], int, float], Split]
"""From the weights, the number of passages of each term, how many are wanted, and the score
that the last of them has already."""


def rare_first(
    weights: Mapping[int, float], counts: Mapping[int, int], wanted: int, above: float
) -> Split:
    """The rarest terms, as many as probably decide.

    Supposes that the last passage wanted scores what one mention of each driving term gives;
    `deepened` sets it right when that was too much.
    """
    terms = sorted(counts, key=lambda term: counts[term])
    rest = sum(weights[term] for term in terms)
    driving: dict[int, float] = {}
    passages = 0
    for term in terms:
        enough = max(above, sum(driving.values())) if passages >= wanted else above
        if rest * LIKELY_PART <= enough and counts[term] > CHEAP:
            break
        driving[term] = weights[term]
        passages += counts[term]
        rest -= weights[term]
    return Split(driving, {term: weights[term] for term in terms if term not in driving})


def all_terms(
    weights: Mapping[int, float], counts: Mapping[int, int], _wanted: int, _above: float
) -> Split:
    """Everything is read: what the pruned search is measured against."""
    return Split({term: weights[term] for term in counts}, {})


def deepened(split: Split, counts: Mapping[int, int], *, last: float) -> Split | None:
    """What must be read too, where the last passage found scores so little; None when it is enough.

    The second reading is the last one: what it finds scores no less.
    """
    if split.unseen <= last:
        return None
    driving, also = dict(split.driving), dict(split.also)
    for term in sorted(also, key=lambda term: counts[term]):
        if LIKELY_PART * sum(also.values()) <= last:
            break
        driving[term] = also.pop(term)
    return Split(driving, also)
