"""What is stored is served at once, to whom it may be served, for as long as its sources stand."""

import asyncio

from tests.tutor.makers import ECHO, SKY, make_school, publish
from vidya.app.registry import subscribe_all
from vidya.core.db import Database
from vidya.domains.tutor.models import QuestionStatus, Source

SKY_QUESTION = "Why is the sky blue?"


async def test_a_question_is_written_once_and_then_served_at_once(database: Database) -> None:
    school = await make_school(database)
    await publish(database, "BOARD", SKY)

    first = await school.answer(SKY_QUESTION)
    second = await school.ask("why is the SKY blue")

    assert first.status == QuestionStatus.answered
    assert first.sentences == [SKY]
    assert second.status is QuestionStatus.answered
    assert second.source is Source.exact
    assert second.sentences == (SKY,)


async def test_an_answer_from_the_board_serves_its_other_schools(database: Database) -> None:
    mine = await make_school(database)
    other = await make_school(database)
    await publish(database, "BOARD", SKY)
    await mine.answer(SKY_QUESTION)

    asked = await other.ask(SKY_QUESTION)

    assert asked.sentences == (SKY,)
    assert await other.count("answers") == 0


async def test_an_answer_from_a_schools_own_text_never_leaves_it(database: Database) -> None:
    mine = await make_school(database)
    other = await make_school(database)
    await publish(database, mine.school_id, "Our sky is blue because Guruji painted it.")
    written = await mine.answer(SKY_QUESTION)

    at_home = await mine.ask(SKY_QUESTION)
    elsewhere = await other.ask(SKY_QUESTION)

    assert "Guruji" in written.sentences[0]
    assert at_home.status is QuestionStatus.answered
    assert elsewhere.status is QuestionStatus.waiting
    assert elsewhere.sentences == ()


async def test_an_answer_is_for_its_class_alone(database: Database) -> None:
    school = await make_school(database)
    await publish(database, "BOARD", SKY)
    await school.answer(SKY_QUESTION, grade=8)

    asked = await school.ask(SKY_QUESTION, grade=6)

    assert asked.status is QuestionStatus.waiting


async def test_replacing_a_passage_removes_what_cites_it(database: Database) -> None:
    subscribe_all()
    school = await make_school(database)
    await publish(database, "BOARD", SKY)
    await school.answer(SKY_QUESTION)

    await publish(database, "BOARD", "The sky is blue because short waves are scattered most.")
    asked = await school.ask(SKY_QUESTION)

    assert asked.status is QuestionStatus.waiting


async def test_an_answer_of_both_texts_dies_with_the_boards_passage(database: Database) -> None:
    subscribe_all()
    school = await make_school(database)
    await publish(database, "BOARD", SKY)
    await publish(
        database,
        school.school_id,
        "The sky is blue by day and the sky is red in the evening.",
        slug="own",
    )
    written = await school.answer(SKY_QUESTION)
    boards = {citation.board for citation in written.citations}

    await publish(database, "BOARD", ECHO)
    asked = await school.ask(SKY_QUESTION)

    assert boards == {None, "BOARD"}
    assert asked.status is QuestionStatus.waiting
    assert asked.source is Source.new  # not the dead answer, that still holds its keys


async def test_a_school_that_withdraws_its_passage_loses_the_answers_on_it(
    database: Database,
) -> None:
    subscribe_all()
    school = await make_school(database)
    await publish(database, school.school_id, SKY)
    await school.answer(SKY_QUESTION)

    await publish(database, school.school_id, ECHO)
    asked = await school.ask(SKY_QUESTION)

    assert asked.status is QuestionStatus.waiting


async def test_many_who_ask_the_same_at_once_share_one_answer(database: Database) -> None:
    school = await make_school(database)
    await publish(database, "BOARD", SKY)

    asked = await asyncio.gather(*(school.ask(SKY_QUESTION) for _ in range(20)))
    await school.write(asked[0])
    traced = [await school.trace(one) for one in asked]

    assert len({one.answer_id for one in asked}) == 1
    assert await school.count("answers") == 1
    assert all(question.sentences == [SKY] for question in traced)
    assert all(question.status == QuestionStatus.answered for question in traced)


async def test_an_answer_written_twice_at_once_is_said_once(database: Database) -> None:
    school = await make_school(database)
    await publish(database, "BOARD", SKY, "A blue sky has few clouds in it.")
    asked = await school.ask(SKY_QUESTION)

    await asyncio.gather(*(school.write(asked) for _ in range(5)))

    traced = await school.trace(asked)
    assert len(traced.sentences) == len(set(traced.sentences))
    assert traced.status == QuestionStatus.answered
