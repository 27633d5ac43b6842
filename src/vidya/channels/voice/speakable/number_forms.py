"""Numbers written in a form of their own: ordinals, ranges, phone numbers, 1.2.3, G20."""

import re

from vidya.channels.voice.speakable.numerals import (
    NUMBER,
    say_amount,
    say_digits,
    say_index,
    say_number,
)
from vidya.channels.voice.speakable.tongue import Reading, Tongue
from vidya.channels.voice.speakable.units import unit_after_number

_ORDINAL = re.compile(
    r"(?P<number>[0-9]{1,6})[-‑]?(?P<ending>(?:st|nd|rd|th)(?![A-Za-z])"
    r"|(?:वीं|वी|वाँ|वां|वा|वें|वे|ला|ली|ले|रा|री|रे|था|थी|थे|ठा|ठी|ठे)(?![\u0900-\u097f]))"
)
_RANGE = re.compile(rf"(?P<low>{NUMBER})(?:-|[ ]?[–—][ ]?)(?P<high>{NUMBER})(?![0-9]|[-–/][0-9])")
_RANGE_IN_SUM = re.compile(r"[ ]?[=+×÷*^²³]|[A-Za-z](?![A-Za-z])[ ]?[-=+²³^]|[ ]-[ ][0-9]")
_SUM_BEFORE = re.compile(r"[=+×÷*/^−<>≤≥√][ ]?$")
_SPOKEN_MIXED = re.compile(r"([0-9]{1,4})[ ](?:सही|पूर्णांक)[ ]([0-9]{1,3})/([0-9]{1,3})(?![0-9/])")
_PHONE = re.compile(
    r"\+[0-9]{1,3}(?:[ -]?[0-9]{2,5}){2,4}(?![0-9])"
    r"|0[0-9]{2,4}-[0-9]{6,8}(?![0-9])"
    r"|1[89]00[- ][0-9]{2,4}[- ][0-9]{3,4}(?:[- ][0-9]{3,4})?(?![0-9])"
    r"|[6-9][0-9]{4}[ -]?[0-9]{5}(?![0-9.,]*[0-9])"
)
_BREATH = re.compile(r"[0-9]{1,5}")
_DIALLED = re.compile(r"[0-9]{3,8}(?![0-9.,/:-]*[0-9]|[ ]?[%°=+×÷²³])")
_DIAL_BEFORE = re.compile(
    r"(?:\b(?:[Cc]all|[Dd]ial|[Hh]elpline|PIN|OTP|[Pp]in ?code|code|[Tt]oll-free)|डायल|कॉल"
    r"|हेल्पलाइन|पिन|पिनकोड|ओटीपी|कोड)(?:[ ](?:number|is|on|at|no\.|नंबर|है|करें))*[ ]?:?[ ]$"
)
_PLAIN = re.compile(NUMBER)
_DIAL_AFTER = re.compile(r"[ ](?:पर[ ]|को[ ])?(?:कॉल|डायल|फ़ोन|फोन)")
_OUTLINE = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){2,8}(?![0-9])")
_LABEL = re.compile(r"(?P<letters>[A-Z]{1,4})-?(?P<number>[0-9]{1,4})(?![0-9A-Za-z.,]*[0-9])")
_LOOK_BACK = 32


def read_ordinal(text: str, at: int, tongue: Tongue) -> Reading | None:
    """21st, 21वीं."""
    found = _ORDINAL.match(text, at)
    if not found:
        return None
    words = tongue.counting.ordinal_with(int(found["number"]), found["ending"])
    return Reading(words, found.end())


def read_range(text: str, at: int, tongue: Tongue) -> Reading | None:
    """5-10 kg and 10–15%; a difference, which falls, is left to the reader of sums."""
    found = _RANGE.match(text, at)
    if not found or not _rises(found) or _RANGE_IN_SUM.match(text, found.end()):
        return None
    if _SUM_BEFORE.search(text, max(0, at - 2), at):
        return None
    unit = unit_after_number(text, found.end(), tongue)
    end = unit.end if unit else found.end()
    low = say_amount(found["low"], text, found.end(), tongue)
    high = say_amount(found["high"], text, found.end(), tongue)
    words = f"{low} {tongue.counting.to} {high}"
    return Reading(f"{words} {unit.many}" if unit else words, end)


def read_spoken_mixed(text: str, at: int, tongue: Tongue) -> Reading | None:
    """2 सही 1/2, as Hindi textbooks write a mixed number."""
    found = _SPOKEN_MIXED.match(text, at)
    if not found:
        return None
    whole, top, bottom = (int(part) for part in found.groups())
    part = tongue.counting.fraction(top, bottom)
    return Reading(tongue.counting.mixed(whole, part), found.end())


def read_phone(text: str, at: int, tongue: Tongue) -> Reading | None:
    """A telephone number, digit by digit, with a breath after five."""
    found = _PHONE.match(text, at)
    if not found:
        return None
    groups = [say_digits(group, tongue) for group in _BREATH.findall(found[0])]
    plus = f"{tongue.symbols.operators['+']} " if found[0][0] == "+" else ""
    return Reading(plus + ", ".join(groups), found.end())


def read_dialled(text: str, at: int, tongue: Tongue) -> Reading | None:
    """A helpline or a code, by the word before it: "call 1098", "PIN 2468"."""
    found = _DIALLED.match(text, at)
    if not found:
        return None
    if _DIAL_BEFORE.search(text, max(0, at - _LOOK_BACK), at) or _DIAL_AFTER.match(
        text, found.end()
    ):
        return Reading(say_digits(found[0], tongue), found.end())
    return None


def read_outline(text: str, at: int, tongue: Tongue) -> Reading | None:
    """The number of a section: 1.2.3."""
    found = _OUTLINE.match(text, at)
    if not found:
        return None
    parts = [tongue.counting.cardinal(int(part)) for part in found[0].split(".")]
    return Reading(f" {tongue.counting.point} ".join(parts), found.end())


def read_label(text: str, at: int, tongue: Tongue) -> Reading | None:
    """Letters with a number: G20, C-14, Q5."""
    found = _LABEL.match(text, at)
    if not found:
        return None
    letters = " ".join(tongue.symbols.letter(letter) for letter in found["letters"])
    return Reading(f"{letters} {say_index(found['number'], tongue)}", found.end())


def read_number(text: str, at: int, tongue: Tongue) -> Reading | None:
    """Any number that nothing else could place: none is ever passed over."""
    found = _PLAIN.match(text, at)
    return Reading(say_number(found[0], tongue), found.end()) if found else None


def _rises(found: re.Match[str]) -> bool:
    low, high = (float(found[name].replace(",", "")) for name in ("low", "high"))
    return low < high
