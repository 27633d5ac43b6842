"""The sentences of some passages, each with how good an answer it would be."""

from collections.abc import Sequence
from dataclasses import dataclass

from vidya.core.words import STOP_WORDS, fold_devanagari
from vidya.domains.curriculum.models import Passage
from vidya.domains.tutor.stages.aims import Aim, aims_of_heading
from vidya.domains.tutor.stages.cues import cue
from vidya.domains.tutor.stages.pages import Line, Page, read_pages
from vidya.domains.tutor.stages.terms import Matches, Term

# Fitted on XQuAD and on the odd lines of the evals' questions (a conditional logit), rounded.
_LENT, _SPOKEN, _PASSAGE, _HEADED = 0.65, 0.2, 0.53, 0.27
_TOGETHER, _OPENING, _OTHER_AIMS = 0.13, 0.08, 0.2
_CUES = {
    Aim.definition: 0.5,
    Aim.quantity: 0.5,
    Aim.reason: 0.3,
    Aim.full_form: 0.5,
    Aim.time: 0.25,
    Aim.difference: 0.25,
    Aim.person: 0.12,
    Aim.manner: 0.15,
    Aim.formula: 0.15,
    Aim.unit: 0.1,
    Aim.example: 0.1,
    Aim.place: 0.02,
}
# Set by ear: short, and with a subject of its own.
_A_WORD, _DANGLES = -0.0018, -0.02
_OPENING_WORDS = 6
_STOP = frozenset(map(fold_devanagari, STOP_WORDS["en"] | STOP_WORDS["hi"]))


@dataclass(frozen=True)
class Asking:
    """A question as its answer is looked for."""

    terms: tuple[Term, ...]
    aims: tuple[Aim, ...]
    language: str


@dataclass(frozen=True)
class Candidate:
    """A sentence. Where there is a number for each aim, the first is for what was asked first."""

    text: str
    words: tuple[str, ...]
    passage: Passage
    rank: int
    """Of the passage among those found, best 0."""
    position: int
    """In the passage, from 0."""
    dangles: bool
    lent: tuple[float, ...]
    """The share of the question, 0 to 1, that it and its surroundings speak of; by aim."""
    speaks: bool
    """Whether it speaks of the topic itself, and not only stands beside it."""
    cues: tuple[float, ...]
    """How clearly, 0 to 1, it gives the kind of answer that was asked for; by aim."""
    scores: tuple[float, ...]
    """The higher, the better an answer; by aim."""


def candidates_in(passages: Sequence[Passage], asking: Asking) -> list[Candidate]:
    """Every sentence of the passages, in the order in which they stand."""
    pages, matches = read_pages(passages, asking.terms, language=asking.language)
    best = max((passage.score for passage in passages), default=0.0) or 1.0
    found: list[Candidate] = []
    for page in pages:
        # A passage without a score was not searched for: the answer that is followed cites it.
        beside = (page.passage.score or best) / best
        place = _PASSAGE * beside + _HEADED * _headed(page, matches, asking)
        found += [
            _candidate(page, at, matches, asking, place=place) for at in range(len(page.lines))
        ]
    return found


def _headed(page: Page, matches: Matches, asking: Asking) -> float:
    """How far the heading asks the same question."""
    asks = aims_of_heading(page.passage.heading, language=asking.language)
    return matches.share(page.heading) if set(asks) & set(asking.aims) else 0.0


def _candidate(page: Page, at: int, matches: Matches, asking: Asking, *, place: float) -> Candidate:
    """`place` is what standing in this passage, under this heading, adds to its score."""
    line = page.lines[at]
    aims = asking.aims or (None,)
    cues = tuple(cue(aim, line, matches, language=asking.language) if aim else 0.0 for aim in aims)
    lent = tuple(matches.share(line.lent, aim=aim) for aim in aims)
    spoken = tuple(matches.share(line.support, aim=aim) for aim in aims)
    plain = place + _built(line, matches)
    scores = tuple(
        plain + _LENT * lent[n] + _SPOKEN * spoken[n] + lent[n] * _cued(aims, cues, n)
        for n in range(len(aims))
    )
    return Candidate(
        text=line.text,
        words=line.words,
        passage=page.passage,
        rank=page.rank,
        position=at,
        dangles=line.dangles,
        lent=lent,
        speaks=any(spoken),
        cues=cues,
        scores=scores,
    )


def _cued(aims: Sequence[Aim | None], cues: Sequence[float], n: int) -> float:
    """What the cues add; a first sentence that answers the rest of the question too is better."""
    aim = aims[n]
    if aim is None:
        return 0.0
    others = cues[1:] if n == 0 else ()
    also = _OTHER_AIMS * sum(others) / len(others) if others else 0.0
    return cues[n] * (_CUES[aim] + also)


def _built(line: Line, matches: Matches) -> float:
    """What the build of the sentence adds, whatever is asked."""
    return (
        _TOGETHER * _together(line.words, matches)
        + _OPENING * _opening(line.words, matches)
        + _A_WORD * len(line.words)
        + (_DANGLES if line.dangles else 0.0)
    )


def _together(words: Sequence[str], matches: Matches) -> float:
    """The share of the question's neighbouring terms that are neighbours here too."""
    if len(matches.terms) < 2:
        return 0.0
    near = [matches.of(word) for word in words]
    pairs = {
        min(left, right)
        for gap in (1, 2)
        for before, after in zip(near, near[gap:], strict=False)
        for left in before
        for right in (left - 1, left + 1)
        if right in after
    }
    return len(pairs) / (len(matches.terms) - 1)


def _opening(words: Sequence[str], matches: Matches) -> float:
    """How much of what the sentence begins with is what was asked about, the first word most."""
    content = [word for word in words if word not in _STOP][:_OPENING_WORDS]
    known = [bool(matches.of(word)) for word in content]
    return (sum(known) / len(known) + known[0]) / 2 if known else 0.0
