"""Giving passages their vectors, a batch at a time, and a question its own."""

from contextlib import AbstractAsyncContextManager

from vidya.core.db import Connection, Database
from vidya.domains.curriculum import vectors
from vidya.domains.curriculum.models import Owner, QuestionVector
from vidya.providers.embeddings.base import Encoder

_BATCH = 64


async def encode_question(encoder: Encoder, question: str) -> QuestionVector | None:
    """None where the encoder does not know the question's script. Holds no connection."""
    if not vectors.knows_script(question, encoder.scripts):
        return None
    (numbers,) = await encoder.encode([question])
    return QuestionVector(encoder.tag, numbers)


async def encode_passages(database: Database, encoder: Encoder, owner: Owner) -> int:
    """Encode what has no vector yet; how many that were. Safe to stop, and to run again.

    EncoderUnavailable leaves what was encoded until then.
    """
    total = 0
    while True:
        async with _open(database, owner) as db:
            batch = await vectors.unencoded(db, owner, encoder=encoder.tag, limit=_BATCH)
        if not batch:
            return total
        found = await encoder.encode([f"{each.heading}. {each.body}" for each in batch])
        numbered = {each.passage_no: numbers for each, numbers in zip(batch, found, strict=True)}
        async with _open(database, owner) as db:
            await vectors.keep(db, owner, numbered, encoder=encoder.tag)
        total += len(batch)


def _open(database: Database, owner: Owner) -> AbstractAsyncContextManager[Connection]:
    return database.shared() if isinstance(owner, str) else database.school(owner)
