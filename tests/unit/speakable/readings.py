"""Tables of written forms and how they are spoken, kept in files beside the tests."""

from dataclasses import dataclass
from pathlib import Path

# A line break within a written form.
_LINE_BREAK = "⏎"


@dataclass(frozen=True, slots=True)
class Row:
    """One written form with its reading, under the section that it belongs to."""

    section: str
    written: str
    spoken: str


def name_of(row: Row) -> str:
    """The name of a row in a test report."""
    return f"{row.section}: {row.written}"


def rows_of(table: str) -> list[Row]:
    """The rows of a table; a line without a tab is the heading of a section."""
    path = Path(__file__).with_name(f"{table}.tsv")
    rows: list[Row] = []
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        written, tab, spoken = line.replace(_LINE_BREAK, "\n").partition("\t")
        if tab:
            rows.append(Row(section, written, spoken))
        else:
            section = line.removeprefix("# ")
    return rows
