"""Where one sentence of a text ends and the next begins, in English and Indian scripts."""

import re

_ABBREVIATIONS = r"(?:e\.g|i\.e|etc|viz|vs|al|Dr|Mr|Mrs|Ms|Prof|St|No|Fig|Rs|cf|approx)"
# Initials and titles as Hindi writes them: सी. वी. रमन, डॉ. आंबेडकर.
_HINDI_LETTERS = (
    "ए|बी|सी|डी|ई|एफ|एफ़|जी|एच|आई|जे|के|एल|एम|एन|ओ|पी|क्यू|आर|एस|टी|यू|वी|डब्ल्यू|एक्स|वाई|ज़ेड|जेड"
    "|डॉ|प्रो|श्री|सं|रु"
)
_END = re.compile(
    r"""
    (?: (?<=[.!?।॥]) | (?<=[.!?।॥]["'”’)]) )   # after the closing mark and what closes with it
    \s+
    (?= ["'“‘(]* [A-Z0-9\u0900-\u0DFF] )        # before something that can begin a sentence
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(rf"(?:\b{_ABBREVIATIONS}|(?<![^\s.])(?:{_HINDI_LETTERS}))\.$")
# A letter behind a number, a sign or "written" is a unit or a quantity (300 N, 25 °C, I × R),
# any other an initial.
_LETTER = re.compile(
    r"(?<![\d°=×÷/+*−-])(?<![\d°=×÷/+*−-]\s)(?<!written\s)(?<!symbol\s)(?<!letter\s)\b[A-Z]\.$"
)
# No surname is one of these words, so that the letter before it closed a sentence.
_OPENING = re.compile(
    r"(?:A|An|The|This|These|That|It|Its|If|In|On|At|For|When|One|Each|Every|Example)\b(?!\.)"
)


def split_sentences(text: str) -> list[str]:
    """The sentences of a text, verbatim but for white space: each line break is a space.

    Abbreviations (Dr.), initials (C. V. Raman) and decimals do not end a sentence; a symbol
    does (its unit is the newton, written N.).
    """
    sentences: list[str] = []
    begin = 0
    flat = " ".join(text.split())
    for end in _END.finditer(flat):
        stop, start = end.span()
        # A few characters on each side decide, so that a book without an end costs no more.
        if _ends(flat[max(begin, stop - 12) : stop], flat[start : start + 12]):
            sentences.append(flat[begin:stop])
            begin = start
    rest = flat[begin:]
    return [*sentences, rest] if rest else sentences


def _ends(left: str, right: str) -> bool:
    """Whether what stands left of the gap is closed, before what stands right of it."""
    if _ABBREVIATED.search(left):
        return False
    return _LETTER.search(left) is None or _OPENING.match(right) is not None
