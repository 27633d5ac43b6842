"""Times of day: 10:30 am, 5 pm, 14:30, 10:30 बजे."""

import re

from vidya.channels.voice.speakable.tongue import Reading, Tongue

# The full stop of "a.m." stays where it also ends the sentence.
_HALF = (
    r"(?:[ ]?(?:(?P<half>[aApP])[mM](?![A-Za-z])"
    r"|(?P<stopped>[aApP])\.[ ]?[mM](?:\.(?![ ]?(?:$|\n|[A-Z])))?(?![A-Za-z])))"
)
_TIME = re.compile(
    rf"(?P<hour>[01]?[0-9]|2[0-4])[:.](?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?"
    rf"(?![0-9:]){_HALF}?(?P<oclock>[ ](?:बजे|o'clock))?"
)
_HOUR = re.compile(rf"(?P<hour>1[0-2]|0?[1-9])(?:{_HALF}|[ ](?P<oclock>बजे|o'clock))")
# Two numbers with a colon are a ratio where the sentence speaks of one.
_RATIO = re.compile(r"(?:[Rr]atio|proportion|scale|odds|अनुपात|समानुपात)[^.!?।]{0,30}$|:$")
_RATIO_GOES_ON = re.compile(r"[ ]?(?::|=)|[ ](?:is the ratio|के अनुपात|अनुपात)")
_LOOK_BACK = 48


def read_time(text: str, at: int, tongue: Tongue) -> Reading | None:
    """A time of day; None for a ratio or a decimal number that looks like one."""
    found = _TIME.match(text, at)
    if found:
        return _spoken_time(text, at, found, tongue)
    found = _HOUR.match(text, at)
    if not found:
        return None
    return Reading(tongue.measures.clock(int(found["hour"]), 0, _half(found)), found.end())


def _spoken_time(text: str, at: int, found: re.Match[str], tongue: Tongue) -> Reading | None:
    if not (_half(found) or found["oclock"]) and not _looks_like_a_time(text, at, found):
        return None
    clock = tongue.measures.clock(int(found["hour"]), int(found["minute"]), _half(found))
    if found["second"]:
        clock = tongue.measures.with_seconds(clock, int(found["second"]))
    return Reading(clock, found.end())


def _looks_like_a_time(text: str, at: int, found: re.Match[str]) -> bool:
    if ":" not in found[0] or _RATIO_GOES_ON.match(text, found.end()):
        return False
    return not _RATIO.search(text, max(0, at - _LOOK_BACK), at)


def _half(found: re.Match[str]) -> str:
    letter = found["half"] or found["stopped"] or ""
    return f"{letter.lower()}m" if letter else ""
