"""Two schools of a board that ask the same in the same moment share one answer, and nothing else."""

import asyncio

from tests.tutor.makers import BOARD, SKY, ASchool, make_school, publish
from vidya.core.db import Database
from vidya.domains.tutor.models import QuestionStatus
from vidya.providers.llm.fake import FakeLlm

ASKED = "Why is the sky blue?"
IN_OTHER_WORDS = "What is the reason that the sky is blue?"
GURUJI = "Our sky is blue because Guruji painted it blue."


def slow_model(text: str = "The sky is blue because the air scatters blue light [1].") -> FakeLlm:
    return FakeLlm(text, pause=0.3)


async def answered(*schools: ASchool) -> list[list[str]]:
    """What each school's latest question got, all written at the same time."""
    await asyncio.gather(*(school.write(school.asked[-1]) for school in schools))
    traced = [await school.trace(school.asked[-1]) for school in schools]
    assert {one.status for one in traced} == {QuestionStatus.answered}
    return [one.sentences for one in traced]


async def test_one_model_call_answers_all_schools_that_ask_at_once(database: Database) -> None:
    llm = slow_model()
    schools = [await make_school(database, llm=llm) for _ in range(3)]
    await publish(database, BOARD, SKY)
    for school in schools:
        await school.ask(ASKED)

    said = await answered(*schools)

    assert len(llm.asked) == 1
    assert said == [said[0]] * 3
    assert said[0]


async def test_other_words_for_the_same_question_share_it_too(database: Database) -> None:
    llm = slow_model()
    schools = [await make_school(database, llm=llm) for _ in range(2)]
    await publish(database, BOARD, SKY)
    await schools[0].ask(ASKED)
    await schools[1].ask(IN_OTHER_WORDS)

    said = await answered(*schools)

    assert len(llm.asked) == 1
    assert said[0] == said[1]


async def test_no_claim_is_left_when_the_answer_is_there(database: Database) -> None:
    schools = [await make_school(database, llm=slow_model()) for _ in range(2)]
    await publish(database, BOARD, SKY)
    for school in schools:
        await school.ask(ASKED)

    await answered(*schools)

    async with database.shared() as db:
        assert await db.fetchval("SELECT count(*) FROM board_claims") == 0
    assert await schools[0].count("answers") + await schools[1].count("answers") == 1


async def test_an_answer_on_a_schools_own_text_is_not_waited_for_and_does_not_leave(
    database: Database,
) -> None:
    own = await make_school(database, llm=FakeLlm(f"{GURUJI} [1]", pause=0.3))
    other = await make_school(database, llm=slow_model())
    await publish(database, BOARD, SKY)
    await publish(database, own.school_id, GURUJI, slug="own")
    await own.ask(ASKED)
    await other.ask(ASKED)

    ours, theirs = await answered(own, other)

    assert "Guruji" in " ".join(ours)
    assert "Guruji" not in " ".join(theirs)
    assert theirs
    async with database.shared() as db:
        shared = await db.fetch("SELECT sentences FROM board_answers")
    assert [row["sentences"] for row in shared] == [theirs]


async def test_what_is_shared_while_a_question_is_in_flight_names_no_school(
    database: Database,
) -> None:
    school = await make_school(database, llm=FakeLlm("The sky is blue", pause=0.5))
    await publish(database, BOARD, SKY)
    asked = await school.ask(ASKED)

    async with asyncio.TaskGroup() as together:
        together.create_task(school.write(asked))
        claims = await _claims(database)

    assert claims
    assert {claim["answer_id"] for claim in claims} == {asked.answer_id}
    assert {frozenset(claim) for claim in claims} == {
        frozenset({"board", "digest", "answer_id", "until"})
    }
    assert school.school_id not in {claim["digest"] for claim in claims}


async def test_who_waits_for_an_answer_that_comes_to_nothing_gets_one_of_their_own(
    database: Database,
) -> None:
    silent = await make_school(database, llm=FakeLlm("NOT_IN_CURRICULUM", pause=0.3))
    other = await make_school(database, llm=slow_model())
    await publish(database, BOARD, SKY)
    first = await silent.ask(ASKED)
    await other.ask(ASKED)

    async with asyncio.TaskGroup() as together:
        together.create_task(silent.write(first))
        await _claims(database)
        together.create_task(other.write(other.asked[-1]))

    assert (await silent.trace(first)).status == QuestionStatus.handed_over
    assert (await other.trace(other.asked[-1])).status == QuestionStatus.answered


async def test_the_claim_of_a_writer_that_died_is_free_again(database: Database) -> None:
    school = await make_school(database, llm=slow_model())
    await publish(database, BOARD, SKY)
    asked = await school.ask(ASKED)
    async with database.school(school.school_id) as db:
        await db.execute(
            """
            INSERT INTO board_claims (board, digest, answer_id, until)
            SELECT $1, digest, gen_random_uuid(), now() + interval '0.7 seconds' FROM answer_keys
            """,
            BOARD,
        )

    await school.write(asked)

    assert (await school.trace(asked)).status == QuestionStatus.answered


async def _claims(database: Database) -> list[dict[str, object]]:
    """What is claimed, once something is."""
    async with asyncio.timeout(5):
        while True:
            async with database.shared() as db:
                rows = await db.fetch("SELECT * FROM board_claims")
            if rows:
                return [dict(row.items()) for row in rows]
            await asyncio.sleep(0.02)
