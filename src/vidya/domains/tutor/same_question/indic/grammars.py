"""The nine further languages, each put together from its tables when it is first asked in."""

from collections.abc import Callable
from functools import lru_cache
from itertools import product

from vidya.domains.tutor.same_question.grammar import MARK, Grammar
from vidya.domains.tutor.same_question.indic import (
    bengali,
    gujarati,
    kannada,
    malayalam,
    marathi,
    odia,
    punjabi,
    tamil,
    telugu,
)
from vidya.domains.tutor.same_question.indic.reading import ASKED_HERE, Reader
from vidya.domains.tutor.same_question.indic.splitting import (
    endings_of,
    folded,
    plural_endings_of,
    split,
)
from vidya.domains.tutor.same_question.indic.tables import AND, OBJECT, OF, TO, Tables
from vidya.domains.tutor.same_question.lexing import BREAK, NUMBER, UNIT
from vidya.domains.tutor.same_question.phrases import Trie, phrase_table, politeness
from vidya.domains.tutor.same_question.units import UNIT_NAMES

TABLES: dict[str, Tables] = {
    module.TABLES.code: module.TABLES
    for module in (
        bengali, gujarati, kannada, malayalam, marathi, odia, punjabi, tamil, telugu,
    )
}  # fmt: skip
_MARKERS = frozenset({OF, TO, AND, OBJECT})
_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=len(TABLES))
def indic_grammar(code: str) -> Grammar:
    """The grammar of "bn", "gu", "kn", "ml", "mr", "or", "pa", "ta" or "te"."""
    tables = TABLES[code]
    wholes = _wholes(tables)
    return Grammar(
        expand=_expander(tables, wholes),
        openings=politeness([*_phrases(tables.openings), BREAK]),
        closings=politeness([*_phrases(tables.closings), BREAK], is_reversed=True),
        topic_after=_words(tables.linking) | {OF},
        topic_before=_words(tables.linking),
        numbers=_valued(tables.numbers),
        ordinals=_valued(tables.ordinals),
        wordings={},
        demonstrative=_words(tables.leaning),
        personal=_words(tables.personal),
        page=_words(tables.page),
        passing=_words(tables.passing),
        follow_ups=_words(tables.follow_ups) | _MARKERS | {ASKED_HERE, f"{NUMBER}1"},
        connectives=_words(tables.linking),
        spelled=_as_typed,
        arrange=_reader(tables),
    )


def _reader(tables: Tables) -> Reader:
    return Reader(
        asks=_marked(tables.asks),
        tails=_marked(tables.tails, is_reversed=True),
        defining=phrase_table(
            (phrase, "") for name, phrase in _rules(tables.tails) if name == "define"
        ),
        first=_marked(tables.first),
        aims=_marked(tables.aims, is_reversed=True),
        unique=_words(tables.unique),
        occurring=_words(tables.occurring),
        leaning=_words(tables.personal) | _words(tables.follow_ups),
        linking=_words(tables.linking),
        pairing=_words(tables.pairing),
        between=_words(tables.between),
        negations=_words(tables.negations),
        negative_endings=tuple(_words(tables.negative_endings)),
        yes_no_endings=tuple(_words(tables.yes_no_endings)),
    )


def _as_typed(word: str, vocabulary: frozenset[str]) -> str:  # noqa: ARG001 -- a Grammar's shape
    """No slip is forgiven: the neighbours of these languages' words were not gone through."""
    return word


def _expander(tables: Tables, wholes: frozenset[str]) -> Callable[[list[str]], list[str]]:
    same = _same(tables.same)
    passes = (
        endings_of(tables.clitics),
        endings_of(tables.endings),
        plural_endings_of(tables.plurals),
    )

    @lru_cache(maxsize=16_384)
    def levelled(word: str) -> tuple[str, ...]:
        word = folded(word)
        known = same.get(word)
        if known is not None:
            return known
        if word in wholes or word.isascii():
            return (word,)
        stem, *markers = split(word, passes)
        return (*same.get(stem, (stem,)), *markers)

    def expand(words: list[str]) -> list[str]:
        result: list[str] = []
        for word in words:
            result += (word,) if word[0] in NUMBER + UNIT + BREAK else levelled(word)
        return result

    return expand


def _same(table: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in table.strip().splitlines():
        word, _, spellings = line.partition(":")
        put = tuple(folded(part) for part in word.split() if part != "-")
        found |= {folded(spelling): put for spelling in spellings.split()}
    return found


def _wholes(tables: Tables) -> frozenset[str]:
    """Words that the tables hold as they are: no ending of theirs is an inflection."""
    lists = (
        tables.unique, tables.whole, tables.occurring, tables.openings, tables.closings, tables.linking, tables.between, tables.leaning,
        tables.personal, tables.page, tables.passing, tables.follow_ups, tables.negations,
    )  # fmt: skip
    rules = (tables.asks, tables.tails, tables.first, tables.aims)
    phrases = [phrase for table in rules for _, phrase in _rules(table)]
    valued = {**_valued(tables.numbers), **_valued(tables.ordinals)}
    return frozenset().union(
        *(_words(table.replace("|", " ").replace("/", " ")) for table in lists),
        *(phrase.split() for phrase in phrases),
        valued,
        *UNIT_NAMES,
    )


def _words(table: str) -> frozenset[str]:
    return frozenset(map(folded, table.split())) if table else _NOTHING


def _phrases(table: str) -> list[str]:
    """The phrases of a table, one for each choice between words that "/" parts."""
    phrases = (phrase for line in table.strip().splitlines() for phrase in line.split("|"))
    return [
        " ".join(map(folded, chosen))
        for phrase in phrases
        if phrase.strip()
        for chosen in product(*(words.split("/") for words in phrase.split()))
    ]


def _rules(table: str) -> list[tuple[str, str]]:
    rules: list[tuple[str, str]] = []
    for line in table.strip().splitlines():
        name, phrases = line.split(": ")
        rules += [(name, phrase) for phrase in _phrases(phrases)]
    return rules


def _marked(table: str, *, is_reversed: bool = False) -> Trie:
    step = -1 if is_reversed else 1
    return phrase_table(
        (" ".join(phrase.split()[::step]), MARK + name) for name, phrase in _rules(table)
    )


def _valued(table: str) -> dict[str, int]:
    """Words of a table whose lines are "value: word word", or "from..: word word" in order."""
    found: dict[str, int] = {}
    for line in table.strip().splitlines():
        first, words = line.split(": ")
        is_row = first.endswith("..")
        for step, word in enumerate(words.split()):
            found[folded(word)] = int(first.removesuffix("..")) + (step if is_row else 0)
    return found
