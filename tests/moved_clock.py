"""The clock, moved on by a test."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from vidya.core import clock

MoveOn = Callable[[timedelta], None]


@pytest.fixture
def move_on(monkeypatch: pytest.MonkeyPatch) -> MoveOn:
    """Let so much time have passed."""
    real = clock.now
    passed = timedelta(0)

    def move(by: timedelta) -> None:
        nonlocal passed
        passed += by

    monkeypatch.setattr(clock, "now", lambda: real() + passed)
    return move
