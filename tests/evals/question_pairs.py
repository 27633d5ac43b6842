"""Pairs of questions that are the same, or nearly the same and not, read from their files."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from vidya.core.words import script_of
from vidya.domains.curriculum.models import Scope
from vidya.domains.tutor.keys import answer_keys
from vidya.domains.tutor.models import Asker

_FOLDER = Path(__file__).parent / "pairs"
_HELD_OUT = "-held-out"
TONGUES = {
    "en": "English",
    "hi": "Hindi",
    "hinglish": "romanised Hindi",
    "bn": "Bengali",
    "ta": "Tamil",
    "te": "Telugu",
    "mr": "Marathi",
    "gu": "Gujarati",
    "kn": "Kannada",
    "ml": "Malayalam",
    "pa": "Punjabi",
    "or": "Odia",
}
"""By the name of the file; most of these names are codes of ISO 639-1."""
SAME = {
    "paraphrase": "paraphrase",
    "noise": "case, politeness, fillers",
    "typo": "typo",
    "sms": "SMS spelling",
}
"""Ways in which a question is asked again: the mark in the files, and what it is called."""
NEAR = {
    "number": "number",
    "unit": "unit",
    "expression": "expression",
    "negation": "negation",
    "intent": "intent",
    "swap": "order of the arguments",
    "antonym": "opposite",
    "confusable": "confusable word",
    "topic": "other subject",
    "comparison": "side of a comparison",
    "quantifier": "all, some, none",
}
"""Ways in which a question is nearly another one."""
NEVER = ("number", "unit", "expression", "negation")
"""Where a hit would be a wrong answer in a sum, or the opposite of what is so."""
_SCHOOL = UUID(int=1)


@dataclass(frozen=True)
class Pair:
    first: str
    second: str
    same: bool
    """By whoever wrote them."""
    kind: str
    """One of SAME or NEAR."""
    language: str
    """Of the learner."""
    tongue: str
    """The name of the file, without its half."""
    held_out: bool
    """Nobody saw it while the rules were written."""

    def is_taken_for_the_same(self) -> bool:
        """As the look-up of a stored answer decides it: by a key that both questions have."""
        return not keys(self.first, self.language).isdisjoint(keys(self.second, self.language))


def keys(question: str, language: str) -> frozenset[UUID]:
    """What an answer to the question is stored and found under, for a learner of one school."""
    asker = Asker(Scope(_SCHOOL, "DEMO", 8, language), "explain")
    return frozenset(answer_keys(question, asker).all())


def exact_key(question: str, language: str) -> UUID:
    """The key of the wording alone."""
    asker = Asker(Scope(_SCHOOL, "DEMO", 8, language), "explain")
    return answer_keys(question, asker).exact


def pairs() -> list[Pair]:
    """All of them; those of a language stand together, in the order of TONGUES."""
    return [pair for tongue in TONGUES for half in ("", _HELD_OUT) for pair in _file(tongue, half)]


def outside_pairs(file: Path) -> list[Pair]:
    """From lines with a question `q`, its wordings `pos`, and other questions `neg`."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        language = "hi" if script_of(row["q"]) == "devanagari" else "en"
        for name, same, kind in (("pos", True, "paraphrase"), ("neg", False, "topic")):
            found += [
                Pair(row["q"], other, same, kind, language, language, held_out=True)
                for other in row[name]
            ]
    return found


def _file(tongue: str, half: str) -> Iterator[Pair]:
    file = _FOLDER / f"{tongue}{half}.jsonl"
    if not file.exists():
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Pair(
            first=row["a"],
            second=row["b"],
            same=row["same"],
            kind=row["class"],
            language=row["language"],
            tongue=tongue,
            held_out=bool(half) or tongue not in ("en", "hi", "hinglish"),
        )
