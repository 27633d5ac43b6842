"""The decision on two questions as the look-up makes it: equal digests, or no match."""

from vidya.domains.tutor.same_question.key import slot_key


def is_same(one: str, other: str, *, language: str) -> bool:
    """Whether an answer to the one would be served for the other."""
    first, second = slot_key(one, language=language), slot_key(other, language=language)
    return first is not None and second is not None and first.digest == second.digest
