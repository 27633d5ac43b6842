"""Sums of money: ₹1,500, Rs. 20, ₹2.5 lakh, ₹20.50, $5."""

import re

from vidya.channels.voice.speakable.numerals import NUMBER, say_amount
from vidya.channels.voice.speakable.tongue import Reading, Tongue
from vidya.channels.voice.speakable.units import unit_after_number

_SIGN = r"(?:₹|Rs\.?|INR|रु\.?|\$|€|£|¥)"
_SCALE = (
    r"(?:[ ]?(?P<scale>lakh[ ]crores?|lakhs?|crores?|thousand|hundred|million|billion|trillion"
    r"|cr|K|k|लाख[ ]करो(?:ड़|ड\u093c)|लाख|करो(?:ड़|ड\u093c)|हज़ार|हजार|अरब)(?![A-Za-z\u0900-\u097f]))?"
)
_SIGN_FIRST = re.compile(
    rf"(?P<sign>{_SIGN})[ ]?(?P<amount>{NUMBER})(?:[ ]?[-–][ ]?(?:{_SIGN}[ ]?)?(?P<upto>{NUMBER}))?"
    rf"{_SCALE}(?:/-)?(?P<each>/(?=[A-Za-z]))?"
)
_SIGN_LAST = re.compile(
    rf"(?P<amount>{NUMBER}){_SCALE}(?:/-(?![0-9])|[ ]?(?P<sign>₹|Rs\b\.?|INR\b|रु\.|रु(?![\u0900-\u097f])))"
)
_SCALE_NAMES = {"cr": "crore", "K": "thousand", "k": "thousand"}


def read_money(text: str, at: int, tongue: Tongue) -> Reading | None:
    """A sum that begins with its sign, or with a number before the sign."""
    found = _SIGN_FIRST.match(text, at)
    if found:
        return _spoken_sum(text, found, tongue)
    found = _SIGN_LAST.match(text, at)
    if not found:
        return None
    words = _amount(found["amount"], found["scale"], text, found.end("amount"), tongue)
    return Reading(tongue.measures.money(words, "₹", ""), found.end())


def _spoken_sum(text: str, found: re.Match[str], tongue: Tongue) -> Reading:
    sign = found["sign"] if found["sign"] in "$€£¥" else "₹"
    end = found.end("amount")
    if found["upto"]:
        low = say_amount(found["amount"], text, end, tongue)
        high = _amount(found["upto"], found["scale"], text, found.end("upto"), tongue)
        words = tongue.measures.money(f"{low} {tongue.counting.to} {high}", sign, "")
    else:
        amount, hundredths = _apart(found)
        whole = _amount(amount, found["scale"], text, end, tongue)
        words = tongue.measures.money(whole, sign, _cents(hundredths, tongue))
    return _with_price_of(text, found, words, tongue)


def _with_price_of(text: str, found: re.Match[str], words: str, tongue: Tongue) -> Reading:
    """₹40/kg is forty rupees per kilogram."""
    if not found["each"]:
        return Reading(words, found.end())
    unit = unit_after_number(text, found.end(), tongue)
    per = f"{words} {tongue.measures.per}"
    return Reading(f"{per} {unit.one}", unit.end) if unit else Reading(per, found.end())


def _apart(found: re.Match[str]) -> tuple[str, str]:
    """Two decimals of a plain sum are paise; of 2.5 lakh they are not."""
    whole, _, places = found["amount"].partition(".")
    if len(places) == 2 and not found["scale"]:
        return whole, places
    return found["amount"], ""


def _cents(hundredths: str, tongue: Tongue) -> str:
    return tongue.counting.cardinal(int(hundredths)) if hundredths.strip("0") else ""


def _amount(amount: str, scale: str | None, text: str, end: int, tongue: Tongue) -> str:
    words = say_amount(amount, text, end, tongue)
    if not scale:
        return words
    return f"{words} {_scale_name(scale, tongue)}"


def _scale_name(scale: str, tongue: Tongue) -> str:
    name = _SCALE_NAMES.get(scale, scale)
    return tongue.measures.scale_names.get(name, name)
