"""Whole numbers: LCM, HCF, prime factors, whether one is prime, a fraction in lowest terms."""

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from math import gcd, isqrt, lcm

from vidya.domains.tutor.stages.computed.asked import AskedFor
from vidya.domains.tutor.stages.computed.bags import (
    says_only,
    states_a_result,
    whole_numbers_in,
    word_set,
)
from vidya.domains.tutor.stages.computed.computed import Computed, in_language

_LARGEST = 10**9
_MOST_NUMBERS = 6
_BOUNDARY = r"(?<![\w\u0900-\u097f])(?:{})(?![\w\u0900-\u097f])"


def _named(pattern: str) -> re.Pattern[str]:
    return re.compile(_BOUNDARY.format(pattern))


_LCM = _named(
    r"lcm|l\.c\.m\.?|(?:least|lowest) common (?:multiple|denominator)|लसप|ल\.?स\.?प?\.?|लघुत्तम(?: समापवर्त्य| समापवर्तक)?"
    r"|laghuttam(?: samapvartya)?"
)
_HCF = _named(
    r"hcf|h\.c\.f\.?|gcd|g\.c\.d\.?|gcf|(?:highest|greatest) common (?:factor|divisor)|मसप|म\.?स\.?प?\.?"
    r"|महत्तम(?: समापवर्तक| समापवर्त्य)?|mahattam(?: samapvartak)?"
)
_FACTORS = _named(
    r"prime factori[sz]ation|prime factors|factori[sz]e|अभाज्य गुणनखंड(?:न|ों)?|abhajya gunankhand(?:an)?"
)
_PRIME = _named(r"prime|composite|अभाज्य|भाज्य|abhajya|bhajya")
# "What are 5 prime numbers" asks for five of them.
_IS_IT = re.compile(
    r"(?:\b(?:is|whether|if|kya)|क्या) (?:the number |संख्या )?\d+(?! (?:prime )?numbers)|\d+ (?:is|एक)? ?(?:a )?(?:prime|composite)"
    r"(?: number)? or|\d+ .*(?:है या|hai ya)"
)
_SIMPLIFY = _named(
    r"simplify|reduce|(?:lowest|simplest) (?:terms?|form)|सरलतम रूप|न्यूनतम रूप|सरल(?: करो| कीजिए)?|saral karo"
)
_FRACTION = re.compile(r"(?<![\d/.])(\d{1,12}) ?/ ?(\d{1,12})(?![\d/.])")
_WORDS = word_set(
    "lcm hcf gcd gcf l c m h f g d least lowest highest greatest common multiple factor divisor numbers"
    " number denominator method prime factorisation factorization factors factorise factorize into as"
    " product or not composite simplify reduce terms term simplest form fraction whether check using",
    "लसप मसप ल स प म लघुत्तम महत्तम समापवर्त्य समापवर्तक संख्या संख्याओं अभाज्य भाज्य गुणनखंड गुणनखंडन गुणनखंडों नहीं या"
    " सरलतम न्यूनतम रूप भिन्न सरल विधि",
    "laghuttam mahattam samapvartya samapvartak sankhya abhajya bhajya gunankhand gunankhandan ya nahi"
    " saral",
)


def about_whole_numbers(asked: AskedFor, language: str) -> Computed | None:
    """None where anything but one of these is asked."""
    text = asked.text
    if not says_only(text, _WORDS):
        return None
    if _SIMPLIFY.search(text) and (found := _FRACTION.findall(text)):
        above, below = map(int, found[0])
        return _lowest_terms(above, below, language) if len(found) == 1 else None
    numbers = whole_numbers_in(text)
    if not numbers or len(numbers) > _MOST_NUMBERS or max(numbers) > _LARGEST:
        return None
    is_lcm, is_hcf = bool(_LCM.search(text)), bool(_HCF.search(text))
    if is_lcm or is_hcf:
        is_certain = is_lcm != is_hcf and len(numbers) > 1 and not states_a_result(text)
        return _common(numbers, language, is_lcm=is_lcm) if is_certain else None
    if len(numbers) != 1 or numbers[0] < 1:
        return None
    if _FACTORS.search(text):
        return _factorised(numbers[0], language)
    asks = _PRIME.search(text) and _IS_IT.search(text)
    return _prime(numbers[0], language) if asks else None


def prime_factors(number: int) -> Counter[int]:
    """Each prime with how often it divides; a number below 10¹⁰ takes milliseconds."""
    found: Counter[int] = Counter()
    factor = 2
    while factor * factor <= number:
        while number % factor == 0:
            found[factor] += 1
            number //= factor
        factor += 1 if factor == 2 else 2
    if number > 1:
        found[number] += 1
    return found


def _common(numbers: Sequence[int], language: str, *, is_lcm: bool) -> Computed:
    found = lcm(*numbers) if is_lcm else gcd(*numbers)
    steps = [_as_product(number) for number in numbers if prime_factors(number).total() > 1]
    listed = ", ".join(map(str, numbers))
    if is_lcm:
        rule = in_language(
            language,
            "For the LCM, take every prime as often as it occurs in any one of them.",
            "लघुत्तम समापवर्त्य के लिए हर अभाज्य गुणनखंड को उसकी सबसे बड़ी संख्या में लीजिए।",
        )
        last = in_language(
            language,
            f"The LCM of {listed} is {found}.",
            f"{listed} का लघुत्तम समापवर्त्य {found} है।",
        )
        return Computed("lcm", str(found), (*steps, rule, last))
    rule = in_language(
        language,
        "For the HCF, take only the primes that all of them share.",
        "महत्तम समापवर्तक के लिए केवल वे अभाज्य गुणनखंड लीजिए जो सब में हैं।",
    )
    last = in_language(
        language, f"The HCF of {listed} is {found}.", f"{listed} का महत्तम समापवर्तक {found} है।"
    )
    return Computed("hcf", str(found), (*steps, rule, last))


def _as_product(number: int) -> str:
    product = " × ".join(map(str, sorted(prime_factors(number).elements())))
    return f"{number} = {product}."


def _factorised(number: int, language: str) -> Computed | None:
    if number < 2:
        return None
    factors = prime_factors(number)
    product = " × ".join(map(str, sorted(factors.elements())))
    if factors.total() == 1:
        last = in_language(
            language,
            f"{number} is prime, so it is its own only prime factor.",
            f"{number} अभाज्य है, इसलिए वही उसका अकेला अभाज्य गुणनखंड है।",
        )
        return Computed("prime factors", product, (last,))
    steps = []
    rest = number
    for factor in sorted(factors.elements()):
        if rest != factor:
            steps.append(f"{rest} ÷ {factor} = {rest // factor}.")
        rest //= factor
    last = in_language(language, f"So {number} = {product}.", f"इसलिए {number} = {product}।")
    return Computed("prime factors", product, (*steps, last))


def _prime(number: int, language: str) -> Computed:
    if number == 1:
        last = in_language(
            language,
            "1 is neither prime nor composite, since it has only one factor.",
            "1 न अभाज्य है न भाज्य, क्योंकि उसका एक ही गुणनखंड है।",
        )
        return Computed("prime", "neither", (last,))
    first = min(prime_factors(number))
    if first == number:
        last = in_language(
            language,
            f"No prime number up to {isqrt(number)} divides {number}, so {number} is a prime number.",
            f"{isqrt(number)} तक की कोई अभाज्य संख्या {number} को विभाजित नहीं करती, इसलिए {number} अभाज्य संख्या है।",
        )
        return Computed("prime", "prime", (last,))
    last = in_language(
        language,
        f"{number} = {first} × {number // first}, so {number} is not a prime number, it is composite.",
        f"{number} = {first} × {number // first}, इसलिए {number} अभाज्य नहीं, भाज्य संख्या है।",
    )
    return Computed("prime", "composite", (last,))


def _lowest_terms(above: int, below: int, language: str) -> Computed | None:
    if not below or not above:
        return None
    shared = gcd(above, below)
    result = str(Fraction(above, below))
    if shared == 1:
        last = in_language(
            language,
            f"{above} and {below} share no factor but 1, so {above}/{below} is in its lowest terms.",
            f"{above} और {below} का 1 के सिवा कोई साझा गुणनखंड नहीं, इसलिए {above}/{below} सरलतम रूप में है।",
        )
        return Computed("lowest terms", result, (last,))
    steps = (
        in_language(
            language,
            f"The HCF of {above} and {below} is {shared}.",
            f"{above} और {below} का महत्तम समापवर्तक {shared} है।",
        ),
        f"{above} ÷ {shared} = {above // shared}.",
        f"{below} ÷ {shared} = {below // shared}.",
        in_language(
            language, f"So {above}/{below} = {result}.", f"इसलिए {above}/{below} = {result}।"
        ),
    )
    return Computed("lowest terms", result, steps)
