"""Phone numbers in one form: E.164, with India's country code where none was given."""

import re
import unicodedata

from vidya.core.errors import BadInput

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_INDIAN_MOBILE = re.compile(r"(?:\+?91)?0?([6-9][0-9]{9})")
_PUNCTUATION = re.compile(r"[.()/]")
_SKIPPED = frozenset({"Zs", "Cc", "Cf", "Pd"})
"""Unicode's spaces, marks of control and of direction, and dashes: copied along with a number."""


class PhoneNumberNotUnderstood(BadInput): ...


def normalise_phone_number(written: str) -> str:
    """`098765 43210`, `+91-98765-43210` and `९८७६५४३२१०` all become `+919876543210`."""
    compact = _compact(written.strip().removeprefix("tel:"))
    if compact.startswith("00"):
        compact = "+" + compact[2:]
    indian = _INDIAN_MOBILE.fullmatch(compact)
    if indian:
        return "+91" + indian.group(1)
    if _E164.fullmatch(compact):
        return compact
    raise PhoneNumberNotUnderstood(
        "This is not a phone number that we can read. Write it with its country code, "
        "such as +91 98765 43210."
    )


def _compact(written: str) -> str:
    """The digits, in ASCII whatever their script, and what else is no mere punctuation."""
    digits = (
        character if (value := unicodedata.decimal(character, None)) is None else str(value)
        for character in written
        if unicodedata.category(character) not in _SKIPPED
    )
    return _PUNCTUATION.sub("", "".join(digits))
