"""Asking: what is known is answered at once, what is not is written by a job."""

from datetime import date, datetime, timedelta
from time import perf_counter
from uuid import UUID
from zoneinfo import ZoneInfo

from vidya.core import jobs
from vidya.core.db import Connection
from vidya.core.errors import NotFound
from vidya.core.ids import new_id
from vidya.core.sentences import split_sentences
from vidya.domains.curriculum.models import Scope
from vidya.domains.tutor import (
    aliases,
    disputes,
    guardrails,
    in_flight,
    queries,
    queries_answers,
    queries_handoffs,
    queries_trace,
    shadow,
)
from vidya.domains.tutor.keys import answer_keys
from vidya.domains.tutor.models import (
    Asked,
    Asker,
    NewQuestion,
    OpenHandoff,
    PastQuestion,
    Progress,
    QuestionStatus,
    Source,
    StageTiming,
    StoredAnswer,
    TracedQuestion,
)

ALERT_JOB = "tutor.tell_named_adult"
SHADOW_JOB = "tutor.check_in_shadow"
_REMEMBERED = timedelta(days=14)


NothingToDispute = disputes.NothingToDispute
QuestionNotFound = disputes.QuestionNotFound


class HandoffAnsweredAlready(NotFound): ...


async def ask(
    db: Connection,
    asker: Asker,
    question: NewQuestion,
    *,
    questions_a_day: int,
    shadow_share: float = shadow.SHARE,
    now: datetime,
) -> Asked:
    """Answer from what is stored, or have an answer written; either way the question is kept.

    Refusals are kept too, and count for nothing. A follow-up is never looked up nor stored:
    it means something only after what was said before it. `shadow_share`, 0 to 1, of what other
    words lead to is written anew in the background, to see whether it was right.
    """
    began = perf_counter()
    question_id = new_id(now)
    day = now.astimezone(ZoneInfo(asker.time_zone)).date()
    if guardrails.in_distress(question.text):
        return await _alert(db, asker, question, question_id=question_id, day=day, now=now)
    keys = answer_keys(question.text, asker)
    stages = [StageTiming("keys", _ms(began), "computed")]
    began = perf_counter()
    known = await queries.look_up(
        db,
        asker,
        question,
        question_id=question_id,
        digests=[] if question.follow_up else keys.all(),
        questions_a_day=questions_a_day,
        stages=stages,
        day=day,
        now=now,
    )
    if known.stored is not None and known.served:
        return await _serve(
            db, asker, known.stored, question_id=question_id, shadow_share=shadow_share
        )
    outcome = known.stored.kind if known.stored else "miss"
    stages.append(StageTiming("look up", _ms(began), outcome))
    if known.asked_today >= questions_a_day:
        asked = _refused(question_id, Source.quota)
    elif known.stored is not None:
        asked = await in_flight.wait_with_others(
            db, asker, question, keys, known.stored, question_id=question_id, now=now
        )
    elif not question.follow_up and not guardrails.is_question(
        question.text, language=asker.scope.language
    ):
        asked = _refused(question_id, Source.unclear)
    else:
        asked = await in_flight.have_written(
            db, asker, question, keys, question_id=question_id, now=now
        )
    await queries.record_question(
        db,
        asker,
        question,
        asked,
        stored=known.stored,
        stages=stages,
        now=now,
        day=day,
    )
    return asked


async def not_what_i_asked(
    db: Connection, asker: Asker, *, question_id: UUID, now: datetime
) -> Asked:
    """The learner says that the answer is to another question.

    It comes back waiting, to be written anew for just these words; or handed over, where the
    answer was written for them. NothingToDispute where that was said before.
    """
    return await disputes.dispute(db, asker, question_id=question_id, now=now)


async def progress(
    db: Connection, *, school_id: UUID, question_id: UUID, hear: bool = False
) -> Progress:
    """How far the answer is that a question waits for.

    With `hear`, what there is of it is said to the learner now: nobody offers it again.
    """
    found = await queries_answers.find_progress(
        db, school_id=school_id, question_id=question_id, hear=hear
    )
    if found is None:
        raise NotFound("There is no such question.")
    return found


async def mark_heard(db: Connection, *, school_id: UUID, question_id: UUID, heard: int) -> None:
    """So many sentences were said to the learner; nobody offers them again."""
    await queries.mark_heard(db, school_id=school_id, question_id=question_id, heard=heard)


async def find_unheard(
    db: Connection, *, school_id: UUID, learner_id: UUID, now: datetime
) -> PastQuestion | None:
    """The latest answer that came when the learner had gone."""
    return await queries.find_unheard(
        db, school_id=school_id, learner_id=learner_id, since=now - _REMEMBERED
    )


async def find_past(db: Connection, *, school_id: UUID, question_id: UUID) -> PastQuestion | None:
    return await queries.find_past(db, school_id=school_id, question_id=question_id)


async def recent(
    db: Connection, *, school_id: UUID, learner_id: UUID, subject: str | None = None, limit: int = 3
) -> list[PastQuestion]:
    return await queries.recent(
        db, school_id=school_id, learner_id=learner_id, subject=subject, limit=limit
    )


async def trace(
    db: Connection,
    *,
    school_id: UUID,
    learner_id: UUID | None,
    guest_id: UUID | None,
    limit: int,
) -> list[TracedQuestion]:
    """What happened to the latest questions, latest first."""
    return await queries_trace.traced(
        db, school_id=school_id, learner_id=learner_id, guest_id=guest_id, limit=limit
    )


async def served_without_model(
    db: Connection, *, school_id: UUID, since: datetime, until: datetime
) -> dict[str, int]:
    """How many answers cost no call to a model, by where they came from."""
    return await queries_trace.served_without_model(
        db, school_id=school_id, since=since, until=until
    )


async def trace_question(db: Connection, *, school_id: UUID, question_id: UUID) -> TracedQuestion:
    found = await queries_trace.traced_question(db, school_id=school_id, question_id=question_id)
    if found is None:
        raise NotFound("There is no such question.")
    return found


async def ask_teacher(
    db: Connection, *, school_id: UUID, question_id: UUID, reason: str, now: datetime
) -> None:
    """Put the question into the teacher's queue. Asking twice is asking once."""
    await queries_handoffs.insert_handoff(
        db,
        school_id=school_id,
        handoff_id=new_id(now),
        question_id=question_id,
        reason=reason,
        now=now,
    )


async def open_handoffs(db: Connection, *, school_id: UUID, limit: int = 50) -> list[OpenHandoff]:
    return await queries_handoffs.open_handoffs(db, school_id=school_id, limit=limit)


async def answer_as_teacher(
    db: Connection, *, school_id: UUID, handoff_id: UUID, text: str, now: datetime
) -> None:
    """The teacher's answer goes to every learner who waits for it, and into the store.

    The next call offers it. It stays until it is replaced: no passage that it cites can go.
    """
    handed_over = await queries_handoffs.lock_handoff(
        db, school_id=school_id, handoff_id=handoff_id
    )
    if handed_over is None:
        raise HandoffAnsweredAlready("Nobody waits for this any more: it was answered already.")
    answer_id = new_id(now)
    await queries_handoffs.insert_teachers_answer(
        db,
        handed_over,
        school_id=school_id,
        answer_id=answer_id,
        sentences=split_sentences(text),
        now=now,
    )
    wordings = await queries_handoffs.give_to_all_who_wait(
        db, handed_over, school_id=school_id, answer_id=answer_id, now=now
    )
    if handed_over.follows is not None:
        return
    scope = Scope(school_id, handed_over.board, handed_over.grade, handed_over.language)
    asker = Asker(scope, handed_over.mode)
    keys = await aliases.without_refused(db, scope, answer_keys(handed_over.text, asker))
    await queries_handoffs.point_keys(
        db, school_id=school_id, answer_id=answer_id, digests=keys.all(), kinds=keys.kinds()
    )
    for wording in wordings:
        await aliases.lead_to(db, scope, answer_keys(wording, asker), answer_id=answer_id)


async def named_adult_to_tell(db: Connection, *, school_id: UUID, alert_id: UUID) -> str | None:
    """The phone number of whom the school named; None when they were told already."""
    return await queries.named_adult_to_tell(db, school_id=school_id, alert_id=alert_id)


async def mark_told(db: Connection, *, school_id: UUID, alert_id: UUID, now: datetime) -> None:
    await queries.mark_told(db, school_id=school_id, alert_id=alert_id, now=now)


async def _serve(
    db: Connection,
    asker: Asker,
    stored: StoredAnswer,
    *,
    question_id: UUID,
    shadow_share: float,
) -> Asked:
    """Some of what other words led to is looked at again later, when nobody waits."""
    if shadow.is_sampled(question_id, kind=stored.kind, share=shadow_share):
        await jobs.enqueue(
            db,
            SHADOW_JOB,
            school_id=str(asker.scope.school_id),
            question_id=str(question_id),
        )
    return Asked(
        question_id,
        QuestionStatus.answered,
        Source(stored.kind),
        stored.answer_id,
        tuple(stored.sentences),
    )


async def _alert(
    db: Connection,
    asker: Asker,
    question: NewQuestion,
    *,
    question_id: UUID,
    day: date,
    now: datetime,
) -> Asked:
    """A child may be in distress: the channel says the fixed reply, a named adult is told."""
    asked = _refused(question_id, Source.safety)
    await queries.record_question(
        db, asker, question, asked, stored=None, stages=[], now=now, day=day
    )
    alert_id = new_id(now)
    await queries.insert_safety_alert(
        db,
        school_id=asker.scope.school_id,
        alert_id=alert_id,
        learner_id=asker.learner_id,
        question_id=question_id,
        now=now,
    )
    await jobs.enqueue(
        db,
        ALERT_JOB,
        dedupe=str(alert_id),
        school_id=str(asker.scope.school_id),
        alert_id=str(alert_id),
    )
    return asked


def _refused(question_id: UUID, source: Source) -> Asked:
    return Asked(question_id, QuestionStatus.refused, source, None)


def _ms(began: float) -> float:
    return round((perf_counter() - began) * 1000, 2)
