"""The questions that a chapter is there to answer, read out of its own text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vidya.core.sentences import split_sentences

_EXERCISES = frozenset({"questions to think about", "सोचने के लिए प्रश्न"})
_NOT_TOPICS = frozenset({*_EXERCISES, "in short", "summary", "संक्षेप में", "सारांश"})
_LONGEST_TOPIC = 4  # words; with "of" the name of one thing may be two words longer
_LONGEST_NAME = 4

_WHAT_IT_IS = re.compile(r"What (?P<name>.+?) (?P<verb>is|are)(?=$|,| and )")
_ASKS = re.compile(r"(?:Why|How|Who|Where|When|Which|Can|Does|Do|Is|Are) ")
_DIFFERENCE = re.compile(r"(?:The )?[Dd](?P<what>ifference between .+)")
_DEFINES = re.compile(
    r"(?P<article>An? |The )?(?P<name>[A-Z]?[\w'-]+(?: [\w'-]+){0,3}) (?P<verb>is|are)"
    r" (?:an?|the|those|that) "
)
_CALLED = re.compile(
    r"\b(?:called|known as) (?P<article>an? |the )?(?P<name>[a-z][a-z -]{2,30})[.,;]"
)
_NO_NAME = frozenset(
    ("it", "this", "that", "these", "those", "there", "he", "she", "they", "we", "you", "one",
     "its", "his", "her", "their", "our", "each", "every", "some", "all", "such", "what", "here",
     "another", "both", "other")
)  # fmt: skip
_ARTICLES = frozenset(("a", "an", "the"))
_LINKS = frozenset(("and", "or", "with", "by", "from", "to", "for", "how", "why", "in", "on", "at"))

_HINDI_ASKS = re.compile(
    r"(?:^|\s)(?:क्या|क्यों|कैसे|कितन[ाीे]|कौन\S*|कहाँ|कब|किस[ेन]?|किसने|किस(?:का|की|के))(?:\s|$)"
)
_HINDI_DIFFERENCE = re.compile(r"(?P<pair>.+ और .+) में अंतर")
_HINDI_DEFINES = re.compile(r"(?P<name>\S+(?: \S+){0,2}?)(?: \([^)]*\))? (?:वह|वे|ऐसा|ऐसी|ऐसे) ")
_HINDI_CALLED = re.compile(r" को (?P<name>[^\s(]+(?: [^\s(]+)?)(?: \([^)]*\))? कहते हैं")
_HINDI_LINKS = frozenset(("और", "या", "के", "की", "का", "में", "से", "को", "पर", "एवं", "तथा"))


class Origin(StrEnum):
    """Where in the chapter a question comes from, or that learners asked it."""

    asked = "asked"
    heading = "heading"
    definition = "definition"
    exercise = "exercise"


@dataclass(frozen=True)
class SyllabusQuestion:
    text: str
    origin: Origin


@dataclass(frozen=True)
class Section:
    """A passage as it stands in its chapter."""

    heading: str
    body: str


def questions_of(sections: Sequence[Section], *, language: str) -> list[SyllabusQuestion]:
    """What the headings ask, what the sentences define, and the exercises; each wording once.

    English and Hindi are read; of a chapter in another language only the exercises are.
    """
    from_heading, from_sentence = _READERS.get(language, (_nothing, _nothing))
    found: dict[str, Origin] = {}
    for heading in dict.fromkeys(section.heading for section in sections):
        if not _is_exercise(heading) and heading.strip().lower() not in _NOT_TOPICS:
            found |= dict.fromkeys(from_heading(heading.strip()), Origin.heading)
    for section in sections:
        is_exercise = _is_exercise(section.heading)
        for sentence in split_sentences(section.body):
            if is_exercise and sentence.endswith("?"):
                found.setdefault(sentence, Origin.exercise)
            elif not is_exercise:
                for text in from_sentence(sentence):
                    found.setdefault(text, Origin.definition)
    return [SyllabusQuestion(text, origin) for text, origin in found.items()]


def _is_exercise(heading: str) -> bool:
    return heading.strip().lower() in _EXERCISES


def _nothing(_text: str) -> Iterator[str]:
    return iter(())


def _english_heading(heading: str) -> Iterator[str]:
    if heading.endswith("?"):
        yield heading
        return
    if named := _WHAT_IT_IS.match(heading):
        yield f"What {named['verb']} {named['name']}?"
        return
    if pair := _DIFFERENCE.fullmatch(heading):
        yield f"What is the d{pair['what']}?"
        return
    topic = heading.partition(":")[0]
    if _ASKS.match(topic):
        yield f"{topic}?"
    elif _is_topic(topic) and not topic.startswith("What "):
        yield f"What {_verb(topic)} {_begun_small(topic)}?"


def _is_topic(topic: str) -> bool:
    words = topic.lower().split()
    longest = _LONGEST_TOPIC + 2 * ("of" in words)
    return (
        0 < len(words) <= longest
        and _LINKS.isdisjoint(words)
        and "," not in topic
        and not words[0].endswith("ing")
        and ("of" in words or _ARTICLES.isdisjoint(words[1:]))  # else it may tell: X needs a Y
    )


def _english_sentence(sentence: str) -> Iterator[str]:
    defined = _DEFINES.match(sentence)
    if defined and _is_name(defined["name"]):
        article = (defined["article"] or "").lower()
        yield f"What {defined['verb']} {article}{_begun_small(defined['name'])}?"
    for called in _CALLED.finditer(sentence):
        if _is_name(called["name"]):
            verb = "is" if called["article"] else _verb(called["name"])
            yield f"What {verb} {called['article'] or ''}{called['name']}?"


def _is_name(name: str) -> bool:
    words = name.lower().split()
    return (
        len(words) <= _LONGEST_NAME
        and _NO_NAME.isdisjoint(words)
        and _LINKS.isdisjoint(words)
        and not any(word.isdigit() for word in words)
    )


def _verb(name: str) -> str:
    """`are` for what looks like more than one: lenses, but not glass or photosynthesis."""
    last = name.split(" of ")[0].split()[-1].lower()
    return "are" if last.endswith("s") and not last.endswith(("ss", "is", "us", "'s")) else "is"


def _begun_small(name: str) -> str:
    """As in mid-sentence; what has a capital further on, or owns something, is a name."""
    if name.startswith("The "):
        return "the" + name[3:]
    rest = name[1:]
    is_name = rest != rest.lower() or name.split()[0].endswith("'s")
    return name if is_name else name[0].lower() + rest


def _hindi_heading(heading: str) -> Iterator[str]:
    parts = [part.strip() for part in heading.split(":")]
    asking = next((part for part in parts if _HINDI_ASKS.search(part)), None)
    if asking is not None:
        yield asking if asking.endswith("?") else f"{asking}?"
    elif pair := _HINDI_DIFFERENCE.fullmatch(parts[0]):
        yield f"{pair['pair']} में क्या अंतर है?"
    elif len(parts[0].split()) <= _LONGEST_TOPIC and _HINDI_LINKS.isdisjoint(parts[0].split()):
        yield f"{parts[0]} क्या है?"


def _hindi_sentence(sentence: str) -> Iterator[str]:
    for found in (_HINDI_DEFINES.match(sentence), _HINDI_CALLED.search(sentence)):
        if found and _HINDI_LINKS.isdisjoint(found["name"].split()):
            yield f"{found['name']} क्या है?"


_READERS = {
    "en": (_english_heading, _english_sentence),
    "hi": (_hindi_heading, _hindi_sentence),
}
