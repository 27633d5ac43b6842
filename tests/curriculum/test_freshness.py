"""An answer lives as long as the passages that it cites, and no longer."""

from dataclasses import replace

import pytest

from tests.curriculum.makers import BOARD, ECHO, SALT, SKY, make_chapter, publish
from tests.tutor.makers import ASchool, make_school
from vidya.app.registry import subscribe_all
from vidya.core.db import Database
from vidya.domains.curriculum.models import NewPassage, Owner
from vidya.domains.tutor.models import Asked, QuestionStatus

SKY_QUESTION = "Why is the sky blue?"
ECHO_QUESTION = "What is an echo?"
EDITED = replace(ECHO, body=ECHO.body.replace("a wall", "a wall or a hill"))


async def answered_school(database: Database, *passages: NewPassage, owner: str | None) -> ASchool:
    """A school that has asked both questions; of its own books where `owner` is None."""
    subscribe_all()
    school = await make_school(database)
    publisher: Owner = owner or school.school_id
    await publish(database, publisher, make_chapter(*passages))
    for question in (SKY_QUESTION, ECHO_QUESTION):
        traced = await school.answer(question)
        assert traced.status == QuestionStatus.answered
    return school


@pytest.mark.parametrize("owner", [BOARD, None], ids=["board", "school"])
async def test_editing_one_sentence_ends_only_the_answers_that_cite_its_passage(
    database: Database, owner: str | None
) -> None:
    school = await answered_school(database, SKY, ECHO, owner=owner)

    await publish(database, owner or school.school_id, make_chapter(SKY, EDITED))

    assert _was_stored(await school.ask(SKY_QUESTION))
    assert not _was_stored(await school.ask(ECHO_QUESTION))
    assert "hill" in (await school.answer(ECHO_QUESTION)).sentences[0]


@pytest.mark.parametrize("owner", [BOARD, None], ids=["board", "school"])
async def test_adding_and_moving_passages_ends_no_answer(
    database: Database, owner: str | None
) -> None:
    school = await answered_school(database, SKY, ECHO, owner=owner)

    chapter = make_chapter(SALT, replace(ECHO, page=4), SKY)
    await publish(database, owner or school.school_id, chapter)

    assert _was_stored(await school.ask(SKY_QUESTION))
    assert _was_stored(await school.ask(ECHO_QUESTION))


@pytest.mark.parametrize("owner", [BOARD, None], ids=["board", "school"])
async def test_taking_a_section_out_ends_the_answers_that_cite_it(
    database: Database, owner: str | None
) -> None:
    school = await answered_school(database, SKY, ECHO, owner=owner)

    await publish(database, owner or school.school_id, make_chapter(SKY))

    assert _was_stored(await school.ask(SKY_QUESTION))
    assert not _was_stored(await school.ask(ECHO_QUESTION))


def _was_stored(asked: Asked) -> bool:
    return asked.status is QuestionStatus.answered
