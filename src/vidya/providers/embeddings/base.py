"""What we ask of an encoder, which turns texts into vectors, whoever runs it."""

from collections.abc import Sequence
from typing import Protocol

from vidya.core.errors import Unavailable


class EncoderUnavailable(Unavailable):
    """The encoder did not answer, or not with what was asked; the search goes by words alone."""


Vector = tuple[float, ...]


class Encoder(Protocol):
    tag: str
    """Names the model and its size: vectors of another tag are never compared with these."""
    scripts: frozenset[str]
    """The scripts that it was trained on, as `vidya.core.words.script_of` names them."""

    async def encode(self, texts: Sequence[str]) -> list[Vector]:
        """A vector of length 1 for each text, in order; EncoderUnavailable, and then none at all."""
        ...
