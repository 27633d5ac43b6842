"""What every page keeps: readable, reachable, quiet, light, and nothing from elsewhere."""

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.visitor import Visitor, Visits
from tests.running import ASHA

PAGES = {"home": "/", "phone": "/simulator", "design": "/design", "error": "/nothing-is-here"}
FIRST_LOAD = 45 * 1024
"""Bytes of HTML, CSS and JavaScript before compression, of the phone with its panel closed."""
PANEL = 7 * 1024

# WCAG 2.2, "contrast (minimum)": of each text that is drawn, against the paper behind it.
_FAINT_TEXT = """() => {
    const parts = (colour) => {
        const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
        return { channels: [r, g, b], a };
    };
    const luminance = ({ channels }) => {
        const [r, g, b] = channels.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const colour = parts(getComputedStyle(at).backgroundColor);
            if (colour.a === 1) return colour;
        }
        return parts('rgb(255, 255, 255)');
    };
    const faint = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest(':disabled, [aria-disabled=true], svg')) continue;
        const [light, dark] = [parts(getComputedStyle(element).color), paper(element)].map(luminance).sort((a, b) => b - a);
        const contrast = (light + 0.05) / (dark + 0.05);
        if (contrast < 4.5) faint.push(`${walker.currentNode.data.trim().slice(0, 30)}: ${contrast.toFixed(2)}`);
    }
    return faint;
}"""

_SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, input, select, textarea, summary, label.choice')]
    .filter((element) => element.checkVisibility() && !element.matches('.choice input, .skip, p:not(.index) > a'))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 47.9 || height < 47.9)
    .map(([element, { width, height }]) => `${element.outerHTML.slice(0, 60)}: ${width} × ${height}`)"""

_HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ nodeName }) => Number(nodeName[1]))"""

_CONTROLS = {"button", "link", "textbox", "searchbox", "combobox", "radio", "checkbox", "tab"}


@pytest.mark.parametrize("size", ["phone", "desktop"])
async def test_every_page_is_readable_and_reachable_in_light_and_dark(
    visitor: Visits, size: str
) -> None:
    for scheme in ("light", "dark"):
        somebody = await visitor(size=size, color_scheme=scheme)
        page = somebody.page
        for name, path in PAGES.items():
            await somebody.open(path)
            if name == "phone":
                await expect(page.get_by_role("button", name="Call")).to_be_enabled()

            assert await page.evaluate(_FAINT_TEXT) == [], f"{name}, {scheme}"
            assert await page.evaluate(_SMALL_TARGETS) == [], name
            assert await _unnamed_controls(page) == [], name
            assert _steps_in_order(await page.evaluate(_HEADINGS)), name
            assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
            await somebody.keep(f"{name}, {size}, {scheme}")
        assert _without_the_missing_page(somebody) == []


async def test_a_call_is_readable_and_reachable_in_light_and_dark(visitor: Visits) -> None:
    for scheme in ("light", "dark"):
        asha = await visitor(color_scheme=scheme)
        await asha.call(ASHA)
        await asha.say("Why is the sky blue?")
        await asha.page.locator(".webhook summary").last.click()

        assert await asha.page.evaluate(_FAINT_TEXT) == [], scheme
        assert await asha.page.evaluate(_SMALL_TARGETS) == []
        assert await _unnamed_controls(asha.page) == []
        assert _steps_in_order(await asha.page.evaluate(_HEADINGS))
        await asha.keep(f"in a call, {scheme}")


async def test_the_phone_is_light_and_everything_comes_from_its_own_server(
    visitor: Visits,
) -> None:
    asha = await visitor(size="phone")

    await asha.open("/simulator")
    await asha.page.get_by_role("button", name="Call").click(trial=True)
    first = await _weigh(asha)
    await asha.page.get_by_text("Behind the call").click()
    await asha.page.wait_for_load_state("networkidle")
    whole = await _weigh(asha)
    await asha.call(ASHA)
    await asha.say("Why is the sky blue?")

    report = f"raw bytes, bytes on the wire\nfirst load: {first}\nwith the panel: {whole}\n"
    (asha.artefacts / "weight of the phone.txt").write_text(report, encoding="utf-8")
    assert 0 < first["raw"] < FIRST_LOAD
    assert whole["raw"] - first["raw"] < PANEL
    assert first["wire"] < first["raw"]
    assert [r.url for r in asha.requests if not r.url.startswith(asha.url + "/")] == []
    assert asha.complaints == []


async def test_a_readers_choice_of_light_or_dark_is_kept(visitor: Visits) -> None:
    somebody = await visitor(color_scheme="light")
    theme = "document.documentElement.dataset.theme"

    await somebody.open("/")
    before = await somebody.page.evaluate(theme)
    await somebody.page.get_by_role("button", name="Change between a light").click()
    await somebody.open("/design")

    assert before == "light"
    assert await somebody.page.evaluate(theme) == "dark"


async def _unnamed_controls(page: Page) -> list[str]:
    """Controls of the accessibility tree that a screen reader could not name."""
    session = await page.context.new_cdp_session(page)
    tree: dict[str, Any] = await session.send("Accessibility.getFullAXTree")
    await session.detach()
    return [
        node["role"]["value"]
        for node in tree["nodes"]
        if not node["ignored"]
        and node["role"]["value"].lower() in _CONTROLS
        and not node.get("name", {}).get("value", "").strip()
    ]


def _steps_in_order(levels: list[int]) -> bool:
    """One heading above all, and none that skips a level on the way down."""
    steps = pairwise(levels)
    return levels[0] == 1 and levels.count(1) == 1 and all(b <= a + 1 for a, b in steps)


def _without_the_missing_page(somebody: Visitor) -> list[str]:
    """The browser notes every 404; of these pages, one is meant to be missing."""
    return [text for text in somebody.complaints if "status of 404" not in text]


async def _weigh(visitor: Visitor) -> Counter[str]:
    """HTML, CSS and JavaScript that came so far; images, which are one of 254 bytes, apart."""
    weight: Counter[str] = Counter()
    for request in visitor.requests:
        if request.resource_type in {"document", "stylesheet", "script"}:
            response = await request.response()
            assert response is not None
            weight["raw"] += len(await response.body())
            weight["wire"] += (await request.sizes())["responseBodySize"]
    return weight
