"""How abbreviations are found in a text."""

import re
from collections.abc import Iterable

# These are words, or parts of words, when no full stop follows.
_NEEDS_STOP = frozenset(["St", "Pt", "Mt", "Jr", "Sr", "cf"])
_FIGURES = frozenset(["Fig", "fig", "Figs", "Eq", "Std"])
_DEVANAGARI_STOP = r"[.\u0970]"


def pattern_of(*, short: Iterable[str], numbered: Iterable[str]) -> re.Pattern[str]:
    """Matches at the beginning of a short form, with the full stop that belongs to it."""
    shorts = "|".join(_one(form) for form in _longest_first(short))
    with_stop = "|".join(map(re.escape, _longest_first(set(numbered) - _FIGURES)))
    figures = "|".join(map(re.escape, _longest_first(_FIGURES)))
    return re.compile(
        rf"(?P<short>{shorts})\.?(?![A-Za-z])"
        rf"|(?P<numbered>(?:{with_stop})(?=\.)|(?:{figures})(?![A-Za-z]))\.?"
        r"(?=[ ]?(?:[0-9]|[IVX]+(?![A-Za-z])))"
    )


def _one(form: str) -> str:
    written = re.escape(form)
    if not form.isascii():
        return rf"{written}(?={_DEVANAGARI_STOP})"
    if form in _NEEDS_STOP:
        return rf"{written}(?=\.)"
    return written


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(forms, key=len, reverse=True)
