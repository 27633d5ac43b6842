"""What we ask of whoever places phone calls for us."""

from typing import Protocol

from vidya.core.errors import Unavailable


class CallNotPlaced(Unavailable):
    """The provider did not take the call, or did not say so; it may be tried again.

    A line that broke in mid-answer may have placed it: then the phone rings twice.
    """


class CallRefused(CallNotPlaced):
    """The provider took offence at the call itself: asked again, it would refuse it again."""


class Telephony(Protocol):
    async def place_call(self, *, to: str, answer_url: str, status_url: str) -> str:
        """Ring a number (E.164); once picked up, `answer_url` says what is heard.

        The provider's id of the call. CallNotPlaced when it was not taken.
        """
        ...
