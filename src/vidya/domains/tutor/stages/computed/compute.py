"""A question that has to be computed, computed: exact, with its steps, or not at all."""

from collections.abc import Callable

from vidya.domains.tutor.stages.computed.arithmetic import arithmetic
from vidya.domains.tutor.stages.computed.asked import LONGEST, AskedFor, asked_for
from vidya.domains.tutor.stages.computed.computed import Computed, NotCertain
from vidya.domains.tutor.stages.computed.equations import equations
from vidya.domains.tutor.stages.computed.rates import rates
from vidya.domains.tutor.stages.computed.series import series
from vidya.domains.tutor.stages.computed.shapes import shapes
from vidya.domains.tutor.stages.computed.units import conversion
from vidya.domains.tutor.stages.computed.whole_numbers import about_whole_numbers

_RULES: tuple[Callable[[AskedFor, str], Computed | None], ...] = (
    about_whole_numbers,
    equations,
    conversion,
    shapes,
    rates,
    series,
    arithmetic,
)


def compute(question: str, *, language: str) -> Computed | None:
    """The result with its steps, in Hindi for "hi" and in English otherwise.

    None unless every word and sign of the question is understood, in one way only. Nothing of
    the question is ever run: it is read by a grammar of our own, with bounds on its length, its
    depth, its exponents and the digits of what comes out.
    """
    if len(question) > LONGEST or not any(map(str.isalnum, question)):
        return None
    asked = asked_for(question)
    for rule in _RULES:
        try:
            found = rule(asked, language)
        except NotCertain:
            continue
        if found:
            return found
    return None
