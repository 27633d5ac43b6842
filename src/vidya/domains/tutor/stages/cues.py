"""The words by which a sentence shows that it gives the kind of answer that was asked for."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from vidya.core.words import fold_devanagari
from vidya.domains.tutor.stages.aims import Aim
from vidya.domains.tutor.stages.definitions import defines, names
from vidya.domains.tutor.stages.pages import Line
from vidya.domains.tutor.stages.terms import Matches, words_of

_MONTHS = {
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
    "hi": (
        "जनवरी|फ़रवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर"
        "|दिसंबर|दिसम्बर"
    ),
}
# Patterns of whole words in the text as it stands.
_WORDS = {
    "en": {
        Aim.reason: (
            "because|since|therefore|so that|due to|as a result|hence|caused by|reasons?|, so|so"
        ),
        Aim.difference: "differences?|differs?|different|while|whereas|but|unlike|however",
        Aim.example: "examples?|such as|for instance|e\\.g",
        Aim.manner: "by|when|first|then|to|into|through|step|method|as",
        Aim.place: "(?:in|at|from|near|on|to|of|across) (?:the )?(?-i:[A-Z])\\w+",
        Aim.time: rf"(?-i:{_MONTHS['en']})|[12]\d\d\d|century|centuries|years? ago",
        Aim.unit: r"units? of (?:\w+ ){1,3}(?:is|are)|units? (?:is|are)|measured in",
    },
    "hi": {
        Aim.reason: "क्योंकि|इसलिए|कारण|ताकि|वजह|जिससे|चूँकि",
        Aim.difference: "अंतर|जबकि|पर|लेकिन|परंतु|और|भिन्न",
        Aim.example: "जैसे|उदाहरण|उदाहरण के लिए|आदि",
        Aim.manner: "से|द्वारा|पर|करके|होकर|पहले|फिर|कर|जब",
        Aim.person: "ने|द्वारा",
        Aim.place: "में|से|पर|यहाँ",
        Aim.time: rf"{_MONTHS['hi']}|[12]\d\d\d|सदी|शताब्दी",
        Aim.unit: "मात्रक|इकाई",
    },
}
_LETTER = r"[^\W_]|[\u0900-\u0963\u0971-\u097f]"
_CUES = {
    (language, aim): re.compile(rf"(?<!{_LETTER})(?:{words})(?!{_LETTER})", re.IGNORECASE)
    for language, table in _WORDS.items()
    for aim, words in table.items()
}

_SIDES = {
    "en": re.compile(
        r"the (?:main |chief )?difference between (.+?) (?:is|are|lies)\b", re.IGNORECASE
    ),
    "hi": re.compile(r"(.+?) (?:में|के बीच) (?:मुख्य )?अंतर(?= )"),
}
_SHORT_FORM = re.compile(
    r"\(([A-Z]{2,})\)|\b([A-Z]{2,})(?:,? or| stands for| means| is short for) "
)
_FORMULA = re.compile(r"[=→]")
_SYMBOLS = re.compile(r"\b[A-Z][a-z]?\d")
_NAME = re.compile(
    r"(?:(?<=[a-z0-9,] )|^(?=\S+ (?:[a-z]{1,3} )?[A-Z]))(?:Dr |Lord |Sir )?([A-Z][\w.]*)"
)
_NUMBERS = {
    "en": """
        two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
        hundred thousand million billion half dozen twice thrice
    """,
    "hi": """
        दो तीन चार पांच छह छः सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस तीस
        चालीस पचास साठ सत्तर अस्सी नब्बे सौ हजार लाख करोड अरब आधा आधे आधी दोनों तीनों चारों
    """,
}
_NUMBER_WORDS = {
    language: frozenset(map(fold_devanagari, words.split())) for language, words in _NUMBERS.items()
}
_UNITS = """
    second seconds minute minutes hour hours day days week weeks month months year years century
    metre metres meter meters kilometre kilometres km cm mm m kg kilogram kilograms gram grams
    litre litres degrees degree per percent ohm volt volts ampere amperes joule joules watt hz
    सेकंड मिनट घंटे घंटा दिन सप्ताह महीने माह वर्ष साल मीटर किलोमीटर सेंटीमीटर किलोग्राम ग्राम लीटर
    डिग्री प्रतिशत वोल्ट ऐम्पियर जूल
"""
_MEASURES = frozenset(map(fold_devanagari, _UNITS.split()))
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_BEFORE_COUNTED = 3  # "eleven fundamental duties": words from the number to what is counted


def cue(aim: Aim, line: Line, matches: Matches, *, language: str) -> float:
    """How clearly, 0 to 1, the sentence gives an answer of this kind."""
    special = _SPECIAL.get(aim)
    if special is not None:
        return special(line, matches, language)
    return float(_shows(aim, line.text, language))


def _definition(line: Line, matches: Matches, language: str) -> float:
    return defines(line.text, matches, language=language)


def _difference(line: Line, matches: Matches, language: str) -> float:
    """Only a sentence that names both sides, and no others, tells them apart."""
    sides = _SIDES[language].match(line.text) if language in _SIDES else None
    if sides:
        return names(words_of(sides[1]), matches)
    if not _shows(Aim.difference, line.text, language):
        return 0.0
    terms = zip(matches.terms, line.support, strict=True)
    return 0.9 if all(support or term.light for term, support in terms) else 0.3


def _formula(line: Line, _: Matches, __: str) -> float:
    if _FORMULA.search(line.text):
        return 1.0
    return 0.7 if _SYMBOLS.search(line.text) else 0.0


def _full_form(line: Line, matches: Matches, _: str) -> float:
    """The short form with its long one beside it: "HCF, or highest common factor", "(HCF)"."""
    return float(
        any(
            matches.of(short.casefold())
            for short in chain.from_iterable(_SHORT_FORM.findall(line.text))
        )
    )


def _person(line: Line, matches: Matches, language: str) -> float:
    if language != "en":
        return float(_shows(Aim.person, line.text, language))
    return float(any(not matches.of(name.casefold()) for name in _NAME.findall(line.text)))


def _quantity(line: Line, matches: Matches, language: str) -> float:
    """Best a number right before what is counted; a number of the question is no answer."""
    found = 0.0
    for at, word in enumerate(line.words):
        if matches.of(word) or not _is_number(line.words, at, language):
            continue
        counted = line.words[at + 1 : at + 1 + _BEFORE_COUNTED]
        if any(map(matches.of, counted)):
            found = max(found, 1.0 if line.words[0] == "there" else 0.9)
        else:
            found = max(found, 0.8 if set(counted[:1]) & _MEASURES else 0.6)
    return found


def _is_number(words: Sequence[str], at: int, language: str) -> bool:
    if words[at] in _NUMBER_WORDS.get(language, _NUMBER_WORDS["en"]):
        return True
    return words[at][0].isdigit() and "".join(words[at + 1 : at + 2]) not in _ORDINAL_ENDINGS


def _shows(aim: Aim, text: str, language: str) -> bool:
    pattern = _CUES.get((language, aim))
    return pattern is not None and pattern.search(text) is not None


_SPECIAL: Mapping[Aim, Callable[[Line, Matches, str], float]] = {
    Aim.definition: _definition,
    Aim.difference: _difference,
    Aim.formula: _formula,
    Aim.full_form: _full_form,
    Aim.person: _person,
    Aim.quantity: _quantity,
}
