"""TwiML as Twilio documents it: a document of verbs read into values, or refused.

Written from Twilio's own pages (twilio.com/docs/voice/twiml and its sub-pages), so that it
disagrees with our server wherever our server disagrees with Twilio.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from vidya.core.errors import BadInput

MOST_BYTES = 64 * 1024  # error 11750: a longer response is not read
MOST_CHARACTERS_SAID = 4096
DEEPEST = 40


class UnreadableTwiml(BadInput):
    """Twilio cannot parse this document (error 12100)."""


@dataclass(frozen=True, slots=True)
class Say:
    """Speak `text`, in which SSML is already flattened. `loop` 0 repeats until the hang-up."""

    text: str
    language: str = "en-US"
    voice: str = "man"
    loop: int = 1


@dataclass(frozen=True, slots=True)
class Play:
    """Play the sound at `url`, or the keypad tones in `digits`."""

    url: str
    digits: str = ""
    loop: int = 1


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait in silence for `seconds`."""

    seconds: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Gather:
    """Listen for keys or speech while the prompts play; `action` None is the document's own URL.

    `timeout_s` starts when the prompts have ended. `speech_timeout_s` None is Twilio's "auto".
    `finish_on_key` "" means that no key ends the input early.
    """

    prompts: tuple["Say | Play | Pause", ...] = ()
    inputs: frozenset[str] = frozenset({"dtmf"})
    action: str | None = None
    method: str = "POST"
    timeout_s: int = 5
    speech_timeout_s: int | None = None
    num_digits: int | None = None
    finish_on_key: str = "#"
    language: str = "en-US"
    hints: tuple[str, ...] = ()
    barge_in: bool = True
    action_on_empty_result: bool = False

    @property
    def takes_keys(self) -> bool:
        return "dtmf" in self.inputs

    @property
    def takes_speech(self) -> bool:
        return "speech" in self.inputs


@dataclass(frozen=True, slots=True)
class Redirect:
    """Go on with the document at `url`; "" is the document's own URL."""

    url: str
    method: str = "POST"


@dataclass(frozen=True, slots=True)
class Hangup:
    """End the call."""


@dataclass(frozen=True, slots=True)
class Reject:
    """Refuse the call; `reason` is "rejected" or "busy"."""

    reason: str = "rejected"


@dataclass(frozen=True, slots=True)
class NotPlayed:
    """A verb that Twilio knows and a simulated phone does not perform."""

    name: str


Prompt = Say | Play | Pause
Verb = Say | Play | Pause | Gather | Redirect | Hangup | Reject | NotPlayed


@dataclass(frozen=True, slots=True)
class Document:
    """The verbs in order, and what Twilio's debugger would warn about (12200 and kin)."""

    verbs: tuple[Verb, ...]
    warnings: tuple[str, ...] = ()


def read_twiml(xml: bytes) -> list[Verb]:
    """The verbs of a TwiML document, top to bottom; UnreadableTwiml if it is not one."""
    return list(read_document(xml).verbs)


def read_document(xml: bytes) -> Document:
    """The verbs and the warnings of a TwiML document; UnreadableTwiml if it is not one."""
    root = _parse(xml)
    if root.name != "Response":
        raise UnreadableTwiml(f"The root element is <{root.name}>, not <Response>.")
    reading = _Reading()
    verbs = tuple(verb for child in root.elements if (verb := reading.verb(child)) is not None)
    return Document(verbs, tuple(reading.warnings))


@dataclass(slots=True)
class _Element:
    name: str
    attributes: Mapping[str, str]
    children: list["_Element | str"] = field(default_factory=list)

    @property
    def elements(self) -> list["_Element"]:
        return [child for child in self.children if isinstance(child, _Element)]


def _parse(xml: bytes) -> _Element:
    tree = _Tree()
    try:
        tree.parser.Parse(xml, True)  # noqa: FBT003 - expat's own signature: "this is the end"
    except expat.ExpatError as problem:
        raise UnreadableTwiml(f"Not well-formed XML: {problem}.") from problem
    return tree.top.elements[0]


class _Tree:
    """What the parser builds; a document type is refused, since that is where entities live."""

    def __init__(self) -> None:
        self.top = _Element("", {})
        self._open = [self.top]
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > DEEPEST:
            raise UnreadableTwiml(f"Elements are nested deeper than {DEEPEST}.")
        element = _Element(name, attributes)
        self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].children.append(text)

    def _refuse_doctype(self, *_declaration: object) -> None:
        raise UnreadableTwiml("A document type declaration is not accepted.")


_SSML = frozenset(
    {"break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"}
)
_SPACED = frozenset({"break", "p", "s"})
_PROMPTS = frozenset({"Say", "Play", "Pause"})
_KEYS = frozenset("0123456789#*")
_KNOWN_TO_TWILIO = frozenset({
    "Connect", "Dial", "Echo", "Enqueue", "Leave", "Pay", "Prompt", "Queue", "Record", "Refer",
    "Sms", "Start", "Stop",
})  # fmt: skip
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "Say": frozenset({"language", "voice", "loop"}),
    "Play": frozenset({"loop", "digits"}),
    "Pause": frozenset({"length"}),
    "Redirect": frozenset({"method"}),
    "Hangup": frozenset(),
    "Reject": frozenset({"reason"}),
    "Gather": frozenset({
        "action", "actionOnEmptyResult", "bargeIn", "debug", "enhanced", "finishOnKey", "hints",
        "input", "language", "maxSpeechTime", "method", "numDigits", "partialResultCallback",
        "partialResultCallbackMethod", "profanityFilter", "speechModel", "speechTimeout", "timeout",
    }),
}  # fmt: skip


class _Reading:
    """One document being read, with the warnings it earns on the way."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def verb(self, element: _Element) -> Verb | None:
        """The verb that an element of <Response> stands for; None, with a warning, for none."""
        if element.name in _KNOWN_TO_TWILIO:
            self._warn(f"<{element.name}> is not performed by the simulated phone.")
            return NotPlayed(element.name)
        if element.name not in _ATTRIBUTES:
            self._warn(f"12200: <{element.name}> is not a TwiML verb; it is left out.")
            return None
        self._check_attributes(element)
        return self._gather(element) if element.name == "Gather" else self._simple(element)

    def _simple(self, element: _Element) -> Verb:
        given = element.attributes
        match element.name:
            case "Say" | "Play" | "Pause":
                return self._prompt(element)
            case "Redirect":
                return Redirect(_words(element), self._one_of(given, "method", "POST", "GET"))
            case "Reject":
                return Reject(self._one_of(given, "reason", "rejected", "busy"))
            case _:
                return Hangup()

    def _prompt(self, element: _Element) -> Prompt:
        given = element.attributes
        match element.name:
            case "Say":
                return self._say(element)
            case "Play":
                return Play(_words(element), given.get("digits", ""), self._count(given, "loop", 1))
            case _:
                return Pause(self._count(given, "length", 1))

    def _say(self, element: _Element) -> Say:
        given = element.attributes
        text = " ".join(self._flatten(element).split())
        if len(text) > MOST_CHARACTERS_SAID:
            self._warn(f"<Say> holds {len(text)} characters; Twilio takes {MOST_CHARACTERS_SAID}.")
        return Say(
            text,
            language=given.get("language", "en-US"),
            voice=given.get("voice", "man"),
            loop=self._count(given, "loop", 1),
        )

    def _flatten(self, element: _Element) -> str:
        if element.name == "sub" and "alias" in element.attributes:
            return element.attributes["alias"]
        parts = [
            child if isinstance(child, str) else self._flatten_child(child)
            for child in element.children
        ]
        return "".join(parts)

    def _flatten_child(self, child: _Element) -> str:
        if child.name not in _SSML:
            self._warn(f"12200: <{child.name}> is not allowed inside <Say>.")
        text = self._flatten(child)
        return f" {text} " if child.name in _SPACED else text

    def _gather(self, element: _Element) -> Gather:
        given = element.attributes
        timeout_s = self._count(given, "timeout", 5)
        speech = given.get("speechTimeout", "auto")
        return Gather(
            prompts=tuple(self._prompts(element)),
            inputs=self._inputs(given.get("input", "dtmf")),
            action=given.get("action") or None,
            method=self._one_of(given, "method", "POST", "GET"),
            timeout_s=timeout_s,
            speech_timeout_s=None if speech == "auto" else self._count(given, "speechTimeout", 0),
            num_digits=self._count(given, "numDigits", 0) or None,
            finish_on_key=self._finish_key(given.get("finishOnKey", "#")),
            language=given.get("language", "en-US"),
            hints=tuple(
                hint for part in given.get("hints", "").split(",") if (hint := part.strip())
            ),
            barge_in=self._one_of(given, "bargeIn", "true", "false") == "true",
            action_on_empty_result=self._one_of(given, "actionOnEmptyResult", "false", "true")
            == "true",
        )

    def _prompts(self, element: _Element) -> list[Prompt]:
        for child in element.elements:
            if child.name not in _PROMPTS:
                self._warn(f"12200: <{child.name}> is not allowed inside <Gather>; it is left out.")
            else:
                self._check_attributes(child)
        return [self._prompt(child) for child in element.elements if child.name in _PROMPTS]

    def _inputs(self, value: str) -> frozenset[str]:
        inputs = frozenset(value.split())
        if inputs and inputs <= {"dtmf", "speech"}:
            return inputs
        self._warn(f'Gather: input="{value}" is none of dtmf, speech, dtmf speech; dtmf is used.')
        return frozenset({"dtmf"})

    def _finish_key(self, value: str) -> str:
        if value == "" or value in _KEYS:
            return value
        self._warn(f'13310: Gather: finishOnKey="{value}" is not one key; # is used.')
        return "#"

    def _count(self, given: Mapping[str, str], name: str, otherwise: int) -> int:
        value = given.get(name)
        if value is None:
            return otherwise
        if value.isdecimal() and value.isascii():
            return int(value)
        self._warn(f'12200: {name}="{value}" is not a whole number; {otherwise} is used.')
        return otherwise

    def _one_of(self, given: Mapping[str, str], name: str, otherwise: str, other: str) -> str:
        value = given.get(name, otherwise)
        if value in {otherwise, other}:
            return value
        self._warn(f'12200: {name}="{value}" is not known; {otherwise} is used.')
        return otherwise

    def _check_attributes(self, element: _Element) -> None:
        for name in element.attributes.keys() - _ATTRIBUTES[element.name]:
            self._warn(f"12200: <{element.name}> has no attribute {name}.")

    def _warn(self, words: str) -> None:
        self.warnings.append(words)


def _words(element: _Element) -> str:
    return "".join(child for child in element.children if isinstance(child, str)).strip()
