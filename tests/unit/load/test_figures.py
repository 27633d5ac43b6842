"""The arithmetic behind the performance page."""

import pytest

from tests.load.figures import NothingMeasured, Round, Target, median_ratio, quantile, spread


def _round(microseconds: float, *, requests: int = 1_000) -> Round:
    return Round(requests, microseconds * requests / 1e6, 0.0)


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, 1), (0.05, 1), (0.50, 10), (0.95, 19), (0.951, 20), (1.0, 20)]
)
def test_a_quantile_is_a_value_that_occurred_and_the_smallest_that_covers_its_share(
    share: float, expected: float
) -> None:
    shuffled = [20, 3, 1, 2, *range(4, 20)]

    assert quantile(shuffled, share) == expected


def test_one_value_is_each_of_its_own_quantiles() -> None:
    alone = spread([7.5])

    assert (alone.p50, alone.p95, alone.p99, alone.worst, alone.count) == (7.5, 7.5, 7.5, 7.5, 1)


def test_nothing_has_no_figure() -> None:
    with pytest.raises(NothingMeasured):
        quantile([], 0.5)


def test_a_round_tells_the_cpu_of_one_request() -> None:
    one = Round(requests=2_000, server_seconds=0.5, database_seconds=0.25)

    assert one.server_us == pytest.approx(250)
    assert one.database_us == pytest.approx(125)


def test_a_disturbed_round_does_not_decide_the_ratio() -> None:
    ours = [_round(500), _round(510), _round(5_000)]
    theirs = [_round(250), _round(255), _round(250)]

    assert median_ratio(ours, theirs) == pytest.approx(2.0)


def test_rounds_are_compared_with_the_round_beside_them() -> None:
    """The machine was half as fast in the second round, for both."""
    ours = [_round(400), _round(800)]
    theirs = [_round(200), _round(400)]

    assert median_ratio(ours, theirs) == pytest.approx(2.0)


def test_rounds_without_their_counterpart_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        median_ratio([_round(1), _round(1)], [_round(1)])


@pytest.mark.parametrize(("measured", "met"), [(149.9, True), (150.0, True), (150.1, False)])
def test_a_target_is_the_most_that_may_be(measured: float, met: bool) -> None:
    assert Target("webhook, p95", measured, 150.0, "ms").is_met is met
