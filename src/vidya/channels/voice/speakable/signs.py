"""Signs that stand alone: each is said, or dropped where a voice would stumble over it."""

import re

from vidya.channels.voice.speakable.numerals import say_index, say_number
from vidya.channels.voice.speakable.tongue import Reading, Tongue

_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_LOWERED = re.compile(r"[₀₁₂₃₄₅₆₇₈₉]+")
_TO_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
_UNDERSCORES = re.compile(r"_+")
_ISOTOPE = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})([₀₁₂₃₄₅₆₇₈₉]{0,3})([A-Z][a-z]?)(?![A-Za-z])")
_SILENT = frozenset("\\{}|^`′″_")
_STAYING = frozenset("-–—([.")
_SMALL_LETTERS = {"ⁿ": "n", "ˣ": "x", "Å": "A"}
_CHARGES = {"⁺": "+", "⁻": "-"}
_OPERAND_BESIDE = re.compile(r"[A-Za-z0-9)][ ]?\*[ ]?[A-Za-z0-9(]")
_EQUATION_BEFORE = re.compile(r"=[^=,;:.?!\n]*$")
_AROUND = 60


def read_sign(text: str, at: int, tongue: Tongue) -> Reading | None:
    """Whatever no other reader claimed; None for a hyphen, a bracket or a stop that may stay."""
    sign = text[at]
    if sign in _STAYING:
        return _hyphen(text, at)
    if sign == "_":
        return _blank(text, at, tongue)
    if sign in "/*#+":
        return Reading(_by_place(text, at, tongue), at + 1)
    digits = _RAISED.match(text, at) or _LOWERED.match(text, at)
    if digits:
        return Reading(_small_digits(text, at, digits, tongue), digits.end())
    return Reading(_plain_word(sign, tongue), at + 1)


def read_isotope(text: str, at: int, tongue: Tongue) -> Reading | None:
    """¹⁴C is said "C fourteen", and its atomic number, where it is written, after a pause."""
    found = _ISOTOPE.match(text, at)
    if not found:
        return None
    letters = " ".join(tongue.symbols.letter(letter) for letter in found[3].upper())
    mass = say_index(found[1].translate(_TO_DIGITS), tongue)
    atomic = f", {say_index(found[2].translate(_TO_DIGITS), tongue)}" if found[2] else ""
    return Reading(f"{letters} {mass}{atomic}", found.end())


def _plain_word(sign: str, tongue: Tongue) -> str:
    symbols = tongue.symbols
    if sign in _SILENT:
        return ""
    for table in (
        symbols.alone,
        symbols.relations,
        symbols.operators,
        symbols.greek,
        symbols.functions,
    ):
        if sign in table:
            return table[sign]
    if sign in _CHARGES:
        return symbols.operators[_CHARGES[sign]]
    return symbols.letter(_SMALL_LETTERS[sign]) if sign in _SMALL_LETTERS else ""


def _by_place(text: str, at: int, tongue: Tongue) -> str:
    """Signs whose meaning hangs on what stands beside them."""
    sign = text[at]
    if sign == "/":
        return _slash(text, at, tongue)
    if sign == "*":
        product = _OPERAND_BESIDE.search(text, max(0, at - 2), at + 3)
        return tongue.symbols.operators["*"] if product else ""
    if sign == "#":
        return tongue.symbols.alone["number"] if text[at + 1 : at + 2].isdecimal() else ""
    reacts = "→" in text[max(0, at - _AROUND) : at + _AROUND]
    return tongue.chemistry.signs["join"] if reacts else tongue.symbols.operators["+"]


def _hyphen(text: str, at: int) -> Reading | None:
    """The hyphen of covid-19 is a gap between word and number."""
    joins = text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isdecimal()
    return Reading("", at + 1) if joins and text[at] in "-–" else None


def _slash(text: str, at: int, tongue: Tongue) -> str:
    """Distance/time in an equation is a quotient; he/she a choice; and/or speaks for itself."""
    if text.startswith("or", at + 1):
        return ""
    if _EQUATION_BEFORE.search(text, max(0, at - _AROUND), at):
        return tongue.symbols.over("", "").strip()
    return tongue.symbols.alone["/"]


def _blank(text: str, at: int, tongue: Tongue) -> Reading:
    found = _UNDERSCORES.match(text, at)
    end = found.end() if found else at + 1
    return Reading(tongue.phrases.blank if end - at > 1 else "", end)


def _small_digits(text: str, at: int, digits: re.Match[str], tongue: Tongue) -> str:
    written = digits[0].translate(_TO_DIGITS)
    if digits[0][0] in "₀₁₂₃₄₅₆₇₈₉":
        return say_index(written, tongue)
    if text[at - 1 : at].isalpha():
        exponent = written if written in ("2", "3") else say_number(written, tongue)
        return tongue.symbols.power("", exponent).strip()
    return say_number(written, tongue)
