"""The demo school: its people, its phones and its curriculum, made once and then left alone."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from vidya.core.db import Connection, Database
from vidya.core.ids import new_id
from vidya.core.security import Keys
from vidya.domains.accounts import service as accounts
from vidya.domains.accounts.models import NewGuardian, NewLearner, PersonKind
from vidya.domains.curriculum import service as curriculum
from vidya.domains.curriculum.markdown import read_chapter
from vidya.domains.schools import service as schools
from vidya.domains.schools.models import School

CODE = "DEMO"
BOARD = "VIDYA"
LINE = "+911140000000"
"""The school's own number, that is dialled."""
NAMED_ADULT = "+919000000009"
CURRICULUM = Path(__file__).parent / "demo_school" / "curriculum"


@dataclass(frozen=True)
class DemoNumber:
    number: str
    label: str
    note: str


NUMBERS = (
    DemoNumber("+919000000001", "Asha", "class 8, English"),
    DemoNumber(
        "+919000000002",
        "Ravi and Meena",
        "a shared phone: Ravi, class 6, Hindi; Meena, class 9, English, PIN 2468",
    ),
    DemoNumber("+919000000003", "Asha's guardian", "PIN 1357"),
)
STRANGER = DemoNumber("+919812345678", "Nobody we know", "hears how to join; school code 3366")


async def load_demo(database: Database, keys: Keys, *, now: datetime) -> None:
    """Safe to repeat: what is there already stays, what changed in the books is published."""
    async with database.shared() as db:
        known = await schools.find_school_by_code(db, CODE)
    if known is None:
        school_id = new_id(now)
        async with database.school(school_id) as db:
            await _open_school(db, keys, school_id=school_id, now=now)
    async with database.shared() as db:
        for file in sorted(CURRICULUM.glob("*.md")):
            await curriculum.publish_chapter(db, BOARD, read_chapter(file), now=now)


async def _open_school(db: Connection, keys: Keys, *, school_id: UUID, now: datetime) -> None:
    await schools.open_school(
        db,
        School(
            school_id=school_id,
            code=CODE,
            join_code=schools.keypad_code(CODE),
            name="Vidya Demo School",
            board=BOARD,
            language="en",
            languages=["en", "hi"],
            guests_allowed=True,
            guest_questions=3,
            teaching_mode="explain",
            time_zone="Asia/Kolkata",
            named_adult=NAMED_ADULT,
            created_at=now,
        ),
    )
    await schools.add_number(db, number_hash=keys.lookup_hash(LINE), school_id=school_id)
    asha, ravi, meena = new_id(now), new_id(now), new_id(now)
    for learner in (
        NewLearner(asha, "8-01", "Asha", 8, "A", "en"),
        NewLearner(ravi, "6-01", "Ravi", 6, "A", "hi"),
        NewLearner(meena, "9-01", "Meena", 9, "A", "en", pin="2468"),
    ):
        await accounts.add_learner(db, keys, learner, school_id=school_id, now=now)
    guardian = new_id(now)
    await accounts.add_guardian(
        db,
        keys,
        NewGuardian(guardian, "Sunita", "en", "1357", (asha,)),
        school_id=school_id,
        now=now,
    )
    for number, people in (
        (NUMBERS[0].number, [(PersonKind.learner, asha)]),
        (NUMBERS[1].number, [(PersonKind.learner, ravi), (PersonKind.learner, meena)]),
        (NUMBERS[2].number, [(PersonKind.guardian, guardian)]),
    ):
        await accounts.add_contact(
            db, keys, school_id=school_id, phone=number, people=people, now=now
        )
    for learner_id in (asha, meena):
        await accounts.give_consent(
            db,
            school_id=school_id,
            learner_id=learner_id,
            given_by="guardian",
            channel="demo",
            now=now,
        )
