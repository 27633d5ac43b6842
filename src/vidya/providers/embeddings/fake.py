"""An encoder that knows words by their letters: texts that share three in a row are near."""

import math
from collections.abc import Sequence
from zlib import crc32

from vidya.providers.embeddings.base import EncoderUnavailable, Vector

_SIZE = 64


class FakeEncoder:
    """The same text always gives the same vector; told to, it is out of order."""

    def __init__(
        self,
        *,
        tag: str = f"fake/{_SIZE}",
        scripts: frozenset[str] = frozenset({"latin"}),
        is_down: bool = False,
    ) -> None:
        self.tag = tag
        self.scripts = scripts
        self.is_down = is_down
        self.asked: list[str] = []

    async def encode(self, texts: Sequence[str]) -> list[Vector]:
        if self.is_down:
            raise EncoderUnavailable("The encoder is out of order.")
        self.asked += texts
        return [_vector(text) for text in texts]


def _vector(text: str) -> Vector:
    counts = [0.0] * _SIZE
    folded = f"  {text.casefold()} "
    for at in range(len(folded) - 2):
        counts[crc32(folded[at : at + 3].encode()) % _SIZE] += 1
    length = math.sqrt(sum(count * count for count in counts))
    return tuple(count / length for count in counts)
