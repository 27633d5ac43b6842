"""More connections to the database of a test: of a second process, and of its superuser."""

from collections.abc import AsyncIterator

import pytest

from vidya.app.database import DatabaseAddresses
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.core.db import Database


@pytest.fixture
async def two_pools(addresses: DatabaseAddresses) -> AsyncIterator[list[Database]]:
    opened = [await Database.connect(addresses.app, size=4) for _ in range(2)]
    yield opened
    for database in opened:
        await database.close()


@pytest.fixture
def superuser(postgres: EmbeddedPostgres, addresses: DatabaseAddresses) -> str:
    """The address of the test's own database, for who may do anything."""
    return postgres.urls.superuser.rsplit("/", 1)[0] + "/" + addresses.app.rsplit("/", 1)[1]
