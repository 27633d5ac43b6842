"""One slip of the finger forgiven, where what was typed is no word and one word alone is near."""

from functools import lru_cache

from vidya.domains.tutor.same_question.english_lemmas import KNOWN_ENGLISH, english_lemma
from vidya.domains.tutor.same_question.vocabulary.confusable import CONFUSABLE

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 5
# In chemistry the ending is the word: phosphite is not a misspelt phosphate.
_ENDINGS = (
    "ate", "ite", "ide", "ane", "ene", "yne", "ine", "one", "ose", "ase", "anol", "anal", "ous",
    "ic", "yl", "ium", "ion", "ive", "ant", "ent", "or", "er", "ee",
)  # fmt: skip
_OPENINGS = (
    "micro", "macro", "intra", "intro", "pre", "pro", "per", "anti", "ante", "hyper", "hypo",
    "endo", "ecto", "homo", "mono", "uni", "un", "in", "im", "re", "de", "dis", "em", "en",
)  # fmt: skip


@lru_cache(maxsize=32_768)
def spelled(word: str, vocabulary: frozenset[str]) -> str:
    """The word that was meant, if `word` is unknown and exactly one known word is one edit away.

    `vocabulary` holds the words of the curriculum as `core.words.tokens` gives them. First and
    last letters must stand: what differs there is another form or another word.
    """
    if len(word) < _SHORTEST or not word.isalpha() or not word.isascii():
        return word
    if _is_known(word, vocabulary):
        return word
    meant = {
        candidate
        for candidate in _one_edit(word)
        if (candidate in KNOWN_ENGLISH or candidate in vocabulary) and _is_slip(word, candidate)
    }
    lemmas = {english_lemma(candidate) for candidate in meant}
    if len(lemmas) != 1 or any(frozenset((word, lemma)) in CONFUSABLE for lemma in lemmas):
        return word
    return min(meant)


def _is_known(word: str, vocabulary: frozenset[str]) -> bool:
    if word in KNOWN_ENGLISH or word in vocabulary:
        return True
    lemma = english_lemma(word)
    return lemma in KNOWN_ENGLISH or lemma in vocabulary


def _one_edit(word: str) -> set[str]:
    """Every string one letter away that keeps the first and the last letter."""
    cuts = [(word[:at], word[at:]) for at in range(1, len(word))]
    return (
        {left + right[1:] for left, right in cuts if len(right) > 1 or right == left[-1]}
        | {left + letter + right for left, right in cuts for letter in _LETTERS}
        | {left + letter + right[1:] for left, right in cuts[:-1] for letter in _LETTERS}
        | {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
        | {word + word[-1]}
    )


def _is_slip(typed: str, meant: str) -> bool:
    if len(typed) == len(meant) == _SHORTEST and sorted(typed) != sorted(meant):
        return False
    return _affix(typed, meant, _ENDINGS, ends=True) and _affix(typed, meant, _OPENINGS, ends=False)


def _affix(typed: str, meant: str, affixes: tuple[str, ...], *, ends: bool) -> bool:
    """Whether the two do not carry different endings (or openings) of the list."""

    def carried(word: str) -> set[str]:
        has = word.endswith if ends else word.startswith
        return {affix for affix in affixes if has(affix)}

    ours, theirs = carried(typed), carried(meant)
    return not ours or not theirs or ours == theirs
