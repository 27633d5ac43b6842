"""What an OpenAI-compatible endpoint sends: the events of a streamed chat completion.

After OpenAI's reference ("The chat completion chunk object"), and the observed streams of vLLM,
Ollama, DeepSeek and Gemini's compatible endpoint.
"""

import re

import msgspec
from aiohttp import web

ANSWER = (
    "Plants make their own food in their leaves [1]. They use sunlight, water and carbon dioxide "
    "for it [1]. The oxygen that is left goes into the air [2]."
)
DONE = b"data: [DONE]\n\n"
_SSE = {"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-cache"}
_TOKEN = re.compile(r"\s*\S{1,6}")


def event(content: str | None = None, *, finish: str | None = None, **delta: str | None) -> bytes:
    """One `chat.completion.chunk` as an event."""
    if content is not None:
        delta["content"] = content
    chunk = {
        "id": "chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG",
        "object": "chat.completion.chunk",
        "created": 1741570283,
        "model": "gpt-4o-mini-2024-07-18",
        "service_tier": "default",
        "system_fingerprint": "fp_44709d6fcb",
        "choices": [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}],
        "usage": None,
    }
    return b"data: " + msgspec.json.encode(chunk) + b"\n\n"


def usage(choices: str = "[]") -> bytes:
    """The last chunk, which only counts; vLLM may send null for its choices."""
    counts = '{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29}'
    return f'data: {{"object":"chat.completion.chunk","choices":{choices},"usage":{counts}}}\n\n'.encode()


def tokens(answer: str) -> list[str]:
    """The answer in pieces of about the size of a model's."""
    return _TOKEN.findall(answer)


async def begin(request: web.BaseRequest, **headers: str) -> web.StreamResponse:
    """The response, with its headers sent."""
    response = web.StreamResponse(headers={**_SSE, **headers})
    await response.prepare(request)
    return response
