"""How a Hindi-medium teacher says signs, formulas and measures."""

from vidya.channels.voice.speakable import numbers_hi as numbers
from vidya.channels.voice.speakable.short_forms import pattern_of
from vidya.channels.voice.speakable.short_forms_hi import ABBREVIATIONS, ACRONYMS, NUMBERED
from vidya.channels.voice.speakable.tongue import (
    Chemistry,
    Counting,
    Measures,
    Phrases,
    Symbols,
    Tongue,
)

_LETTERS = {
    "A": "ए", "B": "बी", "C": "सी", "D": "डी", "E": "ई", "F": "एफ़", "G": "जी", "H": "एच",
    "I": "आई", "J": "जे", "K": "के", "L": "एल", "M": "एम", "N": "एन", "O": "ओ", "P": "पी",
    "Q": "क्यू", "R": "आर", "S": "एस", "T": "टी", "U": "यू", "V": "वी", "W": "डब्ल्यू",
    "X": "एक्स", "Y": "वाई", "Z": "ज़ेड",
}  # fmt: skip
_OPERATORS = {
    "+": "धन",
    "-": "ऋण",
    "−": "ऋण",
    "–": "ऋण",
    "±": "धन या ऋण",
    "∓": "ऋण या धन",
    "×": "गुणा",
    "*": "गुणा",
    "·": "गुणा",
    "÷": "भाग",
    "by": "गुणा",
    ":": "अनुपात",
    "::": "समानुपात",
    "∪": "संघ",
    "∩": "सर्वनिष्ठ",
}
_RELATIONS = {
    "=": "बराबर",
    "≠": "बराबर नहीं है",
    "≈": "लगभग बराबर",
    "≡": "सर्वसम",
    "≅": "सर्वांगसम है",
    "∼": "समरूप है",
    "<": "छोटा है",
    ">": "बड़ा है",
    "≤": "छोटा या बराबर है",
    "≥": "बड़ा या बराबर है",
    "∝": "समानुपाती है",
    "∈": "अवयव है",
    "∉": "अवयव नहीं है",
    "⊂": "उपसमुच्चय है",
    "⊆": "उपसमुच्चय है",
    "⊃": "अधिसमुच्चय है",
    "∥": "समांतर है",
    "⊥": "लंब है",
    "⇒": "अतः",
    "⇔": "यदि और केवल यदि",
    "→": "की ओर",
}
_CLOSERS = {
    "≠": "के",
    "≅": "के",
    "∼": "के",
    "<": "से",
    ">": "से",
    "≤": "के",
    "≥": "के",
    "∝": "के",
    "∈": "का",
    "∉": "का",
    "⊂": "का",
    "⊆": "का",
    "⊃": "का",
    "∥": "के",
    "⊥": "पर",
}
_GREEK = {
    "α": "अल्फ़ा", "β": "बीटा", "γ": "गामा", "δ": "डेल्टा", "ε": "एप्सिलॉन", "ζ": "ज़ीटा",
    "η": "ईटा", "θ": "थीटा", "ι": "आयोटा", "κ": "कप्पा", "λ": "लैम्डा", "μ": "म्यू",
    "ν": "न्यू", "ξ": "ज़ाई", "ο": "ओमिक्रॉन", "π": "पाई", "ρ": "रो", "σ": "सिग्मा",
    "ς": "सिग्मा", "τ": "टाऊ", "υ": "उप्साइलॉन", "φ": "फ़ाई", "χ": "काई", "ψ": "साई",
    "ω": "ओमेगा", "Γ": "गामा", "Δ": "डेल्टा", "Θ": "थीटा", "Λ": "लैम्डा", "Ξ": "ज़ाई",
    "Π": "पाई", "Σ": "सिग्मा", "Φ": "फ़ाई", "Ψ": "साई", "Ω": "ओम",
}  # fmt: skip
_FUNCTIONS = {
    "sin": "साइन",
    "cos": "कॉस",
    "tan": "टैन",
    "cot": "कॉट",
    "sec": "सेक",
    "cosec": "कोसेक",
    "csc": "कोसेक",
    "log": "लॉग",
    "ln": "प्राकृतिक लॉग",
    "mod": "मापांक",
    "!": "फ़ैक्टोरियल",
    "∑": "योगफल",
    "∫": "समाकल",
}
_ALONE = {
    "√": "वर्गमूल",
    "∛": "घनमूल",
    "∜": "चतुर्थ मूल",
    "∠": "कोण",
    "△": "त्रिभुज",
    "/": "या",
    "&": "और",
    "@": "ऐट",
    "%": "प्रतिशत",
    "‰": "प्रति हज़ार",
    "°": "डिग्री",
    "∞": "अनंत",
    "∴": "अतः",
    "∵": "क्योंकि",
    "∅": "रिक्त समुच्चय",
    "∀": "सभी",
    "∃": "कोई एक है",
    "⇌": "से, दोनों दिशाओं में, बनता है",
    "leads to": "फिर",
    "gives": "से बनता है",
    "↑": "ऊपर",
    "↓": "नीचे",
    "←": "से",
    "↔": "दोनों ओर",
    "~": "लगभग",
    "number": "नंबर",
    "gas": "गैस",
    "precipitate": "अवक्षेप",
    "₹": "रुपये",
    "$": "डॉलर",
    "€": "यूरो",
    "£": "पाउंड",
    "¥": "येन",
    "…": "इसी तरह आगे",
}
_CURRENCIES = {
    "₹": ("रुपया", "रुपये", "पैसा", "पैसे"),
    "$": ("डॉलर", "डॉलर", "सेंट", "सेंट"),
    "€": ("यूरो", "यूरो", "सेंट", "सेंट"),
    "£": ("पाउंड", "पाउंड", "पेनी", "पेंस"),
    "¥": ("येन", "येन", "सेन", "सेन"),
}
_SCALE_NAMES = {
    "lakh crore": "लाख करोड़",
    "lakh crores": "लाख करोड़",
    "lakh": "लाख",
    "lakhs": "लाख",
    "crore": "करोड़",
    "crores": "करोड़",
    "thousand": "हज़ार",
    "hundred": "सौ",
    "million": "मिलियन",
    "billion": "बिलियन",
}
_MONTHS = [
    "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर",
    "नवंबर", "दिसंबर",
]  # fmt: skip
_POWERS = {"2": "का वर्ग", "3": "का घन"}
_ROOTS = {"2": "का वर्गमूल", "3": "का घनमूल", "4": "का चतुर्थ मूल"}
_UNIT_POWERS = {2: "वर्ग", 3: "घन"}
_UNIT_PLURALS = {"घंटा": "घंटे"}
# Kings and queens carry the Sanskrit ordinals up to five: जॉर्ज पंचम.
_RULERS = {1: "प्रथम", 2: "द्वितीय", 3: "तृतीय", 4: "चतुर्थ", 5: "पंचम"}


def _letter(sign: str) -> str:
    return _LETTERS[sign.upper()]


def _exponent(exponent: str) -> str:
    return _POWERS.get(exponent) or f"की घात {exponent}"


def _power(base: str, exponent: str) -> str:
    return f"{base} {_exponent(exponent)}"


def _function_power(function: str, exponent: str) -> str:
    # sin² is said "साइन वर्ग", before its angle.
    return f"{function} {_exponent(exponent).removeprefix('का ')}"


def _whole_power(base: str, exponent: str) -> str:
    return f"{base}, पूरे {_exponent(exponent)}"


def _root(words: str, degree: str) -> str:
    return f"{words} {_ROOTS[degree]}"


def _whole_root(words: str, degree: str) -> str:
    return f"{words}, पूरे {_ROOTS[degree]}"


def _group(words: str, times: int) -> str:
    return words if times == 1 else f"{words} पूरा {numbers.cardinal(times)} बार"


def _powered(unit: str, power: int) -> str:
    if power in _UNIT_POWERS:
        return f"{_UNIT_POWERS[power]} {unit}"
    return f"{unit} की घात {numbers.cardinal(power)}"


def _money(amount: str, sign: str, hundredths: str) -> str:
    one, many, cent, cents = _CURRENCIES[sign]
    words = f"{amount} {one if amount == 'एक' else many}"
    if not hundredths:
        return words
    return f"{words} {hundredths} {cent if hundredths == 'एक' else cents}"


def _date(day: int, month: int, year: str) -> str:
    return f"{numbers.cardinal(day)} {_MONTHS[month - 1]} {year}".rstrip()


def _clock(hour: int, minute: int, half: str) -> str:
    if not half and not 1 <= hour <= 12:
        half = "pm" if hour >= 12 else "am"
    day_part = _part_of_day(hour % 12, half)
    hour = hour % 12 or 12
    return f"{day_part} {_time_of_day(hour, minute)}".lstrip()


def _part_of_day(hour: int, half: str) -> str:
    if not half:
        return ""
    if half == "am":
        return "रात" if hour < 4 else "सुबह"
    if hour < 4:
        return "दोपहर"
    return "शाम" if hour < 8 else "रात"


def _time_of_day(hour: int, minute: int) -> str:
    name = numbers.cardinal(hour)
    if minute == 0:
        return f"{name} बजे"
    if minute == 15:
        return f"सवा {name} बजे"
    if minute == 30:
        return f"{numbers.scaled(hour, '5')} बजे"
    if minute == 45:
        return f"पौने {numbers.cardinal(hour % 12 + 1)} बजे"
    return f"{name} बजकर {numbers.cardinal(minute)} मिनट"


def _with_seconds(clock: str, seconds: int) -> str:
    return f"{clock} और {numbers.cardinal(seconds)} सेकंड"


def _ruler(number: int) -> str:
    return _RULERS.get(number) or numbers.ordinal(number)


HINDI = Tongue(
    code="hi",
    counting=Counting(
        cardinal=numbers.cardinal,
        ordinal=numbers.ordinal,
        ordinal_with=numbers.ordinal_with,
        year=numbers.year,
        decade=numbers.decade,
        index=numbers.index,
        decimal=numbers.decimal,
        scaled=numbers.scaled,
        fraction=numbers.fraction,
        mixed=numbers.mixed,
        part_of=numbers.part_of,
        digits=numbers.DIGITS,
        point="दशमलव",
        minus="ऋण",
        to="से",
    ),
    symbols=Symbols(
        operators=_OPERATORS,
        relations=_RELATIONS,
        closers=_CLOSERS,
        greek=_GREEK,
        functions=_FUNCTIONS,
        alone=_ALONE,
        letter=_letter,
        power=_power,
        root=_root,
        over=lambda top, bottom: f"{top} बटा {bottom}",
        whole_power=_whole_power,
        whole_root=_whole_root,
        whole_over=lambda top, bottom: f"{top}, पूरा बटा {bottom}",
        bracketed=lambda words: f"कोष्ठक में {words} कोष्ठक बंद",
        applied=lambda name, argument: f"{name} ऑफ़ {argument}",
        inverse=lambda function: f"{function} इन्वर्स",
        function_power=_function_power,
        log_base=lambda base: f"लॉग, आधार {base},",
    ),
    chemistry=Chemistry(
        states={"aq": "जलीय", "s": "ठोस", "l": "द्रव", "g": "गैस"},
        signs={"+": "धन", "-": "ऋण", "join": "और"},
        group=_group,
        electron="इलेक्ट्रॉन",
        electrons="इलेक्ट्रॉन",
    ),
    measures=Measures(
        one=lambda names: names[2],
        many=lambda names: _UNIT_PLURALS.get(names[2], names[2]),
        per="प्रति",
        powered=_powered,
        money=_money,
        scale_names=_SCALE_NAMES,
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
        ruler=_ruler,
        web_address="एक वेब पता",
        email_address="एक ईमेल पता",
        blank="रिक्त स्थान",
    ),
)
