"""A simulated term of questions: how many of them a store answers, and how many of those wrongly."""

from collections.abc import Callable, Sequence

from tests.evals.desk import Desk, say
from tests.evals.intents import also_same, intents
from tests.evals.question_pairs import pairs
from tests.evals.section import Floor, Section, Table
from tests.evals.shares import Share
from tests.evals.traffic import WAYS, Mix, Outcome, Store, exact_store, make_term, run, slot_store

_TONGUES = ("en", "hi", "hinglish")
_QUESTIONS = 20_000
_PREPARED = 0.75
_SEEDS = (1, 2, 3, 4, 5)
_MIX = Mix()
_ABOUT = (
    "Five terms of {questions} questions each, drawn from the {intents} questions of the English, "
    "Hindi and romanised pairs with their {wordings} wordings. Frequencies follow Zipf's law with "
    "exponent 1. Of a hundred questions {mix.as_written} are put as written, {mix.noisy} with "
    "case, punctuation and politeness changed, {mix.typo} with a typo and {mix.prefaced} behind a "
    "preface that no rule knows: a guess, which was observed nowhere, and which the shares depend "
    "on. A miss is answered rightly, and its wording becomes an alias of that answer. Half-way a "
    "tenth of the answers go because their chapter is published anew. Pre-generated are three "
    "quarters of the questions in one wording each, without regard to how often they will be "
    "asked, and those of the new chapter once more. No model is asked whether two questions are "
    "the same, which would find more. The store is in memory; its keys are the product's. An "
    "answer is wrong when it was written for another question, or cites what was replaced. Which "
    "questions are one is what the pairs say; where keys joined what no pair spoke of, each case "
    "was read before it was let stand ({also_same} are one question; no other was found). The "
    "intervals take questions as independent of each other, which those of a term are not."
)
_STORES: dict[str, tuple[Callable[[], Store], bool]] = {
    "the same words only": (exact_store, False),
    "the same words, pre-generated": (exact_store, True),
    "same question": (slot_store, False),
    "same question, pre-generated": (slot_store, True),
}
_PRODUCT = "same question, pre-generated"


async def measure(_desk: Desk) -> Section:
    say("Simulating a term …")
    known = intents(pair for pair in pairs() if pair.tongue in _TONGUES)
    terms = [
        make_term(known, questions=_QUESTIONS, prepared=_PREPARED, seed=seed, mix=_MIX)
        for seed in _SEEDS
    ]
    runs = {
        name: [run(term, make(), is_prepared=is_prepared) for term in terms]
        for name, (make, is_prepared) in _STORES.items()
    }
    product = runs[_PRODUCT]
    return Section(
        title="A term of questions, simulated",
        about=_ABOUT.format(
            questions=f"{_QUESTIONS:,}",
            intents=f"{len(known):,}",
            wordings=f"{sum(len(intent.wordings) for intent in known):,}",
            mix=_MIX,
            also_same=len(also_same()),
        ),
        tables=(_over_time(runs), _by_way(runs), _wrong(runs)),
        floors=(
            Floor("hits in the second half of the term, same question, pre-generated",
                  _hits(_late(product)), at_least=90),
            Floor("wrong answers among the hits, same question, pre-generated",
                  _wrong_share(product), at_most=0),
        ),
        misses=tuple(
            f"wrong answer: {outcome.asked.wording} -> {known[outcome.served or 0].wordings[0]}"
            for outcomes in product
            for outcome in outcomes
            if outcome.wrong
        ),
    )  # fmt: skip


Runs = dict[str, list[list[Outcome]]]
"""By the name of the store, the outcomes of each term."""


def _over_time(runs: Runs) -> Table:
    rows = []
    tenth = _QUESTIONS // 10
    for name, terms in runs.items():
        cells = []
        for begin in range(0, _QUESTIONS, tenth):
            share = _hits([one for outcomes in terms for one in outcomes[begin : begin + tenth]])
            cells.append(f"{share.percent:.1f}")
        rows.append((name, *cells))
    columns = tuple(f"{number}." for number in range(1, 11))
    return Table(("hits in per cent, by tenth of the term", *columns), tuple(rows))


def _by_way(runs: Runs) -> Table:
    rows = []
    for way in WAYS:
        cells = [
            str(_hits([one for one in _late(terms) if one.asked.way == way]))
            for terms in runs.values()
        ]
        rows.append((way, *cells))
    rows.append(("all", *(str(_hits(_late(terms))) for terms in runs.values())))
    return Table(("hits in the second half, by how it was put", *runs), tuple(rows))


def _wrong(runs: Runs) -> Table:
    rows = []
    for name, terms in runs.items():
        outcomes = [one for term in terms for one in term]
        hits, wrong = (sum(one.hit for one in outcomes), sum(one.wrong for one in outcomes))
        rows.append((name, f"{len(outcomes):,}", f"{hits:,}", str(wrong)))
    return Table(("all five terms", "questions", "answered from the store", "wrongly"), tuple(rows))


def _late(terms: Sequence[Sequence[Outcome]]) -> list[Outcome]:
    return [one for outcomes in terms for one in outcomes[len(outcomes) // 2 :]]


def _hits(outcomes: Sequence[Outcome]) -> Share:
    return Share.among(outcome.hit for outcome in outcomes)


def _wrong_share(terms: Sequence[Sequence[Outcome]]) -> Share:
    return Share.among(one.wrong for outcomes in terms for one in outcomes if one.hit)
