"""`/readyz` tells a balancer when the database or the queue is down, and when they are back."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import aiohttp
import asyncpg
import pytest

from tests.running import Running, run_product
from vidya.app.database import DatabaseAddresses
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.app.migrations import migrate
from vidya.core.security import Keys
from vidya.core.settings import Settings

SOON = 12


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedPostgres]:
    """A server of these tests' own, that they may stop."""
    folder = tmp_path_factory.mktemp("readiness")
    with EmbeddedPostgres(folder / "data", settings={"fsync": "off"}) as started:
        migrate(started.urls.owner)
        yield started


@pytest.fixture
async def running_on_it(
    server: EmbeddedPostgres, settings: Settings, keys: Keys, session: aiohttp.ClientSession
) -> AsyncIterator[Running]:
    urls = server.urls
    addresses = DatabaseAddresses(urls.owner, urls.app, urls.across, urls.app)
    async with run_product(settings, addresses, keys, session) as started:
        yield started


async def test_a_product_whose_parts_are_up_is_ready(running_on_it: Running) -> None:
    assert await _ask(running_on_it, "/readyz") == (200, "ready")
    assert await _ask(running_on_it, "/livez") == (200, "alive")
    assert (await _ask(running_on_it, "/health"))[0] == 200


async def test_it_is_not_ready_while_the_database_is_away_and_ready_again_after(
    running_on_it: Running, server: EmbeddedPostgres
) -> None:
    await asyncio.to_thread(server.stop)
    while_away = await _until(running_on_it, 503, naming="database")
    alive, _ = await _ask(running_on_it, "/livez")
    health, _ = await _ask(running_on_it, "/health")
    await asyncio.to_thread(server.start)
    after = await _until(running_on_it, 200)

    assert while_away.startswith("not ready: ")
    assert (alive, health) == (200, 503)
    assert after == "ready"


async def test_it_is_not_ready_while_the_queue_is_down_and_ready_again_after(
    running_on_it: Running, server: EmbeddedPostgres
) -> None:
    await _as_superuser(server, "ALTER TABLE pgqueuer RENAME TO pgqueuer_away")
    while_down = await _until(running_on_it, 503, naming="queue callers")
    await _as_superuser(server, "ALTER TABLE pgqueuer_away RENAME TO pgqueuer")
    after = await _until(running_on_it, 200)

    assert "database" not in while_down
    assert after == "ready"


async def _ask(running: Running, path: str) -> tuple[int, str]:
    async with running.session.get(running.url + path) as answer:
        return answer.status, await answer.text()


async def _until(running: Running, status: int, *, naming: str = "") -> str:
    """What `/readyz` says once it answers so."""
    answered, text = 0, ""
    async with asyncio.timeout(SOON):
        while answered != status or naming not in text:
            answered, text = await _ask(running, "/readyz")
    return text


async def _as_superuser(server: EmbeddedPostgres, statement: str) -> None:
    superuser = await asyncpg.connect(server.urls.superuser)
    try:
        await superuser.execute(statement)
    finally:
        await superuser.close()
