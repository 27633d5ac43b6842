"""A call in a browser that has voices and an ear; both are stood in for, as Debian's has none."""

from playwright.async_api import expect

from tests.browser.visitor import Visits
from tests.running import ASHA, SHARED

VOICES = """
    window.spoken = [];
    const voices = ['en-IN', 'hi-IN'].map((lang) => ({ lang }));
    Object.defineProperty(window, 'speechSynthesis', { value: {
        getVoices: () => voices,
        addEventListener: () => {},
        cancel: () => {},
        speak: (utterance) => {
            spoken.push([utterance.lang, utterance.text.trim()]);
            setTimeout(() => utterance.onend(), 1);
        },
    } });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""

EAR = """
    window.SpeechRecognition = class {
        start() {
            const alternative = { transcript: 'Why is the sky blue?', confidence: 0.82 };
            setTimeout(() => {
                this.onresult({ results: [Object.assign([alternative], { isFinal: true })] });
                this.onend();
            }, 1);
        }
        stop() {}
    };
"""


async def test_the_line_is_heard_in_the_callers_language_where_the_browser_has_a_voice(
    visitor: Visits,
) -> None:
    ravi = await visitor()
    await ravi.page.add_init_script(VOICES)

    await ravi.open("/simulator")
    await ravi.page.locator(f'[value="{SHARED}"]').check()
    await ravi.page.get_by_role("button", name="Call").click()
    await expect(ravi.page.locator("#state")).to_have_text("Your turn")

    aloud = ravi.page.get_by_role("button", name="Aloud")
    await expect(aloud).to_have_attribute("aria-pressed", "true")
    spoken = await ravi.page.evaluate("spoken")
    assert {language for language, _ in spoken} == {"hi-IN"}
    assert any("1 दबाइए" in words for _, words in spoken)


async def test_what_the_browser_understood_is_said_to_the_line(visitor: Visits) -> None:
    asha = await visitor()
    await asha.page.add_init_script(EAR)

    await asha.call(ASHA)
    await asha.page.get_by_role("button", name="Speak").click()
    await expect(asha.page.locator(".own")).to_contain_text("Why is the sky blue?")
    await asha.hear_out()

    await expect(asha.page.locator(".own")).to_contain_text("heard with 82 % confidence")
    assert "scatter" in await asha.transcript()
