"""One phone call as Twilio makes it: a form with all its parameters, signed, and TwiML obeyed."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from xml.sax.saxutils import unescape

from tests.load.lines import Answer, Lines
from vidya.channels.simulator.signing import sign

_NEXT = re.compile(
    r'<Gather[^>]* action="(?P<gather>[^"]+)"|<Redirect[^>]*>(?P<redirect>[^<]+)</Redirect>'
)
_SAID = re.compile(r"<Say[^>]*>([^<]*)</Say>")
_INCOMING = "/voice/twilio/incoming"
_STATUS = "/voice/twilio/status"
FORM = {
    "AccountSid": "AC" + "0" * 32,
    "ApiVersion": "2010-04-01",
    "Direction": "inbound",
    **{
        f"{party}{what}": value
        for party in ("Called", "Caller", "From", "To")
        for what, value in (("City", ""), ("State", ""), ("Zip", ""), ("Country", "IN"))
    },
}
"""What Twilio sends with every request of a call; a webhook has to read all of it."""


class UnexpectedDocument(RuntimeError):
    """The server answered, but not with what a call can go on with."""


@dataclass(frozen=True)
class Document:
    """What the line said, and where the caller's next move goes."""

    said: str
    action: str
    """The address for what the caller does; empty while the answer is on its way."""
    redirect: str
    """The address to ask at once for the rest; empty when the caller is to do something."""
    ms: float


class Call:
    def __init__(self, lines: Lines, *, caller: str, dialled: str, auth_token: str) -> None:
        self._lines = lines
        self._auth_token = auth_token
        self._form = {
            **FORM,
            "CallSid": "CA" + secrets.token_hex(16),
            "Called": dialled,
            "Caller": caller,
            "From": caller,
            "To": dialled,
        }
        self._next = ""

    async def dial(self) -> Document:
        return self._follow(await self._post(_INCOMING, {"CallStatus": "ringing"}))

    async def say(self, words: str, *, language: str) -> Document:
        """Answer the <Gather> that waits, as a recogniser that is sure of itself."""
        heard = {
            "CallStatus": "in-progress",
            "Confidence": "0.91",
            "Language": f"{language}-IN",
            "SpeechResult": words,
        }
        return self._follow(await self._post(self._next, heard))

    async def wait(self) -> Document:
        """Obey the <Redirect>."""
        return self._follow(await self._post(self._next, {"CallStatus": "in-progress"}))

    async def hang_up(self) -> float:
        """The milliseconds of the status webhook."""
        ended = {"CallStatus": "completed", "CallDuration": "60", "Duration": "1"}
        return (await self._post(_STATUS, ended)).ms

    async def _post(self, path: str, more: Mapping[str, str]) -> Answer:
        form = {**self._form, **more}
        signature = sign(self._lines.address + path, form, auth_token=self._auth_token)
        answer = await self._lines.post(path, urlencode(form).encode(), signature=signature)
        if answer.status not in (200, 204):
            raise UnexpectedDocument(f"{path}: status {answer.status}, {answer.body[:200]}")
        return answer

    def _follow(self, answer: Answer) -> Document:
        document = read(answer)
        self._next = document.action or document.redirect
        return document


def read(answer: Answer) -> Document:
    """The TwiML's one way on; UnexpectedDocument when it has none, for then the call ended."""
    found = _NEXT.search(answer.body)
    if found is None:
        raise UnexpectedDocument(f"The call was ended: {answer.body[-300:]}")
    return Document(
        said=" ".join(_SAID.findall(answer.body)),
        action=unescape(found["gather"] or ""),
        redirect=unescape(found["redirect"] or ""),
        ms=answer.ms,
    )
