"""English, put together."""

from vidya.domains.tutor.same_question import english as words_of
from vidya.domains.tutor.same_question.english_frames import wordings
from vidya.domains.tutor.same_question.english_reading import arrange
from vidya.domains.tutor.same_question.grammar import Grammar
from vidya.domains.tutor.same_question.lexing import BREAK, NUMBER
from vidya.domains.tutor.same_question.phrases import phrase_table, politeness, word_set
from vidya.domains.tutor.same_question.spelling import spelled

# "a" is a letter, not an article, where one of these or nothing follows.
_AFTER_A_LETTER = word_set("and or to in of is if on for by + - * / =")
_BEFORE_SMS = word_set(
    "what who why how where which there they these those is in of explain define for by to"
)
# What a hurried writer leaves out of "Newton's law".
_LAWGIVERS = """
newton ohm fleming lenz boyle dalton kepler hooke faraday pascal heron euclid mendel darwin
coulomb ampere avogadro maxwell rutherford bohr thomson charles joule
"""
_OWNING = {name + "s": (name, "'s") for name in _LAWGIVERS.split() if not name.endswith("s")}


def expand(words: list[str]) -> list[str]:
    """Contractions and SMS spellings written out; articles gone; owners marked."""
    result: list[str] = []
    for at, word in enumerate(words):
        if word in words_of.ALIASES:
            result += words_of.ALIASES[word]
        elif len(word) == 1:
            result += _letter(word, result, words[at + 1 : at + 2])
        elif word in _OWNING and not (result and result[-1][0] == NUMBER):
            result += _OWNING[word]
        elif word.endswith("'s"):
            result += [word[:-2], "'s"]
        elif word == "non" and at + 1 < len(words):
            continue  # "non metals" are nonmetals
        else:
            result.append("non" + word if at and words[at - 1] == "non" else word)
    return result


def _letter(word: str, before: list[str], after: list[str]) -> tuple[str, ...]:
    """A single letter: an article, SMS for a word, or a letter."""
    last = before[-1] if before else ""
    following = after[0] if after else ""
    if word == "a":
        return () if following and following not in _AFTER_A_LETTER else (word,)
    if word == "y" and not last:
        return ("why",)
    if len(following) < 2:
        return (word,)
    if word == "r" and (last in _BEFORE_SMS or (len(last) > 3 and len(following) > 3)):
        return ("is",)
    if word == "d" and last in _BEFORE_SMS:
        return ()
    if word == "n" and len(last) > 2 and last not in {"first", "value"}:
        return ("and",)
    return (word,)


ENGLISH = Grammar(
    expand=expand,
    openings=politeness([*words_of.OPENINGS, BREAK]),
    closings=politeness([*words_of.CLOSINGS, BREAK], is_reversed=True),
    topic_after=words_of.TOPIC_AFTER,
    topic_before=words_of.TOPIC_BEFORE,
    numbers=words_of.NUMBERS,
    ordinals=words_of.ORDINALS,
    wordings=phrase_table(wordings()),
    demonstrative=frozenset({"this", "these", "those"}),
    personal=words_of.PERSONAL,
    page=words_of.PAGE,
    passing=words_of.PASSING,
    follow_ups=words_of.FOLLOW_UPS,
    connectives=frozenset({"and", "but", "then", "so", "or", "also"}),
    spelled=spelled,
    arrange=arrange,
)
