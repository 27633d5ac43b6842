"""An answer put together from sentences of a book, so that it makes sense when it is heard."""

from collections.abc import Collection, Iterable, Sequence

from vidya.domains.tutor.stages.candidates import Candidate

_MOST_SENTENCES = 3
# What else is said must be nearly as good an answer as the first sentence, and on its topic.
_NEARLY_AS_GOOD, _FROM_ELSEWHERE = 0.5, 0.8
_ON_TOPIC = 0.4
_ALSO_ASKED = 0.5  # how clearly a sentence must answer what was asked besides
_SAID_AGAIN = 0.85  # the share of words by which a sentence repeats another one


class Answer:
    """Up to three sentences. One that begins with "It" is never heard without the one before it."""

    def __init__(self, first: Candidate, found: Sequence[Candidate], said: Collection[str]) -> None:
        """`found` are all sentences of the passages; `said` was heard a moment ago."""
        self._at = {(each.rank, each.position): each for each in found}
        self._said = said
        self._first = first
        self._chosen = self._with_what_it_leans_on(first)

    def add_best(self, candidates: Iterable[Candidate], *, aim: int) -> None:
        """The sentence that answers best what was asked besides, unless that was answered."""
        if any(each.cues[aim] >= _ALSO_ASKED for each in self._chosen):
            return
        for each in sorted(candidates, key=lambda each: -each.scores[aim]):
            if each.cues[aim] >= _ALSO_ASKED and each.lent[aim] >= _ON_TOPIC and self._add(each):
                return

    def fill(self, candidates: Iterable[Candidate]) -> None:
        """What else the book says of it, as long as it stays on the topic."""
        for each in sorted(candidates, key=lambda each: -each.scores[0]):
            here = each.rank == self._first.rank
            enough = _NEARLY_AS_GOOD if here else _FROM_ELSEWHERE
            if each.scores[0] >= enough * self._first.scores[0]:
                self._add_if_on_topic(each)

    def sentences(self) -> list[Candidate]:
        """In the order in which they are heard: the best one, and then as the book goes on."""
        opening = self._with_what_it_leans_on(self._first)
        return [*opening, *sorted((c for c in self._chosen if c not in opening), key=self._order)]

    def _order(self, each: Candidate) -> tuple[bool, bool, int, int]:
        elsewhere = each.rank != self._first.rank
        earlier = not elsewhere and each.position < self._first.position
        return elsewhere, earlier, each.rank, each.position

    def _add_if_on_topic(self, each: Candidate) -> None:
        """A sentence may stand beside the topic, and yet speak of something else."""
        speaks = each.speaks or each.dangles
        if speaks and each.lent[0] >= _ON_TOPIC * self._first.lent[0]:
            self._add(each)

    def _add(self, each: Candidate) -> bool:
        """Whether there was room for it, and it said something new."""
        new = [one for one in self._with_what_it_leans_on(each) if one not in self._chosen]
        if len(self._chosen) + len(new) > _MOST_SENTENCES:
            return False
        if not new or any(_repeats(one, other) for one in new for other in self._chosen):
            return False
        self._chosen += new
        return True

    def _with_what_it_leans_on(self, each: Candidate) -> list[Candidate]:
        chain = [each]
        while chain[0].dangles and len(chain) < _MOST_SENTENCES:
            before = self._at.get((each.rank, chain[0].position - 1))
            if before is None or before.text in self._said:
                break
            chain.insert(0, before)
        return chain


def _repeats(one: Candidate, other: Candidate) -> bool:
    words, others = set(one.words), set(other.words)
    return len(words & others) >= _SAID_AGAIN * min(len(words), len(others))
