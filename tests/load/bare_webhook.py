"""What a stored answer is measured against: a bare Starlette webhook, in a process of its own.

`python -m tests.load.bare_webhook PORT DATABASE_URL transaction|autocommit`: the same server
settings and pool as the product, the same form; one read, one insert, a few words of TwiML.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias
from urllib.parse import parse_qs

import asyncpg
import uvicorn
import uvloop
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

TABLES = """
    CREATE TABLE bare_callers (phone text PRIMARY KEY, name text NOT NULL);
    CREATE TABLE bare_turns (
        turn_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        call_sid text NOT NULL,
        words    text NOT NULL,
        at       timestamptz NOT NULL DEFAULT now()
    );
    GRANT SELECT ON bare_callers TO vidya_app;
    GRANT INSERT ON bare_turns TO vidya_app;
"""
_TURN = "/bare/turn"
_POOL = 20
Pool: TypeAlias = "asyncpg.Pool[asyncpg.Record]"


def bare_app(pool: Pool, *, answer: Callable[[Pool, str, str, str], Awaitable[str]]) -> Starlette:
    async def incoming(_request: Request) -> Response:
        return _gather("Ask.")

    async def turn(request: Request) -> Response:
        form = parse_qs((await request.body()).decode(), keep_blank_values=True)
        name = await answer(pool, form["From"][0], form["CallSid"][0], form["SpeechResult"][0])
        return _gather(f"{name}, that is noted.")

    return Starlette(
        routes=[
            Route("/voice/twilio/incoming", incoming, methods=["POST"]),
            Route(_TURN, turn, methods=["POST"]),
        ]
    )


async def in_a_transaction(pool: Pool, phone: str, call_sid: str, words: str) -> str:
    """BEGIN, one read, one insert, COMMIT."""
    async with pool.acquire() as db, db.transaction():
        return await _read_and_insert(db, phone, call_sid, words)


async def in_autocommit(pool: Pool, phone: str, call_sid: str, words: str) -> str:
    """One read, one insert, each by itself: half the round trips, and no whole."""
    async with pool.acquire() as db:
        return await _read_and_insert(db, phone, call_sid, words)


async def _read_and_insert(db: Any, phone: str, call_sid: str, words: str) -> str:
    name: str = await db.fetchval("SELECT name FROM bare_callers WHERE phone = $1", phone)
    await db.execute("INSERT INTO bare_turns (call_sid, words) VALUES ($1, $2)", call_sid, words)
    return name


def _gather(words: str) -> Response:
    return Response(
        f'<?xml version="1.0" encoding="UTF-8"?><Response><Gather input="speech" '
        f'action="{_TURN}"><Say language="en-IN">{words}</Say></Gather></Response>',
        media_type="text/xml",
    )


async def _no_reset(_connection: object) -> None:
    """As the product's pool: nothing is asked of the database between two transactions."""


async def _serve(port: int, url: str, answer: Callable[..., Awaitable[str]]) -> None:
    async with asyncpg.create_pool(
        url, min_size=1, max_size=_POOL, statement_cache_size=200, reset=_no_reset
    ) as pool:
        config = uvicorn.Config(
            bare_app(pool, answer=answer),
            port=port,
            http="httptools",
            ws="none",
            lifespan="off",
            backlog=8192,
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
        )
        server = uvicorn.Server(config)
        async with asyncio.TaskGroup() as group:
            group.create_task(server.serve())
            while not server.started:  # noqa: ASYNC110 - a few looks at the start
                await asyncio.sleep(0.01)
            print("ready", flush=True)


if __name__ == "__main__":
    variants = {"transaction": in_a_transaction, "autocommit": in_autocommit}
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(int(sys.argv[1]), sys.argv[2], variants[sys.argv[3]]))
