"""What must be computed is computed exactly; what is not certain is not computed at all."""

import sys
from fractions import Fraction
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.tutor.sums_asked import COMPUTED, NOT_COMPUTED
from vidya.domains.tutor.stages.computed.compute import compute
from vidya.domains.tutor.stages.sums import sums


@pytest.mark.parametrize(("question", "result"), COMPUTED)
def test_the_result_is_exact(question: str, result: str) -> None:
    found = compute(question, language="en")

    assert found is not None
    assert found.result == result


@pytest.mark.parametrize(("question", "result"), COMPUTED)
@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_sum_among_the_steps_comes_out(question: str, result: str, language: str) -> None:
    found = compute(question, language=language)

    assert found is not None
    assert all(each.holds for step in found.steps for each in sums(step))


@pytest.mark.parametrize(("question", "result"), COMPUTED)
def test_steps_are_sentences_and_the_last_one_is_in_the_learners_language(
    question: str, result: str
) -> None:
    english, hindi = (compute(question, language=each) for each in ("en", "hi"))

    assert english is not None
    assert hindi is not None
    assert all(step[-1] in ".।" and len(step) < 200 for step in (*english.steps, *hindi.steps))
    assert not any("\u0900" <= letter <= "\u097f" for step in english.steps for letter in step)
    assert english.result == hindi.result


@pytest.mark.parametrize("question", NOT_COMPUTED)
def test_what_is_not_certain_is_not_computed(question: str) -> None:
    assert compute(question, language="en") is None


def test_there_are_at_least_150_rows() -> None:
    assert len({question for question, _ in COMPUTED}) + len(set(NOT_COMPUTED)) >= 200


def test_a_rounded_decimal_is_said_to_be_rounded() -> None:
    found = compute("What is 1/3 + 1/3?", language="en")

    assert found is not None
    assert found.result == "2/3"
    assert found.steps[-1] == ("The answer is 2/3, which is about 0.667, rounded to three places.")


def test_steps_follow_the_order_of_operations() -> None:
    found = compute("2 + 3 × (4 − 1)²", language="en")

    assert found is not None
    assert found.steps == (
        "4 − 1 = 3.",
        "3 to the power 2 is 9.",
        "3 × 9 = 27.",
        "2 + 27 = 29.",
        "The answer is 29.",
    )


def test_hindi_steps_are_in_hindi() -> None:
    found = compute("12 और 18 का लघुत्तम समापवर्त्य ज्ञात करो", language="hi")

    assert found is not None
    assert found.steps[-1] == "12, 18 का लघुत्तम समापवर्त्य 36 है।"


_NUMBERS = st.integers(-999, 999)


@given(_NUMBERS, _NUMBERS, _NUMBERS, st.sampled_from("+-*"), st.sampled_from("+-*"))
def test_arithmetic_agrees_with_exact_arithmetic(
    a: int, b: int, c: int, first: str, second: str
) -> None:
    found = compute(f"({a}) {first} ({b}) {second} ({c})", language="en")

    assert found is not None
    assert found.result.replace("−", "-") == str(_worked_out(a, b, c, first, second))


def _worked_out(a: int, b: int, c: int, first: str, second: str) -> int:
    signs = {"+": int.__add__, "-": int.__sub__, "*": int.__mul__}
    if second == "*" and first != "*":
        return signs[first](a, b * c)
    return signs[second](signs[first](a, b), c)


@given(st.integers(1, 20), st.integers(-50, 50), st.integers(-50, 50))
def test_the_solution_of_a_linear_equation_fulfils_it(a: int, b: int, c: int) -> None:
    found = compute(f"solve {a}x + ({b}) = {c}", language="en")

    if found is None:
        assert a == 1
        return
    value = Fraction(found.result.removeprefix("x = ").replace("−", "-"))
    assert a * value + b == c


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    compute(text, language="en")
    compute(f"what is {text} + 1", language="hi")


@pytest.mark.parametrize(
    "text",
    [
        "(" * 150 + "1" + ")" * 150,
        "9" * 290,
        "9^9^9^9^9^9",
        "1+" * 140 + "1",
        "is 999999937 prime",
        "factorise 999999937",
        "√" * 200 + "4",
        "lcm of " + "999999937, " * 20,
        "1" * 4000,
        "2^" * 2000,
        "a" * 100_000,
        "😀" * 4000,
        "√999999937",
        "square root of 999999999999999999",
        "170!",
        "sum of first 999999999 natural numbers",
        "क" * 4000,
    ],
)
def test_nothing_takes_long(text: str) -> None:
    began = perf_counter()

    compute(text, language="en")

    assert perf_counter() - began < 0.5


def test_nothing_heavy_is_loaded_for_it() -> None:
    assert "sympy" not in sys.modules
