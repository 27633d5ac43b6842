"""All that one run measured, and which of it is held against a limit."""

from dataclasses import dataclass
from datetime import datetime

from tests.load.figures import Round, Spread, Target, median_ratio
from tests.load.machine import Machine
from tests.load.model_calls import CallCost
from tests.load.stages import IDENTIFY, TWIML


@dataclass(frozen=True)
class Idle:
    """Memory of the product at rest, in bytes, with what is shared counted once."""

    product: int
    postgres: int
    processes: int


@dataclass(frozen=True)
class StoredTurns:
    """Rounds of `ours`, and of the bare webhook in a `transaction` or in `autocommit`."""

    rate: float
    """Requests a second of the steady rounds."""
    steady: dict[str, list[Round]]
    flat_out: dict[str, list[Round]]

    @property
    def ratio(self) -> float:
        """Our server's CPU over that of the bare webhook in one transaction, at the same rate."""
        return median_ratio(self.steady["ours"], self.steady["transaction"])


@dataclass(frozen=True)
class Crowded:
    """A thousand callers: milliseconds by kind of webhook, seconds to the first sentence."""

    callers: int
    seconds: float
    answered_from_store: int
    answered_anew: int
    failures: list[str]
    webhooks: dict[str, Spread]
    quick: Spread
    """Every webhook but those that hold the line on purpose, in milliseconds."""
    first_sentence: Spread
    """Seconds from the model's sending it to the caller's having it."""
    cores: dict[str, float]
    """How many cores each program kept busy."""


@dataclass(frozen=True)
class Anew:
    """Answers that nobody had asked for before, so many in the making at every moment."""

    in_flight: int
    model_seconds: float
    a_second: float
    whole: Spread
    """Seconds from the question to the end of its answer, in the caller's hand."""
    failures: list[str]
    cores: dict[str, float]


@dataclass(frozen=True)
class Beginning:
    """What was found before any call: starts in seconds to ready, the product at rest."""

    at: datetime
    load: float
    """How many programs wanted a core in the minute before; the quieter, the truer the figures."""
    first_start: float
    second_start: float
    idle: Idle


@dataclass(frozen=True)
class Results:
    beginning: Beginning
    took_seconds: float
    machine: Machine
    stored: StoredTurns
    crowded: Crowded
    hurried: Crowded
    """The same callers when nobody hears anything out: what breaks first, and when."""
    anew: list[Anew]
    among_many: dict[str, Spread]
    """Milliseconds of a look-up among a million stored answers, by how it is found."""
    model_calls: list[CallCost]
    stages: dict[str, Spread]

    def targets(self) -> list[Target]:
        identify, twiml = self.stages[IDENTIFY], self.stages[TWIML]
        crowd = self.crowded
        return [
            Target("stored answer, CPU against a bare webhook", self.stored.ratio, 2.5, "times"),
            Target(f"{crowd.callers:,} callers: failures", len(crowd.failures), 0, ""),
            Target(f"{crowd.callers:,} callers: webhook, p95", crowd.quick.p95, 150, "ms"),
            Target("the same, hurried: failures", len(self.hurried.failures), 0, ""),
            Target("first sentence after the model's, p95", crowd.first_sentence.p95, 1.5, "s"),
            *(
                Target(f"model call, CPU at 300 in flight, {cost.name}", cost.ours_us, 500, "µs")
                for cost in self.model_calls
            ),
            *(
                Target(
                    f"new answers, {each.in_flight} in flight: whole, p95", each.whole.p95, 3, "s"
                )
                for each in self.anew
            ),
            Target("same words among 1,000,000 answers, p50", self._found("words").p50, 1, "ms"),
            Target("same question among 1,000,000, p95", self._found("question").p95, 5, "ms"),
            Target("first start to ready", self.beginning.first_start, 5, "s"),
            Target("second start to ready", self.beginning.second_start, 5, "s"),
            Target("identify the caller, p95", identify.p95, 50, "ms"),
            Target("build the TwiML, p95", twiml.p95, 100, "ms"),
        ]

    def _found(self, by: str) -> Spread:
        return self.among_many[f"the same {by}"]
