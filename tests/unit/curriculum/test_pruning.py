"""Frequent words are looked up, not read, as long as that loses nothing."""

from vidya.domains.curriculum.pruning import CHEAP, Split, all_terms, deepened, rare_first

RARE, SELDOM, FREQUENT = 1, 2, 3
WEIGHTS = {RARE: 0.7, SELDOM: 0.4, FREQUENT: 0.1}
COUNTS = {FREQUENT: 90_000, RARE: 40, SELDOM: 20_000}


def test_the_rarest_word_drives_the_search() -> None:
    split = rare_first({RARE: 0.7, FREQUENT: 0.1}, {FREQUENT: 90_000, RARE: 40}, 5, 0.0)

    assert split == Split({RARE: 0.7}, {FREQUENT: 0.1})


def test_a_word_that_too_few_have_is_not_enough() -> None:
    split = rare_first({RARE: 0.7, FREQUENT: 0.1}, {FREQUENT: 90_000, RARE: 2}, 5, 0.0)

    assert split.driving == {RARE: 0.7, FREQUENT: 0.1}


def test_words_of_few_passages_are_read_anyway() -> None:
    counts = {FREQUENT: CHEAP, RARE: 40}

    assert rare_first(WEIGHTS, counts, 5, 0.0).also == {}


def test_what_was_found_already_lets_more_be_skipped() -> None:
    before = rare_first(WEIGHTS, COUNTS, 5, 0.0)
    after = rare_first(WEIGHTS, COUNTS, 5, 2.0)

    assert set(before.driving) == {RARE, SELDOM}
    assert set(after.driving) == {RARE}


def test_a_word_alone_is_read_however_frequent() -> None:
    assert rare_first(WEIGHTS, {FREQUENT: 90_000}, 5, 0.0).driving == {FREQUENT: 0.1}


def test_little_that_was_found_makes_the_search_deeper() -> None:
    split = Split({RARE: 0.7}, {SELDOM: 0.4, FREQUENT: 0.1})

    assert deepened(split, COUNTS, last=0.5) == Split({RARE: 0.7, SELDOM: 0.4}, {FREQUENT: 0.1})
    assert deepened(split, COUNTS, last=0.0) == Split(WEIGHTS, {})
    assert deepened(split, COUNTS, last=1.0) is None


def test_unpruned_everything_is_read() -> None:
    assert all_terms(WEIGHTS, COUNTS, 5, 0.0) == Split({FREQUENT: 0.1, RARE: 0.7, SELDOM: 0.4}, {})
