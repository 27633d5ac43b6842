"""The ladder of hints without a model: which sentences of the book stand on which step."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from vidya.domains.curriculum.models import Passage
from vidya.domains.tutor.models import Sentence
from vidya.domains.tutor.stages.aims import Aim
from vidya.domains.tutor.stages.candidates import Asking, Candidate, candidates_in
from vidya.domains.tutor.stages.extract import PASSAGES_READ, extract
from vidya.domains.tutor.stages.figures import figures
from vidya.domains.tutor.stages.hint_phrases import HintPhrases, phrases_in
from vidya.domains.tutor.stages.hints import Step
from vidya.domains.tutor.stages.injected import without_instructions
from vidya.domains.tutor.stages.terms import terms_of

_CLEARLY = 0.5
_ON_TOPIC = 0.4
_GIVES_AWAY = 0.6
"""The share of the answer's own words by which another sentence says the same."""


@dataclass(frozen=True)
class Rungs:
    """What is said on each step; nothing at all where the book does not answer the question."""

    nudge: tuple[Sentence, ...]
    hint: tuple[Sentence, ...]
    worked: tuple[Sentence, ...]
    solution: tuple[Sentence, ...]

    def on(self, step: Step) -> tuple[Sentence, ...]:
        match step:
            case Step.nudge:
                return self.nudge
            case Step.hint:
                return self.hint
            case Step.worked:
                return self.worked
            case Step.solution:
                return self.solution


def rungs(
    weights: Mapping[str, float], passages: Sequence[Passage], *, language: str, question: str
) -> Rungs:
    """The definition is the nudge, the rule the hint, an example comes before the answer.

    Each is said once, and none says what the answer says. Where the book has no such sentence,
    the learner is sent to the place in the book. Every step but the last asks a question back.
    """
    solution = extract(weights, passages, language=language, question=question)
    if not solution:
        return Rungs((), (), (), ())
    phrases = phrases_in(language)
    shelf = _Shelf(weights, passages, solution, language=language, question=question)
    place = solution[0].passages
    nudge = shelf.take(Aim.definition, _is_clear) or _sent_to(place[0], phrases)
    hint = shelf.take(Aim.formula, _is_clear) or shelf.take(None, _is_on_topic)
    worked = shelf.take(Aim.example, _is_clear) or shelf.take(None, _is_on_topic)
    return Rungs(
        nudge=(Sentence(nudge, place), Sentence(phrases.after_nudge, place)),
        hint=_spoken(hint, phrases.no_hint, phrases.after_hint, place),
        worked=_spoken(worked, phrases.no_example, phrases.after_worked, place),
        solution=tuple(solution),
    )


def _sent_to(passage: Passage, phrases: HintPhrases) -> str:
    return phrases.look_under.format(heading=passage.heading)


def _spoken(
    found: str, otherwise: str, behind: str, place: tuple[Passage, ...]
) -> tuple[Sentence, ...]:
    return (Sentence(found or otherwise, place), Sentence(behind, place))


class _Shelf:
    """The sentences that may be said before the answer, each of them once."""

    def __init__(
        self,
        weights: Mapping[str, float],
        passages: Sequence[Passage],
        solution: Sequence[Sentence],
        *,
        language: str,
        question: str,
    ) -> None:
        self._weights, self._language, self._question = weights, language, question
        answered_from = {(p.board, p.passage_no) for each in solution for p in each.passages}
        readable = without_instructions(passages[:PASSAGES_READ]).passages
        self._passages = [p for p in readable if (p.board, p.passage_no) in answered_from]
        self._answer = [sentence.text for sentence in solution]
        self._taken: set[str] = set()

    def take(self, aim: Aim | None, suits: Callable[[Candidate], bool]) -> str:
        """The best sentence that suits; empty where there is none."""
        for each in sorted(self._candidates(aim), key=lambda each: -each.scores[0]):
            if suits(each) and not each.dangles and self._may_be_said(each):
                self._taken.add(each.text)
                return each.text
        return ""

    def _candidates(self, aim: Aim | None) -> list[Candidate]:
        aims = (aim,) if aim else ()
        terms = terms_of(self._question, self._weights, aims, language=self._language)
        return candidates_in(self._passages, Asking(terms, aims, self._language))

    def _may_be_said(self, each: Candidate) -> bool:
        return each.text not in self._taken and not gives_away(each.text, self._answer)


def gives_away(text: str, answer: Collection[str]) -> bool:
    """Whether a hint says what the answer says: its sentence, most of its words, or its numbers."""
    words = set(text.casefold().split())
    for sentence in answer:
        own = set(sentence.casefold().split())
        if len(words & own) >= _GIVES_AWAY * min(len(words), len(own)):
            return True
    in_answer = frozenset().union(*(figures(sentence).stated for sentence in answer))
    return bool(figures(text).stated & in_answer)


def _is_clear(each: Candidate) -> bool:
    return each.cues[0] >= _CLEARLY and each.lent[0] >= _ON_TOPIC


def _is_on_topic(each: Candidate) -> bool:
    return each.speaks and each.lent[0] >= _ON_TOPIC
