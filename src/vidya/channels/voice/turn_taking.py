"""What a caller means by what they said or pressed, at the point where the call stands."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from vidya.channels.voice import phrases
from vidya.channels.voice.dialogue import At, Dialogue
from vidya.channels.voice.reply import Heard
from vidya.core.words import script_of
from vidya.domains.tutor.guardrails import in_distress

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
_ARABIC = re.compile("[\u0600-\u06ff]")
_PIN_DIGITS = 4
_MOST_DIGITS = 20  # of a number that we read; a school's code is as long at most


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
    not_asked = "not_asked"
    end = "end"
    keys = "keys"
    prompt_again = "prompt_again"
    next_page = "next_page"
    silence = "silence"
    wrong_key = "wrong_key"
    go_on = "go_on"
    call_back = "call_back"
    choose_person = "choose_person"
    pin = "pin"
    pin_unfinished = "pin_unfinished"
    choose_again = "choose_again"
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
GUEST_KEYS = {key: KEYS[key] for key in ("1", "2", "5", "7", "9")}


@dataclass(frozen=True)
class Move:
    act: Act
    text: str = ""
    """What was said, or the digits that were typed."""


def decide(dialogue: Dialogue, heard: Heard, *, confirm_below: float) -> Move:
    """The caller's move. A key that means nothing here is a wrong key: nothing is lost by it."""
    if dialogue.at is At.waiting:
        return Move(Act.go_on)
    if heard.is_silence:
        return Move(Act.go_on if dialogue.at is At.call_back else Act.silence)
    if dialogue.at in _TALKING:
        return _talk(dialogue, heard, confirm_below=confirm_below)
    if heard.digits == "0" and dialogue.at not in _TYPING:
        return Move(Act.next_page)
    return _by_keys(dialogue, heard.digits) or Move(Act.wrong_key)


def language_of(text: str) -> str:
    """The language whose script the text is written in; English for Latin letters and for none."""
    script = script_of(text) or "latin"
    if script == "other" and _ARABIC.search(text):
        return "ur"
    return _LANGUAGE_OF_SCRIPT.get(script, "other")


def keys_of(dialogue: Dialogue) -> dict[str, Act]:
    return GUEST_KEYS if dialogue.guest_id else KEYS


def _talk(dialogue: Dialogue, heard: Heard, *, confirm_below: float) -> Move:
    """Where the caller may speak freely: a key, a yes or no, a spoken command, or a question."""
    if heard.digits:
        return _talk_by_key(dialogue, heard.digits)
    if in_distress(heard.speech):
        return Move(Act.ask, heard.speech)  # never held up by a question back
    answer = _YES_OR_NO.get(dialogue.at, {}).get(_yes_or_no(heard.speech))
    if answer is not None:
        return _settle(dialogue, answer)
    language = language_of(heard.speech)
    if language not in phrases.SPOKEN:
        return Move(Act.foreign_language, language)
    if heard.confidence is not None and heard.confidence < confirm_below:
        return Move(Act.confirm, heard.speech)
    return _said(dialogue, heard.speech)


def _yes_or_no(speech: str) -> str:
    """What was read back and is not what was asked, is a no."""
    return "no" if phrases.is_not_what_was_asked(speech) else phrases.yes_or_no(speech)


def _said(dialogue: Dialogue, speech: str) -> Move:
    """A spoken command, word for word; anything else is a question."""
    if phrases.is_not_what_was_asked(speech):
        return Move(Act.not_asked)
    key = phrases.command(speech, dialogue.language)
    if not key:
        return Move(Act.ask, speech)
    return Move(keys_of(dialogue).get(key, Act.wrong_key))


def _talk_by_key(dialogue: Dialogue, key: str) -> Move:
    answer = {"1": "yes", "2": "no"}.get(key)
    act = _YES_OR_NO.get(dialogue.at, {}).get(answer or "")
    if act is not None:
        return _settle(dialogue, act)
    if key == "0":
        return Move(Act.keys if dialogue.at is At.listening else Act.prompt_again)
    return Move(keys_of(dialogue).get(key, Act.wrong_key))


def _settle(dialogue: Dialogue, act: Act) -> Move:
    """A yes to what was read back is as if it had been understood at once."""
    return _said(dialogue, dialogue.heard_text) if act is Act.ask else Move(act)


def _by_keys(dialogue: Dialogue, digits: str) -> Move | None:
    """Where only keys count. None: this one has no use here."""
    fixed = _FIXED.get(dialogue.at, {}).get(digits)
    if fixed is not None:
        return Move(fixed)
    if dialogue.at is At.enter_pin:
        return _pin(dialogue, digits)
    typed = _TYPED.get(dialogue.at)
    if typed is not None and typed[1](dialogue, digits):
        return Move(typed[0], digits)
    return None


def _pin(dialogue: Dialogue, digits: str) -> Move | None:
    """A PIN that was not typed to its end is no try; a star leads back to the names."""
    if digits.startswith("*") and len(dialogue.people) > 1:
        return Move(Act.choose_again)
    if not _is_number(digits):
        return None
    return Move(Act.pin, digits) if len(digits) == _PIN_DIGITS else Move(Act.pin_unfinished)


def _is_choice(count: int, digits: str) -> bool:
    return _is_number(digits) and 1 <= int(digits) <= count


def _is_number(digits: str) -> bool:
    """Of the digits on a keypad: `²` and `५` are digits elsewhere, and never come from a phone."""
    return digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS


_TALKING = frozenset({At.listening, At.unheard, At.confirming})
_TYPING = frozenset({At.school_code, At.enter_pin})
_YES_OR_NO: dict[At, dict[str, Act]] = {
    At.confirming: {"yes": Act.ask, "no": Act.say_again},
    At.unheard: {"yes": Act.hear_unheard, "no": Act.next_question},
}
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
    At.choose_language: (
        Act.language,
        lambda d, typed: _is_choice(len(spoken_languages(d)), typed),
    ),
    At.choose_subject: (Act.summary_of, lambda d, typed: _is_choice(len(d.subjects) + 1, typed)),
    At.guest_class: (Act.guest_class, lambda _, typed: _is_choice(12, typed)),
    At.school_code: (Act.school_code, lambda _, typed: _is_number(typed)),
}


def spoken_languages(dialogue: Dialogue) -> list[str]:
    """What the school offers and we speak; the school's first one first."""
    offered = [code for code in dialogue.school.languages if code in phrases.SPOKEN]
    return offered or list(phrases.SPOKEN)
