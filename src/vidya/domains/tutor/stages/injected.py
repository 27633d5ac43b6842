"""Passages without the sentences that try to instruct the model."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from vidya.domains.curriculum.models import Passage

_INSTRUCTIONS = r"(?:instructions?|prompts?|rules|directions|commands?|guidelines)"
_THESE = r"(?:all|any|your|these|those|previous|prior|earlier|above)"
_MODEL = r"(?:a\.?i\.?|assistant|chat ?bot|language model|llm|chatgpt|gpt)"
# Read on the text as it stands, since a sentence's beginning and its colons count.
_INSTRUCTS = re.compile(
    r"(?:ignore|disregard|forget|override|bypass|overlook)\s+(?:\w+\s+){0,4}(?:instructions?|prompts?)"
    rf"|(?:ignore|disregard|forget|override|bypass|overlook)\s+{_THESE}\s+(?:\w+\s+){{0,3}}{_INSTRUCTIONS}"
    rf"|(?:new|hidden|secret|updated|real)\s+(?:system\s+)?(?:instructions?|prompts?)\b|\bsystem\s+prompt\b"
    rf"|\byou\s+are\s+(?:now|no\s+longer)\s+(?:an?\s+|the\s+|in\s+)?\w+|\b(?:act|behave|pretend)\s+(?:as|like|to\s+be)\s+an?\s+{_MODEL}"
    rf"|\b{_MODEL}\s*[,:]?\s+(?:must|should|shall|has\s+to|please|now|reading\s+this)\b|\b(?:dear|note\s+to|attention|to)\s+(?:the\s+)?{_MODEL}\b"
    rf"|^\W*(?:please\s+)?(?:say|answer|reply|respond|output|print)\s+(?:that\b|only\b|with\b|exactly\b|the\s+following\b|:|[\"'“])"
    rf"|\b(?:tell|inform)\s+(?:the\s+|every\s+|all\s+)?(?:user|child|student|learner|caller|reader|children|students|users)\s+(?:that|to)\b"
    rf"|\b(?:do\s+not|don't|never)\s+(?:\w+\s+){{0,2}}(?:cite|mention|reveal|use)\s+(?:\w+\s+){{0,3}}(?:passages?|sources?|{_INSTRUCTIONS})\b"
    rf"|^\W*(?:system|assistant|user)\s*:|<\|\w+\|>|\[/?INST\]|</?\s*(?:passages|system|instructions)\s*>|\bNOT_IN_CURRICULUM\b"
    r"|(?:पिछले|पहले के|ऊपर के|सभी|सारे|इन)\s+(?:\S+\s+){0,2}(?:निर्देश|आदेश|नियम)\S*\s+(?:\S+\s+){0,2}(?:अनदेखा|नज़रअंदाज़|नजरअंदाज|भूल|छोड़)"
    r"|(?:pichh?le|pehle ke|sabhi|saare)\s+(?:\w+\s+){0,2}(?:nirdesh|instructions?|aadesh|rules)\s+(?:\w+\s+){0,2}(?:ignore|bhool|bhul|andekha|chhod)"
    r"|(?:छात्र|बच्चे|विद्यार्थी)\s+(?:को|से)\s+(?:यह\s+)?(?:कहो|बोलो|बता दो|कह दो)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(?<=[.!?।॥])\s+")
_LONGEST = 600
_BEFORE, _BEHIND = 60, 200
"""Characters left out around an instruction in a "sentence" that is a page long."""


@dataclass(frozen=True)
class Cleaned:
    passages: tuple[Passage, ...]
    """In the order given; one in which nothing was found is the very same."""
    left_out: tuple[tuple[Passage, str], ...]
    """Each sentence that was left out, with the passage as it came, for whoever approves it."""


def without_instructions(passages: Sequence[Passage]) -> Cleaned:
    """What is left is still material and no more: the fence and the rules of the prompt stay."""
    kept: list[Passage] = []
    left_out: list[tuple[Passage, str]] = []
    for passage in passages:
        body, found = _cleaned(passage.body)
        heading, more = _cleaned(passage.heading)
        left_out += [(passage, each) for each in (*found, *more)]
        is_clean = not (found or more)
        kept.append(passage if is_clean else replace(passage, body=body, heading=heading))
    return Cleaned(tuple(kept), tuple(left_out))


def instructs(text: str) -> bool:
    """Whether somebody who reads it as a model would be told to do something."""
    return _INSTRUCTS.search(text) is not None


@lru_cache(maxsize=4_096)
def _cleaned(text: str) -> tuple[str, tuple[str, ...]]:
    """The text, and the sentences that are not in it any more."""
    sentences = _PARTS.split(" ".join(text.split()))
    if not any(map(instructs, sentences)):
        return text, ()
    kept: list[str] = []
    found: list[str] = []
    for sentence in sentences:
        if not instructs(sentence):
            kept.append(sentence)
        elif len(sentence) <= _LONGEST:
            found.append(sentence)
        else:
            rest, cut = _cut(sentence)
            kept.append(rest)
            found += cut
    return " ".join(kept), tuple(found)


def _cut(sentence: str) -> tuple[str, list[str]]:
    kept: list[str] = []
    cut: list[str] = []
    at = 0
    for found in _INSTRUCTS.finditer(sentence):
        begin, end = max(at, found.start() - _BEFORE), min(len(sentence), found.end() + _BEHIND)
        if begin < end:
            kept.append(sentence[at:begin])
            cut.append(sentence[begin:end])
            at = max(at, end)
    return " ".join((*kept, sentence[at:])), cut
