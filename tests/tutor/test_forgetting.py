"""What a guest asked is forgotten with the guest, and what serves others says nothing of them."""

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests.tutor.makers import BOARD, SKY, ASchool, make_school, publish
from vidya.app.database import DatabaseAddresses
from vidya.app.housekeeping import Housekeeping
from vidya.core import clock
from vidya.core.db import Database
from vidya.domains.accounts import service as accounts
from vidya.domains.curriculum.models import Scope
from vidya.domains.tutor import service as tutor
from vidya.domains.tutor.models import Asked, Asker, NewQuestion, QuestionStatus, Source

ASKED = "Why is the sky blue?"
OF_HIMSELF = "Why is my sky blue when my brother Raju scatters blue light?"
NOT_IN_BOOKS = "Who won the hockey match in our village?"


@pytest.fixture
async def housekeeping(addresses: DatabaseAddresses) -> AsyncIterator[Housekeeping]:
    across = await Database.connect(addresses.across, size=2)
    yield Housekeeping(across)
    await across.close()


async def yesterdays_guest(school: ASchool) -> UUID:
    async with school.database.school(school.school_id) as db:
        guest = await accounts.admit_guest(
            db,
            school_id=school.school_id,
            phone_hash=uuid4().bytes,
            now=clock.now() - timedelta(hours=25),
        )
    return guest.guest_id


async def answer_guest(school: ASchool, text: str) -> Asked:
    """A guest of yesterday asks, and it is written."""
    asked = await ask_as_guest(school, text)
    await school.write(asked)
    return asked


async def ask_as_guest(school: ASchool, text: str) -> Asked:
    guest_id = await yesterdays_guest(school)
    asker = Asker(Scope(school.school_id, BOARD, 8, "en"), mode="explain", guest_id=guest_id)
    async with school.database.school(school.school_id) as db:
        return await tutor.ask(
            db, asker, NewQuestion(text, "test"), questions_a_day=50, now=clock.now()
        )


async def texts(school: ASchool) -> set[str]:
    """Every wording that is kept anywhere, of this school or for its board."""
    async with school.database.school(school.school_id) as db:
        rows = await db.fetch(
            "SELECT question FROM answers UNION SELECT question FROM board_answers"
            " UNION SELECT text FROM questions"
        )
    return {row["question"] for row in rows}


async def test_what_a_guest_asked_in_vain_is_nowhere_any_more(
    database: Database, housekeeping: Housekeeping
) -> None:
    school = await make_school(database)
    await publish(database, BOARD, SKY)
    await answer_guest(school, NOT_IN_BOOKS)

    await housekeeping.forget_guests()

    assert await texts(school) == set()
    assert await school.count("handoffs") == 0


async def test_a_general_question_of_a_guest_goes_on_serving_others(
    database: Database, housekeeping: Housekeeping
) -> None:
    school = await make_school(database)
    await publish(database, BOARD, SKY)
    await answer_guest(school, ASKED)

    await housekeeping.forget_guests()
    later = await school.ask(ASKED)

    assert later.source is Source.exact
    assert later.sentences == (SKY,)
    assert await school.count("answers") == 0


async def test_words_that_speak_of_the_asker_are_not_written_into_the_boards_store(
    database: Database, housekeeping: Housekeeping
) -> None:
    school = await make_school(database)
    await publish(database, BOARD, SKY)
    asked = await answer_guest(school, OF_HIMSELF)
    traced = await school.trace(asked)

    await housekeeping.forget_guests()

    assert traced.status == QuestionStatus.answered
    assert OF_HIMSELF not in await texts(school)
    assert (await school.ask(OF_HIMSELF)).source is Source.exact


async def test_an_answer_that_a_learner_got_too_stays(
    database: Database, housekeeping: Housekeeping
) -> None:
    school = await make_school(database)
    first = await ask_as_guest(school, NOT_IN_BOOKS)
    joined = await school.ask(NOT_IN_BOOKS)
    await school.write(first)

    await housekeeping.forget_guests()

    assert joined.answer_id == first.answer_id
    assert (await school.trace(joined)).status == QuestionStatus.handed_over
    assert await school.count("answers") == await school.count("handoffs") == 1
