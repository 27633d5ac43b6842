"""Any endpoint that speaks OpenAI's embeddings: OpenAI, Ollama, vLLM, Gemini's compatible one."""

import asyncio
import math
from collections.abc import Sequence

import aiohttp
import msgspec

from vidya.core.http import call_timeout
from vidya.providers.embeddings.base import EncoderUnavailable, Vector

_LONGEST_RESPONSE = 64 * 1024 * 1024
_LONGEST_PROBLEM = 64 * 1024
_LONGEST_NAME = 60


class _Embedding(msgspec.Struct):
    index: int
    embedding: list[float]


class _Response(msgspec.Struct):
    data: list[_Embedding]


class _Problem(msgspec.Struct):
    code: str | int | None = None
    type: str | None = None


class _Failure(msgspec.Struct):
    error: _Problem | None = None


_read_response = msgspec.json.Decoder(_Response).decode
_read_failure = msgspec.json.Decoder(_Failure).decode


class OpenAiCompatibleEncoder:
    """POST {base_url}/embeddings with a list of texts.

    Written after OpenAI's reference ("Create embeddings"): at most 2,048 texts a request, answered
    in `data` with the `index` of each.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        base_url: str,
        model: str,
        api_key: str | None,
        size: int,
        scripts: frozenset[str],
        seconds: float = 20.0,
        batch: int = 64,
    ) -> None:
        """`size` is how many numbers a vector of this model has; any other answer is refused.

        `seconds` are for each batch: a question is one text and one batch.
        """
        self.tag = f"{model}/{size}"
        self.scripts = scripts
        self._session = session
        self._model = model
        self._url = base_url.rstrip("/") + "/embeddings"
        self._headers = {"Accept": "application/json", "Content-Type": "application/json"}
        if api_key:
            self._headers["Authorization"] = f"Bearer {api_key}"
        self._size = size
        self._seconds = seconds
        self._batch = batch

    async def encode(self, texts: Sequence[str]) -> list[Vector]:
        """A vector of length 1 for each text, in order; EncoderUnavailable, and then none at all."""
        vectors: list[Vector] = []
        for start in range(0, len(texts), self._batch):
            vectors += await self._encode_batch(texts[start : start + self._batch])
        return vectors

    async def _encode_batch(self, texts: Sequence[str]) -> list[Vector]:
        # An empty text is refused by OpenAI, and with it the whole batch.
        content = msgspec.json.encode(
            {
                "model": self._model,
                "input": [text.strip() or "-" for text in texts],
                "encoding_format": "float",
            }
        )
        broke: str | None = None
        body = b""
        try:
            async with asyncio.timeout(self._seconds):
                body = await self._ask(content)
        except TimeoutError:
            broke = "The encoder took too long."
        except (aiohttp.ClientError, OSError) as failure:
            broke = f"The encoder's line broke: {type(failure).__name__}."
        # Raised out here, since aiohttp's errors carry the request with its key.
        if broke is not None:
            raise EncoderUnavailable(broke)
        return _vectors(body, count=len(texts), size=self._size)

    async def _ask(self, content: bytes) -> bytes:
        try:
            return await self._send(content)
        except aiohttp.ClientConnectorError:
            raise
        except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):
            # The server closed a kept connection at this very moment. Asking twice is safe.
            return await self._send(content)

    async def _send(self, content: bytes) -> bytes:
        async with self._session.post(
            self._url,
            data=content,
            headers=self._headers,
            timeout=call_timeout(total=self._seconds),
            allow_redirects=False,  # the key is for this address alone
        ) as response:
            if response.status != 200:
                problem = await _read_up_to(response, _LONGEST_PROBLEM)
                raise EncoderUnavailable(_describe(response, problem))
            return await _read_up_to(response, _LONGEST_RESPONSE)


async def _read_up_to(response: aiohttp.ClientResponse, most: int) -> bytes:
    body = bytearray()
    while block := await response.content.readany():
        body += block
        if len(body) > most:
            raise EncoderUnavailable("The encoder's answer has no end.")
    return bytes(body)


def _vectors(body: bytes, *, count: int, size: int) -> list[Vector]:
    try:
        data = _read_response(body).data
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise EncoderUnavailable("The encoder's answer is not the one of its API.") from None
    if sorted(each.index for each in data) != list(range(count)):
        raise EncoderUnavailable("The encoder did not answer each text once.")
    in_order = sorted(data, key=lambda each: each.index)
    return [_normal(each.embedding, size=size) for each in in_order]


def _normal(numbers: Sequence[float], *, size: int) -> Vector:
    """With the length 1, so that a product of two is their cosine."""
    if len(numbers) != size:
        raise EncoderUnavailable(f"The encoder's vectors have {len(numbers)} numbers, not {size}.")
    length = math.hypot(*numbers)
    if not length or not math.isfinite(length):
        raise EncoderUnavailable("The encoder's vector has no direction.")
    return tuple(number / length for number in numbers)


def _describe(response: aiohttp.ClientResponse, body: bytes) -> str:
    """The status and the problem's name; its message is left out, for it may quote the key."""
    try:
        problem = _read_failure(body).error or _Problem()
    except (msgspec.DecodeError, UnicodeDecodeError):
        problem = _Problem()
    name = str(problem.code or problem.type or "")
    named = f", {name}" if name.replace("_", "").isalnum() and len(name) < _LONGEST_NAME else ""
    wait = response.headers.get("Retry-After", "")
    again = f", to be asked again in {wait} s" if wait.isdecimal() and len(wait) < 6 else ""
    return f"The encoder answered with status {response.status}{named}{again}."
