"""Arithmetic: signs and words for them, powers, roots, fractions and percentages."""

import re
from fractions import Fraction
from math import isqrt

from vidya.domains.tutor.stages.computed.asked import AskedFor
from vidya.domains.tutor.stages.computed.computed import (
    Computed,
    NotCertain,
    in_decimals,
    in_language,
    rounded,
    told,
    written,
)
from vidya.domains.tutor.stages.computed.polynomials import Irrational, read

_N = r"-?\d+(?:\.\d+)?(?:/\d+)?"
_FRAMES = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (rf"(?:sum|addition|total) of ({_N}) and ({_N})", r"\1 + \2"),
        (rf"add ({_N}) (?:and|to|with) ({_N})", r"\1 + \2"),
        (rf"(?:difference|subtraction) (?:of|between) ({_N}) and ({_N})", r"\1 - \2"),
        (rf"subtract ({_N}) from ({_N})", r"\2 - \1"),
        (rf"product of ({_N}) and ({_N})", r"\1 * \2"),
        (rf"multiply ({_N}) (?:by|and|with) ({_N})", r"\1 * \2"),
        (rf"divide ({_N}) by ({_N})", r"(\1) § (\2)"),
        (rf"quotient of ({_N}) and ({_N})", r"(\1) § (\2)"),
        (rf"({_N}) (?:और|aur|व) ({_N}) (?:का|ka) (?:योग|जोड|योगफल|jod|yog|sum)", r"\1 + \2"),
        (rf"({_N}) (?:और|aur|व) ({_N}) (?:का|ka) (?:गुणनफल|गुणा|gunanfal|guna|product)", r"\1 * \2"),
        (rf"({_N}) (?:में|me|mein) ({_N}) (?:जोडो|जोडिए|जोडें|jodo|add)", r"\1 + \2"),
        (rf"({_N}) (?:में से|me se|mein se) ({_N}) (?:घटाओ|घटाइए|घटाएं|ghatao)", r"\1 - \2"),
        (rf"({_N}) (?:को|ko) ({_N}) (?:से|se) (?:गुणा|guna|multiply)", r"\1 * \2"),
        (
            rf"({_N}) (?:को|ko) ({_N}) (?:से|se) (?:भाग|विभाजित|bhag|divide)(?: दो| दीजिए| do)?",
            r"(\1) § (\2)",
        ),
        (rf"({_N}) ?(?:%|percent|per cent|percentage) of ({_N})", r"\1% of \2"),
        (
            rf"({_N}) (?:का|के|की|ka|ke|ki) ({_N}) ?(?:%|प्रतिशत|फीसदी|percent|pratishat)",
            r"\2% of \1",
        ),
        (rf"(?:the )?square of ({_N})", r"(\1)^2"),
        (rf"(?:the )?cube of ({_N})", r"(\1)^3"),
        (rf"({_N}) (?:का|ka) (?:वर्गमूल|वर्ग मूल|vargmool|vargmul|square root)", r"√(\1)"),
        (rf"({_N}) (?:का|ka) (?:घनमूल|घन मूल|ghanmool|ghanmul|cube root)", r"∛(\1)"),
        (rf"({_N}) (?:का|ka) (?:वर्ग|varg|square)", r"(\1)^2"),
        (rf"({_N}) (?:का|ka) (?:घन|ghan|cube)", r"(\1)^3"),
        (rf"({_N}) (?:की|ki) (?:घात|ghat|power) ({_N})", r"(\1)^(\2)"),
        (rf"half of ({_N})", r"1/2 of \1"),
        (rf"({_N}) (?:का|ka) (?:आधा|aadha|adha)", r"1/2 of \1"),
        (rf"(?:double|twice) (?:of )?({_N})", r"2 * \1"),
        (r"factorial of (\d+)|(\d+) factorial", r"\1\2!"),
    )
)
_SPOKEN = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        (r"\bcube root (?:of )?|\bcbrt ?", "∛"),
        (r"\bsquare root (?:of )?|\bsqrt ?(?:of )?|\broot (?:of )?(?=[\d(])", "√"),
        (r"\b(?:raised )?to the power (?:of )?|\braised to\b|\bpower\b|\*\*", "^"),
        (r"(?<=[\d)]) squared?\b(?! root)", "^2"),
        (r"(?<=[\d)]) cubed?\b(?! root)", "^3"),
        (r"\bplus\b|(?<!\S)(?:धन|प्लस|जमा)(?!\S)", "+"),
        (r"\bminus\b|(?<!\S)(?:ऋण|माइनस|घटा)(?!\S)", "-"),
        (r"\btimes\b|\bmultiplied by\b|\binto\b|\bguna\b|(?<!\S)(?:गुणा|गुना|इंटू)(?!\S)", "*"),
        (r"\bdivided by\b|(?<!\S)(?:भाग|भागा|डिवाइडेड बाय)(?!\S)|\bbhag\b", "§"),
        (r"(?<!\S)बटा(?!\S)|\bbata\b", "/"),
        (r"(?<=\d) ?(?:percent|per cent|प्रतिशत)(?= of)", "%"),
        (r"(?<=[\d)])\s*x\s*(?=[\d(])", "*"),
        (r"(?<=\d) (?=[/] ?\d)|(?<=\d[/]) (?=\d)", ""),
    )
)
_YEARS = re.compile(r"\b(?:1[89]|20)\d\d[-/](?:\d\d|\d{4})\b(?!\d)")
_DATE = re.compile(r"\b\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\b")
_NO_SUM = re.compile(r"^24/7$|\b0x|.+[^\d].*!")  # 2 + 3! may be said with surprise
# Said aloud, "the square root of 16 plus 9" may end in two places.
_SAID_OVER_ALL = re.compile(r"\b(?:root|sqrt|cbrt|power|raised)\b")
_ONE_OPERATION = re.compile(r"[√∛]\s*\(?[\d./]+\)?|\(?-?[\d.]+\)?\s*\^\s*\(?-?[\d.]+\)?")
_LONE_FRACTION = re.compile(r"^\d+/\d+$")
_LONE_ROOT = re.compile(r"^√\s*\(?(\d+)\)?$")
_OPERATION = re.compile(r"[-+*/§^√∛!%]")
_LARGEST_UNDER_ROOT = 10**9


def arithmetic(asked: AskedFor, language: str) -> Computed | None:
    """Numbers and signs alone; None where a word is left, or where the signs are ambiguous."""
    expression = _in_signs(asked.core)
    if _NO_SUM.search(asked.core) or _is_no_sum(expression):
        return None
    if _SAID_OVER_ALL.search(asked.core) and not _ONE_OPERATION.fullmatch(expression):
        return None
    if root := _LONE_ROOT.match(expression):
        return _root(int(root[1][:20]), language)
    try:
        reading = read(expression)
        value = reading.number()
    except Irrational:
        return None
    if _LONE_FRACTION.match(expression) and value.denominator != 1:
        return None  # "what is 3/4" asks what it means, as often as not
    decimals = in_decimals(value) if "." in expression else None
    steps = [_said(each, language) for each in reading.operations]
    said = decimals or told(value, language)
    last = in_language(language, f"The answer is {said}.", f"उत्तर {said} है।")
    return Computed("arithmetic", decimals or written(value), (*dict.fromkeys(steps), last))


def _said(operation: str, language: str) -> str:
    if " ^ " not in operation:
        return f"{operation}."
    power, value = operation.split(" = ")
    base, exponent = power.split(" ^ ")
    return in_language(
        language,
        f"{base} to the power {exponent} is {value}.",
        f"{base} की घात {exponent} का मान {value} है।",
    )


def _in_signs(core: str) -> str:
    for frame, form in _FRAMES:
        if found := frame.fullmatch(core):
            return found.expand(form)
    for spoken, sign in _SPOKEN:
        core = spoken.sub(sign, core)
    return core.strip()


def _is_no_sum(expression: str) -> bool:
    """A school year, a date, a number alone."""
    if not _OPERATION.search(expression.lstrip("-")) or not re.search(r"\d", expression):
        return True
    return any(each.search(expression) for each in (_YEARS, _DATE))


def _root(number: int, language: str) -> Computed:
    if number > _LARGEST_UNDER_ROOT:
        raise NotCertain("too large")
    whole = isqrt(number)
    if whole * whole == number:
        step = in_language(
            language, f"{whole} × {whole} = {number}.", f"{whole} × {whole} = {number}।"
        )
        last = in_language(language, f"So √{number} = {whole}.", f"इसलिए √{number} = {whole}।")
        return Computed("root", str(whole), (step, last))
    outside, inside = _surd(number)
    exact = f"{outside}√{inside}" if outside > 1 else f"√{inside}"
    about = rounded(Fraction(isqrt(number * 10**12), 10**6))
    between = in_language(
        language,
        f"{whole} × {whole} = {whole**2} and {whole + 1} × {whole + 1} = {(whole + 1) ** 2}, "
        f"so √{number} lies between {whole} and {whole + 1}.",
        f"{whole} × {whole} = {whole**2} और {whole + 1} × {whole + 1} = {(whole + 1) ** 2}, "
        f"इसलिए √{number}, {whole} और {whole + 1} के बीच है।",
    )
    last = in_language(
        language,
        f"It is {exact}, about {about}, rounded to three places.",
        f"यह {exact} है, लगभग {about}, तीन दशमलव तक पूर्णांकित।",
    )
    return Computed("root", exact, (between, last))


def _surd(number: int) -> tuple[int, int]:
    """12 is 2² × 3: what stands outside the root, and what stays in it."""
    outside, factor = 1, 2
    while factor * factor <= number:
        while number % (factor * factor) == 0:
            number //= factor * factor
            outside *= factor
        factor += 1
    return outside, number
