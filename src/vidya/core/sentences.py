"""Where one sentence of a text ends and the next begins, in English and Indian scripts."""

import re

# An initial, an abbreviation or a decimal ends in a full stop without ending a sentence.
_ABBREVIATIONS = r"(?:e\.g|i\.e|etc|viz|vs|Dr|Mr|Mrs|Ms|Prof|St|No|Fig|Rs|cf|approx)"
_END = re.compile(
    r"""
    (?: (?<=[.!?।॥]) | (?<=[.!?।॥]["'”’)]) )   # after the closing mark and what closes with it
    \s+
    (?= ["'“‘(]* [A-Z0-9\u0900-\u0DFF] )        # before something that can begin a sentence
    """,
    re.VERBOSE,
)
_NOT_AN_END = re.compile(rf"(?:\b[A-Z]|\b{_ABBREVIATIONS})\.$")


def split_sentences(text: str) -> list[str]:
    """The sentences of a text, verbatim but for white space: each line break is a space."""
    sentences: list[str] = []
    begin = 0
    flat = " ".join(text.split())
    for end in _END.finditer(flat):
        candidate = flat[begin : end.start()]
        if not _NOT_AN_END.search(candidate):
            sentences.append(candidate)
            begin = end.end()
    rest = flat[begin:]
    return [*sentences, rest] if rest else sentences
