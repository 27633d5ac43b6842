"""Webhooks as a provider, or anybody else, may send them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from tests.running import ASHA, Running
from vidya.app.demo import LINE
from vidya.channels.simulator.signing import sign
from vidya.channels.simulator.twiml_reader import Document, read_document

INCOMING = "/voice/twilio/incoming"
STATUS = "/voice/twilio/status"
_ADDRESS = re.compile(r"/voice/twilio/(?:turn|wait)/[^\"<]+")


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    content_type: str
    text: str

    @property
    def document(self) -> Document:
        """The TwiML in it; UnreadableTwiml where there is none."""
        return read_document(self.text.encode())

    @property
    def next_step(self) -> str:
        """The address at which the call goes on."""
        found = _ADDRESS.search(self.text)
        assert found, self.text
        return found[0]


def new_call(**more: str) -> dict[str, str]:
    """The form of a call from Asha that begins."""
    numbers = {"From": ASHA, "To": LINE, "CallStatus": "ringing", "Direction": "inbound"}
    return {"CallSid": f"CA{uuid4().hex}", **numbers, **more}


async def post(
    running: Running,
    path: str,
    form: Mapping[str, str] | bytes,
    *,
    headers: Mapping[str, str] | None = None,
    method: str = "POST",
) -> Reply:
    async with running.session.request(
        method, running.url + path, data=form, headers=headers, allow_redirects=False
    ) as response:
        return Reply(response.status, response.content_type, await response.text())


async def begin(running: Running, **more: str) -> tuple[dict[str, str], Reply]:
    """A call that has been greeted: its form, and the first document."""
    form = new_call(**more)
    return form, await post(running, INCOMING, form)


def signed(address: str, form: Mapping[str, str], *, token: str) -> dict[str, str]:
    return {"X-Twilio-Signature": sign(address, form, auth_token=token)}
