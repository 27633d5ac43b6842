"""What is decided before any answer is looked for: is a child in distress, is it a question."""

import re
from functools import lru_cache

from vidya.core.words import content_stems, tokens

# Written by people who work with children; a match is never answered from a model or a passage.
_DISTRESS = {
    "en": (
        r"\b(kill|hurt|cut|harm)(ing)? (my ?self|me)\b",
        r"\b(want|wish|going) to die\b",
        r"\bwish i was dead\b",
        r"\b(end|take) my (own )?life\b",
        r"\bsuicid",
        r"\b(he|she|they|uncle|teacher|sir|father|someone|somebody) (touche[sd]|beats?|hits?|hurts?)( on)? me\b",
        r"\b(touche[sd]|touching) my private\b",
        r"\bi am (being )?(beaten|abused|molested|raped)\b",
        r"\b(scared|afraid) to go home\b",
    ),
    "hi": (
        r"मर(ना| जाना) चाहत[ाी]",
        r"मरने का मन",
        r"आत्महत्या",
        r"(खुद|ख़ुद|अपने आप) को (मार|चोट|काट)",
        r"जान दे (दूँ|दूं|दूँगा|दूंगा|दूँगी|दूंगी)",
        r"मुझे (मारते|पीटते|मारता|पीटता|मारती|पीटती)( हैं| है)",
        r"(गलत|ग़लत) (तरीके|तरीक़े|जगह) .{0,12}(छू|हाथ)",
        r"घर जाने से डर",
        r"\b(marna|mar jana) chaht[aie]\b",
        r"\bkhud ko (maar|chot)",
    ),
}
_IN_DISTRESS = re.compile("|".join(p for group in _DISTRESS.values() for p in group), re.IGNORECASE)

LONGEST_QUESTION = 1_000
"""Characters; what comes after is not read. A spoken minute is about 900."""


@lru_cache(maxsize=16)
def in_distress(text: str) -> bool:
    """Whether a child may be in danger; looked for in every language, whatever was chosen.

    Cached, since a turn asks it three times of the same words.
    """
    return _IN_DISTRESS.search(text) is not None


def is_question(text: str, *, language: str) -> bool:
    """Whether anything can be looked up: some word that carries meaning, not noise alone."""
    words = tokens(text)
    if not words or not content_stems(text, language=language):
        return False
    return len(set(words)) > 1 or len(words[0]) > 2


def clip(text: str) -> str:
    """The question as it is kept: one line, without characters that a database refuses."""
    return " ".join(text.replace("\x00", " ").split())[:LONGEST_QUESTION]
