"""The words, numbers and signs of a question in the order in which they stand."""

import re
from dataclasses import dataclass
from string import ascii_letters

from vidya.core.words import INDIC
from vidya.domains.tutor.same_question.expressions import LIFTED, lift_expressions
from vidya.domains.tutor.same_question.tidying import tidy
from vidya.domains.tutor.same_question.units import UNIT_SYMBOLS

NUMBER = "№"  # opens a number: "№5", or "№2th" for the second
UNIT = "‡"  # opens a unit that was written as a symbol after its number: "‡kilometre"
BREAK = "\ue000"  # where a question mark ended one question and more words follow

_TOKEN = re.compile(
    r"(?<![\w)])(-?(?:\d+(?:\.\d+)?|\.\d+))([A-Za-zα-ωμ°%]+\d?)?(?!\.?\d)"
    rf"|([^\W\d_{LIFTED}][\w{INDIC}]*(?:'[^\W\d_]+)?|{LIFTED})"
    r"|(?<!\S)([^\w\s]+)(?!\S)"
    rf"|([^\w\s{INDIC}]+|\d+)"
)
_PUNCTUATION = str.maketrans("", "", ".,;:!'\"()[]{}|-।॥`*_~^\\")
OBJECT_FOLLOWS = {"of", "the", "called", "symbol", "sign", "operator", "मतलब"}
_BRACKETS = {"()", "[]", "{}", "<>", "[[]]", "(())"}
_SHOUTING = re.compile("[A-Z]{3}")
_ORDINAL = {"st", "nd", "rd", "th"}
_ROMAN = {
    "II": 2,
    "III": 3,
    "IV": 4,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "XI": 11,
    "XII": 12,
    "ii": 2,
    "iii": 3,
    "vii": 7,
    "viii": 8,
}
# Element symbols that another spelling of the same letters would turn into something else.
ELEMENTS = {"Co": "cobalt", "Cs": "caesium", "Hf": "hafnium", "Os": "osmium", "Si": "silicon"}
_LETTERED = {
    "vitamin",
    "hepatitis",
    "group",
    "type",
    "class",
    "section",
    "part",
    "grade",
    "plan",
    "विटामिन",
}
_EITHER_CASE = frozenset("aixyzAIXYZ")
CASE_TELLS = frozenset(ascii_letters) - _EITHER_CASE


@dataclass(frozen=True, slots=True)
class Lexed:
    """`words` are lower-case words, signs, "№5" and "‡kilometre"; `unclear` where capitals lie.

    A single letter keeps its case (g is not G) unless the whole question is in capitals: then
    it is unclear which is meant.
    """

    words: list[str]
    expressions: tuple[str, ...]
    unclear: bool


def lex(question: str) -> Lexed:
    """The tokens of a question as it was typed or heard."""
    text, expressions = lift_expressions(tidy(question))
    shouted = _is_shouted(text)
    words: list[str] = []
    unclear = False
    for number, suffix, word, lone, attached in _TOKEN.findall(text):
        if word:
            unclear |= shouted and _hides_its_case(word, words)
            words.append(_word(word, words, shouted=shouted))
        elif number:
            words += _number(number, suffix)
        else:
            words += _signs(lone or attached, words, is_alone=bool(lone))
    while words and words[-1] == BREAK:
        words.pop()
    if expressions:
        words = [word for word in words if word != LIFTED]
    return Lexed(_settled(words, text), expressions, unclear)


def hides_case(text: str) -> bool:
    """Whether capitals throughout hide which letter is meant: g or G."""
    if not _is_shouted(text):
        return False
    words = re.findall(r"\w+", text)
    return any(
        len(word) == 1 and word in CASE_TELLS and before.lower() not in _LETTERED
        for before, word in zip(["", *words], words, strict=False)
    )


def _is_shouted(text: str) -> bool:
    return text.isupper() and _SHOUTING.search(text) is not None


def _word(word: str, before: list[str], *, shouted: bool) -> str:
    if before and before[-1].startswith(NUMBER):
        unit = UNIT_SYMBOLS.get(word) or UNIT_SYMBOLS.get(word.lower())
        if unit:
            return UNIT + unit
    if len(word) == 1:
        folds = shouted or word in _EITHER_CASE or (before and before[-1] in _LETTERED)
        return word.lower() if folds and not (word == "A" and before and not shouted) else word
    if word in _ROMAN and before and not shouted:
        return f"{NUMBER}{_ROMAN[word]}"
    return ELEMENTS.get(word) or word.lower()


def _hides_its_case(word: str, before: list[str]) -> bool:
    return word in CASE_TELLS and not (before and before[-1] in _LETTERED)


def _number(number: str, suffix: str) -> list[str]:
    value = plain_number(number)
    if not suffix:
        return [value]
    if suffix.lower() in _ORDINAL:
        return [value + "th"]
    unit = UNIT_SYMBOLS.get(suffix) or UNIT_SYMBOLS.get(suffix.lower())
    return [value, UNIT + unit] if unit else [f"·{number}{suffix.lower()}"]


def plain_number(number: str) -> str:
    """The number in its shortest form: 007 is 7, .50 is 0.5, 3.0 is 3."""
    sign = "-" if number.startswith("-") else ""
    whole, _, fraction = number.lstrip("-").partition(".")
    fraction = fraction.rstrip("0")
    return f"{NUMBER}{sign}{whole.lstrip('0') or '0'}{'.' + fraction if fraction else ''}"


def _signs(run: str, before: list[str], *, is_alone: bool) -> list[str]:
    """What is more than punctuation: = and ==, &, %, empty brackets, a sign asked about."""
    if is_alone and before and before[-1] in OBJECT_FOLLOWS:
        return [run]
    if run == "&":
        return ["and"]
    if run in _BRACKETS:
        return [run]
    breaks = [BREAK] if "?" in run else []
    kept = run.replace("?", "").translate(_PUNCTUATION)
    if before and before[-1].startswith(NUMBER):
        if kept in UNIT_SYMBOLS:
            return [UNIT + UNIT_SYMBOLS[kept], *breaks]
        if run.startswith("!") and not run.startswith("!="):
            return ["factorial", *breaks]
    return [kept, *breaks] if kept else breaks


def _settled(words: list[str], text: str) -> list[str]:
    """Capitals of a title read as a title: "Si Unit", "What Is A Cell"; a king's number."""
    if "silicon" in words:
        words = _si_unit(words)
    if "A" in words and text.istitle():
        words = ["a" if word == "A" else word for word in words]
    if len(words) > 2 and words[-1] == "i" and re.search(r"[A-Z][a-z]+ I\W*$", text):
        words[-1] = NUMBER + "1"
    return words


def _si_unit(words: list[str]) -> list[str]:
    pairs = zip(words, [*words[1:], ""], strict=True)
    return ["si" if (word, after[:4]) == ("silicon", "unit") else word for word, after in pairs]
