"""Making a chapter the approved one, passage by passage: what has not changed keeps its number."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vidya.core.db import Connection
from vidya.core.events import announce
from vidya.core.ids import new_id
from vidya.core.security import fingerprint
from vidya.domains.curriculum import queries_publishing as queries
from vidya.domains.curriculum import terms
from vidya.domains.curriculum.models import NewChapter, NewPassage, Owner, PassagesWithdrawn
from vidya.domains.curriculum.pieces import pieces_of
from vidya.domains.curriculum.queries_publishing import KnownChapter, KnownPassage


@dataclass(frozen=True)
class _Draft:
    """A passage as it is to stand."""

    passage: NewPassage
    position: int
    content_hash: bytes
    counts: dict[int, int]
    terms_hash: bytes

    def stands_as(self, known: KnownPassage) -> bool:
        """Whether not even its place or its index has to change."""
        return (self.position, self.passage.page, self.terms_hash) == (
            known.position,
            known.page,
            known.terms_hash,
        )


async def publish(db: Connection, owner: Owner, chapter: NewChapter, *, now: datetime) -> bool:
    await queries.take_turn(db, owner)
    drafts = _drafts(chapter)
    content_hash = _chapter_hash(chapter, drafts)
    known = await queries.find_chapter(db, owner, chapter)
    if known is not None and known.content_hash == content_hash:
        return False
    edition = _Edition(db, owner, chapter)
    standing = await edition.standing(known)
    pairs, gone = _paired(drafts, standing)
    chapter_id = known.chapter_id if known else new_id(now)
    await edition.keep_chapter(chapter_id, known, content_hash=content_hash, now=now)
    await edition.withdraw(gone)
    for draft, same in pairs:
        await edition.keep(draft, same, chapter_id=chapter_id)
    await edition.close()
    return True


async def withdraw(
    db: Connection, owner: Owner, passage_nos: Sequence[int], *, grade: int, language: str
) -> None:
    """Take passages of one class and language out of the books, and what rests on them."""
    gone = await queries.delete_passages(db, owner, passage_nos=passage_nos)
    passages, words = await queries.delete_postings(db, owner, passage_nos=passage_nos)
    await queries.change_corpus(
        db, owner, language=language, grade=grade, passages=-passages, words=-words
    )
    await announce(db, PassagesWithdrawn(owner=owner, passage_nos=tuple(gone)))


class _Edition:
    """One publication of a chapter, and how the corpus grows by it."""

    def __init__(self, db: Connection, owner: Owner, chapter: NewChapter) -> None:
        self._db = db
        self._owner = owner
        self._chapter = chapter
        self._subject = terms.subject_number(chapter.subject)
        self._passages = 0
        self._words = 0

    async def standing(self, known: KnownChapter | None) -> list[KnownPassage]:
        if known is None:
            return []
        return await queries.passages_of(self._db, self._owner, chapter_id=known.chapter_id)

    async def keep_chapter(
        self, chapter_id: UUID, known: KnownChapter | None, *, content_hash: bytes, now: datetime
    ) -> None:
        keep = queries.update_chapter if known else queries.insert_chapter
        await keep(
            self._db,
            self._owner,
            self._chapter,
            chapter_id=chapter_id,
            content_hash=content_hash,
            now=now,
        )

    async def withdraw(self, gone: Sequence[KnownPassage]) -> None:
        if gone:
            numbers = [passage.passage_no for passage in gone]
            await withdraw(
                self._db,
                self._owner,
                numbers,
                grade=self._chapter.grade,
                language=self._chapter.language,
            )

    async def keep(self, draft: _Draft, same: KnownPassage | None, *, chapter_id: UUID) -> None:
        """Write the passage, or leave the one that has its words, and index it where it must be."""
        if same is None:
            passage_no = await queries.insert_passage(
                self._db,
                self._owner,
                draft.passage,
                chapter_id=chapter_id,
                position=draft.position,
                content_hash=draft.content_hash,
                terms_hash=draft.terms_hash,
            )
            await self._index(passage_no, draft)
        elif not draft.stands_as(same):
            await self._move(draft, same)

    async def close(self) -> None:
        """The counts of the corpus, in one row that every publication waits for: so at the end."""
        await queries.change_corpus(
            self._db,
            self._owner,
            language=self._chapter.language,
            grade=self._chapter.grade,
            passages=self._passages,
            words=self._words,
        )

    async def _move(self, draft: _Draft, same: KnownPassage) -> None:
        await queries.move_passage(
            self._db,
            self._owner,
            passage_no=same.passage_no,
            position=draft.position,
            page=draft.passage.page,
            terms_hash=draft.terms_hash,
        )
        if draft.terms_hash != same.terms_hash:
            passages, words = await queries.delete_postings(
                self._db, self._owner, passage_nos=[same.passage_no]
            )
            self._passages -= passages
            self._words -= words
            await self._index(same.passage_no, draft)

    async def _index(self, passage_no: int, draft: _Draft) -> None:
        if not draft.counts:
            return
        words = terms.length(draft.counts)
        self._passages += 1
        self._words += words
        await queries.insert_postings(
            self._db,
            self._owner,
            passage_no=passage_no,
            grade=self._chapter.grade,
            subject=self._subject,
            counts=draft.counts,
            words=words,
        )


def _drafts(chapter: NewChapter) -> list[_Draft]:
    passages = [piece for passage in chapter.passages for piece in pieces_of(passage)]
    return [
        _draft(chapter, passage, position=position)
        for position, passage in enumerate(passages, start=1)
    ]


def _draft(chapter: NewChapter, passage: NewPassage, *, position: int) -> _Draft:
    counts = terms.frequencies(passage, language=chapter.language)
    return _Draft(
        passage=passage,
        position=position,
        content_hash=_passage_hash(chapter, passage),
        counts=counts,
        terms_hash=terms.terms_hash(counts),
    )


def _paired(
    drafts: Sequence[_Draft], standing: Sequence[KnownPassage]
) -> tuple[list[tuple[_Draft, KnownPassage | None]], list[KnownPassage]]:
    """Each draft with the passage that has its words already, and the passages that have none."""
    unclaimed: dict[bytes, list[KnownPassage]] = defaultdict(list)
    for passage in reversed(standing):
        unclaimed[passage.content_hash].append(passage)
    pairs: list[tuple[_Draft, KnownPassage | None]] = []
    for draft in drafts:
        same = unclaimed[draft.content_hash]
        pairs.append((draft, same.pop() if same else None))
    return pairs, [passage for rest in unclaimed.values() for passage in rest]


def _passage_hash(chapter: NewChapter, passage: NewPassage) -> bytes:
    """Of all that a citation says: an answer quotes the text and names chapter and heading."""
    return fingerprint(f"{chapter.title}\n{passage.heading}\n\n{passage.body}")


def _chapter_hash(chapter: NewChapter, drafts: Sequence[_Draft]) -> bytes:
    """Changes with the text, its order and its pages, and with the rules of indexing it."""
    parts = [f"{chapter.position}"]
    parts += [
        f"{draft.content_hash.hex()} {draft.passage.page} {draft.terms_hash.hex()}"
        for draft in drafts
    ]
    return fingerprint("\n".join(parts))
