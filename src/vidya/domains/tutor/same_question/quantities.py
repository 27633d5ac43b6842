"""Numbers with their units, read from words: "five km" and "5 kilometres" are one quantity."""

from collections.abc import Mapping

from vidya.domains.tutor.same_question.lexing import NUMBER, UNIT
from vidya.domains.tutor.same_question.units import CURRENCIES, UNIT_NAMES

_LONGEST_UNIT = 3
_AND = frozenset({"and", "और"})
_HUNDRED = 100


def quantified(
    words: list[str], *, numbers: Mapping[str, int], ordinals: Mapping[str, int]
) -> list[str]:
    """The words with every number in figures and joined to its unit ("№5 kilometre").

    `numbers` are the number words of the language, `ordinals` those of order: the second law
    is "№2th". A second after a number or after "per" is a unit.
    """
    result: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word in numbers or (word[0] == NUMBER and words[at + 1 : at + 2]):
            value, end = _number(words, at, numbers)
            unit, end = _unit(words, end) if value[-1] != "h" else ("", end)
            if not unit and result and result[-1] in CURRENCIES:
                unit = CURRENCIES[result.pop()]
            result.append(f"{value} {unit}" if unit else value)
            at = end
        else:
            result.append(_ordinal(word, result, ordinals))
            at += 1
    return _last_price(result)


def _last_price(words: list[str]) -> list[str]:
    """A price at the very end ("Rs 500"), where no word follows the number."""
    if len(words) > 1 and words[-1][0] == NUMBER and words[-2] in CURRENCIES:
        return [*words[:-2], f"{words[-1]} {CURRENCIES[words[-2]]}"]
    return words


def _ordinal(word: str, before: list[str], ordinals: Mapping[str, int]) -> str:
    if word not in ordinals or (before and before[-1] == "per"):
        return word
    return f"{NUMBER}{ordinals[word]}th"


def _number(words: list[str], at: int, numbers: Mapping[str, int]) -> tuple[str, int]:
    """The value of "two lakh five thousand" or "5 crore", and where it ends."""
    first = words[at]
    if first[0] == NUMBER and (words[at + 1] not in numbers or not first[1:].isdecimal()):
        return first, at + 1
    total = group = 0
    while at < len(words):
        value = _value(words, at, numbers, is_first=not (total or group))
        if value is None or not _continues(total, group, value):
            break
        if value == _HUNDRED and group:
            group *= value
        elif value > _HUNDRED and group:
            total, group = total + group * value, 0
        else:
            group += value
        at += 1 + _and_follows(words, at + 1, numbers, after=value)
    return f"{NUMBER}{total + group}", at


def _value(words: list[str], at: int, numbers: Mapping[str, int], *, is_first: bool) -> int | None:
    if is_first and words[at][0] == NUMBER:
        return int(words[at][1:])
    return numbers.get(words[at])


def _continues(total: int, group: int, value: int) -> bool:
    """Twenty takes five, a hundred takes twenty, five takes lakh; five takes no six."""
    if not group or value >= _HUNDRED:
        return value < _HUNDRED or bool(group) or not total
    return group % _HUNDRED == 0 or (group % 10 == 0 and group % _HUNDRED >= 20 and value < 10)


def _and_follows(words: list[str], at: int, numbers: Mapping[str, int], *, after: int) -> bool:
    """The "and" of "a hundred and five"; "twenty and five" are two numbers."""
    return (
        after >= _HUNDRED and at + 1 < len(words) and words[at] in _AND and words[at + 1] in numbers
    )


def _unit(words: list[str], at: int) -> tuple[str, int]:
    if at < len(words) and words[at][0] == UNIT:
        return words[at][1:], at + 1
    for length in range(min(_LONGEST_UNIT, len(words) - at), 0, -1):
        unit = UNIT_NAMES.get(tuple(words[at : at + length]))
        if unit:
            return unit, at + length
    return "", at
