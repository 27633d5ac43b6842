"""Every table keeps schools apart, or stands on a short list with its reason."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from tests.database import catalogue
from tests.database.catalogue import ACROSS, APP, NOT_CONFINED
from vidya.app.embedded_postgres.credentials import DatabaseUrls
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.core.db import Connection

OWN_SCHOOL = (
    "(school_id = (NULLIF(current_setting('vidya.school_id'::text, true), ''::text))::uuid)"
)


@pytest.fixture
async def db(postgres: EmbeddedPostgres) -> AsyncIterator[Connection]:
    """As the owner, who may read the whole catalogue; here it is only read."""
    opened = await asyncpg.connect(postgres.urls.owner)
    yield opened
    await opened.close()


async def test_every_table_is_confined_to_a_school_or_on_the_list(db: Connection) -> None:
    tables = await catalogue.tables(db)

    unconfined = {table.name for table in tables if not table.is_confined}
    assert unconfined == set(NOT_CONFINED)
    assert len(tables) > len(unconfined) + 15


async def test_school_id_leads_the_primary_key_of_every_confined_table(db: Connection) -> None:
    keys = {table.name: table.key for table in await catalogue.tables(db) if table.is_confined}

    assert {name: key for name, key in keys.items() if key[:1] != ["school_id"]} == {}


async def test_school_id_leads_every_index_of_every_confined_table(db: Connection) -> None:
    confined = {table.name for table in await catalogue.tables(db) if table.is_confined}
    indexes = [index for index in await catalogue.indexes(db) if index.table in confined]

    assert [index for index in indexes if index.leading != "school_id"] == []
    assert {index.table for index in indexes} == confined


async def test_every_confined_table_has_the_one_policy_of_the_app(db: Connection) -> None:
    confined = {table.name for table in await catalogue.tables(db) if table.is_confined}
    policies = [p for p in await catalogue.policies(db) if p.roles == ["vidya_app"]]

    assert {policy.table for policy in policies} == confined
    assert len(policies) == len(confined)
    assert {(p.using, p.check, p.command) for p in policies} == {(OWN_SCHOOL, OWN_SCHOOL, "ALL")}


async def test_the_only_other_policies_are_those_across_schools(db: Connection) -> None:
    confined = {table.name for table in await catalogue.tables(db) if table.is_confined}
    others = [p for p in await catalogue.policies(db) if p.roles != ["vidya_app"]]

    assert {policy.table for policy in others} == set(ACROSS) & confined
    assert {tuple(policy.roles) for policy in others} == {("vidya_across",)}


async def test_the_role_across_schools_may_do_what_is_listed_and_no_more(db: Connection) -> None:
    assert await catalogue.privileges(db, "vidya_across") == dict(ACROSS)


async def test_the_app_may_read_and_write_rows_and_no_more(db: Connection) -> None:
    held = await catalogue.privileges(db, "vidya_app")

    assert {name: may for name, may in held.items() if not may <= APP} == {}


async def test_the_owner_owns_everything_and_the_serving_roles_nothing(db: Connection) -> None:
    owned = await db.fetch("""
        SELECT pg_get_userbyid(owner) AS owner, count(*) FROM (
            SELECT relowner AS owner FROM pg_class WHERE relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT typowner FROM pg_type WHERE typnamespace = 'public'::regnamespace
               AND typname LIKE '%pgqueuer%'
            UNION ALL
            SELECT proowner FROM pg_proc
             WHERE pronamespace = 'public'::regnamespace AND proname ~ 'school|pgqueuer'
        ) objects GROUP BY 1
    """)

    assert [row["owner"] for row in owned] == ["vidya_owner"]


async def test_the_serving_roles_are_plain_and_members_of_none(db: Connection) -> None:
    powerful = await db.fetch("""
        SELECT rolname FROM pg_roles
         WHERE rolname IN ('vidya_app', 'vidya_across', 'vidya_owner')
           AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
    """)
    memberships = await db.fetch("""
        SELECT 1 FROM pg_auth_members
         WHERE member IN ('vidya_app'::regrole, 'vidya_across'::regrole, 'vidya_owner'::regrole)
    """)

    assert powerful == []
    assert memberships == []


async def test_nothing_runs_with_the_rights_of_another_role(db: Connection) -> None:
    """A SECURITY DEFINER function or a view of the owner's would go around the policies."""
    ways_around = await db.fetch("""
        SELECT proname AS name FROM pg_proc
         WHERE prosecdef AND pronamespace = 'public'::regnamespace
        UNION ALL
        SELECT relname FROM pg_class
         WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
    """)

    assert ways_around == []


@pytest.mark.parametrize("role", ["app", "across"])
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (id int)",
        "CREATE TEMPORARY TABLE mine (id int)",
        "ALTER TABLE questions DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE questions NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY own_school ON questions",
        "TRUNCATE questions",
        "SET ROLE vidya_owner",
        "SET SESSION AUTHORIZATION vidya_owner",
        "SET session_replication_role = replica",
    ],
)
async def test_the_serving_roles_cannot_change_the_rules(
    postgres: EmbeddedPostgres, role: str, statement: str
) -> None:
    urls: DatabaseUrls = postgres.urls
    db = await asyncpg.connect(urls.app if role == "app" else urls.across)
    try:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await db.execute(statement)
    finally:
        await db.close()
