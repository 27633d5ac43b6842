"""When an endpoint is left alone: after failures in a row, or because it asked for it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class BreakerRules:
    failures: int = 5
    """So many in a row, and the endpoint is left alone."""
    seconds: float = 15.0
    """For so long; then one question tries it, and twice as long after each trial that fails."""
    longest: float = 240.0


@dataclass(frozen=True)
class Breaker:
    """The state of one endpoint, as a value: each event gives the next state.

    Closed: it is asked. Open until `open_until`: it is not. From then on half-open: one question
    is let through as a probe, and what becomes of it decides. Times are seconds of one clock.
    """

    rules: BreakerRules = BreakerRules()
    failures: int = 0
    """In a row."""
    trials: int = 0
    """Probes that failed, in a row."""
    open_until: float | None = None
    is_probed: bool = False

    def may_ask(self, now: float) -> bool:
        """False while it is open, and while a probe is under way."""
        if self.open_until is None:
            return True
        return now >= self.open_until and not self.is_probed

    def asked(self) -> "Breaker":
        """A question goes out; where it was open, that is the probe."""
        return self if self.open_until is None else replace(self, is_probed=True)

    def answered(self) -> "Breaker":
        """It wrote an answer, or refused to in good health: nothing is held against it any more.

        An answer that was begun before it opened says nothing about a rest that it asked for.
        """
        if self.open_until is not None and not self.is_probed:
            return self
        return Breaker(self.rules)

    def failed(self, now: float) -> "Breaker":
        """One failure more; a failed probe opens it again, for longer."""
        if self.open_until is not None and not self.is_probed:
            return self  # asked before it opened: its pause is running
        failures = self.failures + 1
        if self.is_probed or failures >= self.rules.failures:
            pause = min(self.rules.seconds * 2**self.trials, self.rules.longest)
            return replace(
                self,
                failures=failures,
                trials=min(self.trials + 1, 30),
                open_until=now + pause,
                is_probed=False,
            )
        return replace(self, failures=failures)

    def rests(self, now: float, seconds: float | None) -> "Breaker":
        """It has too much to do: open for what it asked for, or for the usual pause."""
        until = now + (self.rules.seconds if seconds is None else seconds)
        return replace(self, open_until=max(until, self.open_until or until), is_probed=False)

    def abandoned(self) -> "Breaker":
        """Who asked did not wait for what became of it: the next question is the probe."""
        return replace(self, is_probed=False)
