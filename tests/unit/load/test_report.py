"""The performance page says what was measured, and names what was missed."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.load.figures import Round, spread
from tests.load.machine import Machine, cpu_model
from tests.load.model_calls import CallCost
from tests.load.report import figures, page
from tests.load.results import Anew, Beginning, Crowded, Idle, Results, StoredTurns
from tests.load.stages import IDENTIFY, TWIML


@pytest.fixture
def results() -> Results:
    """A run in which every target was met."""
    cheap, dear = Round(1_000, 0.2, 0.2, (1.0,)), Round(1_000, 0.4, 0.6, (2.0,))
    contest = {"ours": [dear], "transaction": [cheap], "autocommit": [cheap]}
    crowd = Crowded(
        callers=1_000,
        seconds=60.0,
        answered_from_store=8_500,
        answered_anew=1_500,
        failures=[],
        webhooks={"stored answer": spread([5.0])},
        quick=spread([5.0]),
        first_sentence=spread([0.2]),
        cores={"product": 0.7},
    )
    return Results(
        beginning=Beginning(datetime(2026, 1, 2, 3, 4, tzinfo=UTC), 0.1, 3.0, 2.0, Idle(1, 1, 2)),
        took_seconds=200.0,
        machine=Machine(2, "A processor", 8.0, "3.11.7", "18.4", "Linux"),
        stored=StoredTurns(rate=300.0, steady=contest, flat_out=contest),
        crowded=crowd,
        hurried=crowd,
        anew=[Anew(300, 2.0, 100.0, spread([2.5]), [], {"product": 0.5})],
        among_many={"the same words": spread([0.5]), "the same question": spread([0.6])},
        model_calls=[CallCost(0, 100, 4.0, 300.0, 200.0)],
        stages={IDENTIFY: spread([1.0]), TWIML: spread([1.0])},
    )


def test_a_run_that_met_everything_says_so(results: Results) -> None:
    assert all(target.is_met for target in results.targets())
    assert "**no**" not in page(results)


def test_a_failed_call_is_a_missed_target(results: Results) -> None:
    failed = replace(results, crowded=replace(results.crowded, failures=["status 500"]))

    missed = [target.name for target in failed.targets() if not target.is_met]

    assert missed == ["1,000 callers: failures"]
    assert "**no**" in page(failed)


def test_the_figures_for_programs_are_those_of_the_page(results: Results) -> None:
    told = json.loads(figures(results))

    assert told["stored_answer"]["ratio"] == pytest.approx(2.0)
    assert "2.00 times the server CPU" in page(results)
    assert [target["met"] for target in told["targets"]] == [True] * len(results.targets())


def test_a_processor_without_a_name_is_called_by_its_kind() -> None:
    assert cpu_model("processor\t: 0\nmodel name\t: Some CPU @ 2 GHz\n") == "Some CPU @ 2 GHz"
    assert cpu_model("processor\t: 0\n")
