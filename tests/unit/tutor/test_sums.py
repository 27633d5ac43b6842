"""Sums in an answer are worked out; what is no sum is not taken for one."""

from fractions import Fraction
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidya.domains.tutor.stages.sums import sums


@pytest.mark.parametrize(
    "text",
    [
        "So 3 × 4 = 12.",
        "3 x 4 = 12, and 3 * 4 = 12, and 3x4 = 12",
        "2 + 3 × 4 = 14",
        "(2 + 3) × 4 = 20",
        "180 − (50 + 60) = 70",
        "(for 3 + 4 = 7)",
        "12 = 2 × 2 × 3",
        "2x = 13 - 3 = 10",
        "x = 10 ÷ 2 = 5",
        "1/2 + 1/4 = 3/4, as ½ + ¼ = ¾",
        "0.1 + 0.2 = 0.3",
        "22/7 = 3.14",
        "10 ÷ 3 ≈ 3 and 10 ÷ 3 = 3.33",
        "5² = 25 and 2^3 = 8 and 10⁻² × 100 = 1",
        "4 − 7 = −3 and −3 + 5 = 2",
        "F = m × a = 2 kg × 3 m/s² = 6 N",
        "3 cm × 4 cm = 12 cm²",
        "180° − 60° = 120°",
        "₹5 + Rs. 7 = ₹12",
        "15% of 200 = 30",
        "3 apples + 4 apples = 7 apples",
        "1,00,000 + 1 = 1,00,001",
        "3 times 4 equals 12, 12 divided by 4 is equal to 3, 1 plus 2 = 3, 3 minus 2 = 1",
        "३ × ४ = १२",
        "3 गुणा 4 बराबर 12 है",
        "3 सेब + 4 सेब = 7 सेब",
        "2 lakh + 1 = 200001",
    ],
)
def test_a_right_sum_holds(text: str) -> None:
    assert sums(text)
    assert all(each.holds for each in sums(text))


@pytest.mark.parametrize(
    "text",
    [
        "3 × 4 = 13",
        "2 + 3 × 4 = 20",
        "3 + 4 + 5 = 9",
        "2 + 2 = 5 = 5 × 1",
        "10 ÷ 3 = 3",
        "10 ÷ 3 ≈ 4",
        "22/7 = 3.15",
        "5² = 10",
        "4 − 7 = 3",
        "2 kg × 3 m/s² = 5 N",
        "15% of 200 = 15",
        "1,00,000 + 1 = 1,001",
        "३ × ४ = १३",
        "3 गुणा 4 बराबर 13 है",
        "3 times 4 equals 13",
    ],
)
def test_a_wrong_sum_does_not(text: str) -> None:
    assert any(not each.holds for each in sums(text))


@pytest.mark.parametrize(
    "text",
    [
        "2x + 3 = 13",
        "b − 2 × 3 = 4",
        "12 + x = 15",
        "3 = 2 + y",
        "2(3 + 4) = 14",
        "√16 = 4",
        "sin 30° = 0.5",
        "5m + 3m = 8m",
        "100 cm = 1 m",
        "g = 9.8 m/s²",
        "6CO₂ + 6H₂O = C₆H₁₂O₆ + 6O₂",
        "3 × 4 ≠ 13, 3 × 4 <= 13, 3 == 4 + 1",
        "5 ÷ 0 = 0",
        "9^99 = 1",
        "1000001^2 = 1",
        "the area = length × breadth",
        "on 5 - 6 July",
        "=",
        "= = 3 =",
    ],
)
def test_what_is_no_sum_is_left_alone(text: str) -> None:
    assert sums(text) == []


def test_a_sum_knows_the_numbers_of_its_sides() -> None:
    (found,) = sums("5² × 2 cm = 50 cm")

    assert found.left == {Fraction(5), Fraction(2)}
    assert found.right == {Fraction(50)}
    assert found.numbers == {Fraction(5), Fraction(2), Fraction(50)}


@given(st.integers(-999, 999), st.sampled_from("+-×"), st.integers(0, 999), st.integers(-3, 3))
def test_a_sum_of_two_holds_only_for_its_result(a: int, sign: str, b: int, off: int) -> None:
    result = {"+": a + b, "-": a - b, "×": a * b}[sign] + off

    (found,) = sums(f"It is {a} {sign} {b} = {result}.")

    assert found.holds == (off == 0)


@given(st.lists(st.sampled_from(list("0123456789+-*/×÷=() .x%^≈mNkg²√,₹of")), max_size=80))
def test_no_text_confuses_it(letters: list[str]) -> None:
    sums("".join(letters))


@pytest.mark.parametrize(
    "flood",
    ["(" * 990, "1 aaaa " * 140, "1+" * 490, "1 " * 490, "((1)^2)" * 140, "9" * 990, "1/" * 490],
)
def test_a_flood_costs_little(flood: str) -> None:
    begun = process_time()

    for text in (flood + "=1", "1=" + flood, flood + "=" + flood):
        sums(text)

    assert process_time() - begun < 2.0
