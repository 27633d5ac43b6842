"""Questions of the books with the facts that a right answer has, in whatever words."""

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from tests.evals.dataset import FOLDER, Answerable, answerable, contains, folded


@dataclass(frozen=True)
class Reference:
    question: Answerable
    facts: tuple[tuple[str, ...], ...]
    """All of them are to be said, each in one of its spellings; words may go on (bend, bending)."""
    written: str
    """An answer as a model might write it, without citations."""

    def has_words_in(self, passage: str) -> bool:
        """Whether the passage holds the words of the book without which an answer is none."""
        return contains([passage], [self.question.gold])

    def is_met_by(self, answer: str) -> bool:
        said = folded(answer)
        return all(any(_says(said, spelling) for spelling in fact) for fact in self.facts)


def references() -> list[Reference]:
    questions = {(q.language, q.chapter, q.text): q for q in answerable()}
    rows = map(json.loads, (FOLDER / "references.jsonl").read_text(encoding="utf-8").splitlines())
    return [
        Reference(
            questions[row["language"], row["chapter"], row["q"]],
            tuple(map(tuple, row["facts"])),
            row["written"],
        )
        for row in rows
    ]


def _says(said: str, spelling: str) -> bool:
    return _pattern(spelling).search(said) is not None


@lru_cache(maxsize=1_000)
def _pattern(spelling: str) -> re.Pattern[str]:
    """From the beginning of a word on; a number to its last digit."""
    word = folded(spelling)
    begins = r"(?<![\w.,])" if word[0].isdigit() else r"(?<!\w)" if word[0].isalnum() else ""
    ends = r"(?![.,]?\d)" if word[-1].isdigit() else ""
    return re.compile(begins + re.escape(word) + ends)
