"""What follows when a learner says: that is not what I asked."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from vidya.core.db import Connection
from vidya.core.errors import Conflict, NotFound
from vidya.core.ids import new_id
from vidya.domains.tutor import aliases, in_flight, queries, queries_aliases, queries_handoffs
from vidya.domains.tutor.keys import AnswerKeys, answer_keys
from vidya.domains.tutor.models import (
    Asked,
    Asker,
    NewQuestion,
    QuestionStatus,
    Source,
    StageTiming,
)
from vidya.domains.tutor.queries_aliases import DisputedQuestion

_REASON = "the learner says that the answer is not what they asked"
_ITS_OWN = frozenset({Source.exact, Source.new})


class QuestionNotFound(NotFound): ...


class NothingToDispute(Conflict):
    """The question has no answer yet, or this was said of it before."""


async def dispute(db: Connection, asker: Asker, *, question_id: UUID, now: datetime) -> Asked:
    """The answer is not to what was asked: have it written anew for just these words.

    An answer that was written for these very words stands, and a teacher looks at it: the
    question comes back as handed over. Of a follow-up, it is the first question that is meant.
    """
    disputed = await queries_aliases.lock_disputed(db, asker.scope, question_id=question_id)
    if disputed is None:
        raise QuestionNotFound("There is no such question.")
    if disputed.disputed_at is not None or disputed.status != QuestionStatus.answered:
        raise NothingToDispute("It is noted already, or there is no answer yet.")
    school_id = asker.scope.school_id
    await queries_aliases.mark_disputed(
        db, school_id=school_id, question_id=disputed.question_id, now=now
    )
    scope = replace(asker.scope, grade=disputed.grade, language=disputed.language)
    asker = replace(asker, scope=scope)
    keys = answer_keys(disputed.text, asker)
    meant = answer_keys(disputed.answered, asker).exact if disputed.answered is not None else None
    if _is_its_own(disputed, keys, meant):
        return await _give_to_teacher(db, asker, disputed, now=now)
    refused = [key for key in (disputed.answer_id, keys.same_question, meant) if key is not None]
    await aliases.refuse(
        db,
        scope,
        wording=keys.exact,
        refused=refused,
        because="learner",
        is_shared=disputed.is_shared,
        question_id=disputed.question_id,
        now=now,
    )
    return await _ask_anew(db, asker, disputed, keys, now=now)


def _is_its_own(disputed: DisputedQuestion, keys: AnswerKeys, meant: UUID | None) -> bool:
    """Whether the answer was written for these very words."""
    if meant is None:
        return disputed.source in _ITS_OWN
    return meant == keys.exact


async def _give_to_teacher(
    db: Connection, asker: Asker, disputed: DisputedQuestion, *, now: datetime
) -> Asked:
    await queries_handoffs.insert_handoff(
        db,
        school_id=asker.scope.school_id,
        handoff_id=new_id(now),
        question_id=disputed.question_id,
        reason=_REASON,
        now=now,
        also_answered=True,
    )
    return Asked(
        disputed.question_id,
        QuestionStatus.handed_over,
        Source(disputed.source),
        disputed.answer_id,
    )


async def _ask_anew(
    db: Connection, asker: Asker, disputed: DisputedQuestion, keys: AnswerKeys, *, now: datetime
) -> Asked:
    """The same words as a question of its own, which counts for nothing: the mistake was ours."""
    question = NewQuestion(disputed.text, disputed.channel)
    asked = await in_flight.have_written(
        db, asker, question, AnswerKeys(keys.exact, None), question_id=new_id(now), now=now
    )
    await queries.record_question(
        db,
        asker,
        question,
        asked,
        stored=None,
        stages=[StageTiming("not what was asked", 0.0, f"{disputed.source} refused")],
        now=now,
        day=now.astimezone(ZoneInfo(asker.time_zone)).date(),
        is_counted=False,
    )
    return asked
