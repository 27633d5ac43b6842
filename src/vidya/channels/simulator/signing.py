"""Twilio's request signature, computed as Twilio computes it.

Source: twilio.com/docs/usage/webhooks/webhooks-security. HMAC-SHA1 under the account's auth
token, in base64, over the full URL with its query; of a POST also every form field, sorted by
name, each name directly followed by its value.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass


def sign(url: str, form: Mapping[str, str], *, auth_token: str) -> str:
    """The value of `X-Twilio-Signature`; of a GET the form is empty, for it is in the URL."""
    signed = url + "".join(name + form[name] for name in sorted(form))
    digest = hmac.digest(auth_token.encode(), signed.encode(), hashlib.sha1)
    return base64.b64encode(digest).decode("ascii")


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs for a server that is reached at `base_url`, and known to Twilio as `public_url`."""

    auth_token: str
    base_url: str
    public_url: str

    def sign(self, url: str, form: Mapping[str, str]) -> str:
        """A server behind a proxy checks the address that Twilio called, not its own."""
        address = url.replace(self.base_url, self.public_url, 1)
        return sign(address, form, auth_token=self.auth_token)
