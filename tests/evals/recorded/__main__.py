"""Records the written answers anew on the passages of today: `python -m tests.evals.recorded`.

A recording is valid for a question on a passage; when the books change, or how the search cuts
them, it is made again. The answers stay those of `references.jsonl`.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field

from tests.evals.asking import ask_a_model
from tests.evals.desk import open_desk, say, temporary_database
from tests.evals.recorded.server import CITED, MODEL, RECORDING, key_of, passages_in, question_in
from tests.evals.references import Reference, references
from vidya.core.sentences import split_sentences
from vidya.providers.llm.base import Message
from vidya.providers.llm.receipt import Receipt

_NOT_FOUND = "NOT_IN_CURRICULUM"
_FLAWED = {
    "What is the speed of sound in air?": f"Sound travels 540 metres per second in air {CITED}.",
    "how do fish breathe in water": "Fish breathe with gills.",
    "when does monsoon reach kerala": _NOT_FOUND,
    "Which is the smallest prime number?": f"1 has only one factor {CITED}.",
}
"""Wrong on purpose, in four ways: so is seen that what is wrong is counted as wrong."""


@dataclass
class Scribe:
    """A model that writes what stands in the references, and keeps it with its key."""

    written: dict[str, Reference]
    name: str = MODEL
    rows: dict[str, str] = field(default_factory=dict)

    async def stream(
        self, messages: Sequence[Message], *, max_tokens: int, receipt: Receipt | None = None
    ) -> AsyncGenerator[str, None]:
        if receipt is not None:
            receipt.answered_by = self.name
        prompt = messages[-1].content
        question = question_in(prompt)
        reference = self.written[question]
        number, passage = _passage(prompt, reference)
        answer = _answer(reference) if passage else _NOT_FOUND
        key = key_of(question, passage)
        row = {"key": key, "question": question, "answer": answer}
        self.rows[key] = json.dumps(row, ensure_ascii=False)
        yield answer.replace(CITED, f"[{number}]")


def main() -> None:
    with temporary_database() as url:
        rows = asyncio.run(_record(url))
    RECORDING.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    say(f"{len(rows)} answers recorded.")


async def _record(url: str) -> list[str]:
    asked = references()
    scribe = Scribe({one.question.text: one for one in asked})
    async with open_desk(url, outside=None) as desk:
        for one in asked:
            answered = await ask_a_model(desk, scribe, one.question)
            if not one.is_met_by(answered.text):
                say(f"{answered.outcome}: {one.question.text}")
    return list(scribe.rows.values())


def _answer(reference: Reference) -> str:
    flawed = _FLAWED.get(reference.question.text)
    if flawed is not None:
        return flawed
    return " ".join(f"{sentence} {CITED}" for sentence in split_sentences(reference.written))


def _passage(prompt: str, reference: Reference) -> tuple[int, str]:
    """The passage that answers it, with its number; empty where the search has not brought it."""
    found = passages_in(prompt)
    for number, heading, body in found:
        if heading.endswith(f", {reference.question.heading}"):
            return number, body
    holding = ((number, body) for number, _, body in found if reference.has_words_in(body))
    return next(holding, (0, ""))


if __name__ == "__main__":
    main()
