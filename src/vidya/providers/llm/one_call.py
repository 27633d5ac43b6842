"""One call to an endpoint: whether it took the question, how it ended, and what it used."""

from collections.abc import Sequence
from types import TracebackType
from typing import Self

import aiohttp

from vidya.providers.llm.base import LlmTooLate, LlmUnavailable, Message
from vidya.providers.llm.patience import Patience
from vidya.providers.llm.receipt import Receipt, Usage, estimate_tokens
from vidya.providers.llm.streamed_answer import StreamedAnswer


class OneCall:
    """Around a call: keeps how its line broke, and writes the receipt however it ends."""

    def __init__(
        self, messages: Sequence[Message], receipt: Receipt | None, *, endpoint: str, model: str
    ) -> None:
        self.answer = StreamedAnswer()
        self.patience: Patience | None = None
        self.is_taken = False
        """The endpoint has the question, and may charge for it."""
        self._messages = messages
        self._receipt = receipt
        self._endpoint = endpoint
        self._model = model
        self._broke: LlmUnavailable | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Keeps a broken line for `must_be_whole`: aiohttp's errors carry the request and its key."""
        is_line = self._note(failure)
        if self._receipt is not None and self.is_taken:
            self._write(self._receipt)
        return is_line

    def must_be_whole(self) -> None:
        """LlmUnavailable when the line or the answer broke off, was refused, or is empty."""
        if self._broke is not None:
            raise self._broke
        self.answer.must_be_whole()

    def _note(self, failure: BaseException | None) -> bool:
        """Whether the line broke, which is kept."""
        if not isinstance(failure, aiohttp.ClientError | OSError):
            return False
        silent = self.patience is not None and self.patience.has_ended
        if silent or isinstance(failure, TimeoutError):
            self._broke = LlmTooLate("The model took too long.")
        else:
            self._broke = LlmUnavailable(f"The model's line broke: {type(failure).__name__}.")
        return True

    def _write(self, receipt: Receipt) -> None:
        counts = self.answer.counts()
        if counts is None:
            asked = estimate_tokens(message.content for message in self._messages)
            used = (asked, estimate_tokens(self.answer.said))
        else:
            used = (counts.prompt_tokens, counts.output_tokens)
        receipt.usages.append(
            Usage(
                endpoint=self._endpoint,
                model=self._model,
                input_tokens=used[0],
                output_tokens=used[1],
                is_estimated=counts is None,
                is_whole=self.answer.is_whole and self._broke is None,
            )
        )
        if self.answer.wrote:
            receipt.answered_by = self._model
