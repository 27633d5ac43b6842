"""What is said around a hint, in the language of the learner."""

from dataclasses import dataclass


@dataclass(frozen=True)
class HintPhrases:
    look_under: str
    """With `{heading}`, a heading of the book."""
    no_hint: str
    no_example: str
    after_nudge: str
    after_hint: str
    after_worked: str
    try_first: str
    """To a learner who asks for the answer before they tried."""
    same_again: str
    """To one who asks the same once more."""
    well_tried: str
    """Before the next step, after an attempt. It does not say whether the attempt was right."""


_ENGLISH = HintPhrases(
    look_under="Your book writes about this under the heading {heading}.",
    no_hint="Take the question apart: what do you know, and what is asked?",
    no_example="Begin with the part that you know, and say it in your own words.",
    after_nudge="What do you remember about it?",
    after_hint="What follows from that for your question?",
    after_worked="Now try the last step yourself. What do you get?",
    try_first="I will help you to find it. Try once, even if you are not sure, and we go on.",
    same_again="Let us stay with this hint. What do you think?",
    well_tried="Good that you tried. Let us go on.",
)
_HINDI = HintPhrases(
    look_under="आपकी किताब इसके बारे में इस शीर्षक के नीचे बताती है: {heading}।",
    no_hint="सवाल को हिस्सों में बाँटिए: क्या पता है, और क्या पूछा गया है?",
    no_example="जो हिस्सा आता है, उससे शुरू कीजिए और उसे अपने शब्दों में कहिए।",
    after_nudge="इसके बारे में आपको क्या याद है?",
    after_hint="इससे आपके सवाल के लिए क्या निकलता है?",
    after_worked="अब आख़िरी कदम ख़ुद कीजिए। आपको क्या मिला?",
    try_first="मैं ढूँढने में मदद करूँगी। पक्का न हो तब भी एक बार कोशिश कीजिए, फिर आगे बढ़ेंगे।",
    same_again="इसी इशारे पर रुकते हैं। आप क्या सोचते हैं?",
    well_tried="अच्छा हुआ कि आपने कोशिश की। आगे चलते हैं।",
)
_PHRASES = {"en": _ENGLISH, "hi": _HINDI}


def phrases_in(language: str) -> HintPhrases:
    """English where a language has none of its own yet."""
    return _PHRASES.get(language, _ENGLISH)
