"""A stored answer's turn against the bare webhook: the CPU of each, round by round, side by side."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from time import perf_counter

import asyncpg
import psutil

from tests.load import bare_webhook
from tests.load.call import Call
from tests.load.figures import Round
from tests.load.lines import Lines
from tests.load.processes import cpu_seconds, first_line, postgres_cpu_seconds, program
from tests.load.product import AUTH_TOKEN, StartedProduct, free_port
from tests.load.results import StoredTurns
from tests.load.school import Child
from vidya.app.demo import LINE

AT_ONCE = 32
RATE = 300.0
"""Requests a second, some more than a thousand callers make."""
_ROUNDS = 4
_ROUND_SECONDS = 4.0
_FLAT_OUT_ROUNDS = 3
_FLAT_OUT_SECONDS = 2.0
_WARM_SECONDS = 2.0


@dataclass(frozen=True)
class Contender:
    """A server, and calls to it that are under way."""

    process: psutil.Process
    postmaster: psutil.Process
    talks: tuple["Talk", ...]


@dataclass(frozen=True)
class Talk:
    call: Call
    language: str
    questions: Iterator[str]
    """Without an end."""

    async def ask(self) -> float:
        """The milliseconds of one turn."""
        return (await self.call.say(next(self.questions), language=self.language)).ms


async def measure(
    product: StartedProduct,
    children: Sequence[Child],
    questions: Mapping[str, list[str]],
    *,
    tell: Callable[[str], None],
) -> StoredTurns:
    """The servers take turns, several times over: at one rate, then as fast as each can."""
    await _make_tables(product.urls.owner, children)
    with ExitStack() as stack:
        servers = {
            "ours": (product.port, product.process),
            "transaction": _start_bare(stack, product.urls.app, "transaction"),
            "autocommit": _start_bare(stack, product.urls.app, "autocommit"),
        }
        async with _contenders(product, servers, children, questions) as contenders:
            for contender in contenders.values():
                await _ask(contender, seconds=_WARM_SECONDS, rate=RATE)
            steady = await _alternate(contenders, _ROUNDS, _ROUND_SECONDS, RATE, tell)
            flat_out = await _alternate(contenders, _FLAT_OUT_ROUNDS, _FLAT_OUT_SECONDS, None, tell)
    return StoredTurns(rate=RATE, steady=steady, flat_out=flat_out)


async def _alternate(
    contenders: Mapping[str, Contender],
    rounds: int,
    seconds: float,
    rate: float | None,
    tell: Callable[[str], None],
) -> dict[str, list[Round]]:
    """Rounds by contender; rounds of the same number lie beside each other in time."""
    done: dict[str, list[Round]] = {name: [] for name in contenders}
    for number in range(1, rounds + 1):
        for name, contender in contenders.items():
            done[name].append(await _round(contender, seconds, rate))
        costs = ", ".join(f"{name} {one[-1].server_us:.0f} µs" for name, one in done.items())
        pace = f"at {rate:.0f} a second" if rate else "flat out"
        tell(f"stored turns {pace}, {number} of {rounds}: {costs} a request")
    return done


async def _round(contender: Contender, seconds: float, rate: float | None) -> Round:
    server = cpu_seconds(contender.process)
    database = postgres_cpu_seconds(contender.postmaster)
    latencies = await _ask(contender, seconds=seconds, rate=rate)
    return Round(
        requests=len(latencies),
        server_seconds=cpu_seconds(contender.process) - server,
        database_seconds=postgres_cpu_seconds(contender.postmaster) - database,
        latencies_ms=tuple(latencies),
    )


async def _ask(contender: Contender, *, seconds: float, rate: float | None) -> list[float]:
    """The milliseconds of each turn, `rate` of them a second; None is one after the other."""
    latencies: list[float] = []
    begin = perf_counter()
    step = 1 / rate if rate else 0.0

    async def ask(talk: Talk, lane: int) -> None:
        due = begin + step * lane
        while max(due, perf_counter()) < begin + seconds:
            await asyncio.sleep(due - perf_counter())
            latencies.append(await talk.ask())
            due += step * len(contender.talks)

    async with asyncio.TaskGroup() as group:
        for lane, talk in enumerate(contender.talks):
            group.create_task(ask(talk, lane))
    return latencies


@asynccontextmanager
async def _contenders(
    product: StartedProduct,
    servers: Mapping[str, tuple[int, psutil.Process]],
    children: Sequence[Child],
    questions: Mapping[str, list[str]],
) -> AsyncIterator[dict[str, Contender]]:
    lines = {name: Lines(port) for name, (port, _) in servers.items()}
    contenders = {
        name: Contender(
            process,
            product.postmaster,
            tuple(_talk(lines[name], child, questions) for child in children[:AT_ONCE]),
        )
        for name, (_, process) in servers.items()
    }
    for contender in contenders.values():
        for talk in contender.talks:
            await talk.call.dial()
    yield contenders
    for talk in contenders["ours"].talks:
        await talk.call.hang_up()
    for opened in lines.values():
        opened.close()


def _talk(lines: Lines, child: Child, questions: Mapping[str, list[str]]) -> Talk:
    call = Call(lines, caller=child.phone, dialled=LINE, auth_token=AUTH_TOKEN)
    return Talk(call, child.language, cycle(questions[child.language]))


def _start_bare(stack: ExitStack, url: str, variant: str) -> tuple[int, psutil.Process]:
    port = free_port()
    started = stack.enter_context(program("tests.load.bare_webhook", str(port), url, variant))
    first_line(started)
    return port, psutil.Process(started.pid)


async def _make_tables(owner_url: str, children: Sequence[Child]) -> None:
    connection = await asyncpg.connect(owner_url)
    try:
        await connection.execute(bare_webhook.TABLES)
        await connection.executemany(
            "INSERT INTO bare_callers (phone, name) VALUES ($1, $2)",
            [(child.phone, f"Child {number}") for number, child in enumerate(children)],
        )
    finally:
        await connection.close()
