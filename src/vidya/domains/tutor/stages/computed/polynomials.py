"""Expressions read by a grammar of our own: exact fractions, and unknowns up to the second degree."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import factorial, isqrt

from vidya.domains.tutor.stages.computed.computed import NotCertain, short, written

Polynomial = Mapping[tuple[str, ...], Fraction]
"""By the letters of each term, sorted: `()` is the constant, `("x", "x")` is x²."""

_LONGEST, _DEEPEST = 200, 12
_MOST_DIGITS = 15
_MOST_BITS = 100  # of a result; nobody wants to hear more than 30 digits
_LARGEST_FACTORIAL = 20
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[a-z])(?![a-z])|(?P<sign>of|[-+*/§^()√∛!%]))"
)
# A fraction that is written as one, which binds more tightly than any sign.
_FRACTION = re.compile(r"(?<![\d/^.)a-z])(\d+)/(\d+)(?![\d/^.(a-z!%]|\s*/)")
_NOT_PLAIN = re.compile(r"(?<![\d.])0\d|[{}]")
_SHOWN = {"*": "×", "/": "÷", "§": "÷", "-": "−", "+": "+", "^": "to the power"}


class Irrational(NotCertain):
    """A root that is no fraction, alone in its expression."""


@dataclass
class Reading:
    """An expression read: its value, and every operation on numbers in the order done."""

    value: Polynomial
    operations: list[str] = field(default_factory=list)

    def number(self) -> Fraction:
        if any(self.value[letters] for letters in self.value if letters):
            raise NotCertain("an unknown")
        return self.value.get((), Fraction(0))


def read(expression: str) -> Reading:
    """The expression worked out; NotCertain where it is none, is ambiguous, or grows too large.

    `*` is times, `§` is ÷, `/` a fraction or a division, `^` a power, `of` the share of a whole.
    The operations show decimals where the expression has some, fractions otherwise.
    """
    if len(expression) > _LONGEST or _NOT_PLAIN.search(expression):
        raise NotCertain("too long, or no plain number")
    show = short if "." in expression or "%" in expression else written
    parser = _Parser(_tokens(expression), show)
    value = parser.whole()
    return Reading(value, parser.operations)


def polynomial_degree(value: Polynomial) -> int:
    return max((len(letters) for letters, factor in value.items() if factor), default=0)


def unknowns(value: Polynomial) -> set[str]:
    return {letter for letters, factor in value.items() if factor for letter in letters}


def minus(left: Polynomial, right: Polynomial) -> Polynomial:
    return _added(left, right, sign=-1)


def _tokens(expression: str) -> list[str | Fraction]:
    fractions = _FRACTION.sub(r" {\1/\2} ", expression)
    found: list[str | Fraction] = []
    for part in re.split(r"(\{\d+/\d+\})", fractions):
        if part.startswith("{"):
            above, below = part[1:-1].split("/")
            found.append(_fraction(above, below))
        else:
            found += _plain_tokens(part)
    return found


def _fraction(above: str, below: str) -> Fraction:
    if len(above) > _MOST_DIGITS or len(below) > _MOST_DIGITS or not int(below):
        raise NotCertain("nothing can be divided by zero")
    return Fraction(int(above), int(below))


def _plain_tokens(part: str) -> list[str | Fraction]:
    found: list[str | Fraction] = []
    at = 0
    part = part.rstrip()
    while at < len(part):
        piece = _TOKEN.match(part, at)
        if piece is None or len(piece["number"] or "") > _MOST_DIGITS:
            raise NotCertain("not an expression")
        found.append(Fraction(piece["number"]) if piece["number"] else piece[0].strip())
        at = piece.end()
    return found


class _Parser:
    def __init__(self, tokens: list[str | Fraction], show: Callable[[Fraction], str]) -> None:
        self._tokens = tokens
        self._show = show
        self._at = 0
        self._depth = 0
        self.operations: list[str] = []

    def whole(self) -> Polynomial:
        value = self._sum()
        if self._at < len(self._tokens):
            raise NotCertain("something is left over")
        return value

    def _next(self) -> str | Fraction | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, *signs: str) -> str | None:
        piece = self._next()
        if isinstance(piece, str) and piece in signs:
            self._at += 1
            return piece
        return None

    def _sum(self) -> Polynomial:
        value = self._product()
        while sign := self._take("+", "-"):
            value = self._operate(value, sign, self._product())
        return value

    def _product(self) -> Polynomial:
        value = self._signed()
        divided = False
        while True:
            if sign := self._take("*", "/", "§", "of"):
                if sign == "/" and divided:
                    raise NotCertain("a fraction of fractions")
                divided = divided or sign == "/"
                value = self._operate(value, "*" if sign == "of" else sign, self._signed())
            elif self._begins_a_factor():
                if divided or isinstance(self._next(), Fraction):
                    raise NotCertain("1/2x")
                value = self._operate(value, "*", self._power())
            else:
                return value

    def _begins_a_factor(self) -> bool:
        piece = self._next()
        if isinstance(piece, Fraction):
            return True
        return piece is not None and (piece in "(√∛" or (piece.isalpha() and piece != "of"))

    def _signed(self) -> Polynomial:
        if self._take("-"):
            value = self._power()
            if self._tokens[self._at - 2 : self._at - 1] == ["^"]:
                raise NotCertain("minus three squared")
            return _times({(): Fraction(-1)}, value)
        self._take("+")
        return self._power()

    def _power(self) -> Polynomial:
        base = self._postfix()
        if not self._take("^"):
            return base
        negative = bool(self._take("-"))
        exponent = self._postfix()
        if self._next() == "^" or polynomial_degree(exponent):
            raise NotCertain("a tower of powers")
        times = exponent.get((), Fraction(0)) * (-1 if negative else 1)
        return self._raised(base, times)

    def _raised(self, base: Polynomial, times: Fraction) -> Polynomial:
        if polynomial_degree(base):
            if times == 1:
                return base
            if times != 2:
                raise NotCertain("beyond the second degree")
            return _times(base, base)
        value = base.get((), Fraction(0))
        raised = _number_raised(value, times)
        self.operations.append(
            f"{self._shown(value)} ^ {self._shown(times)} = {self._show(raised)}"
        )
        return {(): raised}

    def _postfix(self) -> Polynomial:
        value = self._atom()
        if self._take("!"):
            return {(): self._factorial(value)}
        if self._take("%"):
            if self._next() != "of":
                raise NotCertain("per cent of what")
            return _times(value, {(): Fraction(1, 100)})
        return value

    def _factorial(self, value: Polynomial) -> Fraction:
        number = value.get((), Fraction(0))
        if polynomial_degree(value) or number.denominator != 1:
            raise NotCertain("a factorial of what is not whole")
        if not 0 <= number <= _LARGEST_FACTORIAL:
            raise NotCertain("too large")
        found = Fraction(factorial(int(number)))
        self.operations.append(f"{number}! = {found}")
        return found

    def _atom(self) -> Polynomial:
        piece = self._next()
        self._at += 1
        if isinstance(piece, Fraction):
            return {(): piece}
        if piece in ("√", "∛"):
            return {(): self._root(self._postfix(), 2 if piece == "√" else 3)}
        if piece == "(":
            return self._bracket()
        if piece is not None and piece.isalpha() and piece != "of":
            return {(piece,): Fraction(1)}
        raise NotCertain("something is missing")

    def _bracket(self) -> Polynomial:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotCertain("too deep")
        value = self._sum()
        self._depth -= 1
        if not self._take(")"):
            raise NotCertain("a bracket is open")
        return value

    def _root(self, value: Polynomial, degree: int) -> Fraction:
        number = value.get((), Fraction(0))
        if polynomial_degree(value):
            raise NotCertain("a root of an unknown")
        found = exact_root(number, degree)
        if found is None:
            raise Irrational("no fraction")
        self.operations.append(
            f"{'√' if degree == 2 else '∛'}{self._shown(number)} = {self._show(found)}"
        )
        return found

    def _operate(self, left: Polynomial, sign: str, right: Polynomial) -> Polynomial:
        value = _operated(left, sign, right)
        if not (polynomial_degree(left) or polynomial_degree(right)):
            one, other, result = (each.get((), Fraction(0)) for each in (left, right, value))
            last = self._shown(other) if other < 0 or sign in "/§" else self._show(other)
            sides = f"{self._show(one)} {_SHOWN[sign]} {last}"
            self.operations.append(f"{sides} = {self._show(result)}")
        return value

    def _shown(self, value: Fraction) -> str:
        """In brackets where a sign or a fraction stroke would be misread."""
        text = self._show(value)
        return text if value >= 0 and "/" not in text else f"({text})"


def exact_root(number: Fraction, degree: int) -> Fraction | None:
    """The square or cube root, if it is a fraction; of the square roots the positive one."""
    negative = number < 0
    if negative and degree == 2:
        raise NotCertain("the root of what is below zero")
    above, below = (
        _whole_root(each, degree) for each in (abs(number.numerator), number.denominator)
    )
    if above is None or below is None:
        return None
    return Fraction(-above if negative else above, below)


def _whole_root(number: int, degree: int) -> int | None:
    guess = isqrt(number) if degree == 2 else round(number ** (1 / 3))
    return next((g for g in (guess - 1, guess, guess + 1) if g >= 0 and g**degree == number), None)


def _operated(left: Polynomial, sign: str, right: Polynomial) -> Polynomial:
    match sign:
        case "+":
            return _added(left, right, sign=1)
        case "-":
            return _added(left, right, sign=-1)
        case "*":
            return _times(left, right)
        case _:
            divisor = right.get((), Fraction(0))
            if polynomial_degree(right) or not divisor:
                raise NotCertain("nothing can be divided by zero or by an unknown")
            return _times(left, {(): 1 / divisor})


def _added(left: Polynomial, right: Polynomial, *, sign: int) -> Polynomial:
    found = dict(left)
    for letters, factor in right.items():
        found[letters] = _bounded(found.get(letters, Fraction(0)) + sign * factor)
    return found


def _times(left: Polynomial, right: Polynomial) -> Polynomial:
    found: dict[tuple[str, ...], Fraction] = {}
    for letters, factor in left.items():
        for others, other in right.items():
            both = tuple(sorted(letters + others))
            found[both] = _bounded(found.get(both, Fraction(0)) + factor * other)
    if polynomial_degree(found) > 2:
        raise NotCertain("beyond the second degree")
    return found


def _number_raised(base: Fraction, times: Fraction) -> Fraction:
    if times.denominator != 1 or (base == 0 and times <= 0):
        raise NotCertain("a power that is no plain number")
    bits = max(base.numerator.bit_length(), base.denominator.bit_length())
    if abs(times) * max(bits - 1, 1) > _MOST_BITS:
        raise NotCertain("too large")
    return _bounded(base ** int(times))


def _bounded(value: Fraction) -> Fraction:
    if max(value.numerator.bit_length(), value.denominator.bit_length()) > _MOST_BITS:
        raise NotCertain("too large")
    return value
