"""Answers without a model: the sentences of the passages that speak of the question, verbatim."""

from collections.abc import Collection, Mapping, Sequence

from vidya.domains.curriculum.models import Passage
from vidya.domains.tutor.models import FollowUp, Sentence
from vidya.domains.tutor.stages.aims import Aim, aims_of
from vidya.domains.tutor.stages.answer import Answer
from vidya.domains.tutor.stages.candidates import Asking, Candidate, candidates_in
from vidya.domains.tutor.stages.confidence import is_answered
from vidya.domains.tutor.stages.injected import without_instructions
from vidya.domains.tutor.stages.terms import terms_of

PASSAGES_READ = 5
_FOLLOWED_BY: Mapping[FollowUp, tuple[Aim, ...]] = {
    FollowUp.example: (Aim.example,),
    FollowUp.detail: (),
}


def extract(
    weights: Mapping[str, float],
    passages: Sequence[Passage],
    *,
    language: str,
    question: str,
    follow_up: FollowUp | None = None,
    said: Collection[str] = (),
) -> list[Sentence]:
    """Up to three sentences, the one that answers best first; none where nothing answers.

    `weights` says how rare each stem of the question is in the curriculum, 0 to 1. For a
    follow-up, `question` is the one that it follows, and what was `said` is left out.
    """
    asking = _asking(question, weights, follow_up, language=language)
    readable = without_instructions(passages[:PASSAGES_READ]).passages
    found = candidates_in(readable, asking)
    fresh = [each for each in found if each.text not in said]
    if follow_up is FollowUp.example:
        fresh = [each for each in fresh if each.cues[0]]
    if not fresh or not asking.terms:
        return []
    best = max(fresh, key=lambda each: each.scores[0])
    if follow_up is None and not is_answered(best, asking):
        return []
    return _sentences(best, fresh, Answer(best, found, said))


def extract_regardless(
    weights: Mapping[str, float], passages: Sequence[Passage], *, language: str, question: str
) -> list[Sentence]:
    """What would be said if every question had to be answered: for measuring, never for a child."""
    asking = _asking(question, weights, None, language=language)
    found = candidates_in(passages[:PASSAGES_READ], asking)
    if not found or not asking.terms:
        return []
    best = max(found, key=lambda each: each.scores[0])
    return _sentences(best, found, Answer(best, found, ()))


def _asking(
    question: str, weights: Mapping[str, float], follow_up: FollowUp | None, *, language: str
) -> Asking:
    aims = _FOLLOWED_BY[follow_up] if follow_up else aims_of(question, language=language)
    return Asking(terms_of(question, weights, aims, language=language), aims, language)


def _sentences(best: Candidate, candidates: Sequence[Candidate], answer: Answer) -> list[Sentence]:
    for aim in range(1, len(best.cues)):
        answer.add_best(candidates, aim=aim)
    answer.fill(candidates)
    return [Sentence(each.text, (each.passage,)) for each in answer.sentences()]
