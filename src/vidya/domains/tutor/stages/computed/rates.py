"""Simple interest, speed and distance and time, and what per cent one number is of another."""

import re
from collections.abc import Sequence
from fractions import Fraction

from vidya.domains.tutor.stages.computed.asked import AskedFor
from vidya.domains.tutor.stages.computed.bags import says_only, word_set, words_in
from vidya.domains.tutor.stages.computed.computed import Computed, in_language, short, told
from vidya.domains.tutor.stages.computed.units import Quantity, quantities_in, with_unit

_INTEREST = re.compile(r"simple interest|साधारण ब्याज|sadharan (?:byaj|vyaj)|\bs\.?i\.?\b")
_INTEREST_WORDS = word_set(
    "simple interest principal sum rate time period on at per annum annual year years yearly p a r t s i is p.a"
    " money amount deposited borrowed for % percent rs rupees months month si",
    "साधारण ब्याज मूलधन दर समय वार्षिक प्रति वर्ष की सालाना रुपये रुपए राशि पर",
    "sadharan byaj vyaj mooldhan dar samay varshik saal par salana",
)
_AMOUNT_WORDS = word_set("amount मिश्रधन mishradhan")
_RATE = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,3})?) ?(?:%|percent|per cent|प्रतिशत|pratishat)")
# Only what stands where a principal stands: the interest may be given, and the principal asked.
_MONEY = re.compile(
    r"(?:\bon|\bprincipal|\bp|मूलधन|mooldhan)(?: is| of| a sum of| =|:)? ?(?:₹|rs\.?)? ?(\d{1,12}(?:\.\d{1,2})?)(?!\s?%)"
    r"|(?<![\d.])(\d{1,12}(?:\.\d{1,2})?)(?: ?(?:rs|रुपये|रुपए|रुपया|रु|rupaye|rupay))? (?:पर|का|par|ka)(?!\S)"
)
_STATED = re.compile(
    r"(?:interest|ब्याज|byaj|vyaj)(?: is| of| =|:)? ?(?:₹|rs\.?)? ?\d|per month|monthly|प्रति माह|प्रति महीने|\bwhat (?:sum|principal|rate|time)"
)
_YEARS = re.compile(
    r"(?<![\d.])(\d{1,3}(?:\.\d{1,2})?) ?(years?|yrs?|वर्ष|साल|saal|varsh|months?|माह|महीने|mahine)(?![a-z])"
)
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")

_MOVES = word_set(
    "car train bus bike bicycle cycle truck boy girl man woman person runner cyclist athlete dog horse ship plane"
    " aeroplane vehicle scooter motorcycle tram goes go travels travel covers cover covered travelled traveled moves"
    " move moving runs run walks walk walking drives speed distance time taken takes take far long it at he she per"
    " hour second his her their does did uniform constant same average cycles during every",
    "कार रेलगाडी ट्रेन बस साइकिल ट्रक लडका लडकी आदमी व्यक्ति धावक वाहन चलती चलता चलते तय करती करता है दूरी चाल गति समय"
    " लगेगा लगा उसकी इसकी लगता",
    "gaadi gadi rail ladka ladki admi chalti chalta tay karti karta duri doori chaal chal gati samay lagega uski",
)
_SPEED = word_set("speed चाल गति chaal gati fast")
_DISTANCE = word_set("distance far दूरी duri doori")
_TIME = word_set("time long समय samay")

_N = r"(\d{1,12}(?:\.\d{1,6})?)"
_PERCENT = r"(?:percent|per cent|percentage|%)"
_WHAT_PER_CENT = tuple(
    (re.compile(pattern), part_first)
    for pattern, part_first in (
        (rf"(?:what )?{_PERCENT} of {_N} is {_N}", False),
        (rf"{_N} is (?:what )?{_PERCENT} of {_N}", True),
        (rf"{_N} as (?:a )?{_PERCENT} of {_N}", True),
        (rf"{_N} (?:का|ka) (?:कितना|कितने|kitna|kitne) (?:प्रतिशत|pratishat|percent) {_N}", False),
        (rf"{_N},? {_N} (?:का|ka) (?:कितना|कितने|kitna|kitne) (?:प्रतिशत|pratishat|percent)", True),
    )
)
_CHANGED = re.compile(
    rf"(?P<how>increase|decrease|reduce) {_N} by {_N} ?{_PERCENT}|{_N} (?P<done>increased|decreased|reduced) by {_N} ?{_PERCENT}"
)


def rates(asked: AskedFor, language: str) -> Computed | None:
    """None where anything else is asked, or a number is of unknown meaning."""
    return (
        _interest(asked.text, language)
        or _motion(asked.text, language)
        or _what_per_cent(asked.core, language)
        or _changed(asked.core, language)
    )


def _interest(text: str, language: str) -> Computed | None:
    words = set(words_in(text))
    wants_amount = bool(words & _AMOUNT_WORDS) and not re.search(r"amount of|sum", text)
    if not _INTEREST.search(text) or _STATED.search(text):
        return None
    if not says_only(text, _INTEREST_WORDS, _AMOUNT_WORDS):
        return None
    money, rates_, times = (pattern.findall(text) for pattern in (_MONEY, _RATE, _YEARS))
    if not (len(money) == len(rates_) == len(times) == 1) or len(_NUMBERS.findall(text)) != 3:
        return None
    principal, rate = Fraction(money[0][0] or money[0][1]), Fraction(rates_[0])
    is_months = times[0][1].startswith(("m", "म"))
    years = Fraction(times[0][0]) / (12 if is_months else 1)
    interest = principal * rate * years / 100
    steps = (
        in_language(
            language,
            "Simple interest is principal × rate × time ÷ 100.",
            "साधारण ब्याज = मूलधन × दर × समय ÷ 100।",
        ),
        f"{short(principal)} × {short(rate)} × {short(years)} ÷ 100 = {short(interest)}.",
    )
    if wants_amount:
        total = principal + interest
        last = f"{short(principal)} + {short(interest)} = {short(total)}."
        said = in_language(
            language, f"The amount is ₹{short(total)}.", f"मिश्रधन ₹{short(total)} है।"
        )
        return Computed("amount", f"₹{short(total)}", (*steps, last, said))
    last = in_language(
        language,
        f"The simple interest is ₹{short(interest)}.",
        f"साधारण ब्याज ₹{short(interest)} है।",
    )
    return Computed("simple interest", f"₹{short(interest)}", (*steps, last))


def _motion(text: str, language: str) -> Computed | None:
    """Two of speed, distance and time are given, and the third one is asked for."""
    quantities, rest = quantities_in(text)
    if len(quantities) != 2 or not says_only(rest, _MOVES):
        return None
    given = {quantity.unit.dimension: quantity for quantity in quantities if quantity.unit}
    words = set(words_in(rest))
    match sorted(given):
        case ["length", "time"] if words & _SPEED:
            return _speed(given["length"], given["time"], language)
        case ["speed", "time"] if words & _DISTANCE:
            return _distance(given["speed"], given["time"], language)
        case ["length", "speed"] if words & _TIME:
            return _time(given["length"], given["speed"], language)
    return None


def _speed(length: Quantity, time: Quantity, language: str) -> Computed | None:
    fits = {("km", "hours"): "km/h", ("m", "seconds"): "m/s"}
    return _divided(length, time, fits, language, kind="speed")


def _distance(speed: Quantity, time: Quantity, language: str) -> Computed | None:
    unit = {("km/h", "hours"): "km", ("m/s", "seconds"): "m"}.get(_symbols(speed, time))
    if unit is None:
        return None
    result = speed.value * time.value
    rule = in_language(language, "Distance is speed × time.", "दूरी = चाल × समय।")
    sum_ = f"{short(speed.value)} × {short(time.value)} = {short(result)}."
    return _moved("distance", (rule, sum_), result, unit, language)


def _time(length: Quantity, speed: Quantity, language: str) -> Computed | None:
    fits = {("km", "km/h"): "hours", ("m", "m/s"): "seconds"}
    return _divided(length, speed, fits, language, kind="time")


def _divided(
    above: Quantity,
    below: Quantity,
    fits: dict[tuple[str, str], str],
    language: str,
    *,
    kind: str,
) -> Computed | None:
    unit = fits.get(_symbols(above, below))
    if unit is None or not below.value:
        return None
    result = above.value / below.value
    rule = {
        "speed": in_language(language, "Speed is distance ÷ time.", "चाल = दूरी ÷ समय।"),
        "time": in_language(language, "Time is distance ÷ speed.", "समय = दूरी ÷ चाल।"),
    }[kind]
    sum_ = f"{short(above.value)} ÷ {short(below.value)} = {short(result)}."
    return _moved(kind, (rule, sum_), result, unit, language)


def _moved(kind: str, steps: Sequence[str], result: Fraction, unit: str, language: str) -> Computed:
    value = f"{told(result, language)}," if "/" in short(result) else short(result)
    said = with_unit(value, unit, language)
    last = in_language(language, f"The answer is {said}.", f"उत्तर {said} है।")
    return Computed(kind, f"{short(result)} {unit}", (*steps, last))


def _symbols(one: Quantity, other: Quantity) -> tuple[str, str]:
    return (one.unit.symbol if one.unit else "", other.unit.symbol if other.unit else "")


def _what_per_cent(core: str, language: str) -> Computed | None:
    for pattern, part_first in _WHAT_PER_CENT:
        if found := pattern.fullmatch(core):
            part, whole = map(Fraction, found.groups() if part_first else found.groups()[::-1])
            return _share(part, whole, language) if whole else None
    return None


def _share(part: Fraction, whole: Fraction, language: str) -> Computed:
    result = part / whole * 100
    sum_ = f"{short(part)} ÷ {short(whole)} × 100 = {short(result)}."
    said = told(result, language) if "/" in short(result) else short(result)
    last = in_language(
        language,
        f"So {short(part)} is {said} per cent of {short(whole)}.",
        f"इसलिए {short(part)}, {short(whole)} का {said} प्रतिशत है।",
    )
    return Computed("per cent", f"{short(result)}%", (sum_, last))


def _changed(core: str, language: str) -> Computed | None:
    found = _CHANGED.fullmatch(core)
    if found is None:
        return None
    number, rate = (Fraction(each) for each in found.groups() if each and each[0].isdigit())
    share = number * rate / 100
    grows = (found["how"] or found["done"]).startswith("increase")
    result = number + share if grows else number - share
    sign = "+" if grows else "−"
    steps = (
        f"{short(rate)} × {short(number)} ÷ 100 = {short(share)}.",
        f"{short(number)} {sign} {short(share)} = {short(result)}.",
    )
    last = in_language(language, f"The answer is {short(result)}.", f"उत्तर {short(result)} है।")
    return Computed("per cent", short(result), (*steps, last))
