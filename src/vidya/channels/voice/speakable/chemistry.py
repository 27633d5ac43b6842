"""Chemical formulas, ions and reactions, spelled so that each letter and number is heard."""

import re
from dataclasses import dataclass

from vidya.channels.voice.speakable.numerals import say_index, say_number
from vidya.channels.voice.speakable.tongue import Reading, Tongue

_ELEMENTS = frozenset([
    "H", "He", "Li", "Be", "B", "C", "N", "O", "F", "Ne", "Na", "Mg", "Al", "Si", "P", "S", "Cl",
    "Ar", "K", "Ca", "Sc", "Ti", "V", "Cr", "Mn", "Fe", "Co", "Ni", "Cu", "Zn", "Ga", "Ge", "As",
    "Se", "Br", "Kr", "Rb", "Sr", "Y", "Zr", "Nb", "Mo", "Tc", "Ru", "Rh", "Pd", "Ag", "Cd", "In",
    "Sn", "Sb", "Te", "I", "Xe", "Cs", "Ba", "La", "Ce", "Pr", "Nd", "Pm", "Sm", "Eu", "Gd", "Tb",
    "Dy", "Ho", "Er", "Tm", "Yb", "Lu", "Hf", "Ta", "W", "Re", "Os", "Ir", "Pt", "Au", "Hg", "Tl",
    "Pb", "Bi", "Po", "At", "Rn", "Fr", "Ra", "Ac", "Th", "Pa", "U", "Np", "Pu",
])  # fmt: skip
# Symbols that are no English word and no name, so that they are symbols even alone.
_KNOWN_ALONE = frozenset([
    "Na", "Mg", "Si", "Cl", "Ar", "Ca", "Cr", "Mn", "Fe", "Ni", "Cu", "Zn", "Br", "Kr", "Ag",
    "Sn", "Xe", "Ba", "Pt", "Au", "Hg", "Pb", "Rb", "Cs", "Cd", "Rn", "Sr",
])  # fmt: skip
_ATOM = r"[A-Z][a-z]?(?:[0-9]{1,3}|[₀-₉]{1,3})?"
_TIMES = r"(?:[0-9]{1,2}|[₀-₉]{1,2})?"
_GROUP = rf"[(\[](?:{_ATOM}|\((?:{_ATOM}){{1,6}}\){_TIMES}){{1,8}}[)\]]{_TIMES}"
_CHARGE = (
    r"\^?[⁰¹²³⁴⁵⁶⁷⁸⁹]?[⁺⁻]|\^[0-9]?[+-]|\^\([0-9]?[-+−]\)|[ ]?(?<![0-9])[0-9][+-](?![A-Za-z0-9(])"
    r"|[+-](?![A-Za-z0-9(])"
)
_TERM = re.compile(
    rf"""
    (?P<count>[0-9]{{1,3}}[ ]?)?
    (?P<body> (?: {_ATOM} | {_GROUP} ){{1,16}} )
    (?P<water>[·.](?:[0-9]{{1,2}}|½)?H(?:2|₂)O)?
    (?P<charge>{_CHARGE})?
    (?![A-Za-z])
    (?P<state>[ ]?\((?:aq|s|l|g)\))?
    (?P<escapes>[ ]?[↑↓])?
    """,
    re.VERBOSE,
)
_ELECTRON = re.compile(r"(?P<count>[0-9]{1,2})?[ ]?e(?:⁻|\^-|\^\(-\)|-(?![A-Za-z0-9]))")
_PIECE = re.compile(
    r"([A-Z][a-z]?)([0-9₀-₉]*)"
    r"|[(\[]((?:[^()\[\]]|\([^()]*\)[0-9₀-₉]*)*)[)\]]([0-9₀-₉]*)"
)
# The F of F = ma: most single capitals are no element, and need no closer look.
_LONE_CAPITAL = re.compile(r"[A-Z](?![A-Za-z0-9₀-₉⁰¹²³⁴-⁹⁺⁻(\[^+·.-]|[ ]{0,2}[+→⇌↑↓(])")
# The bracket around (H2O) is the sentence's own, and stays.
_ONE_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]")
_JOINT = re.compile(r"[ ]{0,2}([+→⇌])[ ]{0,2}")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−", "0123456789+--", "^() ")
_JOINTS = {"+": "join", "→": "gives", "⇌": "⇌"}
_MOST_TERMS = 16
_FORMULA_INSIDE = re.compile(r"[A-Z][a-z]?(?:[0-9₀-₉]|[A-Z][a-z])|\((?:aq|s|l|g)\)")
_AROUND = 80


@dataclass(frozen=True, slots=True)
class _Term:
    words: str
    end: int
    certain: bool


def read_chemistry(text: str, at: int, tongue: Tongue) -> Reading | None:
    """The formula or the reaction that begins at `at`."""
    if _LONE_CAPITAL.match(text, at):
        return None
    terms, joints = _terms(text, at, tongue)
    if not terms:
        return None
    if len(terms) > 1 and _is_reaction(terms, joints):
        words = terms[0].words
        for joint, term in zip(joints, terms[1:], strict=True):
            words += f"{_pause(words, tongue)} {_joint_words(joint, tongue)} {term.words}"
        return Reading(words, terms[-1].end)
    first = terms[0]
    return Reading(first.words, first.end) if first.certain else None


def read_arrow(text: str, at: int, tongue: Tongue) -> Reading | None:
    """An arrow between words: "gives" in a reaction, else what comes next."""
    if text[at] != "→":
        return None
    around = text[max(0, at - _AROUND) : at + _AROUND]
    reacts = "+" in around or _FORMULA_INSIDE.search(around)
    return Reading(tongue.symbols.alone["gives" if reacts else "leads to"], at + 1)


def _terms(text: str, at: int, tongue: Tongue) -> tuple[list[_Term], list[str]]:
    terms: list[_Term] = []
    joints: list[str] = []
    term = _term(text, at, tongue)
    while term:
        terms.append(term)
        joint = _JOINT.match(text, term.end)
        if not joint or len(terms) >= _MOST_TERMS:
            break
        term = _term(text, joint.end(), tongue)
        if term:
            joints.append(joint[1])
    return terms, joints


def _is_reaction(terms: list[_Term], joints: list[str]) -> bool:
    arrow = any(joint != "+" for joint in joints)
    return any(term.certain for term in terms) and (arrow or terms[0].certain)


def _pause(words: str, tongue: Tongue) -> str:
    # "N A plus, plus electron"
    return "," if words.endswith(tongue.chemistry.signs["+"]) else ""


def _joint_words(joint: str, tongue: Tongue) -> str:
    name = _JOINTS[joint]
    return tongue.chemistry.signs[name] if name == "join" else tongue.symbols.alone[name]


def _term(text: str, at: int, tongue: Tongue) -> _Term | None:
    electron = _ELECTRON.match(text, at)
    if electron:
        count = electron["count"]
        name = tongue.chemistry.electrons if count else tongue.chemistry.electron
        words = _counted(count, name, tongue)
        return _Term(words, electron.end(), certain=True)
    found = _TERM.match(text, at)
    if not found or not _all_elements(found["body"]) or _ONE_BRACKET.fullmatch(found["body"]):
        return None
    body, charge = _apart(found["body"], (found["charge"] or "").translate(_RAISED))
    words = _counted(found["count"], _body(body, tongue), tongue)
    if charge:
        words += _charge(charge, body, tongue)
    return _Term(words + _endings(found, tongue), found.end(), _is_certain(found))


def _apart(body: str, charge: str) -> tuple[str, str]:
    """The digits of Ca2+ and the last digit of SO42- belong to the charge."""
    if len(charge) != 1:
        return body, charge
    bare = body.rstrip("0123456789")
    digits = body[len(bare) :]
    if len(digits) == 2 or (digits and bare in _ELEMENTS):
        return body[:-1], digits[-1] + charge
    return body, charge


def _counted(count: str | None, words: str, tongue: Tongue) -> str:
    return f"{say_number(count.strip(), tongue)} {words}" if count else words


def _all_elements(body: str) -> bool:
    return all(symbol in _ELEMENTS for symbol in re.findall(r"[A-Z][a-z]?", body))


def _is_certain(found: re.Match[str]) -> bool:
    """Not a word or an initialism by chance: NaCl, H2O and Na⁺, but not NO or He."""
    body = found["body"]
    if found["charge"] or found["water"] or found["state"] or body in _KNOWN_ALONE:
        return True
    has_number = any(sign.isnumeric() for sign in body)
    capitals = sum(sign.isupper() for sign in body)
    return has_number or (capitals > 1 and not body.isupper())


def _body(body: str, tongue: Tongue) -> str:
    words: list[str] = []
    for piece in _PIECE.finditer(body):
        symbol, count, inside, times = piece.groups()
        if inside is not None:
            group = tongue.chemistry.group(_body(inside, tongue), _count(times))
            words.append(f", {group},")
        else:
            words.append(f" {_atom(symbol, count, tongue)}")
    return "".join(words).strip(" ,").replace(",,", ",").replace(", ,", ",")


def _atom(symbol: str, count: str, tongue: Tongue) -> str:
    letters = " ".join(tongue.symbols.letter(letter) for letter in symbol.upper())
    return f"{letters} {say_index(count.translate(_LOWERED), tongue)}" if count else letters


def _count(times: str) -> int:
    return int(times.translate(_LOWERED)) if times else 1


def _endings(found: re.Match[str], tongue: Tongue) -> str:
    """Water of crystallisation, state, and what escapes or settles."""
    words = ""
    if found["water"]:
        words += f", {_water(found['water'][1:].partition('H')[0], tongue)}"
    if found["state"]:
        words += f" {tongue.chemistry.states[found['state'].strip(' ()')]}"
    if found["escapes"]:
        name = "gas" if "↑" in found["escapes"] else "precipitate"
        words += f", {tongue.symbols.alone[name]}"
    return words


def _water(count: str, tongue: Tongue) -> str:
    water = _body("H2O", tongue)
    return (
        f"{tongue.counting.fraction(1, 2)} {water}"
        if count == "½"
        else _counted(count, water, tongue)
    )


def _charge(charge: str, body: str, tongue: Tongue) -> str:
    number, sign = charge[:-1], tongue.chemistry.signs[charge[-1]]
    words = f"{say_number(number, tongue)} {sign}" if number else sign
    # A pause keeps the 4 of SO4 and the 2 of its charge apart.
    return f", {words}" if number and body[-1].isnumeric() else f" {words}"
