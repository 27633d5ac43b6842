"""A second school, whose names and ids nobody of the first may learn."""

from dataclasses import dataclass
from uuid import UUID

from tests.running import Running
from vidya.core import clock
from vidya.core.db import Connection
from vidya.core.ids import new_id
from vidya.core.security import Keys
from vidya.domains.accounts import service as accounts
from vidya.domains.accounts.models import NewLearner, PersonKind
from vidya.domains.schools import service as schools
from vidya.domains.schools.models import School

NAME = "Himalaya Public School"
LINE = "+911141111111"
KIRAN = "+919000000101"
NAMED_ADULT = "+919000000109"


@dataclass(frozen=True)
class OtherSchool:
    school_id: UUID
    learner_id: UUID


async def open_other_school(product: Running, *, shared_phone: str | None = None) -> OtherSchool:
    """With Kiran of class 8; `shared_phone` is known to this school too."""
    database, keys = product.product.database, product.product.keys
    now = clock.now()
    other = OtherSchool(new_id(now), new_id(now))
    async with database.school(other.school_id) as db:
        await schools.open_school(db, _school(other.school_id))
        await schools.add_number(db, number_hash=keys.lookup_hash(LINE), school_id=other.school_id)
        await _enrol_kiran(db, keys, other, [KIRAN, *([shared_phone] if shared_phone else [])])
    return other


def _school(school_id: UUID) -> School:
    return School(
        school_id=school_id,
        code="HIMA",
        join_code=schools.keypad_code("HIMA"),
        name=NAME,
        board="HIMALAYA",
        language="en",
        languages=["en", "hi"],
        guests_allowed=True,
        guest_questions=3,
        teaching_mode="explain",
        time_zone="Asia/Kolkata",
        named_adult=NAMED_ADULT,
        created_at=clock.now(),
    )


async def _enrol_kiran(db: Connection, keys: Keys, other: OtherSchool, phones: list[str]) -> None:
    now = clock.now()
    learner = NewLearner(other.learner_id, "8-07", "Kiran", 8, "A", "en")
    await accounts.add_learner(db, keys, learner, school_id=other.school_id, now=now)
    for phone in phones:
        await accounts.add_contact(
            db,
            keys,
            school_id=other.school_id,
            phone=phone,
            people=[(PersonKind.learner, other.learner_id)],
            now=now,
        )
    await accounts.give_consent(
        db,
        school_id=other.school_id,
        learner_id=other.learner_id,
        given_by="guardian",
        channel="test",
        now=now,
    )
