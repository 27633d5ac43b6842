"""Search sees through the endings and the small words of the nine further languages."""

import pytest

from vidya.core.light_stems import LIGHTLY_STEMMED
from vidya.core.words import STOP_WORDS, content_stems, stems, tokens


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("bn", "উদ্ভিদ", "উদ্ভিদের"),
        ("bn", "ধাতু", "ধাতুগুলির"),
        ("mr", "वनस्पती", "वनस्पतीचे"),
        ("mr", "प्रकाश", "प्रकाशाने"),
        ("gu", "વનસ્પતિ", "વનસ્પતિઓમાં"),
        ("gu", "પાણી", "પાણીનો"),
        ("pa", "ਕਿਤਾਬ", "ਕਿਤਾਬਾਂ"),
        ("or", "ଉଦ୍ଭିଦ", "ଉଦ୍ଭିଦରେ"),
        ("ta", "தாவரம்", "தாவரங்கள்"),
        ("te", "బలం", "బలాలు"),
        ("te", "మొక్క", "మొక్కలకు"),
        ("kn", "ಸಸ್ಯ", "ಸಸ್ಯಗಳಲ್ಲಿ"),
        ("kn", "ನೀರು", "ನೀರಿನಲ್ಲಿ"),
        ("ml", "സസ്യം", "സസ്യങ്ങളുടെ"),
        ("ml", "ബലം", "ബലത്തിൽ"),
    ],
)
def test_a_word_is_found_by_its_other_forms(language: str, one: str, other: str) -> None:
    assert stems(one, language=language) == stems(other, language=language)


@pytest.mark.parametrize(
    ("language", "question", "about"),
    [
        ("bn", "সালোকসংশ্লেষ কাকে বলে?", ["সালোকসংশ্লেষ"]),
        ("mr", "प्रकाशसंश्लेषण म्हणजे काय?", ["प्रकाशसंश्लेषण"]),
        ("gu", "પ્રકાશસંશ્લેષણ એટલે શું છે?", ["પ્રકાશસંશ્લેષણ"]),
        ("pa", "ਗੁਰੂਤਵ ਕੀ ਹੁੰਦਾ ਹੈ?", ["ਗੁਰੂਤਵ"]),
        ("or", "ଆଲୋକସଂଶ୍ଳେଷଣ କଣ?", ["ଆଲୋକସଂଶ୍ଳେଷଣ"]),
        ("ta", "ஈர்ப்பு என்றால் என்ன?", ["ஈர்ப்பு"]),
        ("te", "గురుత్వాకర్షణ అంటే ఏమిటి?", ["గురుత్వాకర్షణ"]),
        ("kn", "ಗುರುತ್ವಾಕರ್ಷಣೆ ಎಂದರೇನು?", ["ಗುರುತ್ವಾಕರ್ಷಣ"]),
        ("ml", "ഊർജം എന്നാൽ എന്ത്?", ["ഊർജ"]),
    ],
)
def test_search_leaves_out_the_words_that_only_ask(
    language: str, question: str, about: list[str]
) -> None:
    assert content_stems(question, language=language) == about


def test_every_language_of_the_platform_has_its_stop_words() -> None:
    assert set(STOP_WORDS) == {"en", "hi", "bn", "gu", "kn", "ml", "mr", "or", "pa", "ta", "te"}
    assert min(map(len, STOP_WORDS.values())) >= 65


@pytest.mark.parametrize("language", sorted(STOP_WORDS))
def test_a_stop_word_is_one_word_as_search_cuts_them(language: str) -> None:
    assert [word for word in STOP_WORDS[language] if tokens(word) != [word]] == []


def test_a_short_word_keeps_what_only_looks_like_an_ending() -> None:
    assert stems("ঘর", language="bn") == ["ঘর"]
    assert stems("ଘର", language="or") == ["ଘର"]


def test_marathi_endings_are_taken_off_marathi_words_alone() -> None:
    assert stems("पाण्याचे", language="mr") == ["पाण्य"]
    assert stems("पाण्याचे", language="en") == ["पाण्याचे"]
    assert "mr" in LIGHTLY_STEMMED


def test_letters_of_an_older_keyboard_are_the_same_letters() -> None:
    assert tokens("രാമന്\u200d") == tokens("രാമൻ")
    assert tokens("രാമന്") != tokens("രാമൻ")
    assert tokens("হঠাত্\u200d") == tokens("হঠাৎ")
