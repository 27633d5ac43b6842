"""Calls made with the phone in the browser, over the real webhooks."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.visitor import Visitor, Visits
from tests.running import ASHA, GUARDIAN, SHARED, STRANGER

QUESTIONS = ("Why is the sky blue?", "What is Ohm's law?", "What is a prime number?")


@pytest.mark.parametrize("size", ["phone", "desktop"])
async def test_a_child_asks_three_things_and_everybody_sees_how_they_were_answered(
    visitor: Visits, size: str
) -> None:
    asha = await visitor(size=size)

    await asha.call(ASHA)
    for question in QUESTIONS:
        await asha.say(question)
    await asha.keep(f"call, {size}")
    sources = await asha.page.locator("#transcript .source").all_inner_texts()
    await asha.press("6")
    await asha.press("1")
    summary = (await asha.transcript()).rpartition("You asked 3 questions.")[2]
    await asha.page.get_by_role("button", name="Hang up").click()
    if size == "phone":
        await asha.page.get_by_text("Behind the call").click()

    assert len(sources) == len(QUESTIONS)
    assert all(source.startswith("From ") for source in sources)
    assert all(question in summary for question in QUESTIONS)
    traced = asha.page.locator(".traced")
    await expect(traced).to_have_count(len(QUESTIONS))
    for place, question in enumerate(QUESTIONS):
        block = traced.nth(place)
        await expect(block.get_by_role("heading")).to_contain_text(question)
        await expect(block.get_by_role("table")).to_contain_text(re.compile(r"search .* passages"))
        await expect(block.get_by_role("table")).to_contain_text(re.compile(r"[\d.]+ ms"))
        await expect(block.locator(".source")).to_have_text(sources[place])
    assert asha.complaints == []
    await asha.keep(f"behind the call, {size}")


async def test_each_webhook_is_shown_with_its_form_its_twiml_and_its_milliseconds(
    visitor: Visits,
) -> None:
    asha = await visitor()

    await asha.call(ASHA)
    await asha.say("Why is the sky blue?")
    webhook = asha.page.locator(".webhook", has_text="Said “Why is the sky blue?”")
    await webhook.locator("summary").click()

    await expect(webhook.locator("summary")).to_contain_text(re.compile(r"\d ms.*POST /voice/"))
    await expect(webhook.locator("dl")).to_contain_text("SpeechResult")
    twiml = await webhook.locator("pre code").all_inner_texts()
    assert twiml[1] == "<Response>"
    assert twiml[-1] == "</Response>"
    say = webhook.locator("pre code", has_text="<Say").first
    assert await say.evaluate("(line) => parseFloat(getComputedStyle(line).marginLeft)") > 0
    await asha.keep("a webhook and its TwiML")


async def test_a_hindi_speaker_on_a_shared_phone_consents_by_key_and_is_answered_in_hindi(
    visitor: Visits,
) -> None:
    ravi = await visitor(size="phone")

    await ravi.call(SHARED)
    await ravi.press("1")
    await ravi.press("1")
    await ravi.say("पौधे अपना भोजन कैसे बनाते हैं?")

    page = ravi.page
    await expect(page.locator("#who")).to_contain_text("Ravi")
    await expect(page.locator(".bubble .source").last).to_contain_text("प्रकाश संश्लेषण")
    assert await _languages_of_hindi(ravi) == {"hi"}
    assert ravi.complaints == []
    await ravi.keep("a Hindi call, phone")


async def test_a_stranger_and_a_guardian_reach_what_is_theirs_by_keys(visitor: Visits) -> None:
    stranger, guardian = await visitor(), await visitor(size="small phone")

    await stranger.call(STRANGER)
    await stranger.press("2")
    await stranger.press("8#")
    await stranger.say("Why is the sky blue?")
    await guardian.call(GUARDIAN)
    await guardian.press("1357")

    await expect(stranger.page.locator(".bubble .source")).to_contain_text("sky is blue")
    assert "what Asha asked" in await guardian.transcript()
    assert stranger.complaints == guardian.complaints == []
    await guardian.keep("a guardian, small phone")


async def test_a_whole_call_is_made_by_keyboard(visitor: Visits) -> None:
    sunita = await visitor(reduced_motion="reduce")
    page, keyboard = sunita.page, sunita.page.keyboard

    await sunita.open("/simulator")
    await expect(page.get_by_role("button", name="Call")).to_be_enabled()
    await page.get_by_role("radio").first.focus()
    await keyboard.press("ArrowDown")
    await keyboard.press("ArrowDown")
    await keyboard.press("Enter")
    await sunita.hear_out()
    await keyboard.type("1357")  # only keys are heard now: they are pressed, not typed
    await expect(page.locator(".own")).to_have_text("You: 1357")
    await sunita.hear_out()
    await expect(page.locator("#patience")).to_be_hidden()
    await keyboard.type("9")
    await keyboard.press("Enter")
    await sunita.hear_out()

    await expect(page.locator("#state")).to_have_text("Call ended")
    await expect(page.get_by_role("button", name="Redial")).to_be_focused()
    await keyboard.press("Enter")
    await expect(page.locator("#call")).not_to_have_attribute("data-state", "idle")


async def test_a_call_that_breaks_off_says_what_happened_and_can_be_made_again(
    visitor: Visits,
) -> None:
    asha = await visitor(size="phone")

    await asha.call(ASHA)
    await asha.page.route("**/voice/**", lambda route: route.abort())
    await asha.say("Why is the sky blue?")
    broken = await asha.transcript()
    await asha.keep("a call that broke off, phone")
    await asha.page.unroute("**/voice/**")
    await asha.page.get_by_role("button", name="Redial").click()
    await asha.hear_out()

    assert "The server could not be reached. Call again" in broken
    assert "Hello Asha" in await asha.transcript()


async def test_nothing_moves_after_it_has_been_drawn(visitor: Visits) -> None:
    asha = await visitor(size="phone")
    await asha.page.add_init_script("""
        window.moved = [];
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
            if (!entry.hadRecentInput) moved.push(entry.sources.map(({ node }) => node?.id || node?.className));
        })).observe({ type: 'layout-shift', buffered: true });
    """)

    await asha.call(ASHA)
    await asha.say("Why is the sky blue?")
    await asha.page.locator("#talk").evaluate("(talk) => { talk.scrollTop = 0; }")
    await asha.press("0")

    assert await asha.page.evaluate("moved") == []
    assert await asha.page.locator("#talk").evaluate("(talk) => talk.scrollTop") == 0
    assert await asha.page.evaluate("scrollY") == 0


async def _languages_of_hindi(visitor: Visitor) -> set[str]:
    """The declared languages of all Devanagari that is shown, without their region."""
    found: list[str] = await visitor.page.locator("#transcript").evaluate("""(transcript) => {
        const walker = document.createTreeWalker(transcript, NodeFilter.SHOW_TEXT);
        const languages = [];
        while (walker.nextNode()) {
            const { data, parentElement } = walker.currentNode;
            if (/\\p{Script=Devanagari}/u.test(data)) languages.push(parentElement.closest('[lang]').lang);
        }
        return languages;
    }""")
    return {language.partition("-")[0] for language in found}
