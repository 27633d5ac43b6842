"""The schema: on the PostgreSQL that we ship and the one before it, once or many times."""

import asyncio
import sys
from pathlib import Path

import asyncpg
import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from tests.conftest import QUICK
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.app.migrations import FOLDER, migrate


@pytest.mark.parametrize("major", [18, 16])
async def test_the_schema_is_made_on_both_releases_and_again_without_harm(
    tmp_path: Path, major: int
) -> None:
    server = EmbeddedPostgres(tmp_path / "data", major=major, settings=QUICK)
    urls = await asyncio.to_thread(server.start)
    try:
        await asyncio.gather(*(_migrate_apart(urls.owner) for _ in range(2)))
        await asyncio.to_thread(migrate, urls.owner)
        connection = await asyncpg.connect(urls.app)
        try:
            version = await connection.fetchval("SHOW server_version_num")
            tables = await connection.fetchval(
                "SELECT count(*) FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
            )
        finally:
            await connection.close()
    finally:
        await asyncio.to_thread(server.stop)

    assert int(version) // 10_000 == major
    assert tables > 20


def test_the_migrations_form_one_line_and_each_has_its_sql() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    script = ScriptDirectory.from_config(config)
    revisions = list(script.walk_revisions())

    assert len(script.get_heads()) == 1
    assert {file.stem for file in (FOLDER / "sql").iterdir()} == {
        Path(revision.path).stem for revision in revisions
    }


async def _migrate_apart(owner_url: str) -> None:
    """In a process of its own, as when two machines start together."""
    program = "import sys; from vidya.app.migrations import migrate; migrate(sys.argv[1])"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, owner_url)
    assert await process.wait() == 0
