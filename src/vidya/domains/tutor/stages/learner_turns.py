"""What a learner's next turn is, once a question was put back to them: an attempt or not."""

import re
from enum import StrEnum

from vidya.core.words import content_stems
from vidya.domains.tutor.stages.figures import figures, make_plain
from vidya.domains.tutor.stages.light_words import is_empty, is_light
from vidya.domains.tutor.stages.phrasing import spelled, turns_of_speech


class LearnerTurn(StrEnum):
    attempt = "attempt"
    stuck = "stuck"  # "I don't know"
    demand = "demand"  # "just tell me"
    again = "again"  # the same question, or anything that says nothing of it


_DEMANDS = turns_of_speech(
    r"(?:just |please |pls |plz )?(?:tell|give|say|show|send) (?:me |us )?(?:the |its |full |final |right "
    r"|correct |direct |whole |complete )*(?:answers?|ans|solutions?)(?: .*)?",
    r"just (?:tell|say|answer|solve|give)(?: .*)?",
    r"(?:what|wat|whats|what's)(?: is| s)? (?:the |its )?(?:full |final |right |correct )*(?:answers?|ans|solution)",
    r"(?:solve|answer|finish) (?:it|this)(?: .*)?",
    r"i (?:just )?(?:want|need) (?:the |full |final )*(?:answers?|ans|solutions?)(?: .*)?",
    r"(?:no|without) (?:more )?hints?(?: .*)?",
    r"(?:सीधे |सीधा |बस |पूरा |सही |अंतिम )*(?:जवाब|उत्तर|हल|आंसर)(?: \S+){0,2} (?:बता|दे|दो|दीजिए|चाहिए|बोल)\S*(?: .*)?",
    r"(?:सीधे|सीधा|बस) (?:बता|बोल|दे|जवाब|उत्तर)\S*(?: .*)?",
    r"(?:जवाब|उत्तर|हल) क्या (?:है|होगा)",
    r"(?:seedha |sidha |seedhe |bas |pura |poora |sahi )*(?:jawab|javab|jawaab|uttar|answer|ans|hal|solution)"
    r"(?: \S+){0,2} (?:bata|batao|batado|bataiye|batayiye|do|dedo|de|dijiye|chahiye|bolo)(?: .*)?",
    r"(?:seedha|sidha|seedhe|sidhe|bas) (?:bata|batao|bolo|bata do|batado)(?: .*)?",
    r"(?:jawab|uttar|answer) kya (?:hai|hoga)",
)
_STUCK = turns_of_speech(
    r"(?:i |we )?(?:really |still |just )?(?:do not|don't|dont|didn't|didnt|did not|cannot|can't|cant|can not) "
    r"(?:really |even )?(?:know|no|understand|get|remember|recall|solve|think|do|find|say|answer)(?: .*)?",
    r"(?:i (?:have|ve|got) )?(?:no|any) (?:idea|clue)",
    r"idk|dunno|dono|no clue|not sure|i am not sure|i'm not sure|im not sure",
    r"i (?:am|m|'m) stuck|i'm stuck|im stuck|stuck|i give up|give up|pass|skip(?: it)?|help(?: me)?(?: please)?",
    r"(?:too|very|so) (?:hard|difficult|tough)|it is (?:too |very )?(?:hard|difficult|tough)",
    r"(?:मुझे |हमें |मुझको )?(?:कुछ )?(?:नहीं|नही) (?:पता|मालूम|आता|आती|जानता|जानती|समझा|समझी|समझ|आ रहा)(?: .*)?",
    r"(?:मुझे |हमें |मुझको )?(?:कुछ )?(?:पता|मालूम|याद|समझ)(?: में)? (?:नहीं|नही)(?: .*)?",
    r"(?:बहुत )?(?:कठिन|मुश्किल) है|छोड़ो|छोड़ दो|मदद(?: करो| कीजिए)?",
    r"(?:mujhe |muje |mereko |hame )?(?:kuch )?(?:nahi|nahin|nhi|nai|ni) (?:pata|pta|malum|maloom|aata|ata|aati|samjha|samajh)(?: .*)?",
    r"(?:mujhe |muje |mereko |hame )?(?:kuch )?(?:pata|pta|malum|maloom|yaad|samajh|samjh)(?: me| mein)? (?:nahi|nahin|nhi|nai|ni)(?: .*)?",
    r"(?:bahut )?(?:mushkil|kathin) hai|chhodo|chodo",
)
# A question without its answer in it. "Is it 12?" has one, and is an attempt.
_ASKS = turns_of_speech(
    r"what|wat|wht|whats|what's|why|how|hw|who|whom|whose|where|when|which",
    r"क्यों|कैसे|कितना|कितनी|कितने|किसे|किसने|किसको|कौन|कौनसा|कौनसी|कहां|कब|किस|किन",
    r"(?:one|once) more|एक (?:बार|और)|ek (?:baar|bar|aur)",
    r"kyon|kyun|kyu|kaise|kese|kitna|kitni|kitne|kise|kisne|kaun|kon|kahan|kab|kis",
)
_TOLD_TO = turns_of_speech(
    r"^(?:(?:please|pls|plz|kindly|can you|could you|will you|so|ok|okay) )*"
    r"(?:tell|explain|describe|define|state|give|solve|find|calculate|write|show|say|repeat|answer|again)",
    r"(?:बताओ|बताइए|बता दो|समझाओ|समझाइए|दोबारा|फिर से|दुबारा|लिखो|निकालो|ज्ञात करो|ज्ञात कीजिए)",
    r"(?:batao|bataiye|bata do|samjhao|samjhaiye|dobara|phir se|fir se|likho|nikalo)",
)
_WHAT_IN_HINDI = turns_of_speech(r"(?:क्या|kya)")
_BEGINS_WITH_KYA = turns_of_speech(r"^(?:क्या|kya)")
_EQUATION = re.compile(r"[\w)²³][ ]*=[ ]*[-\w(√]")
_SHORT = 4
"""Words; in a longer turn "one" and एक count nothing as often as not."""
_NOT_IN_EXPRESSIONS = re.compile(r"\s+")


def turn_of(
    text: str, *, question: str, language: str, topic: frozenset[str] = frozenset()
) -> LearnerTurn:
    """Whether the learner tries it: with a number, an equation, or a word on the topic.

    What the question says already is no attempt, however it is put. `topic` are the stems of
    what the curriculum says of it (`vidya.core.words.stems`).
    """
    said = spelled(text)
    tries = _figures_are_new(text, question) or _equation_is_new(text, question)
    if _DEMANDS.search(said):
        return LearnerTurn.demand
    if _STUCK.search(said) and not tries:
        return LearnerTurn.stuck
    if _asks(said):
        return LearnerTurn.again
    tries = tries or _speaks_of(topic, text, question, language=language)
    return LearnerTurn.attempt if tries else LearnerTurn.again


def _asks(said: str) -> bool:
    if _ASKS.search(said) or _TOLD_TO.search(said):
        return True
    return bool(_WHAT_IN_HINDI.search(said)) and not _BEGINS_WITH_KYA.search(said)


def _figures_are_new(text: str, question: str) -> bool:
    """Whether it has a number or a formula that the question has not."""
    short = len(text.split()) <= _SHORT
    found = figures(text)
    return bool((found.known if short else found.stated) - figures(question).known)


def _equation_is_new(text: str, question: str) -> bool:
    plain = make_plain(text)
    if not _EQUATION.search(plain):
        return False
    return _without_spaces(plain) not in _without_spaces(make_plain(question))


def _without_spaces(text: str) -> str:
    return _NOT_IN_EXPRESSIONS.sub("", text).casefold()


def _speaks_of(topic: frozenset[str], text: str, question: str, *, language: str) -> bool:
    """Whether it has a word of meaning that is on the topic, and is not taken from the question."""
    words = " ".join(
        word
        for word in spelled(text).split()
        if not is_empty(word, language=language) and not is_light(word, language=language)
    )
    asked = set(content_stems(question, language=language))
    return bool((set(content_stems(words, language=language)) - asked) & topic)
