"""A phone call as a conversation in a terminal: heard line by line, answered by typing."""

import textwrap
from collections.abc import Awaitable, Callable

from vidya.channels.simulator.phone import Ending, Heard, Phone

ReadLine = Callable[[str], Awaitable[str | None]]
Write = Callable[[str], None]

_WIDTH = 78
_KEYS = frozenset("0123456789*#")
_NO_ANSWER = frozenset({11100, 11205, 11210})


async def converse(phone: Phone, read_line: ReadLine, write: Write) -> None:
    """Dial, and talk until somebody hangs up.

    `read_line` shows a prompt and gives the typed line without its end, or None at the end of
    the input (Ctrl-D). `write` shows one or more lines. A cancelled conversation hangs up too.
    """
    phone.on_heard = lambda heard: write(_spoken(heard))
    write(f"Calling {phone.to_number} from {phone.from_number} …\n")
    try:
        await phone.dial()
        while phone.in_call:
            await _take_turn(phone, await read_line(_prompt(phone)), write)
    finally:
        await phone.hang_up()
        phone.on_heard = None
    write(_goodbye(phone))


async def _take_turn(phone: Phone, line: str | None, write: Write) -> None:
    typed = line.strip() if line is not None else "/h"
    if typed == "/h":
        await phone.hang_up()
    elif typed.startswith("/"):
        write("There is only /h, which hangs up.")
    elif not typed:
        await phone.silence()
    elif set(typed) <= _KEYS:
        await phone.press(typed)
    elif phone.gather and not phone.gather.takes_speech:
        write("The line listens to keys only now. Type digits, * or #.")
    else:
        await phone.say(typed)


def _prompt(phone: Phone) -> str:
    gather = phone.gather
    if gather is None:
        return "Nobody listens now. /h hangs up > "
    if not gather.takes_speech:
        return "Keys, or Enter for silence, /h hangs up > "
    if not gather.takes_keys:
        return "Speak, or Enter for silence, /h hangs up > "
    return "Speak, or keys (0-9 * #), Enter for silence, /h hangs up > "


def _spoken(heard: Heard) -> str:
    label = "[sound]" if heard.is_sound else f"[{heard.language}]"
    indent = " " * 9
    return textwrap.fill(
        heard.text,
        width=_WIDTH,
        initial_indent=f"{label:<{len(indent)}}",
        subsequent_indent=indent,
        break_long_words=False,
    )


def _goodbye(phone: Phone) -> str:
    if phone.failure and phone.failure.code in _NO_ANSWER:
        return "\n".join((
            f"Nobody answers at {phone.base_url}. {phone.failure.words}",
            "Start Vidya with `make run`, wait until it prints its address, then call again.",
        ))  # fmt: skip
    if phone.failure:
        return "\n".join((
            f"The call broke off: {phone.failure.words} (Twilio's error {phone.failure.code})",
            "What was accepted is kept. Call again; the server's log says what went wrong.",
        ))  # fmt: skip
    if phone.final_status != "completed":
        return f"The line did not take the call ({phone.final_status})."
    who = "You hung up" if phone.ending is Ending.caller else "The line said goodbye"
    return f"\n{who} after {_duration(phone.seconds)}."


def _duration(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
