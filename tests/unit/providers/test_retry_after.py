"""When a busy server wants to be asked again, in each form that HTTP allows, and in none."""

from datetime import UTC, datetime

import pytest

from vidya.providers.llm.retry_after import read_retry_after

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("0", 0),
        ("20", 20),
        (" 20 ", 20),
        ("99999999999999999999", 3600),
        ("Fri, 20 Nov 2026 10:00:30 GMT", 30),
        ("Friday, 20-Nov-26 10:00:30 GMT", 30),
        ("Fri, 20 Nov 2026 09:00:00 GMT", 0),
        ("Fri, 20 Nov 2099 09:00:00 GMT", 3600),
        ("", None),
        ("soon", None),
        ("-3", None),
        ("٣", None),
        ("20.5", None),
    ],
)
def test_seconds_and_dates_are_read_and_nothing_else(written: str, seconds: int | None) -> None:
    assert read_retry_after({"Retry-After": written}, now=NOW) == seconds


def test_a_date_is_measured_by_the_clock_of_the_server_that_wrote_it() -> None:
    headers = {
        "Retry-After": "Fri, 20 Nov 2026 11:00:30 GMT",
        "Date": "Fri, 20 Nov 2026 11:00:00 GMT",
    }

    assert read_retry_after(headers, now=NOW) == 30


def test_a_server_that_says_nothing_is_not_understood_to_say_now() -> None:
    assert read_retry_after({}, now=NOW) is None
