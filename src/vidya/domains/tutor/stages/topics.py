"""What a question is about, where its form says it for certain: "What is X?", "X क्या है?"."""

import re

_LONGEST = 6  # words
_THE = r"(?:the |an? )?"
_ENGLISH = tuple(
    re.compile(rf"^{frame}$", re.IGNORECASE)
    for frame in (
        rf"(?:what|who)(?: is|'s| are| was| were) (?:meant by )?{_THE}(?P<topic>.+)",
        rf"(?:please )?(?:define|explain|describe) (?:the term )?{_THE}(?P<topic>.+)",
        rf"what do(?:es)? (?:you|we) (?:mean|understand) by {_THE}(?P<topic>.+)",
        rf"tell me (?:something )?about {_THE}(?P<topic>.+)",
    )
)
_HINDI = tuple(
    re.compile(rf"^(?P<topic>.+?) {frame}$", re.IGNORECASE)
    for frame in (
        r"(?:क्या|कौन) (?:है|हैं|होता है|होती है|होते हैं|था|थे|थी)",
        r"(?:किसे|किन्हें|किसको) कहते (?:है|हैं)",
        r"(?:की परिभाषा|का अर्थ|का मतलब|को परिभाषित) (?:क्या है|बताओ|बताइए|दीजिए|दो|लिखो|कीजिए|करो)",
        r"(?:के बारे में|को) (?:बताओ|बताइए|समझाओ|समझाइए)",
        r"(?:kya|kaun) (?:hai|hain|hota hai|hoti hai|hote hain|tha|the|thi)",
        r"(?:kise|kisko) (?:kehte|kahte) (?:hai|hain)",
        r"(?:ka matlab|ka arth|ki paribhasha) (?:kya hai|batao)",
        r"ke baare? (?:me|mein) (?:batao|bataiye)",
    )
)
_OF = re.compile(r"^(?P<facet>.+?) of (?:the |an? )?(?P<topic>.+)$", re.IGNORECASE)
_OF_IN_HINDI = re.compile(r"^(?P<topic>.+?) (?:का|की|के|ka|ki|ke) (?P<facet>.+)$", re.IGNORECASE)
# What has no life of its own, so that "it" is the thing whose facet it is. Not "capital": the
# capital of India is a thing that "it" may mean.
_FACET_NAMES = """
function, functions, use, uses, unit, si unit, formula, chemical formula, symbol, meaning, definition,
role, importance, advantages, disadvantages, properties, causes, effects, types, full form, value,
कार्य, काम, उपयोग, मात्रक, si मात्रक, सूत्र, प्रतीक, अर्थ, परिभाषा, भूमिका, महत्व, महत्त्व, लाभ, हानि, गुण, कारण,
प्रभाव, प्रकार, kaam, use, upyog, matrak, formula, sutra, matlab, arth, paribhasha, mahatva, gun, prakar
"""
_FACETS = frozenset(map(str.strip, _FACET_NAMES.split(",")))
_OPEN = re.compile(
    r"(?:^|\s)(?:that|which|who|when|if|because|where|why|how|is|are|was|were|between|does|do|did|used|called"
    r"|कि|जो|जब|यदि|अगर|क्योंकि|क्यों|कैसे|बीच|और|agar|jab|jo|aur|kyon|kaise)(?:\s|$)|[,;:=+]",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"(?:^|\s)(?:it|its|this|that|these|those|they|them|their|he|she|his|her|you|your|name|i|my"
    r"|यह|ये|वह|वे|इसका|इसकी|इसके|उसका|उसकी|उसके|इस|उस|आप|आपका|तुम|iska|iski|iske|ye|yeh|wo|uska)(?:\s|$)",
    re.IGNORECASE,
)


def topic_of(question: str) -> str | None:
    """The thing asked about, without its article; None where the form does not say."""
    plain = " ".join(question.split()).rstrip("?.!।॥ ")
    for frame in (*_ENGLISH, *_HINDI):
        if found := frame.match(plain):
            return _thing(found["topic"])
    return None


def _thing(topic: str) -> str | None:
    for pattern in (_OF, _OF_IN_HINDI):
        if found := pattern.match(topic):
            if found["facet"].casefold() not in _FACETS:
                return None
            topic = found["topic"]
    is_plain = not _OPEN.search(topic) and not _LEANS.search(topic)
    return topic if is_plain and len(topic.split()) <= _LONGEST else None
