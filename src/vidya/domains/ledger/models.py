"""What was spent, by whom, on what; and what may be spent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from vidya.domains.ledger.prices import Kind


class Purpose(StrEnum):
    """What a call to a model was for."""

    answer = "answer"
    pregenerate = "pregenerate"
    judge = "judge"
    translation = "translation"
    rewrite = "rewrite"
    embed = "embed"
    ingest = "ingest"
    reach = "reach"  # a message or a call that brings an answer to a learner


@dataclass(frozen=True)
class Account:
    """Whom it is charged to, and on what occasion."""

    school_id: UUID
    time_zone: str
    """Of the school: its days and months are counted in it."""
    channel: str
    purpose: Purpose
    learner_id: UUID | None = None
    about: UUID | None = None
    """The answer that it was for, where it was for one."""


@dataclass(frozen=True)
class Spending:
    """One thing that costs money; tokens for what counts in them, units for the rest."""

    kind: Kind
    provider: str
    model: str
    input_tokens: int = 0
    output_tokens: int = 0
    units: int = 0
    """OCR pages, messages, or seconds of a call."""
    is_estimated: bool = False
    is_whole: bool = True


class ModelUsage(Protocol):
    """What a provider tells of one call to a model."""

    @property
    def endpoint(self) -> str: ...
    @property
    def model(self) -> str: ...
    @property
    def input_tokens(self) -> int: ...
    @property
    def output_tokens(self) -> int: ...
    @property
    def is_estimated(self) -> bool: ...
    @property
    def is_whole(self) -> bool: ...


@dataclass(frozen=True)
class Entry:
    """A line of the ledger."""

    entry_id: UUID
    spent_at: datetime
    learner_id: UUID | None
    channel: str
    purpose: str
    kind: str
    provider: str
    model: str
    about: UUID | None
    input_tokens: int
    output_tokens: int
    units: int
    is_estimated: bool
    is_whole: bool
    currency: str | None
    cost_micros: int | None
    """Millionths of the currency; None where no price was known."""


class Payer(StrEnum):
    school = "school"
    learner = "learner"  # each of them


class Period(StrEnum):
    day = "day"
    month = "month"


class Measure(StrEnum):
    money = "money"  # millionths of a currency
    tokens = "tokens"
    ocr_pages = "ocr_pages"


@dataclass(frozen=True)
class Budget:
    """The most that a school, or each of its learners, may spend in a day or a month."""

    payer: Payer
    period: Period
    measure: Measure
    most: int
    currency: str = ""
    """Of money; empty for all else."""


@dataclass(frozen=True)
class Spent:
    """What was spent in a period."""

    cost_micros: Mapping[str, int] = field(default_factory=dict)
    """By currency; nothing is converted."""
    tokens: int = 0
    ocr_pages: int = 0
    entries: int = 0
    unpriced: int = 0
    """Entries whose price was not known: the money is more than the sum."""

    def of(self, measure: Measure, currency: str) -> int:
        if measure is Measure.money:
            return self.cost_micros.get(currency, 0)
        return self.tokens if measure is Measure.tokens else self.ocr_pages


@dataclass(frozen=True)
class Saving:
    """What answers would have cost that no model was asked for."""

    answers: int
    cost_micros: Mapping[str, int]
    """By currency, at the mean of the school's own answers; empty where there is none to go by."""


@dataclass(frozen=True)
class Draw:
    """What is taken out of an endpoint's allowance, and how that fills again."""

    amount: float
    needs: float
    """What must be in it first."""
    most: float
    a_second: float
