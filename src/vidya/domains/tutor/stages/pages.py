"""Passages taken apart into sentences, each with what it says of a question."""

from collections.abc import Sequence
from dataclasses import dataclass

from vidya.core.sentences import split_sentences
from vidya.domains.curriculum.models import Passage
from vidya.domains.tutor.stages.dangling import dangles
from vidya.domains.tutor.stages.terms import Matches, Term, words_of

# What surrounds a sentence says what it speaks of, the less so the farther away.
_LEANT_ON, _HEADING, _NEIGHBOUR, _CHAPTER, _PASSAGE = 0.8, 0.6, 0.4, 0.3, 0.25


@dataclass(frozen=True)
class Line:
    """One sentence; `support` and `lent` have one number, 0 to 1, for each term of the question."""

    text: str
    words: tuple[str, ...]
    support: tuple[float, ...]
    """How well it speaks of the term."""
    lent: tuple[float, ...]
    """The same, with what its neighbours, its heading and its chapter lend it."""
    dangles: bool
    """It begins with "It" or यह, and speaks of what the sentence before it names."""


@dataclass(frozen=True)
class Page:
    passage: Passage
    rank: int
    """Of the passage among those found, best 0."""
    lines: tuple[Line, ...]
    heading: tuple[float, ...]
    """How well the heading speaks of each term."""


def read_pages(
    passages: Sequence[Passage], terms: Sequence[Term], *, language: str
) -> tuple[list[Page], Matches]:
    """The passages in the order given, and how their words match the terms."""
    torn = [_Torn(passage) for passage in passages]
    words = {word for each in torn for group in each.groups for word in group}
    matches = Matches(terms, words, language=language)
    return [_page(rank, each, matches) for rank, each in enumerate(torn)], matches


class _Torn:
    """A passage as sentences and words."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.sentences = split_sentences(passage.body)
        self.words = [words_of(sentence) for sentence in self.sentences]
        self.heading = words_of(passage.heading)
        self.chapter = words_of(passage.chapter)
        self.groups = (*self.words, self.heading, self.chapter)


def _page(rank: int, torn: _Torn, matches: Matches) -> Page:
    supports = [matches.support(words) for words in torn.words]
    heading = matches.support(torn.heading)
    everywhere = _most(
        _weakened(heading, _HEADING),
        _weakened(matches.support(torn.chapter), _CHAPTER),
        *(_weakened(support, _PASSAGE) for support in supports),
    )
    lines = []
    for at, support in enumerate(supports):
        text, leans = torn.sentences[at], dangles(torn.sentences[at])
        before = _weakened(supports[at - 1], _LEANT_ON if leans else _NEIGHBOUR) if at else support
        after = _weakened(supports[at + 1], _NEIGHBOUR) if at + 1 < len(supports) else support
        lent = _most(support, everywhere, before, after)
        lines.append(Line(text, tuple(torn.words[at]), support, lent, leans))
    return Page(torn.passage, rank, tuple(lines), heading)


def _weakened(support: Sequence[float], by: float) -> tuple[float, ...]:
    return tuple(by * each for each in support)


def _most(*supports: Sequence[float]) -> tuple[float, ...]:
    return tuple(map(max, zip(*supports, strict=True)))
