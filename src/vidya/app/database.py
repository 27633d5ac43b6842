"""Which database the product stands on: one that is given, or the embedded one."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from vidya.app.embedded_postgres.credentials import DatabaseUrls
from vidya.app.embedded_postgres.server import EmbeddedPostgres, running_urls
from vidya.core.errors import BadInput
from vidya.core.settings import Settings

_log = logging.getLogger(__name__)


class DatabaseAddressMissing(BadInput): ...


@dataclass(frozen=True)
class DatabaseAddresses:
    owner: str
    """As vidya_owner, to migrate."""
    app: str
    """As vidya_app, to serve."""
    across: str
    """As vidya_across, for work across schools."""
    direct: str
    """As vidya_app past any pooler, to listen."""


@contextmanager
def database_addresses(settings: Settings) -> Iterator[DatabaseAddresses]:
    """Where to connect; an embedded server is started, and stopped at the end."""
    if settings.database_url is not None:
        yield _given(settings)
        return
    with EmbeddedPostgres(settings.data_dir.absolute() / "postgres") as server:
        yield _embedded(server.urls)


@contextmanager
def addresses_beside_a_server(settings: Settings) -> Iterator[DatabaseAddresses]:
    """For a command in a terminal: the database of the server that runs, or one of its own."""
    running = (
        running_urls(settings.data_dir.absolute() / "postgres")
        if settings.database_url is None
        else None
    )
    if running is not None:
        yield _embedded(running)
        return
    with database_addresses(settings) as addresses:
        yield addresses


def _given(settings: Settings) -> DatabaseAddresses:
    app = _required(settings, "database_url")
    direct = settings.database_direct_url
    return DatabaseAddresses(
        owner=_required(settings, "database_owner_url"),
        app=app,
        across=_required(settings, "database_across_url"),
        direct=direct.get_secret_value() if direct else app,
    )


def _required(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    if value is None:
        raise DatabaseAddressMissing(
            f"VIDYA_DATABASE_URL is set, so VIDYA_{name.upper()} must be too: the same database, "
            "with the role that its name says."
        )
    return str(value.get_secret_value())


def _embedded(urls: DatabaseUrls) -> DatabaseAddresses:
    return DatabaseAddresses(urls.owner, urls.app, urls.across, urls.app)
