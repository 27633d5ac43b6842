"""A question made ready for computing: one script of digits, one sign an operation, no politeness."""

import re
from dataclasses import dataclass
from functools import lru_cache

from vidya.core.words import INDIC, fold_devanagari
from vidya.domains.tutor.stages.figures import make_plain

LONGEST = 300
"""Characters; a longer question is a story, and nothing in it is certain."""

_INDIC_WORD = re.compile(f"[{INDIC}]+")
_OPENING = (
    r"(?:please|pls|plz|kindly|sir|madam|mam|hello|hi|can you|could you|tell me|tell|give me|show me how to"
    r"|what is|what's|whats|what are|what will be|what does|how much is|how many is|how do you|how to|find|find out"
    r"|calculate|compute|evaluate|simplify|solve|work out|do|the|value of|values of|answer of|answer to|answer for"
    r"|result of|बताओ|बताइए|ज्ञात करो|ज्ञात कीजिए|हल करो|हल कीजिए|सरल करो|सरल कीजिए|कृपया|क्या है|का मान"
    r"|batao|bataiye|hal karo|nikalo|solve karo)"
)
_CLOSING = (
    r"(?:please|pls|plz|sir|madam|equals|equal to|is equal to|is|are|make|makes|what|how much|=|का मान|का उत्तर|का हल"
    r"|क्या|कितना|कितनी|कितने|है|हैं|होता|होती|होते|होगा|होगी|बराबर|के बराबर|ज्ञात करो|ज्ञात करें|ज्ञात कीजिए|ज्ञात"
    r"|निकालो|निकालिए|निकालें|बताओ|बताइए|बताएं|बता दो|करो|कीजिए|हल करो|हल कीजिए|सरल करो|सरल कीजिए"
    r"|ka maan|ka answer|kya|kitna|kitni|kitne|hai|hain|hota|hoti|hote|hoga|barabar|ke barabar|nikalo|nikaliye|batao"
    r"|bataiye|bata do|karo|kijiye|hal karo|find karo|solve karo|gyat karo)"
)
_LETTER = rf"[a-z{INDIC}]"
_OPENS = re.compile(rf"^\s*{_OPENING}(?!{_LETTER})[\s,:]*")
_CLOSES = re.compile(rf"(?:(?<!{_LETTER})|(?<==)){_CLOSING}[\s.?।]*$")
_END = re.compile(r"(?:[\s.?।,:;]|(?<!\d)!)+$")
_GIVE = re.compile(r"(?<=भाग) दो(?!\S)|(?<=bhag) do\b")  # दो is "two" and "give"

_ENGLISH_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_HINDI_NUMBERS = (
    "शून्य एक दो तीन चार पांच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस"
)
_HINDI_TENS = "तीस चालीस पचास साठ सत्तर अस्सी नब्बे सौ"
_ROMAN_NUMBERS = "shunya ek do teen char paanch chhah saat aath nau das"
_SMALL = {
    **{word: value for value, word in enumerate(_ENGLISH_NUMBERS.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
    **{fold_devanagari(word): value for value, word in enumerate(_HINDI_NUMBERS.split())},
    **{word: 10 * value for value, word in enumerate(_HINDI_TENS.split(), start=3)},
    **{word: value for value, word in enumerate(_ROMAN_NUMBERS.split())},
    "hundred": 100,
    "thousand": 1000,
    "हजार": 1000,
}
_NUMBER_WORDS = re.compile(
    rf"(?<!{_LETTER})(?:{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
    rf"(?:[ -](?:{'|'.join(sorted(_SMALL, key=len, reverse=True))}))*(?!{_LETTER})"
)


@dataclass(frozen=True)
class AskedFor:
    text: str
    """All of it, in lower case and one spelling. Number words stay: in "two numbers" none is given."""
    core: str
    """Without "what is" before it and "कितना होता है" behind it, and with number words as digits."""


@lru_cache(maxsize=64)
def asked_for(question: str) -> AskedFor:
    plain = make_plain(question.replace("÷", "§")).casefold()
    plain = _INDIC_WORD.sub(lambda word: fold_devanagari(word[0]), plain)
    text = _END.sub("", _GIVE.sub("", plain)).strip()
    return AskedFor(text, _in_digits(_core(text)))


def _core(text: str) -> str:
    before = None
    while text != before:
        before = text
        text = _CLOSES.sub("", _OPENS.sub("", text))
        text = _END.sub("", text).strip()
    return text


def _in_digits(text: str) -> str:
    return _NUMBER_WORDS.sub(lambda found: _value(re.split("[ -]", found[0])) or found[0], text)


def _value(words: list[str]) -> str | None:
    """Seventy-two, three hundred; None where the words are several numbers."""
    total = 0
    last = 10_000
    for word in words:
        value = _SMALL[word]
        if value >= 100 and 0 < total < 100:
            total *= value
        elif last >= 100 or (20 <= last < 100 and 0 < value < 10):
            total += value
        else:
            return None
        last = value
    return str(total)
