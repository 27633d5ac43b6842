"""Our own pairs of questions, same and near-miss, held to their floors."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from vidya.domains.tutor.same_question.explain import compare

_PAIRS = Path(__file__).parents[2] / "evals" / "pairs"
_FILES = ("en.jsonl", "hi.jsonl", "hinglish.jsonl")
_NEVER = ("number", "unit", "expression", "negation")

Outcomes = dict[tuple[bool, str], list[bool]]


@pytest.fixture(scope="module")
def outcomes() -> Outcomes:
    """By what a pair should be and its class: whether each was taken for the same."""
    found: Outcomes = defaultdict(list)
    for name in _FILES:
        for line in (_PAIRS / name).read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            decision = compare(pair["a"], pair["b"], language=pair["language"])
            found[pair["same"], pair["class"]].append(decision.same)
    return found


def test_the_sets_are_large_enough_to_say_something(outcomes: Outcomes) -> None:
    same = sum(len(hits) for (is_same, _), hits in outcomes.items() if is_same)
    near = sum(len(hits) for (is_same, _), hits in outcomes.items() if not is_same)

    assert same >= 220
    assert near >= 420


@pytest.mark.parametrize("kind", _NEVER)
def test_a_changed_number_unit_sign_or_negation_is_never_served(
    outcomes: Outcomes, kind: str
) -> None:
    assert not any(outcomes[False, kind])


def test_near_misses_are_served_in_at_most_one_of_two_hundred_cases(outcomes: Outcomes) -> None:
    near = [hit for (is_same, _), hits in outcomes.items() if not is_same for hit in hits]

    assert sum(near) <= 0.005 * len(near)


@pytest.mark.parametrize(("kind", "floor"), [("noise", 0.97), ("paraphrase", 0.85)])
def test_the_same_question_is_found_as_often_as_promised(
    outcomes: Outcomes, kind: str, floor: float
) -> None:
    hits = outcomes[True, kind]

    assert sum(hits) >= floor * len(hits)


def test_the_order_of_the_two_questions_changes_nothing() -> None:
    for name in _FILES:
        for line in (_PAIRS / name).read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)

            there = compare(pair["a"], pair["b"], language=pair["language"])
            back = compare(pair["b"], pair["a"], language=pair["language"])

            assert there.same == back.same
