"""What a model wrote is held against the passages before anybody hears it."""

import re
from collections.abc import Sequence

from vidya.core.words import content_stems
from vidya.domains.tutor.models import Sentence

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SUM = re.compile(r"(-?\d+(?:\.\d+)?)\s*([+\-−×x*÷/])\s*(-?\d+(?:\.\d+)?)\s*=\s*(-?\d+(?:\.\d+)?)")
_SUPPORTED = 0.4
"""The share of a sentence's words of meaning that its passages must hold."""


def finding(sentence: Sentence, *, question: str, language: str) -> str | None:
    """Why the sentence may not be said; None when it may."""
    if not sentence.passages:
        return "no citation"
    sources = " ".join(f"{p.chapter} {p.heading} {p.body}" for p in sentence.passages)
    if not _numbers_hold(sentence.text, f"{sources} {question}"):
        return "a number that no source has"
    if _support(sentence.text, f"{sources} {question}", language=language) < _SUPPORTED:
        return "the sources do not say so"
    return None


def _numbers_hold(text: str, sources: str) -> bool:
    known = set(_numbers(sources)) | _computed(text)
    return all(number in known for number in _numbers(text))


def _numbers(text: str) -> list[str]:
    digits = text.translate(_DIGITS)
    return [match.replace(",", "").rstrip(".") for match in _NUMBER.findall(digits)]


def _computed(text: str) -> set[str]:
    """The results of sums in the text that are right."""
    right: set[str] = set()
    for left, sign, other, result in _SUM.findall(text.translate(_DIGITS)):
        if _is_right(float(left), sign, float(other), float(result)):
            right.update(_numbers(f"{left} {other} {result}"))
    return right


def _is_right(left: float, sign: str, other: float, result: float) -> bool:
    match sign:
        case "+":
            value = left + other
        case "-" | "−":
            value = left - other
        case "×" | "x" | "*":
            value = left * other
        case _ if other:
            value = left / other
        case _:
            return False
    return abs(value - result) <= 1e-6 * max(1.0, abs(value))


def _support(text: str, sources: str, *, language: str) -> float:
    words = set(content_stems(text, language=language))
    if not words:
        return 1.0
    known = set(content_stems(sources, language=language))
    return len(words & known) / len(words)


def all_findings(sentences: Sequence[Sentence], *, question: str, language: str) -> list[str]:
    return [
        found
        for sentence in sentences
        if (found := finding(sentence, question=question, language=language))
    ]


_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
