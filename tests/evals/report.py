"""The measurements as a page of the documentation, and as lines for a terminal."""

import textwrap
from collections.abc import Iterator, Sequence

from tests.evals.section import Floor, Section, Table

_OPENING = """\
# How good the answers are

Measured on {date} by

    {command}

which writes this page anew and fails when a floor is missed. Where nothing else is said, answers
are those of a fresh clone, without a model: up to three sentences of the books, verbatim, or a
refusal. Shares stand with the interval in which they lie with 95 % confidence (Wilson).
"""


def page(sections: Sequence[Section], *, date: str, command: str) -> str:
    """The page in Markdown."""
    parts = [_OPENING.format(date=date, command=command)]
    for section in sections:
        parts += [f"## {section.title}\n", textwrap.fill(section.about, 100) + "\n"]
        parts += ["\n".join(_markdown(table)) + "\n" for table in section.tables]
        parts += ["\n".join(map(_judged, section.floors)) + "\n"] if section.floors else []
    return "\n".join(parts)


def lines(sections: Sequence[Section], *, misses: bool) -> Iterator[str]:
    """The same tables for a terminal, with the cases that went wrong if they are wanted."""
    for section in sections:
        yield f"\n{section.title}\n"
        for table in section.tables:
            yield from _aligned(table)
            yield ""
        yield from map(_judged, section.floors)
        yield from section.misses if misses else ()


def missed(sections: Sequence[Section]) -> list[Floor]:
    return [floor for section in sections for floor in section.floors if not floor.is_met]


def _judged(floor: Floor) -> str:
    verdict = "met" if floor.is_met else "MISSED"
    return f"- Floor {verdict}: {floor.what}, {floor.limit}; it is {floor.share}."


def _markdown(table: Table) -> Iterator[str]:
    yield "| " + " | ".join(table.columns) + " |"
    yield "|" + "---|" * len(table.columns)
    for row in table.rows:
        yield "| " + " | ".join(row) + " |"


def _aligned(table: Table) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(table.columns, *table.rows, strict=True)]
    for row in (table.columns, *table.rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
