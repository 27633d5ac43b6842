"""The slot key of a question: equal digests are the same question."""

from vidya.domains.tutor.same_question.reading import read
from vidya.domains.tutor.same_question.slots import SlotKey


def slot_key(
    question: str, *, language: str, vocabulary: frozenset[str] = frozenset()
) -> SlotKey | None:
    """What is asked, or None where two questions of this kind must not be matched by slots.

    `language` is that of the answer. For "en" and "hi" the question may be in English, Hindi,
    or Hindi in Latin letters; for the other `languages.MATCHED_LANGUAGES` in that language's
    own script, or in English. `vocabulary` holds the curriculum's words as `core.words.tokens`
    gives them: a slip is forgiven only in an English or Hindi word that is not among them.
    Keep one frozenset and pass it each time: results are cached by it, and the first slip after
    a new one costs some 50 ms for 20,000 words.
    """
    found = read(question, language=language, vocabulary=vocabulary)
    return found if isinstance(found, SlotKey) else None
