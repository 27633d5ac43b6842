"""Marks for the eye taken off: Markdown, HTML, links, citations, addresses."""

import html
import re

from vidya.channels.voice.speakable.tongue import Phrases

_MARKED = re.compile(r"[*_`#\[【|<>~&@\n/•▪◦‣●]|\.[a-z]")
_ADDRESSED = re.compile(r"//|www\.|\.(?:com|org|net|edu|gov|in|nic|ac|co)\b")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'”)\]]{1,2000}"
    r"|(?<![A-Za-z0-9.@-])(?:[a-z0-9-]{1,40}\.){1,4}(?:com|org|net|edu|gov|gov\.in|nic\.in|ac\.in"
    r"|co\.in)(?:/[^\s<>\"')\]]{0,500})?(?![A-Za-z0-9])"
)
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._+-])[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}"
    r"(?:\.[A-Za-z0-9-]{1,63}){1,4}"
)
_LINK = re.compile(r"!?\[([^\[\]\n]{1,300})\]\([^()\s]{1,1000}\)")
_CITATION = re.compile(
    r"(?:[ ]\[|\[)\^?[0-9]{1,3}(?:[ ]?[,–-][ ]?[0-9]{1,3}){0,9}\]|[ ]?【[^】\n]{1,40}】"
)
_SUB = re.compile(r"<sub>([0-9]{1,6})</sub>", re.IGNORECASE)
_SUP = re.compile(r"<sup>([0-9+\-−n]{1,6})</sup>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:b|i|u|s|em|strong|p|br|hr|ul|ol|li|div|span|sub|sup|h[1-6]|table|tbody|thead|tr|td|th"
    r"|code|pre|a|img)(?:[ ][a-z]{1,20}=[^<>\n]{0,300})?[ ]?/?>",
    re.IGNORECASE,
)
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[A-Za-z0-9]*[ \t]*$\n?", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$\n?", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ ]?:?-{2,}[-:| ]*$\n?", re.MULTILINE)
_LINE_START = re.compile(r"^[ \t]*(?:#{1,6}[ ]+|>[ ](?![0-9])|[-*•▪◦‣●–][ ]+)", re.MULTILINE)
_CELL = re.compile(r"[ \t]*\|[ \t]*(?=[^|\s])")
_BAR = re.compile(r"[ \t]*\|[ \t]*")
_MODULUS = re.compile(r"(?<![A-Za-z0-9|])\|([^|\s][^|\n]{0,20})\|(?![A-Za-z0-9|])")
_STRONG = re.compile(r"\*\*(?=\S)([^*\n]{1,400})(?<=\S)\*\*")
_STRONG_UNDERSCORE = re.compile(
    r"(?<![A-Za-z0-9_])__(?=[^\s_])([^_\n]{1,400})(?<=\S)__(?![A-Za-z0-9_])"
)
_EMPHASIS = re.compile(r"(?<![A-Za-z0-9*])\*(?=[^\s*])([^*\n]{1,400})(?<=\S)\*(?![A-Za-z0-9*])")
_EMPHASIS_UNDERSCORE = re.compile(
    r"(?<![A-Za-z0-9_])_(?=[^\s_])([^_\n]{1,400})(?<=\S)_(?![A-Za-z0-9_])"
)
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")


def without_markup(text: str, phrases: Phrases) -> str:
    """The text as it is meant to be seen, still with its numbers and formulas."""
    if not _MARKED.search(text) and not text.startswith(("- ", "--")):
        return text
    text = _without_links(text, phrases)
    if "<" in text or "&" in text:
        text = _without_html(text)
    if "|" in text:
        text = _without_bars(text)
    if "\n" in text or not text[:1].isalnum():
        text = _LINE_START.sub("", _RULE.sub("", _FENCE.sub("", text)))
    return _without_emphasis(text).replace("`", "").replace("~~", "")


def _without_links(text: str, phrases: Phrases) -> str:
    """Links keep their words, bare addresses are named, citations go."""
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "@" in text:
        text = _EMAIL.sub(phrases.email_address, text)
    if ("/" in text or "." in text) and _ADDRESSED.search(text):
        text = _without_addresses(text, phrases)
    if "[" in text or "【" in text:
        text = _CITATION.sub("", text)
    return text


def _without_addresses(text: str, phrases: Phrases) -> str:
    return _ADDRESS.sub(lambda found: phrases.web_address + _closing_mark(found[0]), text)


def _closing_mark(address: str) -> str:
    # The full stop after an address belongs to the sentence.
    return address[-1] if address[-1] in ".,;:?!" else ""


def _without_html(text: str) -> str:
    text = _SUB.sub(lambda found: found[1].translate(_LOWERED), text)
    text = _SUP.sub(lambda found: found[1].translate(_RAISED), text)
    return html.unescape(_TAG.sub("", text))


def _without_bars(text: str) -> str:
    """Cells of a table become phrases; |x| is the modulus of x."""
    text = _TABLE_RULE.sub("", text)
    lines = (_without_bars_in_line(line) for line in text.split("\n"))
    return "\n".join(lines)


def _without_bars_in_line(line: str) -> str:
    if "|" not in line:
        return line
    if not line.lstrip().startswith("|") or line.count("|") == 2:
        line = _MODULUS.sub(r"mod(\1)", line)
    return _BAR.sub(" ", _CELL.sub(", ", line.strip(" \t|")))


def _without_emphasis(text: str) -> str:
    if "*" in text:
        text = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\1", text))
    if "_" in text:
        text = _EMPHASIS_UNDERSCORE.sub(r"\1", _STRONG_UNDERSCORE.sub(r"\1", text))
    return text
