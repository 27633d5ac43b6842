"""What is decided before any answer is looked for: is a child in distress, is it a question."""

from functools import lru_cache

from vidya.core.words import tokens
from vidya.domains.tutor.stages.distress import speaks_of_distress
from vidya.domains.tutor.stages.light_words import is_empty

LONGEST_QUESTION = 1_000
"""Characters; what comes after is not read. A spoken minute is about 900."""

_MOST_EMPTY_WORDS = 2
"""Of a text of stop words alone: "the", "what is". Three may ask something: "who am I"."""
_LONGEST_NOISE = 2
"""Letters of a lone word that is no question: "ab", "5"."""


@lru_cache(maxsize=16)
def in_distress(text: str) -> bool:
    """Whether a child may be in danger; looked for in every language, whatever was chosen.

    A match is never answered from a model or a passage. Cached, since a turn asks it three times
    of the same words.
    """
    return speaks_of_distress(text)


def is_question(text: str, *, language: str) -> bool:
    """Whether anything can be looked up: some word that carries meaning, not noise alone."""
    words = set(tokens(text))
    telling = [word for word in words if not is_empty(word, language=language)]
    if not telling:
        return len(words) > _MOST_EMPTY_WORDS
    return len(words) > 1 or len(telling[0]) > _LONGEST_NOISE


def clip(text: str) -> str:
    """The question as it is kept: one line, without characters that a database refuses."""
    return " ".join(text.replace("\x00", " ").split())[:LONGEST_QUESTION]
