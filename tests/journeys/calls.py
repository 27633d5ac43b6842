"""What a test does with a phone, and looks at on it."""

import asyncio

from tests.running import heard
from vidya.channels.simulator.phone import Heard, Phone
from vidya.core.errors import VidyaError


async def dial(phone: Phone) -> str:
    """Call, and hear what is said until the line waits for the caller."""
    await phone.dial()
    return heard(phone)


async def say(phone: Phone, words: str, *, confidence: float = 0.93) -> str:
    """What is heard in reply to these words."""
    before = len(phone.heard)
    await phone.say(words, confidence=confidence)
    return _since(phone, before)


async def press(phone: Phone, keys: str) -> str:
    """What is heard in reply to these keys."""
    before = len(phone.heard)
    await phone.press(keys)
    return _since(phone, before)


async def stay_silent(phone: Phone) -> str:
    before = len(phone.heard)
    await phone.silence()
    return _since(phone, before)


async def until_said(phone: Phone, words: str, *, seconds: float = 10) -> None:
    """Wait until the caller, who is on the line meanwhile, has heard this."""
    said = asyncio.Event()

    def listen(_new: Heard) -> None:
        if words in heard(phone):
            said.set()

    phone.on_heard = listen
    if words not in heard(phone):
        async with asyncio.timeout(seconds):
            await said.wait()
    phone.on_heard = None


def steps(phone: Phone) -> list[str]:
    """What kind of webhook each exchange of the call was, in order."""
    return [
        exchange.url.split("/voice/twilio/", 1)[1].split("/")[0] for exchange in phone.exchanges
    ]


class CallFailed(VidyaError):
    """The line answered with what Twilio would not play."""


def check_line(phone: Phone) -> None:
    """No webhook failed, and Twilio's debugger would show nothing."""
    if phone.failure or phone.warnings:
        raise CallFailed(f"{phone.failure} {phone.warnings}")


def _since(phone: Phone, before: int) -> str:
    check_line(phone)
    return " ".join(part.text for part in phone.heard[before:])
