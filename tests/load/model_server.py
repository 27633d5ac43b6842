"""A stand-in for a language model, as a process of its own: it streams at the pace of a real one.

`python -m tests.load.model_server SECONDS FIRST` serves OpenAI's chat completions on a free loopback
port, which it prints. It answers with sentences of the first passage in the prompt, each cited, in
SECONDS altogether; the first sentence is whole after FIRST seconds. A model named `words-3` sends
three words an event. `GET /spoken` tells when the first sentence had been sent, by question, on
the clock that all processes of the machine share.
"""

import asyncio
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, cast

import msgspec
import uvloop
from typing_extensions import override

from vidya.core.sentences import split_sentences

MODEL = "words-"
FIRST_TOKEN_SHARE = 0.4
"""Of the time to the first sentence, the part before its first word."""
_PASSAGE = re.compile(r"\[1\] [^\n]*\n(.*?)(?=\n\n(?:\[2\] |</passages>|Question: ))", re.DOTALL)
_QUESTION = re.compile(r"\n\nQuestion: (.*)", re.DOTALL)
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
_SENTENCES = 4
_MOST_WORDS = 60
_HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
    b"Cache-Control: no-cache\r\nTransfer-Encoding: chunked\r\n\r\n"
)


@dataclass(frozen=True)
class Pace:
    seconds: float
    first_sentence: float


@dataclass(frozen=True)
class Step:
    at: float
    """Seconds from the request."""
    piece: str
    ends_first_sentence: bool


@dataclass
class Spoken:
    """When the first sentence of each question's answer had been sent, in monotonic seconds."""

    at: dict[str, float] = field(default_factory=dict)


class ModelConnection(asyncio.Protocol):
    """One keep-alive connection; a request is answered before the next one is read."""

    def __init__(self, pace: Pace, spoken: Spoken) -> None:
        self._pace = pace
        self._spoken = spoken
        self._received = b""
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is no subclass

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None

    @override
    def data_received(self, data: bytes) -> None:
        self._received += data
        head, ended, body = self._received.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        wanted = int(length[1]) if length else 0
        if not ended or len(body) < wanted:
            return
        self._received = body[wanted:]
        if head.startswith(b"GET"):
            self._tell_spoken()
        else:
            self._answer(json.loads(body[:wanted]))

    def _tell_spoken(self) -> None:
        body = json.dumps(self._spoken.at).encode()
        self._write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            % (len(body), body)
        )

    def _answer(self, request: dict[str, Any]) -> None:
        prompt = "\n".join(message["content"] for message in request["messages"])
        question = _QUESTION.search(prompt)
        words = int(request["model"].removeprefix(MODEL))
        steps = iter(schedule(sentences_for(prompt), self._pace, words=words))
        self._write(_HEAD)
        self._go_on(steps, begun=self._loop.time(), question=question[1] if question else "")

    def _go_on(self, steps: Iterator[Step], *, begun: float, question: str) -> None:
        """One timer at a time, so that no event overtakes another; after the last one the end."""
        step = next(steps, None)
        if step is None:
            self._write(event(None) + _chunk(b"data: [DONE]\n\n") + b"0\r\n\r\n")
            return

        def say() -> None:
            self._write(event(step.piece))
            if step.ends_first_sentence:
                self._spoken.at[question] = monotonic()
            self._go_on(steps, begun=begun, question=question)

        self._loop.call_at(begun + step.at, say)

    def _write(self, sent: bytes) -> None:
        if self._transport is not None:
            self._transport.write(sent)


def sentences_for(prompt: str) -> list[str]:
    """Up to four sentences of the first passage, cited; 60 words at most, but one sentence."""
    passage = _PASSAGE.search(prompt)
    if passage is None:
        return ["NOT_IN_CURRICULUM"]
    chosen: list[str] = []
    for sentence in split_sentences(passage[1])[:_SENTENCES]:
        if chosen and len(" ".join([*chosen, sentence]).split()) > _MOST_WORDS:
            break
        chosen.append(f"{sentence} [1]")
    return chosen


def schedule(sentences: list[str], pace: Pace, *, words: int) -> list[Step]:
    """Every event of the answer, in order; the last one comes at the end of the pace."""
    first = _pieces(sentences[0], words)
    rest = [" " + piece for text in sentences[1:] for piece in _pieces(text, words)]
    begin = FIRST_TOKEN_SHARE * pace.first_sentence
    steps = [
        Step(at, piece if number == 1 else " " + piece, ends_first_sentence=number == len(first))
        for number, (at, piece) in enumerate(_spread(first, begin, pace.first_sentence), start=1)
    ]
    return steps + [
        Step(at, piece, ends_first_sentence=False)
        for at, piece in _spread(rest, pace.first_sentence, pace.seconds)
    ]


def event(piece: str | None) -> bytes:
    """A piece of the answer as OpenAI sends it; None is the reason for the end."""
    delta = {"content": piece} if piece is not None else {}
    chunk = {
        "id": "chatcmpl-0123456789abcdefghijklmnopqrs",
        "object": "chat.completion.chunk",
        "created": 1_700_000_000,
        "model": "stand-in",
        "system_fingerprint": "fp_0123456789",
        "choices": [
            {
                "index": 0,
                "delta": delta,
                "logprobs": None,
                "finish_reason": None if piece is not None else "stop",
            }
        ],
    }
    return _chunk(b"data: " + msgspec.json.encode(chunk) + b"\n\n")


def _pieces(sentence: str, words: int) -> list[str]:
    split = sentence.split()
    return [" ".join(split[begin : begin + words]) for begin in range(0, len(split), words)]


def _spread(pieces: list[str], begin: float, end: float) -> list[tuple[float, str]]:
    """Each piece with its second; the last one comes at the end."""
    step = (end - begin) / max(1, len(pieces))
    return [(begin + step * number, piece) for number, piece in enumerate(pieces, start=1)]


def _chunk(content: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(content), content)


async def _serve(pace: Pace) -> None:
    spoken = Spoken()
    server = await asyncio.get_running_loop().create_server(
        lambda: ModelConnection(pace, spoken), "127.0.0.1", 0, backlog=4096
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(Pace(float(sys.argv[1]), float(sys.argv[2]))))
