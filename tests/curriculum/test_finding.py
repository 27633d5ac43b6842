"""Where a question is looked for: own class and subject first, own books before the board's."""

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
)
from vidya.core.db import Database
from vidya.domains.curriculum import finding
from vidya.domains.curriculum.finding import Limits
from vidya.domains.curriculum.models import NewPassage, Reach, Scope, Wording
from vidya.domains.curriculum.pruning import all_terms, rare_first

SKY_QUESTION = "Why is the sky blue?"


async def test_what_the_own_class_has_is_not_looked_for_elsewhere(database: Database) -> None:
    school_id = await make_school(database)
    await publish_crafts(database)
    await publish(database, BOARD, make_chapter(SKY, grade=8))
    await publish(database, BOARD, make_chapter(SKY, grade=7))

    found = await search(database, school_id, SKY_QUESTION, grade=8)

    assert [passage.grade for passage in found.passages] == [8]
    assert found.reach == Reach()


async def test_what_the_own_class_has_not_is_found_in_a_neighbouring_one(
    database: Database,
) -> None:
    school_id = await make_school(database)
    await publish_crafts(database)
    for grade in (3, 6, 9):
        await publish(database, BOARD, make_chapter(SKY, grade=grade))

    found = await search(database, school_id, SKY_QUESTION, grade=8)

    assert [passage.grade for passage in found.passages] == [9, 6]
    assert found.reach.classes_away == 3


async def test_the_subject_comes_first_and_others_when_it_has_nothing(database: Database) -> None:
    school_id = await make_school(database)
    await publish_crafts(database)
    verse = NewPassage("A verse on the sky", "The sky is blue, the sky is wide, the sky is mine.")
    await publish(database, BOARD, make_chapter(SKY, subject="science"))
    await publish(database, BOARD, make_chapter(verse, subject="english", slug="verses"))

    by_subject = await search(database, school_id, SKY_QUESTION, subject="science")
    elsewhere = await search(database, school_id, SKY_QUESTION, subject="mathematics")
    any_subject = await search(database, school_id, SKY_QUESTION)

    assert [passage.subject for passage in by_subject.passages] == ["science"]
    assert by_subject.reach == Reach()
    assert {passage.subject for passage in elsewhere.passages} == {"science", "english"}
    assert elsewhere.reach.other_subjects
    assert {passage.subject for passage in any_subject.passages} == {"science", "english"}


async def test_of_equal_passages_the_schools_own_comes_first(database: Database) -> None:
    school_id = await make_school(database)
    await publish_crafts(database)
    await publish(database, BOARD, make_chapter(SKY))
    await publish(database, school_id, make_chapter(SKY))

    found = await search(database, school_id, SKY_QUESTION)

    assert [passage.board for passage in found.passages] == [None, BOARD]
    assert found.passages[0].content_hash == found.passages[1].content_hash


async def test_a_better_passage_of_the_board_beats_the_schools_own(database: Database) -> None:
    school_id = await make_school(database)
    await publish_crafts(database)
    await publish(database, BOARD, make_chapter(SKY))
    await publish(database, school_id, make_chapter(NewPassage("Kites", "Blue kites fly high.")))

    found = await search(database, school_id, SKY_QUESTION)

    assert found.passages[0].board == BOARD


async def test_a_school_does_not_find_what_another_school_wrote(database: Database) -> None:
    mine, other = await make_school(database), await make_school(database)
    await publish(database, other, make_chapter(SKY))

    found = await search(database, mine, SKY_QUESTION)

    assert found.passages == ()


async def test_a_question_finds_nothing_where_nothing_is_published(database: Database) -> None:
    school_id = await make_school(database)

    found = await search(database, school_id, SKY_QUESTION)

    assert found.passages == ()
    assert set(found.weights) == {"sky", "blue"}


async def test_a_translation_finds_what_the_asked_words_do_not(database: Database) -> None:
    school_id = await make_school(database)
    await publish_crafts(database)
    await publish(database, BOARD, make_chapter(SKY, ECHO, SALT))

    found = await search(
        database,
        school_id,
        "आकाश नीला क्यों होता है?",
        Wording(SKY_QUESTION, "en", origin="translated"),
        language="hi",
    )

    assert found.passages[0].heading == "The sky"
    assert found.passages[0].found_by == "translated"
    assert found.passages[0].language == "en"
    assert found.wording == Wording(SKY_QUESTION, "en", origin="translated")
    assert "sky" in found.weights


async def test_romanised_hindi_finds_by_its_own_script(database: Database) -> None:
    school_id = await make_school(database)
    await publish(
        database,
        BOARD,
        make_chapter(
            NewPassage("आकाश", "आकाश नीला दिखता है, क्योंकि हवा नीले प्रकाश को बिखेरती है।"),
            NewPassage("नमक", "नमक पानी में घुल जाता है।"),
            language="hi",
        ),
    )

    found = await search(
        database,
        school_id,
        "aakash neela kyon hai",
        Wording("आकाश नीला क्यों है", "hi", origin="transliterated"),
        language="hi",
    )

    assert found.passages[0].heading == "आकाश"
    assert found.passages[0].found_by == "transliterated"


async def test_another_wording_does_not_displace_what_the_asked_words_found(
    database: Database,
) -> None:
    school_id = await make_school(database)
    await publish_crafts(database)
    await publish(database, BOARD, make_chapter(SKY, ECHO, SALT))

    found = await search(
        database, school_id, SKY_QUESTION, Wording(SKY_QUESTION, "en", origin="translated")
    )

    assert found.passages[0].found_by == "asked"
    assert len({passage.passage_no for passage in found.passages}) == len(found.passages)


async def test_a_question_of_four_thousand_characters_is_searched(database: Database) -> None:
    school_id = await make_school(database)
    await publish_crafts(database)
    await publish(database, BOARD, make_chapter(SKY))
    words = " ".join(f"word{number}" for number in range(400))

    found = await search(database, school_id, f"{SKY_QUESTION} {words} in Assam and Kerala")

    assert "The sky" in [passage.heading for passage in found.passages]


async def test_skipping_frequent_words_finds_the_same(database: Database) -> None:
    school_id = await make_school(database)
    passages = [
        NewPassage(
            f"Section {n}",
            " ".join(["water"] * (n % 4) + ["river"] * (n % 7 == 0) + [f"topic{n % 50}", "flows"]),
        )
        for n in range(300)
    ]
    await publish(database, BOARD, make_chapter(*passages))
    await publish(database, school_id, make_chapter(*(replace(p, page=1) for p in passages[:40])))
    scope = Scope(school_id, BOARD, 8, "en")

    for question in ("topic7 of water", "river water flows", "topic3 river", "water flows"):
        async with database.school(school_id) as db:
            wording = Wording(question, "en")
            pruned = await finding.find(db, scope, wording, Limits(5, plan=rare_first))
            whole = await finding.find(db, scope, wording, Limits(5, plan=all_terms))
        assert [p.score for p in pruned.passages] == [p.score for p in whole.passages]
        assert len(pruned.passages) == 5


@pytest.mark.parametrize("question", ["", "???", "😀😀", "\u200b", "का the क्या", "x" * 4_000])
async def test_a_question_without_a_word_that_books_have_finds_nothing(
    database: Database, question: str
) -> None:
    school_id = await make_school(database)
    await publish_crafts(database)

    found = await search(database, school_id, question, subject="history")

    assert found.passages == ()
