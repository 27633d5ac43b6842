"""English questions taken apart: intent, aims, and the content in canonical order."""

from collections.abc import Callable

from vidya.domains.tutor.same_question.english import LEANING, NEGATIONS
from vidya.domains.tutor.same_question.english_aims import AGENTS, AIMS, DEEDS
from vidya.domains.tutor.same_question.english_asking import Asking, asking
from vidya.domains.tutor.same_question.english_lemmas import english_lemma, is_participle
from vidya.domains.tutor.same_question.english_order import (
    BE,
    HARD,
    active_order,
    phrase_order,
)
from vidya.domains.tutor.same_question.grammar import MARK, Draft
from vidya.domains.tutor.same_question.lexing import NUMBER

_DROPPED = BE | frozenset("do did there own their its really actually exactly".split(" "))
_COORDINATORS = frozenset({"and", "or", "but", "than"})
# What is asked about is a sentence after these, and a noun phrase after all others.
_SENTENCE = frozenset(
    """what which why how how_much where when who whom by_whom whose whether happens in_which
    on_which at_which from_which to_which by_which with_which for_which into_which convert""".split()
)
_NO_ANTECEDENT = HARD | _DROPPED | frozenset("of in can will have should may must not".split(" "))
_IMPORTANT = frozenset({"important", "significant"})
_NECESSARY = frozenset({"necessary", "needed", "required", "essential"})


def arrange(words: list[str], *, has_expressions: bool) -> Draft:
    """The slots of a question whose contractions are written out and whose politeness is gone."""
    found = asking(words, has_expressions=has_expressions)
    draft = Draft(several=found.several, leans=_leans(found.words))
    _take_marks(draft, found)
    draft.items = found.words
    has_be = not BE.isdisjoint(words)
    rule = _RULES.get(draft.asked[-1]) if draft.asked else None
    if rule is not None and draft.items:
        rule(draft)
    if draft.items:
        _order(draft, has_be=has_be)
    _settle(draft)
    return draft


def _leans(words: list[str]) -> bool:
    """Whether a pronoun comes before anything that it could mean."""
    for word in words:
        if word in LEANING:
            return True
        if word not in _NO_ANTECEDENT and english_lemma(word) not in AIMS:
            return False
    return False


def _take_marks(draft: Draft, found: Asking) -> None:
    for mark in found.marks:
        name = mark.removeprefix(MARK)
        if name == "past":
            draft.past = True
        elif name == "be":
            draft.is_named = True
        elif name not in draft.asked:
            draft.asked.append(name)
    if len(draft.asked) > 1 and "define" in draft.asked:
        draft.asked.remove("define")


def _order(draft: Draft, *, has_be: bool) -> None:
    is_sentence = not draft.is_phrase and (
        bool(_SENTENCE.intersection(draft.asked)) or any(a[:4] == "how_" for a in draft.asked)
    )
    if is_sentence:
        draft.items = active_order(draft.items) if has_be else draft.items
    else:
        aims, draft.items = phrase_order(draft.items)
        draft.aims += [aim for aim in aims if aim not in draft.aims]


def _settle(draft: Draft) -> None:
    """Auxiliaries go, negations are counted, words take their dictionary form."""
    coordinated = not _COORDINATORS.isdisjoint(draft.items)
    kept: list[str] = []
    for word in draft.items:
        if word in NEGATIONS:
            draft.negations += 1
            if not coordinated:
                continue  # "do metals not" and "don't metals" deny the same thing
        if word in _DROPPED:
            draft.past |= word in {"was", "did"}
        else:
            kept.append(english_lemma(word))
    draft.items = kept


def _what(draft: Draft) -> None:
    words = draft.items
    if words[0] in {"do", "did"} and len(words) > 2:
        ending = {"do": "function", "mean": "define", "stand_for": "fullform"}.get(words[-1])
        if ending:
            draft.asked[-1] = "define"
            draft.aims += [ending] if ending != "define" else []
            draft.items = words[1:-1]
            draft.is_phrase = True
            return
    _which(draft)


def _which(draft: Draft) -> None:
    """ "Which gas is released …" is "what is the gas released …"; "which planets have …" is not."""
    words = draft.items
    be = next((at for at, word in enumerate(words) if word in {"is", "was"}), 0)
    if not be or any(word in {"do", "did", "and", "that", "who"} for word in words[:be]):
        return
    noun, rest = words[:be], words[be + 1 :]
    draft.past |= words[be] == "was"
    if rest and (rest[0].endswith("est") or rest[0] in {"most", "least"}):
        length = 2 if rest[0] in {"most", "least"} else 1
        noun, rest = [*rest[:length], *noun], rest[length:]
    draft.items = [*noun, *rest]
    draft.asked[-1] = "define"


def _define(draft: Draft) -> None:
    words = draft.items
    deed = AGENTS.get(english_lemma(words[0]))
    if deed and words[1:2] == ["of"]:
        draft.asked[-1] = "who"
        draft.items = [deed, *words[2:]]
        draft.past = False
    elif words[-1] == "used_for" and len(words) > 1:
        draft.aims.append("use")
        draft.items = words[:-1]
    elif is_participle(words[0]) and "by" in words[1:-1]:
        draft.asked[-1] = "what"


def _why(draft: Draft) -> None:
    words = draft.items
    if len(words) > 1 and words[-1] in _IMPORTANT:
        draft.asked[-1] = "define"
        draft.aims.append("importance")
    elif len(words) > 1 and words[-1] in _NECESSARY:
        draft.asked[-1] = "need"
    else:
        _event(draft)
        return
    draft.items = words[:-1]
    draft.is_phrase = True


def _need(draft: Draft) -> None:
    draft.is_phrase = True


def _event(draft: Draft) -> None:
    """ "Why does X happen" asks about X itself."""
    if len(draft.items) > 1 and english_lemma(draft.items[-1]) == "happen":
        draft.items = draft.items[:-1]
        draft.is_phrase = True


def _how(draft: Draft) -> None:
    words = [word for word in draft.items if word not in {"is", "do"}]
    for aim, verbs in _COMPARING.items():
        verb = next((at for at, word in enumerate(words) if word in verbs), 0)
        if verb:
            _compare(draft, aim, words, verb)
            return
    verb = next((at for at, word in enumerate(words) if english_lemma(word) == "affect"), 0)
    if verb and verb < len(words) - 1:
        draft.asked[-1] = "define"
        draft.aims.append("effect")
        draft.items = [*words[:verb], "on", *words[verb + 1 :]]
        draft.is_phrase = True
    elif len(words) > 1 and words[-1] in {"work", "works"}:
        draft.items = words[:-1]
        draft.is_phrase = True
    else:
        _event(draft)


_COMPARING = {
    "difference": frozenset({"differ", "differs", "different"}),
    "similarity": frozenset({"similar", "alike"}),
    "relation": frozenset({"related"}),
}


def _compare(draft: Draft, aim: str, words: list[str], verb: int) -> None:
    left, right = words[:verb], words[verb + 1 :]
    if right and right[0] in {"from", "to"}:
        draft.items = [*left, "and", *right[1:]]
    elif not right and "and" in left:
        draft.items = left
    else:
        return
    draft.asked[-1] = "define"
    draft.aims.append(aim)
    draft.is_phrase = True


def _who(draft: Draft) -> None:
    """ "Who is the inventor of X" and "who invented X"."""
    words = [word for word in draft.items if word not in BE]
    deed = AGENTS.get(english_lemma(words[0])) if words else None
    if deed is None and len(words) > 1 and words[-2] == "'s":
        deed = AGENTS.get(english_lemma(words[-1]))
        words = [words[-1], "of", *words[:-2]] if deed else words
    if deed and words[1:2] == ["of"]:
        draft.items = [deed, *words[2:]]
        draft.past = False
    elif words and english_lemma(words[0]) in DEEDS:
        draft.past = False
    elif len(words) > 1 and words[-1] == "by" and english_lemma(words[-2]) in DEEDS:
        draft.items = [words[-2], *words[:-2]]
        draft.past = False
    elif draft.is_named:
        draft.is_phrase = True


def _by_whom(draft: Draft) -> None:
    words = [word for word in draft.items if word not in BE]
    if len(words) > 1 and english_lemma(words[-1]) in DEEDS:
        draft.asked[-1] = "who"
        draft.items = [words[-1], *words[:-1]]
        draft.past = False


def _how_many(draft: Draft) -> None:
    """ "How many sides does a square have" counts what is in a square."""
    words = draft.items
    verb = next((at for at, word in enumerate(words) if word in {"do", "did"}), 0)
    if verb and words[-1] == "have" and len(words) > verb + 2:
        draft.items = [*words[:verb], "in", *words[verb + 1 : -1]]


_RULES: dict[str, Callable[[Draft], None]] = {
    "what": _what,
    "which": _which,
    "define": _define,
    "why": _why,
    "need": _need,
    "how": _how,
    "where": _event,
    "when": _event,
    "who": _who,
    "by_whom": _by_whom,
    "how_many": _how_many,
}
