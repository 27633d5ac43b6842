"""The words of a text, as search and the comparison of questions see them."""

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer

from vidya.core.light_stems import LIGHTLY_STEMMED, light_stem
from vidya.core.stop_words import TABLES

# Letters and marks of the Indian scripts without their full stops (U+0964, U+0965) and the
# abbreviation sign (U+0970): `\w` alone would cut a word at every vowel sign and virama.
INDIC = "\u0900-\u0963\u0966-\u096f\u0971-\u0dff"
_WORD = re.compile(
    rf"[^\W\d_][\w{INDIC}]*(?:'[^\W\d_][\w{INDIC}]*)*"  # a word, its digits, its apostrophes
    r"|\d+(?:\.\d+)?"
)
_GROUPED_DIGITS = re.compile(r"(?<=\d),(?=(?:\d{2,3},)*\d{3}(?!\d))")
# Letters that an older keyboard writes with a joiner: without it they would be other words.
_JOINED = {
    "ന\u0d4d\u200d": "ൻ",
    "ണ\u0d4d\u200d": "ൺ",
    "ര\u0d4d\u200d": "ർ",
    "ല\u0d4d\u200d": "ൽ",
    "ള\u0d4d\u200d": "ൾ",
    "ত\u09cd\u200d": "ৎ",
}
_JOINERS = {0x200C: None, 0x200D: None, 0xFEFF: None}
_APOSTROPHES = {0x2018: "'", 0x2019: "'", 0x02BC: "'"}
_ZEROS = (0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66)
INDIC_DIGITS = {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)}
_FOLD = {**_JOINERS, **_APOSTROPHES, **INDIC_DIGITS}

_SCRIPTS = (
    ("devanagari", 0x0900, 0x0980),
    ("bengali", 0x0980, 0x0A00),
    ("gurmukhi", 0x0A00, 0x0A80),
    ("gujarati", 0x0A80, 0x0B00),
    ("odia", 0x0B00, 0x0B80),
    ("tamil", 0x0B80, 0x0C00),
    ("telugu", 0x0C00, 0x0C80),
    ("kannada", 0x0C80, 0x0D00),
    ("malayalam", 0x0D00, 0x0D80),
)
_LATIN = (
    "A-Z",
    "a-z",
    "\u00aa",
    "\u00ba",
    "\u00c0-\u00d6",
    "\u00d8-\u00f6",
    "\u00f8-\u02af",
    "\u1e00-\u1eff",
)


def _letters(first: int, end: int) -> re.Pattern[str]:
    return re.compile("[" + "".join(filter(str.isalpha, map(chr, range(first, end)))) + "]")


_LETTERS = {
    **{name: _letters(first, end) for name, first, end in _SCRIPTS},
    "latin": re.compile(f"[{''.join(_LATIN)}]"),
}
"""Of two that count the same, the first one wins: Hindi is mixed with English, not the reverse."""

_STEMMER_OF = {"en": "english", "hi": "hindi", "ta": "tamil"}
_LANGUAGE_OF_SCRIPT = {
    "latin": "en",
    "tamil": "ta",
    "bengali": "bn",
    "gurmukhi": "pa",
    "gujarati": "gu",
    "odia": "or",
    "telugu": "te",
    "kannada": "kn",
    "malayalam": "ml",
}
_stemmers = {code: snowballstemmer.stemmer(name) for code, name in _STEMMER_OF.items()}
_stemming = threading.Lock()  # a Snowball stemmer keeps the word in itself while it works

STOP_WORDS = {language: frozenset(table.split()) for language, table in TABLES.items()}


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, case-folded, in order, with every vowel sign kept.

    Digits of the Indian scripts become 0 to 9 and `1,00,000` becomes `100000`.
    """
    folded = unicodedata.normalize("NFC", with_joined(text).translate(_FOLD)).casefold()
    return _WORD.findall(_GROUPED_DIGITS.sub("", folded))


def with_joined(text: str) -> str:
    """The text with one spelling for the letters that have an older one with a joiner."""
    if "\u200d" in text:
        for written, letter in _JOINED.items():
            text = text.replace(written, letter)
    return text


def stems(text: str, *, language: str) -> list[str]:
    """The stems of a text's words, in order.

    A word is stemmed by its script: Latin words in English, Tamil words in Tamil, words of the
    other Indian scripts by the endings of their language; Devanagari words in Hindi or Marathi
    where `language` is "hi" or "mr". Other words stay whole.
    """
    return [_stem(word, language) for word in tokens(text)]


def content_stems(text: str, *, language: str) -> list[str]:
    """The stems that say what a text is about: all but the stop words of the language.

    A text of stop words alone ("who am I") keeps them, so that it still finds something.
    """
    stop = _stop_words(language)
    words = tokens(text)
    kept = [word for word in words if fold_devanagari(word) not in stop]
    return [_stem(word, language) for word in kept or words]


def script_of(text: str) -> str | None:
    """The script of most letters ("latin", "devanagari", "tamil", …); None without letters."""
    if text.isascii():
        return "latin" if any(character.isalpha() for character in text) else None
    found = {name: len(letters.findall(text)) for name, letters in _LETTERS.items()}
    found["other"] = sum(map(str.isalpha, text)) - sum(found.values())
    most = max(found, key=found.__getitem__)
    return most if found[most] else None


@lru_cache(maxsize=65_536)
def fold_devanagari(word: str) -> str:
    """One spelling for the ways in which a Hindi word is written; other words stay as they are.

    Nukta is dropped (ज़रूरी, जरूरी), chandrabindu and half nasals become anusvara (पाँच,
    पांच; अन्तर, अंतर), visarga goes (दुःख, दुख), and the glides of चाहिये and गयी are written
    as vowels (चाहिए, गई).
    """
    if word.isascii():
        return word
    word = unicodedata.normalize("NFD", word).replace("\u093c", "").replace("\u0903", "")
    word = unicodedata.normalize("NFC", word).replace("\u0901", "\u0902")
    word = _HALF_NASAL.sub("\u0902", word)
    return _GLIDE.sub(lambda found: _VOWEL_OF_GLIDE[found[0]], word)


# A nasal without its vowel before a stop of its own place is said, and often written, anusvara.
_HALF_NASAL = re.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")
_GLIDE = re.compile("(?<=[ािक-ह])(?:ये|यी)$")
_VOWEL_OF_GLIDE = {"ये": "ए", "यी": "ई"}


@lru_cache(maxsize=131_072)
def _stem(word: str, language: str) -> str:
    script = script_of(word)
    if script == "devanagari":
        word = fold_devanagari(word)
        by = language
    else:
        by = _LANGUAGE_OF_SCRIPT.get(script or "", "")
    if by in LIGHTLY_STEMMED:
        return light_stem(word, language=by)
    stemmer = _stemmers.get(by)
    if stemmer is None:
        return word
    with _stemming:
        return str(stemmer.stemWord(word))


@lru_cache(maxsize=64)
def _stop_words(language: str) -> frozenset[str]:
    words = STOP_WORDS["en"] | STOP_WORDS.get(language, frozenset())
    return frozenset(map(fold_devanagari, words))
