"""English word order: one order for the ways in which the same thing is said."""

from vidya.domains.tutor.same_question.english_aims import (
    AIM_FILLERS,
    AIM_LINKS,
    AIMS,
    DEVERBAL,
    PLAIN_HEADS,
)
from vidya.domains.tutor.same_question.english_lemmas import english_lemma, is_participle
from vidya.domains.tutor.same_question.lexing import NUMBER

GENITIVE = "'s"
BE = frozenset({"is", "was", "be", "been", "being"})
# Words that stay in the content and at which a noun phrase ends.
_HARD_WORDS = """
and or but than to from with by on at for into onto if when while because so as during through
between among under over above below before after without against upon about per like behind
"""
HARD = frozenset(_HARD_WORDS.split())
_OWNERS = frozenset({"whose", "with", "having", "has", "have"})
_MEASURES = frozenset(
    "radius side sides length breadth width height diameter base edge area volume".split(" ")
)


def phrase_order(words: list[str]) -> tuple[list[str], list[str]]:
    """The aims of a noun phrase ("uses of X") and its words, owner first.

    "the capital of India" and "India's capital" become one; "X in Y" is "Y in X". A compound
    keeps apart from a genitive (the greenhouse effect is no effect of a greenhouse), but for
    nouns made of verbs: erosion of soil is soil erosion.
    """
    words = _measured(words)
    segments, links = _segments(words)
    aims: list[str] = []
    ordered: list[str] = []
    for index, segment in enumerate(segments):
        if index == 0:
            aims, segment, links = _leading_aims(segment, segments, links)  # noqa: PLW2901
        if links[index]:
            ordered.append(links[index])
        ordered += _turned(segment)
    return aims, ordered


def sentence_order(words: list[str], *, has_be: bool) -> list[str]:
    """The words of a sentence in active order: "made by plants" is "plants make"."""
    words = _measured(words)
    if has_be:
        words = _active(words)
    return words
