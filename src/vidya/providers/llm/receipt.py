"""What a question to a model used, call by call, for the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass, field

_BYTES_A_TOKEN = 4


@dataclass(frozen=True)
class Usage:
    """One call to one endpoint that took our question."""

    endpoint: str
    model: str
    input_tokens: int
    output_tokens: int
    is_estimated: bool
    """Counted by us, because the endpoint did not: it sends no counts, or broke off before them."""
    is_whole: bool
    """The model wrote its answer to the end."""


@dataclass
class Receipt:
    """Filled while an answer is streamed; complete when the stream has ended or was closed.

    More than one usage stands on it where one endpoint broke off, or was overtaken, and the next
    one was asked.
    """

    usages: list[Usage] = field(default_factory=list)
    answered_by: str | None = None
    """The model whose words came; None until the first one."""


def estimate_tokens(texts: Iterable[str]) -> int:
    """Four bytes of UTF-8 to a token, rounded up: about right in English, a little much in Hindi."""
    size = sum(len(text.encode()) for text in texts)
    return -(-size // _BYTES_A_TOKEN)
