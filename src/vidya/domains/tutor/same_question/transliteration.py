"""Hindi in Latin letters put into Devanagari, so that Hindi passages can be searched with it."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise, product

from vidya.core.words import fold_devanagari, tokens
from vidya.domains.tutor.same_question import hinglish
from vidya.domains.tutor.same_question.english_lemmas import KNOWN_ENGLISH
from vidya.domains.tutor.same_question.vocabulary import concepts, romanised

_MOST = 3  # spellings of one word
_LONGEST_WORD = 30  # letters; what is longer is no word
_MOST_WORDS = 60
_SHORTEST = 3  # consonants and vowels that sound: shorter words sound like too many others

# The table has dictionary forms; books, and the stop words of search, have these.
_AS_WRITTEN = {
    "होना": "होता", "कहना": "कहते", "करना": "करते", "जाना": "जाता", "सकना": "सकता",
    "बताना": "बताओ", "समझना": "समझते", "कितना": "कितने", "कौनसा": "कौन", "किसको": "किसे",
}  # fmt: skip


def devanagari_of(text: str, *, vocabulary: frozenset[str] = frozenset()) -> list[str]:
    """The question in Devanagari, in up to three spellings, the likeliest first.

    Empty where the text is not Hindi in Latin letters. Each spelling has every word, so that
    the words of all of them together are what to search for. English words stay as they are.
    A word is put by the table of `hinglish`, else by a word of the curriculum's `vocabulary`
    (`core.words.tokens`; one long-lived frozenset, since it is indexed by sound once) or of the
    built-in school words that sounds the same, else letter by letter.
    """
    words = tokens(text)[:_MOST_WORDS]
    if not words or not text.isascii() or not hinglish.is_romanised_hindi(words):
        return []
    choices = [_spellings(word, vocabulary) for word in words]
    count = max(map(len, choices))
    texts = (
        " ".join(spellings[min(at, len(spellings) - 1)] for spellings in choices)
        for at in range(count)
    )
    return list(dict.fromkeys(texts))


def _spellings(word: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    if not word.isalpha() or len(word) > _LONGEST_WORD:
        return (word,)
    put = hinglish.as_in_table(word)
    if put:
        return (" ".join(_AS_WRITTEN.get(hindi, hindi) for hindi in put),)
    if word in KNOWN_ENGLISH:  # a name among them stands in Devanagari in a Hindi passage
        return (word, *_alike(word, vocabulary)[:1])
    return _heard(word, vocabulary)


@lru_cache(maxsize=16_384)
def _heard(word: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    return _alike(word, vocabulary) or letter_by_letter(word)


def _alike(word: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    """The words of the vocabulary and of school that sound the same, the nearest first."""
    sound = sound_of(word)
    if len(sound) < _SHORTEST:
        return ()
    alike = {*_built_in().get(sound, ()), *_by_sound(vocabulary).get(sound, ())}
    return tuple(sorted(alike, key=lambda hindi: (_distance(word, hindi), hindi))[:_MOST])


def sound_of(word: str) -> str:
    """What tells a Hindi word from others however it is written in Latin letters.

    Consonants, and vowels but a, which is written for अ and आ alike or left out: both
    "prakash" and "prakaash" are "prks".
    """
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", _NASAL.sub("n", word.replace("a", "")))


def sound_of_devanagari(word: str) -> str:
    """The same for a word in Devanagari: प्रकाश is "prks"."""
    heard = "".join(_HEARD.get(letter, "") for letter in word.replace("ज्ञ", "ग्य"))
    return _DOUBLED.sub(r"\1", _NASAL.sub("n", heard))


_DOUBLED = re.compile(r"(.)\1+")
_NASAL = re.compile("m(?=[pbf])")
_SOUNDS = (
    ("chh", "c"), ("ch", "c"), ("sh", "s"), ("ph", "f"), ("gn", "gy"), ("jn", "gy"), ("x", "ks"),
    ("ee", "i"), ("ii", "i"), ("oo", "u"), ("ai", "e"), ("ei", "e"), ("au", "o"), ("ou", "o"),
    ("w", "v"), ("z", "j"), ("q", "k"),
)  # fmt: skip
_HEARD = {
    **dict(zip("कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळ", [
        "k", "kh", "g", "gh", "n", "c", "c", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th",
        "d", "dh", "n", "p", "f", "b", "bh", "m", "y", "r", "l", "v", "s", "s", "s", "h", "l",
    ], strict=True)),
    **dict.fromkeys("इईिी", "i"), **dict.fromkeys("उऊुू", "u"), **dict.fromkeys("एऐेै", "e"),
    **dict.fromkeys("ओऔोौॉऑ", "o"), **dict.fromkeys("ऋृ", "ri"), **dict.fromkeys("ंँ", "n"),
}  # fmt: skip


@lru_cache(maxsize=1)
def _built_in() -> Mapping[str, list[str]]:
    tables = (concepts.SCIENCE, concepts.MATHEMATICS, concepts.SOCIETY, romanised.SCHOOL_WORDS)
    lists = (concepts.KNOWN_HINDI_WORDS, romanised.SOUGHT)
    return _indexed(tokens(" ".join((*tables, *lists))))


@lru_cache(maxsize=8)
def _by_sound(vocabulary: frozenset[str]) -> Mapping[str, list[str]]:
    return _indexed(vocabulary)


def _indexed(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys(fold_devanagari(word) for word in words if not word.isascii()):
        sound = sound_of_devanagari(word)
        if len(sound) >= _SHORTEST:
            found.setdefault(sound, []).append(word)
    return found


def _distance(typed: str, hindi: str) -> int:
    """How far the vowels that the sound leaves out are from what was typed."""
    long = typed.count("aa")
    ends_open = typed.endswith("a")
    return (
        abs(typed.count("a") - long - _inherent(hindi) - (hindi.count("ा") - long))
        + (2 if ends_open != hindi.endswith("ा") else 0)
        + (1 if long > hindi.count("ा") + hindi.count("आ") else 0)
    )


def _inherent(hindi: str) -> int:
    """Consonants that are said with their own a, the last of the word left out."""
    return sum(
        letter in _CONSONANTS_OF and after in _CONSONANTS_OF for letter, after in pairwise(hindi)
    )


_CONSONANTS_OF = frozenset("कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह")


@lru_cache(maxsize=16_384)
def letter_by_letter(word: str) -> tuple[str, ...]:
    """Up to three spellings by rule alone, for names and words that no table has.

    The rule knows neither ण nor where a vowel is silent: मणिपुर is here मनिपुर and मानिपुर.
    """
    parts = _PARTS.findall(word)
    open_a = [at for at, part in enumerate(parts[:-1]) if part == "a" and at][:2]
    spellings = dict.fromkeys(
        _written(
            parts, frozenset(at for at, is_long in zip(open_a, chosen, strict=True) if is_long)
        )
        for chosen in product((False, True), repeat=len(open_a))
    )
    return tuple(spellings)[:_MOST] or (word,)


_CONSONANTS = {
    "ksh": "क्ष", "chh": "छ", "gy": "ज्ञ", "kh": "ख", "gh": "घ", "ch": "च", "jh": "झ", "th": "थ",
    "dh": "ध", "ph": "फ", "bh": "भ", "sh": "श", "k": "क", "g": "ग", "c": "क", "j": "ज", "z": "ज",
    "t": "त", "d": "द", "n": "न", "p": "प", "f": "फ", "b": "ब", "m": "म", "y": "य", "r": "र",
    "l": "ल", "v": "व", "w": "व", "s": "स", "h": "ह", "q": "क", "x": "क्स",
}  # fmt: skip
_VOWELS = {
    "aa": ("आ", "ा"), "ai": ("ऐ", "ै"), "au": ("औ", "ौ"), "ee": ("ई", "ी"), "oo": ("ऊ", "ू"),
    "a": ("अ", ""), "i": ("इ", "ि"), "u": ("उ", "ु"), "e": ("ए", "े"), "o": ("ओ", "ो"),
}  # fmt: skip
_AT_THE_END = {"a": "ा", "i": "ी"}
_PARTS = re.compile("|".join(sorted([*_CONSONANTS, *_VOWELS], key=len, reverse=True)))
_NO_ANUSVARA_BEFORE = frozenset("ynmhrvwl")


def _written(parts: list[str], long_at: frozenset[int]) -> str:
    written: list[str] = []
    for at, part in enumerate(parts):
        following = parts[at + 1] if at + 1 < len(parts) else ""
        after_consonant = at > 0 and parts[at - 1] in _CONSONANTS
        if part in _CONSONANTS:
            written.append(_consonant(part, following))
        elif not after_consonant:
            written.append(_VOWELS[part][0])
        elif at in long_at:
            written.append("ा")
        else:
            written.append(
                _VOWELS[part][1] if following else _AT_THE_END.get(part, _VOWELS[part][1])
            )
    return "".join(written)


def _consonant(part: str, following: str) -> str:
    if following not in _CONSONANTS:
        return _CONSONANTS[part]
    if part in {"n", "m"} and following[0] not in _NO_ANUSVARA_BEFORE:
        return "ं"
    return _CONSONANTS[part] + "्"
