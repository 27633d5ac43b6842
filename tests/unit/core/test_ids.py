"""Identifiers sort by the time they were made, and are never made twice."""

from datetime import UTC, datetime, timedelta
from uuid import RFC_4122

from hypothesis import given
from hypothesis import strategies as st

from vidya.core.ids import new_id

moments = st.timedeltas(timedelta(0), timedelta(days=8000 * 365)).map(
    lambda since: datetime(1970, 1, 1, tzinfo=UTC) + since
)


@given(moment=moments, later=st.timedeltas(timedelta(milliseconds=1), timedelta(days=1)))
def test_an_id_of_a_later_moment_sorts_behind(moment: datetime, later: timedelta) -> None:
    first, second = new_id(moment), new_id(moment + later)

    assert first.bytes < second.bytes
    assert str(first) < str(second)


@given(moment=moments)
def test_an_id_is_a_uuid_of_version_7_that_holds_its_millisecond(moment: datetime) -> None:
    made = new_id(moment)

    assert made.version == 7
    assert made.variant == RFC_4122
    assert abs((made.int >> 80) - moment.timestamp() * 1000) <= 1


def test_ids_of_one_moment_differ() -> None:
    moment = datetime(2026, 1, 5, tzinfo=UTC)

    assert len({new_id(moment) for _ in range(10_000)}) == 10_000
