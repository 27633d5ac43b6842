"""Identifiers that sort by the time they were made (UUID version 7, RFC 9562 section 5.7)."""

import os
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def made_at(made: UUID) -> datetime:
    """When `new_id` made it, to the millisecond."""
    return _EPOCH + (made.int >> 80) * _MILLISECOND


def new_id(now: datetime) -> UUID:
    """A fresh UUIDv7: 48 bits of milliseconds, then randomness.

    Rows made together lie together in an index, so inserts touch few pages.
    """
    milliseconds = (now - _EPOCH) // _MILLISECOND  # a float of seconds is off by one at times
    random = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & 0xFFFFFFFFFFFF) << 80 | random
    value &= ~(0xF << 76) & ~(0x3 << 62)
    return UUID(int=value | 0x7 << 76 | 0x2 << 62)
