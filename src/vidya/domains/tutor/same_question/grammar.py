"""The tables by which the questions of one language are taken apart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from vidya.domains.tutor.same_question.phrases import Trie

MARK = "@"  # opens the name of an intent among the words: "@why"


@dataclass(slots=True)
class Draft:
    """A question while its words are put into their canonical order."""

    asked: list[str] = field(default_factory=list)  # question words, in order: why, how, which
    aims: list[str] = field(default_factory=list)  # what is wanted of the topic: uses, formula
    items: list[str] = field(default_factory=list)  # everything else, still with connectives
    negations: int = 0
    past: bool = False
    either_order: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language: its tables, and how it orders what they leave over.

    `aliases` put one word in the place of several spellings or of a contraction; `phrases`
    know the ways of asking; `aims` the nouns that say what is wanted of a topic. `leaning`
    words need something said before, `personal` words mean the learner, `passing` words the
    present day. `symmetric` aims compare their arguments in either order.
    """

    aliases: Mapping[str, tuple[str, ...]]
    openings: Trie
    closings: Trie  # their words in reverse
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    phrases: Trie
    negations: frozenset[str]
    leaning: frozenset[str]
    personal: frozenset[str]
    page: frozenset[str]
    passing: frozenset[str]
    unstripped: frozenset[str]  # words that show that "please" or "sir" beside them is the topic
    spelled: Callable[[str, frozenset[str]], str]
    lemma: Callable[[str], str]
    arrange: Callable[[list[str]], Draft]
