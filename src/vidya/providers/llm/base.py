"""What we ask of a language model, whoever runs it."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from vidya.core.errors import Unavailable


class LlmUnavailable(Unavailable):
    """The model did not answer, or not to the end; what came until then may be used with care."""


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
