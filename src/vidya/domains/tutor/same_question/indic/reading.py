"""Questions of an Indian language taken apart by its tables: intent, aim, and ordered content."""

from dataclasses import dataclass

from vidya.domains.tutor.same_question.grammar import MARK, SYMMETRIC, Draft
from vidya.domains.tutor.same_question.indic.tables import AND, OBJECT, OF, TO
from vidya.domains.tutor.same_question.lexing import NUMBER
from vidya.domains.tutor.same_question.phrases import Trie, longest

_ORDERS = frozenset({"order", "about"})
_FRAMES = _ORDERS | {"is"}  # they close a question, and ask nothing of their own
_IDENTIFYING = frozenset({"define", "meaning", "which", "what_or_whether", "is", "about"})
ASKED_HERE = "?"  # stands where a question word stood for a subject or an object
# Their form says what they are in the sentence, wherever they stand.
_PLACED_ANYWHERE = frozenset({"why", "how", "when", "where", "who", "whom", "by_whom", "what_for"})
_OCCURRENCES = frozenset({"why", "how"})
# Aims that a word for "to" ties to their topic as well: the reason for rain.
_TIED_BY_TO = frozenset({"why", "formula", "equation", "unit", "example", "need"})
_PAIR = 2
_REACH = 3  # words that may stand between "of" and an aim: "two", "main", "chemical"


@dataclass(frozen=True, slots=True)
class Reader:
    """The slots of a question whose words are folded and split; see `Tables` for the fields.

    `defining` holds the tails that ask what something is: before the end of a question they
    show that it asks twice. `leaning` holds the words that mean the learner, or go on from
    another question.
    """

    asks: Trie
    tails: Trie
    defining: Trie
    first: Trie
    aims: Trie
    unique: frozenset[str]
    occurring: frozenset[str]
    leaning: frozenset[str]
    linking: frozenset[str]
    pairing: frozenset[str]
    between: frozenset[str]
    negations: frozenset[str]
    negative_endings: tuple[str, ...]
    yes_no_endings: tuple[str, ...]

    def __call__(self, words: list[str], *, has_expressions: bool) -> Draft:
        """Words in their order, without what only asks; unread where nothing known asks."""
        is_tied_to_nothing = words[0] in {OF, TO, AND, OBJECT} and not has_expressions
        draft = Draft(leans=is_tied_to_nothing)
        words, ordered = self._without_tail(words)
        draft.negations = sum(map(self._denies, words))
        words = self._take_aims(draft, words)
        if not draft.aims:
            words = self._take_first(draft, words)
        draft.items = self._take_asks(draft, words)
        self._settle(draft, ordered, has_expressions=has_expressions)
        return draft

    def _without_tail(self, words: list[str]) -> tuple[list[str], list[str]]:
        """The words without the phrases at their end that ask or order; what those want."""
        wanted: list[str] = []
        while words:
            found = longest(self.tails, words[::-1], 0)
            if found is None:
                break
            end, marks = found
            names = [mark.removeprefix(MARK) for mark in marks]
            if wanted and "whether" in names:
                break  # what asks for yes or no closes the question, or is another word
            words = words[: len(words) - end]
            wanted += names
        is_ordered = not _ORDERS.isdisjoint(wanted)
        if (wanted and words[-1:] == [OBJECT]) or (is_ordered and words[-1:] == [OF]):
            words = words[:-1]  # what is to be explained is the object of the order
        return words, wanted

    def _take_aims(self, draft: Draft, words: list[str]) -> list[str]:
        """The noun at the end that "of" ties to its topic: the unit of force."""
        found = longest(self.aims, words[::-1], 0) if words else None
        if found is None:
            return words
        end, (mark, *_) = found
        aim = mark.removeprefix(MARK)
        rest, asked = self._without_tail(words[: len(words) - end])  # "what difference is there"
        if not _IDENTIFYING.issuperset(asked):
            return words
        topic = self._compared(rest) if aim in SYMMETRIC else _topic(rest, aim)
        if not topic:
            return words
        draft.aims.append(aim)
        return topic

    def _compared(self, words: list[str]) -> list[str]:
        """What is compared, with "and" between, and without the endings that say so."""
        is_between = False
        while words and (words[-1] in self.between or words[-1] in {OF, TO}):
            is_between |= words[-1] in self.between
            words = words[:-1]
        if words[-1:] == [AND] and AND in words[:-1]:
            words = ["and" if word == AND else word for word in words[:-1]]
        words = ["and" if word in self.linking or word in self.pairing else word for word in words]
        names = [word for word in words if word not in {OF, TO}]
        if is_between and len(names) == _PAIR and "and" not in names:
            return [names[0], "and", names[1]]
        kept = [
            word
            for word, after in zip(words, [*words[1:], "and"], strict=False)
            if not (word in {OF, TO} and after == "and")
        ]
        return kept if "and" in kept[1:-1] else []

    def _take_first(self, draft: Draft, words: list[str]) -> list[str]:
        found = longest(self.first, words, 0) if words else None
        if found is None:
            return words
        draft.asked += [mark.removeprefix(MARK) for mark in found[1]]
        return words[found[0] :]

    def _take_asks(self, draft: Draft, words: list[str]) -> list[str]:
        """Lift the question words; a mark stays where one stood for a subject or an object."""
        kept: list[str] = []
        at = asked_to = 0
        while at < len(words):
            found = longest(self.asks, words, at)
            if found is None:
                draft.several |= longest(self.defining, words, at) is not None
                kept.append("and" if words[at] in self.linking else words[at])
                at += 1
                continue
            start, (at, marks) = at, found
            names = [mark.removeprefix(MARK) for mark in marks]
            draft.several |= bool(draft.asked) and start != asked_to  # "who is whose brother"
            draft.asked += [name for name in names if name not in draft.asked]
            asked_to = at
            if not _PLACED_ANYWHERE.issuperset(names):
                kept.append(ASKED_HERE)
        return kept

    def _settle(self, draft: Draft, wanted: list[str], *, has_expressions: bool) -> None:
        """One intent; several, or none that can be told."""
        closing = [self._closing(draft, name) for name in wanted if name not in _FRAMES]
        names = list(dict.fromkeys([*draft.asked, *closing]))
        draft.several |= len(names) > 1 or bool(draft.aims and set(names) - {"define"})
        if draft.aims == ["define"]:
            draft.aims, names = [], ["define"]
        if draft.aims or names:
            draft.asked = [] if draft.aims else names
            self._without_occurring(draft)
        elif "order" in wanted or has_expressions:
            draft.asked = ["define"]
        elif draft.items and draft.items[-1].endswith(self.yes_no_endings or ("\0",)):
            draft.asked = ["whether"]
        else:
            draft.unread = True
        if draft.asked == ["define"] or (draft.aims and SYMMETRIC.isdisjoint(draft.aims)):
            self._join_names(draft)

    def _join_names(self, draft: Draft) -> None:
        """A name written in one word or in two is the same name: its words are joined."""
        if not self.leaning.isdisjoint(draft.items):
            return
        joined: list[str] = []
        was_word = False
        for item in draft.items:
            is_word = not item.isascii() and item[0].isalpha() and item[0] != NUMBER
            if is_word and was_word:
                joined[-1] += item
            else:
                joined.append(item)
            was_word = is_word
        draft.items = joined

    def _without_occurring(self, draft: Draft) -> None:
        """Why a thing happens is the reason for it; how it happens, its process."""
        if _OCCURRENCES.issuperset(draft.asked) and len(draft.items) > 1:
            before = len(draft.items)
            while draft.items[-1] in self.occurring and len(draft.items) > 1:
                draft.items.pop()
            if len(draft.items) < before:
                self._join_names(draft)

    def _closing(self, draft: Draft, name: str) -> str:
        """What a word that closes the question asks, by what it is asked of.

        "Which is the capital of X" is "what is the capital of X"; "which is a prime number" is
        not "what is a prime number". A closing word that is both "what" and "is it so" asks
        what of a single word alone.
        """
        is_what = {
            "meaning": True,
            "which": bool(draft.aims) or not self.unique.isdisjoint(draft.items[-1:]),
            "what_or_whether": bool(draft.aims) or len(draft.items) == 1,
        }.get(name)
        if is_what is None:
            return name
        if is_what:
            return "define"
        draft.items.append(ASKED_HERE)
        return name

    def _denies(self, word: str) -> bool:
        return word in self.negations or bool(
            self.negative_endings and word.endswith(self.negative_endings)
        )


def _topic(words: list[str], aim: str) -> list[str]:
    """The topic and what stands between it and its aim; nothing where no "of" ties them."""
    ties = {OF, TO} if aim in _TIED_BY_TO else {OF}
    start = max(1, len(words) - 1 - _REACH)
    for at in range(len(words) - 1, start - 1, -1):
        if words[at] in ties:
            return words[:at] if at == len(words) - 1 else words
    return []
