"""Calls placed by Twilio: POST /2010-04-01/Accounts/{sid}/Calls.json."""

import aiohttp
import msgspec

from vidya.providers.telephony.base import CallNotPlaced

_SECONDS = 10


class _Placed(msgspec.Struct):
    sid: str


class TwilioTelephony:
    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        api_url: str,
        account_sid: str,
        auth_token: str,
        number: str,
    ) -> None:
        """`number` is one of the account's own, in E.164."""
        self._session = session
        self._url = f"{api_url.rstrip('/')}/2010-04-01/Accounts/{account_sid}/Calls.json"
        self._auth = aiohttp.BasicAuth(account_sid, auth_token)
        self._number = number

    async def place_call(self, *, to: str, answer_url: str, status_url: str) -> str:
        form = {
            "To": to,
            "From": self._number,
            "Url": answer_url,
            "Method": "POST",
            "StatusCallback": status_url,
            "StatusCallbackMethod": "POST",
        }
        try:
            async with self._session.post(
                self._url,
                data=form,
                auth=self._auth,
                timeout=aiohttp.ClientTimeout(total=_SECONDS),
                allow_redirects=False,
            ) as response:
                body = await response.read()
        except (aiohttp.ClientError, TimeoutError) as failure:
            raise CallNotPlaced("Twilio could not be reached.") from failure
        if response.status != 201:
            raise CallNotPlaced(f"Twilio did not take the call: status {response.status}.")
        try:
            return msgspec.json.decode(body, type=_Placed).sid
        except msgspec.DecodeError as failure:
            raise CallNotPlaced("Twilio answered what is not a call.") from failure
