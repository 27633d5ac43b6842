"""What is said at each point of a call, so that it can be said again and nothing is lost."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from vidya.channels.voice.dialogue import At, Dialogue, change
from vidya.channels.voice.phrases import SPOKEN, say, word
from vidya.channels.voice.reply import Line, Listen, Reply
from vidya.channels.voice.speakable.sentences import split_for_ear
from vidya.channels.voice.speakable.text import speakable
from vidya.channels.voice.turn_taking import keys_of, language_of, spoken_languages

_KEYS_AT_ONCE = 4
_KEYS_OF_ONE_DIGIT = 9
_LONGEST_BREATH = 1_000  # characters; Twilio says at most 4,096 in one go
_LONGEST_READ_BACK = 200


def line(dialogue: Dialogue, key: str, /, **values: object) -> Line:
    return Line(say(key, dialogue.language, **values), dialogue.language)


def spoken(dialogue: Dialogue, sentences: Iterable[str]) -> list[Line]:
    """Sentences of an answer, written out for the ear, in as few breaths of the voice as may be.

    An answer keeps its own language: the caller may have changed theirs since.
    """
    written = list(sentences)
    language = _language_of(" ".join(written))
    if language not in SPOKEN:
        language = dialogue.language
    breaths: list[str] = []
    for sentence in written:
        aloud = _for_ear(sentence, language)
        if breaths and len(breaths[-1]) + len(aloud) < _LONGEST_BREATH:
            breaths[-1] += " " + aloud
        else:
            breaths.append(aloud)
    return [Line(text, language) for text in breaths]


def question_aloud(dialogue: Dialogue, text: str) -> str:
    """A question as part of a sentence of ours: with an end, so that the voice pauses."""
    aloud = speakable(_shortened(text), language=dialogue.language).strip()
    return aloud if aloud.endswith(("?", ".", "!", "।", "…")) else aloud + "?"


def prompt(dialogue: Dialogue, *before: Line) -> Reply:
    """What is expected at this point, after whatever is said before it."""
    lines, listen, digits = _PROMPTS[dialogue.at](dialogue)
    return Reply((*before, *lines), listen, slower=dialogue.slower, digits=digits)


def after_answer(dialogue: Dialogue, lines: Sequence[Line]) -> Reply:
    """The answer, then the most likely keys; the caller may just speak.

    Who has asked for more and heard it may by now doubt that they were understood.
    """
    key = "after_answer_guest" if dialogue.guest_id else "after_answer"
    if dialogue.follows_up:
        key = "after_more"
    return Reply((*lines, line(dialogue, key)), Listen.speech, slower=dialogue.slower)


def read_keys(dialogue: Dialogue) -> tuple[Dialogue, Reply]:
    """The next four keys; after the last ones it begins anew."""
    keys = keys_of(dialogue)
    lines = [Line(word("keys", key, dialogue.language), dialogue.language) for key in keys]
    turned = change(dialogue, keys_page=dialogue.keys_page + 1)
    return turned, Reply(tuple(_page(dialogue, lines)), Listen.speech)


def _page(dialogue: Dialogue, lines: Sequence[Line]) -> list[Line]:
    """Four lines that name a key, and that 0 reads the next ones."""
    pages = -(-len(lines) // _KEYS_AT_ONCE)
    page = dialogue.keys_page % max(pages, 1)
    begin = page * _KEYS_AT_ONCE
    more = [line(dialogue, "more_keys")] if page + 1 < pages else []
    return [*lines[begin : begin + _KEYS_AT_ONCE], *more]


def _shortened(text: str) -> str:
    """As much of a question as one cares to hear again."""
    if len(text) <= _LONGEST_READ_BACK:
        return text
    return text[:_LONGEST_READ_BACK].rsplit(" ", 1)[0] + "…"


_language_of = lru_cache(maxsize=5_000)(language_of)


@lru_cache(maxsize=20_000)
def _for_ear(sentence: str, language: str) -> str:
    """Cached: a stored answer is said thousands of times."""
    parts = split_for_ear(sentence, language=language)
    return " ".join(speakable(part, language=language) for part in parts)


_Prompt = tuple[list[Line], Listen, int | None]


def _choose_person(dialogue: Dialogue) -> _Prompt:
    lines = [
        line(dialogue, "choose_person", name=person.name, key=number)
        for number, person in enumerate(dialogue.people, start=1)
    ]
    if len(lines) > _KEYS_OF_ONE_DIGIT:
        return _page(dialogue, lines), Listen.digits, 2
    return _page(dialogue, lines), Listen.key, None


def _choose_language(dialogue: Dialogue) -> _Prompt:
    lines = [
        Line(say("choose_language", code, key=number), code)
        for number, code in enumerate(spoken_languages(dialogue), start=1)
    ]
    return _page(dialogue, lines), Listen.key, None


def _choose_subject(dialogue: Dialogue) -> _Prompt:
    lines = [line(dialogue, "summary_which")]
    for number, subject in enumerate(dialogue.subjects, start=2):
        name = word("subjects", subject, dialogue.language)
        lines.append(line(dialogue, "summary_subject", subject=name, key=number))
    return _page(dialogue, lines), Listen.key, None


def _enter_pin(dialogue: Dialogue) -> _Prompt:
    name = dialogue.who.name if dialogue.who else ""
    back = [line(dialogue, "pin_back")] if len(dialogue.people) > 1 else []
    return [line(dialogue, "pin", name=name), *back], Listen.digits, 4


def _guest(dialogue: Dialogue) -> _Prompt:
    lines = [line(dialogue, "guest_join")]
    if dialogue.school.guests_allowed:
        lines.append(line(dialogue, "guest_ask"))
    return lines, Listen.key, None


def _named(key: str, listen: Listen, digits: int | None = None) -> Callable[[Dialogue], _Prompt]:
    """A prompt of one phrase, that may name the person on the line."""

    def build(dialogue: Dialogue) -> _Prompt:
        name = dialogue.who.name if dialogue.who else ""
        return [line(dialogue, key, name=name)], listen, digits

    return build


def _listening(dialogue: Dialogue) -> _Prompt:
    key = "ask_again" if dialogue.question_id else "ask"
    return [line(dialogue, key)], Listen.speech, None


def _unheard(dialogue: Dialogue) -> _Prompt:
    question = question_aloud(dialogue, dialogue.question_text)
    return [line(dialogue, "unheard", question=question)], Listen.speech, None


def _confirming(dialogue: Dialogue) -> _Prompt:
    question = question_aloud(dialogue, dialogue.heard_text)
    return [line(dialogue, "confirm", question=question)], Listen.speech, None


def _guardian(dialogue: Dialogue) -> _Prompt:
    children = ", ".join(person.name for person in dialogue.people)
    return [line(dialogue, "guardian_menu", children=children)], Listen.key, None


def _guardian_consent(dialogue: Dialogue) -> _Prompt:
    agreed = all(person.has_consent for person in dialogue.people)
    key = "guardian_consent_given" if agreed else "guardian_consent_missing"
    children = ", ".join(person.name for person in dialogue.people)
    return [line(dialogue, key, child=children)], Listen.key, None


_PROMPTS: dict[At, Callable[[Dialogue], _Prompt]] = {
    At.choose_person: _choose_person,
    At.enter_pin: _enter_pin,
    At.consent: _named("consent", Listen.key),
    At.unheard: _unheard,
    At.listening: _listening,
    At.confirming: _confirming,
    At.waiting: lambda _: ([], Listen.wait, None),
    At.call_back: _named("call_back", Listen.key),
    At.choose_language: _choose_language,
    At.choose_subject: _choose_subject,
    At.guardian: _guardian,
    At.guardian_consent: _guardian_consent,
    At.guest: _guest,
    At.guest_class: _named("guest_class", Listen.digits, 2),
    At.school_code: _named("school_code", Listen.digits),
    At.joining: lambda d: ([line(d, "join", school=d.heard_text)], Listen.key, None),
    At.ended: _named("goodbye_nobody", Listen.nothing),
}
