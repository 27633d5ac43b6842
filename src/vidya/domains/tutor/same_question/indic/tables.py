"""What a module of one Indian language holds, and how it is written down."""

from dataclasses import dataclass

OF, TO, AND, OBJECT = "·of", "·to", "·and", "·object"
"""Endings taken off a word stand behind it as words of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """One language as text: a rule a line, phrases parted by "|", words by spaces.

    Reading goes from the end: `closings` and `openings` (politeness) go, then the `tails` that
    ask or order, then the noun of `aims` that an ending or a word for "of" ties to its topic.
    `first` asks at the start alone, `asks` anywhere ("why: phrase|phrase").

    Words: `same` brings spellings of one function word together ("word: spelling spelling").
    From all others are taken `clitics`, then `endings` ("marker: ending ending>put"), then
    `plurals`; `whole` words only look as if they had one. `numbers` and `ordinals` give a
    word's value ("7: word word"), or that of the first of a row ("10..: word word word").

    Meaning: negated verbs stay in the content, and are counted by `negations` and
    `negative_endings`. `yes_no_endings` close a question without a question word. `linking`
    words mean "and", `pairing` words only between what is compared, and `between` stands at the
    end of that. Of `unique` nouns a topic has one, so that "which" asks what it is. `occurring`
    verbs say no more than "happens". The rest are as in `Grammar`; `leaning` words point
    outside the question.
    """

    code: str
    same: str
    openings: str
    closings: str
    asks: str
    tails: str
    first: str = ""
    aims: str
    numbers: str
    ordinals: str
    negations: str
    negative_endings: str = ""
    yes_no_endings: str = ""
    clitics: str = ""
    endings: str = ""
    plurals: str = ""
    unique: str
    occurring: str
    whole: str = ""
    linking: str
    pairing: str = ""
    between: str
    leaning: str
    personal: str
    page: str
    passing: str
    follow_ups: str
