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
    """The passages that speak of the question, best first; of equals the school's own.

    How rare a word is, is counted over the school's books and its board's together: the first
    page that a school brings is found as well as the thousandth.
    """
    stems = sorted(set(content_stems(question, language=scope.language)))
    terms = [term_number(stem, scope.language) for stem in stems]
    owners: tuple[Owner, Owner] = (scope.school_id, scope.board)
    corpora = [
        await queries.corpus(db, owner, terms=terms, grade=scope.grade, language=scope.language)
        for owner in owners
    ]
    weights = _rarities(terms, corpora)
    mean_words = sum(c.words for c in corpora) / (sum(c.passages for c in corpora) or 1) or 1.0
    passages: list[Passage] = []
    for owner in owners:
        passages += await queries.search(
            db, owner, weights=weights, mean_words=mean_words, grade=scope.grade, limit=limit
        )
    return Found(
        passages=tuple(sorted(passages, key=lambda passage: -passage.score)[:limit]),
        weights={stem: weights[term] for stem, term in zip(stems, terms, strict=True)},
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


def _rarities(terms: Sequence[int], corpora: Sequence[queries.Corpus]) -> dict[int, float]:
    """BM25's inverse document frequency as a share of the greatest: 1 is in no passage."""
    total = sum(corpus.passages for corpus in corpora)
    having = {term: sum(corpus.having.get(term, 0) for corpus in corpora) for term in terms}
    greatest = math.log(2 + 2 * total)
    return {
        term: math.log(1 + (total - count + 0.5) / (count + 0.5)) / greatest
        for term, count in having.items()
    }


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
