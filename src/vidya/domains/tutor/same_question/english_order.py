"""English word order: one order for the ways in which the same thing is said."""

from vidya.domains.tutor.same_question.english_aims import (
    AIM_FILLERS,
    AIM_LINKS,
    AIMS,
    DEVERBAL,
    NOT_DEVERBAL,
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
_CLAUSES = HARD | {"that", "which", "who"}
_TURNING = frozenset({"of", "in", GENITIVE})
_OWNERS = frozenset({"whose", "with", "having"})
_SEEKING = frozenset({"find", "calculate", "measure", "get", "express"})


def phrase_order(words: list[str]) -> tuple[list[str], list[str]]:
    """The aims of a noun phrase ("uses of X") and its other words, owner first.

    "the capital of India" and "India's capital" become one; "X in Y" becomes "Y in X". A
    compound keeps apart from a genitive (the greenhouse effect is no effect of a greenhouse),
    but for nouns made of verbs: erosion of soil is soil erosion.
    """
    words = measured(words)
    end = next((at for at, word in enumerate(words) if word in HARD or word in _TURNING), None)
    if end is None or end == 0:
        return [], turned(words)
    if words[end] == GENITIVE:
        return _owned_aim(words, end)
    first = AIMS.get(english_lemma(words[end - 1]))
    if first is None:
        return [], turned(words)
    aims, rest = _aims_and_topic(words, end, first)
    if not rest:
        return [], turned(words)
    return aims, turned(rest) + _without_fillers(words[: end - 1], aims)


def turned(words: list[str]) -> list[str]:
    """The words with each "A of B" and "A in B" written from its owner."""
    ordered: list[str] = []
    start = 0
    for at, word in enumerate(words):
        if word in HARD:
            ordered += _turned_segment(words[start:at])
            ordered.append(word)
            start = at + 1
    return ordered + _turned_segment(words[start:])


def turned_owners(words: list[str]) -> list[str]:
    """Like `turned`, for "A of B" alone: in a sentence "in" may belong to the verb."""
    ordered: list[str] = []
    start = 0
    for at, word in enumerate(words):
        if word == "in":
            ordered += [*turned(words[start:at]), word]
            start = at + 1
    return ordered + turned(words[start:])


def active_order(words: list[str], *, modals: int = 0) -> list[str]:
    """A passive sentence in active order: "is food made by plants" is "plants make food".

    Without "by" the verb comes first, as in "how to make food". A sentence of more than one
    participle, or of more than one clause, stays as it is.
    """
    first, words = words[:modals], words[modals:]
    return [*first, *_active(words)]


def _active(words: list[str]) -> list[str]:
    verbs = [at for at, word in enumerate(words) if is_participle(word)]
    if len(verbs) != 1 or not _CLAUSES.isdisjoint(words[: verbs[0]]):
        return words
    verb = verbs[0]
    if words[verb] == "found":
        words = [*words[:verb], "find", *words[verb + 1 :]]
    after = words[verb + 1 :]
    if "by" in after:
        return _with_agent(words, verb, verb + 1 + after.index("by"))
    if verb and (not after or after[0] in HARD or after[0] in _TURNING or after[0][0] == NUMBER):
        return [words[verb], *turned_owners(words[:verb]), *after]
    return words


def measured(words: list[str]) -> list[str]:
    """Measures one way: "whose side is 4 cm", "with side 4 cm" are "of side 4 cm"."""
    result: list[str] = []
    for at, word in enumerate(words):
        ahead = words[at + 1 : at + 4]
        if word in _OWNERS and any(following[0] == NUMBER for following in ahead):
            result.append("of")
        elif not (word in {"is", "="} and ahead and ahead[0][0] == NUMBER and "of" in result):
            result.append(word)
    return result


def is_superlative(word: str) -> bool:
    """Longest, most: "the longest river in India" is the longest of India."""
    return (word.endswith("est") and len(word) > 5) or word in {"most", "least"}


def is_plain_head(head: str) -> bool:
    """Whether "X of Y" with this X is also called "Y X": erosion of soil, soil erosion."""
    return english_lemma(head) in PLAIN_HEADS or (
        head.endswith(DEVERBAL) and head not in NOT_DEVERBAL
    )


def _aims_and_topic(words: list[str], end: int, first: str) -> tuple[list[str], list[str]]:
    """What is wanted of what: uses of X, causes and effects of X, the formula to find X."""
    link = words[end]
    if link == "and" and len(words) > end + 3 and words[end + 2] in AIM_LINKS:
        second = AIMS.get(english_lemma(words[end + 1]))
        return ([first, second], words[end + 3 :]) if second else ([], [])
    if link not in AIM_LINKS or (link == "to" and words[end + 1 : end + 2] == []):
        return [], []
    rest = words[end + 1 :]
    return [first], rest[1:] if link == "to" and rest[0] in _SEEKING else rest


def _owned_aim(words: list[str], end: int) -> tuple[list[str], list[str]]:
    """As in "water's chemical formula", where the aim ends the phrase that the owner opens."""
    stop = next(
        (at for at in range(end + 1, len(words)) if words[at] in HARD or words[at] in _TURNING),
        len(words),
    )
    aim = AIMS.get(english_lemma(words[stop - 1])) if stop > end + 1 else None
    if aim is None:
        return [], turned(words)
    rest = turned(words[:end] + words[stop:])
    return [aim], rest + _without_fillers(words[end + 1 : stop - 1], [aim])


def _without_fillers(words: list[str], aims: list[str]) -> list[str]:
    fillers = AIM_FILLERS[""].union(*(AIM_FILLERS.get(aim, ()) for aim in aims))
    return [word for word in words if word not in fillers]


def _turned_segment(words: list[str]) -> list[str]:
    for at, word in enumerate(words):
        if word in _TURNING and 0 < at < len(words) - 1:
            return _joined(words[:at], word, words[at + 1 :])
    return words


def _joined(left: list[str], link: str, right: list[str]) -> list[str]:
    owned = _turned_segment(right)
    if link == GENITIVE:
        return [*left, *_marker(owned[-1]), *owned]
    if link == "in" and not any(map(is_superlative, left)):
        return [*owned, "in", *left]
    chunk = right[: next((at for at, word in enumerate(right) if word in _TURNING), len(right))]
    if len(chunk) > 1 and any(word[0] == NUMBER for word in chunk):
        return [*left, *owned]
    return [*owned, *_marker(left[-1]), *left]


def _marker(head: str) -> list[str]:
    return [] if is_plain_head(head) else [GENITIVE]


def _with_agent(words: list[str], verb: int, by: int) -> list[str]:
    stop = next((at for at in range(by + 1, len(words)) if words[at] in HARD), len(words))
    agent = words[by + 1 : stop]
    if not agent:
        return words
    return [*agent, words[verb], *words[:verb], *words[verb + 1 : by], *words[stop:]]
