"""A migrated database for a whole file of tests, where one for each would take too long."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import psycopg

from vidya.app.embedded_postgres.server import EmbeddedPostgres


@contextmanager
def database_of_its_own(postgres: EmbeddedPostgres) -> Iterator[str]:
    """The name of a copy of the migrated, empty database; dropped at the end."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(postgres.urls.superuser, autocommit=True) as superuser:
        superuser.execute(f'CREATE DATABASE "{name}" TEMPLATE vidya OWNER vidya_owner'.encode())
        try:
            yield name
        finally:
            superuser.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def renamed(url: str, database: str) -> str:
    """The address of another database of the same server."""
    return url.rsplit("/", 1)[0] + "/" + database
