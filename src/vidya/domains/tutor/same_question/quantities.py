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
            unit = unit or (CURRENCIES.get(result.pop(), "") if _has_currency(result) else "")
            result.append(f"{value} {unit}" if unit else value)
            at = end
        else:
            result.append(_ordinal(word, result, ordinals))
            at += 1
    return _last_price(result)


def _has_currency(before: list[str]) -> bool:
    return bool(before) and before[-1] in CURRENCIES


def _last_price(words: list[str]) -> list[str]:
    """ "Rs 500" at the very end, where no word follows the number."""
    if len(words) > 1 and words[-1][0] == NUMBER and words[-2] in CURRENCIES:
        return [*words[:-2], f"{words[-1]} {CURRENCIES[words[-2]]}"]
    return words


def _ordinal(word: str, before: list[str], ordinals: Mapping[str, int]) -> str:
    if word not in ordinals or (before and before[-1] == "per"):
        return word
    return f"{NUMBER}{ordinals[word]}th"


def _number(words: list[str], at: int, numbers: Mapping[str, int]) -> tuple[str, int]:
    """The value of "two lakh five thousand" or "5 crore", and where it ends."""
    if words[at][0] == NUMBER and words[at + 1] not in numbers:
        return words[at], at + 1
    if words[at][0] == NUMBER and not words[at][1:].isdecimal():
        return words[at], at + 1
    total, group = 0, 0
    previous = 0
    while at < len(words):
        word = words[at]
        value = numbers.get(word)
        if value is None and word[0] == NUMBER and word[1:].isdecimal() and not group:
            value = int(word[1:])
        if value is None:
            if word in _AND and previous >= _HUNDRED and words[at + 1 : at + 2]:
                if words[at + 1] in numbers:
                    at += 1
                    continue
            break
        if value >= _HUNDRED and group + total:
            if value == _HUNDRED:
                group *= value
            else:
                total, group = total + group * value, 0
        elif group and not _completes(group, value):
            break
        else:
            group += value
        previous = value
        at += 1
    return f"{NUMBER}{total + group}", at


def _completes(group: int, value: int) -> bool:
    """Twenty takes five, a hundred takes twenty; five takes no six."""
    return (group % 100 == 0 and value < _HUNDRED) or (
        group % 10 == 0 and group % 100 >= 20 and value < 10
    )


def _unit(words: list[str], at: int) -> tuple[str, int]:
    if at < len(words) and words[at][0] == UNIT:
        return words[at][1:], at + 1
    for length in range(min(_LONGEST_UNIT, len(words) - at), 0, -1):
        unit = UNIT_NAMES.get(tuple(words[at : at + length]))
        if unit:
            return unit, at + length
    return "", at
