"""English questions taken apart: intent, aims, and the content in canonical order."""

from vidya.domains.tutor.same_question.english import LEANING, NEGATIONS
from vidya.domains.tutor.same_question.english_aims import AIMS, DEEDS
from vidya.domains.tutor.same_question.english_asking import Asking, asking
from vidya.domains.tutor.same_question.english_lemmas import english_lemma
from vidya.domains.tutor.same_question.english_order import (
    BE,
    GENITIVE,
    HARD,
    active_order,
    phrase_order,
    turned_owners,
)
from vidya.domains.tutor.same_question.english_rules import apply_rule
from vidya.domains.tutor.same_question.grammar import MARK, Draft
from vidya.domains.tutor.same_question.phrases import word_set
from vidya.domains.tutor.same_question.vocabulary.science import CHEMISTRY

_DROPPED = BE | word_set("do did there own their its really actually exactly")
# Beside these it matters where "not" stands: "not all", "metals that do not".
_SCOPING = word_set(
    """and or but than that which who when if while because all every always only any each both
    some most also even never"""
)
# What is asked about is a sentence after these, and a noun phrase after all others.
_SENTENCE = word_set(
    """what which why how how_much where when who whom by_whom whose whether happens in_which
    on_which at_which from_which to_which by_which with_which for_which into_which convert"""
)
_MODALS = word_set("should must can will may")
_AUXILIARIES = BE | _MODALS | word_set("do did have had")
_NO_ANTECEDENT = HARD | _DROPPED | _MODALS | word_set("of in have not")
# Marks that say how it was asked, not what for.
_MANNERS = word_set("past be event doing list value")
_PLACING = word_set("found present available there")
_PLACED = word_set("which what how_many")
_ADJECTIVAL = ("al", "ive", "ary", "ic")
_SUBSTANCES = word_set(CHEMISTRY) | {"baking", "washing"}


def arrange(words: list[str], *, has_expressions: bool) -> Draft:
    """The slots of a question whose contractions are written out and whose politeness is gone."""
    found = asking(words, has_expressions=has_expressions)
    draft = Draft(items=found.words, several=found.several, leans=_leans(found.words))
    _take_marks(draft, found)
    apply_rule(draft)
    if draft.items:
        _order(draft, words)
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
    names = list(dict.fromkeys(mark.removeprefix(MARK) for mark in found.marks))
    draft.past = "past" in names
    draft.is_named = "be" in names
    draft.is_phrase = "event" in names
    draft.is_doing = "doing" in names
    draft.is_list = "list" in names
    draft.is_value = "value" in names
    draft.asked = [name for name in names if name not in _MANNERS]
    for weak in ("define", "find"):
        if len(draft.asked) > 1 and weak in draft.asked:
            draft.asked.remove(weak)


def _order(draft: Draft, words: list[str]) -> None:
    asked = draft.asked
    if not draft.is_phrase and any(ask in _SENTENCE or ask[:4] == "how_" for ask in asked):
        draft.past |= _is_told_in_past(draft, words)
        if not _PLACED.isdisjoint(asked):
            draft.items = _located(draft.items)
        draft.items = _sentence(draft, has_be=not BE.isdisjoint(words))
        return
    aims, draft.items = phrase_order(_located(draft.items))
    draft.aims += [aim for aim in aims if aim not in draft.aims]
    if not asked:
        _bare(draft)
    elif draft.is_value and GENITIVE in draft.items:
        draft.asked = ["define"]


def _sentence(draft: Draft, *, has_be: bool) -> list[str]:
    """The words of a sentence, active, its "should" first, without the "we" of everyone."""
    words = draft.items
    modals = [word for word in words if word in _MODALS]
    if len(modals) == 1:
        words = [*modals, *(word for word in words if word not in _MODALS)]
    else:
        modals = []
    subject = len(modals) + (words[len(modals) :][:1] == ["not"])
    if words[subject : subject + 1] == ["we"] and len(words) > subject + 1:
        words = [*words[:subject], *words[subject + 1 :]]
    if draft.is_doing:
        return [*words[:1], *turned_owners(words[1:])]
    return active_order(words, modals=len(modals)) if has_be else words


def _bare(draft: Draft) -> None:
    """A topic and what is wanted of it: "ecosystem meaning", "washing soda formula"."""
    *topic, wanted = draft.items
    if not topic or draft.aims or topic[-1] in HARD or topic[-1] == GENITIVE:
        return
    if wanted in {"meaning", "definition"} and not topic[-1].endswith(_ADJECTIVAL):
        draft.items = topic
    elif wanted == "formula" and _SUBSTANCES.issuperset(topic):
        draft.items = topic
        draft.aims.append("formula")


def _is_told_in_past(draft: Draft, words: list[str]) -> bool:
    """Who won is not who wins; but who invented a thing is asked in any tense."""
    if draft.asked == ["who"] and english_lemma(draft.items[0]) in DEEDS:
        return False
    return _AUXILIARIES.isdisjoint(words) and any(map(_is_past, draft.items))


def _is_past(word: str) -> bool:
    return not word.endswith(("s", "ing")) and word.isascii() and english_lemma(word) != word


def _located(words: list[str]) -> list[str]:
    """What is found, present or available in a place is in it."""
    following = [*words[1:], ""]
    return [
        word
        for word, after in zip(words, following, strict=True)
        if not (word in _PLACING and after == "in")
    ]


def _settle(draft: Draft) -> None:
    """Auxiliaries go, negations are counted, words take their dictionary form."""
    is_scoped = not _SCOPING.isdisjoint(draft.items)
    kept: list[str] = []
    for word in draft.items:
        if word in NEGATIONS:
            draft.negations += 1
            if word == "not" and not is_scoped:
                continue  # "do metals not" and "don't metals" deny the same thing
        if word in _DROPPED:
            draft.past |= word in {"was", "did"}
        else:
            kept.append(english_lemma(word))
    draft.items = kept
