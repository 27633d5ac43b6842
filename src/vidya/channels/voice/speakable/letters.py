"""Letters read one by one or in full: initialisms, abbreviations, single letters."""

import re

from vidya.channels.voice.speakable.tongue import Reading, Tongue

_DOTTED = re.compile(r"(?:[A-Z]\.[ ]?){1,5}[A-Z]\.")
_CAPITALS = re.compile(r"[A-Z]{2,7}(?:s(?![A-Za-z]))?(?![A-Za-z])")
_MIXED = re.compile(r"(?:pH|[a-z][A-Z]{2,4})(?![A-Za-z])")
_LONE = re.compile(r"[A-Za-z](?![A-Za-z])")
_LATIN_WORD_FOLLOWS = re.compile(r"[ ][a-z]{2,}")
_LATIN_WORD_BEFORE = re.compile(r"[A-Za-z][ ]$")
_TEXT_ENDS = re.compile(r"[ ]?(?:\n|$)")
_SENTENCE_ENDS = re.compile(r"[ ]?(?:\n|$)|[ ][A-Z]")
_OFTEN_LAST = frozenset({"etc", "et al", "Ltd"})
# Short words that a writer may put in capitals for stress, which stay words.
_STRESSED = frozenset([
    "AM", "AN", "AS", "AT", "BE", "BY", "DO", "GO", "HE", "IF", "IN", "IS", "IT", "ME", "MY",
    "NO", "OF", "OK", "ON", "OR", "SO", "TO", "UP", "WE", "ALL", "AND", "ANY", "ARE", "BUT",
    "CAN", "DAY", "END", "FEW", "FOR", "GET", "HAS", "HER", "HIM", "HIS", "HOW", "ITS", "LET",
    "MAY", "NEW", "NOT", "NOW", "ONE", "OUR", "OUT", "SAY", "SEE", "SHE", "SUN", "THE", "TOO",
    "TWO", "USE", "WAS", "WAY", "WHY", "YES", "YET", "YOU",
])  # fmt: skip
# Longer than this and with vowels, capitals are taken for a word in capitals.
_SURELY_LETTERS = 3
_KNOWN = frozenset([
    "NCERT", "CBSE", "ICSE", "SCERT", "IUPAC", "ISBN", "HTML", "HTTP", "NCC", "UPSC", "LAN",
    "MCQ", "AIIMS", "UNO", "IMF", "OBC", "VSEPR", "GDP", "INC", "EMI", "EMF", "ATP",
    "ADP", "NADPH", "NADP", "FADH", "RNA", "DNA", "HIV", "ECG", "BCE", "USA", "UAE", "UPI",
    "ICU", "IAS", "EVM",
])  # fmt: skip
_VOWELS = frozenset("AEIOU")


def read_abbreviation(text: str, at: int, tongue: Tongue) -> Reading | None:
    """Dr., e.g., etc.: the words; before a number also No. and Fig."""
    found = tongue.phrases.abbreviation_pattern.match(text, at)
    if not found:
        return None
    if found["numbered"]:
        return Reading(tongue.phrases.numbered[found["numbered"]], found.end())
    words = tongue.phrases.abbreviations[found["short"]]
    return Reading(words, found.end() - _ends_sentence(text, found))


def read_dotted(text: str, at: int, tongue: Tongue) -> Reading | None:
    """U.S.A. and B. R. Ambedkar: the letters without their full stops."""
    found = _DOTTED.match(text, at)
    if not found:
        return None
    letters = [sign for sign in found[0] if sign.isalpha()]
    if found[0].count(" ") >= len(letters) - 1 and tongue.code == "en":
        return None
    at_end = not text[found.end() :].strip()
    return Reading(_spelled(letters, tongue), found.end() - at_end)


def read_capitals(text: str, at: int, tongue: Tongue) -> Reading | None:
    """DNA and NCERT, letter by letter; NASA as a word."""
    found = _CAPITALS.match(text, at)
    if not found:
        return None
    letters = found[0].removesuffix("s")
    if letters in tongue.phrases.acronyms:
        return Reading(tongue.phrases.acronyms[letters], found.end())
    if not _is_initialism(letters):
        return None
    words = _spelled(letters, tongue)
    return Reading(words + found[0][len(letters) :], found.end())


def read_mixed_case(text: str, at: int, tongue: Tongue) -> Reading | None:
    """The likes of pH and mRNA, letter by letter."""
    found = _MIXED.match(text, at)
    return Reading(_spelled(found[0], tongue), found.end()) if found else None


def read_lone_letter(text: str, at: int, tongue: Tongue) -> Reading | None:
    """A single Latin letter in another script: विटामिन C."""
    if tongue.code == "en" or not _LONE.match(text, at):
        return None
    if text[at] in "aAI" and (
        _LATIN_WORD_FOLLOWS.match(text, at + 1)
        or _LATIN_WORD_BEFORE.search(text, max(0, at - 2), at)
    ):
        return None
    return Reading(tongue.symbols.letter(text[at]), at + 1)


def _is_initialism(letters: str) -> bool:
    if letters in _STRESSED:
        return False
    has_vowel = not _VOWELS.isdisjoint(letters)
    return not has_vowel or len(letters) <= _SURELY_LETTERS or letters in _KNOWN


def _spelled(letters: str | list[str], tongue: Tongue) -> str:
    return " ".join(tongue.symbols.letter(letter) for letter in letters)


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    """The full stop of "etc." also closes a sentence, and is kept for the voice to fall."""
    if not found[0].endswith(".") or not found["short"].isascii():
        return False
    pattern = _SENTENCE_ENDS if found["short"] in _OFTEN_LAST else _TEXT_ENDS
    return bool(pattern.match(text, found.end()))
