"""Answers without a model: the sentences of the passages that speak of the question, verbatim."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vidya.core.sentences import split_sentences
from vidya.core.words import content_stems
from vidya.domains.curriculum.models import Passage
from vidya.domains.tutor.models import FollowUp, Sentence

ANSWERABLE = 0.62
"""The share of the question's weight that its best passage must speak of."""
_MOST_SENTENCES = 3
_PASSAGES_READ = 3
_EXAMPLE = re.compile(r"\b(for example|for instance|such as|example)\b|उदाहरण|जैसे", re.IGNORECASE)
_CONTINUES = re.compile(
    r"(it|this|these|they|those|such|so|but|therefore|hence|also|then|however)\b"
    r"|(यह|वह|ये|वे|इस|उस|इन|उन|इसलिए|लेकिन|परंतु|परन्तु|फिर)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Candidate:
    text: str
    passage: Passage
    rank: int
    """Of the passage among those found, best 0."""
    position: int
    score: float


def covers(question_weights: Mapping[str, float], passage: Passage, *, language: str) -> float:
    """How much of the question's weight, 0 to 1, the passage speaks of."""
    total = sum(question_weights.values())
    if not total:
        return 0.0
    words = set(
        content_stems(f"{passage.heading} {passage.chapter} {passage.body}", language=language)
    )
    return sum(w for stem, w in question_weights.items() if stem in words) / total


def extract(
    weights: Mapping[str, float],
    passages: Sequence[Passage],
    *,
    language: str,
    follow_up: FollowUp | None = None,
    said: Sequence[str] = (),
) -> list[Sentence]:
    """Up to three sentences that answer, in the order in which they stand; none if unsure.

    For a follow-up, what was said already is left out.
    """
    read = list(passages[:_PASSAGES_READ])
    if follow_up is None and not any(
        covers(weights, passage, language=language) >= ANSWERABLE for passage in read
    ):
        return []
    candidates = [
        candidate
        for candidate in _candidates(weights, read, language=language)
        if candidate.text not in said and (follow_up or candidate.score > 0)
    ]
    if follow_up is FollowUp.example:
        candidates = [c for c in candidates if _EXAMPLE.search(c.text)]
    best = sorted(candidates, key=lambda c: (-c.score, c.rank, c.position))
    return [Sentence(c.text, (c.passage,)) for c in _in_order(best[:1], best)]


def _candidates(
    weights: Mapping[str, float], passages: Sequence[Passage], *, language: str
) -> Iterator[_Candidate]:
    total = sum(weights.values()) or 1.0
    for rank, passage in enumerate(passages):
        heading = set(content_stems(passage.heading, language=language))
        for position, text in enumerate(split_sentences(passage.body)):
            words = content_stems(text, language=language)
            overlap = sum(weights.get(stem, 0.0) for stem in set(words))
            # A heading in the words of the question lends them to the sentences below it.
            lent = sum(w for stem, w in weights.items() if stem in heading and stem not in words)
            begins = words[:1] and words[0] in weights
            score = (overlap + 0.5 * lent) / total - 0.08 * rank - 0.004 * len(words)
            score += 0.12 if begins else 0.0
            score -= 0.2 if _CONTINUES.match(text) else 0.0
            yield _Candidate(text, passage, rank, position, score if overlap or lent else 0.0)


def _in_order(chosen: list[_Candidate], best: list[_Candidate]) -> list[_Candidate]:
    """The best sentence first, then what else of its passage, or of the next, adds to it."""
    if not chosen:
        return []
    first = chosen[0]
    same = [c for c in best if c.passage is first.passage and c is not first]
    other = [c for c in best if c.passage is not first.passage and c.score > 0.75 * first.score]
    follow = sorted(same, key=lambda c: (-c.score, c.position))[: _MOST_SENTENCES - 1]
    rest = sorted(follow, key=lambda c: c.position)
    return [first, *rest, *other][:_MOST_SENTENCES]
