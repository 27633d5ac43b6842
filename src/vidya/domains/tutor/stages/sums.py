"""The sums in a text, such as 3 × 4 = 12, worked out."""

import ast
import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from vidya.domains.tutor.stages.figures import NUMBER, make_plain

_EQUALS = re.compile(
    r"(?<![<>!=])=(?!=)|≈|\b(?:equals|is (?:approximately )?equal to)\b|बराबर(?: है| होता है)?",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"≈|approx", re.IGNORECASE)
_SPOKEN = tuple(
    (re.compile(spoken, re.IGNORECASE), sign)
    for spoken, sign in (
        (r"\b(?:times|multiplied by)\b|गुणा(?!\w)", "*"),
        (r"\bdivided by\b|भाग(?!\w)", "/"),
        (r"\bplus\b|धन(?!\w)", "+"),
        (r"\bminus\b|ऋण(?!\w)", "-"),
        (r"(?<=[\d)]) ?[xX] ?(?=[\d(])|(?<=\w) [xX] (?=[\d(])", "*"),
        (r"(?<=\d) ?(?:%|per ?cent|प्रतिशत) of\b", "@"),
    )
)

_SYMBOL = r"(?:km|cm|mm|dm|kg|mg|min|hr|sec|ms|kJ|kW|kWh|mA|Hz|Pa|mL|ml|ohm|°C|°F|°|%|₹)"
# A single letter behind a number is a unit only with a space between: 2m is twice m.
_LETTER = r"[ ](?:[mgsNJWVAKLlh]|Ω)"
_POWER = r"(?:\^-?\d)?"
_UNIT = (
    rf"(?:(?:[ ]?{_SYMBOL}|{_LETTER}|[ ][A-Za-z]{{4,20}}|[ ][\u0900-\u0963\u0971-\u097f]{{2,20}})"
    rf"{_POWER}(?:/(?:{_SYMBOL}|[smh]){_POWER})?(?![\w(]))"
)
_TERM = rf"(?:\([ ]?)*(?:₹[ ]?|Rs\.?[ ]?)?{NUMBER}(?:\^\(?-?\d+\)?)?{_UNIT}?(?:[ ]?\)(?:\^-?\d+)?)*"
_RUN = rf"{_TERM}(?:[ ]?[-+*/@][ ]?{_TERM})*"
_AT_THE_END = re.compile(rf"(?P<run>{_RUN})[ ]?$")
_AT_THE_BEGINNING = re.compile(rf"[ ]?(?P<run>{_RUN})")
# What shows that a run is only a part of an expression: an unknown, a root, a torn number.
_BEFORE = re.compile(r"[\w.√^]$|[-+*/@^√(\d][ ]?$")
_BEHIND = re.compile(r"[\w^(√]|[ ]?[-+*/@^][ ]?(?:[A-Za-z]\b|[(√]|$)")
_UNITS = re.compile(rf"(?<=[\d)]){_UNIT}|₹[ ]?|Rs\.?[ ]?")
_OPERATION = re.compile(r"[+*/@^]|(?<=[\d)])[ ]?-")
_NUMBER = re.compile(rf"(?P<power>\^)?(?P<number>{NUMBER})")

_OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.MatMult: lambda share, whole: share * whole / 100,  # 15 % of 200, written 15 @ 200
}
_LARGEST_POWER = 12
_LARGEST_BASE = 1_000_000


class _NotASum(ValueError): ...


@dataclass(frozen=True)
class Sum:
    """Two sides of an equals sign, with an operation on one of them at least."""

    left: frozenset[Fraction]
    """The numbers on this side, without exponents."""
    right: frozenset[Fraction]
    numbers: frozenset[Fraction]
    holds: bool
    """Whether the sides are equal; a decimal, and what is behind ≈, may be rounded."""


@dataclass(frozen=True)
class _Side:
    expression: str
    """Plain, without units."""
    value: Fraction


def sums(text: str) -> list[Sum]:
    """The sums in the text. Units are dropped; what has an unknown in it is no sum."""
    plain = make_plain(text)
    if not _EQUALS.search(plain):
        return []
    for spoken, sign in _SPOKEN:
        plain = spoken.sub(f" {sign} ", plain)
    plain = " ".join(plain.split())
    parts = _EQUALS.split(plain)
    found: list[Sum] = []
    for before, sign, behind in zip(parts, _EQUALS.findall(plain), parts[1:], strict=False):
        left, right = _work_out(_last_run(before)), _work_out(_first_run(behind))
        if left and right and (_operates(left) or _operates(right)):
            found.append(_sum(left, right, about=_ABOUT.search(sign) is not None))
    return found


def _last_run(part: str) -> str:
    """The expression that ends here; empty where it is a part of one with an unknown."""
    run = _AT_THE_END.search(part)
    return run["run"] if run and not _BEFORE.search(part[: run.start()]) else ""


def _first_run(part: str) -> str:
    run = _AT_THE_BEGINNING.match(part)
    return run["run"] if run and not _BEHIND.match(part[run.end() :]) else ""


def _work_out(run: str) -> _Side | None:
    expression = _balanced(_UNITS.sub("", run).strip())
    exact = _NUMBER.sub(
        lambda n: ("**(" if n["power"] else "(") + f"{Fraction(n['number'])})", expression
    )
    try:
        return _Side(expression, _value(ast.parse(exact, mode="eval").body))
    except (SyntaxError, ZeroDivisionError, _NotASum):
        return None


def _balanced(run: str) -> str:
    """Without the brackets of the sentence around it."""
    while run.endswith(")") and run.count(")") > run.count("("):
        run = run[:-1].rstrip()
    while run.startswith("(") and run.count("(") > run.count(")"):
        run = run[1:].lstrip()
    return run


def _value(node: ast.expr) -> Fraction:
    match node:
        case ast.Constant(value=int(number)):
            return Fraction(number)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return _power(_value(left), _value(right))
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATIONS:
            return _OPERATIONS[type(sign)](_value(left), _value(right))
    raise _NotASum


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    if abs(exponent) > _LARGEST_POWER or abs(base) > _LARGEST_BASE or exponent.denominator != 1:
        raise _NotASum
    return base**exponent.numerator


def _operates(side: _Side) -> bool:
    return _OPERATION.search(side.expression) is not None


def _sum(left: _Side, right: _Side, *, about: bool) -> Sum:
    slack = max(_rounding(left, about=about), _rounding(right, about=about))
    return Sum(
        left=_numbers(left, powers=False),
        right=_numbers(right, powers=False),
        numbers=_numbers(left, powers=True) | _numbers(right, powers=True),
        holds=abs(left.value - right.value) <= slack,
    )


def _rounding(side: _Side, *, about: bool) -> Fraction:
    """Half of the last place of a lone decimal; of any lone number behind ≈."""
    _, _, decimals = side.expression.partition(".")
    if _operates(side) or not (decimals or about):
        return Fraction(0)
    return Fraction(1, 2 * 10 ** len(decimals))


def _numbers(side: _Side, *, powers: bool) -> frozenset[Fraction]:
    return frozenset(
        Fraction(found["number"])
        for found in _NUMBER.finditer(side.expression)
        if powers or not found["power"]
    )
