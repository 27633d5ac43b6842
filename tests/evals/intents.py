"""What the pairs ask, as intents with all their wordings: the labels of the simulated traffic."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tests.evals.dataset import FOLDER
from tests.evals.question_pairs import Pair


@dataclass(frozen=True)
class Intent:
    """One question, in the wordings that its writers say mean the same."""

    language: str
    wordings: tuple[str, ...]
    """As written; the first is how a book would put it."""


class ContradictoryPairs(ValueError):
    """Two questions are the same by some pairs, and different by another one."""


def intents(pairs: Iterable[Pair]) -> list[Intent]:
    """Wordings of pairs that are the same are one intent; what stands in no such pair is its own.

    Two pairs may ask the same without knowing of each other; `also_same.jsonl` joins
    them: where the product took two for one, somebody read them, and they were.
    """
    pairs = list(pairs)
    groups = _Groups()
    for pair in pairs:
        first, second = (pair.language, pair.first), (pair.language, pair.second)
        groups.add(first)
        groups.add(second)
        if pair.same:
            groups.join(first, second)
    for first, second in also_same():
        groups.add(first)
        groups.add(second)
        groups.join(first, second)
    for pair in pairs:
        roots = {groups.root((pair.language, text)) for text in (pair.first, pair.second)}
        if not pair.same and len(roots) == 1:
            raise ContradictoryPairs(f"{pair.first} | {pair.second}")
    return [
        Intent(members[0][0], tuple(text for _, text in members)) for members in groups.members()
    ]


_Wording = tuple[str, str]
"""With its language before it."""


def also_same() -> list[tuple[_Wording, _Wording]]:
    """Wordings of one question, of which no pair speaks."""
    lines = (FOLDER / "also_same.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [((row["language"], row["a"]), (row["language"], row["b"])) for row in rows]


class _Groups:
    """Wordings joined step by step (union-find), in the order in which they came."""

    def __init__(self) -> None:
        self._parents: dict[_Wording, _Wording] = {}

    def add(self, wording: _Wording) -> None:
        self._parents.setdefault(wording, wording)

    def root(self, wording: _Wording) -> _Wording:
        while self._parents[wording] != wording:
            wording = self._parents[wording]
        return wording

    def join(self, first: _Wording, second: _Wording) -> None:
        self._parents[self.root(second)] = self.root(first)

    def members(self) -> list[list[_Wording]]:
        found: dict[_Wording, list[_Wording]] = defaultdict(list)
        for wording in self._parents:
            found[self.root(wording)].append(wording)
        return list(found.values())
