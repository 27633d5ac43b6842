"""A thousand callers at once: each asks, hears, thinks, and asks again; all that is timed."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic
from urllib.request import urlopen

from tests.load.call import Call, Document, UnexpectedDocument
from tests.load.lines import Lines, NoAnswer
from tests.load.product import AUTH_TOKEN
from tests.load.school import Child, new_question
from vidya.app.demo import LINE
from vidya.channels.voice.phrases import SPOKEN, say

NEW_SHARE = 0.15
SPEAK_SECONDS = 4.0
WORDS_A_SECOND = 2.5
_RAMP_SECONDS = 10.0
_TELL_SECONDS = 10.0
_MOST_WAITS = 12
_AFTER_ANSWER = {language: say("after_answer", language) for language in SPOKEN}
_STILL_LOOKING = {language: say("still_looking", language) for language in SPOKEN}


@dataclass
class Heard:
    """What the callers went through; milliseconds by kind of webhook."""

    ms: dict[str, list[float]] = field(
        default_factory=lambda: {
            "dial": [],
            "stored answer": [],
            "filler": [],
            "wait": [],
            "hang up": [],
        }
    )
    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    seconds_to_whole: list[float] = field(default_factory=list)
    """From a new question to the end of its answer, in the caller's hand."""
    first_sentence_at: dict[str, float] = field(default_factory=dict)
    """By new question: when the caller had the first sentence, in monotonic seconds."""

    @property
    def quick_ms(self) -> list[float]:
        """Of every webhook but those that hold the line on purpose."""
        return [ms for kind, values in self.ms.items() if kind != "wait" for ms in values]


class Crowd:
    """Callers of one product; `questions` are answered from the store, by language.

    They hear what is said to them, some to its end and some not, before they speak again;
    `hurried` callers hear nothing out, which no telephone allows. `pause` is what a caller needs
    to say a question, in seconds, half to one and a half times as long.
    """

    def __init__(
        self,
        port: int,
        questions: dict[str, list[str]],
        *,
        tell: Callable[[str], None],
        hurried: bool = False,
        new_share: float = NEW_SHARE,
        pause: float = SPEAK_SECONDS,
    ) -> None:
        self.heard = Heard()
        self._hurried = hurried
        self._new_share = new_share
        self._pause = pause
        self._lines = Lines(port)
        self._questions = questions
        self._tell = tell
        self._on_the_line = 0

    async def call_for(self, seconds: float, children: Sequence[Child]) -> None:
        """All call within ten seconds; nobody asks anything new after `seconds`."""
        end = monotonic() + seconds
        async with asyncio.TaskGroup() as group:
            for number, child in enumerate(children):
                pause = _RAMP_SECONDS * number / len(children)
                group.create_task(self._one_caller(child, pause=pause, end=end))
            group.create_task(self._report_until(end))
        self._lines.close()

    async def store(self, children: Sequence[Child]) -> dict[str, list[str]]:
        """Have every question answered once; those that are answered from the store afterwards."""
        stored: dict[str, list[str]] = {language: [] for language in self._questions}
        for rehearsal in (True, False):
            self.heard = Heard()
            async with asyncio.TaskGroup() as group:
                for language, questions in self._questions.items():
                    callers = [child for child in children if child.language == language]
                    for child, question in zip(callers, questions, strict=False):
                        kept = [] if rehearsal else stored[language]
                        group.create_task(self._ask_once(child, question, kept))
        return stored

    async def _ask_once(self, child: Child, question: str, stored: list[str]) -> None:
        call = self._call(child)
        await call.dial()
        if not (await call.say(question, language=child.language)).redirect:
            stored.append(question)
            return
        document = await call.wait()
        while document.redirect:
            document = await call.wait()

    async def _one_caller(self, child: Child, *, pause: float, end: float) -> None:
        await asyncio.sleep(pause)
        call = self._call(child)
        try:
            document = await call.dial()
            self.heard.ms["dial"].append(document.ms)
            self._on_the_line += 1
            while True:
                await asyncio.sleep(self._seconds_until_next_question(document))
                if monotonic() > end:
                    break
                document = await self._ask(call, child)
            self.heard.ms["hang up"].append(await call.hang_up())
        except (UnexpectedDocument, NoAnswer) as failure:
            self.heard.failures.append(str(failure))
        self._on_the_line -= 1

    def _seconds_until_next_question(self, document: Document) -> float:
        spoken = len(document.said.split()) / WORDS_A_SECOND * random.uniform(0.3, 1)
        return (0 if self._hurried else spoken) + self._pause * random.uniform(0.5, 1.5)

    async def _ask(self, call: Call, child: Child) -> Document:
        language = child.language
        known = self._questions[language]
        is_new = random.random() < self._new_share
        question = new_question(known, language) if is_new else random.choice(known)
        began = monotonic()
        document = await call.say(question, language=language)
        if document.redirect:
            self.heard.ms["filler"].append(document.ms)
            document = await self._wait_for_answer(call, question, language)
            self.heard.seconds_to_whole.append(monotonic() - began)
        else:
            self.heard.ms["stored answer"].append(document.ms)
        _expect_answer(document, question, language)
        planned = "new" if is_new else "stored"
        self.heard.outcomes[planned] += 1
        return document

    async def _wait_for_answer(self, call: Call, question: str, language: str) -> Document:
        for _ in range(_MOST_WAITS):
            document = await call.wait()
            self.heard.ms["wait"].append(document.ms)
            if document.said != _STILL_LOOKING[language]:
                self.heard.first_sentence_at.setdefault(question, monotonic())
            if document.action:
                return document
        raise UnexpectedDocument(f"No answer after {_MOST_WAITS} waits: {question}")

    def _call(self, child: Child) -> Call:
        return Call(self._lines, caller=child.phone, dialled=LINE, auth_token=AUTH_TOKEN)

    async def _report_until(self, end: float) -> None:
        while (left := end - monotonic()) > 0:
            await asyncio.sleep(min(left, _TELL_SECONDS) + 0.01)
            asked = sum(self.heard.outcomes.values())
            self._tell(
                f"{self._on_the_line} on the line, {asked} questions answered, "
                f"{len(self.heard.failures)} failures"
            )


def seconds_after_the_model(heard: Heard, spoken_at: dict[str, float]) -> list[float]:
    """From the model's sending the end of its first sentence to the caller's having it."""
    return [
        at - spoken_at[question]
        for question, at in heard.first_sentence_at.items()
        if question in spoken_at
    ]


def spoken_by_model(port: int) -> dict[str, float]:
    """When the model had sent each first sentence, in monotonic seconds."""
    with urlopen(f"http://127.0.0.1:{port}/spoken", timeout=10) as answer:
        spoken: dict[str, float] = json.load(answer)
        return spoken


def _expect_answer(document: Document, question: str, language: str) -> None:
    """An answer ends with the keys for more; an apology does not."""
    if _AFTER_ANSWER[language] not in document.said:
        raise UnexpectedDocument(f"{question}: {document.said[:200]}")
