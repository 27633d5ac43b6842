"""The slot key of a question: equal digests are the same question."""

from vidya.domains.tutor.same_question.reading import read
from vidya.domains.tutor.same_question.slots import SlotKey


def slot_key(
    question: str, *, language: str, vocabulary: frozenset[str] = frozenset()
) -> SlotKey | None:
    """What is asked, or None where two questions of this kind must not be matched by slots.

    `language` is the language that the answer is to be given in ("en"); the question may be
    in English, Hindi, or Hindi in Latin letters. `vocabulary` holds the curriculum's words as
    `core.words.tokens` gives them: a slip is forgiven only in a word that is not among them.
    Keep one frozenset and pass it each time, since results are cached by it.
    """
    found = read(question, language=language, vocabulary=vocabulary)
    return found if isinstance(found, SlotKey) else None
