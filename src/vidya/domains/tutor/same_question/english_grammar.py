"""English, put together."""

from vidya.domains.tutor.same_question import english as words_of
from vidya.domains.tutor.same_question.english_frames import wordings
from vidya.domains.tutor.same_question.english_reading import arrange
from vidya.domains.tutor.same_question.grammar import Grammar
from vidya.domains.tutor.same_question.lexing import NUMBER
from vidya.domains.tutor.same_question.phrases import phrase_table
from vidya.domains.tutor.same_question.spelling import spelled

# "a" is a letter, not an article, where one of these or nothing follows.
_AFTER_A_LETTER = frozenset("and or to in of is if on for by + - * / =".split(" "))
_BEFORE_SMS = frozenset(
    "what who why how where which there they these those in of explain define for by to".split(" ")
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
            result += _letter(word, words, at)
        elif word in _OWNING and not (result and result[-1][0] == NUMBER):
            result += _OWNING[word]
        elif word.endswith("'s"):
            result += [word[:-2], "'s"]
        elif word == "non" and at + 1 < len(words):
            continue  # "non metals" are nonmetals
        else:
            result.append("non" + word if at and words[at - 1] == "non" else word)
    return result


def _letter(word: str, words: list[str], at: int) -> tuple[str, ...]:
    following = words[at + 1] if at + 1 < len(words) else ""
    before = words[at - 1] if at else ""
    if word == "a":
        return (word,) if not following or following in _AFTER_A_LETTER else ()
    if not following:
        return (word,)
    if word == "y" and not before:
        return ("why",)
    if word == "r" and (before in _BEFORE_SMS or (len(before) > 3 and len(following) > 3)):
        return ("is",)
    if word == "d" and before in _BEFORE_SMS | {"is"} and len(following) > 2:
        return ()
    if word == "n" and len(before) > 2 and len(following) > 2 and before not in {"first", "value"}:
        return ("and",)
    return (word,)


ENGLISH = Grammar(
    expand=expand,
    openings=phrase_table((phrase, "") for phrase in words_of.OPENINGS),
    closings=phrase_table((" ".join(phrase.split()[::-1]), "") for phrase in words_of.CLOSINGS),
    unstripped=words_of.UNSTRIPPED,
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
