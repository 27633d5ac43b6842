"""The demo school for tests that phone it: loaded once, and copied for each of them."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg.rows import dict_row

from vidya.app.database import DatabaseAddresses
from vidya.app.demo import load_demo
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.core import clock
from vidya.core.db import Database
from vidya.core.security import Keys

Look = Callable[..., list[dict[str, Any]]]
"""(SQL, parameters) → rows of all schools, as no role of the product sees them."""


@pytest.fixture(scope="session")
def stocked(postgres: EmbeddedPostgres) -> str:
    """The name of a database that holds the demo school.

    Named afresh: whichever conftest takes this fixture over has a copy of its own.
    """
    name = f"stocked_{uuid4().hex}"
    with psycopg.connect(_named(postgres.urls.superuser, "postgres"), autocommit=True) as superuser:
        superuser.execute(f'CREATE DATABASE "{name}" TEMPLATE vidya OWNER vidya_owner')
    with ThreadPoolExecutor(1) as aside:  # the test's own event loop stays as it is
        aside.submit(asyncio.run, _load(_named(postgres.urls.app, name))).result()
    return name


@contextmanager
def own_database(postgres: EmbeddedPostgres, stocked: str) -> Iterator[DatabaseAddresses]:
    """A database with the demo school, dropped at the end."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(_named(postgres.urls.superuser, "postgres"), autocommit=True) as superuser:
        superuser.execute(f'CREATE DATABASE "{name}" TEMPLATE "{stocked}" OWNER vidya_owner')
        try:
            urls = postgres.urls
            yield DatabaseAddresses(
                owner=_named(urls.owner, name),
                app=_named(urls.app, name),
                across=_named(urls.across, name),
                direct=_named(urls.app, name),
            )
        finally:
            superuser.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def onlooker(postgres: EmbeddedPostgres, addresses: DatabaseAddresses) -> Iterator[Look]:
    name = addresses.app.rsplit("/", 1)[1]
    with psycopg.connect(
        _named(postgres.urls.superuser, name), autocommit=True, row_factory=dict_row
    ) as superuser:
        yield lambda sql, *parameters: superuser.execute(sql, parameters).fetchall()


@pytest.fixture
def addresses(postgres: EmbeddedPostgres, stocked: str) -> Iterator[DatabaseAddresses]:
    """A database with the demo school that is this test's alone."""
    with own_database(postgres, stocked) as addresses:
        yield addresses


@pytest.fixture
def keys() -> Keys:
    return demo_keys()


@pytest.fixture
async def demo(database: Database) -> Database:
    return database


@pytest.fixture
def look(postgres: EmbeddedPostgres, addresses: DatabaseAddresses) -> Iterator[Look]:
    with onlooker(postgres, addresses) as look:
        yield look


@pytest.fixture
def free_port() -> int:
    """A port that nobody listens on, for a second process."""
    return find_free_port()


def find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def demo_keys() -> Keys:
    """What the phone numbers of the demo school are hashed and sealed with."""
    return Keys(bytes(range(32)))


async def _load(url: str) -> None:
    database = await Database.connect(url, size=2)
    try:
        await load_demo(database, demo_keys(), now=clock.now())
    finally:
        await database.close()


def _named(url: str, database: str) -> str:
    return url.rsplit("/", 1)[0] + "/" + database
