"""Which grammar reads a question: by the language of the answer and the script it came in."""

from vidya.domains.tutor.same_question.english_grammar import ENGLISH
from vidya.domains.tutor.same_question.grammar import Grammar
from vidya.domains.tutor.same_question.hindi_grammar import HINDI, ROMANISED_HINDI
from vidya.domains.tutor.same_question.hinglish import is_romanised_hindi
from vidya.domains.tutor.same_question.indic.grammars import TABLES, indic_grammar
from vidya.domains.tutor.same_question.phrases import word_set
from vidya.domains.tutor.same_question.slots import Unmatchable

_READ = frozenset({"en", "hi", *TABLES})
MATCHED_LANGUAGES = _READ - {"mr", "ta"}
"""Their stored answers are found by slot keys; all others by the same words alone.

Marathi and Tamil are read, but too few wordings find each other to be worth the risk: see
docs/evals.md.
"""
_DEVANAGARI = range(0x0900, 0x0980)
_BLOCKS = {
    "bn": range(0x0980, 0x0A00),
    "pa": range(0x0A00, 0x0A80),
    "gu": range(0x0A80, 0x0B00),
    "or": range(0x0B00, 0x0B80),
    "ta": range(0x0B80, 0x0C00),
    "te": range(0x0C00, 0x0C80),
    "kn": range(0x0C80, 0x0D00),
    "ml": range(0x0D00, 0x0D80),
    "mr": _DEVANAGARI,
}
# Without one of these, words in Latin letters may be of any language: "bhor ki" is no English.
_SURELY_ENGLISH = word_set("what why how when where who which is are does the define explain")
_FOREIGN_FROM = 0x0400  # Cyrillic and all that comes after it; Greek letters are for formulas
_SIGNS = range(0x2000, 0x2C00)


def grammar_for(words: list[str], *, language: str) -> Grammar | Unmatchable:
    """The grammar of the words' script: that of the language, English, or romanised Hindi."""
    if language not in _READ:
        return Unmatchable.language
    if language not in TABLES:
        return grammar_of_script(words) or Unmatchable.script
    block = _BLOCKS[language]
    foreign = {ord(c) in block for word in words for c in word if _is_foreign(c)}
    if foreign:
        return Unmatchable.script if False in foreign else indic_grammar(language)
    if _SURELY_ENGLISH.isdisjoint(words) or is_romanised_hindi(words):
        return Unmatchable.wording if words else ENGLISH
    return ENGLISH


def grammar_of_script(words: list[str]) -> Grammar | None:
    """English, Hindi, or Hindi in Latin letters; None for any other script."""
    is_hindi = False
    for word in words:
        if word.isascii():
            continue
        for character in word:
            point = ord(character)
            if point in _DEVANAGARI:
                is_hindi = True
            elif point >= _FOREIGN_FROM and point not in _SIGNS and character.isalpha():
                return None
    if is_hindi:
        return HINDI
    return ROMANISED_HINDI if is_romanised_hindi(words) else ENGLISH


def _is_foreign(character: str) -> bool:
    """Whether it is a letter or vowel sign of a script that English is not written in."""
    point = ord(character)
    return (
        point >= _FOREIGN_FROM
        and point not in _SIGNS
        and character.isprintable()
        and (point in range(0x0900, 0x0E00) or character.isalpha())
    )
