"""Hindi questions taken apart: intent, aims, and the content in canonical order."""

from vidya.domains.tutor.same_question import hindi_frames as frames
from vidya.domains.tutor.same_question.english_aims import (
    AGENTS,
    AIM_FILLERS,
    DEEDS,
)
from vidya.domains.tutor.same_question.english_aims import AIMS as ENGLISH_AIMS
from vidya.domains.tutor.same_question.english_lemmas import english_lemma
from vidya.domains.tutor.same_question.english_order import (
    GENITIVE,
    is_plain_head,
    phrase_order,
)
from vidya.domains.tutor.same_question.grammar import MARK, SYMMETRIC, Draft
from vidya.domains.tutor.same_question.hindi import LEANING, NEGATIONS
from vidya.domains.tutor.same_question.lexing import NUMBER
from vidya.domains.tutor.same_question.phrases import longest, phrase_table, word_set

_ASKS = phrase_table(frames.asks())
_AIMS = frames.aims()
_WHAT = "क्या"
ASKED_HERE = "?"
_COPULAS = frozenset({"है", "था", "होना"})
_DROPPED = frozenset({"है", "होना", "रहा", "अपना", "कि", "नामांकित"})
_PAST = frozenset({"था", "हुआ"})
_AFTER_GENITIVE = word_set("""लिए साथ द्वारा बाद पहला पास अनुसार कारण अंदर बाहर ऊपर नीचे सामने बीच मध्य चारों रूप बारे
    विरुद्ध दौरान अलावा""")
_TRAILING = frozenset({"का", "को", "और", "कि", "ने"})
_DEEDS = {"निर्माण": "build", "रचना": "write", "स्थापना": "found"}
_SOLUTIONS = frozenset({"हल", "मूल"})
_LIGHT = frozenset({"करना", "करवाना", "किया", "का", "था", "थे", "बनवाया"})
# Beside these it matters where "not" stands.
_SCOPING = word_set("और या लेकिन परंतु जो जब तब यदि if सभी सब हर हमेशा केवल सिर्फ भी कुछ कोई जिस")
_QUESTIONS = word_set("""why how where when who whom whose which which_oblique in_what from_what on_what how_many
    what whether""")
_CASES = frozenset({"ने", "को", "से", "पर", "तक", "में", "द्वारा", "लिए"})
_OF_A_NOUN = frozenset({"how_many", "which", "which_oblique", "whose"})
_ANYWHERE = _QUESTIONS - {"what", "whether"} | {"happens"}
# What may follow an order or an aim that closes the question.
_AT_THE_END = word_set("है था होना क्या करना बताना कि हुआ")
_REACH = 4  # how far before a noun its का may stand: "का रासायनिक", "के दो मुख्य"
_ENGLISH = {"में": "in", "और": "and", "का": GENITIVE, "को": "को"}


def arrange(words: list[str], *, has_expressions: bool) -> Draft:
    """The slots of a question in levelled Hindi, or in romanised Hindi put into Devanagari."""
    draft = Draft(leans=bool(words) and words[0] in LEANING)
    last = _take_asks(draft, words)
    _take_what(draft)
    _settle(draft)
    asked = [ask for ask in draft.asked if ask in _QUESTIONS]
    draft.several = len(asked) > 1 or ("define" in draft.asked and bool(asked))
    if len(draft.asked) > 1 and "define" in draft.asked and not draft.several:
        draft.asked.remove("define")
    if draft.items:
        _apply(draft, ends_with_ask=last, has_expressions=has_expressions)
    return draft


def _take_asks(draft: Draft, words: list[str]) -> bool:
    """Lift the phrases that ask; whether nothing but "is" follows the last of them."""
    at, ended = 0, False
    while at < len(words):
        found = longest(_ASKS, words, at) if words[at] in _ASKS else None
        if found is None:
            ended = ended and words[at] in _COPULAS
            draft.items.append(words[at])
            at += 1
            continue
        end, marks = found
        names = [mark.removeprefix(MARK) for mark in marks]
        if at and not (_ANYWHERE.issuperset(names) or _AT_THE_END.issuperset(words[end:])):
            draft.items.append(words[at])
            at += 1
            continue
        draft.items += _asked_here(names, words[end:])
        at = end
        draft.asked += [name for name in names if name not in draft.asked]
        ended = True
    return ended


def _asked_here(names: list[str], after: list[str]) -> list[str]:
    """A mark where the word after the question word is no subject: "how many of whom"."""
    return [ASKED_HERE] if _OF_A_NOUN.issuperset(names) and _followed_by_case(after) else []


def _followed_by_case(after: list[str]) -> bool:
    return any(word in _CASES for word in after)


def _take_what(draft: Draft) -> None:
    """क्या asks "what" before "is" or an aim, yes or no at the start, else for an object."""
    if _WHAT not in draft.items:
        return
    at = draft.items.index(_WHAT)
    after = draft.items[at + 1 :]
    following = after[0] if after else "है"
    rest = draft.items[:at] + after
    if following in _COPULAS:
        asked = "define"
    elif following == "हुआ":
        asked = "what"
    elif at == 0:
        asked = "whether"
    elif following in _AIMS or (len(after) > 1 and after[1] in _AIMS):
        asked = "define"
    elif following == "करना" and all(word in _COPULAS for word in after[1:]):
        draft.aims.append("function")
        draft.items = draft.items[:at]
        return
    else:
        asked = "what"
        rest = [*draft.items[:at], ASKED_HERE, *after]
    if asked not in draft.asked:
        draft.asked.append(asked)
    draft.items = rest


def _settle(draft: Draft) -> None:
    """Auxiliaries go, negations are counted, postpositions get their English mark."""
    is_scoped = not _SCOPING.isdisjoint(draft.items)
    kept: list[str] = []
    items = draft.items
    for at, word in enumerate(items):
        following = items[at + 1] if at + 1 < len(items) else ""
        if word in NEGATIONS:
            draft.negations += 1
            if word == "नहीं" and not is_scoped:
                continue
        if word in _PAST:
            draft.past = True
        elif word not in _DROPPED and not (word == "का" and following in _AFTER_GENITIVE):
            kept.append(word)
    while kept and kept[-1] in _TRAILING:
        kept.pop()
    draft.items = kept


def _apply(draft: Draft, *, ends_with_ask: bool, has_expressions: bool) -> None:
    if has_expressions and draft.items[-1] in _SOLUTIONS:
        draft.asked, draft.items = ["solve"], draft.items[:-1]
        return
    if ends_with_ask and draft.asked[-1] in {"which", "how_many"}:
        draft.asked[-1] = "define"
    if "of" in draft.items and "का" not in draft.items:
        aims, draft.items = phrase_order(draft.items)  # an English phrase: "formula of water"
        draft.aims += aims
    _aim(draft)
    if not draft.items:
        return
    if "how" in draft.asked:
        _how(draft)
    if "find" in draft.asked and "how" in draft.asked:
        draft.asked.remove("find")
        draft.items.append("find")
    if "convert" in draft.asked:
        draft.items = ["to" if word == "को" else word for word in draft.items]
    draft.items = _marked(draft.items)
    _agent(draft)


def _aim(draft: Draft) -> None:
    """The noun at the end that का ties to its topic: "बल का SI मात्रक"."""
    items = draft.items
    aim = _AIMS.get(items[-1]) or ENGLISH_AIMS.get(english_lemma(items[-1]))
    if items[-1] == "number":
        aim = "number"
    if aim is None:
        return
    if aim in SYMMETRIC and len(items) > 2 and items[-2] == "में":
        draft.items = items[:-2]
        draft.aims.append(aim)
        return
    reach = [
        at for at in range(max(1, len(items) - 1 - _REACH), len(items) - 1) if items[at] == "का"
    ]
    if not reach and draft.asked != ["how_many"]:
        return
    start = reach[-1] if reach else len(items) - 1
    modifiers = items[start + 1 : -1]
    fillers = AIM_FILLERS[""] | AIM_FILLERS.get(aim, frozenset())
    draft.items = items[:start] + [word for word in modifiers if word not in fillers]
    if aim == "formula" and draft.items[-1:] == ["निकालना"]:
        draft.items.pop()  # "the formula to find the area" is that of the area
    if aim == "number":
        draft.asked = ["how_many"]
    elif aim != "define" and aim not in draft.asked:
        draft.aims.append(aim)


def _how(draft: Draft) -> None:
    items = draft.items
    if items[-1] == "work" and len(items) > 1:
        draft.items = items[:-1]
    elif items[-1] in {"भिन्न", "अलग"}:
        rest = [word for word in items[:-1] if word != "से"]
        if "और" in rest or len(rest) == 2:
            draft.items = rest if "और" in rest else [rest[0], "और", rest[1]]
            draft.asked.remove("how")
            draft.aims.append("difference")


def _marked(items: list[str]) -> list[str]:
    """Content in English where there is a word for it, with का only where it tells."""
    words = [
        word if word[0] == NUMBER else english_lemma(_ENGLISH.get(word, word)) for word in items
    ]
    kept: list[str] = []
    for at, word in enumerate(words):
        if word == "in" and words[at + 1 : at + 2] and words[at + 1].endswith("est"):
            word = GENITIVE
        if word == GENITIVE and is_plain_head(_head(words, at + 1)):
            continue
        kept.append(word)
    return kept


def _head(words: list[str], start: int) -> str:
    """The noun that a का belongs to: the last word before the next postposition."""
    head = ""
    for word in words[start:]:
        if word in {GENITIVE, "in", "and", "को", "से", "ने", "पर"}:
            break
        head = word
    return head


def _agent(draft: Draft) -> None:
    """Who discovered X: asked as "X की खोज किसने की" and "X के खोजकर्ता कौन थे"."""
    if "who" not in draft.asked and (draft.asked not in ([], ["define"]) or draft.aims):
        return
    items = list(draft.items)
    while items and (items[-1] in _LIGHT or items[-1] == GENITIVE):
        items.pop()
    if not items:
        return
    deed = AGENTS.get(items[-1]) or (
        _DEEDS.get(items[-1], items[-1]) if "who" in draft.asked else ""
    )
    if deed not in DEEDS:
        return
    rest = items[:-1]
    while rest and rest[-1] == GENITIVE:
        rest.pop()
    draft.asked = ["who"]
    draft.items = [deed, *rest]
    draft.past = False
