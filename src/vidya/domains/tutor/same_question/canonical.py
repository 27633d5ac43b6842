"""What languages share: equations, conversions, unit systems and arguments in either order."""

from dataclasses import dataclass

from vidya.domains.tutor.same_question.grammar import SYMMETRIC, Draft
from vidya.domains.tutor.same_question.lexing import NUMBER
from vidya.domains.tutor.same_question.phrases import word_set
from vidya.domains.tutor.same_question.units import UNIT_NAMES, UNIT_SYMBOLS

# Numbers in either order give one result; a difference or a quotient does not.
_COMMUTATIVE = frozenset({"lcm", "hcf", "sum", "product", "average", "योग"})
_LINKS = frozenset({"and", "'s", "of", "between"})
_SEEKING = frozenset({"define", "find", "how_much"})
_SYSTEMS = frozenset({"si", "cgs", "mks"})
_AROUND_EQUATIONS = word_set("value if then in when for equation that linear 's of x y z को हो")
_ABOUT_EXPRESSIONS = frozenset({"expression", "polynomial", "equation", "formula", "value"})
_MEASURING = frozenset({"measure", "express"})
_WORKED = frozenset(
    {"solve", "factorise", "expand", "simplify", "prove", "derive", "verify", "find"}
)
_INTO = frozenset({"to", "into", "in", "as"})
_UNITS = frozenset(UNIT_NAMES.values())
_YEARS = range(1000, 2030)
_EVENTS = word_set("""movement war revolt revolution treaty pact massacre satyagraha battle civilisation dynasty
    empire partition mutiny rebellion reformation renaissance""")


@dataclass(frozen=True, slots=True)
class Canonical:
    """The intent and the content of a question in their one form."""

    intent: str
    content: tuple[str, ...]
    past: bool
    either_order: bool


def canonical(draft: Draft, expressions: tuple[str, ...]) -> Canonical:
    """One form for what is asked in several ways in every language."""
    asked = _asked(draft, expressions)
    items = draft.items
    if expressions:
        asked, items = _about_expressions(asked, items, expressions)
    if not draft.aims and len(asked) == 1:
        asked, items = _conversion(asked, items)
    if "happens" in asked:
        items = _reaction(items)
    intents = list(dict.fromkeys([*asked, *sorted(draft.aims)]))
    if "unit" in intents:
        intents, items = _unit_system(intents, items)
    items, either_order = _in_either_order(items, is_symmetric=not SYMMETRIC.isdisjoint(intents))
    past = draft.past and not _is_dated(items)
    return Canonical("+".join(intents) or "define", tuple(items), past, either_order)


def _asked(draft: Draft, expressions: tuple[str, ...]) -> list[str]:
    asked = draft.asked or ["define"]
    if draft.aims:
        return [intent for intent in asked if intent not in _SEEKING and intent != "si"]
    if _SEEKING.issuperset(asked):
        has_numbers = bool(expressions) or any(item[0] == NUMBER for item in draft.items)
        return ["find"] if has_numbers else asked[:1]
    return asked


def _about_expressions(
    asked: list[str], items: list[str], expressions: tuple[str, ...]
) -> tuple[list[str], list[str]]:
    """Finding the value of x if E, and solving E for x, is to solve E."""
    equation = expressions[0]
    letters = {character for character in equation if character.isalpha()}
    is_sought = asked[:1] in (["find"], ["solve"])
    if len(expressions) == 1 and "=" in equation and letters and is_sought:
        unknown = letters if len(letters) == 1 else set()
        rest = [item for item in items if item not in _AROUND_EQUATIONS - {"x", "y", "z"} | unknown]
        if not rest:
            return ["solve"], rest
        if asked == ["solve"]:
            return asked, rest
    if _WORKED.isdisjoint(asked):
        return asked, items
    return asked, [item for item in items if item not in _ABOUT_EXPRESSIONS]


def _conversion(asked: list[str], items: list[str]) -> tuple[list[str], list[str]]:
    """One form for "how many metres in 5 km", "5 km in metres", "convert 5 km to metres"."""
    if asked == ["convert"]:
        link = next((at for at, item in enumerate(items) if item in _INTO), 0)
        if link and link < len(items) - 1:
            parts = (items[:link], items[link + 1 :])
            return asked, [*map(_unit, parts[0]), "to", *map(_unit, parts[1])]
    elif asked[0] in {"how_many", "find"} and len(items) == 3 and items[1] == "in":
        for unit, quantity in ((_unit(items[0]), items[2]), (_unit(items[2]), items[0])):
            if unit in _UNITS and quantity[0] == NUMBER and " " in quantity:
                return ["convert"], [quantity, "to", unit]
    return asked, items


def _reaction(items: list[str]) -> list[str]:
    """An acid reacts with a metal as the metal does with the acid."""
    at = items.index("react") if "react" in items else 0
    if not at or items[at + 1 : at + 2] != ["with"] or not _LINKS.isdisjoint(items):
        return items
    one, other = sorted((items[:at], items[at + 2 :]))
    return [*one, "react", "with", *other]


def _unit(item: str) -> str:
    return UNIT_NAMES.get((item,)) or UNIT_SYMBOLS.get(item) or item


def _unit_system(intents: list[str], items: list[str]) -> tuple[list[str], list[str]]:
    systems = [item for item in items if item in _SYSTEMS] + [i for i in intents if i in _SYSTEMS]
    if len(systems) != 1 or len(items) < 2 - (systems[0] in intents):
        return intents, items
    kept = [item for item in items if item not in _SYSTEMS and item not in _MEASURING]
    if kept and kept[0] == "in":
        kept = kept[1:]
    named = [f"unit:{systems[0]}" if i == "unit" else i for i in intents if i not in _SYSTEMS]
    return named, kept


def _in_either_order(items: list[str], *, is_symmetric: bool) -> tuple[list[str], bool]:
    """Arguments sorted where their order says nothing."""
    if not items:
        return items, False
    words = {item for item in items if item[0] != NUMBER} - _LINKS
    if len(words) == 1 and words <= _COMMUTATIVE and len(items) > 2:
        return [*words, *sorted(item for item in items if item[0] == NUMBER)], True
    if is_symmetric and items[0] == "between":
        items = items[1:]
    start = items.index("between") + 1 if "between" in items else 0
    if not (is_symmetric or start):
        return items, False
    groups = _groups(items[start:])
    if len(groups) < 2 or not all(groups):
        return items, False
    joined = [item for group in sorted(groups) for item in ("and", *group)]
    return [*items[:start], *joined[1:]], True


def _groups(items: list[str]) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for item in items:
        if item in {"and", "versus"}:
            groups.append([])
        else:
            groups[-1].append(item)
    return groups


def _is_dated(items: list[str]) -> bool:
    """A year or a past event: "what is" and "what was" ask the same of it."""
    return any(
        item in _EVENTS or (item[0] == NUMBER and item[1:].isdecimal() and int(item[1:]) in _YEARS)
        for item in items
    )
