"""Runs the product: the web server and the workers in one process, until told to stop."""

import asyncio
import gc
import logging
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
import uvloop
from typing_extensions import override

from vidya.app.api import create_app
from vidya.app.database import DatabaseAddresses
from vidya.app.demo import load_demo
from vidya.app.health import Health
from vidya.app.wiring import Product, open_product
from vidya.core import clock
from vidya.core.db import Database
from vidya.core.errors import Conflict
from vidya.core.security import Keys
from vidya.core.settings import Settings

_log = logging.getLogger(__name__)
_DRAIN_SECONDS = 20
_READY_SECONDS = 15
_GARBAGE_FROM = 20_000


class PortTaken(Conflict): ...


def bind(settings: Settings) -> socket.socket:
    """The listening socket; PortTaken names the port and the way out."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as failure:
        listener.close()
        raise PortTaken(
            f"Port {settings.port} on {settings.host} cannot be used ({failure.strerror}). "
            f"Choose another one: VIDYA_PORT={settings.port + 1} make run"
        ) from failure
    return listener


def serve(
    settings: Settings,
    addresses: DatabaseAddresses,
    keys: Keys,
    *,
    listener: socket.socket | None,
    demo: bool,
    ready: Callable[[Product], None],
) -> None:
    """Block until SIGTERM or SIGINT, then finish what is in hand. `ready` runs once all is up."""

    async def run() -> None:
        stopping = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stopping.set)
        if demo:
            await _load_demo(addresses, keys)
        await run_until(stopping, settings, addresses, keys, listener=listener, ready=ready)

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(run())


async def run_until(
    stopping: asyncio.Event,
    settings: Settings,
    addresses: DatabaseAddresses,
    keys: Keys,
    *,
    listener: socket.socket | None,
    ready: Callable[[Product], None],
) -> None:
    """Serve and work until `stopping` is set; what was taken in hand is finished first."""
    async with open_product(settings, addresses, keys) as product:
        health = Health(product)
        _collect_seldom()
        server = _Server(_config(product, health)) if listener else None
        async with asyncio.TaskGroup() as background:
            news = background.create_task(product.news.run())
            async with asyncio.TaskGroup() as running:
                for worker in product.workers:
                    running.create_task(worker.run())
                if server and listener:
                    running.create_task(server.serve(sockets=[listener]))
                running.create_task(_announce(product, server, stopping, ready))
                await stopping.wait()
                _log.info("Stopping: what is in hand is finished first.")
                health.draining = True
                if server:
                    server.should_exit = True
                for worker in product.workers:
                    worker.stop()
            news.cancel()


def _collect_seldom() -> None:
    """A turn makes a few thousand objects and no cycles; looking for some took 6 % of the CPU.

    What is there by now stays, and is not looked at again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE_FROM, 20, 50)


async def _load_demo(addresses: DatabaseAddresses, keys: Keys) -> None:
    database = await Database.connect(addresses.app, size=2)
    try:
        await load_demo(database, keys, now=clock.now())
    finally:
        await database.close()


def _config(product: Product, health: Health) -> uvicorn.Config:
    return uvicorn.Config(
        create_app(product, health),
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        lifespan="off",
        backlog=8192,
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=_DRAIN_SECONDS,
    )


class _Server(uvicorn.Server):
    """Signals are ours: the workers must hear of them too."""

    @override
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _announce(
    product: Product,
    server: uvicorn.Server | None,
    stopping: asyncio.Event,
    ready: Callable[[Product], None],
) -> None:
    """Say that the product is ready once every part of it is."""
    try:
        async with asyncio.timeout(_READY_SECONDS):
            while not (  # noqa: ASYNC110 - a few looks at the start, over three kinds of parts
                product.news.connected
                and all(worker.is_up for worker in product.workers)
                and (server is None or server.started)
            ):
                await asyncio.sleep(0.02)
    except TimeoutError:
        _log.warning("Not everything is up yet; /readyz says what is missing.")
    if not stopping.is_set():
        ready(product)
