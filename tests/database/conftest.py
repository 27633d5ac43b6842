"""Connections that only the tests of the database need."""

from collections.abc import AsyncIterator

import pytest

from vidya.app.database import DatabaseAddresses
from vidya.core.db import Database


@pytest.fixture
async def narrow(addresses: DatabaseAddresses) -> AsyncIterator[Database]:
    """A pool of one connection, for which nobody waits longer than 0.4 seconds."""
    opened = await Database.connect(addresses.app, size=1, patience=0.4)
    yield opened
    await opened.close()
