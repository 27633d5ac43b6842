"""Somebody at a window of the product, who calls with the simulated phone."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, ConsoleMessage, Page, Request, expect

SIZES = {"phone": (390, 844), "small phone": (360, 640), "desktop": (1440, 900)}

# The line is not listened out: each prompt is skipped as soon as it is shown.
_MY_TURN = """() => {
    const { state } = document.getElementById('call').dataset;
    if (state === 'speaking') document.getElementById('skip').click();
    return state === 'listening' || state === 'idle';
}"""


@dataclass
class Visitor:
    page: Page
    url: str
    artefacts: Path
    complaints: list[str] = field(default_factory=list)
    """What the browser held against the page: errors, refused styles and scripts."""
    requests: list[Request] = field(default_factory=list)

    async def open(self, path: str) -> None:
        await self.page.goto(self.url + path)

    async def call(self, number: str) -> None:
        """Choose who calls, dial, and hear the line out until it waits for the caller."""
        page = self.page
        await self.open("/simulator")
        await page.get_by_role("radio", name=re.compile(spaced(number))).check()
        await page.get_by_role("button", name="Call").click()
        await self.hear_out()

    async def say(self, words: str) -> None:
        await self.page.get_by_label("What the child says").fill(words)
        await self.page.get_by_role("button", name="Say").click()
        await expect(self.page.locator(".own").last).to_contain_text(words)
        await self.hear_out()

    async def press(self, keys: str) -> None:
        """Press keys that one <Gather> takes together, such as a PIN."""
        said = await self.page.locator(".own").count()
        for key in keys:
            await self.page.locator(f'[data-key="{key}"]').click()
        await expect(self.page.locator(".own")).to_have_count(said + 1)
        await self.hear_out()

    async def hear_out(self) -> None:
        await expect(self.page.locator("#transcript")).to_be_visible()
        await self.page.wait_for_function(_MY_TURN)

    async def transcript(self) -> str:
        return await self.page.locator("#transcript").inner_text()

    async def keep(self, name: str) -> None:
        """Keep what is seen now, for people."""
        await self.page.screenshot(path=self.artefacts / f"{name}.png")


Visits = Callable[..., Awaitable[Visitor]]
"""Opens a window; takes the wishes of `visit`."""


async def visit(
    browser: Browser, url: str, *, artefacts: Path, size: str = "desktop", **wishes: Any
) -> Visitor:
    """A window of that size; `wishes` are Playwright's, such as `color_scheme`."""
    width, height = SIZES[size]
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=size != "desktop",
        is_mobile=size != "desktop",
        **wishes,
    )
    context.set_default_timeout(10_000)
    page = await context.new_page()
    seen = Visitor(page, url, artefacts)

    def complain(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            seen.complaints.append(message.text)

    page.on("console", complain)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("request", lambda request: seen.requests.append(request))
    return seen


def spaced(number: str) -> str:
    """An Indian number as the pages write it, as a pattern."""
    return re.escape(f"{number[:3]} {number[3:8]} {number[8:]}")
