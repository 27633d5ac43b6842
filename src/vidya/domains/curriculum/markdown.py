"""Reads a chapter written in Markdown with a few lines of facts on top."""

import re
from pathlib import Path

from vidya.core.errors import BadInput
from vidya.domains.curriculum.models import NewChapter, NewPassage

_EXERCISES = frozenset({"questions to think about", "सोचने के लिए प्रश्न"})
_FACTS = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_LONGEST_PASSAGE = 160  # words; a paragraph more would bury what was asked


class ChapterNotUnderstood(BadInput): ...


def read_chapter(file: Path) -> NewChapter:
    return parse_chapter(file.read_text(encoding="utf-8"), name=file.name)


def parse_chapter(text: str, *, name: str) -> NewChapter:
    """`name` is what the reader knows the text by, for the message when it cannot be read."""
    match = _FACTS.match(text)
    if match is None:
        raise ChapterNotUnderstood(f"{name} does not begin with its facts between two lines '---'.")
    facts = _facts(match.group(1))
    try:
        return NewChapter(
            slug=facts["slug"],
            title=facts["chapter"],
            subject=facts["subject"],
            grade=int(facts["grade"]),
            language=facts["language"],
            position=int(facts["position"]),
            passages=tuple(_passages(text[match.end() :])),
        )
    except KeyError as missing:
        raise ChapterNotUnderstood(f"{name} does not say its {missing.args[0]}.") from missing
    except ValueError as wrong:
        raise ChapterNotUnderstood(f"{name}: grade and position are whole numbers.") from wrong


def _facts(block: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in block.splitlines() if ":" in line)
    return {key.strip(): value.strip().strip('"') for key, _, value in pairs}


def _passages(body: str) -> list[NewPassage]:
    passages: list[NewPassage] = []
    for section in re.split(r"^## ", body, flags=re.MULTILINE)[1:]:
        heading, _, text = section.partition("\n")
        quotable = heading.strip().lower() not in _EXERCISES
        passages += [
            NewPassage(heading=heading.strip(), body=piece, quotable=quotable)
            for piece in _pieces(text)
        ]
    return passages


def _pieces(text: str) -> list[str]:
    """Paragraphs, joined while they stay short enough to be one passage."""
    pieces: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        flat = re.sub(r"^- ", "", paragraph, flags=re.MULTILINE).replace("\n", " ").strip()
        if pieces and len(f"{pieces[-1]} {flat}".split()) <= _LONGEST_PASSAGE:
            pieces[-1] += " " + flat
        elif flat:
            pieces.append(flat)
    return pieces
