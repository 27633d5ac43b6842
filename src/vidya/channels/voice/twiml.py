"""A reply in TwiML, as Twilio documents it (twilio.com/docs/voice/twiml)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from vidya.channels.voice.reply import Line, Listen, Reply

_LOCALES = {"en": "en-IN", "hi": "hi-IN"}
# One voice that speaks Indian English and Hindi, so that the child hears one person.
_VOICE = "Polly.Aditi"
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?><Response>'
_SAY = {
    language: f'<Say language="{locale}" voice="{_VOICE}">' for language, locale in _LOCALES.items()
}


@dataclass(frozen=True)
class Addresses:
    """Where the caller's next move is posted, and where to ask for the rest of an answer."""

    turn: str
    wait: str


def render(reply: Reply, addresses: Addresses, *, language: str, hints: str = "") -> str:
    """A whole TwiML document. `hints` are words that the recogniser should expect."""
    says = "".join(_say(line, slower=reply.slower) for line in reply.lines)
    return f"{_HEAD}{_body(reply, says, addresses, language=language, hints=hints)}</Response>"


def hang_up(text: str, *, language: str) -> str:
    """A document that says one thing and ends the call."""
    return f"{_HEAD}{_say(Line(text, language), slower=False)}<Hangup/></Response>"


def announce(lines: Sequence[Line]) -> str:
    """A document that says its lines, twice over, and ends the call."""
    says = "".join(_say(line, slower=False) for line in lines)
    return f'{_HEAD}{says}<Pause length="1"/>{says}<Hangup/></Response>'


def ask_for_key(lines: Sequence[Line], *, action: str, otherwise: str) -> str:
    """A document that says what there is to choose; a key goes to `action`, silence elsewhere."""
    says = "".join(_say(line, slower=False) for line in lines)
    gather = f'<Gather input="dtmf" numDigits="1" timeout="6" action={quoteattr(action)}>'
    return f"{_HEAD}{gather}{says}</Gather>{_redirect(otherwise)}</Response>"


def try_again(text: str, address: str, *, language: str, seconds: int) -> str:
    """A document that says something, or nothing, pauses, and asks `address` once more."""
    said = _say(Line(text, language), slower=False) if text else ""
    return f'{_HEAD}{said}<Pause length="{seconds}"/>{_redirect(address)}</Response>'


def _redirect(address: str) -> str:
    return f'<Redirect method="POST">{escape(address)}</Redirect>'


def _body(reply: Reply, says: str, addresses: Addresses, *, language: str, hints: str) -> str:
    match reply.listen:
        case Listen.nothing:
            return f"{says}<Hangup/>"
        case Listen.wait:
            return says + _redirect(addresses.wait)
        case _:
            return f"<Gather{_gather(reply, addresses, language, hints)}>{says}</Gather>"


def _gather(reply: Reply, addresses: Addresses, language: str, hints: str) -> str:
    """With actionOnEmptyResult silence comes back to us, so that it can be met kindly.

    Where one key is enough no key ends the input: a hash is a wrong key, not silence. A
    speechModel is not chosen: with one, speechTimeout may not be "auto" (13327).
    """
    common = (
        f' action={quoteattr(addresses.turn)} method="POST" timeout="{reply.patience}"'
        ' actionOnEmptyResult="true"'
    )
    match reply.listen:
        case Listen.speech:
            heard = f" hints={quoteattr(_legal(hints))}" if hints else ""
            return (
                f' input="dtmf speech" numDigits="1" finishOnKey="" speechTimeout="auto"'
                f' bargeIn="true" language="{_LOCALES[language]}"{heard}{common}'
            )
        case Listen.key:
            return f' input="dtmf" numDigits="1" finishOnKey=""{common}'
        case _:
            digits = f' numDigits="{reply.digits}"' if reply.digits else ""
            return f' input="dtmf" finishOnKey="#"{digits}{common}'


def _say(line: Line, *, slower: bool) -> str:
    text = escape(_legal(line.text))
    if slower:
        text = f'<prosody rate="slow">{text}</prosody>'
    return f"{_SAY[line.language]}{text}</Say>"


def _legal(text: str) -> str:
    """Without what XML 1.0 does not allow even escaped: a transcript may hold anything."""
    return _ILLEGAL.sub(" ", text)
