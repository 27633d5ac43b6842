"""Schools, chapters and questions for tests of the tutor."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID, uuid4

from vidya.core import clock
from vidya.core.db import Database
from vidya.core.ids import new_id
from vidya.domains.curriculum import service as curriculum
from vidya.domains.curriculum.models import NewChapter, NewPassage, Owner, Scope
from vidya.domains.schools import service as schools
from vidya.domains.schools.models import School
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.jobs import AnswerWriter
from vidya.domains.tutor.models import Asked, Asker, NewQuestion, TracedQuestion
from vidya.providers.llm.base import MeteredLlm

BOARD = "BOARD"
SKY = "The sky is blue because the air scatters blue light more than red light."
ECHO = "An echo is a sound that is heard again because it comes back from a wall."


@dataclass
class ASchool:
    """One school, and what a test asks in it."""

    database: Database
    school_id: UUID
    llm: MeteredLlm | None = None
    asked: list[Asked] = field(default_factory=list)

    async def ask(
        self,
        text: str,
        *,
        learner_id: UUID | None = None,
        grade: int = 8,
        mode: str = "explain",
    ) -> Asked:
        scope = Scope(self.school_id, BOARD, grade, "en")
        asker = Asker(scope, mode=mode, learner_id=learner_id)
        async with self.database.school(self.school_id) as db:
            asked = await tutor.ask(
                db, asker, NewQuestion(text, "test"), questions_a_day=50, now=clock.now()
            )
        self.asked.append(asked)
        return asked

    async def write(self, asked: Asked) -> None:
        """What a worker does with the job."""
        writer = AnswerWriter(self.database, self.llm, timedelta(days=7))
        await writer.answer_question(school_id=str(self.school_id), answer_id=str(asked.answer_id))

    async def answer(self, text: str, *, grade: int = 8, mode: str = "explain") -> TracedQuestion:
        """Ask, have it written, and look at what came of it."""
        asked = await self.ask(text, grade=grade, mode=mode)
        if asked.answer_id is not None:
            await self.write(asked)
        return await self.trace(asked)

    async def trace(self, asked: Asked) -> TracedQuestion:
        async with self.database.school(self.school_id) as db:
            return await tutor.trace_question(
                db, school_id=self.school_id, question_id=asked.question_id
            )

    async def count(self, table: str) -> int:
        async with self.database.school(self.school_id) as db:
            found: int = await db.fetchval(f"SELECT count(*) FROM {table}")  # noqa: S608
            return found


async def make_school(database: Database, *, llm: MeteredLlm | None = None) -> ASchool:
    school_id = uuid4()
    code = "S" + school_id.hex[:8].upper()
    await _publish_other_books(database)
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
    return ASchool(database, school_id, llm)


async def publish(
    database: Database,
    owner: Owner,
    *sentences: str,
    slug: str = "light",
    heading: str = "Light and the sky",
) -> None:
    """A chapter of one passage, a board's or a school's own."""
    chapter = NewChapter(
        slug=slug,
        title=heading,
        subject="science",
        grade=8,
        language="en",
        position=1,
        passages=(NewPassage(heading=heading, body=" ".join(sentences)),),
    )
    holder = database.shared() if isinstance(owner, str) else database.school(owner)
    async with holder as db:
        await curriculum.publish_chapter(db, owner, chapter, now=clock.now())


async def _publish_other_books(database: Database) -> None:
    """What else the board teaches: among twenty passages a word of one of them says something."""
    crafts = ("weaving", "pottery", "farming", "fishing", "carving")
    places = ("Assam", "Kerala", "Punjab", "Odisha")
    chapter = NewChapter(
        slug="crafts",
        title="Crafts of India",
        subject="social-science",
        grade=8,
        language="en",
        position=9,
        passages=tuple(
            NewPassage(f"{craft} in {place}", f"People of {place} have done {craft} for centuries.")
            for craft in crafts
            for place in places
        ),
    )
    async with database.shared() as db:
        await curriculum.publish_chapter(db, BOARD, chapter, now=clock.now())


def new_learner_id() -> UUID:
    return new_id(clock.now())
