"""A connection that asks PostgreSQL for the plan of every statement before it runs it."""

import json
from collections.abc import Iterator
from typing import Any, cast

from vidya.core.db import Connection


class Plans:
    """Stands in for the connection that queries are given; `scans` tells what they would read."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._plans: list[dict[str, Any]] = []

    @property
    def connection(self) -> Connection:
        return cast("Connection", self)

    async def fetch(self, statement: str, *arguments: object) -> Any:
        await self._explain(statement, arguments)
        return await self._db.fetch(statement, *arguments)

    async def fetchrow(self, statement: str, *arguments: object) -> Any:
        await self._explain(statement, arguments)
        return await self._db.fetchrow(statement, *arguments)

    async def fetchval(self, statement: str, *arguments: object) -> Any:
        await self._explain(statement, arguments)
        return await self._db.fetchval(statement, *arguments)

    async def execute(self, statement: str, *arguments: object) -> Any:
        await self._explain(statement, arguments)
        return await self._db.execute(statement, *arguments)

    def sequential_scans(self) -> set[str]:
        """The tables that are read from end to end."""
        return {
            node["Relation Name"]
            for plan in self._plans
            for node in _nodes(plan)
            if node["Node Type"] == "Seq Scan"
        }

    def indexes(self) -> set[str]:
        return {
            node["Index Name"]
            for plan in self._plans
            for node in _nodes(plan)
            if "Index Name" in node and "Index Cond" in node
        }

    async def _explain(self, statement: str, arguments: tuple[object, ...]) -> None:
        """For these arguments, and for any: a prepared statement is soon planned once for all."""
        for option in ("GENERIC_PLAN off", "GENERIC_PLAN on"):
            text = await self._db.fetchval(
                f"EXPLAIN (FORMAT JSON, {option}) {statement}", *arguments
            )
            self._plans += [explained["Plan"] for explained in json.loads(text)]


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from _nodes(part)
