"""A caller with a keypad phone, who follows TwiML the way Twilio documents it.

What the line says is heard at once, however long it would take to speak; a <Pause> is waited.
What the caller does comes from outside: `say`, `press`, `silence`, `hang_up`.
"""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urljoin

import aiohttp

from vidya.channels.simulator.keypad import gather_keys
from vidya.channels.simulator.signing import Signer
from vidya.channels.simulator.twiml_reader import (
    Document,
    Gather,
    Hangup,
    Pause,
    Play,
    Redirect,
    Reject,
    Say,
    UnreadableTwiml,
    Verb,
)
from vidya.channels.simulator.webhook import (
    TOTAL_TIMEOUT_S,
    Exchange,
    Failure,
    Request,
    UnplayableContent,
    exchange,
    read_answer,
)
from vidya.core.errors import Conflict

INCOMING_PATH = "/voice/twilio/incoming"
STATUS_PATH = "/voice/twilio/status"
ACCOUNT_SID = "AC" + "0" * 32


class NotInCall(Conflict):
    """Nobody is on the line: dial first, or the call has ended."""


class AlreadyInCall(Conflict):
    """One phone holds one call."""


class Ending(StrEnum):
    """Who ended the call."""

    caller = "caller"
    line = "line"
    failure = "failure"


@dataclass(frozen=True, slots=True)
class Heard:
    """Something that the caller heard; `text` of a sound is its URL, `at_ms` counts from dialling."""

    text: str
    language: str
    at_ms: int
    is_sound: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRules:
    """Twilio's limits, which a test may tighten, and where the phone differs from Twilio.

    Twilio bounds no loop of <Redirect>s; the phone does. With a `public_url` the phone signs and
    understands that address, and still sends every webhook to its base URL.
    """

    total_timeout_s: float = TOTAL_TIMEOUT_S
    most_redirects: int = 60
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    public_url: str | None = None


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A <Gather> that listens, and what follows it if it hears nothing."""

    gather: Gather
    afterwards: Sequence[Verb]


class Phone:
    """One call at a time; all calls of one caller may share a session."""

    def __init__(
        self,
        base_url: str,
        from_number: str,
        to_number: str,
        *,
        session: aiohttp.ClientSession,
        auth_token: str | None = None,
        rules: LineRules | None = None,
    ) -> None:
        """Numbers are E.164; with an `auth_token` every webhook is signed."""
        self.base_url = base_url.rstrip("/")
        self.from_number = from_number
        self.to_number = to_number
        self.on_heard: Callable[[Heard], None] | None = None
        self._session = session
        self._rules = rules or LineRules()
        self._public_url = (self._rules.public_url or self.base_url).rstrip("/")
        self._signer = (
            Signer(auth_token, self.base_url, self._public_url) if auth_token is not None else None
        )
        self._clear()

    def _clear(self) -> None:
        self.call_sid = "CA" + secrets.token_hex(16)
        self.heard: list[Heard] = []
        self.exchanges: list[Exchange] = []
        self.warnings: list[str] = []
        self.failure: Failure | None = None
        self.ending: Ending | None = None
        self.final_status = ""
        self.in_call = False
        self._waiting: _Waiting | None = None
        self._document_url = ""
        self._started = self._ended = time.perf_counter()

    @property
    def gather(self) -> Gather | None:
        """The <Gather> that listens now; None while nothing does."""
        return self._waiting.gather if self._waiting else None

    @property
    def seconds(self) -> int:
        """How long the call has lasted, as it is billed: begun seconds count."""
        until = time.perf_counter() if self.in_call else self._ended
        return int(until - self._started) + 1

    async def dial(self) -> None:
        """Call the line anew, and listen until it waits for the caller or the call is over."""
        if self.in_call:
            raise AlreadyInCall("The phone is already in a call; hang up first.")
        self._clear()
        self.in_call = True
        await self._follow(
            Request("POST", self.base_url + INCOMING_PATH, self._form(CallStatus="ringing"))
        )

    async def say(self, words: str, *, confidence: float = 0.93) -> None:
        """Speak; a <Gather> that takes only keys does not hear it and times out."""
        gather = self._listening()
        if gather is None or not gather.takes_speech or not words.strip():
            return await self.silence()
        return await self._submit(gather, SpeechResult=words, Confidence=f"{confidence:g}")

    async def press(self, keys: str) -> None:
        """Press keys one by one; those that a <Gather> leaves over go to the next one.

        A <Gather> that takes only speech does not hear them and times out.
        """
        if strange := set(keys) - set("0123456789*#"):
            raise ValueError(f"A keypad has no key {', '.join(sorted(strange))}.")
        while keys and (gather := self._listening()) is not None:
            gathered = gather_keys(gather, keys)
            keys = gathered.left
            if not gathered.digits or not gather.takes_keys:
                return await self.silence()
            finished = {"FinishedOnKey": gathered.finished_on} if gathered.finished_on else {}
            await self._submit(gather, Digits=gathered.digits, **finished)
            if not self.in_call:
                break
        return None

    async def silence(self) -> None:
        """Stay silent until the <Gather> gives up: the next verb, or its action if it asks so."""
        gather = self._listening()
        if gather is None:
            return None
        if gather.action_on_empty_result:
            empty = {"Digits": ""} if gather.takes_keys else {"SpeechResult": ""}
            return await self._submit(gather, **empty)
        afterwards = self._waiting.afterwards if self._waiting else ()
        self._waiting = None
        request = await self._perform(afterwards)
        return await self._follow(request) if request else None

    async def hang_up(self) -> None:
        """Put the phone down, also while an answer is awaited; the line's status callback hears."""
        if self.in_call:
            await self._finish("completed", Ending.caller)

    def _listening(self) -> Gather | None:
        if not self.in_call:
            raise NotInCall("Nobody is on the line; dial first.")
        return self.gather

    async def _submit(self, gather: Gather, **what_was_heard: str) -> None:
        self._waiting = None
        url = self._resolve(gather.action or "")
        form = self._form(CallStatus="in-progress", **what_was_heard)
        await self._follow(Request(gather.method, url, form))

    async def _follow(self, request: Request | None) -> None:
        """Fetch documents and perform them until one waits for the caller or ends the call."""
        fetched = 0
        while request is not None and self.in_call:
            if fetched > self._rules.most_redirects:
                return await self._fail(
                    Failure(11215, f"{fetched} <Redirect>s in a row, and nobody was asked.")
                )
            document = await self._fetch(request)
            fetched += 1
            request = await self._perform(document.verbs) if document else None
        return None

    async def _fetch(self, request: Request) -> Document | None:
        answer, body = await self._exchange(request)
        self._document_url = request.url
        if not self.in_call:
            return None  # the caller hung up while the server was thinking
        if answer.failure:
            await self._fail(answer.failure)
            return None
        try:
            document = read_answer(answer, body)
        except UnreadableTwiml as problem:
            code = 12300 if isinstance(problem, UnplayableContent) else 12100
            await self._fail(Failure(code, str(problem)))
            return None
        self.warnings += document.warnings
        return document

    async def _exchange(self, request: Request) -> tuple[Exchange, bytes]:
        answer, body = await exchange(
            self._session,
            request,
            signer=self._signer,
            total_timeout_s=self._rules.total_timeout_s,
        )
        self.exchanges.append(answer)
        return answer, body

    async def _perform(self, verbs: Sequence[Verb]) -> Request | None:
        """Perform verbs in order; the request that one hands over to, or None to stay here."""
        for place, verb in enumerate(verbs, start=1):
            match verb:
                case Gather():
                    await self._listen(verb, verbs[place:])
                    return None
                case Redirect():
                    url = self._resolve(verb.url)
                    return Request(verb.method, url, self._form(CallStatus="in-progress"))
                case Hangup() | Reject():
                    break
                case _:
                    await self._hear(verb)
            if not self.in_call:
                return None
        await self._finish(self._status_after(verbs), Ending.line)
        return None

    def _status_after(self, verbs: Sequence[Verb]) -> str:
        # Only as the first verb of a call does <Reject> refuse it before it is answered.
        if len(self.exchanges) == 1 and verbs and isinstance(verbs[0], Reject):
            return "busy" if verbs[0].reason == "busy" else "no-answer"
        return "completed"

    async def _listen(self, gather: Gather, afterwards: Sequence[Verb]) -> None:
        for prompt in gather.prompts:
            await self._hear(prompt)
            if not self.in_call:
                return
        self._waiting = _Waiting(gather, afterwards)

    async def _hear(self, verb: Verb) -> None:
        if isinstance(verb, Say) and verb.text:
            for _ in range(verb.loop or 1):  # 0 repeats for ever, and is heard once
                self._note(verb.text, verb.language)
        elif isinstance(verb, Play) and verb.url:
            self._note(self._resolve(verb.url), "", is_sound=True)
        elif isinstance(verb, Pause):
            await self._rules.sleep(verb.seconds)

    def _note(self, text: str, language: str, *, is_sound: bool = False) -> None:
        at_ms = round((time.perf_counter() - self._started) * 1000)
        heard = Heard(text, language, at_ms, is_sound)
        self.heard.append(heard)
        if self.on_heard:
            self.on_heard(heard)

    def _resolve(self, address: str) -> str:
        url = urljoin(self._document_url, address)
        return url.replace(self._public_url, self.base_url, 1)

    async def _fail(self, failure: Failure) -> None:
        self.failure = failure
        await self._finish("completed", Ending.failure)

    async def _finish(self, status: str, ending: Ending) -> None:
        self.in_call = False
        self._ended = time.perf_counter()
        self._waiting = None
        self.ending, self.final_status = ending, status
        form = self._form(CallStatus=status, CallDuration=str(self.seconds))
        await self._exchange(Request("POST", self.base_url + STATUS_PATH, form))

    def _form(self, **more: str) -> dict[str, str]:
        return {
            "CallSid": self.call_sid,
            "AccountSid": ACCOUNT_SID,
            "From": self.from_number,
            "To": self.to_number,
            "Caller": self.from_number,
            "Called": self.to_number,
            "ApiVersion": "2010-04-01",
            "Direction": "inbound",
            **more,
        }
