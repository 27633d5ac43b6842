"""The words of a question that an answer must speak of, and where a text speaks of them."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from vidya.core.words import fold_devanagari, stems, tokens
from vidya.domains.tutor.stages.aims import AIM_OF_WORD, Aim
from vidya.domains.tutor.stages.light_words import is_empty, is_light
from vidya.domains.tutor.stages.near_words import near
from vidya.domains.tutor.stages.same_meaning import same_meaning

# A sentence that defines need not say "means", nor one that gives the long form "full form".
_NOT_OF_THE_TOPIC = frozenset((Aim.definition, Aim.full_form))
_LIGHT = 0.25
_SAME_MEANING = 0.8
_NEAR = 0.8


@dataclass(frozen=True)
class Term:
    word: str
    stem: str
    weight: float
    """The rarer in the curriculum, the heavier; a word that carries little meaning is light."""
    light: bool
    aim: Aim | None
    """The kind of answer that the word itself asks for: "unit"."""


def words_of(text: str) -> list[str]:
    """The words of a text in the one spelling in which they are compared."""
    return [fold_devanagari(word) for word in tokens(text)]


def terms_of(
    question: str, weights: Mapping[str, float], aims: Collection[Aim], *, language: str
) -> tuple[Term, ...]:
    """The words that say what the question is about, each once, in the order asked.

    `weights` are the inverse document frequencies of the question's stems.
    """
    asked = {word: stems(word, language=language)[0] for word in words_of(question)}
    known = {word: stem for word, stem in asked.items() if stem in weights}
    telling = [word for word in known if not is_empty(word, language=language)]
    found: dict[str, Term] = {}
    for word in telling or known:
        aim = AIM_OF_WORD.get(word)
        aim = aim if aim in aims else None
        light = aim is not None or is_light(word, language=language)
        found.setdefault(known[word], Term(word, known[word], weights[known[word]], light, aim))
    topic = [term for term in found.values() if term.aim not in _NOT_OF_THE_TOPIC]
    return _levelled(topic or list(found.values()))


def _levelled(terms: Sequence[Term]) -> tuple[Term, ...]:
    """A light word may be the rarest of all, and still says less than the topic."""
    heavy = [term.weight for term in terms if not term.light]
    most = _LIGHT * sum(heavy) / len(heavy) if heavy else math.inf
    return tuple(
        replace(term, weight=min(term.weight, most)) if term.light else term for term in terms
    )


class Matches:
    """Which terms each word of some passages stands for, and how well, 0 to 1."""

    def __init__(self, terms: Sequence[Term], words: Iterable[str], *, language: str) -> None:
        self.terms = terms
        self._of: dict[str, dict[int, float]] = {}
        vocabulary = {word: stems(word, language=language)[0] for word in words}
        for number, term in enumerate(terms):
            for word, credit in _credited(term, vocabulary, language=language):
                self._place(word, number, credit)
        for (first, left), (second, right) in pairwise(enumerate(terms)):
            joined = left.word + right.word  # "green house" is written greenhouse
            if joined in vocabulary:
                self._place(joined, first, 1.0)
                self._place(joined, second, 1.0)

    def of(self, word: str) -> Mapping[int, float]:
        """The numbers of the terms that the word stands for, with the credit of each."""
        return self._of.get(word, _NONE)

    def names(self, word: str) -> bool:
        """Whether the word is of the topic itself, and not of what is asked about it."""
        return any(self.terms[number].aim is None for number in self.of(word))

    def support(self, words: Iterable[str]) -> tuple[float, ...]:
        """How well a text of these words speaks of each term."""
        best = [0.0] * len(self.terms)
        for word in words:
            for number, credit in self.of(word).items():
                best[number] = max(best[number], credit)
        return tuple(best)

    def share(self, support: Sequence[float], *, aim: Aim | None = None) -> float:
        """The support as a share, 0 to 1, of what the question says, as far as it asks for `aim`.

        Of "what is force and its unit", a definition speaks wholly if it speaks of force.
        """
        total = reached = 0.0
        for term, credit in zip(self.terms, support, strict=True):
            if aim is None or term.aim is None or term.aim is aim:
                total += term.weight
                reached += term.weight * credit
        return reached / total if total else 0.0

    def _place(self, word: str, number: int, credit: float) -> None:
        of_word = self._of.setdefault(word, {})
        of_word[number] = max(credit, of_word.get(number, 0.0))


_NONE: Mapping[int, float] = {}


def _credited(
    term: Term, vocabulary: Mapping[str, str], *, language: str
) -> Iterable[tuple[str, float]]:
    """The words that stand for the term; near spellings only where the word itself is missing."""
    alike = same_meaning(term.stem, language=language)
    for word, stem in vocabulary.items():
        if stem == term.stem:
            yield word, 1.0
        elif stem in alike:
            yield word, _SAME_MEANING
        elif term.word not in vocabulary and near(term.word, word):
            yield word, _NEAR
