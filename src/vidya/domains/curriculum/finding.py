"""Finding the passages that speak of a question: in the learner's own class and subject first."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vidya.core.db import Connection
from vidya.core.words import content_stems
from vidya.domains.curriculum import queries
from vidya.domains.curriculum.models import Found, Owner, Passage, Reach, Scope, Wording
from vidya.domains.curriculum.pruning import Plan, deepened, rare_first
from vidya.domains.curriculum.queries import FARTHEST, Books, Corpus
from vidya.domains.curriculum.terms import subject_number, term_number

# Of what one mention of every word gives. Below it the next classes are looked at too. Measured on
# the demo school: at 1.0 the right passage of a class two years away is missed in 3 of 100 cases,
# at 2.0 one of the own class falls behind a neighbour's as often as it gains.
_ENOUGH = 1.25
_OWN_BOOKS = 1.02
"""A school's own passage goes before its board's that scores as much: it is worth a class."""
_MOST_TERMS = 40
"""Of a question, the rarest first; a child's has ten."""


@dataclass(frozen=True)
class Limits:
    """What is wanted of a search, and how much of it may be skipped."""

    passages: int
    subject: str | None = None
    plan: Plan = rare_first


async def find(db: Connection, scope: Scope, wording: Wording, limits: Limits) -> Found:
    """The own class first; where too little speaks of the question, its neighbours too.

    Those are up to three years away, the nearer ones before the farther of equals. With a subject,
    other subjects are looked at last.
    """
    sought = await _sought(db, scope, wording, limits)
    best: list[Passage] = []
    reach = Reach()
    for reach in _reaches(limits.subject):
        best = await _reached(db, sought, reach, best)
        if best and best[0].score >= _ENOUGH * sought.known_weight:
            break
    marked = tuple(replace(passage, found_by=wording.origin) for passage in best)
    return Found(marked, sought.stems, wording, reach)


def best_of(founds: Sequence[Found], *, limit: int) -> Found:
    """What several wordings of one question found, as one; of equals the first wording's.

    Each passage counts by the share of its own wording that it speaks of: a translation of more
    words is not better for it. Scores, and weights, are those of the wording that found the best.
    """
    leader = max(founds, key=_best_share)
    scale = sum(leader.weights.values())
    by_number: dict[tuple[str | None, int], Passage] = {}
    for found in founds:
        for passage in found.passages:
            rescaled = replace(passage, score=_share(found, passage) * scale)
            known = by_number.setdefault((passage.board, passage.passage_no), rescaled)
            if rescaled.score > known.score:
                by_number[passage.board, passage.passage_no] = rescaled
    passages = sorted(by_number.values(), key=lambda passage: -passage.score)
    return replace(leader, passages=tuple(passages[:limit]))


def _share(found: Found, passage: Passage) -> float:
    return passage.score / (sum(found.weights.values()) or 1.0)


def _best_share(found: Found) -> float:
    return _share(found, found.passages[0]) if found.passages else 0.0


@dataclass(frozen=True)
class _Sought:
    """A wording with how rare each of its words is, and the books that it is looked for in."""

    scope: Scope
    limits: Limits
    stems: dict[str, float]
    """Inverse document frequency, as a share of the greatest: 1 is in no passage."""
    weights: dict[int, float]
    """The same by term."""
    corpora: dict[Owner, Corpus]
    mean_words: float

    @property
    def known_weight(self) -> float:
        """Of the words that the books have at all."""
        known = {term for corpus in self.corpora.values() for term in corpus.having}
        return sum(weight for term, weight in self.weights.items() if term in known)


@dataclass(frozen=True)
class _Shelf:
    """Where one step of the search looks: an owner's books of some classes, of one subject or all."""

    owner: Owner
    books: Books
    counts: dict[int, int]
    """Term → in how many passages of these classes it occurs, of any subject."""

    @property
    def lift(self) -> float:
        return 1.0 if isinstance(self.owner, str) else _OWN_BOOKS


async def _sought(db: Connection, scope: Scope, wording: Wording, limits: Limits) -> _Sought:
    """How rare a word is, is counted over the school's books and its board's together.

    So the first page that a school brings is found as well as the thousandth.
    """
    stems = sorted(set(content_stems(wording.text, language=wording.language)))
    terms = [term_number(stem, wording.language) for stem in stems]
    owners: tuple[Owner, Owner] = (scope.school_id, scope.board)
    corpora = {
        owner: await queries.corpus(
            db, owner, terms=terms, grade=scope.grade, language=wording.language
        )
        for owner in owners
    }
    passages = sum(corpus.passages for corpus in corpora.values())
    words = sum(corpus.words for corpus in corpora.values())
    weights = _rarities(terms, list(corpora.values()))
    return _Sought(
        scope=scope,
        limits=limits,
        stems={stem: weights[term] for stem, term in zip(stems, terms, strict=True)},
        weights=weights,
        corpora=corpora,
        mean_words=words / (passages or 1) or 1.0,
    )


def _rarities(terms: Sequence[int], corpora: Sequence[Corpus]) -> dict[int, float]:
    """BM25's inverse document frequency as a share of the greatest: 1 is in no passage."""
    total = sum(corpus.passages for corpus in corpora)
    having = {
        term: sum(sum(corpus.having.get(term, {}).values()) for corpus in corpora) for term in terms
    }
    greatest = math.log(2 + 2 * total)
    return {
        term: math.log(1 + (total - count + 0.5) / (count + 0.5)) / greatest
        for term, count in having.items()
    }


def _reaches(subject: str | None) -> Iterator[Reach]:
    """Each a step wider than the one before."""
    yield Reach()
    yield Reach(classes_away=FARTHEST)  # all at once: what one year does not have, three seldom do
    if subject is not None:
        yield Reach(classes_away=FARTHEST, other_subjects=True)


async def _reached(
    db: Connection, sought: _Sought, reach: Reach, best: list[Passage]
) -> list[Passage]:
    """The best so far, with what this step adds to them."""
    books = _books(sought, reach)
    for owner, corpus in sought.corpora.items():
        counts = _counts(sought, corpus, books.classes)
        if counts:
            more = await _best_of_shelf(db, sought, _Shelf(owner, books, counts), best)
            best = _merged(best, more, sought.limits.passages)
    return best


def _books(sought: _Sought, reach: Reach) -> Books:
    """What the steps before did not look into; with other subjects, everything."""
    nearest = 1 if reach.classes_away and not reach.other_subjects else 0
    classes = queries.classes(sought.scope.grade, nearest=nearest, farthest=reach.classes_away)
    if sought.limits.subject is None or reach.other_subjects:
        return Books(classes)
    return Books(classes, subject_number(sought.limits.subject))


def _counts(sought: _Sought, corpus: Corpus, classes: Sequence[int]) -> dict[int, int]:
    counts = {
        term: sum(corpus.having.get(term, {}).get(grade, 0) for grade in classes)
        for term in sought.weights
    }
    rarest = sorted((term for term in counts if counts[term]), key=lambda term: counts[term])
    return {term: counts[term] for term in rarest[:_MOST_TERMS]}


async def _best_of_shelf(
    db: Connection, sought: _Sought, shelf: _Shelf, best: Sequence[Passage]
) -> list[Passage]:
    limit = sought.limits.passages
    above = _last(best, limit) / shelf.lift
    split = sought.limits.plan(sought.weights, shelf.counts, limit, above)
    while True:
        found = await queries.search(
            db,
            shelf.owner,
            weights=split.driving,
            mean_words=sought.mean_words,
            grade=sought.scope.grade,
            limit=limit,
            books=shelf.books,
            also=split.also,
            above=above,
        )
        deeper = deepened(split, shelf.counts, last=max(above, _last(found, limit)))
        if deeper is None:
            return [replace(passage, score=passage.score * shelf.lift) for passage in found]
        split = deeper


def _last(passages: Sequence[Passage], limit: int) -> float:
    """What the last passage that is wanted scores; 0 while there are fewer."""
    return passages[limit - 1].score if len(passages) >= limit else 0.0


def _merged(best: Sequence[Passage], more: Sequence[Passage], limit: int) -> list[Passage]:
    """Of equals those that were found first, and so nearer."""
    known = {(passage.board, passage.passage_no) for passage in best}
    new = [passage for passage in more if (passage.board, passage.passage_no) not in known]
    return sorted([*best, *new], key=lambda passage: -passage.score)[:limit]
