"""Roman numerals, where the words around them show that they are numbers."""

import re

from vidya.channels.voice.speakable.tongue import Reading, Tongue

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMERAL = re.compile(
    r"(?=[IVXL])(?P<numeral>(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?![A-Za-z0-9]|-(?:[a-z0-9]|[A-Z][A-Za-z]))"
)
_WORD_BEFORE = re.compile(r"(?<![A-Za-z])([A-Za-z]+|[\u0900-\u097f]+)\.?[ -]$")
_HEADINGS = frozenset([
    "chapter", "chap", "ch", "class", "unit", "part", "section", "volume", "article", "schedule",
    "grade", "standard", "std", "lesson", "act", "scene", "phase", "type", "photosystem", "war",
    "अध्याय", "कक्षा", "इकाई", "भाग", "खंड", "अनुच्छेद", "अनुसूची", "चरण", "पाठ",
])  # fmt: skip
# Before two or more letters, which are no word of their own, these will do as well.
_NUMBERED = _HEADINGS | frozenset([
    "stage", "book", "table", "figure", "fig", "term", "semester", "paper", "group", "period",
    "factor", "case", "step", "complex", "prophase", "meiosis", "annex", "appendix", "वर्ग",
    "समूह", "युद्ध", "प्रकार", "सारणी", "चित्र",
])  # fmt: skip
# "Class I" is a heading; "in class I saw" is not.
_HEADING_ENDS = re.compile(
    r"[ ]?[,.;:!?)\n।–—]|$|[ ](?:of|and|to|in|is|was|has|on|began|ended|deals|covers)\b|[ ][\u0900-\u097f]"
)
# V is a letter as often as a number; these take it as a number.
_RULERS = frozenset([
    "George", "Henry", "Charles", "Edward", "James", "Louis", "Philip", "Paul", "Nicholas",
    "जॉर्ज", "हेनरी", "चार्ल्स",
])  # fmt: skip
_NOT_RULERS = frozenset([
    "The", "This", "And", "For", "But", "Vitamin", "Hepatitis", "Chromosome", "Chromosomes",
])  # fmt: skip
_OXIDATION = re.compile(r"\((I{1,3}|IV|VI{0,2})\)")
_ITEM = re.compile(r"\((i{1,3}|iv|vi{0,3}|ix)\)")
# As a name these are letters: the XX of chromosomes.
_LETTERS = frozenset({"XX", "XXX"})
_LOOK_BACK = 24


def read_roman(text: str, at: int, tongue: Tongue) -> Reading | None:
    """Chapter IV is "chapter four", Louis XIV "Louis the fourteenth"; the word "I" is neither."""
    found = _NUMERAL.match(text, at)
    if not found or not found["numeral"]:
        return None
    word = _WORD_BEFORE.search(text, max(0, at - _LOOK_BACK), at)
    if not word:
        return None
    number = _value(found["numeral"])
    if _heads(word[1], found["numeral"], text, found.end()):
        return Reading(tongue.counting.cardinal(number), found.end())
    if _rules(word[1], found["numeral"]):
        return Reading(tongue.phrases.ruler(number), found.end())
    return None


def read_bracketed_roman(text: str, at: int, tongue: Tongue) -> Reading | None:
    """The oxidation state of iron(III), and the items (i), (ii) or (a) of a list."""
    state = _OXIDATION.match(text, at)
    if state and at and text[at - 1].isalpha():
        return Reading(tongue.counting.cardinal(_value(state[1])), state.end())
    if text.startswith("(a)", at):
        return Reading(f"({tongue.symbols.letter('a')})", at + 3)
    item = _ITEM.match(text, at)
    if item:
        return Reading(f"({tongue.counting.cardinal(_value(item[1].upper()))})", item.end())
    return None


def _heads(word: str, numeral: str, text: str, end: int) -> bool:
    if len(numeral) > 1:
        return word.lower() in _NUMBERED
    if word.lower() not in _HEADINGS:
        return False
    return numeral != "I" or (not word[0].islower() and bool(_HEADING_ENDS.match(text, end)))


def _rules(word: str, numeral: str) -> bool:
    if len(numeral) == 1:
        return numeral == "V" and word in _RULERS
    if numeral in _LETTERS or "L" in numeral or word in _NOT_RULERS:
        return False
    return not word[0].islower() and len(word) > 2


def _value(numeral: str) -> int:
    total = 0
    for sign, following in zip(numeral, numeral[1:] + "I", strict=True):
        value = _VALUES[sign]
        total += -value if value < _VALUES[following] else value
    return total
