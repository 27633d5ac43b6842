"""Between the same question and another one: only words differ, and vectors say that they agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Protocol
from uuid import UUID

from vidya.core import pubsub
from vidya.core.db import Connection
from vidya.domains.tutor import aliases, board_claims, queries_answers, queries_grey_zone
from vidya.domains.tutor.keys import answer_keys
from vidya.domains.tutor.models import Asker, StageTiming, Writing
from vidya.domains.tutor.same_question.reading import read
from vidya.domains.tutor.same_question.slots import SlotKey, Unmatchable
from vidya.domains.tutor.same_question.vocabulary.confusable import CONFUSABLE
from vidya.domains.tutor.writing import topic

CLOSE_ENOUGH = 0.85
"""Cosine. It never decides that two questions are the same, only that a model is asked."""


class Closeness(Protocol):
    """How alike two texts are to an encoder."""

    async def cosine(self, first: str, second: str) -> float | None:
        """From -1 to 1; None where there are no vectors for these texts, or not now."""
        ...


@dataclass(frozen=True)
class Candidate:
    """A stored answer that may also be one to the question that is being answered."""

    answer_id: UUID
    board: str | None
    question: str
    wording: UUID
    """The digest of the words that it was written for."""


def is_grey(first: SlotKey | Unmatchable, second: SlotKey | Unmatchable) -> bool:
    """Whether two questions differ in nothing but some of their words.

    Another intent, number, expression, order or negation is another question, however alike an
    encoder finds them; so are two questions without a word in common, and nitrate and nitrite.
    """
    if isinstance(first, Unmatchable) or isinstance(second, Unmatchable):
        return False
    ours, theirs = set(first.content), set(second.content)
    return (
        _all_but_content(first) == _all_but_content(second)
        and ours != theirs
        and not ours.isdisjoint(theirs)
        and not any(frozenset(pair) in CONFUSABLE for pair in product(ours - theirs, theirs - ours))
    )


async def find_candidates(db: Connection, writing: Writing) -> list[Candidate]:
    """Stored answers from the same passages that this wording may be led to, if they agree."""
    scope, asker = writing.scope, Asker(writing.scope, writing.keyed_mode)
    keys = answer_keys(writing.question, asker)
    asked = _slots(writing.question, scope.language)
    found = []
    for known in await queries_grey_zone.answers_citing(
        db, scope, cited=[(p.board, p.passage_no) for p in writing.passages]
    ):
        wording = answer_keys(known.question, asker).exact
        if wording in known.digests and is_grey(asked, _slots(known.question, scope.language)):
            found.append(Candidate(known.answer_id, known.board, known.question, wording))
    refused = await aliases.refused(
        db,
        scope,
        wording=keys.exact,
        digests=[digest for each in found for digest in (each.answer_id, each.wording)],
    )
    return [each for each in found if refused.isdisjoint((each.answer_id, each.wording))]


async def accept(db: Connection, writing: Writing, candidate: Candidate) -> bool:
    """Lead the wording to the stored answer, and give it to all who wait; False when it is gone."""
    school_id = writing.scope.school_id
    pending = await queries_answers.lock_answer(
        db, school_id=school_id, answer_id=writing.answer_id
    )
    if pending is None or pending["sentences"]:
        return False
    given = await queries_grey_zone.give_stored(
        db,
        school_id,
        candidate.answer_id,
        board=candidate.board,
        instead_of=writing.answer_id,
        stage=StageTiming("grey zone", writing.waited_ms, f"the same as: {candidate.question}"),
    )
    if not given:
        return False
    keys = answer_keys(writing.question, Asker(writing.scope, writing.keyed_mode))
    await aliases.lead_to(db, writing.scope, keys, answer_id=candidate.answer_id)
    claimed = await board_claims.give_up(db, writing)
    await pubsub.publish(db, *claimed, topic(writing.answer_id))
    return True


async def refuse(db: Connection, writing: Writing, candidate: Candidate, *, now: datetime) -> None:
    """Never ask again whether these two are the same: in this school they are not."""
    keys = answer_keys(writing.question, Asker(writing.scope, writing.keyed_mode))
    await aliases.refuse(
        db,
        writing.scope,
        wording=keys.exact,
        refused=[candidate.answer_id, candidate.wording],
        because="model",
        is_shared=False,
        question_id=None,
        now=now,
    )


async def closest(
    closeness: Closeness, question: str, candidates: Sequence[Candidate]
) -> Candidate | None:
    """The candidate that is most alike; None when none is alike enough, or nobody can tell."""
    best, cosine = None, CLOSE_ENOUGH
    for candidate in candidates:
        found = await closeness.cosine(question, candidate.question)
        if found is not None and found >= cosine:
            best, cosine = candidate, found
    return best


def _all_but_content(key: SlotKey) -> tuple[object, ...]:
    return (
        key.language,
        key.intent,
        key.numbers,
        key.expressions,
        key.negations,
        key.past,
        key.either_order,
    )


def _slots(question: str, language: str) -> SlotKey | Unmatchable:
    return read(question, language=language, vocabulary=frozenset())
