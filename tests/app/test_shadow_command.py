"""`vidya shadow` in a terminal."""

import asyncio

import pytest
from click.testing import CliRunner

from vidya.app.cli import main
from vidya.app.database import DatabaseAddresses
from vidya.app.demo import CODE
from vidya.core.db import Database
from vidya.domains.schools import service as schools


@pytest.fixture(autouse=True)
def _beside_a_server(addresses: DatabaseAddresses, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIDYA_DATABASE_URL", addresses.app)
    monkeypatch.setenv("VIDYA_DATABASE_OWNER_URL", addresses.owner)
    monkeypatch.setenv("VIDYA_DATABASE_ACROSS_URL", addresses.across)


async def type_command() -> str:
    result = await asyncio.to_thread(CliRunner().invoke, main, ["shadow"])
    return result.output


async def test_before_anything_is_compared_it_says_so(demo: Database) -> None:
    assert "Nothing is compared yet" in await type_command()


async def test_the_rate_stands_with_its_interval(demo: Database) -> None:
    async with demo.shared() as db:
        school_id = await schools.get_school_id(db, CODE)
    async with demo.school(school_id) as db:
        await db.execute(
            """
            INSERT INTO shadow_checks
            SELECT $1, gen_random_uuid(), CASE n % 2 WHEN 0 THEN 'alias' ELSE 'same_question' END,
                   true, 80, NULL, CASE WHEN n > 198 THEN NULL ELSE n = 1 END, now()
              FROM generate_series(1, 200) AS n
            """,
            school_id,
        )

    shown = (await type_command()).splitlines()

    assert [line.split()[0] for line in shown] == ["led", "alias", "same", "all"]
    assert shown[-1].split() == ["all", "198", "1", "0.51%", "0.09%", "–", "2.80%", "2"]
