"""Whether the product lives, is ready, and how it does."""

import socket

import psutil
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from vidya.app.wiring import Product
from vidya.core.metrics import REQUESTS_IN_FLIGHT
from vidya.core.origin import is_internal

_NOT_OURS = "Only served inside: from this machine or a private network."


class Health:
    """`/livez` and `/readyz` for orchestrators, `/health` for balancers, `/metrics`."""

    def __init__(self, product: Product) -> None:
        self._product = product
        self._process = psutil.Process()
        self._process.cpu_percent()  # the first reading only starts the clock
        self.draining = False

    def routes(self) -> list[Route]:
        return [
            Route("/livez", self.livez),
            Route("/readyz", self.readyz),
            Route("/health", self.health),
            Route("/metrics", self.metrics),
        ]

    async def livez(self, _request: Request) -> Response:
        return PlainTextResponse("alive")

    async def readyz(self, _request: Request) -> Response:
        """200 while the database answers and the queue is worked; else 503 with what is down."""
        down = await self._down()
        if down:
            return PlainTextResponse(f"not ready: {', '.join(down)}", status_code=503)
        return PlainTextResponse("ready")

    async def health(self, request: Request) -> Response:
        if not is_internal(request):
            return PlainTextResponse(_NOT_OURS, status_code=403)
        down = await self._down()
        return JSONResponse(
            {
                "status": "unhealthy" if down else "healthy",
                "down": down,
                "instance": socket.gethostname(),
                "active_connections": int(REQUESTS_IN_FLIGHT._value.get()),
                "database_connections": self._product.database.connections_in_use(),
                "cpu_usage": self._process.cpu_percent(),
                "memory_usage": self._process.memory_info().rss,
            },
            status_code=503 if down else 200,
        )

    async def metrics(self, request: Request) -> Response:
        if not is_internal(request):
            return PlainTextResponse(_NOT_OURS, status_code=403)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    async def _down(self) -> list[str]:
        down = [] if await self._product.database.is_up() else ["database"]
        if not self._product.news.connected:
            down.append("news between processes")
        down += [f"queue {worker.queue}" for worker in self._product.workers if not worker.is_up]
        return [*down, "draining"] if self.draining else down
