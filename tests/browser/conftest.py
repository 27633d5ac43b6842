"""A real browser in front of the running product; without Chromium these tests are left out."""

import shutil
from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, async_playwright, expect

from tests.browser.visitor import Visitor, Visits, visit
from tests.running import Running

expect.set_options(timeout=10_000)  # of a machine that does other things too
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: as root, apt-get install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
async def visitor(
    chromium: Browser, running: Running, pytestconfig: pytest.Config
) -> AsyncIterator[Visits]:
    """Opens windows of the product, each of its own size, light or dark, with nothing kept."""
    artefacts = pytestconfig.rootpath / "artefacts" / "browser"

    async def open_window(**wishes: Any) -> Visitor:
        return await visit(chromium, running.url, artefacts=artefacts, **wishes)

    yield open_window
    for context in chromium.contexts:
        await context.close()
