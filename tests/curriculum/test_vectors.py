"""Search by meaning is an addition that an operator asks for; without it nothing changes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
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
from vidya.app.database import DatabaseAddresses
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.core.db import Connection, Database
from vidya.domains.curriculum import service as curriculum
from vidya.domains.curriculum import vectors
from vidya.domains.curriculum.encoding import encode_passages, encode_question
from vidya.domains.curriculum.models import Found, NewPassage, Scope
from vidya.domains.curriculum.vectors import VectorsNotPrepared
from vidya.providers.embeddings.base import EncoderUnavailable
from vidya.providers.embeddings.fake import FakeEncoder


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[Connection]:
    opened = await asyncpg.connect(url)
    try:
        yield opened
    finally:
        await opened.close()


@pytest.fixture
async def prepared(database: Database, addresses: DatabaseAddresses) -> Database:
    """A database in which an operator has made room for vectors, twice."""
    async with _connected(addresses.owner) as owner:
        await vectors.prepare(owner)
        await vectors.prepare(owner)
    return database


@pytest.fixture
async def bare(
    database: Database, addresses: DatabaseAddresses, postgres: EmbeddedPostgres
) -> Database:
    """A database on a server that has no pgvector."""
    name = addresses.owner.rsplit("/", 1)[1]
    async with _connected(postgres.urls.superuser.rsplit("/", 1)[0] + "/" + name) as superuser:
        await superuser.execute("DROP EXTENSION IF EXISTS vector")
    return database


async def by_meaning(
    database: Database, encoder: FakeEncoder, school: Scope, question: str
) -> Found:
    near = await encode_question(encoder, question)
    async with database.school(school.school_id) as db:
        return await curriculum.search(db, school, question=question, near=near)


async def test_without_an_encoder_no_extension_is_needed(bare: Database) -> None:
    school_id = await make_school(bare)
    await publish(bare, BOARD, make_chapter(SKY))

    found = await search(bare, school_id, "Why is the sky blue?")

    assert found.passages[0].heading == "The sky"


@pytest.mark.usefixtures("bare")
async def test_a_database_without_pgvector_says_what_to_do(addresses: DatabaseAddresses) -> None:
    async with _connected(addresses.owner) as owner:
        with pytest.raises(VectorsNotPrepared, match="CREATE EXTENSION vector"):
            await vectors.prepare(owner)


async def test_an_encoder_without_its_tables_is_a_clear_error(database: Database) -> None:
    school_id = await make_school(database)

    with pytest.raises(VectorsNotPrepared, match="have not been made"):
        await encode_passages(database, FakeEncoder(), BOARD)
    with pytest.raises(VectorsNotPrepared, match="have not been made"):
        await by_meaning(
            database, FakeEncoder(), Scope(school_id, BOARD, 8, "en"), "Why is the sky blue?"
        )


async def test_a_passage_without_any_asked_word_is_found_by_its_meaning(
    prepared: Database,
) -> None:
    school_id = await make_school(prepared)
    await publish_crafts(prepared)
    await publish(prepared, BOARD, make_chapter(SKY, ECHO, SALT))
    encoder = FakeEncoder()

    encoded = await encode_passages(prepared, encoder, BOARD)
    scope = Scope(school_id, BOARD, 8, "en")
    found = await by_meaning(prepared, encoder, scope, "echolike comebacks fromm wallz")

    assert encoded == 23
    assert found.passages[0].heading == "Echoes"
    assert found.passages[0].found_by == "meaning"
    assert len(found.passages) == 5


async def test_words_and_meaning_together_keep_the_right_passage_first(
    prepared: Database,
) -> None:
    school_id = await make_school(prepared)
    await publish_crafts(prepared)
    await publish(prepared, BOARD, make_chapter(ECHO, SALT))
    await publish(prepared, school_id, make_chapter(SKY))
    encoder = FakeEncoder()
    await encode_passages(prepared, encoder, BOARD)
    await encode_passages(prepared, encoder, school_id)

    scope = Scope(school_id, BOARD, 8, "en")
    found = await by_meaning(prepared, encoder, scope, "Why is the sky blue?")

    assert (found.passages[0].heading, found.passages[0].board) == ("The sky", None)
    assert found.passages[0].found_by == "asked"


async def test_a_script_that_the_encoder_does_not_know_goes_by_words(prepared: Database) -> None:
    school_id = await make_school(prepared)
    passage = NewPassage("आकाश", "आकाश नीला दिखता है।")
    await publish(prepared, BOARD, make_chapter(passage, language="hi"))
    encoder = FakeEncoder(scripts=frozenset({"latin"}), is_down=True)

    scope = Scope(school_id, BOARD, 8, "hi")
    found = await by_meaning(prepared, encoder, scope, "आकाश नीला क्यों है?")

    assert found.passages[0].heading == "आकाश"


async def test_vectors_of_another_encoder_are_never_compared(prepared: Database) -> None:
    school_id = await make_school(prepared)
    await publish(prepared, BOARD, make_chapter(SKY, ECHO, SALT))
    await encode_passages(prepared, FakeEncoder(tag="old/64"), BOARD)

    scope = Scope(school_id, BOARD, 8, "en")
    found = await by_meaning(prepared, FakeEncoder(tag="new/64"), scope, "echolike comebacks")

    assert found.passages == ()


async def test_only_what_changed_is_encoded_again(prepared: Database) -> None:
    encoder = FakeEncoder()
    await publish(prepared, BOARD, make_chapter(SKY, ECHO, SALT))
    await encode_passages(prepared, encoder, BOARD)
    encoder.asked.clear()

    await publish(prepared, BOARD, make_chapter(SKY, ECHO, NewPassage("Salt", "Salt is white.")))
    encoded = await encode_passages(prepared, encoder, BOARD)

    assert encoded == 1
    assert encoder.asked == ["Salt. Salt is white."]


async def test_exercises_get_no_vector(prepared: Database) -> None:
    exercise = NewPassage("Questions", "Why is the sky blue?", quotable=False)
    await publish(prepared, BOARD, make_chapter(SKY, exercise))

    assert await encode_passages(prepared, FakeEncoder(), BOARD) == 1


async def test_an_encoder_that_is_down_leaves_the_passages_for_the_next_time(
    prepared: Database,
) -> None:
    await publish(prepared, BOARD, make_chapter(SKY, ECHO))

    with pytest.raises(EncoderUnavailable):
        await encode_passages(prepared, FakeEncoder(is_down=True), BOARD)

    assert await encode_passages(prepared, FakeEncoder(), BOARD) == 2


async def test_a_schools_vectors_are_its_own(prepared: Database) -> None:
    mine, other = await make_school(prepared), await make_school(prepared)
    await publish(prepared, mine, make_chapter(SKY))
    encoder = FakeEncoder()
    await encode_passages(prepared, encoder, mine)

    async with prepared.school(other) as db:
        seen = await db.fetchval("SELECT count(*) FROM passage_vectors")
    found = await by_meaning(prepared, encoder, Scope(other, BOARD, 8, "en"), "blue sky")

    assert seen == 0
    assert found.passages == ()
