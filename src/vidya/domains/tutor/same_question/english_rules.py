"""What each English question word asks for, told from the words that follow it."""

from collections.abc import Callable

from vidya.domains.tutor.same_question.english_aims import AGENTS, DEEDS
from vidya.domains.tutor.same_question.english_asking import ASKED_HERE
from vidya.domains.tutor.same_question.english_lemmas import (
    KNOWN_ENGLISH,
    english_lemma,
    is_participle,
)
from vidya.domains.tutor.same_question.english_order import (
    BE,
    GENITIVE,
    is_superlative,
    turned_owners,
)
from vidya.domains.tutor.same_question.grammar import Draft
from vidya.domains.tutor.same_question.lexing import NUMBER

_DO = frozenset({"do", "did"})
_IMPORTANT = frozenset({"important", "significant"})
_NECESSARY = frozenset({"necessary", "needed", "required", "essential"})
_SITUATED = frozenset({"located", "situated", "found"})
_CALCULATING = frozenset({"calculate", "compute", "determine"})
_WHAT_IT_DOES = {
    "do": "function",
    "mean": "define",
    "state": "define",
    "say": "define",
    "stand_for": "fullform",
}
_COMPARING = {
    "difference": frozenset({"differ", "differs", "different"}),
    "similarity": frozenset({"similar", "alike"}),
    "relation": frozenset({"related"}),
}


def apply_rule(draft: Draft) -> None:
    """Settle what is asked by the last question word, and drop the words that said so."""
    rule = _RULES.get(draft.asked[-1]) if draft.asked else None
    if rule is not None and draft.items:
        rule(draft)


def _phrase(draft: Draft, asked: str, words: list[str], *, aim: str = "") -> None:
    """The question asks `asked`, or for the `aim`, of a noun phrase."""
    draft.asked[-1] = asked
    draft.items = words
    draft.is_phrase = True
    if aim:
        draft.aims.append(aim)


def _first(words: list[str], wanted: frozenset[str]) -> int:
    """Where the first of the wanted words stands behind the first word; 0 if nowhere."""
    return next((at for at, word in enumerate(words) if at and word in wanted), 0)


def _what(draft: Draft) -> None:
    words = draft.items
    if words[0] not in _DO or len(words) < 3:
        _which(draft)
    elif words[-3:] == ["add", "up", "to"]:
        _phrase(draft, "define", ["sum", "of", *words[1:-3]])
    elif words[-2:] == ["sum", "to"]:
        _phrase(draft, "define", ["sum", "of", *words[1:-2]])
    elif words[-1] in _WHAT_IT_DOES:
        aim = _WHAT_IT_DOES[words[-1]]
        _phrase(draft, "define", words[1:-1], aim="" if aim == "define" else aim)
    else:
        _which(draft)


def _which(draft: Draft) -> None:
    """Which gas is released = what is the gas released; which planets have moons is another."""
    words = draft.items
    be, do = _first(words, frozenset({"is", "was"})), _first(words, _DO)
    if do and not be:
        draft.past |= words[do] == "did"
        draft.items = [*words[:do], ASKED_HERE, *words[do + 1 :]]  # "which A does B …"
    if not be or any(word in {*_DO, "and", "that", "who"} for word in words[:be]):
        return
    draft.past |= words[be] == "was"
    draft.items = _named(words[:be], words[be + 1 :])
    draft.asked[-1] = "define"


def _named(noun: list[str], rest: list[str]) -> list[str]:
    """The words of "which `noun` is `rest`" as "what is" would have them."""
    if not rest:
        return noun
    if len(noun) == 1 and rest[0] == "called":
        if english_lemma(rest[-1]) == english_lemma(noun[0]):
            return rest[1:]  # "which resources are called renewable resources"
    elif noun == ["city"] and rest[0] == "capital":
        return rest
    if is_superlative(rest[0]):
        length = 2 if rest[0] in {"most", "least"} else 1
        return [*rest[:length], *noun, *rest[length:]]
    return [*noun, *rest]


def _define(draft: Draft) -> None:
    words = draft.items
    deed = AGENTS.get(english_lemma(words[0]))
    if deed and words[1:2] == ["of"]:
        draft.asked[-1] = "who"
        _who(draft)
    elif draft.is_list and words[0][0] == NUMBER and len(words) > 1 and "of" not in words[1:3]:
        _phrase(draft, "define", [*words[1:], words[0]], aim="example")
    elif words[-1] == "used_for" and len(words) > 1:
        _phrase(draft, "define", words[:-1], aim="use")
    elif is_participle(words[0]) and "by" in words[1:-1]:
        draft.asked[-1] = "what"


def _why(draft: Draft) -> None:
    words = [word for word in draft.items if word != "can"]
    draft.items = words
    if len(words) > 1 and words[-1] in _IMPORTANT:
        _phrase(draft, "define", words[:-1], aim="importance")
    elif len(words) > 1 and words[-1] in _NECESSARY:
        _phrase(draft, "need", words[:-1])
    else:
        _event(draft)


def _need(draft: Draft) -> None:
    draft.is_phrase = True


def _event(draft: Draft) -> None:
    """Why X happens is asked about X itself; rusting of iron is that iron rusts."""
    words = draft.items
    if len(words) > 1 and english_lemma(words[-1]) == "happen":
        words = words[:-1]
        draft.is_phrase = True
    if len(words) > 2 and words[1] == "of" and words[0].endswith("ing"):
        verb = words[0].removesuffix("ing")
        verb = verb if verb in KNOWN_ENGLISH else verb + "e"
        words = [*words[2:], verb] if verb in KNOWN_ENGLISH else words
    draft.items = words


def _where(draft: Draft) -> None:
    """Where a thing is, is found, is situated: one question."""
    words = draft.items
    if words[0] == "find" and len(words) > 1:
        draft.items = words[1:]
    else:
        draft.items = [word for word in words if word not in _SITUATED] or words
    _event(draft)


def _how(draft: Draft) -> None:
    words = [word for word in draft.items if word not in {"is", "do"}] or draft.items
    affect = _first([english_lemma(word) for word in words], frozenset({"affect"}))
    if words[0] in {"differentiate", "distinguish"} and len(words) > 2:
        rest = words[2:] if words[1] == "between" else words[1:]
        parts = ["and" if word == "from" else word for word in rest]
        _phrase(draft, "define", parts, aim="difference")
    elif affect and affect < len(words) - 1:
        _phrase(draft, "define", [*words[:affect], "on", *words[affect + 1 :]], aim="effect")
    elif len(words) > 1 and words[-1] in {"work", "works"}:
        _phrase(draft, "how", words[:-1])
    elif len(words) > 1 and words[-1] == "form":
        draft.items = ["form", *words[:-1]]  # a rainbow forms as it is formed
    elif words[0] in _CALCULATING:
        draft.items = ["find", *words[1:]]
    elif not _compared(draft, words):
        _event(draft)


def _compared(draft: Draft, words: list[str]) -> bool:
    """How A differs from B, how A and B are alike: whether it was such a question."""
    for aim, verbs in _COMPARING.items():
        verb = _first(words, verbs)
        left, right = words[:verb], words[verb + 1 :]
        if verb and right and right[0] in {"from", "to"}:
            _phrase(draft, "define", [*left, "and", *right[1:]], aim=aim)
            return True
        if verb and not right and "and" in left:
            _phrase(draft, "define", left, aim=aim)
            return True
    return False


def _who(draft: Draft) -> None:
    """Who invented X, who is the inventor of X, who was X invented by."""
    words = [word for word in draft.items if word not in BE] or draft.items
    doer, owned = AGENTS.get(english_lemma(words[0])), words[-2:-1] == [GENITIVE]
    if doer and words[1:2] == ["of"]:
        _deed(draft, doer, words[2:])
    elif owned and english_lemma(words[-1]) in AGENTS:
        _deed(draft, AGENTS[english_lemma(words[-1])], words[:-2])
    elif english_lemma(words[0]) in DEEDS:
        _deed(draft, words[0], words[1:])
    elif words[-1] == "by" and len(words) > 2 and english_lemma(words[-2]) in DEEDS:
        _deed(draft, words[-2], words[:-2])
    elif draft.is_named:
        draft.is_phrase = True


def _by_whom(draft: Draft) -> None:
    words = [word for word in draft.items if word not in BE]
    if len(words) > 1 and english_lemma(words[-1]) in DEEDS:
        draft.asked[-1] = "who"
        _deed(draft, words[-1], words[:-1])


def _deed(draft: Draft, verb: str, done: list[str]) -> None:
    """Who did it is asked in any tense."""
    draft.items = [verb, *turned_owners([word for word in done if word not in {"was", "did"}])]
    draft.past = False


def _how_many(draft: Draft) -> None:
    """How many sides a square has counts what is in a square."""
    words = draft.items
    verb = _first(words, _DO)
    if verb and words[-1] == "have" and len(words) > verb + 2:
        draft.items = [*words[:verb], "in", *words[verb + 1 : -1]]


_RULES: dict[str, Callable[[Draft], None]] = {
    "what": _what,
    "which": _which,
    "define": _define,
    "why": _why,
    "need": _need,
    "how": _how,
    "where": _where,
    "when": _event,
    "who": _who,
    "by_whom": _by_whom,
    "how_many": _how_many,
}
