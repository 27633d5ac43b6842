"""Why two questions are, or are not, the same: in words for a person."""

from dataclasses import dataclass

from vidya.domains.tutor.same_question.normal import normalise
from vidya.domains.tutor.same_question.reading import read
from vidya.domains.tutor.same_question.slots import SlotKey, Unmatchable

_EXACT_ONLY = frozenset(
    {Unmatchable.language, Unmatchable.script, Unmatchable.wording, Unmatchable.long}
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The decision on two questions, with the slots of each or why it has none."""

    same: bool
    reason: str
    first: SlotKey | Unmatchable
    second: SlotKey | Unmatchable


def compare(
    a: str, b: str, *, language: str, vocabulary: frozenset[str] = frozenset()
) -> Comparison:
    """Decide as the look-up does, and say which slot decided."""
    first = read(a, language=language, vocabulary=vocabulary)
    second = read(b, language=language, vocabulary=vocabulary)
    same, reason = _decide(first, second, is_exact=normalise(a) == normalise(b))
    return Comparison(same, reason, first, second)


def _decide(
    first: SlotKey | Unmatchable, second: SlotKey | Unmatchable, *, is_exact: bool
) -> tuple[bool, str]:
    if isinstance(first, Unmatchable):
        return _unmatched("first", first, is_exact=is_exact)
    if isinstance(second, Unmatchable):
        return _unmatched("second", second, is_exact=is_exact)
    if first == second:
        return True, f"Same: both ask for {_intent(first)} of {_content(first)}."
    return False, f"Different: {_difference(first, second)}."


def _unmatched(which: str, why: Unmatchable, *, is_exact: bool) -> tuple[bool, str]:
    if is_exact and why in _EXACT_ONLY:
        return True, f"Same: word for word, and nothing else would do, since it {why}."
    return False, f"Never matched: the {which} question {why}."


def _difference(first: SlotKey, second: SlotKey) -> str:
    if first.intent != second.intent:
        return f"one asks for {_intent(first)}, the other for {_intent(second)}"
    if first.expressions != second.expressions:
        return f"{_listed(first.expressions)} is not {_listed(second.expressions)}"
    if first.numbers != second.numbers:
        return f"the numbers are {_listed(first.numbers)} and {_listed(second.numbers)}"
    if first.negations != second.negations:
        return "one of them denies what the other does not"
    if sorted(first.content) == sorted(second.content):
        return _order_or_time(first, second)
    return f"one is about {_content(first)}, the other about {_content(second)}"


def _order_or_time(first: SlotKey, second: SlotKey) -> str:
    if first.content != second.content:
        return f"{_content(first)} is in another order than {_content(second)}"
    return "one asks about the past, the other about the present"


def _intent(key: SlotKey) -> str:
    return key.intent.replace("_", " ").replace("+", " and ")


def _content(key: SlotKey) -> str:
    words = [item.removeprefix("№") for item in key.content]
    return " ".join([*words, *key.expressions]) or "nothing"


def _listed(items: tuple[str, ...]) -> str:
    return ", ".join(items) or "none"
