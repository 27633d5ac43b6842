"""The names in a sentence, so that nobody is credited with what no source says of them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from vidya.core.words import STOP_WORDS, fold_devanagari, stems, tokens

_CAPITALISED = re.compile(r"(?<![\w'’])[A-Z][A-Za-z]+(?:['’]s)?(?![\w/])")
_OPENING = re.compile(r"^[\s\"'“‘(]*(?P<first>[A-Z][A-Za-z]+)(?P<behind>(?:['’]s)?\s+\S+)?")
_BEHIND_A_NAME = re.compile(
    r"['’]s\s|\s(?:[A-Z][a-z]|discovered|invented|wrote|said|says|founded|built|led|ruled|won|proposed|gave|became"
    r"|defeated|conquered|composed|painted|died|lived|introduced|stated)"
)
# Capitals that name nothing: eras, hours, titles, and how an answer begins.
_EMPTY_CAPITALS = "ad bc bce ce am pm mr mrs dr no yes so si"
_NO_NAMES = frozenset(_EMPTY_CAPITALS.split())
_BEFORE_NE = re.compile(r"(?P<who>[\u0900-\u0963\u0971-\u097f]+)\s+ने(?![\u0900-\u097f])")
_BY = re.compile(r"(?P<who>[\u0900-\u0963\u0971-\u097f]+)\s+(?:के\s+)?द्वारा(?![\u0900-\u097f])")
_PRONOUNS = """
उन्हों उन्होंने इन्होंने किसी किस सब सभी उस इस उन इन मैं हम आप तुम वह वे यह ये लोगों जिस जिन जिन्हों इन्हों अपने
"""
_NOBODY = frozenset(map(fold_devanagari, _PRONOUNS.split()))
_SHARED_BEGINNING, _LONGER_BY = 4, 3
_STOP = STOP_WORDS["en"]


def unknown_names(text: str, sources: Iterable[str], *, language: str) -> list[str]:
    """The names that no source has. Indian and India, Newton's and Newton are one name.

    In English a name is known by its capital, in Hindi only by ने and द्वारा behind it.
    """
    known: frozenset[str] = frozenset().union(*(_words_of(each, language) for each in sources))
    found = [*_capitalised(text), *(who["who"] for who in _BEFORE_NE.finditer(text))]
    found += [who["who"] for who in _BY.finditer(text)]
    return [name for name in found if not _is_known(name, known, language)]


def _capitalised(text: str) -> list[str]:
    opening = _OPENING.match(text)
    names = [
        name[0]
        for name in _CAPITALISED.finditer(text)
        if opening is None or name.start() != opening.start("first")
    ]
    if opening and opening["behind"] and _BEHIND_A_NAME.match(opening["behind"]):
        names.insert(0, opening["first"])
    return [name for name in names if name.casefold() not in _NO_NAMES | _STOP]


def _is_known(name: str, known: frozenset[str], language: str) -> bool:
    plain = name.replace("’", "'").removesuffix("'s")
    words = {*tokens(plain), *stems(plain, language=language)}
    folded = {fold_devanagari(word) for word in words}
    if folded & (known | _NOBODY):
        return True
    return any(_is_form_of(word, other) for word in folded for other in known)


def _is_form_of(word: str, other: str) -> bool:
    """Indian and India, Mughals and Mughal: one begins with the other, and is little longer."""
    short, long = sorted((word, other), key=len)
    if len(short) < _SHARED_BEGINNING or len(long) - len(short) > _LONGER_BY:
        return False
    return short.isascii() and long.startswith(short)


@lru_cache(maxsize=256)
def _words_of(source: str, language: str) -> frozenset[str]:
    words = (word.removesuffix("'s") for word in tokens(source))
    return frozenset(map(fold_devanagari, words)) | frozenset(stems(source, language=language))
