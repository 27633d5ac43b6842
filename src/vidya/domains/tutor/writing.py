"""Writing an answer: what it is written from, each sentence as it comes, and its end."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any
from uuid import UUID

from vidya.core import pubsub
from vidya.core.db import Connection
from vidya.core.errors import Conflict
from vidya.core.ids import new_id
from vidya.domains.curriculum import service as curriculum
from vidya.domains.curriculum.models import Found, Passage, PassagesWithdrawn, Scope
from vidya.domains.tutor import (
    board_claims,
    queries,
    queries_answers,
    queries_handoffs,
    queries_kept,
)
from vidya.domains.tutor.board_claims import WrittenElsewhere
from vidya.domains.tutor.models import (
    AnswerStatus,
    FollowUp,
    PastQuestion,
    QuestionStatus,
    Sentence,
    StageTiming,
    Writing,
)


class WriterOvertaken(Conflict):
    """The queue gave the same answer to two writers; the first one goes on."""


def topic(answer_id: UUID) -> str:
    """What news about an answer is published under."""
    return f"answer:{answer_id}"


async def begin_writing(
    db: Connection, *, school_id: UUID, answer_id: UUID, may_wait: bool, now: datetime
) -> tuple[Writing, dict[str, float]] | WrittenElsewhere | None:
    """All that the writer needs, with the weight of each stem; None when it is written already.

    Or that another school of the board has it written, for a writer who `may_wait` for that.
    """
    row = await queries_answers.lock_answer(db, school_id=school_id, answer_id=answer_id)
    if row is None or row["status"] != AnswerStatus.writing:
        return None
    scope = Scope(school_id, row["board"], row["grade"], row["language"])
    began = perf_counter()
    past = await _followed(db, scope, row)
    question = past.text if past else row["question"]
    found = await _look_for(db, scope, question, past)
    mode, _, step = row["mode"].partition(":")
    writing = Writing(
        answer_id=answer_id,
        question=question,
        scope=scope,
        mode=mode,
        step=int(step or 1),
        follow_up=FollowUp(row["follow_up"]) if row["follow_up"] else None,
        said=tuple(row["sentences"]),
        before=tuple(past.sentences) if past else (),
        passages=found.passages,
        waited_ms=round((now - row["created_at"]).total_seconds() * 1000, 1),
        search_ms=round((perf_counter() - began) * 1000, 2),
        is_held=row["follow_up"] is None and not row["keepable"],
        asked_by=row["asked_by"],
        channel=row["channel"] or "",
        time_zone=row["time_zone"],
    )
    elsewhere = await board_claims.take_or_claim(db, writing, now=now)
    if isinstance(elsewhere, UUID):
        await pubsub.publish(db, topic(answer_id))
        return None
    return elsewhere if elsewhere and may_wait else (writing, found.weights)


async def read_for(
    db: Connection, scope: Scope, *, question: str, mode: str, now: datetime
) -> tuple[Writing, dict[str, float]]:
    """All that a writer needs for an answer that is kept nowhere, with the weight of each stem."""
    found = await curriculum.search(db, scope, question=question)
    writing = Writing(
        answer_id=new_id(now),
        question=question,
        scope=scope,
        mode=mode,
        follow_up=None,
        said=(),
        before=(),
        passages=found.passages,
        waited_ms=0.0,
        search_ms=0.0,
    )
    return writing, found.weights


async def add_sentences(
    db: Connection,
    sentences: Sequence[Sentence],
    *,
    school_id: UUID,
    answer_id: UUID,
    position: int,
    now: datetime,
) -> None:
    """Keep some more sentences, from this position on, and wake whoever waits for them."""
    added = await queries_answers.add_sentences(
        db, sentences, school_id=school_id, answer_id=answer_id, position=position, now=now
    )
    if not added:
        raise WriterOvertaken("Another writer goes on with this answer.")
    await pubsub.publish(db, topic(answer_id))


async def finish(
    db: Connection,
    writing: Writing,
    sentences: Sequence[Sentence],
    *,
    composer: str,
    stages: Sequence[StageTiming],
    keep: bool,
    lifetime: timedelta,
    now: datetime,
) -> None:
    """The answer is whole: settle who waits, and keep it at the narrowest scope of its sources."""
    ids = {"school_id": writing.scope.school_id, "answer_id": writing.answer_id}
    subject = _subject(sentences)
    await _complete(
        db, ids, AnswerStatus.ready, composer=composer, subject=subject, stages=stages, now=now
    )
    keep = keep and writing.follow_up is None
    stands = keep and await queries_kept.citations_still_stand(db, **ids)
    if stands and writing.is_held:
        await queries_kept.keep_for_school(db, **ids, until=now + lifetime)
    elif stands:
        await _keep(db, sentences, ids, until=now + lifetime)
    else:
        await queries_kept.drop_keys(db, **ids)
    await _tell(db, writing)


async def hand_over(
    db: Connection,
    writing: Writing,
    *,
    reason: str,
    composer: str,
    stages: Sequence[StageTiming],
    now: datetime,
) -> None:
    """Nothing that may be said was found: a teacher gets the question, and nobody this answer."""
    ids = {"school_id": writing.scope.school_id, "answer_id": writing.answer_id}
    waiting = await _complete(
        db, ids, AnswerStatus.handed_over, composer=composer, subject=None, stages=stages, now=now
    )
    await queries_kept.drop_keys(db, **ids)
    for question_id in waiting:
        await queries_handoffs.insert_handoff(
            db,
            school_id=writing.scope.school_id,
            handoff_id=new_id(now),
            question_id=question_id,
            reason=reason,
            now=now,
        )
    await _tell(db, writing)


async def forget_withdrawn(db: Connection, event: PassagesWithdrawn) -> None:
    """Answers that rest on withdrawn passages die with them, in the same transaction."""
    if isinstance(event.owner, str):
        await queries_kept.delete_board_answers_citing(
            db, board=event.owner, passage_nos=event.passage_nos
        )
    else:
        await queries_kept.delete_answers_citing(
            db, school_id=event.owner, passage_nos=event.passage_nos
        )


async def _followed(db: Connection, scope: Scope, row: Any) -> PastQuestion | None:
    if row["about"] is None:
        return None
    return await queries.find_past(db, school_id=scope.school_id, question_id=row["about"])


async def _look_for(
    db: Connection, scope: Scope, question: str, past: PastQuestion | None
) -> Found:
    """A follow-up is answered from what its question was answered from, and what lies near."""
    found = await curriculum.search(db, scope, question=question)
    if past is None:
        return found
    cited = await queries_answers.cited_by_question(
        db, school_id=scope.school_id, question_id=past.question_id
    )
    passages = await curriculum.passages_by_number(db, school_id=scope.school_id, cited=cited)
    return Found(_unique([*passages, *found.passages]), found.weights)


def _unique(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    by_number = {(p.board, p.passage_no): p for p in reversed(passages)}
    return tuple(sorted(by_number.values(), key=lambda p: passages.index(p)))


async def _complete(
    db: Connection,
    ids: dict[str, UUID],
    status: AnswerStatus,
    *,
    composer: str,
    subject: str | None,
    stages: Sequence[StageTiming],
    now: datetime,
) -> list[UUID]:
    """The questions that waited for it, settled."""
    questions = await queries_kept.complete_answer(
        db,
        **ids,
        status=status,
        settled=_SETTLED[status],
        composer=composer,
        subject=subject,
        stages=stages,
        now=now,
    )
    if questions is None:
        raise WriterOvertaken("Another writer completed this answer.")
    return questions


_SETTLED = {
    AnswerStatus.ready: QuestionStatus.answered,
    AnswerStatus.handed_over: QuestionStatus.handed_over,
}


async def _tell(db: Connection, writing: Writing) -> None:
    """Whoever waits for the answer, in this school or another one of the board, looks again."""
    claimed = await board_claims.give_up(db, writing)
    await pubsub.publish(db, *claimed, topic(writing.answer_id))


async def _keep(
    db: Connection, sentences: Sequence[Sentence], ids: dict[str, UUID], *, until: datetime
) -> None:
    boards = {p.board for sentence in sentences for p in sentence.passages}
    if boards and None not in boards:
        await queries_kept.share_with_board(db, **ids, until=until)
    else:
        await queries_kept.keep_for_school(db, **ids, until=until)


def _subject(sentences: Sequence[Sentence]) -> str | None:
    """What most of the cited passages are about."""
    subjects = Counter(p.subject for sentence in sentences for p in sentence.passages)
    return subjects.most_common(1)[0][0] if subjects else None
