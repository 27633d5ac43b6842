"""The HTTP application: every route of the product, and how its errors are told."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
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
# Of an error page: its title, and what the reader can do; the text between comes from the error.
_WORDS = {
    401: ("Please sign in", "Sign in, then open this page again."),
    403: ("This page is not open to you", "If you need it, ask whoever runs Vidya here."),
    404: ("We cannot find that", "Check the address for a slip, or go to the start."),
    405: ("That cannot be sent here", "Go back, and use the buttons of the page."),
    409: ("That is not possible now", "Go back and load the page again to see what has changed."),
    422: ("We could not read that", "Go back, change it, and send it again."),
    429: ("That was too much at once", "Wait a minute, then try again."),
    500: ("Something went wrong with us", "Try again in a minute. Our log says what it was."),
    503: ("Something that we need is down", "Wait a minute, then load the page again."),
}


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
    routes: list[Route | Mount] = [*voice.routes(), *health.routes(), *pages.routes()]
    if settings.simulator:
        simulator = Simulator(
            database=product.database,
            auth_token=auth_token,
            public_url=settings.public_url,
            numbers=pages.numbers,
        )
        routes += simulator.routes()
    routes.append(Mount("/static", GZipMiddleware(_Assets(directory=STATIC))))
    handlers = {VidyaError: _tell, HTTPException: _tell_http, Exception: _tell_fault}
    return _Counted(Starlette(routes=routes, exception_handlers=handlers))


class _Assets(StaticFiles):
    """Files named with the hash of all of them never change under their address."""

    @override
    def file_response(self, *arguments: object, **named: object) -> Response:
        response = super().file_response(*arguments, **named)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = _A_YEAR
        response.headers["X-Content-Type-Options"] = "nosniff"
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


async def _tell_fault(request: Request, _failure: Exception) -> Response:
    """What nobody foresaw; the server's log has it, for Starlette raises it again after this."""
    return _error(request, 500, "Fault", "We could not finish what you asked for.")


def _error(request: Request, status: int, code: str, text: str) -> Response:
    """A page for a person, RFC 9457 problem details for a program."""
    if "text/html" in request.headers.get("accept", ""):
        title, what_to_do = _WORDS.get(status, _WORDS[500 if status >= 500 else 422])
        return page(
            "error.html", status=status, title=title, what_happened=text, what_to_do=what_to_do
        )
    body = {"type": "about:blank", "title": code, "status": status, "detail": text, "error": code}
    return JSONResponse(body, status_code=status, media_type="application/problem+json")
