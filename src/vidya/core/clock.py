"""What time it is: asked at the edge, and handed down as `now`."""

from datetime import UTC, datetime


def now() -> datetime:
    """The instant, aware and in UTC."""
    return datetime.now(UTC)
