"""Cutting the body of a chapter in Markdown into passages under its headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vidya.domains.curriculum.models import NewPassage
from vidya.domains.curriculum.pieces import cut, is_long

_EXERCISES = frozenset({"questions to think about", "सोचने के लिए प्रश्न"})
_LONGEST_PASSAGE = 160  # words; a paragraph more would bury what was asked
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|\Z)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_PAGE = re.compile(r"\s*<!--\s*page:?\s*([0-9]{1,4})\s*-->\s*\Z", re.IGNORECASE)
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}\Z")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*\Z")
_BULLET = re.compile(r"[-*+] (?=\S)")


@dataclass
class _Section:
    heading: str
    quotable: bool
    page: int | None
    paragraphs: list[str] = field(default_factory=list)

    def passages(self) -> Iterator[NewPassage]:
        for piece in _pieces(self.paragraphs):
            yield NewPassage(self.heading, piece, self.quotable, self.page)


def passages_of(body: str, *, title: str) -> list[NewPassage]:
    """The paragraphs under each heading, joined while they are short and cut where they are long.

    What stands before the first heading goes under the chapter's title. A line `<!-- page 12 -->`
    says on which page of the printed book the following text stands.
    """
    return [passage for section in _sections(body, title) for passage in section.passages()]


def _sections(body: str, title: str) -> Iterator[_Section]:
    section = _Section(title, quotable=True, page=None)
    exercises_under = 0
    for kind, text in _blocks(body):
        if kind == "paragraph":
            section.paragraphs.append(text)
            continue
        yield section
        if kind == "page":
            section = _Section(section.heading, section.quotable, int(text))
            continue
        level = len(kind)
        if exercises_under and level <= exercises_under:
            exercises_under = 0
        if text.lower() in _EXERCISES:
            exercises_under = level
        heading = title if level == 1 or not text else text
        section = _Section(heading, not exercises_under, section.page)
    yield section


def _blocks(body: str) -> Iterator[tuple[str, str]]:
    """("paragraph", text), ("page", number), and for a heading its marks and its text."""
    paragraph: list[str] = []
    for line, is_code in _lines(body):
        page = _PAGE.match(line)
        heading = None if is_code else _HEADING.match(line)
        if line.strip() and page is None and heading is None:
            paragraph.append(_plain(line))
            continue
        yield from _paragraph(paragraph)
        paragraph = []
        if page is not None:
            yield "page", page[1]
        elif heading is not None:
            yield heading[1], _heading(line[heading.end() :])
    yield from _paragraph(paragraph)


def _paragraph(lines: list[str]) -> Iterator[tuple[str, str]]:
    text = " ".join(line for line in lines if line)
    if text:
        yield "paragraph", text


def _lines(body: str) -> Iterator[tuple[str, bool]]:
    """Each line with whether it stands in a block of code, whose own marks are left out.

    A block that is never closed is none: else the rest of the book would be one paragraph.
    """
    lines = _without_comments(body).split("\n")
    at = 0
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if fence is None:
            yield lines[at], False
        else:
            end = _closing(lines, at + 1, fence[1])
            yield "", False
            for line in lines[at + 1 : end]:
                yield line, True
            at = max(at, end)
        at += 1


def _closing(lines: list[str], start: int, fence: str) -> int:
    """Where the block ends; before it begins, if nowhere."""
    for at in range(start, len(lines)):
        stripped = lines[at].strip()
        if len(stripped) >= len(fence) and set(stripped) == {fence[0]}:
            return at
    return start - 1


def _without_comments(body: str) -> str:
    """Without what is not printed, except where a page begins; an unclosed comment is text."""
    kept: list[str] = []
    at = 0
    while (start := body.find("<!--", at)) >= 0 and (end := body.find("-->", start)) >= 0:
        comment = body[start : end + 3]
        kept += [body[at:start], f"\n{comment}\n" if _PAGE.match(comment) else ""]
        at = end + 3
    return "".join(kept) + body[at:]


def _heading(text: str) -> str:
    """Without the marks that may close it: `## Light ##`."""
    text = text.strip()
    open_text = text.rstrip("#")
    return open_text.strip() if open_text != open_text.rstrip() or not open_text else text


def _plain(line: str) -> str:
    """The words of a line: without its bullet; a row of a table as a sentence of its cells."""
    if _RULE.match(line) or _TABLE_RULE.match(line):
        return ""
    text = _BULLET.sub("", line, count=1).strip() if _BULLET.match(line) else line.strip()
    if text.startswith("|"):
        cells = [cell.strip() for cell in text.strip("|").split("|")]
        text = ", ".join(cell for cell in cells if cell)
        return text if not text or text.endswith((".", "!", "?", "।")) else f"{text}."
    return text


def _pieces(paragraphs: list[str]) -> list[str]:
    """Paragraphs, joined while they stay short enough to be one passage."""
    pieces: list[str] = []
    for paragraph in paragraphs:
        if is_long(paragraph, words=_LONGEST_PASSAGE):
            pieces += cut(paragraph)
        elif pieces and not is_long(f"{pieces[-1]} {paragraph}", words=_LONGEST_PASSAGE):
            pieces[-1] += " " + paragraph
        else:
            pieces.append(paragraph)
    return pieces
