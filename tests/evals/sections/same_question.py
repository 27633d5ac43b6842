"""Is it the same question? Pairs that are, pairs that nearly are, by language and by class."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.evals.desk import Desk, say
from tests.evals.question_pairs import NEAR, NEVER, SAME, TONGUES, Pair, outside_pairs, pairs
from tests.evals.section import Floor, Section, Table
from tests.evals.shares import Share

_FIRST_THREE = ("en", "hi", "hinglish")
_FURTHER = tuple(tongue for tongue in TONGUES if tongue not in _FIRST_THREE)
_ENOUGH_HITS = 40.0
"""Per cent of its pairs. A language below that is not worth the risk of a wrong answer."""
_OUTSIDE = "question_pairs.jsonl"
_ABOUT = (
    "Pairs of school questions of classes 6 to 10, marked by whoever wrote them. A hit is a pair "
    "of wordings of one question that finds the same stored answer; a false hit is a pair of "
    "different questions that does, and a learner would have heard the wrong answer. Both are "
    "decided as the product does it: by the keys under which an answer is stored and looked up. "
    "Pairs that are marked as seen were at hand while the rules were written; those held out were "
    "not, and typos and SMS spelling are counted apart only there. Of the nine further languages "
    "all pairs were written before the tables of the language. A language with a false hit on a "
    "number, a unit, an expression or a negation, or with less than {enough:.0f} % of hits, is "
    "good enough for exact matches only; by these figures that is {exact_only}."
)


@dataclass(frozen=True)
class _Case:
    pair: Pair
    hit: bool


async def measure(desk: Desk) -> Section:
    say("Comparing pairs of questions …")
    cases = _decided(pairs())
    tables = [
        _hits(cases),
        _false_hits(cases, _FIRST_THREE),
        _false_hits(cases, _FURTHER),
        _verdicts(cases),
    ]
    outside = _outside(desk.outside)
    if outside:
        tables.append(_outside_table(outside))
    return Section(
        title="Is it the same question?",
        about=_ABOUT.format(enough=_ENOUGH_HITS, exact_only=_exact_only(cases)),
        tables=tuple(tables),
        floors=_floors(cases),
        misses=tuple(_wrong(case) for case in cases + outside if case.hit != case.pair.same),
    )


def _is_matched(cases: Sequence[_Case]) -> bool:
    """Whether a language's wordings may be matched at all; exact wordings always are."""
    return _share(_never(cases)).hits == 0 and _share(_same(cases)).percent >= _ENOUGH_HITS


def _decided(asked: Iterable[Pair]) -> list[_Case]:
    return [_Case(pair, pair.is_taken_for_the_same()) for pair in asked]


def _hits(cases: Sequence[_Case]) -> Table:
    rows = []
    for tongue, name in TONGUES.items():
        for half, held_out in (("seen", False), ("held out", True)):
            chosen = [c for c in _of(cases, tongue) if c.pair.held_out is held_out and c.pair.same]
            if chosen:
                kinds = [_share(_of_kinds(chosen, [kind])) for kind in SAME]
                rows.append((name, half, str(len(chosen)), *map(str, (*kinds, _share(chosen)))))
    return Table(("hits", "pairs", "number", *SAME.values(), "all"), tuple(rows))


def _false_hits(cases: Sequence[_Case], tongues: Sequence[str]) -> Table:
    """A row for each class; the last column and the last row are all together."""
    near = [case for case in cases if not case.pair.same and case.pair.tongue in tongues]
    columns = [_of(near, tongue) for tongue in tongues] + [near]
    rows = [
        (name, *(str(_share(_of_kinds(column, [kind]))) for column in columns))
        for kind, name in NEAR.items()
    ]
    return Table(
        ("false hits", *(TONGUES[tongue] for tongue in tongues), "together"),
        (
            *rows,
            ("all", *(str(_share(column)) for column in columns)),
            ("near-misses asked", *(str(len(column)) for column in columns)),
        ),
    )


def _verdicts(cases: Sequence[_Case]) -> Table:
    rows = []
    for tongue, name in TONGUES.items():
        chosen = _of(cases, tongue)
        verdict = "same question" if _is_matched(chosen) else "exact match only"
        rows.append((name, str(_share(_same(chosen))), str(_share(_never(chosen))), verdict))
    never = "false hits on numbers, units, expressions, negations"
    return Table(("language", "hits, all classes", never, "good enough for"), tuple(rows))


def _exact_only(cases: Sequence[_Case]) -> str:
    names = [name for tongue, name in TONGUES.items() if not _is_matched(_of(cases, tongue))]
    return ", ".join(names) or "none"


def _floors(cases: Sequence[_Case]) -> tuple[Floor, ...]:
    three = [case for case in _same(cases) if case.pair.tongue in _FIRST_THREE]
    near = [case for case in cases if not case.pair.same]
    return (
        *(
            Floor(f"false hits, {NEAR[kind]}, all languages", _share(_of_kinds(near, [kind])),
                  at_most=0)
            for kind in NEVER
        ),
        Floor("false hits, all near-misses of all languages", _share(near), at_most=0.5),
        Floor("hits, paraphrases, English, Hindi and romanised",
              _share(_of_kinds(three, ["paraphrase"])), at_least=60),
        Floor("hits, surface noise, English, Hindi and romanised",
              _share(_of_kinds(three, ["noise"])), at_least=97),
        Floor("hits, surface noise with typos and SMS spelling, English, Hindi and romanised",
              _share(_of_kinds(three, ["noise", "typo", "sms"])), at_least=97),
    )  # fmt: skip


def _outside(folder: Path | None) -> list[_Case]:
    if folder is None or not (folder / _OUTSIDE).exists():
        return []
    return _decided(outside_pairs(folder / _OUTSIDE))


def _outside_table(cases: Sequence[_Case]) -> Table:
    other = [case for case in cases if not case.pair.same]
    return Table(
        ("pairs from the folder", "number", "taken for the same"),
        (
            ("the same question", str(len(_same(cases))), str(_share(_same(cases)))),
            ("another question", str(len(other)), str(_share(other))),
        ),
    )


def _of(cases: Sequence[_Case], tongue: str) -> list[_Case]:
    return [case for case in cases if case.pair.tongue == tongue]


def _of_kinds(cases: Sequence[_Case], kinds: Sequence[str]) -> list[_Case]:
    return [case for case in cases if case.pair.kind in kinds]


def _same(cases: Sequence[_Case]) -> list[_Case]:
    return [case for case in cases if case.pair.same]


def _never(cases: Sequence[_Case]) -> list[_Case]:
    return _of_kinds([case for case in cases if not case.pair.same], NEVER)


def _share(cases: Sequence[_Case]) -> Share:
    return Share.among(case.hit for case in cases)


def _wrong(case: _Case) -> str:
    what = "false hit" if case.hit else "missed"
    return f"{what}: {case.pair.tongue}, {case.pair.kind}: {case.pair.first} | {case.pair.second}"
