"""Formulas, equations and sums inside a question, lifted out of its words."""

import re

_FUNCTION = r"(?:sin|cos|tan|cot|sec|cosec|log|ln|sqrt)"
_LETTER = r"[A-Za-zα-ωΑ-Ω∞∅]"
_POWER = r"(?:\^[-+]?(?:\d+|[a-z]|\([^()]*\))|[²³])"
_ATOM = (
    rf"(?:{_FUNCTION}{_POWER}?\s?)?[√∛]{{0,2}}[(\[{{|]*\s?"
    rf"(?:\d++(?:\.\d++)?{_LETTER}{{0,3}}(?!{_LETTER})"  # 3, 2.5, 2x, 3ab
    r"|(?:[A-Z][a-z]?\d*){2,8}(?![A-Za-z])"  # H2O, NaCl, CO
    rf"|{_LETTER}\d*+(?!{_LETTER}))"  # x, v1, θ
    rf"(?:\s?[)\]}}|]|{_POWER}|°)*"
)
_WORDLIKE = r"[a-z]{2,3}(?![A-Za-z])(?:\^\d)?"  # the `at` of u + at, the `ma` of F = ma
_SIGN = r"(?:->|⇌|<->|<=|>=|==|!=|\*\*|≈|≡|∪|∩|∈|⊂|±|[-+*/^=<>])"
_RATIO = r"(?<=\d)\s?:\s?(?=\d)"
_EXPRESSION = re.compile(
    rf"(?<![\w^])[-+]?(?:{_ATOM})++"
    rf"(?:(?:\s?{_SIGN}\s?[-+]?|{_RATIO})(?:(?:{_ATOM})++|(?<=[=+*/]\s)(?:{_WORDLIKE})|(?<=[=*/+])(?:{_WORDLIKE})))+"
    rf"|(?<!\w)(?:[√∛]\s?{_ATOM}|{_LETTER}\([^()\s]{{1,12}}\)|{_LETTER}{_POWER}|\d+(?:\.\d+)?{_POWER})"
)
LIFTED = "ƒ"  # what stays in the place of an expression
_HAS_SIGNS = re.compile(
    r"[-+*/^=<>√∛∪∩∈⊂≈≡±⇌²³]|\d\s?:\s?\d|\d [xX] \d|\d[xX]\d|\d (?:plus|min|tim|mul|div)"
)
_TIMES = re.compile(r"(?<=\d)\s?[xX]\s?(?=\d)")
_SPELLED = re.compile(r"(?<=\d) (plus|minus|times|multiplied by|divided by) (?=\d)")
_SIGN_OF = {"plus": "+", "minus": "-", "times": "*", "multiplied by": "*", "divided by": "/"}
_RATE = re.compile(
    r"(?<![A-Za-z])(km|cm|mm|m|kg|g|N|J|rad)\s?/\s?(hours?|hr|h|seconds?|sec|s|min|m|cm|kg|g)"
    r"(?:\^?([23]))?(?![A-Za-z])"
)
_RATE_UNDER = {"hour": "h", "hours": "h", "hr": "h", "second": "s", "seconds": "s", "sec": "s"}
_ASKED = re.compile(r"\s*=\s*(?:\?|$)")
_UNKNOWN = str.maketrans("XYZ", "xyz")


def lift_expressions(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its expressions, and the expressions in order, without spaces.

    `text` comes from `tidy`. "2X + 3 = 11" and "2x+3=11" are one expression; no other sign or
    letter is touched: = is not ==, x^2 is not x2. Speeds and densities become words first
    (km/h is kmperh), so that they can be read as units.
    """
    if not _HAS_SIGNS.search(text):
        return text, ()
    text = _TIMES.sub("*", _RATE.sub(_rate_as_word, text))
    text = _ASKED.sub(" ", _SPELLED.sub(lambda found: _SIGN_OF[found[1]], text))
    found: list[str] = []

    def lift(match: re.Match[str]) -> str:
        found.append(match[0].replace(" ", "").translate(_UNKNOWN))
        return f" {LIFTED} "

    return _EXPRESSION.sub(lift, text), tuple(found)


def _rate_as_word(found: re.Match[str]) -> str:
    over, under, power = found.groups()
    return f"{over}per{_RATE_UNDER.get(under, under)}{power or ''}"
