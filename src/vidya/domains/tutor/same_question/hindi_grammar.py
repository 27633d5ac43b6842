"""Hindi, in Devanagari and in Latin letters, put together."""

from dataclasses import replace

from vidya.core.words import fold_devanagari
from vidya.domains.tutor.same_question import hindi as words_of
from vidya.domains.tutor.same_question import hindi_frames as frames
from vidya.domains.tutor.same_question import hinglish
from vidya.domains.tutor.same_question.english_frames import wordings as english_wordings
from vidya.domains.tutor.same_question.grammar import Grammar
from vidya.domains.tutor.same_question.hindi_lemmas import hindi_lemma
from vidya.domains.tutor.same_question.hindi_reading import arrange
from vidya.domains.tutor.same_question.hindi_spelling import concept_phrases, spelled
from vidya.domains.tutor.same_question.lexing import BREAK
from vidya.domains.tutor.same_question.phrases import phrase_table, politeness
from vidya.domains.tutor.same_question.units import UNIT_NAMES

# Words that the tables hold as they are: no ending of theirs is an inflection.
_KEPT: frozenset[str] = frozenset(
    {word for phrase in frames.asks() for word in phrase.split()}
    | {word for phrase in words_of.OPENINGS + words_of.CLOSINGS for word in phrase.split()}
    | {word for name in UNIT_NAMES for word in name}
    | words_of.LEANING
    | words_of.DEMONSTRATIVE
    | words_of.PERSONAL
    | set(words_of.NUMBERS)
    | set(words_of.ORDINALS)
)


def level(word: str) -> str:
    """A Devanagari word in the form in which the tables have it; others stay."""
    folded = fold_devanagari(word)
    return words_of.ALIASES.get(folded) or (folded if folded in _KEPT else hindi_lemma(folded))


def expand(words: list[str]) -> list[str]:
    """Each word in its levelled form."""
    return [level(word) for word in words]


def expand_romanised(words: list[str]) -> list[str]:
    """Hindi in Latin letters put into Devanagari, word by word, where a table knows it."""
    return expand(hinglish.devanagari(words))


HINDI = Grammar(
    expand=expand,
    openings=politeness([*words_of.OPENINGS, BREAK]),
    closings=politeness([*words_of.CLOSINGS, BREAK], is_reversed=True),
    topic_after=words_of.TOPIC_AFTER,
    topic_before=words_of.TOPIC_BEFORE,
    numbers=words_of.NUMBERS,
    ordinals=words_of.ORDINALS,
    wordings=phrase_table({**english_wordings(), **frames.wordings(), **concept_phrases()}),
    demonstrative=words_of.DEMONSTRATIVE,
    personal=words_of.PERSONAL,
    page=words_of.PAGE,
    passing=words_of.PASSING,
    follow_ups=words_of.FOLLOW_UPS,
    connectives=frozenset({"और", "लेकिन", "तो", "फिर"}),
    spelled=spelled,
    arrange=arrange,
)
ROMANISED_HINDI = replace(HINDI, expand=expand_romanised)
