"""Whether two words are one, spelt in two ways: a slip of the finger, or another ending."""

import unicodedata
from functools import lru_cache

_SHORTEST = 5
_LONG = 9  # from here on, two slips are forgiven
_SHORTEST_STEM, _STEM_SHARE = 6, 0.75
_CONSONANTS, _LONG_NAME = 3, 5


@lru_cache(maxsize=65_536)
def near(asked: str, written: str) -> bool:
    """Both are in lower case, and folded.

    The opening must stand, for aerobic is not anaerobic; a letter changed in the ending makes
    another word, for nitrate is not nitrite.
    """
    if asked[:1] != written[:1] or asked.isdigit() or written.isdigit():
        return False
    if not asked.isascii() or not written.isascii():
        return _same_consonants(asked, written)
    if min(len(asked), len(written)) < _SHORTEST or asked[:2] != written[:2]:
        return False
    return _is_slip(asked, written) or _same_opening(asked, written)


def _is_slip(asked: str, written: str) -> bool:
    allowed = 2 if min(len(asked), len(written)) >= _LONG else 1
    if abs(len(asked) - len(written)) > allowed:
        return False
    if len(asked) == len(written) and asked[-3:] != written[-3:]:
        return False
    return edits(asked, written) <= allowed


def _same_opening(asked: str, written: str) -> bool:
    """Photosynthesis and photosynthetic: stems differ, most letters do not."""
    length = 0
    for left, right in zip(asked, written, strict=False):
        if left != right:
            break
        length += 1
    longer = max(len(asked), len(written))
    return length >= _SHORTEST_STEM and length >= _STEM_SHARE * longer


def _same_consonants(asked: str, written: str) -> bool:
    """For Indian scripts, where a spelling differs in vowel signs, nasals and virama (एलन, एलेन).

    An ending may add a consonant (कंपनी, कंपनियों).
    """
    short, long = sorted((_consonants(asked), _consonants(written)), key=len)
    if len(short) < _CONSONANTS or len(long) - len(short) > 1:
        return False
    return long.startswith(short) or (len(short) >= _LONG_NAME and edits(short, long) <= 1)


@lru_cache(maxsize=65_536)
def _consonants(word: str) -> str:
    return "".join(c for c in word if not unicodedata.category(c).startswith("M"))


def edits(left: str, right: str) -> int:
    """Letters inserted, dropped, changed or swapped with the next one (Damerau, 1964)."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        above, before_above, row = row, before, [i]
        for j, b in enumerate(right, start=1):
            cost = min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, before_above[j - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]
