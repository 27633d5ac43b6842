"""One spelling for the characters of a question, with nothing of its meaning lost."""

import re
import unicodedata

from vidya.core.words import INDIC, INDIC_DIGITS, with_joined

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", "0123456789+-n")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ]+")
_FRACTION = re.compile("[¼½¾⅐-⅞]")
_FRACTIONS = {sign: " " + unicodedata.normalize("NFKC", sign) for sign in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
_PICTURE = "[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u20e3]"
_EDGE_PICTURES = re.compile(rf"^(?:{_PICTURE}|\s)+|(?:{_PICTURE}|\s)+$")
_FOLD: dict[int, str | None] = {
    **{ord("₀") + digit: str(digit) for digit in range(10)},
    **INDIC_DIGITS,
    **{0xFF01 + offset: chr(0x21 + offset) for offset in range(94)},  # full-width forms
    **dict.fromkeys(map(ord, "‘’ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "“”„«»"), '"'),
    **dict.fromkeys(map(ord, "–—−‐‑"), "-"),
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad"), None),
    # Signs that the lexer uses for itself.
    ord("№"): "no ",
    ord("ƒ"): "f",
    ord("‡"): None,
    0xE000: None,
    ord("…"): ".",
    ord("\u00a0"): " ",
    ord("×"): "*",
    ord("·"): "*",
    ord("÷"): "/",
    ord("⁄"): "/",
    ord("∗"): "*",
    ord("→"): "->",
    ord("⟶"): "->",
    ord("≤"): "<=",
    ord("≥"): ">=",
    ord("≠"): "!=",
    ord("℃"): "°C",
    ord("K"): "K",
    ord("Ω"): "Ω",
    ord("µ"): "μ",
}
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Za-z]\.\s?){2,}")
_GROUPED_DIGITS = re.compile(r"(?<=\d),(?=(?:\d{2,3},)*\d{3}(?!\d))")
_HYPHENATED_PREFIX = re.compile(
    r"\b(non|anti|un|co|re|pre|semi|multi|sub|inter|intra|de|eco|bio|micro|macro|photo|geo"
    r"|hydro|electro|thermo|trans|bi|tri|poly|mono|iso|in|ir|im)-(?=[a-z])",
    re.IGNORECASE,
)
# Between words only: the minus of x-y has a single letter on each side.
_HYPHEN = re.compile(
    rf"(?<=[^\W\d_]{{2}})-(?=[^\W\d_])|(?<=[^\W\d_])-(?=[^\W\d_]{{2}})|(?<=[{INDIC}])-(?=[{INDIC}])"
)
_DEGREES = re.compile(r"(?<=\d)\s?°\s?(?=[CFcf]\b)")
_SHORTHAND = re.compile(r"\b(b\s?/\s?w|w\s?/\s?o|v\s?/\s?s)\b", re.IGNORECASE)
_LONGHAND = {"b": "between", "w": "without", "v": "versus"}
_SPACES = re.compile(r"\s+")


def tidy(text: str) -> str:
    """The text with one form for each sign, digits 0 to 9, and single spaces.

    NFKC would make x² an x2, so that powers are written x^2 here before anything is folded;
    subscripts become plain digits (H₂O is H2O), and pictures at the edges go.
    """
    if not text.isascii():
        text = _fold(text)
    if "," in text:
        text = _GROUPED_DIGITS.sub("", text)
    if "." in text:
        text = _INITIALS.sub(_joined_initials, text)
    if "-" in text:
        text = _HYPHEN.sub(" ", _HYPHENATED_PREFIX.sub(r"\1", text))
    if "/" in text:
        text = _SHORTHAND.sub(lambda found: _LONGHAND[found[0][0].lower()], text)
    return _SPACES.sub(" ", text).strip()


def _fold(text: str) -> str:
    text = with_joined(unicodedata.normalize("NFC", text))
    text = _RAISED.sub(lambda found: "^" + found[0].translate(_SUPERSCRIPTS), text)
    text = _FRACTION.sub(lambda found: _FRACTIONS[found[0]], text)
    text = _DEGREES.sub("°", text.translate(_FOLD))
    return _EDGE_PICTURES.sub("", text)


def _joined_initials(found: re.Match[str]) -> str:
    """B. R. Ambedkar is B.R. Ambedkar is BR Ambedkar."""
    return found[0].replace(".", "").replace(" ", "") + " "
