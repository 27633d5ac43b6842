"""What a language must know to read written signs aloud."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

# A unit in English, one and many, and in Hindi.
UnitNames = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """Words for the ear, in place of the text that ends before `end`."""

    words: str
    end: int


@dataclass(frozen=True, slots=True)
class Counting:
    """Whole numbers, parts and places."""

    cardinal: Callable[[int], str]
    ordinal: Callable[[int], str]
    # A written ordinal such as 21st or 21वीं, by its ending: the ending may carry a gender.
    ordinal_with: Callable[[int, str], str]
    year: Callable[[int], str]
    decade: Callable[[int], str]
    # Numbers inside a name: the 2 of H2O, of v₂, of G20.
    index: Callable[[int], str]
    decimal: Callable[[int, str], str]
    # A decimal before lakh or crore: 2.5 करोड़ is ढाई करोड़.
    scaled: Callable[[int, str], str]
    fraction: Callable[[int, int], str]
    mixed: Callable[[int, str], str]
    part_of: Callable[[str, str], str]
    digits: Sequence[str]
    point: str
    minus: str
    to: str


@dataclass(frozen=True, slots=True)
class Symbols:
    """Operators, relations and the shapes of an expression."""

    operators: Mapping[str, str]
    relations: Mapping[str, str]
    # What a relation says after its right-hand side: x > 5 is "एक्स बड़ा है पाँच से".
    closers: Mapping[str, str]
    greek: Mapping[str, str]
    functions: Mapping[str, str]
    # Signs that stand alone in prose; an empty word drops the sign.
    alone: Mapping[str, str]
    letter: Callable[[str], str]
    # A base and its exponent; squares and cubes come as the digits 2 and 3.
    power: Callable[[str, str], str]
    root: Callable[[str, str], str]
    over: Callable[[str, str], str]
    # The same three where what they stand on is several terms, taken together.
    whole_power: Callable[[str, str], str]
    whole_root: Callable[[str, str], str]
    whole_over: Callable[[str, str], str]
    bracketed: Callable[[str], str]
    applied: Callable[[str, str], str]
    inverse: Callable[[str], str]
    function_power: Callable[[str, str], str]
    log_base: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Chemistry:
    """Formulas and reactions."""

    states: Mapping[str, str]
    signs: Mapping[str, str]
    group: Callable[[str, int], str]
    electron: str
    electrons: str


@dataclass(frozen=True, slots=True)
class Measures:
    """Units, money, dates and the clock."""

    one: Callable[[UnitNames], str]
    many: Callable[[UnitNames], str]
    per: str
    powered: Callable[[str, int], str]
    # An amount in words, the sign of its currency, and its hundredths in words (or "").
    money: Callable[[str, str, str], str]
    # लाख for a written "lakh", where the language has a word of its own.
    scale_names: Mapping[str, str]
    # Day, month and the words for the year (or "").
    date: Callable[[int, int, str], str]
    months: Sequence[str]
    # Hour, minute and "am", "pm" or "".
    clock: Callable[[int, int, str], str]
    with_seconds: Callable[[str, int], str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words for what is written short, or not to be read at all."""

    # Finds what stands in `abbreviations` (group "short") and in `numbered` (group "numbered").
    abbreviation_pattern: re.Pattern[str]
    abbreviations: Mapping[str, str]
    # Capitals said as a word, never letter by letter.
    acronyms: Mapping[str, str]
    # Short only before a number: Fig. 2.
    numbered: Mapping[str, str]
    ruler: Callable[[int], str]
    web_address: str
    email_address: str
    blank: str


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language, as spoken to a learner on the phone."""

    code: str
    counting: Counting
    symbols: Symbols
    chemistry: Chemistry
    measures: Measures
    phrases: Phrases
