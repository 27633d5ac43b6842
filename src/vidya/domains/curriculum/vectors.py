"""Search by meaning, where an operator has set an encoder: added to the search by words.

Measured on public questions with a small English encoder: .3 of the words' score and .7 of the
vectors' find more than either; joined by rank they find less than the words alone in a script
that the encoder does not know. So scores are added, and other scripts go by words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vidya.core.db import Connection
from vidya.core.errors import Unavailable
from vidya.core.words import script_of
from vidya.domains.curriculum import queries, queries_vectors
from vidya.domains.curriculum.models import Found, Owner, Passage, QuestionVector, Scope
from vidya.domains.curriculum.queries_vectors import Unencoded

COMPARED = 50
"""As many of the best by words, and by meaning, are scored by both."""
_WORDS, _MEANING = 0.3, 0.7
_Key = tuple[str | None, int]


class VectorsNotPrepared(Unavailable): ...


async def prepare(db: Connection) -> None:
    """Make the tables, as vidya_owner; safe to repeat. VectorsNotPrepared without pgvector."""
    if not await queries_vectors.has_extension(db):
        raise VectorsNotPrepared(
            "This database has no pgvector yet: install it on the server, and have a superuser "
            "run CREATE EXTENSION vector in this database."
        )
    await queries_vectors.create_tables(db)


async def unencoded(db: Connection, owner: Owner, *, encoder: str, limit: int) -> list[Unencoded]:
    """What has no vector of this encoder yet, a batch at a time."""
    await _must_be_prepared(db)
    return await queries_vectors.unencoded(db, owner, encoder=encoder, limit=limit)


async def keep(
    db: Connection, owner: Owner, vectors: Mapping[int, Sequence[float]], *, encoder: str
) -> None:
    """Passage number → vector of length 1. They go with their passages."""
    written = {number: _written(vector) for number, vector in vectors.items()}
    await queries_vectors.insert_vectors(db, owner, written, encoder=encoder)


def knows_script(text: str, scripts: frozenset[str]) -> bool:
    """Whether an encoder of these scripts has anything to say on the text."""
    return script_of(text) in scripts


async def by_meaning(
    db: Connection, scope: Scope, found: Found, near: QuestionVector, *, limit: int
) -> Found:
    """What was found by words, and what is near in meaning, by the sum of both scores."""
    await _must_be_prepared(db)
    cosines = await _cosines(db, scope, found, near)
    known = {_key(passage): passage for passage in found.passages}
    known |= await _passages(db, scope, [key for key in cosines if key not in known])
    words = _of_best({_key(passage): passage.score for passage in found.passages})
    meaning = _spread(cosines)
    scale = found.passages[0].score if found.passages else 1.0
    scored = [
        replace(p, score=scale * (_WORDS * words.get(key, 0) + _MEANING * meaning.get(key, 0)))
        for key, p in known.items()
    ]
    best = sorted(scored, key=lambda passage: -passage.score)[:limit]
    return replace(found, passages=tuple(best))


async def _must_be_prepared(db: Connection) -> None:
    if not await queries_vectors.are_prepared(db):
        raise VectorsNotPrepared("An encoder is set, but its tables have not been made yet.")


async def _cosines(
    db: Connection, scope: Scope, found: Found, near: QuestionVector
) -> dict[_Key, float]:
    """In the classes that the words were looked for in."""
    cosines: dict[_Key, float] = {}
    owners: tuple[Owner, Owner] = (scope.school_id, scope.board)
    for owner in owners:
        board = owner if isinstance(owner, str) else None
        nearest = await queries_vectors.nearest(
            db,
            owner,
            encoder=near.encoder,
            vector=_written(near.numbers),
            language=scope.language,
            classes=queries.classes(scope.grade, farthest=found.reach.classes_away),
            and_of=[passage.passage_no for passage in found.passages if passage.board == board],
            limit=COMPARED,
        )
        cosines |= {(board, number): cosine for number, cosine in nearest.items()}
    return cosines


async def _passages(db: Connection, scope: Scope, keys: Sequence[_Key]) -> dict[_Key, Passage]:
    passages: list[Passage] = []
    for board in {board for board, _ in keys}:
        numbers = [number for of, number in keys if of == board]
        owner: Owner = board or scope.school_id
        passages += await queries.passages_by_number(db, owner, passage_nos=numbers)
    return {_key(passage): replace(passage, found_by="meaning") for passage in passages}


def _key(passage: Passage) -> _Key:
    return passage.board, passage.passage_no


def _of_best(scores: Mapping[_Key, float]) -> dict[_Key, float]:
    """The best is 1; what has none of the words is 0."""
    best = max(scores.values(), default=0.0) or 1.0
    return {key: score / best for key, score in scores.items()}


def _spread(cosines: Mapping[_Key, float]) -> dict[_Key, float]:
    """The nearest is 1 and the farthest 0: an encoder's cosines all lie close together."""
    least, most = min(cosines.values(), default=0.0), max(cosines.values(), default=0.0)
    width = most - least
    return {key: (cosine - least) / width if width else 1.0 for key, cosine in cosines.items()}


def _written(vector: Sequence[float]) -> str:
    return "[" + ",".join(map(repr, vector)) + "]"
