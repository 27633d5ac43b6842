"""A chapter is read as its author meant it, however its Markdown is written."""

from pathlib import Path

import pytest

from vidya.domains.curriculum.markdown import ChapterNotUnderstood, parse_chapter, read_chapter
from vidya.domains.curriculum.models import NewPassage

FACTS = """---
chapter: "Light"
slug: light
subject: science
grade: 8
language: en
position: 1
---
"""


def passages(body: str) -> list[NewPassage]:
    return list(parse_chapter(FACTS + body, name="light.md").passages)


def texts(body: str) -> list[tuple[str, str]]:
    return [(passage.heading, passage.body) for passage in passages(body)]


def test_each_section_is_a_passage_under_its_heading() -> None:
    assert texts("# Light\n\n## The sky\n\nIt is blue.\n\n## Echoes\n\nThey come back.\n") == [
        ("The sky", "It is blue."),
        ("Echoes", "They come back."),
    ]


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_ends_of_any_system_are_the_same(line_end: str) -> None:
    text = (FACTS + "## The sky\n\nIt is\nblue.\n").replace("\n", line_end)

    chapter = parse_chapter(text, name="light.md")

    assert chapter.passages == (NewPassage("The sky", "It is blue."),)
    assert chapter.title == "Light"


def test_a_byte_order_mark_and_unseen_characters_are_left_out() -> None:
    text = "\ufeff" + FACTS + "## The\u200b sky\n\nIt is\u00ad blue\x00.\n"

    chapter = parse_chapter(text, name="light.md")

    assert chapter.passages == (NewPassage("The sky", "It is blue."),)


def test_the_joiners_that_indian_scripts_are_spelled_with_stay() -> None:
    word = "क\u094d\u200dष और र\u094d\u200c"

    assert texts(f"## {word}\n\n{word}\n") == [(word, word)]


def test_text_without_any_heading_stands_under_the_title() -> None:
    assert texts("The sky is blue.\n\nThe sea is too.\n") == [
        ("Light", "The sky is blue. The sea is too.")
    ]


def test_deeper_headings_are_headings_too() -> None:
    assert texts("## The sky ##\nIt is blue.\n### At night\nIt is black.\n#### C#\nA note.\n") == [
        ("The sky", "It is blue."),
        ("At night", "It is black."),
        ("C#", "A note."),
    ]


def test_exercises_are_not_quoted_and_what_follows_them_is() -> None:
    found = passages("## Questions to think about\nWhy?\n### More\nHow?\n## In short\nBlue.\n")

    assert [(passage.body, passage.quotable) for passage in found] == [
        ("Why?", False),
        ("How?", False),
        ("Blue.", True),
    ]


def test_a_block_of_code_is_text_in_which_nothing_is_a_heading() -> None:
    assert texts("## Programs\n```python\n## a remark\nprint(1)\n```\nThat is all.\n") == [
        ("Programs", "## a remark print(1) That is all.")
    ]


def test_a_block_that_is_never_closed_does_not_swallow_the_book() -> None:
    assert texts("## One\n```\ntext\n\n## Two\nmore\n") == [("One", "text"), ("Two", "more")]


def test_a_row_of_a_table_is_a_sentence() -> None:
    table = "| metal | melts at |\n|---|:---:|\n| iron | 1538 °C |\n| tin | 232 °C |\n"

    assert texts(f"## Metals\n\n{table}") == [
        ("Metals", "metal, melts at. iron, 1538 °C. tin, 232 °C.")
    ]


def test_lists_rules_and_comments_leave_their_words_alone() -> None:
    assert texts("## Sky\n\n- blue\n* red\n+ grey\n\n---\n\n<!-- check -->-5 °C is cold.\n") == [
        ("Sky", "blue red grey -5 °C is cold.")
    ]


def test_a_page_mark_gives_the_following_text_its_page() -> None:
    found = passages("## Sky\n\nFirst.\n\n<!-- page 12 -->\n\nSecond.\n\n## Sea\n\nThird.\n")

    assert [(p.heading, p.body, p.page) for p in found] == [
        ("Sky", "First.", None),
        ("Sky", "Second.", 12),
        ("Sea", "Third.", 12),
    ]


def test_mixed_scripts_are_kept_as_they_are() -> None:
    text = "H₂O को जल (water) कहते हैं। தண்ணீர் ও পানি।"

    assert texts(f"## जल / Water\n\n{text}\n") == [("जल / Water", text)]


def test_a_paragraph_of_200_kb_is_cut_at_its_sentences() -> None:
    sentence = "The air of the evening scatters blue light more than it scatters the red. "

    found = passages("## The sky\n\n" + sentence * 2_700 + "\n")

    assert len(found) > 200
    assert all(passage.heading == "The sky" for passage in found)
    assert all(len(passage.body.split()) <= 120 for passage in found)
    assert all(passage.body.endswith("red.") for passage in found)
    assert " ".join(passage.body for passage in found) == (sentence * 2_700).strip()


@pytest.mark.parametrize(
    "body",
    [
        "# " + " " * 200_000 + "#",
        "<!--" * 50_000,
        "|" * 200_000,
        "-" * 200_000 + "x",
        "- " * 100_000 + "x",
        "```\n" * 20_000,
        "#\n" * 60_000,
        "\n" * 200_000,
        "word" * 50_000,
    ],
    ids=["spaces", "comments", "bars", "dashes", "bullets", "fences", "headings", "empty", "word"],
)
def test_200_kb_of_marks_are_read_in_a_moment(body: str) -> None:
    found = passages(body)

    assert all(len(passage.body) <= 4_100 for passage in found)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "facts"),
        ("# Light\n\nNo facts.", "facts"),
        (FACTS.replace("slug: light\n", ""), "slug"),
        (FACTS.replace("grade: 8", "grade: eight"), "whole numbers"),
        (FACTS.replace("grade: 8", "grade: 40000"), "whole numbers"),
        (FACTS.replace("position: 1", "position: -1"), "whole numbers"),
    ],
)
def test_a_chapter_that_does_not_say_what_it_is_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ChapterNotUnderstood, match=reason):
        parse_chapter(text, name="light.md")


def test_a_file_in_another_encoding_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "light.md"
    file.write_bytes((FACTS + "## Ciel\n\nL'été.\n").encode("utf-16"))

    with pytest.raises(ChapterNotUnderstood, match=r"light\.md"):
        read_chapter(file)
