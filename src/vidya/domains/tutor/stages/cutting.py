"""A model's stream, cut into sentences, each with the citations that belong to it."""

import re

from vidya.core.sentences import split_sentences

_CITATION = r"(?:\s*\[\s*\d+(?:\s*[-–,;]\s*\d+)*\s*\])"
_CITATIONS = re.compile(_CITATION)
_CITED = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_MOST_CITED = 20
_LONGEST_SENTENCE = 1_000
# A citation stands before the full stop or behind it, and goes with the sentence either way.
# Nothing is given back once matched (++), or a stop would depend on where the stream was cut.
_STOP = re.compile(
    rf"""
    (?P<before> {_CITATION}++ \s*+ )? [.!?।॥]++ ["'”’)]*+
    (?P<behind> {_CITATION}*+ )
    (?P<space> \s*+ )
    (?= [^\s\[\].,;:!?।॥)] )   # something that a sentence can begin with
    """,
    re.VERBOSE,
)
_ENOUGH = 16
"""Characters behind a full stop from which it is known whether it ends a sentence."""


class SentenceWithoutEnd(ValueError):
    """The model writes on and on: no child could follow, and nothing could be checked."""


class SentenceCutter:
    """Takes a stream piece by piece and gives the sentences that are whole.

    A sentence is whole once the next one has begun, since its citation may follow its full stop.
    Where it ends does not depend on how the stream was cut.
    """

    def __init__(self) -> None:
        self._pending = ""

    def feed(self, piece: str) -> list[str]:
        """The sentences that this piece completes; SentenceWithoutEnd past 1,000 characters."""
        whole: list[str] = []
        for begin in range(0, len(piece), _LONGEST_SENTENCE):
            self._pending += piece[begin : begin + _LONGEST_SENTENCE]
            whole += self._cut(is_all=False)
            if len(self._pending) > _LONGEST_SENTENCE:
                raise SentenceWithoutEnd
        return whole

    def end(self) -> list[str]:
        """The sentences that are left when the stream has ended."""
        return [*self._cut(is_all=True), self._pending]

    def _cut(self, *, is_all: bool) -> list[str]:
        whole: list[str] = []
        while end := _first_end(self._pending, is_all=is_all):
            whole.append(self._pending[:end])
            self._pending = self._pending[end:]
        return whole


def without_citations(sentence: str) -> str:
    return " ".join(_CITATIONS.sub("", sentence).split())


def cited_numbers(sentence: str) -> set[int]:
    """The passages that a sentence cites, by number, as [1], [1, 3] or [1-3]."""
    return {
        number
        for group in _CITATIONS.findall(sentence)
        for first, last in _CITED.findall(group)
        for number in range(int(first), int(last or first) + 1)[:_MOST_CITED]
    }


def _first_end(text: str, *, is_all: bool) -> int:
    """Where the next sentence begins; 0 while that is not known.

    More text never changes an end, so the sentences are the same however the stream is cut.
    """
    for stop in _STOP.finditer(text):
        if stop["before"] or stop["behind"]:
            return stop.end()
        if not stop["space"]:
            continue  # a decimal
        following = text[stop.end() :][:_ENOUGH]
        if len(following) < _ENOUGH and not is_all:
            return 0
        if _closes(text[: stop.start("behind")], following):
            return stop.end()
    return 0


def _closes(text: str, following: str) -> bool:
    """Whether the full stop at the end of the text is no abbreviation's."""
    return split_sentences(f"{text} {following}")[0] == " ".join(text.split())
