"""A chapter's questions answered ahead of time: what is asked, step by step, and what is approved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from vidya.core import jobs
from vidya.core.db import Connection
from vidya.core.errors import BadInput, Conflict, NotFound
from vidya.core.ids import new_id
from vidya.core.words import content_stems
from vidya.domains.curriculum.models import Scope
from vidya.domains.tutor import aliases, guardrails, queries_answers, queries_kept
from vidya.domains.tutor import queries_pregeneration as queries
from vidya.domains.tutor.keys import AnswerKeys, answer_keys
from vidya.domains.tutor.models import AnswerStatus, Asker, NewQuestion, SyllabusChapter
from vidya.domains.tutor.queries_pregeneration import Item, Run
from vidya.domains.tutor.same_question.reading import read
from vidya.domains.tutor.same_question.slots import Unmatchable
from vidya.domains.tutor.syllabus_questions import (
    Origin,
    Section,
    SyllabusQuestion,
    questions_of,
)

PREGENERATE_JOB = "tutor.pregenerate"
CHANNEL = "pregeneration"
_REMEMBERED = timedelta(days=90)
_MOST_ASKED = 200
_MOST_ITEMS = 1_000
_OF_CHAPTER = 0.5
"""The share of a learner's words that a chapter must have for the question to be one of its own."""
_LEANS = frozenset(
    {
        Unmatchable.empty,
        Unmatchable.follow_up,
        Unmatchable.page,
        Unmatchable.personal,
        Unmatchable.passing,
    }
)
"""Means something to one learner, on one page or on one day only."""
_WRITTEN = ("stored", "held", "unanswered", "unfinished")


class ChapterNotFound(NotFound): ...


class ChapterNotClear(BadInput):
    """Several chapters go by this name."""


class RunNotFound(NotFound): ...


class RunNotFinished(Conflict):
    """Another worker is at one of its questions still."""


@dataclass(frozen=True)
class Progress:
    """How far a run is."""

    run: Run
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def written(self) -> int:
        """So many answers were written anew, which is what the budget is for."""
        return sum(self.counts.get(status, 0) for status in _WRITTEN)


async def set_approval(db: Connection, *, school_id: UUID, is_required: bool) -> None:
    """Whether the school's answers that are written ahead wait for somebody who approves them."""
    await queries.save_rule(db, school_id=school_id, approve_pregenerated=is_required)


async def read_answers(db: Connection, *, school_id: UUID, run_id: UUID) -> list[queries.ReadItem]:
    """Every question of a run with its answer, in order."""
    return await queries.read_items(db, school_id=school_id, run_id=run_id)


async def get_chapter(
    db: Connection, *, school_id: UUID, named: str, language: str | None
) -> SyllabusChapter:
    """The chapter of this id, short name or title; ChapterNotClear names those that it may be."""
    found = await queries.find_chapters(db, school_id=school_id, named=named, language=language)
    if not found:
        raise ChapterNotFound(f"There is no chapter {named}: give its id, short name or title.")
    if len(found) > 1:
        listed = "; ".join(
            f"{c.chapter_id} (class {c.grade}, {c.language}, {c.title})" for c in found
        )
        raise ChapterNotClear(f"Several chapters are called {named}: {listed}.")
    return found[0]


async def questions_for(
    db: Connection, chapter: SyllabusChapter, *, school_id: UUID, now: datetime
) -> list[SyllabusQuestion]:
    """What learners asked in vain, then what the chapter itself is there to answer."""
    sections = await queries.sections(db, school_id=school_id, chapter=chapter)
    asked = await queries.asked_in_vain(
        db,
        school_id=school_id,
        grade=chapter.grade,
        language=chapter.language,
        since=now - _REMEMBERED,
        limit=_MOST_ASKED,
    )
    of_chapter = _of_chapter(asked, sections, language=chapter.language)
    found = [
        *(SyllabusQuestion(text, Origin.asked) for text in of_chapter),
        *questions_of(sections, language=chapter.language),
    ]
    return [one for one in found if _stands_alone(one, language=chapter.language)][:_MOST_ITEMS]


async def start(
    db: Connection,
    chapter: SyllabusChapter,
    *,
    school_id: UUID,
    mode: str,
    budget: int,
    now: datetime,
) -> UUID:
    """Have the chapter's questions answered; while that is under way, starting it again is nothing."""
    questions = await questions_for(db, chapter, school_id=school_id, now=now)
    new = new_id(now)
    run_id = await queries.insert_run(
        db,
        school_id=school_id,
        run_id=new,
        chapter=chapter,
        mode=mode,
        budget=budget,
        now=now,
    )
    if run_id == new:
        run = await get_run(db, school_id=school_id, run_id=run_id)
        items = [
            Item(_digest(_keys(run, school_id, one.text)), one.text, one.origin, "waiting", None)
            for one in questions
        ]
        await queries.insert_items(db, items, school_id=school_id, run_id=run_id)
    await jobs.enqueue(
        db,
        PREGENERATE_JOB,
        dedupe=str(run_id),
        school_id=str(school_id),
        run_id=str(run_id),
    )
    return run_id


async def get_run(db: Connection, *, school_id: UUID, run_id: UUID) -> Run:
    found = await queries.find_run(db, school_id=school_id, run_id=run_id)
    if found is None:
        raise RunNotFound(f"There is no run {run_id}.")
    return found


async def progress(db: Connection, *, school_id: UUID, run_id: UUID) -> Progress:
    run = await get_run(db, school_id=school_id, run_id=run_id)
    return Progress(run, await queries.counts(db, school_id=school_id, run_id=run_id))


async def begin_next(
    db: Connection, *, school_id: UUID, run_id: UUID, now: datetime
) -> Item | None:
    """The next question, with its pending answer; None when there is none left or no budget.

    A question that is answered already costs nothing. One that was begun before is gone on with.
    """
    far = await progress(db, school_id=school_id, run_id=run_id)
    while item := await queries.lock_next_item(db, school_id=school_id, run_id=run_id):
        if item.status == "writing":
            return item
        if far.written >= far.run.budget:
            return None
        answer_id = await _begin(db, far.run, item, school_id=school_id, now=now)
        status = "writing" if answer_id else "known"
        await queries.save_item(
            db,
            school_id=school_id,
            run_id=run_id,
            digest=item.digest,
            status=status,
            answer_id=answer_id,
        )
        if answer_id:
            return Item(item.digest, item.question, item.origin, status, answer_id)
    return None


async def settle(db: Connection, item: Item, *, school_id: UUID, run_id: UUID) -> None:
    """Write down what became of the answer; RunNotFinished while another writer is at it."""
    assert item.answer_id is not None  # noqa: S101 - only what was begun is settled
    run = await get_run(db, school_id=school_id, run_id=run_id)
    outcome = await queries.find_outcome(db, school_id=school_id, answer_id=item.answer_id)
    if outcome is None:
        status = "known"
    elif outcome.status == AnswerStatus.writing:
        raise RunNotFinished("Another worker is writing this answer.")
    elif outcome.status == AnswerStatus.handed_over:
        status = "unanswered"
    else:
        status = ("held" if run.needs_approval else "stored") if outcome.is_kept else "unfinished"
    await queries.save_item(
        db,
        school_id=school_id,
        run_id=run_id,
        digest=item.digest,
        status=status,
        answer_id=item.answer_id,
    )


async def finish(db: Connection, *, school_id: UUID, run_id: UUID, now: datetime) -> None:
    await queries.finish_run(db, school_id=school_id, run_id=run_id, now=now)


async def approve(
    db: Connection, *, school_id: UUID, run_id: UUID, lifetime: timedelta, now: datetime
) -> int:
    """Serve what the run holds from now on; how many answers that is. Safe to repeat.

    What has been answered otherwise meanwhile, or rests on text that was withdrawn, stays away.
    """
    run = await get_run(db, school_id=school_id, run_id=run_id)
    served = 0
    for item in await queries.lock_held(db, school_id=school_id, run_id=run_id):
        status = await _approve(db, run, item, school_id=school_id, until=now + lifetime, now=now)
        served += status == "stored"
        await queries.save_item(
            db,
            school_id=school_id,
            run_id=run_id,
            digest=item.digest,
            status=status,
            answer_id=item.answer_id,
        )
    await queries.mark_approved(db, school_id=school_id, run_id=run_id, now=now)
    return served


async def _begin(
    db: Connection, run: Run, item: Item, *, school_id: UUID, now: datetime
) -> UUID | None:
    """The id of a pending answer; None when the question is answered already."""
    asker = _asker(run, school_id)
    keys = await aliases.without_refused(db, asker.scope, answer_keys(item.question, asker))
    if await _is_answered(db, run, keys, school_id, now=now) or await queries.is_held(
        db, school_id=school_id, digest=item.digest
    ):
        return None
    answer_id = new_id(now)
    has_keys = await queries_answers.begin_answer(
        db,
        asker,
        NewQuestion(item.question, CHANNEL),
        answer_id=answer_id,
        digests=[] if run.needs_approval else keys.all(),
        kinds=[] if run.needs_approval else keys.kinds(),
        now=now,
        is_held=run.needs_approval,
    )
    if has_keys or not await _claim(db, keys, school_id, answer_id, now=now):
        return answer_id
    await queries_answers.delete_answer(db, school_id=school_id, answer_id=answer_id)
    return None


async def _approve(
    db: Connection, run: Run, item: Item, *, school_id: UUID, until: datetime, now: datetime
) -> str:
    assert item.answer_id is not None  # noqa: S101 - what is held has an answer
    ids = {"school_id": school_id, "answer_id": item.answer_id}
    if not await queries_kept.citations_still_stand(db, **ids):
        return "unfinished"
    asker = _asker(run, school_id)
    keys = await aliases.without_refused(db, asker.scope, answer_keys(item.question, asker))
    if await _is_answered(db, run, keys, school_id, now=now):
        return "known"
    if await _claim(db, keys, school_id, item.answer_id, now=now):
        await queries_kept.drop_keys(db, **ids)
        return "known"
    if await queries.cites_board_alone(db, **ids):
        await queries_kept.share_with_board(db, **ids, until=until)
    else:
        await queries_kept.keep_for_school(db, **ids, until=until)
    return "stored"


async def _is_answered(
    db: Connection, run: Run, keys: AnswerKeys, school_id: UUID, *, now: datetime
) -> bool:
    return await queries.is_answered(
        db, school_id=school_id, board=run.board, digests=keys.all(), now=now
    )


async def _claim(
    db: Connection, keys: AnswerKeys, school_id: UUID, answer_id: UUID, *, now: datetime
) -> bool:
    """Whether the question is another answer's already."""
    holder = await queries_answers.claim_keys(
        db,
        school_id=school_id,
        answer_id=answer_id,
        digests=keys.all(),
        kinds=keys.kinds(),
        now=now,
    )
    return holder is not None


def _asker(run: Run, school_id: UUID) -> Asker:
    return Asker(Scope(school_id, run.board, run.grade, run.language), run.mode)


def _keys(run: Run, school_id: UUID, text: str) -> AnswerKeys:
    return answer_keys(text, _asker(run, school_id))


def _digest(keys: AnswerKeys) -> UUID:
    return keys.same_question or keys.exact


def _of_chapter(asked: Sequence[str], sections: Sequence[Section], *, language: str) -> list[str]:
    """The questions most of whose words the chapter has."""
    text = " ".join(f"{section.heading}. {section.body}" for section in sections)
    known = frozenset(content_stems(text, language=language))
    found = []
    for question in asked:
        stems = content_stems(question, language=language)
        if stems and sum(stem in known for stem in stems) / len(stems) > _OF_CHAPTER:
            found.append(question)
    return found


def _stands_alone(question: SyllabusQuestion, *, language: str) -> bool:
    """What a learner asked must be safe to compare; what a book asks, only to understand."""
    if guardrails.in_distress(question.text):
        return False
    slots = read(question.text, language=language, vocabulary=frozenset())
    if question.origin is Origin.asked:
        return not isinstance(slots, Unmatchable)
    return slots not in _LEANS
