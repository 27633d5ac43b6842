"""Hindi in Latin letters: how it is recognised, and how its words are put into Devanagari."""

from functools import lru_cache

from vidya.domains.tutor.same_question.english_lemmas import KNOWN_ENGLISH
from vidya.domains.tutor.same_question.phrases import word_set
from vidya.domains.tutor.same_question.vocabulary import romanised

# Words that no English question holds; the others of the table may be English too.
_TELLING = frozenset(romanised.TELLING.split())
_HINTING = frozenset(romanised.HINTING.split())
_CONNECTING = frozenset({"ka", "ki", "ke"})
_ENGLISH_ONLY = word_set("the what is are does why how which of when where who")


def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in (romanised.FUNCTION_WORDS.strip() + romanised.SCHOOL_WORDS.rstrip()).splitlines():
        hindi, spellings = line.split(": ")
        table |= dict.fromkeys(spellings.split(), tuple(hindi.split("+")))
    return table


_TABLE = _table()
_FUNCTION = frozenset(
    spelling
    for line in romanised.FUNCTION_WORDS.strip().splitlines()
    for spelling in line.split(": ")[1].split()
)


def is_romanised_hindi(words: list[str]) -> bool:
    """Whether a question in Latin letters is Hindi."""
    if not _TELLING.isdisjoint(words):
        return True
    hinting = not _HINTING.isdisjoint(words) or not _CONNECTING.isdisjoint(words[1:-1])
    return hinting and _ENGLISH_ONLY.isdisjoint(words)


def as_in_table(word: str) -> tuple[str, ...]:
    """The Devanagari of a word that the table has as it is typed; empty for any other."""
    found = _TABLE.get(word, ())
    return found if word in _FUNCTION or word not in KNOWN_ENGLISH else ()


def devanagari(words: list[str]) -> list[str]:
    """The words in Devanagari where a table knows them; school English stays English."""
    result: list[str] = []
    for word in words:
        if word == "si" and result[-1:] != ["कौन"]:
            result.append(word)  # the SI unit, not कौन सी
        else:
            result += _put(word)
    return result


@lru_cache(maxsize=16_384)
def _put(word: str) -> tuple[str, ...]:
    found = _TABLE.get(word)
    if found is not None and (word in _FUNCTION or word not in KNOWN_ENGLISH):
        return found
    if word in KNOWN_ENGLISH or not word.isalpha():
        return (word,)
    return _BY_SOUND.get(_sound(word), (word,))


def _sound(word: str) -> str:
    """One form for the ways in which a Hindi sound is written: aa is a, ee is i, w is v."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    squeezed = "".join(b for a, b in zip(" " + word, word, strict=False) if a != b)
    return squeezed[:-1] if len(squeezed) > 5 and squeezed.endswith("a") else squeezed


_SOUNDS = (
    ("aa", "a"), ("ee", "i"), ("oo", "u"), ("sh", "s"), ("chh", "ch"), ("w", "v"), ("z", "j"),
    ("ph", "f"), ("m", "n"), ("y", "i"), ("th", "t"), ("dh", "d"), ("ksh", "ks"), ("x", "ks"),
)  # fmt: skip
_BY_SOUND = {_sound(spelling): hindi for spelling, hindi in _TABLE.items() if len(spelling) > 4}
