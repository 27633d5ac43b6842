"""A follow-up put so that it stands alone: "why?" with what was said before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vidya.core.words import script_of
from vidya.domains.tutor.stages.dangling import dangles
from vidya.domains.tutor.stages.follow_up_words import (
    IN_LANGUAGE,
    LANGUAGES,
    POLITE,
    STANDING_ALONE,
    FollowUpKind,
)
from vidya.domains.tutor.stages.phrasing import spelled
from vidya.domains.tutor.stages.pronouns import has_loose_pronoun, with_topic_named
from vidya.domains.tutor.stages.same_of_another import is_about_another, of_another
from vidya.domains.tutor.stages.topics import topic_of


@dataclass(frozen=True)
class Exchange:
    """The last question of a conversation, and its answer as it was heard."""

    question: str
    answer: Sequence[str]
    language: str


@dataclass(frozen=True)
class Standalone:
    """A question that needs nothing before it."""

    question: str
    kind: FollowUpKind
    language: str
    """In which the answer is wanted."""


def stand_alone(text: str, last: Exchange) -> Standalone | None:
    """The follow-up with all that it leans on; None where it is none, or no rule knows how.

    To translate, shorten, simplify or repeat, the question is the one that was asked before. A
    text that leans on the conversation and that no rule can put is for the model
    (`leans_on_conversation`).
    """
    said = _bare(spelled(text))
    for pattern in IN_LANGUAGE:
        if found := pattern.fullmatch(said):
            language = LANGUAGES[found["language"]]
            return Standalone(last.question, FollowUpKind.in_language, language)
    for kind, pattern in STANDING_ALONE.items():
        if pattern.fullmatch(said):
            return _of_kind(kind, last)
    if another := of_another(text, last.question):
        return Standalone(another, FollowUpKind.instead, last.language)
    named = with_topic_named(text, topic_of(last.question))
    return Standalone(named, FollowUpKind.about, last.language) if named else None


def leans_on_conversation(text: str) -> bool:
    """Whether the text says too little without what was said before it."""
    said = _bare(spelled(text))
    patterns = (*IN_LANGUAGE, *STANDING_ALONE.values())
    if any(pattern.fullmatch(said) for pattern in patterns):
        return True
    return is_about_another(text) or has_loose_pronoun(text)


def _bare(said: str) -> str:
    """Without the politeness around it; a turn of politeness alone stays as it is."""
    words = said.split()
    begin, end = 0, len(words)
    while begin < end and words[begin] in POLITE:
        begin += 1
    while begin < end and words[end - 1] in POLITE:
        end -= 1
    return " ".join(words[begin:end]) or said


def _of_kind(kind: FollowUpKind, last: Exchange) -> Standalone | None:
    match kind:
        case FollowUpKind.why:
            question = _why(last)
        case FollowUpKind.example:
            question = _example(last.question)
        case _:
            question = last.question
    return Standalone(question, kind, last.language) if question else None


_REASON = re.compile(r"(?:.*\bbecause\b(?! of\b)|.*क्योंकि)\s+(?P<reason>.+)")
_OPENS_SMALL = re.compile(
    r"^(?:The|A|An|Its?|They|There|This|These|Each|Every|In|On|At|Some|Most)\b"
)


def _why(last: Exchange) -> str | None:
    """Why the answer is so; where it gave a reason, why that is."""
    if not last.answer or dangles(last.answer[0]):
        return None
    stated = last.answer[0].strip().rstrip(".!।॥ ")
    if reason := _REASON.match(stated):
        stated = reason["reason"]
    if script_of(stated) == "devanagari":
        return f"ऐसा क्यों है कि {stated}?"
    return f"Why is it that {_OPENS_SMALL.sub(lambda word: word[0].lower(), stated)}?"


def _example(question: str) -> str:
    topic = topic_of(question)
    if script_of(question) == "devanagari":
        return f"{topic} का एक उदाहरण दीजिए।" if topic else f"उदाहरण दीजिए: {question.strip()}"
    return f"Give an example of {topic}." if topic else f"Give an example: {question.strip()}"
