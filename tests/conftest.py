"""What tests stand on: a real PostgreSQL, a database of one's own, and the product running on it."""

import os
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from uuid import uuid4

import aiohttp
import psycopg
import pytest

from tests.running import Running, run_product
from vidya.app.database import DatabaseAddresses
from vidya.app.demo import load_demo
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.app.migrations import migrate
from vidya.core import clock
from vidya.core.db import Database
from vidya.core.http import open_session
from vidya.core.security import Keys
from vidya.core.settings import Settings

QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own settings must not decide whether a test passes."""
    for name in list(os.environ):
        if name.startswith("VIDYA_"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedPostgres]:
    """One server a test process; it keeps nothing through a crash, for speed."""
    folder = tmp_path_factory.mktemp("postgres")
    with EmbeddedPostgres(folder / "data", settings={**QUICK, "max_connections": "300"}) as server:
        migrate(server.urls.owner)
        yield server


@pytest.fixture
def addresses(postgres: EmbeddedPostgres) -> Iterator[DatabaseAddresses]:
    """A migrated, empty database that is this test's alone."""
    name = f"test_{uuid4().hex}"
    # Not through `vidya` itself: a template that somebody is connected to cannot be copied.
    maintenance = _renamed(postgres.urls.superuser, "postgres")
    with psycopg.connect(maintenance, autocommit=True) as superuser:
        superuser.execute(f'CREATE DATABASE "{name}" TEMPLATE vidya OWNER vidya_owner')
        try:
            urls = postgres.urls
            yield DatabaseAddresses(
                owner=_renamed(urls.owner, name),
                app=_renamed(urls.app, name),
                across=_renamed(urls.across, name),
                direct=_renamed(urls.app, name),
            )
        finally:
            superuser.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def keys() -> Keys:
    return Keys(bytes(range(32)))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data", port=_free_port(), _env_file=None)


@pytest.fixture
async def database(addresses: DatabaseAddresses) -> AsyncIterator[Database]:
    opened = await Database.connect(addresses.app, size=5)
    yield opened
    await opened.close()


@pytest.fixture
async def demo(database: Database, keys: Keys) -> Database:
    """A database with the demo school and its books."""
    await load_demo(database, keys, now=clock.now())
    return database


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with open_session() as opened:
        yield opened


@pytest.fixture
async def running(
    demo: Database,
    settings: Settings,
    addresses: DatabaseAddresses,
    keys: Keys,
    session: aiohttp.ClientSession,
) -> AsyncIterator[Running]:
    """The whole product with the demo school, on a port of its own."""
    async with run_product(settings, addresses, keys, session) as started:
        yield started


@pytest.fixture
def run_with(
    demo: Database,
    settings: Settings,
    addresses: DatabaseAddresses,
    keys: Keys,
    session: aiohttp.ClientSession,
) -> Callable[..., AbstractAsyncContextManager[Running]]:
    """Runs the product with the settings that a test changes, as an async context."""

    def run(**changes: object) -> AbstractAsyncContextManager[Running]:
        changed = Settings.model_validate({**settings.model_dump(), **changes})
        return run_product(changed, addresses, keys, session)

    return run


def _renamed(url: str, database: str) -> str:
    return url.rsplit("/", 1)[0] + "/" + database


def _free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
