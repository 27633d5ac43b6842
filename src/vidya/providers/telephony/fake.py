"""Calls that are only noted: a laptop has no phone line."""

import logging
from dataclasses import dataclass, field
from uuid import uuid4

from vidya.providers.telephony.base import CallRefused

_log = logging.getLogger(__name__)


@dataclass
class FakeTelephony:
    placed: list[tuple[str, str]] = field(default_factory=list)
    """(number, answer address) of each call."""
    refuses: bool = False
    """Whether every call is refused for good, as to a number that is none."""

    async def place_call(
        self,
        *,
        to: str,
        answer_url: str,
        status_url: str,  # noqa: ARG002 - nobody reports on a call that never rings
    ) -> str:
        self.placed.append((to, answer_url))
        if self.refuses:
            raise CallRefused("The number cannot be called.")
        _log.info("A call would be placed now.", extra={"pii.to": to, "answer_url": answer_url})
        return f"CA{uuid4().hex}"
