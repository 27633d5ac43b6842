"""When a server that has too much to do wants to be asked again (RFC 9110, section 10.2.3)."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 3600.0
"""Seconds. A clock that is wrong must not close an endpoint for a year."""


def read_retry_after(headers: Mapping[str, str], *, now: datetime) -> float | None:
    """Seconds from now, 0 to 3,600; None where there is nothing that can be read.

    A date is measured against the server's own `Date` where it sends one: its clock and ours
    may differ.
    """
    written = headers.get("Retry-After", "").strip()
    if written.isascii() and written.isdecimal():
        return min(float(written[:9]), _LONGEST)
    until = _date(written)
    if until is None:
        return None
    since = _date(headers.get("Date", "")) or now
    return min(max((until - since).total_seconds(), 0.0), _LONGEST)


def _date(written: str) -> datetime | None:
    try:
        read = parsedate_to_datetime(written)
    except (TypeError, ValueError, OverflowError):
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)
