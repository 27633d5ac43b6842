"""Text cut into parts short enough for one breath, before it is made speakable."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from vidya.channels.voice.speakable.languages import get_tongue

_Words = list[str]

_SHORTEST = 4
_ENDS = (".", "?", "!", "।", "॥")
_CLOSING = "\"'”’)]*_`"
_ABBREVIATION = re.compile(
    r"[(\"'“‘]*(?:e\.g|i\.e|eg|viz|vs|cf|approx|Dr|Mr|Mrs|Ms|Prof|Smt|Shri|Sri|Pt|St|Mt|Jr|Sr|No|Nos"
    r"|Fig|Figs|Ch|Eq|Ex|Q|Vol|Sec|Art|Std|Rs|p|pp|डॉ|प्रो|पं|श्री|रु|पृ|सं|क्र|उदा|कि\.मी|से\.मी|मि\.मी"
    r"|कि\.ग्रा|मि\.ली)\.$"
)
# These close a sentence as often as not: what follows decides.
_OFTEN_LAST = re.compile(r"(?:etc|a\.m|p\.m|ई\.पू|ई|ल\.स|म\.स|(?:[A-Z]\.)+[A-Z])\.$")
_INITIAL = re.compile(r"[(\"'“‘]*(?:[A-Z]\.)+$")
_LIST_NUMBER = re.compile(r"[(]?(?:[0-9]{1,2}|[a-z]|[०-९]{1,2})[.)]$")
# A single capital that ends a sentence (vitamin C.) is followed by a word that opens one.
_OPENERS = frozenset([
    "The", "A", "An", "It", "This", "That", "These", "Those", "In", "On", "At", "If", "When",
    "He", "She", "They", "We", "You", "I", "But", "And", "So", "For", "There", "Here", "What",
    "Why", "How", "As", "To", "One", "Some", "Many", "Each", "Every", "Both",
])  # fmt: skip
_SOFT_MARK = re.compile(r"[,;:—–][\"'”’)]*$")
# "in which", "and if", "even though": the joining word does not begin here.
_LEADING = frozenset([
    "in", "on", "of", "by", "with", "from", "to", "for", "at", "through", "during", "under",
    "into", "and", "or", "but", "as", "even", "only", "just", "so", "और", "या", "लेकिन",
])  # fmt: skip
_CLAUSES = frozenset([
    "because", "which", "who", "whose", "where", "when", "while", "although", "though", "since",
    "unless", "until", "whereas", "therefore", "but", "so", "if", "that", "however", "क्योंकि",
    "जिससे", "जिसमें", "जिसके", "जिसकी", "जिसका", "जिसे", "जिन्हें", "जो", "लेकिन", "परंतु",
    "परन्तु", "किंतु", "किन्तु", "मगर", "ताकि", "इसलिए", "जबकि", "जब", "जहाँ", "यदि", "अगर", "तो",
    "कि", "अतः",
])  # fmt: skip
_LISTS = frozenset(["and", "or", "nor", "और", "तथा", "एवं", "या", "अथवा"])


def split_for_ear(text: str, *, language: str, longest: int = 15) -> list[str]:
    """Sentences, and of those with more than `longest` words their clauses; words are untouched.

    Joined with spaces the parts equal the text but for white space. No part that a long sentence
    is cut into has fewer than four words; a sentence without a place to cut stays whole.
    Raises LanguageNotSpoken for a language other than "en" and "hi".
    """
    get_tongue(language)
    levels = (_after_a_mark, _before_a_clause, _before_a_list_word)
    parts: list[str] = []
    for line in text.splitlines():
        for sentence in _sentences(line.split()):
            parts += [" ".join(words) for words in _clauses(sentence, longest, levels)]
    return parts


def _sentences(words: Sequence[str]) -> list[_Words]:
    sentences: list[_Words] = [[]]
    for place, word in enumerate(words):
        sentences[-1].append(word)
        following = words[place + 1] if place + 1 < len(words) else ""
        if following and _ends_sentence(sentences[-1], following):
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _ends_sentence(sentence: _Words, following: str) -> bool:
    word = sentence[-1].rstrip(_CLOSING)
    if not word.endswith(_ENDS):
        return False
    if not word.endswith("."):
        return True
    if len(sentence) == 1 and _LIST_NUMBER.match(word):
        return False
    if _ABBREVIATION.match(word):
        return False
    if _OFTEN_LAST.search(word):
        return following[0].isupper() and not _INITIAL.match(word)
    return not _INITIAL.match(word) or _is_opener(following)


def _is_opener(following: str) -> bool:
    return following.strip("\"'“‘(,") in _OPENERS and not following.endswith(".")


def _clauses(
    words: _Words, longest: int, levels: Sequence[Callable[[str, str], bool]]
) -> list[_Words]:
    """Cut at marks first, then before joining words, then before "and": only while too long."""
    if len(words) <= longest or not levels:
        return [words]
    parts: list[_Words] = []
    for part in _packed(words, longest, levels[0]):
        parts += _clauses(part, longest, levels[1:])
    return parts


def _packed(words: _Words, longest: int, may_cut: Callable[[str, str], bool]) -> list[_Words]:
    """The fewest parts that fit, filled from the left, none too short to stand alone."""
    cuts = [place for place, pair in enumerate(pairwise(words), 1) if may_cut(*pair)]
    parts: list[_Words] = []
    begin = 0
    for cut, after in pairwise([*cuts, len(words)]):
        long_enough = cut - begin >= _SHORTEST and len(words) - cut >= _SHORTEST
        if long_enough and after - begin > longest:
            parts.append(words[begin:cut])
            begin = cut
    return [*parts, words[begin:]]


def _after_a_mark(left: str, _: str) -> bool:
    return bool(_SOFT_MARK.search(left))


def _before_a_clause(left: str, right: str) -> bool:
    return _bare(right) in _CLAUSES and _bare(left) not in _LEADING


def _before_a_list_word(_: str, right: str) -> bool:
    return _bare(right) in _LISTS


def _bare(word: str) -> str:
    return word.strip(",;:.!?\"'“”‘’()").lower()
