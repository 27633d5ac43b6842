"""What the tutor says by itself, in each language that it speaks."""

import tomllib
from importlib.resources import files
from typing import Any

SPOKEN = ("en", "hi")


def say(key: str, language: str, /, **values: object) -> str:
    """The phrase with its blanks filled, written for the ear."""
    text: str = _PHRASES[language][key]
    return str(text.format(**values)) if values else text


def word(table: str, key: str, language: str) -> str:
    """One word of a table, such as the name of a subject; the key itself where there is none."""
    found: str = _PHRASES[language][table].get(key, key)
    return found


def command(speech: str, language: str) -> str:
    """The key that stands for a spoken command; empty when it is not one, word for word."""
    found: str = _COMMANDS[language].get(speech.strip(" .!?।").casefold(), "")
    return found


def _load(language: str) -> dict[str, Any]:
    text = files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


_PHRASES = {language: _load(language) for language in SPOKEN}
_COMMANDS: dict[str, dict[str, str]] = {
    language: {
        wording.casefold(): key
        for key, wordings in _PHRASES[language]["commands"].items()
        for wording in wordings
    }
    for language in SPOKEN
}
