"""Expressions and equations, read from their signs as a teacher reads them from the board."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from vidya.channels.voice.speakable.expression_tokens import (
    OPERAND_BEGINS,
    Kind,
    Token,
    tokens_at,
)
from vidya.channels.voice.speakable.numerals import say_amount, say_index, say_number
from vidya.channels.voice.speakable.tongue import Reading, Tongue
from vidya.channels.voice.speakable.units import Unit

_ADDITIVE = frozenset({"+", "-", "−", "–", "±", "∓", "∪", "∩", ":", "::"})
_FROM_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿˣ", "0123456789+-nx")
_FROM_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789", "_{}")
_PARTS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
}  # fmt: skip
_ORDER = frozenset("<>≤≥")
_ROOT_DEGREES = {"√": "2", "sqrt": "2", "∛": "3", "cbrt": "3", "∜": "4"}
# f(x) is "f of x", but a(b + c) a product.
_APPLIED = frozenset("fghFGPp")
_VERB_BEFORE = re.compile(r"(?:is|are|be|was)[ ]?$")
_NAMED_POWERS = ("2", "3")
_SUM = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?(?:[ ]?[×÷=^²³]|[ ][+*][ ])")
_RAISED_PIECE = re.compile(r"[0-9]+|.")
_INDEX_PIECE = re.compile(r"[0-9]+|[A-Za-z]+")
_LONGEST_PART = 9
_MOST_LETTERS_SPELLED = 2


def read_expression(text: str, at: int, tongue: Tongue) -> Reading | None:
    """The expression that begins at `at`; None for letters alone, which may be words."""
    tokens = tokens_at(text, at, tongue)
    if not tokens or _may_be_a_word(tokens) or _is_one_bracket(tokens):
        return None
    words = _Reader(text, tokens, tongue).equation()
    if tokens[0].kind is Kind.relation and _VERB_BEFORE.search(text, max(0, at - 4), at):
        words = words.removeprefix("is ")
    return Reading(words, tokens[-1].end)


def read_sum(text: str, at: int, tongue: Tongue) -> Reading | None:
    """An expression whose second sign already shows that it is one: 3 × 10⁸, 12 ÷ 4 = 3."""
    return read_expression(text, at, tongue) if _SUM.match(text, at) else None


def _may_be_a_word(tokens: Sequence[Token]) -> bool:
    return len(tokens) == 1 and tokens[0].kind in (Kind.name, Kind.dots)


def _is_one_bracket(tokens: Sequence[Token]) -> bool:
    """Brackets around everything are the sentence's own, and stay."""
    depth = 0
    for place, token in enumerate(tokens):
        depth += (token.kind is Kind.open) - (token.kind is Kind.close)
        if depth == 0:
            return place > 0 and place == len(tokens) - 1 and token.kind is Kind.close
    return False


# A tuple for the same reason as Token.
class _Part(NamedTuple):
    """Words with the shape that decides how others may lean on them."""

    words: str
    shape: str  # "plain", "fraction", "signed" or "sum"
    token: Token | None = None


class _Reader:
    """Reads one list of tokens from left to right, once."""

    def __init__(self, text: str, tokens: Sequence[Token], tongue: Tongue) -> None:
        self._text = text
        self._tokens = tokens
        self._at = 0
        self._tongue = tongue
        self._symbols = tongue.symbols

    def equation(self) -> str:
        """Sides joined by relations, to the end or to a closing bracket."""
        return self._sides().words

    def _sides(self) -> _Part:
        if self._peek() is Kind.relation:
            return _Part(" ".join(self._relation()), "sum")
        left = self._sum()
        if self._peek() is not Kind.relation:
            return left
        words = [left.words + ("," if "," in left.words else "")]
        words += self._relation()
        return _Part(" ".join(words), "sum")

    def _relation(self) -> list[str]:
        """Each relation with its right-hand side; 3 < x < 7 says x twice."""
        words: list[str] = []
        right = ""
        while self._peek() is Kind.relation:
            sign = self._take().text
            if right and sign in _ORDER:
                words += [self._symbols.alone["&"], right]
            right = self._sum().words
            words += [self._symbols.relations[sign], right]
            if sign in self._symbols.closers:
                words.append(self._symbols.closers[sign])
        return words

    def _sum(self) -> _Part:
        part = self._product()
        if self._peek_text() not in _ADDITIVE:
            return part
        words = [self._bracketed(part)]
        while self._peek() is Kind.operator and self._peek_text() in _ADDITIVE:
            words.append(self._symbols.operators[self._take().text])
            words.append(self._bracketed(self._product()))
        return _Part(" ".join(words), "sum")

    def _product(self) -> _Part:
        part = self._factor()
        while True:
            if self._peek() is Kind.operator and self._peek_text() not in _ADDITIVE:
                part = self._joined(part, self._take().text)
            elif self._peek() in OPERAND_BEGINS:
                part = self._side_by_side(part)
            else:
                return part

    def _joined(self, left: _Part, sign: str) -> _Part:
        right = self._factor()
        if sign == "/":
            return self._quotient(left, right)
        words = (self._bracketed(left), self._symbols.operators[sign], self._bracketed(right))
        return _Part(" ".join(words), "plain")

    def _quotient(self, top: _Part, bottom: _Part) -> _Part:
        fraction = self._fraction(top, bottom)
        if fraction:
            return fraction
        below = self._bracketed(bottom)
        if top.shape == "sum":
            return _Part(self._symbols.whole_over(top.words, below), "fraction")
        return _Part(self._symbols.over(top.words, below), "fraction")

    def _fraction(self, top: _Part, bottom: _Part) -> _Part | None:
        above, below = top.token, bottom.token
        if not (above and below and _is_whole(above) and _is_whole(below)) or above.unit:
            return None
        words = self._tongue.counting.fraction(int(above.text), int(below.text))
        if below.unit:
            words = self._tongue.counting.part_of(words, below.unit.one)
        return _Part(words, "fraction")

    def _side_by_side(self, left: _Part) -> _Part:
        opens = self._peek() is Kind.open
        rooted = self._peek() is Kind.root
        right = self._factor()
        if opens and left.token and left.token.text in _APPLIED and right.shape != "sum":
            return _Part(self._symbols.applied(left.words, right.words), "plain")
        times = f" {self._symbols.operators['×']} "
        link = times if opens or rooted or "sum" in (left.shape, right.shape) else " "
        return _Part(self._bracketed(left) + link + self._bracketed(right), "plain")

    def _factor(self) -> _Part:
        token = self._take()
        if token.kind is Kind.operator:
            sign = self._symbols.operators[token.text]
            return _Part(f"{sign} {self._bracketed(self._product())}", "signed")
        if token.kind is Kind.root:
            return self._root(_ROOT_DEGREES[token.text])
        if token.kind is Kind.function:
            return self._function(token.text)
        part = self._group() if token.kind is Kind.open else self._atom(token)
        return self._with_marks(part)

    def _root(self, degree: str) -> _Part:
        under = self._factor()
        say = self._symbols.whole_root if under.shape == "sum" else self._symbols.root
        return _Part(say(under.words, degree), "plain")

    def _function(self, name: str) -> _Part:
        words = self._symbols.functions[name]
        if self._peek() is Kind.raised:
            words = self._raised_function(words, self._take().text)
        elif self._peek() is Kind.lowered:
            words = self._symbols.log_base(self._base(self._take()))
        if self._peek() not in OPERAND_BEGINS:
            return _Part(words, "plain")
        argument = self._factor()
        if argument.shape == "sum":
            return _Part(self._symbols.applied(words, argument.words), "plain")
        return _Part(f"{words} {argument.words}", "plain")

    def _base(self, token: Token) -> str:
        plain = token.text.translate(_FROM_LOWERED)
        return say_number(plain, self._tongue) if plain.isdecimal() else self._index(token)

    def _raised_function(self, words: str, superscript: str) -> str:
        if superscript == "⁻¹":
            return self._symbols.inverse(words)
        return self._symbols.function_power(words, self._raised(superscript))

    def _group(self) -> _Part:
        inside = self._sides()
        self._take()
        return inside

    def _with_marks(self, part: _Part) -> _Part:
        """The part with its indices, powers and factorials."""
        while self._peek() in (Kind.lowered, Kind.raised, Kind.caret, Kind.factorial):
            token = self._take()
            if token.kind is Kind.lowered:
                part = _Part(f"{part.words} {self._index(token)}", "plain")
            elif token.kind is Kind.factorial:
                part = _Part(f"{part.words} {self._symbols.functions['!']}", "plain")
            elif token.kind is Kind.raised:
                part = self._power(part, self._raised(token.text), token.unit)
            else:
                part = self._caret_power(part)
        return part

    def _power(self, base: _Part, exponent: str, unit: Unit | None) -> _Part:
        if unit and exponent in _NAMED_POWERS:
            # "Ten cubed metres" would be heard as cubic metres.
            exponent = say_number(exponent, self._tongue)
        together = base.shape in ("sum", "signed", "fraction")
        say = self._symbols.whole_power if together else self._symbols.power
        words = say(base.words, exponent)
        return _Part(f"{words} {unit.many}" if unit else words, "plain")

    def _caret_power(self, base: _Part) -> _Part:
        if self._peek() is Kind.operator:
            sign = self._symbols.operators[self._take().text]
            return self._power(base, f"{sign} {self._exponent().words}", None)
        exponent = self._exponent()
        written = exponent.token
        if written and written.text in _NAMED_POWERS:
            return self._power(base, written.text, written.unit)
        return self._power(base, exponent.words, None)

    def _exponent(self) -> _Part:
        if self._peek() in (Kind.root, Kind.function):
            return self._factor()
        token = self._take()
        return self._group() if token.kind is Kind.open else self._atom(token)

    def _raised(self, superscript: str) -> str:
        """The digits 2 and 3 as they are, for they have names; anything else in words."""
        plain = superscript.translate(_FROM_RAISED)
        if plain in _NAMED_POWERS:
            return plain
        return " ".join(self._raised_sign(piece) for piece in _RAISED_PIECE.findall(plain))

    def _raised_sign(self, piece: str) -> str:
        if piece.isdecimal():
            return say_number(piece, self._tongue)
        return self._symbols.operators.get(piece) or self._symbols.letter(piece)

    def _index(self, token: Token) -> str:
        pieces = _INDEX_PIECE.findall(token.text.translate(_FROM_LOWERED))
        return " ".join(self._index_piece(piece) for piece in pieces)

    def _index_piece(self, piece: str) -> str:
        if piece.isdecimal():
            return say_index(piece, self._tongue)
        return self._spelled(piece) if len(piece) <= _MOST_LETTERS_SPELLED else piece

    def _atom(self, token: Token) -> _Part:
        if token.kind is Kind.number:
            return self._number(token)
        if token.kind is Kind.mixed:
            return self._mixed(token)
        if token.text == "∞":
            return _Part(self._symbols.alone["∞"], "plain")
        if token.kind is Kind.greek:
            return _Part(self._symbols.greek[token.text], "plain", token)
        if token.kind is Kind.shape:
            words = (self._symbols.alone[token.text[0]], self._spelled(token.text[1:].strip()))
            return _Part(" ".join(words), "plain")
        if token.kind is Kind.dots:
            return _Part(self._symbols.alone["…"], "plain")
        return _Part(self._spelled(token.text), "plain", token)

    def _spelled(self, letters: str) -> str:
        if letters.isdecimal():
            return say_number(letters, self._tongue)
        return " ".join(self._symbols.letter(letter) for letter in letters)

    def _number(self, token: Token) -> _Part:
        written = "0" + token.text if token.text[0] == "." else token.text
        end = token.end if token.unit is None else 0
        words = say_amount(written, self._text, end, self._tongue)
        if not token.unit:
            return _Part(words, "plain", token)
        unit = token.unit.one if token.text == "1" else token.unit.many
        return _Part(f"{words} {unit}", "plain", token)

    def _mixed(self, token: Token) -> _Part:
        whole, (top, bottom) = _mixed_parts(token.text)
        part = self._tongue.counting.fraction(top, bottom)
        if whole is None:
            words = part
            if token.unit:
                words = self._tongue.counting.part_of(part, token.unit.one)
            return _Part(words, "fraction")
        words = self._tongue.counting.mixed(whole, part)
        return _Part(f"{words} {token.unit.many}" if token.unit else words, "fraction")

    def _bracketed(self, part: _Part) -> str:
        """The words of a part that others lean on: several terms keep their brackets."""
        return self._symbols.bracketed(part.words) if part.shape == "sum" else part.words

    def _peek(self) -> Kind | None:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else None

    def _peek_text(self) -> str:
        return self._tokens[self._at].text if self._at < len(self._tokens) else ""

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]


def _is_whole(token: Token) -> bool:
    return token.kind is Kind.number and token.text.isdecimal() and len(token.text) < _LONGEST_PART


def _mixed_parts(written: str) -> tuple[int | None, tuple[int, int]]:
    whole, _, part = written.partition(" ")
    if part:
        top, _, bottom = part.partition("/")
        return int(whole), (int(top), int(bottom))
    digits = written[:-1]
    return int(digits) if digits else None, _PARTS[written[-1]]
