"""The HTTP application: every route of the product, and how its errors are told."""

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from typing_extensions import override

from vidya.app.health import Health
from vidya.app.pages import Pages
from vidya.app.wiring import Product
from vidya.channels.simulator.routes import Simulator
from vidya.channels.voice.routes import TwilioVoice
from vidya.core.errors import VidyaError
from vidya.core.html import STATIC, page
from vidya.core.metrics import REQUESTS, REQUESTS_IN_FLIGHT

_A_YEAR = "public, max-age=31536000, immutable"


def create_app(product: Product, health: Health) -> ASGIApp:
    settings = product.settings
    token = settings.twilio.auth_token
    auth_token = token.get_secret_value() if token else None
    voice = TwilioVoice(
        conversation=product.conversation,
        auth_token=auth_token,
        public_url=settings.public_url,
        guest_school=settings.voice.guest_school,
    )
    pages = Pages(product)
    routes: list[Route | Mount] = [*health.routes(), *voice.routes(), *pages.routes()]
    if settings.simulator:
        simulator = Simulator(
            database=product.database,
            auth_token=auth_token,
            public_url=settings.public_url,
            numbers=pages.numbers,
        )
        routes += simulator.routes()
    routes.append(Mount("/static", _Assets(directory=STATIC)))
    app = FastAPI(title="Vidya", docs_url=None, redoc_url=None, openapi_url=None)
    app.router.routes.extend(routes)
    app.add_exception_handler(VidyaError, _tell)
    app.add_exception_handler(HTTPException, _tell_http)
    return _Counted(app)


class _Assets(StaticFiles):
    """Files named with the hash of all of them never change under their address."""

    @override
    def file_response(self, *arguments: object, **named: object) -> Response:
        response = super().file_response(*arguments, **named)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = _A_YEAR
        return response


class _Counted:
    """Counts requests, at the cost of a few microseconds each."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                REQUESTS.labels(f"{message['status'] // 100}xx").inc()
            await send(message)

        REQUESTS_IN_FLIGHT.inc()
        try:
            await self._app(scope, receive, counted)
        finally:
            REQUESTS_IN_FLIGHT.dec()


async def _tell(request: Request, failure: Exception) -> Response:
    assert isinstance(failure, VidyaError)  # noqa: S101 - registered for this class only
    return _error(request, failure.status, failure.code, str(failure))


async def _tell_http(request: Request, failure: Exception) -> Response:
    assert isinstance(failure, HTTPException)  # noqa: S101 - registered for this class only
    words = {
        404: "There is nothing at this address.",
        405: "This address does not take such a request.",
    }
    text = words.get(failure.status_code, str(failure.detail))
    return _error(
        request,
        failure.status_code,
        "NotFound" if failure.status_code == 404 else "NotAllowed",
        text,
    )


def _error(request: Request, status: int, code: str, text: str) -> Response:
    """A page for a person, RFC 9457 problem details for a program."""
    if "text/html" in request.headers.get("accept", ""):
        return page(
            "error.html",
            status=status,
            title=text,
            what_happened=text,
            what_to_do="Go to the first page, or back to where you were.",
        )
    body = {"type": "about:blank", "title": code, "status": status, "detail": text, "error": code}
    return JSONResponse(body, status_code=status, media_type="application/problem+json")
