"""Publishing again changes what changed and nothing else, and takes along what rests on it."""

import asyncio
from dataclasses import replace

import pytest

from tests.curriculum.makers import (
    BOARD,
    ECHO,
    SALT,
    SKY,
    make_chapter,
    make_school,
    publish,
    publish_crafts,
    search,
    version,
)
from vidya.core import events
from vidya.core.db import Connection, Database
from vidya.domains.curriculum import service as curriculum
from vidya.domains.curriculum.models import NewChapter, NewPassage, Owner, PassagesWithdrawn

NEW_ECHO = replace(ECHO, body=ECHO.body + " A bat finds its way by echoes.")


HEARD: list[PassagesWithdrawn] = []
REFUSING = "A board whose passages nobody lets go"


class Refused(Exception): ...


async def hear(_db: Connection, event: PassagesWithdrawn) -> None:
    if event.owner == REFUSING:
        raise Refused
    HEARD.append(event)


@pytest.fixture
def withdrawn() -> list[PassagesWithdrawn]:
    """What is announced from now on, in order."""
    events.subscribe(PassagesWithdrawn, hear)
    HEARD.clear()
    return HEARD


async def passages(database: Database, owner: Owner = BOARD) -> dict[str, int]:
    """Heading → number."""
    table, holder = (
        ("board_passages", database.shared())
        if isinstance(owner, str)
        else ("passages", database.school(owner))
    )
    async with holder as db:
        rows = await db.fetch(f"SELECT heading, passage_no FROM {table}")  # noqa: S608 - ours
    return {row["heading"]: row["passage_no"] for row in rows}


async def counts(database: Database) -> tuple[int, int, int, int]:
    """Passages and words that the corpus says it has, and those that its postings show."""
    async with database.shared() as db:
        told = await db.fetchrow("SELECT sum(passages) AS p, sum(words) AS w FROM board_corpora")
        shown = await db.fetchrow(
            "SELECT count(DISTINCT passage_no) AS p, sum(frequency) AS w FROM board_postings"
        )
    assert told is not None
    assert shown is not None
    return told["p"], told["w"], shown["p"], shown["w"] or 0


async def miscounted(database: Database) -> int:
    """Terms of which the number of passages is not what the postings show."""
    async with database.shared() as db:
        wrong: int = await db.fetchval(
            """
            SELECT count(*) FROM (SELECT term, grade, count(*) AS n FROM board_postings GROUP BY 1, 2) p
              FULL JOIN (SELECT term, grade, passages FROM board_term_counts WHERE passages > 0) c
             USING (term, grade) WHERE n IS DISTINCT FROM passages
            """
        )
    return wrong


async def test_a_passage_that_did_not_change_keeps_its_number(
    database: Database, withdrawn: list[PassagesWithdrawn]
) -> None:
    await publish(database, BOARD, make_chapter(SKY, ECHO, SALT))
    before = await passages(database)

    await publish(database, BOARD, make_chapter(SKY, NEW_ECHO, SALT))

    after = await passages(database)
    assert (after["The sky"], after["Salt"]) == (before["The sky"], before["Salt"])
    assert after["Echoes"] != before["Echoes"]
    assert withdrawn == [PassagesWithdrawn(BOARD, (before["Echoes"],))]


async def test_moving_passages_and_naming_their_pages_withdraws_none(
    database: Database, withdrawn: list[PassagesWithdrawn]
) -> None:
    school_id = await make_school(database)
    await publish(database, BOARD, make_chapter(SKY, ECHO, SALT))
    before = await passages(database)

    changed = await publish(
        database, BOARD, make_chapter(replace(SALT, page=12), replace(SKY, page=13), ECHO)
    )

    found = await search(database, school_id, "What is salt in brine?")
    assert changed
    assert await passages(database) == before
    assert withdrawn == []
    assert found.passages[0].page == 12


async def test_the_same_chapter_again_changes_nothing(
    database: Database, withdrawn: list[PassagesWithdrawn]
) -> None:
    school_id = await make_school(database)
    await publish(database, BOARD, make_chapter(SKY, ECHO))
    before = await version(database, school_id)

    changed = await publish(database, BOARD, make_chapter(SKY, ECHO))

    assert not changed
    assert await version(database, school_id) == before
    assert withdrawn == []


@pytest.mark.parametrize(
    "other",
    [
        make_chapter(replace(SKY, heading="Blue")),
        make_chapter(SKY, title="Light"),
        make_chapter(replace(SKY, body="The sky is black at night.")),
    ],
    ids=["heading", "title", "text"],
)
async def test_what_a_citation_says_is_part_of_the_passage(
    database: Database, withdrawn: list[PassagesWithdrawn], other: NewChapter
) -> None:
    await publish(database, BOARD, make_chapter(SKY))
    before = await passages(database)

    await publish(database, BOARD, other)

    assert withdrawn == [PassagesWithdrawn(BOARD, (before["The sky"],))]


async def test_of_two_equal_passages_one_that_goes_leaves_the_other(
    database: Database, withdrawn: list[PassagesWithdrawn]
) -> None:
    await publish(database, BOARD, make_chapter(SKY, ECHO, SKY))

    await publish(database, BOARD, make_chapter(SKY, ECHO))

    assert [len(event.passage_nos) for event in withdrawn] == [1]
    assert set(await passages(database)) == {"The sky", "Echoes"}


async def test_a_passage_that_becomes_an_exercise_is_found_no_more(database: Database) -> None:
    school_id = await make_school(database)
    await publish(database, BOARD, make_chapter(SKY, ECHO))

    await publish(database, BOARD, make_chapter(replace(SKY, quotable=False), ECHO))

    found = await search(database, school_id, "Why is the sky blue?")
    assert [passage.heading for passage in found.passages] == []


async def test_the_counts_are_those_of_the_postings_after_every_change(database: Database) -> None:
    await publish_crafts(database)
    await publish(database, BOARD, make_chapter(SKY, ECHO, SALT))
    await publish(database, BOARD, make_chapter(NEW_ECHO, replace(SKY, quotable=False)))

    passages_told, words_told, passages_shown, words_shown = await counts(database)

    assert (passages_told, words_told) == (passages_shown, words_shown)
    assert await miscounted(database) == 0


async def test_every_change_raises_the_version(database: Database) -> None:
    school_id = await make_school(database)
    versions = [await version(database, school_id)]
    editions: list[tuple[Owner, NewChapter]] = [
        (BOARD, make_chapter(SKY)),
        (BOARD, make_chapter(SKY, ECHO)),
        (school_id, make_chapter(SALT)),
    ]
    for owner, chapter in editions:
        await publish(database, owner, chapter)
        versions.append(await version(database, school_id))

    assert versions == sorted(set(versions))


async def test_an_edit_of_a_far_class_leaves_the_version(database: Database) -> None:
    school_id = await make_school(database)
    await publish(database, BOARD, make_chapter(SKY, grade=8))
    before = await version(database, school_id, grade=8)

    await publish(database, BOARD, make_chapter(ECHO, grade=12))

    assert await version(database, school_id, grade=8) == before


async def test_a_withdrawn_chapter_is_found_no_more(
    database: Database, withdrawn: list[PassagesWithdrawn]
) -> None:
    school_id = await make_school(database)
    await publish(database, school_id, make_chapter(SKY, ECHO))
    numbers = await passages(database, school_id)
    before = await version(database, school_id)

    async with database.school(school_id) as db:
        chapter_id = await db.fetchval("SELECT chapter_id FROM chapters")
        await curriculum.withdraw_chapter(
            db, school_id, chapter_id=chapter_id, grade=8, language="en"
        )

    found = await search(database, school_id, "Why is the sky blue?")
    assert found.passages == ()
    assert [set(event.passage_nos) for event in withdrawn] == [set(numbers.values())]
    assert await version(database, school_id) > before


@pytest.mark.usefixtures("withdrawn")
async def test_what_cannot_be_withdrawn_is_not_replaced(database: Database) -> None:
    await publish(database, REFUSING, make_chapter(SKY, ECHO))
    before = await passages(database)

    with pytest.raises(Refused):
        await publish(database, REFUSING, make_chapter(SKY, SALT))

    assert await passages(database) == before


async def test_two_who_publish_the_same_chapter_at_once_publish_it_once(
    database: Database,
) -> None:
    changed = await asyncio.gather(
        *(publish(database, BOARD, make_chapter(SKY, ECHO, SALT)) for _ in range(4))
    )

    assert sorted(changed) == [False, False, False, True]
    assert len(await passages(database)) == 3
    assert await miscounted(database) == 0


async def test_a_paragraph_of_200_kb_is_published_and_found_piece_by_piece(
    database: Database,
) -> None:
    school_id = await make_school(database)
    await publish_crafts(database)
    dull = "The air of the evening is cool and people walk home along the river. " * 2_900
    page = NewPassage(
        "A long day", f"{dull} A brinjal fell from the cart. {dull}\x00\ufeff", page=7
    )

    await publish(database, BOARD, make_chapter(page))
    found = await search(database, school_id, "Where did the brinjal fall from?")

    best = found.passages[0]
    assert "brinjal" in best.body
    assert len(best.body.split()) <= 120
    assert (best.heading, best.page) == ("A long day", 7)
