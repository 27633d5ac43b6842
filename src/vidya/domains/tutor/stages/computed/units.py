"""Quantities with their units, and what they are in other units."""

import re
from dataclasses import dataclass
from fractions import Fraction

from vidya.core.words import fold_devanagari
from vidya.domains.tutor.stages.computed.asked import AskedFor
from vidya.domains.tutor.stages.computed.bags import says_only, word_set
from vidya.domains.tutor.stages.computed.computed import Computed, in_language, short, told


@dataclass(frozen=True)
class Unit:
    symbol: str
    dimension: str
    size: Fraction
    """In the base unit of its dimension."""


@dataclass(frozen=True)
class Quantity:
    value: Fraction
    unit: Unit | None


# dimension | symbol | size | names
_TABLE = """
length|mm|1/1000|mm millimetre millimetres millimeter millimeters मिमी मिलीमीटर
length|cm|1/100|cm cms centimetre centimetres centimeter centimeters सेमी सेंटीमीटर
length|m|1|m metre metres meter meters मी मीटर
length|km|1000|km kms kilometre kilometres kilometer kilometers किमी किलोमीटर
mass|mg|1/1000|mg milligram milligrams मिलीग्राम
mass|g|1|g gm gms gram grams ग्राम
mass|kg|1000|kg kgs kilogram kilograms kilo किग्रा किलोग्राम किलो
mass|quintal|100000|quintal quintals क्विंटल
mass|tonne|1000000|tonne tonnes टन
volume|ml|1/1000|ml millilitre millilitres milliliter मिलीलीटर
volume|litres|1|l litre litres liter liters लीटर
volume|kl|1000|kl kilolitre kilolitres किलोलीटर
time|seconds|1|s sec secs second seconds सेकंड सेकेंड
time|minutes|60|min mins minute minutes मिनट
time|hours|3600|h hr hrs hour hours घंटा घंटे घंटों ghante ghanta
time|days|86400|day days दिन दिनों din
time|weeks|604800|week weeks सप्ताह हफ्ते हफ्ता
months|months|1|month months माह महीने महीना mahine
months|years|12|year years yr yrs वर्ष साल saal varsh
money|paise|1/100|paise paisa पैसे पैसा
money|rupees|1|rupee rupees rs रुपये रुपए रुपया रु rupaye rupay
speed|km/h|5/18|km/h kmph km/hr kilometres+per+hour kilometre+per+hour km+per+hour किमी/घंटा किमी+प्रति+घंटा किलोमीटर+प्रति+घंटा
speed|m/s|1|m/s mps metres+per+second metre+per+second meters+per+second m+per+second मीटर/सेकंड मीटर+प्रति+सेकंड मी+प्रति+सेकंड
area|square cm|1/10000|square+cm sq+cm sqcm cm^2 square+centimetres square+centimetre वर्ग+सेमी
area|square m|1|square+m sq+m sqm m^2 square+metres square+metre square+meters वर्ग+मी वर्ग+मीटर
area|square km|1000000|square+km sq+km km^2 square+kilometres वर्ग+किमी
area|hectares|10000|hectare hectares हेक्टेयर
"""


_IN_HINDI = {
    "seconds": "सेकंड",
    "minutes": "मिनट",
    "hours": "घंटे",
    "days": "दिन",
    "weeks": "सप्ताह",
    "months": "महीने",
    "years": "वर्ष",
    "paise": "पैसे",
    "rupees": "रुपये",
    "litres": "लीटर",
    "quintal": "क्विंटल",
    "tonne": "टन",
    "hectares": "हेक्टेयर",
    "square cm": "वर्ग cm",
    "square m": "वर्ग m",
    "square km": "वर्ग km",
}
_SHORTEST_PLURAL = 4


def with_unit(value: str, symbol: str, language: str) -> str:
    """`5 hours`, `1 hour`, `5 घंटे`; the value as it is written."""
    if language == "hi":
        return f"{value} {_IN_HINDI.get(symbol, symbol)}"
    is_plural = symbol.isalpha() and len(symbol) >= _SHORTEST_PLURAL
    return f"{value} {symbol.removesuffix('s') if value == '1' and is_plural else symbol}"


def _named() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for line in _TABLE.strip().splitlines():
        dimension, symbol, size, names = line.split("|")
        unit = Unit(symbol, dimension, Fraction(size))
        for name in names.split():
            found[" ".join(fold_devanagari(word) for word in name.split("+"))] = unit
    return found


_UNITS = _named()
_NAME = "|".join(re.escape(name) for name in sorted(_UNITS, key=len, reverse=True))
_END = r"(?![\w\u0900-\u097f^/])"
_QUANTITY = re.compile(
    rf"(?P<money>(?:₹|rs\.?) ?)?(?<![\d./a-z-])(?P<value>\d{{1,12}}(?:\.\d{{1,6}})?)(?![\d.])(?:\s?(?P<unit>{_NAME}){_END})?"
)
_BARE = re.compile(rf"(?<![\w\u0900-\u097f^/])(?P<unit>{_NAME}){_END}")
_WORDS = word_set(
    "convert change express many how there are into in equal equals kitne कितने बदलो बदलिए बदलें बराबर badlo"
    " badaliye barabar"
)
_TEMPERATURE = re.compile(
    r"(?P<value>-?\d{1,6}(?:\.\d{1,3})?) ?(?:°|degrees?)? ?(?P<unit>c|celsius|f|fahrenheit)\b"
)
_TEMPERATURE_ASKED = re.compile(
    r"\b(?:in|to|into) (?:°|degrees? )?(?P<unit>c|celsius|f|fahrenheit)\b"
)
_TEMPERATURE_WORDS = word_set(
    "convert change express degree degrees celsius fahrenheit c f temperature into to"
)


def quantities_in(text: str) -> tuple[list[Quantity], str]:
    """Every number with its unit, and the text without them."""
    found = [
        Quantity(
            Fraction(each["value"]), _UNITS["rupees"] if each["money"] else _unit(each["unit"])
        )
        for each in _QUANTITY.finditer(text)
    ]
    return found, _QUANTITY.sub(" ", text)


def _unit(name: str | None) -> Unit | None:
    return _UNITS[name] if name else None


def conversion(asked: AskedFor, language: str) -> Computed | None:
    """One quantity and the name of another unit, and no other word."""
    if found := _temperature(asked.text, language):
        return found
    quantities, rest = quantities_in(asked.text)
    wanted = {_UNITS[name["unit"]] for name in _BARE.finditer(rest)}
    if len(quantities) != 1 or len(wanted) != 1 or not says_only(_BARE.sub(" ", rest), _WORDS):
        return None
    given, unit = quantities[0], wanted.pop()
    if given.unit is None or given.unit.dimension != unit.dimension or given.unit == unit:
        return None
    return _converted(given.value, given.unit, unit, language)


def _converted(value: Fraction, given: Unit, wanted: Unit, language: str) -> Computed:
    ratio = given.size / wanted.size
    result = value * ratio
    if ratio >= 1 or ratio.numerator != 1:
        one, many = given, with_unit(short(ratio), wanted.symbol, language)
        sum_ = f"{short(value)} × {short(ratio)} = {short(result)}."
    else:
        one, many = wanted, with_unit(short(1 / ratio), given.symbol, language)
        sum_ = f"{short(value)} ÷ {short(1 / ratio)} = {short(result)}."
    single = with_unit("1", one.symbol, language)
    rule = in_language(language, f"{single} is {many}.", f"{single} का मान {many} है।")
    asked = with_unit(short(value), given.symbol, language)
    told_result = with_unit(_spoken(result, language), wanted.symbol, language)
    last = in_language(language, f"So {asked} is {told_result}.", f"इसलिए {asked} = {told_result}।")
    return Computed("conversion", f"{short(result)} {wanted.symbol}", (rule, sum_, last))


def _spoken(value: Fraction, language: str) -> str:
    text = short(value)
    return text if "/" not in text else f"{told(value, language)},"


def _temperature(text: str, language: str) -> Computed | None:
    given, wanted = _TEMPERATURE.search(text), _TEMPERATURE_ASKED.search(text)
    if not given or not wanted or given["unit"][0] == wanted["unit"][0]:
        return None
    if not says_only(_TEMPERATURE.sub(" ", text), _TEMPERATURE_WORDS):
        return None
    value = Fraction(given["value"])
    if given["unit"][0] == "c":
        result = value * Fraction(9, 5) + 32
        rule, symbol, own = "F = 9/5 × C + 32.", "°F", "°C"
    else:
        result = (value - 32) * Fraction(5, 9)
        rule, symbol, own = "C = 5/9 × (F − 32).", "°C", "°F"
    last = in_language(
        language,
        f"So {short(value)} {own} is {told(result, language)}, in {symbol}.",
        f"इसलिए {short(value)} {own} = {told(result, language)} {symbol}।",
    )
    return Computed("conversion", f"{short(result)} {symbol}", (rule, last))
