"""Publishing and withdrawing chapters, and finding the passages that speak of a question."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection
from vidya.domains.curriculum import finding, publishing, queries, queries_publishing, vectors
from vidya.domains.curriculum.finding import Limits
from vidya.domains.curriculum.models import (
    Found,
    NewChapter,
    Owner,
    Passage,
    QuestionVector,
    Scope,
    Wording,
)


async def publish_chapter(
    db: Connection, owner: Owner, chapter: NewChapter, *, now: datetime
) -> bool:
    """Make the chapter the approved one; False when it already is, word for word.

    A passage whose text, heading and chapter title are as before keeps its number, and what
    cites it lives; what cites another is removed in the same transaction.
    """
    return await publishing.publish(db, owner, chapter, now=now)


async def withdraw_chapter(
    db: Connection, owner: Owner, *, chapter_id: UUID, grade: int, language: str
) -> None:
    """The chapter is no longer approved; nothing that rests on it survives."""
    await queries_publishing.take_turn(db, owner)
    standing = await queries_publishing.passages_of(db, owner, chapter_id=chapter_id)
    numbers = [passage.passage_no for passage in standing]
    await publishing.withdraw(db, owner, numbers, grade=grade, language=language)
    await queries_publishing.delete_chapter(db, owner, chapter_id=chapter_id)


async def corpus_version(db: Connection, scope: Scope) -> int:
    """Grows whenever what a search in this scope may find has changed."""
    total = 0
    for owner in (scope.school_id, scope.board):
        corpus = await queries.corpus(
            db, owner, terms=[], grade=scope.grade, language=scope.language
        )
        total += corpus.version
    return total


async def search(
    db: Connection,
    scope: Scope,
    *,
    question: str,
    also_worded: Sequence[Wording] = (),
    near: QuestionVector | None = None,
    subject: str | None = None,
    limit: int = 5,
) -> Found:
    """The passages that speak of the question, best first; of equals the school's own.

    `also_worded` are the same question in other words, in another script or another language:
    all are looked for, and each passage says which of them found it. With `near`, the question's
    vector, meaning counts too; VectorsNotPrepared where there is no place for vectors.
    """
    limits = Limits(limit, subject)
    asked = await _by_asked_words(db, scope, question, limits, near)
    if not also_worded:
        return asked
    others = [await finding.find(db, scope, wording, limits) for wording in also_worded]
    return finding.best_of([asked, *others], limit=limit)


async def _by_asked_words(
    db: Connection, scope: Scope, question: str, limits: Limits, near: QuestionVector | None
) -> Found:
    wording = Wording(question, scope.language)
    if near is None:
        return await finding.find(db, scope, wording, limits)
    more = replace(limits, passages=max(limits.passages, vectors.COMPARED))
    found = await finding.find(db, scope, wording, more)
    return await vectors.by_meaning(db, scope, found, near, limit=limits.passages)


async def passages_by_number(
    db: Connection, *, school_id: UUID, cited: Sequence[tuple[str | None, int]]
) -> list[Passage]:
    """The passages that an answer cites: (board or None for the school's own, number)."""
    found: list[Passage] = []
    for owner in {board or school_id for board, _ in cited}:
        numbers = [number for board, number in cited if (board or school_id) == owner]
        found += await queries.passages_by_number(db, owner, passage_nos=numbers)
    return found


async def headings(db: Connection, scope: Scope) -> list[str]:
    """The words of the curriculum's titles and headings, nearest class first."""
    lines: list[str] = []
    for owner in (scope.school_id, scope.board):
        lines += await queries.headings(db, owner, grade=scope.grade, language=scope.language)
    return lines
