"""Questions about "it": where nothing in the question is meant by it, what was asked before is."""

import re

from vidya.core.words import STOP_WORDS, tokens

_PRONOUNS = """
{}: it they them he she him यह ये वह वे वो ye yeh yah vah voh wo
{}'s: its their his her
{} को: इसे उसे इसको उसको इन्हें उन्हें
{} ko: ise isko usko inhe unhe
{} ने: इसने उसने इन्होंने उन्होंने
{} ne: isne usne inhone unhone
"""
_FORMS = {
    pronoun: form
    for form, pronouns in (line.split(": ") for line in _PRONOUNS.strip().splitlines())
    for pronoun in pronouns.split()
} | {
    f"{stem}{ending}": f"{{}} {ending}"
    for stems, endings in (("इस उस इन उन", "का की के में से पर"), ("is us in", "ka ki ke me mein"))
    for stem in stems.split()
    for ending in endings.split()
}
_BEFORE_A_NOUN = frozenset(("यह", "ये", "वह", "वे", "वो", "ye", "yeh", "yah", "wo"))
_FOLLOWED_BY = """
किस किसका किसकी किसके किसलिए कितना कितनी कितने किससे किसमें होता होती होते है हैं काम कहाँ कहां बनता बनती
kis kiska kiski kiske kisliye kitna kitni kitne kisse hota hoti hote hai hain kaam banta banti
"""
_BEHIND_IT = frozenset(_FOLLOWED_BY.split())
_WORD = re.compile(r"[^\s?.!,;:।॥]+")
# "It" that means nothing before it: what time is it, is it true that, how long does it take to.
_EMPTY = re.compile(
    r"\b(?:what|which) (?:time|day|date|month|year) is it\b|\bit (?:rains?|snows?|is raining|takes?)\b"
    r"|\b(?:is|was|does|do|will|would|can|did|makes?) it (?:is )?(?:\w+ )?(?:true|false|possible|important|necessary"
    r"|good|bad|easy|hard|safe|better|wrong|right|take|mean|that|rain|snow|get|matter)\b.*\b(?:to|that|if|for|when|in|at)\b"
    r"|\b(?:does|did) it (?:rain|snow)\b|\bit is (?:\w+ )?(?:that|to)\b|\bis it to\b|\bif it\b|\bthat it\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"^(?:what|whats|what's|why|how|who|whom|where|when|which|whose|is|are|was|were|does|do|did|can|could"
    r"|will|has|have|in|of|from|at|by|for|and|so|but|then|ok|tell|give|explain|write|define|state|say|show"
    r"|name|list|big|old|far|tall|high|long|fast|heavy|hot|cold|deep|large|strong|small|please|me|about|discovered|invented|found|made|uses|discover|called|many|much"
    r"|क्या|क्यों|कैसे|कहाँ|कहां|कब|कौन|किसने|और|तो|kya|kyon|kyun|kaise|kahan|kab|kaun|kisne|aur|to)$",
    re.IGNORECASE,
)
_LONGEST = 12  # words; a longer question brings along what it speaks of
_STOP = STOP_WORDS["en"] | STOP_WORDS["hi"]


def with_topic_named(text: str, topic: str | None) -> str | None:
    """The question with the topic in the place of "it"; None where that is not certain."""
    found = _loose(text)
    if topic is None or found is None:
        return None
    pronoun = found[0].casefold()
    if _loose(text[found.end() :]) is not None:
        return None  # two of them need not mean the same
    if pronoun == "her" and not _has_content(text[found.end() :]):
        return None
    named = _FORMS[pronoun].format(topic)
    return f"{text[: found.start()]}{named}{text[found.end() :]}".strip()


def has_loose_pronoun(text: str) -> bool:
    """Whether it speaks of something that it does not name."""
    return _loose(text) is not None


def _loose(text: str) -> re.Match[str] | None:
    """The first pronoun, if no word before it could be what it means."""
    words = list(_WORD.finditer(text))
    if len(words) > _LONGEST or _EMPTY.search(text):
        return None
    for at, word in enumerate(words):
        if word[0].casefold() in _FORMS:
            return word if not _is_determiner(words, at) else None
        if not _ASKING.match(word[0]):
            return None
    return None


def _is_determiner(words: list[re.Match[str]], at: int) -> bool:
    """Whether it stands before a noun of its own: यह अध्याय, "ye chapter"."""
    if words[at][0].casefold() not in _BEFORE_A_NOUN:
        return False
    behind = words[at + 1 : at + 2]
    return not behind or not (
        behind[0][0] in _BEHIND_IT or _ASKING.match(behind[0][0]) or behind[0][0] in _STOP
    )


def _has_content(text: str) -> bool:
    return any(word not in _STOP for word in tokens(text))
