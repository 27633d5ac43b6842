"""The exact form of a question: equal forms are the same question in the same words."""

from vidya.domains.tutor.same_question.languages import grammar_of_script
from vidya.domains.tutor.same_question.lexing import (
    CASE_TELLS,
    ELEMENTS,
    OBJECT_FOLLOWS,
    hides_case,
)
from vidya.domains.tutor.same_question.phrases import Trie, longest
from vidya.domains.tutor.same_question.tidying import tidy

_EDGES = ".,;:!?।॥'\"…"
_SIGNS = frozenset("+-*/^=<>√∛∪∩±&|%~#@")


def normalise(question: str) -> str:
    """One form for case, white space, digits, closing punctuation and politeness.

    What tells two questions apart stays: x² is x^2 and never x2, g is not G, Co (cobalt) is
    not CO. A question all in capitals that hides such a difference keeps its capitals.
    """
    text = tidy(question)
    if hides_case(text):
        return text
    words: list[str] = []
    pieces = text.split(" ")
    for at, piece in enumerate(pieces):
        is_asked_about = bool(words) and words[-1] in OBJECT_FOLLOWS and at < len(pieces) - 1
        word = piece if is_asked_about and not piece[0].isalnum() else _trimmed(piece)
        if word:
            words.append(_folded(word, is_first=not words))
    return " ".join(_without_politeness(words))


def _trimmed(piece: str) -> str:
    word = piece.strip(_EDGES)
    is_factorial = piece[len(word) : len(word) + 1] == "!" and word[-1:].isdigit()
    return word + "!" if is_factorial else word


def _folded(word: str, *, is_first: bool) -> str:
    if not _SIGNS.isdisjoint(word) or word in ELEMENTS:
        return word
    if len(word) == 1 and (word in CASE_TELLS or (word == "A" and not is_first)):
        return word
    return word.lower()


def _without_politeness(words: list[str]) -> list[str]:
    grammar = grammar_of_script(words)
    if grammar is None:
        return words
    plain = [(grammar.expand([word]) or [word])[-1] for word in words]
    start = _polite(plain, grammar.openings, grammar.topic_after)
    end = _polite(plain[start:][::-1], grammar.closings, grammar.topic_before)
    return words[start : len(words) - end]


def _polite(words: list[str], phrases: Trie, guards: frozenset[str]) -> int:
    """How many of the words are politeness."""
    end = 0
    while end < len(words) and (found := longest(phrases, words, end)):
        if found[0] == len(words) or words[found[0]] in guards:
            break
        end = found[0]
    return end
