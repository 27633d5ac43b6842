"""Reads a chapter written in Markdown with a few lines of facts on top."""

import re
from pathlib import Path

from vidya.core.errors import BadInput
from vidya.domains.curriculum.models import NewChapter
from vidya.domains.curriculum.pieces import cleaned
from vidya.domains.curriculum.sections import passages_of

_FACTS = re.compile(r"\A\s*---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_CLASSES = range(1, 13)
_POSITIONS = range(10_000)


class ChapterNotUnderstood(BadInput): ...


def read_chapter(file: Path) -> NewChapter:
    """ChapterNotUnderstood where it is no text in UTF-8, or does not say what it is."""
    try:
        return parse_chapter(file.read_text(encoding="utf-8"), name=file.name)
    except UnicodeDecodeError as failure:
        raise ChapterNotUnderstood(f"{file.name} is not written in UTF-8.") from failure


def parse_chapter(text: str, *, name: str) -> NewChapter:
    """`name` is what the reader knows the text by, for the message when it cannot be read."""
    text = cleaned(text)
    match = _FACTS.match(text)
    if match is None:
        raise ChapterNotUnderstood(f"{name} does not begin with its facts between two lines '---'.")
    facts = _facts(match.group(1))
    try:
        return NewChapter(
            slug=facts["slug"],
            title=facts["chapter"],
            subject=facts["subject"],
            grade=_number(facts["grade"], _CLASSES),
            language=facts["language"],
            position=_number(facts["position"], _POSITIONS),
            passages=tuple(passages_of(text[match.end() :], title=facts["chapter"])),
        )
    except KeyError as missing:
        raise ChapterNotUnderstood(f"{name} does not say its {missing.args[0]}.") from missing
    except ValueError as wrong:
        raise ChapterNotUnderstood(f"{name}: grade and position are whole numbers.") from wrong


def _facts(block: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in block.splitlines() if ":" in line)
    return {key.strip(): value.strip().strip('"') for key, _, value in pairs}


def _number(text: str, allowed: range) -> int:
    number = int(text)
    if number not in allowed:
        raise ValueError(f"{number} is none of {allowed}.")
    return number
