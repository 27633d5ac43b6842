"""Publishing and withdrawing chapters, and finding the passages that speak of a question."""

import math
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b
from uuid import UUID

from vidya.core.db import Connection
from vidya.core.events import announce
from vidya.core.ids import new_id
from vidya.core.security import fingerprint
from vidya.core.words import content_stems
from vidya.domains.curriculum import queries
from vidya.domains.curriculum.models import (
    Found,
    NewChapter,
    NewPassage,
    Owner,
    Passage,
    PassagesWithdrawn,
    Scope,
)


async def publish_chapter(
    db: Connection, owner: Owner, chapter: NewChapter, *, now: datetime
) -> bool:
    """Make the chapter the approved one; False when it already is, word for word.

    What cited the former text is removed in the same transaction.
    """
    content_hash = _chapter_hash(chapter)
    known = await queries.find_chapter(db, owner, chapter)
    if known is not None:
        if known[1] == content_hash:
            return False
        await withdraw_chapter(
            db, owner, chapter_id=known[0], grade=chapter.grade, language=chapter.language
        )
    chapter_id = new_id(now)
    await queries.insert_chapter(
        db, owner, chapter, chapter_id=chapter_id, content_hash=content_hash, now=now
    )
    for position, passage in enumerate(chapter.passages, start=1):
        await _publish_passage(
            db, owner, chapter, passage, chapter_id=chapter_id, position=position
        )
    return True


async def withdraw_chapter(
    db: Connection, owner: Owner, *, chapter_id: UUID, grade: int, language: str
) -> None:
    """The chapter is no longer approved; nothing that rests on it survives."""
    passage_nos = await queries.delete_chapter(db, owner, chapter_id=chapter_id)
    passages, words = await queries.delete_postings(db, owner, passage_nos=passage_nos)
    await queries.grow_corpus(
        db, owner, language=language, grade=grade, passages=-passages, words=-words
    )
    await announce(db, PassagesWithdrawn(owner=owner, passage_nos=tuple(passage_nos)))


async def search(db: Connection, scope: Scope, *, question: str, limit: int = 5) -> Found:
    """The passages that speak of the question, best first; of equals the school's own."""
    stems = sorted(set(content_stems(question, language=scope.language)))
    terms = [term_number(stem, scope.language) for stem in stems]
    passages: list[Passage] = []
    total, counts = 0, Counter[int]()
    for owner in (scope.school_id, scope.board):
        passages += await queries.search(
            db, owner, terms=terms, grade=scope.grade, language=scope.language, limit=limit
        )
        of_owner, by_term = await queries.term_counts(
            db, owner, terms=terms, grade=scope.grade, language=scope.language
        )
        total += of_owner
        counts.update(by_term)
    return Found(
        passages=tuple(sorted(passages, key=lambda passage: -passage.score)[:limit]),
        weights={
            stem: math.log(1 + (total - counts[term] + 0.5) / (counts[term] + 0.5))
            for stem, term in zip(stems, terms, strict=True)
        },
    )


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


def term_number(stem: str, language: str) -> int:
    """A stem as the 64-bit number that stands for it in the postings."""
    digest = blake2b(f"{language}:{stem}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


async def _publish_passage(
    db: Connection,
    owner: Owner,
    chapter: NewChapter,
    passage: NewPassage,
    *,
    chapter_id: UUID,
    position: int,
) -> None:
    passage_no = await queries.insert_passage(
        db,
        owner,
        passage,
        chapter_id=chapter_id,
        position=position,
        content_hash=fingerprint(passage.body),
    )
    if not passage.quotable:
        return
    counts = _frequencies(chapter, passage)
    words = sum(counts.values())
    await queries.insert_postings(
        db,
        owner,
        [(term, chapter.grade, passage_no, count, words) for term, count in counts.items()],
    )
    await queries.grow_corpus(
        db, owner, language=chapter.language, grade=chapter.grade, passages=1, words=words
    )


def _frequencies(chapter: NewChapter, passage: NewPassage) -> Counter[int]:
    """The heading says what a passage is about: its words count as the passage's own."""
    text = f"{passage.heading}. {passage.body}"
    return Counter(
        term_number(stem, chapter.language)
        for stem in content_stems(text, language=chapter.language)
    )


def _chapter_hash(chapter: NewChapter) -> bytes:
    parts = [chapter.title, str(chapter.position)]
    parts += [f"{passage.heading}\n{passage.page}\n{passage.body}" for passage in chapter.passages]
    return fingerprint("\n\n".join(parts))
