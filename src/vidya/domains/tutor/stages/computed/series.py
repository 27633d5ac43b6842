"""Mean and median of some numbers, and the sum of the first terms of an arithmetic progression."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from vidya.domains.tutor.stages.computed.asked import AskedFor
from vidya.domains.tutor.stages.computed.bags import (
    numbers_in,
    says_only,
    states_a_result,
    word_set,
    words_in,
)
from vidya.domains.tutor.stages.computed.computed import Computed, in_language, short, told

_MEAN = word_set("mean average औसत माध्य ausat madhya")
_MEDIAN = word_set("median माध्यिका माध्यक madhyika")
_DATA_WORDS = word_set(
    "data numbers number following observations marks scores arithmetic values संख्याओं आंकडों अंकों निम्नलिखित sankhyaon"
)
_MOST_NUMBERS, _LARGEST = 30, 10**9
_NOT_A_LIST = re.compile(r"\d\s*[/^*+=%]|[/^*+=%]\s*\d|\d\s*(?:-|to|से|se)\s*\d|\.\.")

_PROGRESSION = re.compile(r"\bap\b|\ba\.p\b|arithmetic progression|समांतर श्रेढी|समांतर श्रेणी")
_SUM_WORDS = word_set(
    "sum first terms term ap a.p a p arithmetic progression natural numbers number n d series from to up upto whose"
    " common difference all integers positive",
    "योग पहले प्रथम पदों पद समांतर श्रेढी श्रेणी प्राकृत संख्याओं तक सार्व अंतर",
    "yog jod pehle pahle padon pad tak sankhyaon",
)
_SUM = word_set("sum योग yog jod")
_FIRST = re.compile(
    r"(?:(?:first|पहले|प्रथम|pehle|pahle) (\d{1,6}) ?(?:terms|natural numbers|पदों|पद|प्राकृत संख्याओं|padon)|(\d{1,6}) (?:terms|पदों|padon))"
)
_NATURAL = re.compile(
    r"(?:first|पहले|प्रथम|pehle) (?P<n>\d{1,9}) (?:natural numbers|प्राकृत संख्याओं)"
    r"|(?:numbers|integers) from 1 to (?P<to>\d{1,9})|(?<![\d.])1 (?:to|से|se) (?P<tak>\d{1,9})(?: तक| tak)?"
)
_NAMED = re.compile(r"\b(?P<name>[adn]) ?= ?(?P<value>-?\d{1,9}(?:\.\d{1,3})?)")
_LIST = re.compile(r"-?\d+(?:\.\d+)?(?:\s*,\s*-?\d+(?:\.\d+)?){2,}")


def series(asked: AskedFor, language: str) -> Computed | None:
    """None where the list is no list, or any other word is there."""
    words = set(words_in(asked.text))
    is_mean, is_median = bool(words & _MEAN), bool(words & _MEDIAN)
    if is_mean != is_median and says_only(asked.text, _MEAN, _MEDIAN, _DATA_WORDS):
        return _of_list(asked.text, language, is_mean=is_mean)
    if words & _SUM and says_only(asked.text, _SUM_WORDS):
        return _natural(asked.text, language) or _progression(asked.text, language)
    return None


def _of_list(text: str, language: str, *, is_mean: bool) -> Computed | None:
    numbers = numbers_in(text)
    if _NOT_A_LIST.search(text) or states_a_result(text) or not 2 <= len(numbers) <= _MOST_NUMBERS:
        return None
    if max(map(abs, numbers)) > _LARGEST:
        return None
    return _mean(numbers, language) if is_mean else _median(numbers, language)


def _mean(numbers: Sequence[Fraction], language: str) -> Computed:
    total, count = sum(numbers, Fraction(0)), len(numbers)
    mean = total / count
    steps = (
        f"{' + '.join(_signed(each) for each in numbers)} = {short(total)}.",
        in_language(language, f"There are {count} numbers.", f"कुल {count} संख्याएँ हैं।"),
        f"{short(total)} ÷ {count} = {short(mean)}.",
    )
    said = told(mean, language) if "/" in short(mean) else short(mean)
    last = in_language(language, f"The mean is {said}.", f"माध्य {said} है।")
    return Computed("mean", short(mean), (*steps, last))


def _median(numbers: Sequence[Fraction], language: str) -> Computed:
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    listed = ", ".join(map(short, ordered))
    first = in_language(language, f"In order they are {listed}.", f"क्रम में: {listed}।")
    if len(ordered) % 2:
        median = ordered[middle]
        second = in_language(
            language,
            f"The one in the middle is {short(median)}.",
            f"बीच की संख्या {short(median)} है।",
        )
    else:
        low, high = ordered[middle - 1], ordered[middle]
        median = (low + high) / 2
        second = f"({short(low)} + {short(high)}) ÷ 2 = {short(median)}."
    last = in_language(language, f"The median is {short(median)}.", f"माध्यिका {short(median)} है।")
    return Computed("median", short(median), (first, second, last))


def _signed(number: Fraction) -> str:
    return short(number) if number >= 0 else f"({short(number)})"


def _natural(text: str, language: str) -> Computed | None:
    found = _NATURAL.search(text)
    if found is None or len(numbers_in(text)) != (1 if found["n"] else 2):
        return None
    count = int(found["n"] or found["to"] or found["tak"])
    if count < 1:
        return None
    total = count * (count + 1) // 2
    rule = in_language(
        language,
        "The sum of the first n natural numbers is n × (n + 1) ÷ 2.",
        "पहली n प्राकृत संख्याओं का योग = n × (n + 1) ÷ 2।",
    )
    sum_ = f"{count} × {count + 1} ÷ 2 = {total}."
    last = in_language(language, f"The sum is {total}.", f"योग {total} है।")
    return Computed("sum", str(total), (rule, sum_, last))


def _progression(text: str, language: str) -> Computed | None:
    given = _by_name(text) or _by_list(text)
    if given is None:
        return None
    first, step, count = given
    if count.denominator != 1 or not 1 <= count <= 10**6:
        return None
    total = count / 2 * (2 * first + (count - 1) * step)
    rule = in_language(
        language,
        f"Here a = {short(first)}, d = {short(step)} and n = {count}. The sum is n/2 × (2a + (n − 1) × d).",
        f"यहाँ a = {short(first)}, d = {short(step)} और n = {count}। योग = n/2 × (2a + (n − 1) × d)।",
    )
    inner = 2 * first + (count - 1) * step
    sum_ = f"{count} ÷ 2 × {_signed(inner)} = {short(total)}."
    last = in_language(language, f"The sum is {short(total)}.", f"योग {short(total)} है।")
    return Computed("sum of an AP", short(total), (rule, sum_, last))


def _by_name(text: str) -> tuple[Fraction, Fraction, Fraction] | None:
    named = {each["name"]: Fraction(each["value"]) for each in _NAMED.finditer(text)}
    if set(named) != {"a", "d", "n"} or len(numbers_in(text)) != len(named):
        return None
    return named["a"], named["d"], named["n"]


def _by_list(text: str) -> tuple[Fraction, Fraction, Fraction] | None:
    listed, first = _LIST.search(text), _FIRST.search(text)
    if not listed or not first or not _PROGRESSION.search(text):
        return None
    terms = numbers_in(listed[0])
    gaps = {after - before for before, after in pairwise(terms)}
    if len(gaps) != 1 or len(numbers_in(text)) != len(terms) + 1:
        return None
    return terms[0], gaps.pop(), Fraction(first[1] or first[2])
