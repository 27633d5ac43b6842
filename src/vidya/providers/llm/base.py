"""What we ask of a language model, whoever runs it.

LlmUnavailable
├── LlmTooLate   it said nothing for too long
├── LlmBusy      it has too much to do, and may have said until when
├── LlmRefused   it will not write this; that says nothing about its health
└── LlmMisasked  it does not take what we send: a wrong key, model or parameter
"""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from vidya.core.errors import Unavailable
from vidya.providers.llm.receipt import Receipt


class LlmUnavailable(Unavailable):
    """The model did not answer, or not to the end; what came until then may be used with care."""


class LlmTooLate(LlmUnavailable): ...


class LlmBusy(LlmUnavailable):
    def __init__(self, message: str, *, rests_for: float | None = None) -> None:
        """`rests_for` so many seconds it wants not to be asked; None where it did not say."""
        super().__init__(message)
        self.rests_for = rests_for


class LlmRefused(LlmUnavailable): ...


class LlmMisasked(LlmUnavailable): ...


@dataclass(frozen=True)
class Message:
    role: Literal["system", "user", "assistant"]
    content: str


class Llm(Protocol):
    name: str
    """As shown to a teacher, such as `gpt-4o-mini`."""

    def stream(self, messages: Sequence[Message], *, max_tokens: int) -> AsyncGenerator[str, None]:
        """The answer as it is written, in pieces of any size; LlmUnavailable when it breaks off.

        Whoever may stop early closes it (`contextlib.aclosing`), and so ends the call.
        """
        ...


class MeteredLlm(Protocol):
    """A model that also tells what it used. It is an `Llm`, for whoever does not ask."""

    name: str

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int, receipt: Receipt | None = None
    ) -> AsyncGenerator[str, None]:
        """As `Llm.stream`; the receipt is complete once the stream has ended or was closed."""
        ...


class ChargedLlm:
    """A metered model as an `Llm` that writes on this receipt."""

    def __init__(self, llm: MeteredLlm, receipt: Receipt) -> None:
        self.name = llm.name
        self._llm = llm
        self._receipt = receipt

    def stream(self, messages: Sequence[Message], *, max_tokens: int) -> AsyncGenerator[str, None]:
        return self._llm.stream(messages, max_tokens=max_tokens, receipt=self._receipt)
