"""Equations: linear in one unknown, a pair of linear ones in two, and quadratic ones."""

import re
from fractions import Fraction

from vidya.core.words import fold_devanagari
from vidya.domains.tutor.stages.computed.asked import AskedFor
from vidya.domains.tutor.stages.computed.computed import (
    Computed,
    NotCertain,
    in_language,
    told,
    written,
)
from vidya.domains.tutor.stages.computed.polynomials import (
    Polynomial,
    exact_root,
    minus,
    polynomial_degree,
    read,
    unknowns,
)

_FILLERS = (
    r"please|pls|sir|solve|find out|find|calculate|what is|what are|whats|what will|determine|work out|tell me|give me"
    r"|the following|following|the|values?|roots?|solutions?|zeros|zeroes|quadratic|linear|simultaneous|pair|system"
    r"|equations?|of|if|then|when|for|that|given|so|by|be|is|are|factori[sz]ation|a(?= (?:quadratic|linear|pair))|such"
    r"|हल करो|हल कीजिए|हल करें|हल|समीकरणों|समीकरण|द्विघात|रैखिक|युग्म|का मान|के मान|के मूल|मान|मूल|ज्ञात करो|ज्ञात कीजिए"
    r"|ज्ञात करें|निकालो|निकालिए|बताओ|बताइए|यदि|अगर|तो|का|के|की|को|क्या है|क्या होगा|कितना है|कितना होगा|क्या|होगा|है|हैं"
    r"|hal karo|solve karo|ka maan|ke mool|nikalo|nikaliye|batao|bataiye|agar|to|kya hai|kya hoga|kitna hai|hai|ka|ko|ke"
)
_BOUNDARY = r"(?<![a-z\u0900-\u097f0-9]){}(?![a-z\u0900-\u097f0-9])"
_FILLER = re.compile(_BOUNDARY.format(f"(?:{fold_devanagari(_FILLERS)})"))
_BETWEEN = re.compile(r",|;|:|\||" + _BOUNDARY.format("(?:and|और|aur|&)"))
_SPOKEN = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        (r"\bis equal to\b|\bequals?(?: to)?\b", "="),
        (r"\bplus\b", "+"),
        (r"\bminus\b", "-"),
        (r"\btimes\b", "*"),
        (r"(?<=[a-z]) ?squared?\b", "^2"),
    )
)
_SOLVED = re.compile(r"^[a-z]\s*=\s*-?[\d./]+$|^-?[\d./]+\s*=\s*[a-z]$")
_UNKNOWN = re.compile(r"[a-z]")
_EXACTLY_ONE_EQUALS = re.compile(r"^[^=<>≤≥≠]+=[^=<>≤≥≠]+$")


def equations(asked: AskedFor, language: str) -> Computed | None:
    """None where there is no equation, or a word that nothing was expected of."""
    text = asked.text
    if "=" not in text and "equal" not in text:
        return None
    for spoken, sign in _SPOKEN:
        text = spoken.sub(sign, text)
    parts = [part.strip() for part in _BETWEEN.split(_FILLER.sub("|", text)) if part.strip(" :.|?")]
    stated = [part.strip(" :.|?") for part in parts if "=" in part]
    wanted = [part.strip(" :.|?") for part in parts if "=" not in part]
    if not 0 < len(stated) <= 2 or not all(map(_UNKNOWN.fullmatch, wanted)):
        return None
    sides = [_sides(each) for each in stated]
    letters = set[str]().union(*(unknowns(minus(*pair)) for pair in sides))
    if not set(wanted) <= letters:
        return None
    if len(stated) == 2:
        return _pair(stated, sides, sorted(letters), language)
    return _one(stated[0], minus(*sides[0]), sorted(letters), language)


def _sides(equation: str) -> tuple[Polynomial, Polynomial]:
    if not _EXACTLY_ONE_EQUALS.match(equation):
        raise NotCertain("not one equation")
    left, right = equation.split("=")
    return read(left).value, read(right).value


def _one(stated: str, difference: Polynomial, letters: list[str], language: str) -> Computed | None:
    if len(letters) != 1:
        return None
    letter = letters[0]
    square = difference.get((letter, letter), Fraction(0))
    factor, rest = difference.get((letter,), Fraction(0)), difference.get((), Fraction(0))
    if square:
        return _quadratic(letter, square, factor, rest, language)
    if _SOLVED.match(stated):
        return None  # x = 5 is solved already
    return _linear(letter, factor, rest, language)


def _linear(letter: str, factor: Fraction, rest: Fraction, language: str) -> Computed:
    if factor < 0:
        factor, rest = -factor, -rest
    value = -rest / factor
    gathered = f"{_times_letter(factor, letter)} = {written(-rest)}."
    steps = [
        in_language(
            language,
            f"Bring the terms with {letter} to one side and the numbers to the other: {gathered}",
            f"{letter} वाले पद एक ओर और संख्याएँ दूसरी ओर रखिए: {gathered}",
        )
    ]
    if factor != 1:
        steps.append(
            in_language(
                language,
                f"Divide both sides by {written(factor)}.",
                f"दोनों पक्षों को {written(factor)} से भाग दीजिए।",
            )
        )
    last = in_language(
        language,
        f"So {letter} = {told(value, language)}.",
        f"इसलिए {letter} = {told(value, language)}।",
    )
    return Computed("linear equation", f"{letter} = {written(value)}", (*steps, last))


def _times_letter(factor: Fraction, letter: str) -> str:
    if factor == 1:
        return letter
    return (
        f"{written(factor)}{letter}" if factor.denominator == 1 else f"({written(factor)}){letter}"
    )


def _pair(
    stated: list[str],
    sides: list[tuple[Polynomial, Polynomial]],
    letters: list[str],
    language: str,
) -> Computed | None:
    rows = [minus(*pair) for pair in sides]
    if len(letters) != 2 or any(polynomial_degree(row) != 1 for row in rows):
        return None
    first, second = letters
    (a, b, p), (c, d, q) = (
        (row.get((first,), Fraction(0)), row.get((second,), Fraction(0)), -row.get((), Fraction(0)))
        for row in rows
    )
    determinant = a * d - b * c
    if not determinant:
        return _no_single_solution(
            stated, same=p * d == b * q and a * q == p * c, language=language
        )
    one, other = (p * d - b * q) / determinant, (a * q - p * c) / determinant
    equation = in_language(
        language,
        f"Eliminate {second}: {_times_letter(abs(determinant), first)} = "
        f"{written((p * d - b * q) * (1 if determinant > 0 else -1))}.",
        f"{second} को हटाइए: {_times_letter(abs(determinant), first)} = "
        f"{written((p * d - b * q) * (1 if determinant > 0 else -1))}।",
    )
    put_back = in_language(
        language,
        f"So {first} = {written(one)}. Put it into an equation with {second}.",
        f"इसलिए {first} = {written(one)}। इसे {second} वाले समीकरण में रखिए।",
    )
    result = f"{first} = {written(one)}, {second} = {written(other)}"
    last = in_language(
        language,
        f"The solution is {first} = {written(one)} and {second} = {written(other)}.",
        f"हल है {first} = {written(one)} और {second} = {written(other)}।",
    )
    return Computed("pair of equations", result, (equation, put_back, last))


def _no_single_solution(stated: list[str], *, same: bool, language: str) -> Computed:
    shown = " , ".join(stated)
    if same:
        last = in_language(
            language,
            "The two equations say the same, so there are infinitely many solutions.",
            "दोनों समीकरण एक ही बात कहते हैं, इसलिए अनंत हल हैं।",
        )
        return Computed("pair of equations", "infinitely many", (last,))
    last = in_language(
        language,
        f"The equations {shown} contradict each other, so there is no solution.",
        f"समीकरण {shown} एक दूसरे के विरोधी हैं, इसलिए कोई हल नहीं है।",
    )
    return Computed("pair of equations", "no solution", (last,))


def _quadratic(letter: str, a: Fraction, b: Fraction, c: Fraction, language: str) -> Computed:
    inside = b * b - 4 * a * c
    first = in_language(
        language,
        f"With a = {written(a)}, b = {written(b)} and c = {written(c)}, the discriminant "
        f"b² − 4ac is {written(inside)}.",
        f"a = {written(a)}, b = {written(b)} और c = {written(c)} लेने पर विविक्तकर b² − 4ac = {written(inside)} है।",
    )
    if inside < 0:
        last = in_language(
            language,
            "It is below zero, so there is no real solution.",
            "यह शून्य से कम है, इसलिए कोई वास्तविक हल नहीं है।",
        )
        return Computed("quadratic equation", "no real solution", (first, last))
    root = exact_root(inside, 2)
    if root is None:
        result = f"{letter} = ({written(-b)} ± √{written(inside)})/{written(2 * a)}"
        last = in_language(language, f"So {result}.", f"इसलिए {result}।")
        return Computed("quadratic equation", result, (first, last))
    small, large = sorted(((-b - root) / (2 * a), (-b + root) / (2 * a)))
    if small == large:
        result = f"{letter} = {written(small)}"
        last = in_language(
            language, f"So there is one solution, {result}.", f"इसलिए एक ही हल है, {result}।"
        )
        return Computed("quadratic equation", result, (first, last))
    word = in_language(language, "or", "या")
    result = f"{letter} = {written(small)} or {letter} = {written(large)}"
    last = in_language(
        language,
        f"Its root is {written(root)}, so {result}.",
        f"इसका वर्गमूल {written(root)} है, इसलिए {letter} = {written(small)} {word} {letter} = {written(large)}।",
    )
    return Computed("quadratic equation", result, (first, last))
