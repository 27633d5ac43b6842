"""A model that answers and judges, and an encoder that finds everything alike."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field

from vidya.providers.llm.base import LlmUnavailable, Message
from vidya.providers.llm.receipt import Receipt

BLUE = "The sky is blue because the air scatters blue light [1]."


@dataclass
class JudgingLlm:
    """Says `verdict` where it is asked for yes or no, and `answer` elsewhere."""

    verdict: str
    answer: str = BLUE
    judged: list[str] = field(default_factory=list)
    composed: int = 0
    name: str = "judge"

    async def stream(
        self, messages: Sequence[Message], *, max_tokens: int, receipt: Receipt | None = None
    ) -> AsyncGenerator[str, None]:
        if receipt is not None:
            receipt.answered_by = self.name
        if "YES or NO" not in messages[0].content:
            self.composed += 1
            yield self.answer
            return
        self.judged.append(messages[1].content)
        if self.verdict == "down":
            raise LlmUnavailable("The model broke off.")
        yield self.verdict


@dataclass
class Alike:
    """An encoder to which every two texts are this close."""

    closeness: float | None

    async def cosine(self, first: str, second: str) -> float | None:
        return self.closeness
