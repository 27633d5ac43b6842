"""What the tutor says by itself, in each language that it speaks."""

import tomllib
import unicodedata
from importlib.resources import files
from typing import Any

SPOKEN = ("en", "hi")
_MARKS = dict.fromkeys(map(ord, ".,!?।"), " ")
_POLITE = frozenset(
    unicodedata.normalize("NFC", word) for word in ("please", "कृपया", "प्लीज़", "प्लीज", "जरा", "ज़रा")
)


def say(key: str, language: str, /, **values: object) -> str:
    """The phrase with its blanks filled, written for the ear."""
    text: str = _PHRASES[language][key]
    return str(text.format(**values)) if values else text


def word(table: str, key: str, language: str) -> str:
    """One word of a table, such as the name of a subject; the key itself where there is none."""
    found: str = _PHRASES[language][table].get(key, key)
    return found


def command(speech: str, language: str) -> str:
    """The key that stands for a spoken command; empty when it is not one, word for word.

    The language of the call goes first: who learns in Hindi may still say "repeat".
    """
    spoken = _bare(speech)
    for code in (language, *SPOKEN):
        if spoken in _COMMANDS[code]:
            return _COMMANDS[code][spoken]
    return ""


def yes_or_no(speech: str) -> str:
    """`yes` or `no`, whichever language it is said in; empty when it is neither."""
    return _ANSWERS.get(_bare(speech), "")


def is_not_what_was_asked(speech: str) -> bool:
    """Whether the caller says, word for word and in any language, that this was not the question."""
    return _bare(speech) in _NOT_ASKED


def _bare(speech: str) -> str:
    """Without marks and politeness, and with one spelling of each letter."""
    words = unicodedata.normalize("NFC", speech).casefold().translate(_MARKS).split()
    return " ".join(word for word in words if word not in _POLITE)


def _load(language: str) -> dict[str, Any]:
    text = files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _by_wording(table: dict[str, list[str]]) -> dict[str, str]:
    return {_bare(wording): key for key, wordings in table.items() for wording in wordings}


_PHRASES = {language: _load(language) for language in SPOKEN}
_COMMANDS = {language: _by_wording(_PHRASES[language]["commands"]) for language in SPOKEN}
_ANSWERS = {
    wording: answer
    for language in SPOKEN
    for wording, answer in _by_wording(_PHRASES[language]["answers"]).items()
}
_NOT_ASKED = frozenset(
    _bare(wording) for language in SPOKEN for wording in _PHRASES[language]["doubts"]["not_asked"]
)
