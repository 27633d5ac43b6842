"""A question read into its slots, or the reason why it cannot be matched by them."""

from vidya.domains.tutor.same_question.canonical import canonical
from vidya.domains.tutor.same_question.grammar import Draft, Grammar
from vidya.domains.tutor.same_question.languages import grammar_for
from vidya.domains.tutor.same_question.lexing import BREAK, NUMBER, lex
from vidya.domains.tutor.same_question.phrases import Trie, longest, replaced
from vidya.domains.tutor.same_question.quantities import quantified
from vidya.domains.tutor.same_question.slots import SlotKey, Unmatchable

# What is longer is a passage: no two are the same question in other words, and each further
# sign would cost its time. It is matched word for word all the same.
_LONGEST = 500  # characters
_MOST_WORDS = 120  # words, numbers and signs
_MOST_SPELLED = 40  # words of a question in which slips are looked for


def read(question: str, *, language: str, vocabulary: frozenset[str]) -> SlotKey | Unmatchable:
    """The slots of a question whose answer is to be given in `language`."""
    if len(question) > _LONGEST:
        return Unmatchable.long
    lexed = lex(question)
    if len(lexed.words) > _MOST_WORDS:
        return Unmatchable.long
    if lexed.unclear:
        return Unmatchable.unclear
    grammar = grammar_for(lexed.words, language=language)
    if isinstance(grammar, Unmatchable):
        return grammar
    words = _plain_words(lexed.words, grammar, vocabulary)
    unsafe = _leaning(words, grammar)
    if unsafe is not None:
        return unsafe
    has_expressions = bool(lexed.expressions)
    draft = grammar.arrange(words, has_expressions=has_expressions) if words else Draft()
    unsafe = _unmatchable(draft, grammar, has_expressions=has_expressions)
    return unsafe or _key(draft, lexed.expressions, language)


def _plain_words(words: list[str], grammar: Grammar, vocabulary: frozenset[str]) -> list[str]:
    """Words written out, spelled, without politeness, with figures for numbers."""
    words = grammar.expand(words)
    if len(words) <= _MOST_SPELLED:
        words = [grammar.spelled(word, vocabulary) for word in words]
    words = _without_politeness(words, grammar)
    words = quantified(words, numbers=grammar.numbers, ordinals=grammar.ordinals)
    return replaced(grammar.wordings, words)


def _without_politeness(words: list[str], grammar: Grammar) -> list[str]:
    words = _stripped(words, grammar.openings, grammar.topic_after)
    return _stripped(words[::-1], grammar.closings, grammar.topic_before)[::-1]


def _stripped(words: list[str], phrases: Trie, guards: frozenset[str]) -> list[str]:
    start = 0
    while start < len(words) and (found := longest(phrases, words, start)):
        if found[0] < len(words) and words[found[0]] in guards:
            break  # "please means …": here it is the topic
        start = found[0]
    return words[start:]


def _leaning(words: list[str], grammar: Grammar) -> Unmatchable | None:
    if not words:
        return None
    if words[0] in grammar.connectives:
        return Unmatchable.follow_up
    for word, following in zip(words, [*words[1:], " "], strict=True):
        if word == BREAK:
            return Unmatchable.several
        if word in grammar.demonstrative:
            return Unmatchable.follow_up
        if word in grammar.passing:
            return Unmatchable.passing
        if word in grammar.page and (word == "following" or following[0] == NUMBER):
            return Unmatchable.page
    return None


def _unmatchable(draft: Draft, grammar: Grammar, *, has_expressions: bool) -> Unmatchable | None:
    if draft.unread:
        return Unmatchable.wording
    if draft.several:
        return Unmatchable.several
    if draft.leans or "follow" in draft.asked:
        return Unmatchable.follow_up
    if not grammar.personal.isdisjoint(draft.items):
        return Unmatchable.personal
    if not has_expressions and grammar.follow_ups.issuperset(draft.items):
        return Unmatchable.follow_up if draft.items or draft.asked else Unmatchable.empty
    return None


def _key(draft: Draft, expressions: tuple[str, ...], language: str) -> SlotKey:
    form = canonical(draft, expressions)
    return SlotKey(
        language=language,
        intent=form.intent,
        content=form.content,
        numbers=tuple(item[1:] for item in form.content if item[0] == NUMBER),
        expressions=expressions,
        negations=draft.negations,
        past=form.past,
        either_order=form.either_order,
    )
