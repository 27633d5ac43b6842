"""Books that were published before are found as well after the upgrade."""

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import asyncpg
import psycopg
import pytest
from alembic import command
from alembic.config import Config

from tests.curriculum.makers import BOARD
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.app.migrations import FOLDER, migrate
from vidya.core.db import Database
from vidya.domains.curriculum import service as curriculum
from vidya.domains.curriculum.models import Scope
from vidya.domains.curriculum.terms import term_number

SCHOOL_ID = uuid4()


@pytest.fixture
async def upgraded(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    """A database whose books were there before the search knew how often a term occurs."""
    name = f"test_{uuid4().hex}"
    urls = postgres.urls
    with psycopg.connect(_renamed(urls.superuser, "postgres"), autocommit=True) as superuser:
        superuser.execute(f'CREATE DATABASE "{name}" OWNER vidya_owner'.encode())
        try:
            await asyncio.to_thread(_upgrade_to_before, _renamed(urls.owner, name))
            await _publish_as_before(_renamed(urls.superuser, name))
            await asyncio.to_thread(migrate, _renamed(urls.owner, name))
            database = await Database.connect(_renamed(urls.app, name), size=2)
            yield database
            await database.close()
        finally:
            superuser.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@pytest.mark.parametrize("subject", [None, "science"])
async def test_what_was_published_before_is_found_by_class_and_subject(
    upgraded: Database, subject: str | None
) -> None:
    scope = Scope(SCHOOL_ID, BOARD, 8, "en")
    async with upgraded.school(SCHOOL_ID) as db:
        found = await curriculum.search(db, scope, question="blue sky", subject=subject)

    assert [passage.board for passage in found.passages] == [None, BOARD]
    assert not found.reach.other_subjects


def _upgrade_to_before(owner_url: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    url = owner_url.replace("postgresql://", "postgresql+psycopg://", 1)
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    command.upgrade(config, "0007")


async def _publish_as_before(superuser_url: str) -> None:
    db = await asyncpg.connect(superuser_url)
    try:
        await db.execute("SET session_replication_role = replica")
        for prefix, key, owner in (("", "school_id", SCHOOL_ID), ("board_", "board", BOARD)):
            for statement, arguments in _rows():
                await db.execute(statement.format(prefix=prefix, key=key), owner, *arguments)
    finally:
        await db.close()


def _rows() -> list[tuple[str, tuple[object, ...]]]:
    chapter_id = uuid4()
    return [
        (
            "INSERT INTO {prefix}chapters ({key}, chapter_id, slug, title, subject, grade, language,"
            " position, content_hash, published_at)"
            " VALUES ($1, $2, 'sky', 'The sky', 'science', 8, 'en', 1, '', now())",
            (chapter_id,),
        ),
        (
            "INSERT INTO {prefix}passages ({key}, passage_no, chapter_id, position, heading, body,"
            " content_hash) OVERRIDING SYSTEM VALUE VALUES ($1, 7, $2, 1, 'Sky', 'Blue sky.', '')",
            (chapter_id,),
        ),
        (
            "INSERT INTO {prefix}postings ({key}, term, grade, passage_no, frequency, words)"
            " SELECT $1, term, 8, 7, 3, 20 FROM unnest($2::bigint[]) AS t (term)",
            ([term_number("blue", "en"), term_number("sky", "en")],),
        ),
        (
            "INSERT INTO {prefix}corpora ({key}, language, grade, passages, words)"
            " VALUES ($1, 'en', 8, 40, 800)",
            (),
        ),
    ]


def _renamed(url: str, database: str) -> str:
    return url.rsplit("/", 1)[0] + "/" + database
