"""An answer while it is being written: its sentences, and how long each stage took."""

from dataclasses import dataclass, field
from time import perf_counter

from vidya.domains.ledger.models import Account, ModelUsage, Purpose
from vidya.domains.tutor.models import Sentence, StageTiming, Writing


@dataclass
class Draft:
    writing: Writing
    sentences: list[Sentence] = field(default_factory=list)
    kept: int = 0
    """So many of them are in the database."""
    stages: list[StageTiming] = field(default_factory=list)
    keep: bool = True
    by_model: bool = False
    composer: str = "passages"
    """Whose words they are: a model's name, the passages', or `computed`."""
    may_pay: bool = True
    """A model may be asked: no budget is spent."""
    owed: list[ModelUsage] = field(default_factory=list)
    """What models cost for it that is not booked yet."""
    settled: bool = False
    """The model had its say, and nothing else is to be tried."""
    _begun: float = field(default_factory=perf_counter)

    def __post_init__(self) -> None:
        writing = self.writing
        self.keep = not writing.said  # an answer of two halves is for those who waited
        self.stages.append(StageTiming("wait for a worker", writing.waited_ms, "taken"))
        self.stages.append(
            StageTiming("search", writing.search_ms, f"{len(writing.passages)} passages")
        )

    def note_first(self, name: str) -> None:
        """The model's first sentence is there."""
        if not self.by_model:
            self.by_model = True
            self.end_stage(f"{name}, first sentence", "passed the check")

    def break_off(self, name: str, outcome: str, *, settled: bool) -> None:
        self.keep = False
        self.settled = settled
        self.end_stage(name, outcome)

    def end_stage(self, name: str, outcome: str) -> None:
        now = perf_counter()
        self.stages.append(StageTiming(name, round((now - self._begun) * 1000, 2), outcome))
        self._begun = now

    def account(self, purpose: Purpose) -> Account:
        """Whom a model is charged to that writes this."""
        writing = self.writing
        return Account(
            school_id=writing.scope.school_id,
            time_zone=writing.time_zone,
            channel=writing.channel,
            purpose=purpose,
            learner_id=writing.asked_by,
            about=writing.answer_id,
        )
