"""What an English question asks for, told from its opening words."""

from dataclasses import dataclass, field

from vidya.domains.tutor.same_question import english_frames as frames
from vidya.domains.tutor.same_question.phrases import Trie, longest, phrase_table, word_set

_ORDERS = phrase_table(frames.orders())
_QUESTIONS = phrase_table(frames.questions())
_TOPICS = phrase_table(frames.topics())
_EQUATION_TOPICS = phrase_table(frames.equation_topics())
_AUXILIARIES = word_set("is was do did can will have should may must")
_VERB_FORMS = word_set("is was do did will can")
# An order is a topic where these follow it: "state of matter", "name and address".
_NO_ORDER_BEFORE = word_set("of is was and or in do have")
_ENDING_ORDERS = word_set("explain define solve simplify factorise expand describe")
_SECOND_QUESTION = word_set(
    "explain define give write draw describe mention calculate why how what where when who"
)
_DEFINING = frozenset({"is", "was", "means", "mean"})
ASKED_HERE = "?"  # stands where a question word stood in the middle of a sentence


@dataclass(slots=True)
class Asking:
    """`marks` of what is asked, and the `words` that are left; `several` if asked twice."""

    marks: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    several: bool = False


def asking(words: list[str], *, has_expressions: bool) -> Asking:
    """The intent of a question and the words that it is asked about."""
    marks, position = _order(words, has_expressions=has_expressions)
    asked, position = _at(_QUESTIONS, words, position)
    marks += asked
    if not set(marks) - {"@define", "@past", "@find"}:
        topics = _TOPICS if not has_expressions else {**_TOPICS, **_EQUATION_TOPICS}
        topic, position = _at(topics, words, position)
        marks += topic
    if marks:
        rest = words[position:]
        return Asking(marks, rest, _asks_again(rest))
    return _without_opening(words)


def _order(words: list[str], *, has_expressions: bool) -> tuple[list[str], int]:
    found = longest(_ORDERS, words, 0)
    if found is None:
        return [], 0
    end, marks = found
    if end == len(words):
        return (list(marks), end) if has_expressions else ([], 0)
    return ([], 0) if words[end] in _NO_ORDER_BEFORE else (list(marks), end)


def _at(table: Trie, words: list[str], position: int) -> tuple[list[str], int]:
    found = longest(table, words, position) if position < len(words) else None
    return (list(found[1]), found[0]) if found else ([], position)


def _without_opening(words: list[str]) -> Asking:
    """No known opening: yes or no, an order at the end, a fronted phrase, or a bare topic."""
    if words[0] in _AUXILIARIES:
        rest = words if words[0] not in _VERB_FORMS else words[1:]
        past = ["@past"] if words[0] in {"was", "did"} else []
        return Asking(["@whether", f"@{words[0]}", *past], rest, _asks_again(rest))
    if words[-1] in _ENDING_ORDERS:
        return Asking(list(_ORDERS[words[-1]][""]), words[:-1], _asks_again(words[:-1]))
    for position in range(1, len(words)):
        marks, end = _at(_QUESTIONS, words, position)
        if marks:
            return _fronted(words, marks, position, end)
    return Asking([], words, _asks_again(words))


def _fronted(words: list[str], marks: list[str], position: int, end: int) -> Asking:
    before, after = words[:position], words[end:]
    is_bare = end == position + 1
    here = [ASKED_HERE] if is_bare and after else []
    if marks == ["@how_many"] and before[-1] == "have" and after:
        rest = [*after, "in", *before[:-1]]  # "a square has how many sides"
    elif before[0] == "in" and len(before) > 1:
        rest = [*after, *before]
    else:
        rest = [*before, *here, *after]
    if is_bare and not after and before[-1] in _DEFINING and marks == ["@what"]:
        before = before[:-1]
        rest = before
        marks = ["@define"]
    elif is_bare and not after and before[-1] == "stand_for":
        rest = ["do", *before]
    elif is_bare and not after:
        rest.append(ASKED_HERE)
    return Asking(marks, rest, _asks_again(after))


def _asks_again(words: list[str]) -> bool:
    """Whether a further question follows: "and why …", "what is …"."""
    for position, word in enumerate(words[:-1]):
        following = words[position + 1]
        if word in {"and", "also"} and following in _SECOND_QUESTION:
            return True
        if word in {"what", "why", "how", "where"} and following in _VERB_FORMS:
            return True
    return False
