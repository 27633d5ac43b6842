"""Hindi number words, spelled as the Central Hindi Directorate's standard has them."""

# Every number up to a hundred has a word of its own.
_WORDS = [
    "शून्य", "एक", "दो", "तीन", "चार", "पाँच", "छह", "सात", "आठ", "नौ",
    "दस", "ग्यारह", "बारह", "तेरह", "चौदह", "पंद्रह", "सोलह", "सत्रह", "अठारह", "उन्नीस",
    "बीस", "इक्कीस", "बाईस", "तेईस", "चौबीस", "पच्चीस", "छब्बीस", "सत्ताईस", "अट्ठाईस", "उनतीस",
    "तीस", "इकतीस", "बत्तीस", "तैंतीस", "चौंतीस", "पैंतीस", "छत्तीस", "सैंतीस", "अड़तीस", "उनतालीस",
    "चालीस", "इकतालीस", "बयालीस", "तैंतालीस", "चवालीस", "पैंतालीस", "छियालीस", "सैंतालीस", "अड़तालीस", "उनचास",
    "पचास", "इक्यावन", "बावन", "तिरपन", "चौवन", "पचपन", "छप्पन", "सत्तावन", "अट्ठावन", "उनसठ",
    "साठ", "इकसठ", "बासठ", "तिरसठ", "चौंसठ", "पैंसठ", "छियासठ", "सड़सठ", "अड़सठ", "उनहत्तर",
    "सत्तर", "इकहत्तर", "बहत्तर", "तिहत्तर", "चौहत्तर", "पचहत्तर", "छिहत्तर", "सतहत्तर", "अठहत्तर", "उनासी",
    "अस्सी", "इक्यासी", "बयासी", "तिरासी", "चौरासी", "पचासी", "छियासी", "सतासी", "अठासी", "नवासी",
    "नब्बे", "इक्यानवे", "बानवे", "तिरानवे", "चौरानवे", "पचानवे", "छियानवे", "सत्तानवे", "अट्ठानवे", "निन्यानवे",
]  # fmt: skip
# Inside a formula even a Hindi-medium class counts in English: H2O is "एच टू ओ".
_ENGLISH = [
    "ज़ीरो", "वन", "टू", "थ्री", "फ़ोर", "फ़ाइव", "सिक्स", "सेवन", "एट", "नाइन", "टेन", "इलेवन",
    "ट्वेल्व", "थर्टीन", "फ़ोर्टीन", "फ़िफ़्टीन", "सिक्सटीन", "सेवनटीन", "एटीन", "नाइनटीन",
]  # fmt: skip
_ENGLISH_TENS = [
    "ज़ीरो", "टेन", "ट्वेंटी", "थर्टी", "फ़ोर्टी", "फ़िफ़्टी", "सिक्सटी", "सेवंटी", "एटी",
    "नाइंटी",
]  # fmt: skip
_SCALES = ((10_000_000, "करोड़"), (100_000, "लाख"), (1_000, "हज़ार"))
# Masculine, feminine and oblique.
_ORDINALS = {
    1: ("पहला", "पहली", "पहले"),
    2: ("दूसरा", "दूसरी", "दूसरे"),
    3: ("तीसरा", "तीसरी", "तीसरे"),
    4: ("चौथा", "चौथी", "चौथे"),
    6: ("छठा", "छठी", "छठे"),
}
_FEMININE = frozenset(["वीं", "वी", "ली", "री", "थी", "ठी"])
_OBLIQUE = frozenset(["वें", "वे", "ले", "रे", "थे", "ठे"])
_PARTS = {(1, 2): "आधा", (1, 3): "एक तिहाई", (2, 3): "दो तिहाई"}
_HALVES = {0: "आधा", 1: "डेढ़", 2: "ढाई"}

DIGITS = tuple(_WORDS[:10])


def cardinal(number: int) -> str:
    """45,67,890 is "पैंतालीस लाख सड़सठ हज़ार आठ सौ नब्बे"; 100 alone is "सौ"."""
    return "सौ" if number == 100 else _counted(number)


def ordinal(number: int) -> str:
    """21 is "इक्कीसवाँ"."""
    return ordinal_with(number, "वाँ")


def ordinal_with(number: int, ending: str) -> str:
    """21 with "वीं" is "इक्कीसवीं"; the first few have words of their own."""
    form = 1 if ending in _FEMININE else 2 if ending in _OBLIQUE else 0
    if number in _ORDINALS:
        return _ORDINALS[number][form]
    return cardinal(number) + ("वाँ", "वीं", "वें")[form]


def year(number: int) -> str:
    """1947 is "उन्नीस सौ सैंतालीस", 2005 "दो हज़ार पाँच"."""
    if not 1100 <= number <= 1999:
        return cardinal(number)
    century, rest = divmod(number, 100)
    words = f"{_WORDS[century]} सौ"
    return f"{words} {_WORDS[rest]}" if rest else words


def decade(number: int) -> str:
    """1990 is "उन्नीस सौ नब्बे का दशक"."""
    return f"{year(number)} का दशक"


def index(number: int) -> str:
    """The number words of formulas and names: 12 is "ट्वेल्व"."""
    if number < 20:
        return _ENGLISH[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return _ENGLISH_TENS[tens] + (f" {_ENGLISH[units]}" if units else "")
    return cardinal(number)


def decimal(whole: int, places: str) -> str:
    """3 and "14" are "तीन दशमलव एक चार"."""
    return f"{cardinal(whole)} दशमलव {' '.join(DIGITS[int(place)] for place in places)}"


def scaled(whole: int, places: str) -> str:
    """Before लाख or करोड़: 1.5 is "डेढ़", 2.5 "ढाई", 3.5 "साढ़े तीन"."""
    if places.rstrip("0") != "5":
        return decimal(whole, places)
    return _HALVES.get(whole) or f"साढ़े {cardinal(whole)}"


def fraction(top: int, bottom: int) -> str:
    """3 over 4 is "तीन चौथाई", 5 over 8 "पाँच बटा आठ"."""
    if (top, bottom) in _PARTS:
        return _PARTS[top, bottom]
    if bottom == 4 and top in (1, 3):
        return f"{cardinal(top)} चौथाई"
    return f"{cardinal(top)} बटा {cardinal(bottom)}"


def mixed(whole: int, part: str) -> str:
    """2 and a half, in class: "दो सही एक बटा दो"."""
    plain = {"आधा": "एक बटा दो", "एक तिहाई": "एक बटा तीन", "दो तिहाई": "दो बटा तीन"}
    part = plain.get(part, part).replace("चौथाई", "बटा चार")
    return f"{cardinal(whole)} सही {part}"


def part_of(part: str, unit: str) -> str:
    """तीन चौथाई मीटर."""
    return f"{part} {unit}"


def _counted(number: int) -> str:
    if number < 100:
        return _WORDS[number]
    if number < 1_000:
        scale, name = 100, "सौ"
    else:
        scale, name = next(step for step in _SCALES if number >= step[0])
    rest = number % scale
    head = f"{_counted(number // scale)} {name}"
    return f"{head} {_counted(rest)}" if rest else head
