"""How a teacher in India says signs, formulas and measures in English."""

from vidya.channels.voice.speakable import numbers_en as numbers
from vidya.channels.voice.speakable.short_forms import pattern_of
from vidya.channels.voice.speakable.short_forms_en import ABBREVIATIONS, ACRONYMS, NUMBERED
from vidya.channels.voice.speakable.tongue import (
    Chemistry,
    Counting,
    Measures,
    Phrases,
    Symbols,
    Tongue,
)

_OPERATORS = {
    "+": "plus",
    "-": "minus",
    "−": "minus",
    "–": "minus",
    "±": "plus or minus",
    "∓": "minus or plus",
    "×": "times",
    "*": "times",
    "·": "times",
    "÷": "divided by",
    "by": "by",
    ":": "is to",
    "::": "as",
    "∪": "union",
    "∩": "intersection",
}
_RELATIONS = {
    "=": "equals",
    "≠": "is not equal to",
    "≈": "is approximately equal to",
    "≡": "is identical to",
    "≅": "is congruent to",
    "∼": "is similar to",
    "<": "is less than",
    ">": "is greater than",
    "≤": "is less than or equal to",
    "≥": "is greater than or equal to",
    "∝": "is proportional to",
    "∈": "belongs to",
    "∉": "does not belong to",
    "⊂": "is a subset of",
    "⊆": "is a subset of",
    "⊃": "is a superset of",
    "∥": "is parallel to",
    "⊥": "is perpendicular to",
    "⇒": "implies",
    "⇔": "if and only if",
    "→": "tends to",
}
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu",
    "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma",
    "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi",
    "ω": "omega", "Γ": "gamma", "Δ": "delta", "Θ": "theta", "Λ": "lambda", "Ξ": "xi",
    "Π": "pi", "Σ": "sigma", "Φ": "phi", "Ψ": "psi", "Ω": "ohm",
}  # fmt: skip
_FUNCTIONS = {
    "sin": "sine",
    "cos": "cos",
    "tan": "tan",
    "cot": "cot",
    "sec": "sec",
    "cosec": "cosec",
    "csc": "cosec",
    "log": "log",
    "ln": "natural log of",
    "mod": "mod",
    "!": "factorial",
    "∑": "the sum of",
    "∫": "the integral of",
}
_ALONE = {
    "√": "root",
    "∛": "cube root",
    "∜": "fourth root",
    "∠": "angle",
    "△": "triangle",
    "/": "or",
    "&": "and",
    "@": "at",
    "%": "percent",
    "‰": "per thousand",
    "°": "degrees",
    "∞": "infinity",
    "∴": "therefore",
    "∵": "because",
    "∅": "the empty set",
    "∀": "for all",
    "∃": "there exists",
    "⇌": "is in equilibrium with",
    "leads to": "leads to",
    "gives": "gives",
    "↑": "up",
    "↓": "down",
    "←": "from",
    "↔": "to and from",
    "~": "about",
    "number": "number",
    "gas": "gas",
    "precipitate": "precipitate",
    "₹": "rupees",
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "…": "and so on",
}
_CURRENCIES = {
    "₹": ("rupee", "rupees", "paisa", "paise"),
    "$": ("dollar", "dollars", "cent", "cents"),
    "€": ("euro", "euros", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "¥": ("yen", "yen", "sen", "sen"),
}
_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
]  # fmt: skip
_POWERS = {"2": "squared", "3": "cubed"}
_ROOTS = {"2": "square root", "3": "cube root", "4": "fourth root"}
_TIMES_OVER = {2: "twice", 3: "thrice"}
_LENGTHS = ("metre", "metres", "foot", "feet", "inch", "inches")
_UNIT_POWERS = {2: ("square", "squared"), 3: ("cubic", "cubed")}


def _letter(sign: str) -> str:
    # A lone "a" would be heard as the article.
    return "A" if sign == "a" else sign


def _exponent(exponent: str) -> str:
    return _POWERS.get(exponent) or f"to the power {exponent}"


def _power(base: str, exponent: str) -> str:
    return f"{base} {_exponent(exponent)}"


def _whole_power(base: str, exponent: str) -> str:
    return f"{base}, the whole {_exponent(exponent)}"


def _root(words: str, degree: str) -> str:
    return f"{_ROOTS[degree]} of {words}"


def _group(words: str, times: int) -> str:
    if times == 1:
        return words
    return f"{words} whole {_TIMES_OVER.get(times) or numbers.cardinal(times) + ' times'}"


def _powered(unit: str, power: int) -> str:
    before, after = _UNIT_POWERS.get(power, ("", f"to the power {numbers.cardinal(power)}"))
    if before and unit.endswith(_LENGTHS):
        return f"{before} {unit}"
    return f"{unit} {after}"


def _money(amount: str, sign: str, hundredths: str) -> str:
    one, many, cent, cents = _CURRENCIES[sign]
    words = f"{amount} {one if amount == 'one' else many}"
    if not hundredths:
        return words
    return f"{words} and {hundredths} {cent if hundredths == 'one' else cents}"


def _date(day: int, month: int, year: str) -> str:
    return f"{numbers.ordinal(day)} {_MONTHS[month - 1]} {year}".rstrip()


def _clock(hour: int, minute: int, half: str) -> str:
    name = {"am": " A M", "pm": " P M"}.get(half, "")
    hours = numbers.cardinal(hour)
    if minute:
        return f"{hours} {'oh ' if minute < 10 else ''}{numbers.cardinal(minute)}{name}"
    if name:
        return hours + name
    return f"{hours} o'clock" if 1 <= hour <= 12 else f"{hours} hundred hours"


def _with_seconds(clock: str, seconds: int) -> str:
    return f"{clock} and {numbers.cardinal(seconds)} seconds"


ENGLISH = Tongue(
    code="en",
    counting=Counting(
        cardinal=numbers.cardinal,
        ordinal=numbers.ordinal,
        ordinal_with=numbers.ordinal_with,
        year=numbers.year,
        decade=numbers.decade,
        index=numbers.cardinal,
        decimal=numbers.decimal,
        scaled=numbers.decimal,
        fraction=numbers.fraction,
        mixed=numbers.mixed,
        part_of=numbers.part_of,
        digits=numbers.DIGITS,
        point="point",
        minus="minus",
        to="to",
    ),
    symbols=Symbols(
        operators=_OPERATORS,
        relations=_RELATIONS,
        closers={},
        greek=_GREEK,
        functions=_FUNCTIONS,
        alone=_ALONE,
        letter=_letter,
        power=_power,
        root=_root,
        over=lambda top, bottom: f"{top} upon {bottom}",
        whole_power=_whole_power,
        whole_root=_root,
        whole_over=lambda top, bottom: f"{top}, the whole upon {bottom}",
        bracketed=lambda words: f"open bracket {words} close bracket",
        applied=lambda name, argument: f"{name} of {argument}",
        inverse=lambda function: f"{function} inverse",
        function_power=_power,
        log_base=lambda base: f"log base {base} of",
    ),
    chemistry=Chemistry(
        states={"aq": "aqueous", "s": "solid", "l": "liquid", "g": "gas"},
        signs={"+": "plus", "-": "minus", "join": "plus"},
        group=_group,
        electron="electron",
        electrons="electrons",
    ),
    measures=Measures(
        one=lambda names: names[0],
        many=lambda names: names[1],
        per="per",
        powered=_powered,
        money=_money,
        scale_names={},
        date=_date,
        months=_MONTHS,
        clock=_clock,
        with_seconds=_with_seconds,
    ),
    phrases=Phrases(
        abbreviation_pattern=pattern_of(short=ABBREVIATIONS, numbered=NUMBERED),
        abbreviations=ABBREVIATIONS,
        acronyms=ACRONYMS,
        numbered=NUMBERED,
        ruler=lambda number: f"the {numbers.ordinal(number)}",
        web_address="a web address",
        email_address="an email address",
        blank="blank",
    ),
)
