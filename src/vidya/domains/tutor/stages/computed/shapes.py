"""Area, perimeter and volume of the shapes of a school book, with their numbers given."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from vidya.domains.tutor.stages.computed.asked import AskedFor
from vidya.domains.tutor.stages.computed.bags import says_only, word_set, words_in
from vidya.domains.tutor.stages.computed.computed import Computed, in_language, rounded, short
from vidya.domains.tutor.stages.computed.units import Quantity, quantities_in

_SHAPES = {
    "square": "square वर्ग varg",
    "rectangle": "rectangle rectangular आयत आयताकार aayat ayat",
    "triangle": "triangle triangular त्रिभुज tribhuj",
    "circle": "circle circular वृत्त वृत्ताकार vritt",
    "parallelogram": "parallelogram चतुर्भुज समांतर",
    "cube": "cube घन ghan",
    "cuboid": "cuboid घनाभ ghanabh",
    "cylinder": "cylinder बेलन belan",
    "cone": "cone शंकु shanku",
    "sphere": "sphere गोला गोले gola",
}
_ASKED = {
    "area": "area क्षेत्रफल kshetrafal kshetraphal",
    "perimeter": "perimeter circumference परिमाप परिमिति परिधि parimap paridhi",
    "volume": "volume आयतन aayatan ayatan",
}
_SIZES = word_set(
    "side sides length breadth width height base radius diameter long wide broad high tall field plot garden room"
    " park equal each its x by measuring sides units unit",
    "भुजा भुजाएं भुजाओं लंबाई चौडाई ऊंचाई आधार त्रिज्या व्यास वाला वाली वाले मैदान खेत प्रत्येक",
    "bhuja lambai chaudai unchai oonchai aadhar trijya vyas wala wale",
)
_GIVEN_IS_THE_RESULT = re.compile(
    r"(?:area|perimeter|circumference|volume|क्षेत्रफल|परिमाप|परिमिति|परिधि|आयतन)(?: of it)?\s*(?:is|=|:|as|equal to|being)?\s*\d"
)
_ROLE = r"(?<![a-z])(?:{})\s*(?:is|=|of|:)?\s*(\d+(?:\.\d+)?)"
_RADIUS = re.compile(_ROLE.format("radius|त्रिज्या|trijya|r"))
_DIAMETER = re.compile(_ROLE.format("diameter|व्यास|vyas|d"))
_HEIGHT = re.compile(_ROLE.format("height|ऊंचाई|unchai|oonchai|h"))
_BASE_AND_HEIGHT = (word_set("base आधार aadhar"), word_set("height ऊंचाई unchai oonchai"))
_PI_BY_SEVEN, _PI = Fraction(22, 7), Fraction(314, 100)


@dataclass(frozen=True)
class _Formula:
    english: str
    hindi: str
    result: Callable[..., Fraction]
    sum_: str
    """With a place for each size."""
    power: int
    """1 for a length, 2 for an area, 3 for a volume."""


_STRAIGHT: Mapping[tuple[str, str, int], _Formula] = {
    ("square", "area", 1): _Formula(
        "The area of a square is side × side",
        "वर्ग का क्षेत्रफल = भुजा × भुजा",
        lambda a: a * a,
        "{0} × {0}",
        2,
    ),
    ("square", "perimeter", 1): _Formula(
        "The perimeter of a square is 4 × side",
        "वर्ग का परिमाप = 4 × भुजा",
        lambda a: 4 * a,
        "4 × {0}",
        1,
    ),
    ("rectangle", "area", 2): _Formula(
        "The area of a rectangle is length × breadth",
        "आयत का क्षेत्रफल = लंबाई × चौड़ाई",
        lambda a, b: a * b,
        "{0} × {1}",
        2,
    ),
    ("rectangle", "perimeter", 2): _Formula(
        "The perimeter of a rectangle is 2 × (length + breadth)",
        "आयत का परिमाप = 2 × (लंबाई + चौड़ाई)",
        lambda a, b: 2 * (a + b),
        "2 × ({0} + {1})",
        1,
    ),
    ("triangle", "area", 2): _Formula(
        "The area of a triangle is 1/2 × base × height",
        "त्रिभुज का क्षेत्रफल = 1/2 × आधार × ऊँचाई",
        lambda a, b: a * b / 2,
        "1/2 × {0} × {1}",
        2,
    ),
    ("parallelogram", "area", 2): _Formula(
        "The area of a parallelogram is base × height",
        "समांतर चतुर्भुज का क्षेत्रफल = आधार × ऊँचाई",
        lambda a, b: a * b,
        "{0} × {1}",
        2,
    ),
    ("triangle", "perimeter", 3): _Formula(
        "The perimeter of a triangle is the sum of its sides",
        "त्रिभुज का परिमाप = तीनों भुजाओं का योग",
        lambda a, b, c: a + b + c,
        "{0} + {1} + {2}",
        1,
    ),
    ("cube", "volume", 1): _Formula(
        "The volume of a cube is side × side × side",
        "घन का आयतन = भुजा × भुजा × भुजा",
        lambda a: a**3,
        "{0} × {0} × {0}",
        3,
    ),
    ("cuboid", "volume", 3): _Formula(
        "The volume of a cuboid is length × breadth × height",
        "घनाभ का आयतन = लंबाई × चौड़ाई × ऊँचाई",
        lambda a, b, c: a * b * c,
        "{0} × {1} × {2}",
        3,
    ),
}
_ROUND: Mapping[tuple[str, str], _Formula] = {
    ("circle", "area"): _Formula(
        "The area of a circle is π × r × r",
        "वृत्त का क्षेत्रफल = π × r × r",
        lambda r, _: r * r,
        "{0} × {0}",
        2,
    ),
    ("circle", "perimeter"): _Formula(
        "The circumference of a circle is 2 × π × r",
        "वृत्त की परिधि = 2 × π × r",
        lambda r, _: 2 * r,
        "2 × {0}",
        1,
    ),
    ("cylinder", "volume"): _Formula(
        "The volume of a cylinder is π × r × r × h",
        "बेलन का आयतन = π × r × r × h",
        lambda r, h: r * r * h,
        "{0} × {0} × {1}",
        3,
    ),
    ("cone", "volume"): _Formula(
        "The volume of a cone is 1/3 × π × r × r × h",
        "शंकु का आयतन = 1/3 × π × r × r × h",
        lambda r, h: r * r * h / 3,
        "1/3 × {0} × {0} × {1}",
        3,
    ),
    ("sphere", "volume"): _Formula(
        "The volume of a sphere is 4/3 × π × r × r × r",
        "गोले का आयतन = 4/3 × π × r × r × r",
        lambda r, _: r**3 * Fraction(4, 3),
        "4/3 × {0} × {0} × {0}",
        3,
    ),
}
_TALL = frozenset(("cylinder", "cone"))


def shapes(asked: AskedFor, language: str) -> Computed | None:
    """None unless one shape is named, one thing asked, and the sizes are all of one unit."""
    quantities, rest = quantities_in(asked.text)
    shape, wanted = _only(_SHAPES, rest), _only(_ASKED, rest)
    if not shape or not wanted or not quantities or not _says_only_sizes(rest):
        return None
    if _GIVEN_IS_THE_RESULT.search(asked.text) or not _are_lengths(quantities):
        return None
    unit = quantities[0].unit.symbol if quantities[0].unit else ""
    sizes = [quantity.value for quantity in quantities]
    if (shape, wanted) in _ROUND:
        return _round(shape, wanted, asked.text, sizes, unit, language=language)
    return _straight(shape, wanted, rest, sizes, unit, language=language)


def _only(table: Mapping[str, str], text: str) -> str | None:
    words = set(words_in(text))
    found = [name for name, names in table.items() if words & word_set(names)]
    return found[0] if len(found) == 1 else None


def _says_only_sizes(text: str) -> bool:
    return says_only(text, _SIZES, word_set(*_SHAPES.values(), *_ASKED.values()), frozenset("rdh"))


def _are_lengths(quantities: Sequence[Quantity]) -> bool:
    units = {quantity.unit for quantity in quantities}
    unit = quantities[0].unit
    fits = len(units) == 1 and (unit is None or unit.dimension == "length")
    return fits and all(quantity.value > 0 for quantity in quantities)


def _straight(  # the sizes of a shape are its arguments
    shape: str, wanted: str, rest: str, sizes: list[Fraction], unit: str, *, language: str
) -> Computed | None:
    formula = _STRAIGHT.get((shape, wanted, len(sizes)))
    if formula is None:
        return None
    if formula.sum_.startswith("1/2") or shape == "parallelogram":
        words = set(words_in(rest))
        if not all(words & names for names in _BASE_AND_HEIGHT):
            return None
    if shape == "triangle" and wanted == "perimeter" and 2 * max(sizes) >= sum(sizes):
        return None
    result = formula.result(*sizes)
    sum_ = f"{formula.sum_.format(*map(short, sizes))} = {short(result)}"
    return _told(formula, wanted, f"{sum_}.", short(result), unit, language=language)


def _round(  # the sizes of a shape are its arguments
    shape: str, wanted: str, text: str, sizes: list[Fraction], unit: str, *, language: str
) -> Computed | None:
    formula = _ROUND[shape, wanted]
    radius, diameter, height = (pattern.findall(text) for pattern in (_RADIUS, _DIAMETER, _HEIGHT))
    is_tall = shape in _TALL
    if len(radius) + len(diameter) != 1 or len(height) != is_tall or len(sizes) != 1 + is_tall:
        return None
    r = Fraction(radius[0]) if radius else Fraction(diameter[0]) / 2
    h = Fraction(height[0]) if is_tall else Fraction(1)
    factor = formula.result(r, h)
    pi = _PI_BY_SEVEN if (r / 7).denominator == 1 or (is_tall and (h / 7).denominator == 1) else _PI
    exact = f"{short(factor)}π"
    about = short(factor * pi) if "/" not in short(factor * pi) else rounded(factor * pi)
    shown_pi = "22/7" if pi == _PI_BY_SEVEN else "3.14"
    sum_ = f"{formula.sum_.format(short(r), short(h))} = {short(factor)}."
    taken = in_language(
        language,
        f"That is {exact}; with π taken as {shown_pi} it is about {about}.",
        f"यानी {exact}; π को {shown_pi} मानने पर लगभग {about}।",
    )
    steps = [] if radius else [f"r = {short(r)}."]
    told = _told(formula, wanted, sum_, exact, unit, language=language)
    return Computed(told.kind, told.result, (told.steps[0], *steps, sum_, taken, told.steps[-1]))


def _told(
    formula: _Formula, wanted: str, sum_: str, result: str, unit: str, *, language: str
) -> Computed:
    measure = in_language(
        language,
        ("", "square ", "cubic ")[formula.power - 1],
        ("", "वर्ग ", "घन ")[formula.power - 1],
    )
    with_unit = f"{result} {measure}{unit}" if unit else result
    rule = in_language(language, f"{formula.english}.", f"{formula.hindi}।")
    last = in_language(language, f"The answer is {with_unit}.", f"उत्तर {with_unit} है।")
    english = f"{result} {('', 'square ', 'cubic ')[formula.power - 1]}{unit}" if unit else result
    return Computed(wanted, english, (rule, sum_, last))
