"""Whether a sentence is written in the language that was asked in, as far as its script tells."""

import re

from vidya.core.words import script_of

_SCRIPTS = {
    "en": "latin",
    "hi": "devanagari",
    "mr": "devanagari",
    "bn": "bengali",
    "pa": "gurmukhi",
    "gu": "gujarati",
    "or": "odia",
    "ta": "tamil",
    "te": "telugu",
    "kn": "kannada",
    "ml": "malayalam",
}
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_LATIN_WORD = re.compile(r"[a-z]{3,}")
_A_SENTENCE = 3  # Latin words of three letters; F = ma and DNA are no English


def is_written_in(language: str, text: str) -> bool:
    """English terms may stand in a Hindi sentence, and outnumber it; a sentence in English may not."""
    wanted = _SCRIPTS.get(language)
    script = script_of(text)
    if wanted is None or script is None or script == wanted:
        return True
    if script != "latin" or wanted == "latin":
        return False
    return (
        script_of(_LATIN.sub(" ", text)) == wanted or len(_LATIN_WORD.findall(text)) < _A_SENTENCE
    )
