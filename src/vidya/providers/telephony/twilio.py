"""Calls placed by Twilio: POST /2010-04-01/Accounts/{sid}/Calls.json."""

import base64

import aiohttp
import msgspec

from vidya.core.http import call_timeout
from vidya.providers.telephony.base import CallNotPlaced, CallRefused

_SECONDS = 10.0
_LONGEST_BODY = 256 * 1024
_REFUSED_FOR_GOOD = frozenset({400, 404, 422})


class _Answer(msgspec.Struct):
    """Of Twilio's Call resource the `sid`, of its error object the `code`, such as 21211."""

    sid: str = ""
    code: int | None = None


_read_answer = msgspec.json.Decoder(_Answer).decode


class TwilioTelephony:
    """Twilio's Calls resource, written after Twilio's API reference ("Call resource").

    Not a way to call children from within India: Twilio's voice guidelines for India list domestic
    calls as not available, and say that calls to Indian numbers can only be made from numbers
    outside India. So `number` is a foreign one there, shown as such, at the price of a call from
    abroad; a school in India puts another provider behind the same `Telephony`.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        api_url: str,
        account_sid: str,
        auth_token: str,
        number: str,
        seconds: float = _SECONDS,
    ) -> None:
        """`number` is one of the account's own, in E.164."""
        self._session = session
        self._url = f"{api_url.rstrip('/')}/2010-04-01/Accounts/{account_sid}/Calls.json"
        self._timeout = call_timeout(total=seconds)
        self._number = number
        login = base64.b64encode(f"{account_sid}:{auth_token}".encode()).decode()
        self._headers = {
            "Authorization": f"Basic {login}",
            "Accept": "application/json",
            # Calls are rare: a kept connection would mostly be found dead, and a POST that may
            # ring a phone must not be sent twice to make up for it.
            "Connection": "close",
        }

    async def place_call(self, *, to: str, answer_url: str, status_url: str) -> str:
        form = {
            "To": to,
            "From": self._number,
            "Url": answer_url,
            "Method": "POST",
            "StatusCallback": status_url,
            "StatusCallbackMethod": "POST",
        }
        broke: str | None = None
        status, body = 0, b""
        try:
            status, body = await self._post(form)
        except TimeoutError:
            broke = "Twilio took too long."
        except (aiohttp.ClientError, OSError) as failure:
            broke = f"Twilio could not be reached: {type(failure).__name__}."
        # Raised out here, since aiohttp's errors carry the request with the token.
        if broke is not None:
            raise CallNotPlaced(broke)
        return _sid(status, body)

    async def _post(self, form: dict[str, str]) -> tuple[int, bytes]:
        async with self._session.post(
            self._url,
            data=form,
            headers=self._headers,
            timeout=self._timeout,
            allow_redirects=False,  # the token is for this address alone
        ) as response:
            body = bytearray()
            while len(body) < _LONGEST_BODY and (block := await response.content.readany()):
                body += block
            return response.status, bytes(body)


def _sid(status: int, body: bytes) -> str:
    """The id of the call that was placed. Twilio's message is not told: it holds the number."""
    try:
        answer = _read_answer(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        answer = _Answer()
    if status == 201:
        if not answer.sid:
            raise CallNotPlaced("Twilio answered what is not a call.")
        return answer.sid
    code = f", code {answer.code}" if answer.code is not None else ""
    refused = CallRefused if status in _REFUSED_FOR_GOOD else CallNotPlaced
    raise refused(f"Twilio did not take the call: status {status}{code}.")
