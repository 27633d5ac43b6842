"""Chapters of a board and of a school, for tests of the curriculum."""

from uuid import UUID, uuid4

from vidya.core import clock
from vidya.core.db import Database
from vidya.domains.curriculum import service as curriculum
from vidya.domains.curriculum.models import Found, NewChapter, NewPassage, Owner, Scope, Wording
from vidya.domains.schools import service as schools
from vidya.domains.schools.models import School

BOARD = "BOARD"
SKY = NewPassage("The sky", "The sky is blue because the air scatters blue light.")
ECHO = NewPassage("Echoes", "An echo is a sound that comes back from a wall.")
SALT = NewPassage("Salt", "Salt dissolves in water and makes brine.")


def make_chapter(
    *passages: NewPassage,
    slug: str = "light",
    title: str = "Light and sound",
    subject: str = "science",
    grade: int = 8,
    language: str = "en",
) -> NewChapter:
    return NewChapter(
        slug=slug,
        title=title,
        subject=subject,
        grade=grade,
        language=language,
        position=1,
        passages=passages,
    )


async def publish(database: Database, owner: Owner, chapter: NewChapter) -> bool:
    holder = database.shared() if isinstance(owner, str) else database.school(owner)
    async with holder as db:
        return await curriculum.publish_chapter(db, owner, chapter, now=clock.now())


async def publish_crafts(database: Database, owner: Owner = BOARD) -> None:
    """What else is taught: among twenty passages a word of one of them says something."""
    crafts = ("weaving", "pottery", "farming", "fishing", "carving")
    places = ("Assam", "Kerala", "Punjab", "Odisha")
    passages = [
        NewPassage(f"{craft} in {place}", f"People of {place} have done {craft} for centuries.")
        for craft in crafts
        for place in places
    ]
    await publish(database, owner, make_chapter(*passages, slug="crafts", subject="history"))


async def make_school(database: Database) -> UUID:
    school_id = uuid4()
    code = "S" + school_id.hex[:8].upper()
    async with database.school(school_id) as db:
        await schools.open_school(
            db,
            School(
                school_id=school_id,
                code=code,
                join_code=str(school_id.int)[:12],
                name=f"School {code}",
                board=BOARD,
                language="en",
                languages=["en", "hi"],
                guests_allowed=True,
                guest_questions=3,
                teaching_mode="explain",
                time_zone="Asia/Kolkata",
                named_adult="+919000000009",
                created_at=clock.now(),
            ),
        )
    return school_id


async def search(
    database: Database,
    school_id: UUID,
    question: str,
    *also_worded: Wording,
    grade: int = 8,
    language: str = "en",
    subject: str | None = None,
) -> Found:
    async with database.school(school_id) as db:
        return await curriculum.search(
            db,
            Scope(school_id, BOARD, grade, language),
            question=question,
            also_worded=also_worded,
            subject=subject,
        )


async def version(database: Database, school_id: UUID, *, grade: int = 8) -> int:
    async with database.school(school_id) as db:
        return await curriculum.corpus_version(db, Scope(school_id, BOARD, grade, "en"))
