"""One webhook as Twilio sends it: the request, its limits, and what its answer counts as."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode, urlsplit, urlunsplit

import aiohttp

from vidya.channels.simulator.signing import Signer
from vidya.channels.simulator.twiml_reader import (
    MOST_BYTES,
    Document,
    Hangup,
    Play,
    Say,
    UnreadableTwiml,
    read_document,
)

TOTAL_TIMEOUT_S = 15.0  # twilio.com/docs/errors/11205: connection and answer together

_TWIML_TYPES = frozenset({"text/xml", "application/xml", "text/html"})


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a call failed, by the number that Twilio's debugger would show."""

    code: int
    words: str


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask of the server; the form travels in the URL of a GET, as Twilio sends it."""

    method: str
    url: str
    form: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and what came back; `status` is None where nothing did."""

    method: str
    url: str
    form: Mapping[str, str]
    status: int | None = None
    content_type: str = ""
    twiml: str = ""
    milliseconds: float = 0.0
    failure: Failure | None = None


async def exchange(
    session: aiohttp.ClientSession,
    request: Request,
    *,
    signer: Signer | None,
    total_timeout_s: float = TOTAL_TIMEOUT_S,
) -> tuple[Exchange, bytes]:
    """Send one webhook, signed if there is a signer; it never raises for what the server does."""
    started = time.perf_counter()
    url = _address(request)
    sent = Exchange(request.method, url, request.form)
    body = b""
    try:
        async with session.request(
            request.method,
            url,
            data=None if request.method == "GET" else dict(request.form),
            headers=_headers(request, url, signer),
            timeout=aiohttp.ClientTimeout(total=total_timeout_s),
        ) as response:
            sent = replace(sent, status=response.status, content_type=response.content_type)
            body = await response.content.read(MOST_BYTES + 1)
            while len(body) <= MOST_BYTES and not response.content.at_eof():
                body += await response.content.read(MOST_BYTES + 1 - len(body))
        failure = _refusal(sent, body)
    except (TimeoutError, aiohttp.ClientError) as problem:
        failure = _network_failure(problem, total_timeout_s=total_timeout_s)
    milliseconds = (time.perf_counter() - started) * 1000
    text = body[:MOST_BYTES].decode("utf-8", "replace")
    return replace(sent, twiml=text, milliseconds=milliseconds, failure=failure), body


def read_answer(answer: Exchange, body: bytes) -> Document:
    """What Twilio performs for an answer, by its content type; UnreadableTwiml or Unplayable.

    Source: twilio.com/docs/voice/twiml, "Twilio understands MIME types".
    """
    if answer.content_type in _TWIML_TYPES:
        return read_document(body)
    if answer.content_type == "text/plain":
        return Document((Say(" ".join(answer.twiml.split())), Hangup()))
    if answer.content_type.startswith("audio/"):
        return Document((Play(answer.url), Hangup()))
    raise UnplayableContent(f"Content-Type {answer.content_type or 'none'} is not TwiML.")


class UnplayableContent(UnreadableTwiml):
    """The answer's Content-Type is nothing that Twilio can perform (error 12300)."""


def _address(request: Request) -> str:
    # A fragment is a setting for Twilio, not for the server; it is neither sent nor signed.
    parts = urlsplit(request.url)
    query = parts.query
    if request.method == "GET" and request.form:
        query = "&".join(part for part in (query, urlencode(request.form)) if part)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _headers(request: Request, url: str, signer: Signer | None) -> dict[str, str]:
    headers = {"User-Agent": "TwilioProxy/1.1", "Accept": "*/*"}
    if signer is not None:
        form = {} if request.method == "GET" else request.form
        headers["X-Twilio-Signature"] = signer.sign(url, form)
    return headers


def _refusal(answer: Exchange, body: bytes) -> Failure | None:
    if answer.status is not None and answer.status >= 400:
        return Failure(11217, f"The server answered {answer.status}.")
    if len(body) > MOST_BYTES:
        return Failure(11750, f"The answer is longer than {MOST_BYTES} bytes.")
    return None


def _network_failure(problem: Exception, *, total_timeout_s: float) -> Failure:
    match problem:
        case TimeoutError():
            return Failure(11205, f"No whole answer came within {total_timeout_s:g} s.")
        case aiohttp.TooManyRedirects():
            return Failure(11215, "The server redirected too often.")
        case aiohttp.InvalidURL():
            return Failure(11100, f"This is not an address: {problem}.")
        case aiohttp.ClientPayloadError():
            return Failure(11200, "The answer broke off in the middle.")
        case aiohttp.ClientResponseError():
            return Failure(11206, f"The answer was not HTTP: {problem.message}.")
        case _:
            return Failure(11205, f"The server could not be reached: {problem}.")
