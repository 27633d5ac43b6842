"""Numbers are the same number however they are written."""

from fractions import Fraction

import pytest

from vidya.domains.tutor.stages.figures import figures, make_plain


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("3 and 3.0 and 03", {3}),
        ("1,00,000 or 100,000 or 1 lakh or 100000", {100_000}),
        ("1,2,3", {1, 2, 3}),
        ("२५० पत्तियाँ, ௨௫௦", {250}),
        ("5-10 and 5 – 10", {5, 10}),
        ("at −4 °C, at -5 degrees", {-4, -5}),
        ("5 - 3, 5 -3, b -3, (5) -3", {5, 3}),
        ("3.14 is more than 3.1.", {Fraction("3.14"), Fraction("3.1")}),
        ("½ a litre", {1, 2}),
        ("12 cm² and 3 m s^-1 at 10³", {12, 3, 10}),
        ("10^8 and 10⁻⁸", {10, 8, -8}),
        ("CO₂, H2O and 6 C₆H₁₂O₆", {"co2", "h2o", "c6h12o6", 6}),
        ("the 10th of 25km", {10, 25}),
        ("seventy-two and three hundred and two lakh", {72, 300, 200_000}),
        ("one, two, ten, एक, दो", set()),
        ("fifteen or पाँच हज़ार", {15, 5000}),
        ("2.5 crore", {25_000_000}),
        ("no numbers here", set()),
    ],
)
def test_the_figures_of_a_text(text: str, stated: set[object]) -> None:
    assert figures(text).stated == stated


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("seventy-two beats", "72 beats"),
        ("72 beats", "seventy-two beats"),
        ("two gases", "2 gases"),
        ("three lakh people", "3,00,000 people"),
        ("at −4 °C", "4 degrees below zero"),
        ("CO₂", "CO2"),
        ("तीन हज़ार", "3000"),
        ("२५०", "250"),
        ("2.50", "2.5"),
    ],
)
def test_a_number_written_otherwise_is_borne_out(source: str, answer: str) -> None:
    assert figures(answer).stated <= figures(source).known


@pytest.mark.parametrize(
    ("source", "answer"),
    [("4 °C", "−4 °C"), ("H2O", "H2O2"), ("25", "2.5"), ("1 lakh", "1,000"), ("72", "seventy")],
)
def test_another_number_is_not(source: str, answer: str) -> None:
    assert not figures(answer).stated <= figures(source).known


def test_signs_and_digits_of_every_script_become_plain() -> None:
    assert make_plain("३ × ४ ÷ २ −  1,00,000 · x² ½ CO₂") == "3 * 4 / 2 - 100000 * x^2 1/2 CO2"
