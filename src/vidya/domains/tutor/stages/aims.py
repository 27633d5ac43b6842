"""The kinds of answer that a question can ask for, read from its words."""

import re
from collections.abc import Mapping
from enum import StrEnum

from vidya.core.words import fold_devanagari, tokens


class Aim(StrEnum):
    definition = "definition"
    difference = "difference"
    example = "example"
    formula = "formula"
    full_form = "full form"
    manner = "manner"  # how
    person = "person"
    place = "place"
    quantity = "quantity"  # how many, how much, how long
    reason = "reason"
    time = "time"
    unit = "unit"


# Patterns of whole words, read on folded words in lower case with one space between them.
_ENGLISH = {
    Aim.definition: (
        r"(?:what|wat|wt|wht|which) (?:is|are|r|was|were|does|do)|what's|define|definition|meaning"
        r"|meant by|explain|describe|state|tell me about"
    ),
    Aim.difference: (
        r"dif+[er]*[er]n\w*|diff|distinguish\w*|compare|comparison|versus|vs|compared (?:to|with)"
    ),
    Aim.example: r"exa?m?ples?|exampl|for instance",
    Aim.formula: (
        r"(?:formulae?|formulas|equation|expression) (?:of|for)|formula"
        r"|(?:its|chemical|word|balanced) (?:chemical )?equation"
    ),
    Aim.full_form: r"full ?form|stands? for|abbreviation",
    Aim.manner: r"(?:how|hw)(?! (?:many|much|far|long|fast|big|high|old|tall|often|deep|large|heavy))",
    Aim.person: r"who|whom|whose|which (?:person|scientist|king|queen|leader)",
    Aim.place: r"where|(?:which|what) (?:place|city|country|state|town)",
    Aim.quantity: (
        r"how (?:many|much|far|long|fast|big|high|old|tall|often|deep|large|heavy)|what percentage"
    ),
    Aim.reason: r"why|reasons?|how come|what (?:causes?|makes)|causes? of",
    # Elsewhere "when" opens a condition: "why does ice melt when it is heated".
    Aim.time: r"(?:^|(?<= and ))when|(?:which|what) (?:year|month|date|day|century)",
    Aim.unit: r"(?:si )?units?",
}
_HINDI = {
    Aim.definition: (
        r"क्या (?:है|हैं|होता|होती|होते|था|थे|थी|कहते|कहा)|(?:किसे|किन्हें) (?:कहते|कहा)"
        r"|परिभाषा|अर्थ|मतलब|समझते|परिभाषित|क्या काम (?:करता|करती|करते)|का काम (?:क्या|बताओ|बताइए)"
    ),
    Aim.difference: r"अंतर|फर्क|तुलना|भेद",
    Aim.example: r"उदाहरण|उदहारण",
    Aim.formula: r"सूत्र|समीकरण",
    Aim.full_form: r"पूरा नाम|फुल फॉर्म",
    Aim.manner: r"कैसे|किस (?:प्रकार|तरह)|विधि",
    Aim.person: r"किसने|कौन (?:था|थे|थी|है|हैं)|किसके द्वारा|किन्होंने",
    Aim.place: r"कहां|किस (?:स्थान|जगह|शहर|देश|राज्य)",
    Aim.quantity: r"कितना|कितनी|कितने",
    Aim.reason: r"क्यों|कारण|वजह|किसलिए",
    Aim.time: r"कब|किस (?:वर्ष|सन|साल|दिन|तारीख|महीने)",
    Aim.unit: r"मात्रक|इकाई",
}


def _compiled(patterns: Mapping[Aim, str]) -> dict[Aim, re.Pattern[str]]:
    # `\b` would cut a Hindi word at its vowel signs.
    return {aim: re.compile(rf"(?<!\S)(?:{words})(?!\S)") for aim, words in patterns.items()}


_PATTERNS = {"en": _compiled(_ENGLISH), "hi": _compiled(_HINDI)}
_WHAT_IT_IS = re.compile(r"what .*\b(?:is|are|means|mean)\b", re.IGNORECASE)
_FILLERS = frozenset(
    ("the", "a", "an", "main", "si", "chemical", "word", "balanced", "full", "its", "real")
)
# The words that ask for an aim; for the other aims of a question they say nothing.
_NAMED_BY = {
    Aim.difference: "difference different differ distinguish compare comparison अंतर फर्क तुलना भेद",
    Aim.definition: "define definition meaning meant mean means परिभाषा अर्थ मतलब समझते",
    Aim.example: "example examples उदाहरण उदहारण",
    Aim.formula: "formula formulae equation expression सूत्र समीकरण",
    Aim.full_form: "full form stand stands abbreviation",
    Aim.person: "name named person scientist",
    Aim.reason: "reason reasons cause causes कारण वजह",
    Aim.time: "year month date day वर्ष साल सन तारीख",
    Aim.unit: "unit units si मात्रक इकाई",
}
AIM_OF_WORD = {word: aim for aim, words in _NAMED_BY.items() for word in words.split()}


def aims_of(question: str, *, language: str) -> tuple[Aim, ...]:
    """What is asked for, in the order asked; nothing where the words do not say.

    "What is the unit of force" asks for a unit, "what is force and its unit" for two things.
    """
    text = " ".join(map(fold_devanagari, tokens(question)))
    found = {
        aim: match.span()
        for aim, pattern in _PATTERNS.get(language, {}).items()
        if (match := pattern.search(text))
    }
    if Aim.definition in found and _belongs_to_another(text, found):
        del found[Aim.definition]
    if Aim.difference in found:
        found.pop(Aim.manner, None)  # "how is it different from" wants no steps
    return tuple(sorted(found, key=lambda aim: found[aim]))


def aims_of_heading(heading: str, *, language: str) -> tuple[Aim, ...]:
    """The questions that a heading says it answers: "Why the sky is blue", "What sound is"."""
    aims = aims_of(heading, language=language)
    if language == "en" and _WHAT_IT_IS.match(heading):
        return (*aims, Aim.definition)
    return aims


def _belongs_to_another(text: str, found: Mapping[Aim, tuple[int, int]]) -> bool:
    """Whether "what is" stands beside another aim: "what is the unit", "मात्रक क्या है"."""
    begin, end = found[Aim.definition]
    for aim, (other_begin, other_end) in found.items():
        if aim is not Aim.definition:
            between = text[end:other_begin] if begin <= other_begin else text[other_end:begin]
            if set(between.split()) <= _FILLERS:
                return True
    return False
