"""Twilio's webhooks as they come in: the form, its signature, and who may send one unsigned.

Signature: base64 of HMAC-SHA1, keyed with the account's token, over the full public address
and each parameter's name and value, sorted by name (twilio.com/docs/usage/security). Twilio adds
parameters without notice, so the whole form is signed.
"""

import base64
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from vidya.channels.voice.reply import Heard
from vidya.core.errors import BadInput, Denied
from vidya.core.origin import is_loopback

LARGEST_BODY = 64 * 1024
_MOST_PARAMETERS = 200


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
    if not hmac.compare_digest(sign(address, form.pairs, auth_token=auth_token), given):
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
    return f"{request.url.scheme}://{request.headers.get('host', '')}"


def _path(request: Request) -> str:
    query = request.url.query
    return request.url.path + (f"?{query}" if query else "")


def _confidence(written: str) -> float | None:
    """Between 0 and 1; None when the provider did not say, or said nonsense."""
    try:
        value = float(written)
    except ValueError:
        return None
    return value if 0.0 <= value <= 1.0 else None
