"""An expression cut into signs: where it begins and ends, and what each sign is."""

import re
from enum import StrEnum
from typing import NamedTuple

from vidya.channels.voice.speakable.numerals import NUMBER
from vidya.channels.voice.speakable.tongue import Tongue
from vidya.channels.voice.speakable.units import Unit, unit_after_number


class Kind(StrEnum):
    """What a sign does in an expression."""

    number = "number"
    mixed = "mixed number"
    name = "letters that stand for quantities"
    greek = "greek letter, or infinity"
    shape = "angle or triangle with its letters"
    dots = "and so on"
    open = "opening bracket"
    close = "closing bracket"
    root = "root"
    function = "function"
    operator = "operator"
    relation = "relation"
    raised = "superscript"
    caret = "to the power of what follows"
    lowered = "subscript"
    factorial = "factorial"


# A tuple, not a dataclass: one is made for every sign of every answer, at half the cost.
class Token(NamedTuple):
    """One sign: its text without spaces, where it ends, and the unit of a number."""

    kind: Kind
    text: str
    spaced: bool
    end: int
    unit: Unit | None = None


OPERAND_BEGINS = frozenset(
    {Kind.number, Kind.mixed, Kind.name, Kind.greek, Kind.shape, Kind.dots, Kind.open, Kind.root}
    | {Kind.function}
)
_OPERAND_ENDS = frozenset(
    {Kind.number, Kind.mixed, Kind.name, Kind.greek, Kind.shape, Kind.dots, Kind.close}
    | {Kind.raised, Kind.lowered, Kind.factorial}
)
# Limits that keep a hostile text from costing more than its length.
_MOST_TOKENS = 150
_MOST_WAITING = 8
_DEEPEST = 4

_PARTS = r"½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_FUNCTION_NAMES = "sin|cosec|cos|tan|cot|sec|csc|log|ln|mod"
_SIGN = re.compile(
    rf"""
    (?P<mixed>[0-9]{{1,4}}(?:[{_PARTS}]|[ ][0-9]{{1,3}}/[0-9]{{1,3}}(?![0-9/]))|[{_PARTS}])
  | (?P<number>{NUMBER}|\.[0-9]+)
  | (?P<function>
        (?:{_FUNCTION_NAMES})
        (?=[²³⁻¹^_₀-₉] | [ ]?[0-9(√α-ω∞] | [ ]?[A-Za-z](?![A-Za-z]) )
      | [∑∫])
  | (?P<root>[√∛∜]|sqrt(?=[ ]?\()|cbrt(?=[ ]?\())
  | (?P<name>[A-Za-z]{{1,3}}(?![A-Za-z]))
  | (?P<greek>[∞α-ωΓΔΘΛΞΠΣΦΨΩ])
  | (?P<shape>[∠△][ ]?(?:[A-Z]{{1,4}}(?![A-Za-z])|[a-z](?![A-Za-z])|[0-9]{{1,2}}))
  | (?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿˣ]+)
  | (?P<lowered>[₀-₉]+|_(?:\{{[A-Za-z0-9]{{1,8}}\}}|[A-Za-z]+|[0-9]+))
  | (?P<caret>\^)
  | (?P<open>[(\[])
  | (?P<close>[)\]])
  | (?P<relation>[=≠≈≡≅∼<>≤≥∝∈∉⊂⊆⊃∥⊥⇒⇔→])
  | (?P<operator>::|[-+−–±∓×*·÷/:∪∩])
  | (?P<factorial>!(?=[ ]?[-=+×÷*/)]))
  | (?P<dots>\.\.\.|…)
    """,
    re.VERBOSE,
)
_KINDS = {kind.name: kind for kind in Kind}
# "x = a force": the article, not the letter.
_ARTICLE = re.compile(r"[aAI][ ](?!(?:and|or|where|if|is|then|so|but)\b)[A-Za-z]{2,}")
_NEXT_IS_MATHS = re.compile(r"[ ]?[-=+×÷*/^≤≥≠≈²³]")
_NEXT_IS_RAISED = re.compile(r"[²³⁻⁰¹⁴-⁹ⁿ^₀-₉_]")
_WORDS = frozenset([
    "am", "an", "as", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no",
    "of", "oh", "ok", "on", "or", "so", "to", "up", "us", "we", "the", "and", "for", "are", "was",
    "has", "had", "not", "but", "you", "all", "can", "any", "its", "one", "two", "six", "ten",
    "per", "now", "new", "his", "her", "how", "why", "who", "cm", "km", "mm", "nm", "kg", "mg",
    "ml", "mL",
])  # fmt: skip
_UNIT_AHEAD = re.compile(r"[ ]?[^\x00-$&-@\[-`{-~]")
_PREFIXES = frozenset("-−–+±")


def tokens_at(text: str, at: int, tongue: Tongue) -> list[Token]:
    """The signs of the longest well-formed expression that begins at `at`; often none."""
    tokens: list[Token] = []
    depth = waiting = 0
    end = at
    while len(tokens) < _MOST_TOKENS and waiting < _MOST_WAITING:
        token = _next_token(text, end, tokens, tongue)
        if token is None:
            break
        depth += (token.kind is Kind.open) - (token.kind is Kind.close)
        if not 0 <= depth <= _DEEPEST:
            break
        waiting = 0 if token.kind in _OPERAND_ENDS else waiting + 1
        tokens.append(token)
        end = token.end
    return _well_formed(tokens)


def _next_token(text: str, at: int, before: list[Token], tongue: Tongue) -> Token | None:
    spaced = text[at : at + 1] == " "
    if spaced and not before:
        return None
    found = _SIGN.match(text, at + spaced)
    if not found or not found.lastgroup:
        return None
    token = Token(_KINDS[found.lastgroup], found[0], spaced, found.end())
    if token.kind in (Kind.number, Kind.mixed):
        return _measured(text, token, before, tongue)
    if token.kind is Kind.name:
        return _named(text, token, before)
    if token.kind is Kind.raised:
        return _raised(text, token, before, tongue)
    if token.kind is Kind.operator:
        return _operator(text, token, before)
    return token if _fits(token, before) else None


def _measured(text: str, token: Token, before: list[Token], tongue: Tongue) -> Token | None:
    if not _fits(token, before):
        return None
    if before and before[-1].kind is Kind.name and not token.spaced:
        return _after_letters(token, before) if token.text.isdecimal() else None
    if not _UNIT_AHEAD.match(text, token.end):
        return token
    unit = unit_after_number(text, token.end, tongue)
    return Token(token.kind, token.text, token.spaced, unit.end, unit) if unit else token


def _after_letters(token: Token, before: list[Token]) -> Token:
    """x2 is an index, but the 2 of mc2 and πr2 a power that lost its place."""
    letters = before[-1]
    product = len(letters.text) > 1 or (len(before) > 1 and before[-2].kind is Kind.greek)
    if token.text in ("2", "3") and product and letters.text.islower():
        raised = "²" if token.text == "2" else "³"
        return Token(Kind.raised, raised, spaced=False, end=token.end)
    return Token(Kind.lowered, token.text, spaced=False, end=token.end)


def _raised(text: str, token: Token, before: list[Token], tongue: Tongue) -> Token | None:
    """A superscript; after 3 × 10⁸ a unit may follow."""
    if not _fits(token, before):
        return None
    unit = None
    if before[-1].kind is Kind.number and not before[-1].unit:
        unit = unit_after_number(text, token.end, tongue)
    return Token(token.kind, token.text, token.spaced, unit.end, unit) if unit else token


def _named(text: str, token: Token, before: list[Token]) -> Token | None:
    start = token.end - len(token.text)
    if token.text in "xX" and before and before[-1].kind is Kind.number:
        times = _times_sign(text, token)
        if times:
            return times
    if not _fits(token, before) or _ARTICLE.match(text, start):
        return None
    if len(token.text) == 1 or _is_product(text, token, before):
        return token
    return None


def _times_sign(text: str, token: Token) -> Token | None:
    """3 x 4 is a product, 2x2 a size."""
    follows = text[token.end : token.end + 2]
    if token.spaced and follows[:1] == " " and follows[1:].isdecimal():
        return Token(Kind.operator, "×", token.spaced, token.end)
    if not token.spaced and follows[:1].isdecimal():
        return Token(Kind.operator, "by", token.spaced, token.end)
    return None


def _is_product(text: str, token: Token, before: list[Token]) -> bool:
    """Two or three letters side by side: ma, mgh, AB; never an English word."""
    if before and not token.spaced and before[-1].kind in _OPERAND_ENDS:
        return True
    if _NEXT_IS_RAISED.match(text, token.end):
        return True
    if token.text in _WORDS or (len(token.text) == 3 and _has_small_vowel(token.text)):
        return False
    beside = before and before[-1].kind in (Kind.operator, Kind.relation, Kind.open, Kind.root)
    return bool(beside or _NEXT_IS_MATHS.match(text, token.end))


def _has_small_vowel(letters: str) -> bool:
    return any(letter in "aeiou" for letter in letters)


def _operator(text: str, token: Token, before: list[Token]) -> Token | None:
    follows = text[token.end : token.end + 1]
    if not before or before[-1].kind not in _OPERAND_ENDS:
        return token if _is_prefix(text, token, before) else None
    if token.spaced != (follows == " ") and token.text not in "-−+":
        return None
    return None if _is_hyphen(text, token, before) else token


def _is_prefix(text: str, token: Token, before: list[Token]) -> bool:
    """The sign of -5, 2 × -3 or x = -b; never the hyphen of covid-19."""
    if token.text not in _PREFIXES or text[token.end : token.end + 1] == " ":
        return False
    if not before:
        start = token.end - 1
        return not text[start - 1 : start].isalnum() if start else True
    signed = len(before) == 1 or before[-2].kind not in _OPERAND_ENDS
    return before[-1].kind is not Kind.operator or not signed


def _is_hyphen(text: str, token: Token, before: list[Token]) -> bool:
    """C-14 and B-12 are names; x-axis and 5-year are words with a hyphen."""
    if token.text not in "-–" or token.spaced:
        return False
    if len(before) == 1 and before[0].kind is Kind.name and before[0].text.isupper():
        return text[token.end : token.end + 1].isdecimal()
    return False


def _fits(token: Token, before: list[Token]) -> bool:
    previous = before[-1].kind if before else None
    after_operand = previous in _OPERAND_ENDS and not _is_marked_function(before)
    if token.kind in OPERAND_BEGINS:
        return not after_operand or not token.spaced
    if token.kind is Kind.relation:
        return after_operand or not before
    if token.kind in (Kind.raised, Kind.lowered):
        return not token.spaced and (after_operand or previous is Kind.function)
    return after_operand


def _is_marked_function(before: list[Token]) -> bool:
    """sin² and log₂ still wait for what they are taken of."""
    marked = before[-1].kind in (Kind.raised, Kind.lowered)
    return marked and len(before) > 1 and before[-2].kind is Kind.function


def _well_formed(tokens: list[Token]) -> list[Token]:
    """Without what was opened or begun and never finished."""
    opened: list[int] = []
    for place, token in enumerate(tokens):
        if token.kind is Kind.open:
            opened.append(place)
        elif token.kind is Kind.close:
            opened.pop()
    last = opened[0] if opened else len(tokens)
    while last and tokens[last - 1].kind not in _OPERAND_ENDS:
        last -= 1
    return tokens[:last]
