"""Text as it can be kept and quoted: clean, and cut where it is too long for one passage."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vidya.core.sentences import split_sentences
from vidya.domains.curriculum.models import NewPassage

LONGEST_PIECE = 120
"""Words; a longer passage would bury what was asked."""
_LONGEST_TAKEN = 480
"""Words; a passage that somebody made of more than this is cut."""
_LONGEST_TEXT = 4_000
"""Characters, for a text without spaces has one word."""
_LONGEST_WORD = 400
_LONGEST_HEADING = 300
_REFUSED = re.compile("[\x00\ud800-\udfff]")
"""Neither PostgreSQL nor UTF-8 takes them."""
# What no reader sees; the joiners stay, which Indian scripts are spelled with.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\u200b\u200e\u200f\u2060\ufeff\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CLAUSE_END = re.compile(r"(?<=[,;:،])\s+")


def pieces_of(passage: NewPassage) -> list[NewPassage]:
    """The passage as it can be kept: whole, or in pieces under the same heading and page."""
    heading = _heading(cleaned(passage.heading))
    body = _REFUSED.sub("", passage.body)
    if not cleaned(body).strip():
        return []
    bodies = cut(body) if is_long(body, words=_LONGEST_TAKEN) else [body]
    return [replace(passage, heading=heading, body=each) for each in bodies]


def cleaned(text: str) -> str:
    """The text without unseen characters, and with one kind of line end."""
    return _UNSEEN.sub("", _LINE_END.sub("\n", text))


def is_long(text: str, *, words: int) -> bool:
    return len(text) > _LONGEST_TEXT or len(text.split()) > words


def cut(text: str) -> list[str]:
    """Whole sentences together, up to 120 words each; a longer one is cut at its clauses."""
    return list(_joined(part for sentence in split_sentences(text) for part in _parts(sentence)))


def _joined(parts: Iterable[str]) -> Iterator[str]:
    """Neighbours joined while they fit into one piece."""
    piece: list[str] = []
    words = characters = 0
    for part in parts:
        more = part.count(" ") + 1
        if piece and (words + more > LONGEST_PIECE or characters + len(part) > _LONGEST_TEXT):
            yield " ".join(piece)
            piece, words, characters = [], 0, 0
        piece.append(part)
        words += more
        characters += len(part) + 1
    if piece:
        yield " ".join(piece)


def _parts(sentence: str) -> Iterator[str]:
    """The sentence; of one that is too long its clauses, and of such a clause its words."""
    if not is_long(sentence, words=LONGEST_PIECE):
        yield sentence
        return
    for clause in _CLAUSE_END.split(sentence):
        if is_long(clause, words=LONGEST_PIECE):
            yield from _words(clause)
        else:
            yield clause


def _words(clause: str) -> Iterator[str]:
    """Single words; one that no book has, without a space for pages, is cut by length."""
    for word in clause.split():
        for start in range(0, len(word), _LONGEST_WORD):
            yield word[start : start + _LONGEST_WORD]


def _heading(heading: str) -> str:
    flat = " ".join(heading.split())
    return flat if len(flat) <= _LONGEST_HEADING else flat[: _LONGEST_HEADING - 1] + "…"
