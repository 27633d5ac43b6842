"""The people of the load test, added to the demo school, and what they ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from uuid import UUID

from tests.evals.dataset import answerable
from vidya.app.demo import CODE
from vidya.core import clock
from vidya.core.db import Connection, Database
from vidya.core.ids import new_id
from vidya.core.security import Keys
from vidya.domains.accounts import service as accounts
from vidya.domains.accounts.models import NewLearner, PersonKind
from vidya.domains.schools import service as schools

GRADE = 8
_HINDI_EVERY = 4
_TONGUES = {"en": "English", "hi": "Hindi"}
_numbers = count(1)


@dataclass(frozen=True)
class Child:
    phone: str
    language: str
    learner_id: UUID


async def add_children(database: Database, keys: Keys, *, number: int) -> list[Child]:
    """Learners of class 8 with a phone each and consent given; every fourth one asks in Hindi."""
    async with database.shared() as db:
        school_id = await schools.get_school_id(db, CODE)
    children = [
        Child(
            _phone(position),
            "hi" if position % _HINDI_EVERY == 0 else "en",
            new_id(clock.now()),
        )
        for position in range(1, number + 1)
    ]
    async with database.school(school_id) as db:
        for position, child in enumerate(children, start=1):
            learner = NewLearner(
                child.learner_id,
                f"L-{position}",
                f"Child {position}",
                GRADE,
                "L",
                child.language,
            )
            await _add(db, keys, learner, child.phone)
    return children


async def children_there(database: Database, *, number: int) -> list[Child]:
    """Those that were added in an earlier run of the product; nobody is asked who they are."""
    async with database.shared() as db:
        school_id = await schools.get_school_id(db, CODE)
    async with database.school(school_id) as db:
        rows = await db.fetch(
            "SELECT roll, learner_id, language FROM learners WHERE roll LIKE 'L-%'"
            " ORDER BY substr(roll, 3)::int LIMIT $1",
            number,
        )
    return [Child(_phone(int(r["roll"][2:])), r["language"], r["learner_id"]) for r in rows]


def questions_of_the_books(language: str, *, number: int) -> list[str]:
    """Questions that the demo school's books answer, spread over their chapters."""
    fitting = [q.text for q in answerable() if q.tongue == _TONGUES[language]]
    return fitting[:: max(1, len(fitting) // number)][:number]


def new_question(questions: Sequence[str], language: str) -> str:
    """One that nobody has asked: a number that is asked about makes it another question."""
    number = next(_numbers)
    text = questions[number % len(questions)].rstrip(" ?।.")
    ending = f" जब संख्या {number} हो?" if language == "hi" else f" when there are {number} of them?"
    return text + ending


async def _add(db: Connection, keys: Keys, learner: NewLearner, phone: str) -> None:
    now = clock.now()
    school_id = await schools.get_school_id(db, CODE)
    await accounts.add_learner(db, keys, learner, school_id=school_id, now=now)
    await accounts.add_contact(
        db,
        keys,
        school_id=school_id,
        phone=phone,
        people=[(PersonKind.learner, learner.learner_id)],
        now=now,
    )
    await accounts.give_consent(
        db,
        school_id=school_id,
        learner_id=learner.learner_id,
        given_by="guardian",
        channel="load",
        now=now,
    )


def _phone(position: int) -> str:
    return f"+9170{position:08}"
