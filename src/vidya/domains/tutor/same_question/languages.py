"""Which grammar reads a question: by the language of the answer and the script it came in."""

from vidya.domains.tutor.same_question.english_grammar import ENGLISH
from vidya.domains.tutor.same_question.grammar import Grammar
from vidya.domains.tutor.same_question.hindi_grammar import HINDI, ROMANISED_HINDI
from vidya.domains.tutor.same_question.hinglish import is_romanised_hindi
from vidya.domains.tutor.same_question.slots import Unmatchable

# Languages whose tables reached the floor of the evals; all others answer exact matches only.
MATCHED_LANGUAGES = frozenset({"en", "hi"})
_DEVANAGARI = range(0x0900, 0x0980)
_FOREIGN_FROM = 0x0400  # Cyrillic and all that comes after it; Greek letters are for formulas
_SIGNS = range(0x2000, 0x2C00)


def grammar_for(words: list[str], *, language: str) -> Grammar | Unmatchable:
    """The grammar of the words' script: English, Hindi, or Hindi in Latin letters."""
    if language not in MATCHED_LANGUAGES:
        return Unmatchable.language
    return grammar_of_script(words) or Unmatchable.script


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
