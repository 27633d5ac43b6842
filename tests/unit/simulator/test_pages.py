"""What the pages promise to a slow phone and to a strict content security policy."""

import re
from pathlib import Path

import pytest
from starlette.responses import HTMLResponse

import vidya
from vidya.core.html import page

ROOT = Path(vidya.__file__).parent
TEMPLATES = sorted((ROOT / "templates").glob("*.html"))
STATIC = ROOT / "static"
FIRST_LOAD = 45 * 1024

CALLERS = [
    {"number": "+919000000001", "label": "Asha", "note": "class 8, English"},
    {"number": "+919000000002", "label": "Ravi and Meena", "note": "a shared phone"},
]


def simulator_page() -> str:
    return bytes(page("simulator.html", demo_numbers=CALLERS, signing=True).body).decode()


def static_files(html: str) -> set[str]:
    return set(re.findall(r"/static/([\w.]+)\?v=", html))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_no_page_holds_a_script_or_a_style_of_its_own(template: Path) -> None:
    html = template.read_text(encoding="utf-8")

    assert not re.search(r"<script(?![^>]*\bsrc=)", html)
    assert "<style" not in html
    assert not re.search(r"""\s(style|on\w+)=["']""", html)


def test_nothing_is_fetched_from_elsewhere() -> None:
    namespace = "http://www.w3.org/2000/svg"
    for file in [*TEMPLATES, *STATIC.iterdir()]:
        text = file.read_text(encoding="utf-8").replace(namespace, "")
        assert not re.search(r"""(src|href|import|url|fetch)[=(\s]+["'`]?https?://""", text), file


def test_the_phone_is_light_with_its_panel_closed() -> None:
    html = simulator_page()
    loaded_later = {file.name for file in STATIC.glob("simulator_*.js") if "panel" not in file.name}
    files = static_files(html) | loaded_later

    weight = len(html.encode()) + sum((STATIC / name).stat().st_size for name in files)

    assert weight < FIRST_LOAD


def test_the_phone_page_names_its_callers_and_its_line() -> None:
    html = simulator_page()

    assert 'value="+919000000002"' in html
    assert 'data-signing="true"' in html
    assert {"vidya.css", "simulator.css", "simulator.js", "theme.js"} <= static_files(html)


def test_a_callers_name_cannot_write_into_the_page() -> None:
    named = [{"number": "+919000000001", "label": "<img src=x>", "note": '"><i>'}]

    html = bytes(page("simulator.html", demo_numbers=named, signing=False).body).decode()

    assert "<img src=x>" not in html
    assert '"><i>' not in html


@pytest.mark.parametrize(
    "response",
    [
        page("design.html"),
        page("error.html", title="Gone", what_happened="It left.", what_to_do="Go on."),
        page(
            "home.html",
            version="1",
            school_code="",
            join_code="",
            demo_numbers=[],
            model="",
            simulator=False,
        ),
    ],
    ids=["design", "error", "home"],
)
def test_every_other_page_is_whole(response: HTMLResponse) -> None:
    html = bytes(response.body).decode()

    assert html.rstrip().endswith("</html>")
    assert all((STATIC / file).is_file() for file in static_files(html))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ink_and_paper_are_far_enough_apart(theme: str) -> None:
    colours = theme_colours(theme)

    for paper in ("paper", "sheet", "tint"):
        assert contrast(colours["ink"], colours[paper]) >= 7
        assert contrast(colours["soft"], colours[paper]) >= 4.5
    for text in ("press", "leaf", "brick"):
        assert contrast(colours[text], colours["paper"]) >= 4.5
    assert contrast(colours["on-press"], colours["press"]) >= 4.5
    assert contrast(colours["ink"], colours["rule"]) >= 4.5


def theme_colours(theme: str) -> dict[str, str]:
    """The colours of a theme by their names, as vidya.css declares them."""
    css = (STATIC / "vidya.css").read_text(encoding="utf-8")
    block = css.partition(f'[data-theme="{theme}"] {{')[2].partition("}")[0]
    return dict(re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", block))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    whole = colour if len(colour) == 6 else "".join(digit * 2 for digit in colour)
    channels = [int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
