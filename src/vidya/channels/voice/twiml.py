"""A reply in TwiML, as Twilio documents it (twilio.com/docs/voice/twiml)."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from vidya.channels.voice.reply import Line, Listen, Reply

_LOCALES = {"en": "en-IN", "hi": "hi-IN"}
# One voice that speaks Indian English and Hindi, so that the child hears one person.
_VOICE = "Polly.Aditi"
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


def ask_for_key(lines: Sequence[Line], action: str) -> str:
    """A document that says what there is to choose and posts one key to `action`."""
    says = "".join(_say(line, slower=False) for line in lines)
    gather = f'<Gather input="dtmf" numDigits="1" timeout="10" action={quoteattr(action)}>'
    return f"{_HEAD}{gather}{says}</Gather>{says}<Hangup/></Response>"


def _body(reply: Reply, says: str, addresses: Addresses, *, language: str, hints: str) -> str:
    match reply.listen:
        case Listen.nothing:
            return f"{says}<Hangup/>"
        case Listen.wait:
            return f'{says}<Redirect method="POST">{escape(addresses.wait)}</Redirect>'
        case _:
            return f"<Gather{_gather(reply, addresses, language, hints)}>{says}</Gather>"


def _gather(reply: Reply, addresses: Addresses, language: str, hints: str) -> str:
    """With actionOnEmptyResult silence comes back to us, so that it can be met kindly."""
    common = (
        f' action={quoteattr(addresses.turn)} method="POST" timeout="{reply.patience}"'
        ' actionOnEmptyResult="true"'
    )
    match reply.listen:
        case Listen.speech:
            heard = f" hints={quoteattr(hints)}" if hints else ""
            return (
                f' input="dtmf speech" numDigits="1" speechTimeout="auto" bargeIn="true"'
                f' language="{_LOCALES[language]}"{heard}{common}'
            )
        case Listen.key:
            return f' input="dtmf" numDigits="1"{common}'
        case _:
            digits = f' numDigits="{reply.digits}"' if reply.digits else ""
            return f' input="dtmf" finishOnKey="#"{digits}{common}'


def _say(line: Line, *, slower: bool) -> str:
    text = escape(line.text)
    if slower:
        text = f'<prosody rate="slow">{text}</prosody>'
    return f"{_SAY[line.language]}{text}</Say>"
