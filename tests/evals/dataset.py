"""The questions that the answers are judged by, read from their files."""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vidya.core.words import script_of

FOLDER = Path(__file__).parent
TONGUES = ("English", "Hindi", "romanised Hindi")
_TONGUE_OF_LANGUAGE = {"en": "English", "hi": "Hindi"}


@dataclass(frozen=True)
class Question:
    """A question as a learner would ask it."""

    text: str
    language: str
    grade: int
    line: int
    """In its file, from 1: the rules were tuned on odd lines, even ones are held out."""

    @property
    def tuned_on(self) -> bool:
        return self.line % 2 == 1

    @property
    def tongue(self) -> str:
        if self.language == "hi" and script_of(self.text) == "latin":
            return "romanised Hindi"
        return _TONGUE_OF_LANGUAGE[self.language]


@dataclass(frozen=True)
class Answerable(Question):
    """With the section of the demo school's books that answers it."""

    chapter: str
    """The slug."""
    heading: str
    gold: str
    """Words of the book without which an answer is none."""


@dataclass(frozen=True)
class Article:
    """Paragraphs of one subject in the SQuAD format, each with questions on it."""

    title: str
    paragraphs: tuple["Paragraph", ...]


@dataclass(frozen=True)
class Paragraph:
    text: str
    questions: tuple["ParagraphQuestion", ...]


@dataclass(frozen=True)
class ParagraphQuestion:
    text: str
    golds: tuple[str, ...]


def answerable() -> list[Answerable]:
    return [
        Answerable(
            text=row["q"],
            language=row["language"],
            grade=row["grade"],
            line=line,
            chapter=row["chapter"],
            heading=row["heading"],
            gold=row["gold"],
        )
        for file in sorted((FOLDER / "questions").glob("*.jsonl"))
        for line, row in _rows(file)
    ]


def unanswerable() -> list[Question]:
    """Questions on which the demo school's books say nothing."""
    return [
        Question(text=row["q"], language=row["language"], grade=row["grade"], line=line)
        for line, row in _rows(FOLDER / "unanswerable.jsonl")
    ]


def squad(file: Path) -> list[Article]:
    articles = json.loads(file.read_text(encoding="utf-8"))["data"]
    return [
        Article(article["title"], tuple(map(_paragraph, article["paragraphs"])))
        for article in articles
    ]


def contains(texts: Iterable[str], golds: Iterable[str]) -> bool:
    """Whether one of the golds stands in the texts, whatever its case and spacing."""
    said = folded(" ".join(texts))
    return any(folded(gold) in said for gold in golds)


def folded(text: str) -> str:
    """The text for a comparison that minds neither case nor spacing."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _rows(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            yield number, json.loads(line)


def _paragraph(raw: dict[str, Any]) -> Paragraph:
    return Paragraph(raw["context"], tuple(map(_paragraph_question, raw["qas"])))


def _paragraph_question(raw: dict[str, Any]) -> ParagraphQuestion:
    return ParagraphQuestion(raw["question"], tuple(answer["text"] for answer in raw["answers"]))
