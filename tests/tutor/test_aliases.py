"""Other words that led to an answer lead there by themselves from then on."""

from tests.tutor.makers import SKY, ASchool, make_school, publish
from vidya.core import clock
from vidya.core.db import Database
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.models import QuestionStatus, Source

ASKED = "Why is the sky blue?"
IN_OTHER_WORDS = "What is the reason that the sky is blue?"
UNKNOWN = "What is gilli danda?"
UNKNOWN_IN_OTHER_WORDS = "Define gilli danda"


async def kinds(school: ASchool, *, table: str = "answer_keys") -> list[str]:
    async with school.database.school(school.school_id) as db:
        rows = await db.fetch(f"SELECT kind FROM {table} ORDER BY kind")  # noqa: S608
    return [row["kind"] for row in rows]


async def test_words_that_joined_an_answer_being_written_are_its_alias(database: Database) -> None:
    school = await make_school(database)
    await publish(database, school.school_id, SKY)
    first = await school.ask(ASKED)

    joined = await school.ask(IN_OTHER_WORDS)
    await school.write(first)
    later = await school.ask(IN_OTHER_WORDS)

    assert joined.answer_id == first.answer_id
    assert await kinds(school) == ["alias", "exact", "same_question"]
    assert later.source is Source.alias
    assert later.sentences == (SKY,)
    assert (await school.trace(later)).stages[-1]["outcome"] == "alias"


async def test_an_alias_goes_with_its_answer_to_the_board(database: Database) -> None:
    school = await make_school(database)
    other = await make_school(database)
    await publish(database, "BOARD", SKY)
    first = await school.ask(ASKED)
    await school.ask(IN_OTHER_WORDS)

    await school.write(first)
    elsewhere = await other.ask(IN_OTHER_WORDS)

    assert await kinds(school) == []
    assert await kinds(school, table="board_answer_keys") == ["alias", "exact", "same_question"]
    assert elsewhere.source is Source.alias
    assert elsewhere.sentences == (SKY,)


async def test_all_words_that_a_teacher_answered_together_lead_to_the_teachers_answer(
    database: Database,
) -> None:
    school = await make_school(database)
    asked = [await school.ask(UNKNOWN), await school.ask(UNKNOWN_IN_OTHER_WORDS)]
    await school.write(asked[0])
    async with database.school(school.school_id) as db:
        waiting = await tutor.open_handoffs(db, school_id=school.school_id)
        await tutor.answer_as_teacher(
            db,
            school_id=school.school_id,
            handoff_id=waiting[0].handoff_id,
            text="A game.",
            now=clock.now(),
        )

    later = [await school.ask(UNKNOWN), await school.ask(UNKNOWN_IN_OTHER_WORDS)]

    assert asked[0].answer_id == asked[1].answer_id
    assert {one.sentences for one in later} == {("A game.",)}
    assert {one.source for one in later} == {Source.exact, Source.alias}


async def test_an_alias_dies_with_its_answer(database: Database) -> None:
    school = await make_school(database)
    await publish(database, "BOARD", SKY)
    first = await school.ask(ASKED)
    await school.ask(IN_OTHER_WORDS)
    await school.write(first)

    async with database.shared() as db:
        await db.execute("UPDATE board_answers SET expires_at = now() - interval '1 s'")
    asked = await school.ask(IN_OTHER_WORDS)

    assert asked.status is QuestionStatus.waiting
    assert asked.source is Source.new
