"""The languages that we can speak in."""

from vidya.channels.voice.speakable.english import ENGLISH
from vidya.channels.voice.speakable.hindi import HINDI
from vidya.channels.voice.speakable.tongue import Tongue
from vidya.core.errors import BadInput

TONGUES = (ENGLISH, HINDI)

_BY_CODE = {tongue.code: tongue for tongue in TONGUES}


class LanguageNotSpoken(BadInput): ...


def get_tongue(language: str) -> Tongue:
    """The tongue of a language code; LanguageNotSpoken for any other than "en" and "hi"."""
    tongue = _BY_CODE.get(language)
    if tongue is None:
        spoken = ", ".join(sorted(_BY_CODE))
        raise LanguageNotSpoken(f"We cannot speak {language!r}. We can speak: {spoken}.")
    return tongue
