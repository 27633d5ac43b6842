"""Units of measurement as learners write them, in symbols and in words."""

from vidya.domains.tutor.same_question.units_indic import INDIC_NAMES

# Symbols stand directly after a number; case counts, since mW is not MW.
UNIT_SYMBOLS: dict[str, str] = {
    "m": "metre", "km": "kilometre", "kms": "kilometre", "cm": "centimetre", "cms": "centimetre",
    "mm": "millimetre", "dm": "decimetre", "nm": "nanometre", "μm": "micrometre",
    "g": "gram", "gm": "gram", "gms": "gram", "kg": "kilogram", "kgs": "kilogram",
    "mg": "milligram", "l": "litre", "L": "litre", "ml": "millilitre", "mL": "millilitre",
    "kl": "kilolitre", "s": "second", "sec": "second", "secs": "second", "ms": "millisecond",
    "min": "minute", "mins": "minute", "h": "hour", "hr": "hour", "hrs": "hour",
    "N": "newton", "J": "joule", "kJ": "kilojoule", "kj": "kilojoule", "W": "watt",
    "kW": "kilowatt", "kw": "kilowatt", "MW": "megawatt", "mW": "milliwatt",
    "kWh": "kilowatt hour", "kwh": "kilowatt hour", "V": "volt", "kV": "kilovolt",
    "mV": "millivolt", "MV": "megavolt", "A": "ampere", "mA": "milliampere", "C": "coulomb",
    "Ω": "ohm", "ohm": "ohm", "ohms": "ohm", "kΩ": "kiloohm", "Hz": "hertz", "hz": "hertz",
    "kHz": "kilohertz", "khz": "kilohertz", "MHz": "megahertz", "mhz": "megahertz",
    "Pa": "pascal", "kPa": "kilopascal", "atm": "atmosphere", "K": "kelvin", "T": "tesla",
    "D": "dioptre", "F": "farad", "mol": "mole", "eV": "electronvolt", "ev": "electronvolt",
    "cal": "calorie", "kcal": "kilocalorie", "dB": "decibel", "db": "decibel",
    "°": "degree", "deg": "degree", "°C": "celsius", "°c": "celsius", "°F": "fahrenheit",
    "°f": "fahrenheit", "%": "percent", "ha": "hectare", "ft": "foot", "KB": "kilobyte",
    "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte",
    "kmph": "kilometre per hour", "kmperh": "kilometre per hour", "mpers": "metre per second",
    "mps": "metre per second", "kmpers": "kilometre per second", "mpermin": "metre per minute",
    "cmpers": "centimetre per second", "mpers2": "metre per second squared",
    "cmpers2": "centimetre per second squared", "gpercm3": "gram per cubic centimetre",
    "kgperm3": "kilogram per cubic metre", "Nperm2": "newton per square metre",
    "Nperkg": "newton per kilogram", "Jperkg": "joule per kilogram",
    "cm2": "square centimetre", "m2": "square metre", "km2": "square kilometre",
    "mm2": "square millimetre", "cm3": "cubic centimetre", "m3": "cubic metre",
    "sqm": "square metre", "cc": "cubic centimetre",
}  # fmt: skip

_NAMES = """
metre: metre metres meter meters मीटर मी
kilometre: kilometre kilometres kilometer kilometers km kms किलोमीटर किमी
centimetre: centimetre centimetres centimeter centimeters cm cms सेंटीमीटर सेमी
millimetre: millimetre millimetres millimeter millimeters mm मिलीमीटर मिमी
gram: gram grams gm gms gramme ग्राम
kilogram: kilogram kilograms kg kgs kilo kilos किलोग्राम किग्रा किलो
milligram: milligram milligrams mg मिलीग्राम
quintal: quintal quintals क्विंटल
tonne: tonne tonnes ton tons टन
litre: litre litres liter liters लीटर
millilitre: millilitre millilitres milliliter milliliters ml मिलीलीटर मिली
second: seconds secs sec सेकंड सेकेंड
minute: minute minutes min mins मिनट
hour: hour hours hr hrs घंटा घंटे घंटों
day: day days दिन
week: week weeks सप्ताह
month: month months महीना महीने माह
year: year years yrs yr वर्ष साल
percent: percent percentage प्रतिशत फीसदी
degree: degree degrees deg डिग्री अंश
celsius: celsius सेल्सियस
fahrenheit: fahrenheit फारेनहाइट
kelvin: kelvin kelvins केल्विन
newton: newtons
joule: joule joules जूल
watt: watt watts वाट
volt: volt volts वोल्ट
ampere: ampere amperes amp amps एंपियर
ohm: ohm ohms ओम
hertz: hertz हर्ट्ज
pascal: pascals
hectare: hectare hectares हेक्टेयर
acre: acre acres एकड
rupee: rupee rupees rs inr ₹ रुपया रुपए रुपयों रु rupaye rupay rupya
paisa: paisa paise पैसा पैसे
dollar: dollar dollars $ डॉलर
dozen: dozen dozens दर्जन
foot: foot feet
inch: inch inches इंच
mile: mile miles मील
celsius: degree+celsius degrees+celsius degree+centigrade degrees+centigrade डिग्री+सेल्सियस
fahrenheit: degree+fahrenheit degrees+fahrenheit डिग्री+फारेनहाइट
percent: per+cent
kilometre per hour: किमी+/+घंटा किमी+प्रति+घंटा किलोमीटर+प्रति+घंटा
metre per second: मी+/+से मीटर+/+सेकंड मीटर+प्रति+सेकंड मी+प्रति+सेकंड
"""
_LENGTHS = ("metre", "kilometre", "centimetre")
_AREAS = ("metre", "kilometre", "centimetre", "millimetre")


def _unit_names() -> dict[tuple[str, ...], str]:
    names: dict[tuple[str, ...], str] = {}
    for line in (_NAMES.strip() + INDIC_NAMES.rstrip()).splitlines():
        unit, spellings = line.split(": ")
        names |= {tuple(spelling.split("+")): unit for spelling in spellings.split()}
    simple = {words[0]: unit for words, unit in names.items() if len(words) == 1}
    for word, unit in simple.items():
        if unit in _LENGTHS:
            for per in ("hour", "second", "minute"):
                names[word, "per", per] = f"{unit} per {per}"
        if unit in _AREAS:
            names["square", word] = names["sq", word] = f"square {unit}"
            names["cubic", word] = names["cu", word] = f"cubic {unit}"
    return names


# Names may stand anywhere; only those that are no other word as well (a second, a foot) may
# also be read as units without a number before them.
UNIT_NAMES = _unit_names()
CURRENCIES = {"rs": "rupee", "inr": "rupee", "₹": "rupee", "$": "dollar", "रु": "rupee"}
