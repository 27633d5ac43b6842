"""A term of questions, simulated: who asks what in which words, and what a store answers.

Few intents are asked by nearly everybody and most by hardly anybody: their frequencies follow
Zipf's law with exponent 1. Each is asked in a wording of the pair sets, with the surface noise,
the typos and the prefaces that children add; half-way through a chapter is published anew.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from tests.evals.intents import Intent
from tests.evals.question_pairs import exact_key, keys
from vidya.core.words import script_of

_EDITED = 0.1
"""The share of the intents that the chapter published anew answers."""
_BEFORE = {
    "latin": (
        "please", "sir", "mam", "hello sir", "please tell me", "can you tell me",
        "i want to know", "kindly tell me",
    ),
    "devanagari": ("सर", "मैडम", "नमस्ते सर", "कृपया बताइए", "मुझे बताइए"),
}  # fmt: skip
_AFTER = {
    "latin": ("please", "plz", "sir", "mam", "thank you"),
    "devanagari": ("सर", "सर जी", "कृपया", "plz"),
}
_WHO = (
    "our teacher asked us", "my sister does not know", "i forgot", "the book has it",
    "my friend wants to know", "i was absent",
)  # fmt: skip
_WHEN = ("in class today", "for the unit test", "on page nine", "last week", "before the holidays")
_LONG_ENOUGH = 6
"""Letters of a word that a typo is made in; of a short one it makes another word."""


@dataclass(frozen=True)
class Mix:
    """Of a hundred questions, how many are asked in which way. Chosen, not observed."""

    as_written: int = 45
    noisy: int = 30
    typo: int = 10
    prefaced: int = 15


@dataclass(frozen=True)
class Asked:
    intent: int
    """Its place in the list of intents."""
    wording: str
    language: str
    way: str = "as written"
    """One of WAYS."""


@dataclass(frozen=True)
class Term:
    """Questions in the order in which they were asked."""

    asked: tuple[Asked, ...]
    edited: frozenset[int]
    """Intents whose answers are no longer true after the first half."""
    prepared: tuple[Asked, ...]
    """What was pre-generated before the term, in the words of the books."""


@dataclass
class Store:
    """Answers in memory, under the keys of the wordings that led to them."""

    keys_of: Callable[[str, str], Iterable[Hashable]]
    """Of a wording and a learner's language."""
    answers: dict[Hashable, tuple[int, int]] = field(default_factory=dict)
    """The intent that the answer is right for, and the edition of the books that it cites."""

    def find(self, asked: Asked) -> tuple[int, int] | None:
        for key in self.keys_of(asked.wording, asked.language):
            if key in self.answers:
                return self.answers[key]
        return None

    def keep(self, asked: Asked, edition: int) -> None:
        """The wording becomes an alias of the answer that it led to; what others hold stays."""
        for key in self.keys_of(asked.wording, asked.language):
            self.answers.setdefault(key, (asked.intent, edition))

    def forget(self, intents: frozenset[int]) -> None:
        """As publishing does: what cites the old edition goes with all its aliases."""
        self.answers = {
            key: answer for key, answer in self.answers.items() if answer[0] not in intents
        }


@dataclass(frozen=True)
class Outcome:
    asked: Asked
    hit: bool
    served: int | None
    """The intent that the stored answer was written for."""
    outdated: bool

    @property
    def wrong(self) -> bool:
        return self.hit and (self.served != self.asked.intent or self.outdated)


def make_term(
    intents: Sequence[Intent], *, questions: int, prepared: float, seed: int, mix: Mix
) -> Term:
    """A term of so many questions, drawn with this seed.

    `prepared` is the share of the intents that are pre-generated, chosen without regard to how
    often they will be asked: nobody knows that before the term.
    """
    random = Random(seed)
    order = list(range(len(intents)))
    random.shuffle(order)
    weights = list(accumulate(1 / rank for rank in range(1, len(order) + 1)))
    drawn = random.choices(order, cum_weights=weights, k=questions)
    chosen = random.sample(order, round(prepared * len(order)))
    return Term(
        asked=tuple(_asked(intents, number, random, mix) for number in drawn),
        edited=frozenset(random.sample(order, round(_EDITED * len(order)))),
        prepared=tuple(
            Asked(number, intents[number].wordings[0], intents[number].language)
            for number in chosen
        ),
    )


def exact_store() -> Store:
    """What serves only the same words again, whatever their case and punctuation."""
    return Store(lambda wording, language: [exact_key(wording, language)])


def slot_store() -> Store:
    """What the product does: the same words, or the same slots."""
    return Store(keys)


def run(term: Term, store: Store, *, is_prepared: bool) -> list[Outcome]:
    """Ask the whole term of one store; a miss is answered rightly, and kept.

    What is pre-generated is so once more for the chapter that is published anew.
    """
    prepared = term.prepared if is_prepared else ()
    for asked in prepared:
        store.keep(asked, 1)
    outcomes = []
    for number, asked in enumerate(term.asked):
        if number == len(term.asked) // 2:
            store.forget(term.edited)
            for again in prepared:
                if again.intent in term.edited:
                    store.keep(again, 2)
        edition = 2 if number >= len(term.asked) // 2 and asked.intent in term.edited else 1
        found = store.find(asked)
        if found is None:
            store.keep(asked, edition)
            outcomes.append(Outcome(asked, hit=False, served=None, outdated=False))
        else:
            outcomes.append(Outcome(asked, hit=True, served=found[0], outdated=found[1] < edition))
    return outcomes


def _asked(intents: Sequence[Intent], number: int, random: Random, mix: Mix) -> Asked:
    intent = intents[number]
    wording = random.choice(intent.wordings)
    (way,) = random.choices(list(WAYS), (mix.as_written, mix.noisy, mix.typo, mix.prefaced))
    return Asked(number, WAYS[way](wording, random), intent.language, way)


def _as_written(wording: str, _random: Random) -> str:
    return wording


def _noisy(wording: str, random: Random) -> str:
    """Case, punctuation and manners, each as likely as not."""
    is_name = not wording[1:2].islower()  # G is not g, nor CO what co is
    if random.random() < 0.5 and not is_name and not any(map(str.isupper, wording[1:])):
        wording = wording.lower()
    if random.random() < 0.5:
        wording = wording.rstrip(" ?.।")
    if random.random() < 0.5:
        script = "devanagari" if script_of(wording) == "devanagari" else "latin"
        if random.random() < 0.5:
            return f"{random.choice(_BEFORE[script])} {wording}"
        return f"{wording} {random.choice(_AFTER[script])}"
    return wording


def _with_typo(wording: str, random: Random) -> str:
    """Two letters of a long word in the wrong order; none where the words are short."""
    words = wording.split(" ")
    long = [n for n, word in enumerate(words) if len(word) >= _LONG_ENOUGH and word.isalpha()]
    if not long:
        return wording
    chosen = random.choice(long)
    word = words[chosen]
    at = random.randrange(1, len(word) - 2)
    words[chosen] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words)


def _prefaced(wording: str, random: Random) -> str:
    return f"{random.choice(_WHO)} {random.choice(_WHEN)}, {wording}"


WAYS: Mapping[str, Callable[[str, Random], str]] = {
    "as written": _as_written,
    "with noise": _noisy,
    "with a typo": _with_typo,
    "behind a preface": _prefaced,
}
"""How a child puts a wording, in the order of `Mix`."""
