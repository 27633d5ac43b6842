"""Work that is done later: enqueued in the transaction that asks for it, at least once.

A `Job` is a name, a queue and a function; `app/registry.py` lists them all. The queue is
pgqueuer's, in the same database.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

import msgspec
from pgqueuer.adapters.drivers.asyncpg import AsyncpgDriver
from pgqueuer.adapters.persistence.qb import (
    QueryBuilderEnvironment,
    QueryQueueBuilder,
    QuerySchedulerBuilder,
)
from pgqueuer.adapters.persistence.queries import Queries
from pgqueuer.domain.settings import DBSettings
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource
from typing_extensions import override

from vidya.core.db import Connection

JsonValue = str | int | bool | None


class Queue(StrEnum):
    """Who waits for it. Each queue has workers of its own, so that none stands behind another."""

    callers = "callers"  # somebody is on the line
    background = "background"  # nobody waits


@dataclass(frozen=True)
class Job:
    name: str
    queue: Queue
    run: Callable[..., Awaitable[None]]
    """Called with the payload's names; safe to run twice."""
    tries: int = 5


@dataclass(frozen=True)
class Schedule:
    name: str
    cron: str
    """Five fields, in UTC."""
    run: Callable[[], Awaitable[None]]


async def enqueue(
    db: Connection,
    name: str,
    *,
    dedupe: str | None = None,
    after: timedelta | None = None,
    **payload: JsonValue,
) -> None:
    """Have the job run once this transaction commits.

    While a job with the same `dedupe` key waits or runs, a second one is nothing.
    """
    await queue_of(db).enqueue(
        name,
        msgspec.json.encode(payload),
        execute_after=after,
        dedupe_key=f"{name}:{dedupe}" if dedupe else None,
        on_conflict="skip",
    )


def queue_of(db: Connection) -> Queries:
    """The queue, on this connection: to enqueue, to list what is held, to release it."""
    return Queries(AsyncpgDriver(_plain(db)), **STATEMENTS)


def read_payload(payload: bytes | None) -> dict[str, JsonValue]:
    return msgspec.json.decode(payload or b"{}", type=dict[str, JsonValue])


class _Names(DBSettings):
    """The names that our migrations gave the queue's tables, whatever the environment holds.

    By itself the library takes them from variables as common as CHANNEL and FUNCTION.
    """

    @classmethod
    @override
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)


NAMES = _Names()
STATEMENTS: dict[str, Any] = {
    "qbe": QueryBuilderEnvironment(NAMES),
    "qbq": QueryQueueBuilder(NAMES),
    "qbs": QuerySchedulerBuilder(NAMES),
}
"""What `Queries` needs to find the queue's tables."""


def _plain(db: Connection) -> Any:
    """Pgqueuer's driver is typed for a connection; the pool's proxy serves as well."""
    return db
