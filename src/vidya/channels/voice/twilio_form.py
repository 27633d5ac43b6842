"""Twilio's webhooks as they come in: the form, its signature, and who may send one unsigned.

Signature: base64 of HMAC-SHA1, keyed with the account's token, over the full public address
and each parameter's name and value, sorted by name (twilio.com/docs/usage/security). Twilio adds
parameters without notice, so the whole form is signed. Its own libraries accept the address with
and without the port, because Twilio is not consistent there; so do we.
"""

import base64
import hmac
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from vidya.channels.voice.reply import Heard
from vidya.core.errors import BadInput, Denied
from vidya.core.origin import is_loopback
from vidya.core.phone_number import PhoneNumberNotUnderstood, normalise_phone_number

LARGEST_BODY = 64 * 1024
_MOST_PARAMETERS = 200
_PORT = re.compile(r":\d+$")
_PORTS = {"https": 443, "http": 80}
# What Twilio sends for a number that is withheld: ANONYMOUS, BLOCKED, RESTRICTED, UNAVAILABLE and
# UNKNOWN as typed on a keypad. They look like numbers, and are everybody's.
_WITHHELD = frozenset({"+266696687", "+2562533", "+7378742833", "+86282452253", "+8656696"})


class FormNotUnderstood(BadInput): ...


class SignatureMissing(Denied): ...


class SignatureWrong(Denied): ...


@dataclass(frozen=True)
class TwilioForm:
    """The parameters that count; of one that comes twice, the first."""

    values: Mapping[str, str]
    pairs: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        return self.values.get(name, "")

    @property
    def is_call_back(self) -> bool:
        """We placed the call: the child is the one who was dialled."""
        return self.get("Direction").startswith("outbound")

    @property
    def child(self) -> str:
        """The number of the person on the phone; empty when it is withheld."""
        return self._number("To" if self.is_call_back else "From")

    @property
    def line(self) -> str:
        """The number of ours that the call came in on, or was placed from."""
        return self._number("From" if self.is_call_back else "To")

    def _number(self, name: str) -> str:
        """In E.164; empty when it is withheld or no number at all."""
        written = self.get(name)
        try:
            return "" if written in _WITHHELD else normalise_phone_number(written)
        except PhoneNumberNotUnderstood:
            return ""

    @property
    def heard(self) -> Heard:
        return Heard(
            speech=self.get("SpeechResult").strip(),
            confidence=_confidence(self.get("Confidence")),
            digits=self.get("Digits").strip(),
        )


async def read_form(request: Request) -> TwilioForm:
    """The form; FormNotUnderstood when it is too large or no form, in words for its sender."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise FormNotUnderstood(f"A webhook's form has at most {LARGEST_BODY} bytes.")
    return parse_form(bytes(body))


def parse_form(body: bytes) -> TwilioForm:
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            encoding="utf-8",
            errors="replace",
            max_num_fields=_MOST_PARAMETERS,
        )
    except (UnicodeDecodeError, ValueError) as failure:
        raise FormNotUnderstood("Send a form, application/x-www-form-urlencoded.") from failure
    cleaned = tuple((name, value.replace("\x00", "")) for name, value in pairs)
    return TwilioForm(dict(reversed(cleaned)), cleaned)


def check_sender(
    request: Request, form: TwilioForm, *, auth_token: str | None, public_url: str | None
) -> None:
    """Closed unless proven: a right signature, or, without a token, the simulator beside us."""
    if auth_token is None:
        if not is_loopback(request):
            raise SignatureMissing(
                "Without VIDYA_TWILIO__AUTH_TOKEN only the simulator on this machine is served."
            )
        return
    given = request.headers.get("x-twilio-signature")
    if not given:
        raise SignatureMissing("This webhook is not signed.")
    address = (public_url or _own_address(request)) + _path(request)
    if not any(
        hmac.compare_digest(
            sign(spelling, form.pairs, auth_token=auth_token).encode(), given.encode()
        )
        for spelling in _spellings(address)
    ):
        raise SignatureWrong(
            "The signature is not right. Behind a proxy, set VIDYA_PUBLIC_URL to the address "
            "that Twilio calls."
        )


def sign(address: str, pairs: tuple[tuple[str, str], ...], *, auth_token: str) -> str:
    """Values of a repeated name are sorted and each counted once, as Twilio's libraries do."""
    text = address + "".join(name + value for name, value in sorted(set(pairs)))
    digest = hmac.digest(auth_token.encode(), text.encode(), "sha1")
    return base64.b64encode(digest).decode()


def _own_address(request: Request) -> str:
    return f"{request.scope['scheme']}://{request.headers.get('host', '')}"


def _spellings(address: str) -> Iterator[str]:
    """The address as it is, and with its port taken away or the scheme's own port written out."""
    yield address
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    bare = _PORT.sub("", host)
    other = bare if bare != host else f"{host}:{_PORTS[scheme]}"
    yield f"{scheme}://{other}{slash}{path}"


def _path(request: Request) -> str:
    """From the scope: `request.url` is built with the Host header, and a strange one breaks it."""
    query: bytes = request.scope["query_string"]
    path: str = request.scope["path"]
    return path + (f"?{query.decode('latin-1')}" if query else "")


def _confidence(written: str) -> float | None:
    """Between 0 and 1; None when the provider did not say, or said nonsense."""
    try:
        value = float(written)
    except ValueError:
        return None
    return value if 0.0 <= value <= 1.0 else None
