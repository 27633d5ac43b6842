"""What a model wrote is held against the passages before anybody hears it."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from vidya.core.words import content_stems
from vidya.domains.curriculum.models import Passage
from vidya.domains.tutor.models import Sentence
from vidya.domains.tutor.stages.figures import Figure, figures
from vidya.domains.tutor.stages.names import unknown_names
from vidya.domains.tutor.stages.negation import contradicts
from vidya.domains.tutor.stages.sums import Sum, sums
from vidya.domains.tutor.stages.unsafe import unsafe_for_a_child
from vidya.domains.tutor.stages.written_in import is_written_in

_SUPPORTED = 0.4
"""The share of a sentence's words of meaning that its passages must hold."""
_UNREADABLE = "\ufffd"


def finding(
    sentence: Sentence, *, question: str, language: str, said: Sequence[str] = ()
) -> str | None:
    """Why the sentence may not be said; None when it may.

    Its numbers and its names occur in the passages that it cites, in the question or in what was
    `said` (and checked) before; numbers may follow from those by a sum that is right. Its words
    are the passages': what only the question says is not borne out by it. It denies nothing that
    they say. And it is fit for a child, in the language that was asked in.
    """
    if not sentence.passages:
        return "no citation"
    unfit = _unfit(sentence.text, language=language)
    if unfit:
        return unfit
    sources = [_source(passage) for passage in sentence.passages]
    return _unknown(sentence.text, [*sources, question, *said], language=language) or _unsaid(
        sentence.text, sources, language=language
    )


def _unfit(text: str, *, language: str) -> str | None:
    """What is wrong with it, whatever the passages say."""
    if _UNREADABLE in text:
        return "a torn letter"
    unsafe = unsafe_for_a_child(text)
    if unsafe:
        return unsafe
    return None if is_written_in(language, text) else "another language than asked"


def _unknown(text: str, known_from: Sequence[str], *, language: str) -> str | None:
    """Figures and names from nowhere."""
    worked_out = sums(text)
    if not all(each.holds for each in worked_out):
        return "a sum that does not come out"
    if not figures(text).stated <= _known(known_from, worked_out):
        return "a number that no source has"
    if unknown_names(text, known_from, language=language):
        return "a name that no source has"
    return None


def _unsaid(text: str, sources: Sequence[str], *, language: str) -> str | None:
    if _support(text, sources, language=language) < _SUPPORTED:
        return "the sources do not say so"
    return "the source says the opposite" if contradicts(text, sources, language=language) else None


def _source(passage: Passage) -> str:
    return f"{passage.chapter} {passage.heading} {passage.body}"


def _known(sources: Iterable[str], worked_out: Sequence[Sum]) -> set[Figure]:
    """The figures of the sources, and what sums make of them, one after another."""
    known: set[Figure] = set().union(*map(_figures_of, sources))
    waiting = list(worked_out)
    while reached := [each for each in waiting if each.left <= known or each.right <= known]:
        known.update(*(each.numbers for each in reached))
        waiting = [each for each in waiting if each not in reached]
    return known


def _support(text: str, sources: Sequence[str], *, language: str) -> float:
    words = set(content_stems(text, language=language))
    if not words:
        return 1.0
    known = frozenset[str]().union(*(_stems_of(source, language) for source in sources))
    return len(words & known) / len(words)


# A passage is read once for all the sentences that cite it, today's questions being on one chapter.
@lru_cache(maxsize=1_024)
def _stems_of(source: str, language: str) -> frozenset[str]:
    return frozenset(content_stems(source, language=language))


@lru_cache(maxsize=1_024)
def _figures_of(source: str) -> frozenset[Figure]:
    return figures(source).known
