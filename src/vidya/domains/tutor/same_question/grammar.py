"""The tables by which the questions of one language are taken apart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from vidya.domains.tutor.same_question.phrases import Trie

# Aims that compare their arguments in either order.
SYMMETRIC = frozenset({"difference", "similarity", "relation", "compare"})
MARK = "@"  # opens the name of an intent among the words: "@why"


@dataclass(slots=True)
class Draft:
    """A question while its words are put into their canonical order.

    `asked` holds the question words and orders (why, how, solve), `aims` what is wanted of a
    topic (uses, formula), `items` everything else. `is_phrase` says that the items are a noun
    phrase, not a sentence; `is_named` that the question was "who is", `is_doing` that
    it was "how to", `is_list` that it began with "name" or "list", `is_value` that it was "the value of"; `several` that more than one thing is asked; `unread` that nothing known asks.
    """

    asked: list[str] = field(default_factory=list)
    aims: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    negations: int = 0
    past: bool = False
    is_phrase: bool = False
    is_named: bool = False
    is_doing: bool = False
    is_list: bool = False
    is_value: bool = False
    several: bool = False
    leans: bool = False
    unread: bool = False


class Arrange(Protocol):
    """Words of a language to its slots, in canonical order."""

    def __call__(self, words: list[str], *, has_expressions: bool) -> Draft: ...


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language: its tables, and how it orders what they leave over.

    `expand` writes out contractions and shorthand; `openings` and `closings` (in reverse) are
    politeness; `topic_after` and `topic_before` them show that "please" itself is the topic. `demonstrative`
    words point outside the question, `personal` words mean the learner, `passing` words the
    day; a question of `follow_ups` alone, or one that opens with one of the `connectives`,
    goes on from another. `spelled` forgives a slip, given the curriculum's vocabulary.
    """

    expand: Callable[[list[str]], list[str]]
    openings: Trie
    closings: Trie
    topic_after: frozenset[str]
    topic_before: frozenset[str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    wordings: Trie
    demonstrative: frozenset[str]
    personal: frozenset[str]
    page: frozenset[str]
    passing: frozenset[str]
    follow_ups: frozenset[str]
    connectives: frozenset[str]
    spelled: Callable[[str, frozenset[str]], str]
    arrange: Arrange
