"""Written numbers: Indian or western grouping, decimals, and digits read one by one."""

import re

from vidya.channels.voice.speakable.tongue import Tongue

# Groups of two or three digits, ended by three; any other comma separates two numbers.
NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{2,3}){0,5},[0-9]{3}(?![0-9])|[0-9]+)(?:\.[0-9]+)?"

_SCALE_WORD = re.compile(
    r"[ ]?(?:lakhs?|crores?|thousand|million|billion|trillion|लाख|करोड़|करो\u095c|हज़ार|हजार|अरब)(?![A-Za-z])"
)
# A longer number has no name that a child could follow.
_LONGEST_NAMED = 14
_LONGEST_INDEX = 4


def say_number(written: str, tongue: Tongue) -> str:
    """Words for an unsigned number as matched by NUMBER."""
    whole, _, places = written.replace(",", "").partition(".")
    if len(whole) > _LONGEST_NAMED or (len(whole) > 1 and whole[0] == "0"):
        after = f" {tongue.counting.point} {say_digits(places, tongue)}" if places else ""
        return say_digits(whole, tongue) + after
    if places:
        return tongue.counting.decimal(int(whole or "0"), places)
    return tongue.counting.cardinal(int(whole))


def say_amount(written: str, text: str, end: int, tongue: Tongue) -> str:
    """The same, aware of a scale word after it: 2.5 करोड़ is "ढाई करोड़"."""
    whole, _, places = written.replace(",", "").partition(".")
    if places and len(whole) <= _LONGEST_NAMED and _SCALE_WORD.match(text, end):
        return tongue.counting.scaled(int(whole or "0"), places)
    return say_number(written, tongue)


def say_index(written: str, tongue: Tongue) -> str:
    """Words for the digits inside a name: the 2 of H2O, of v₂, of G20."""
    if len(written) > _LONGEST_INDEX or (len(written) > 1 and written[0] == "0"):
        return say_digits(written, tongue)
    return tongue.counting.index(int(written))


def say_digits(written: str, tongue: Tongue) -> str:
    """Digit by digit; anything else in `written` is passed over."""
    return " ".join(tongue.counting.digits[int(sign)] for sign in written if sign in "0123456789")
