"""Phone numbers in one form: E.164, with India's country code where none was given."""

import re

from vidya.core.errors import BadInput

_E164 = re.compile(r"\+[1-9]\d{6,14}")
_INDIAN_MOBILE = re.compile(r"(?:0|91)?([6-9]\d{9})")
_PUNCTUATION = re.compile(r"[\s().\-]+")


class PhoneNumberNotUnderstood(BadInput): ...


def normalise_phone_number(written: str) -> str:
    """`098765 43210`, `+91-98765-43210` and `9876543210` all become `+919876543210`."""
    compact = _PUNCTUATION.sub("", written.strip().removeprefix("tel:"))
    if compact.startswith("00"):
        compact = "+" + compact[2:]
    if _E164.fullmatch(compact):
        return compact
    indian = _INDIAN_MOBILE.fullmatch(compact)
    if indian:
        return "+91" + indian.group(1)
    raise PhoneNumberNotUnderstood(
        "This is not a phone number that we can read. Write it with its country code, "
        "such as +91 98765 43210."
    )
