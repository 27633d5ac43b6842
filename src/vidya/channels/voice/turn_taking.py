"""What a caller means by what they said or pressed, at the point where the call stands."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from vidya.channels.voice import phrases
from vidya.channels.voice.dialogue import At, Dialogue
from vidya.channels.voice.reply import Heard
from vidya.core.words import script_of

_LANGUAGE_OF_SCRIPT = {
    "latin": "en",
    "devanagari": "hi",
    "bengali": "bn",
    "gurmukhi": "pa",
    "gujarati": "gu",
    "odia": "or",
    "tamil": "ta",
    "telugu": "te",
    "kannada": "kn",
    "malayalam": "ml",
}
_YES = frozenset(
    {"yes", "yeah", "ok", "okay", "right", "correct", "haan", "ha", "हाँ", "हां", "जी", "सही"}
)
_NO = frozenset({"no", "nahi", "nahin", "wrong", "नहीं", "ना", "ग़लत", "गलत"})
_PIN_DIGITS = 4


class Act(StrEnum):
    ask = "ask"
    confirm = "confirm"
    say_again = "say_again"
    foreign_language = "foreign_language"
    repeat = "repeat"
    slower = "slower"
    detail = "detail"
    example = "example"
    next_question = "next_question"
    summary = "summary"
    summary_of = "summary_of"
    language = "language"
    choose_language = "choose_language"
    teacher = "teacher"
    end = "end"
    keys = "keys"
    prompt_again = "prompt_again"
    silence = "silence"
    wrong_key = "wrong_key"
    go_on = "go_on"
    call_back = "call_back"
    choose_person = "choose_person"
    pin = "pin"
    agree = "agree"
    decline = "decline"
    hear_unheard = "hear_unheard"
    children_asked = "children_asked"
    guardian_consent = "guardian_consent"
    withdraw = "withdraw"
    back = "back"
    join_school = "join_school"
    guest = "guest"
    guest_class = "guest_class"
    school_code = "school_code"
    give_number = "give_number"


KEYS = {
    "1": Act.repeat,
    "2": Act.slower,
    "3": Act.detail,
    "4": Act.example,
    "5": Act.next_question,
    "6": Act.summary,
    "7": Act.choose_language,
    "8": Act.teacher,
    "9": Act.end,
}
"""While a question may be asked; 0 reads them, four at a time."""
GUEST_KEYS = {key: act for key, act in KEYS.items() if key in "12579"}


@dataclass(frozen=True)
class Move:
    act: Act
    text: str = ""
    """What was said, or the digits that were typed."""


def decide(dialogue: Dialogue, heard: Heard, *, confirm_below: float) -> Move:
    """The caller's move. A key that means nothing here is a wrong key: nothing is lost by it."""
    if dialogue.at is At.waiting:
        return Move(Act.end if heard.digits == "9" else Act.go_on)
    if heard.is_silence:
        return Move(Act.go_on if dialogue.at is At.call_back else Act.silence)
    if dialogue.at in (At.listening, At.unheard, At.confirming):
        return _talk(dialogue, heard, confirm_below=confirm_below)
    if heard.digits == "0" and dialogue.at not in (At.school_code, At.enter_pin):
        return Move(Act.prompt_again)
    answered = _by_keys(dialogue.at, heard, dialogue)
    return answered or Move(Act.wrong_key)


def language_of(text: str) -> str:
    """The language whose script the text is written in; English for Latin letters."""
    return _LANGUAGE_OF_SCRIPT.get(script_of(text) or "latin", "en")


def keys_of(dialogue: Dialogue) -> dict[str, Act]:
    return GUEST_KEYS if dialogue.guest_id else KEYS


def _talk(dialogue: Dialogue, heard: Heard, *, confirm_below: float) -> Move:
    """Where the caller may speak freely: a key, a spoken command, a yes or no, or a question."""
    if heard.digits:
        return _talk_by_key(dialogue, heard.digits)
    word = heard.speech.strip(" .!?।").casefold()
    if dialogue.at is At.confirming and word in _YES:
        return Move(Act.ask, dialogue.heard_text)
    if dialogue.at is At.confirming and word in _NO:
        return Move(Act.say_again)
    key = phrases.command(heard.speech, dialogue.language)
    if key in keys_of(dialogue):
        return Move(keys_of(dialogue)[key])
    language = language_of(heard.speech)
    if language not in phrases.SPOKEN:
        return Move(Act.foreign_language, language)
    if heard.confidence is not None and heard.confidence < confirm_below:
        return Move(Act.confirm, heard.speech)
    return Move(Act.ask, heard.speech)


def _talk_by_key(dialogue: Dialogue, key: str) -> Move:
    if dialogue.at is At.confirming and key in "12":
        return Move(Act.ask, dialogue.heard_text) if key == "1" else Move(Act.say_again)
    if dialogue.at is At.unheard and key in "12":
        return Move(Act.hear_unheard if key == "1" else Act.next_question)
    if key == "0":
        return Move(Act.keys)
    act = keys_of(dialogue).get(key)
    return Move(act) if act else Move(Act.wrong_key)


def _by_keys(at: At, heard: Heard, dialogue: Dialogue) -> Move | None:
    """Where only keys count. None: this one has no use here."""
    fixed = _FIXED.get(at, {}).get(heard.digits)
    if fixed is not None:
        return Move(fixed)
    typed = _TYPED.get(at)
    if typed is not None and typed[1](dialogue, heard.digits):
        return Move(typed[0], heard.digits)
    return None


def _is_choice(count: int, digits: str) -> bool:
    return digits.isascii() and digits.isdecimal() and 1 <= int(digits) <= count


_FIXED: dict[At, dict[str, Act]] = {
    At.consent: {"1": Act.agree, "2": Act.decline},
    At.call_back: {"1": Act.call_back, "2": Act.go_on},
    At.guardian: {"1": Act.children_asked, "2": Act.guardian_consent, "9": Act.end},
    At.guardian_consent: {"1": Act.agree, "2": Act.withdraw, "9": Act.back},
    At.guest: {"1": Act.join_school, "2": Act.guest},
    At.joining: {"1": Act.give_number, "2": Act.decline},
}
_TYPED: dict[At, tuple[Act, Callable[[Dialogue, str], bool]]] = {
    At.choose_person: (Act.choose_person, lambda d, typed: _is_choice(len(d.people), typed)),
    At.enter_pin: (Act.pin, lambda _, typed: typed.isdecimal() and len(typed) <= _PIN_DIGITS),
    At.choose_language: (
        Act.language,
        lambda d, typed: _is_choice(len(spoken_languages(d)), typed),
    ),
    At.choose_subject: (Act.summary_of, lambda d, typed: _is_choice(len(d.subjects) + 1, typed)),
    At.guest_class: (Act.guest_class, lambda _, typed: _is_choice(12, typed)),
    At.school_code: (Act.school_code, lambda _, typed: bool(typed)),
}


def spoken_languages(dialogue: Dialogue) -> list[str]:
    """What the school offers and we speak; the school's first one first."""
    offered = [code for code in dialogue.school.languages if code in phrases.SPOKEN]
    return offered or list(phrases.SPOKEN)
