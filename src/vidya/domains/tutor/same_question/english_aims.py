"""English nouns that say what is wanted of a topic: its uses, its formula, its causes."""

_AIMS = """
use: use uses application applications usage
importance: importance significance
need: need needs necessity
advantage: advantage benefit merit
disadvantage: disadvantage demerit drawback
limitation: limitation limitations
effect: effect effects impact impacts consequence consequences
why: cause causes reason reasons
formula: formula
equation: equation equations
unit: unit units
type: type types kind kinds
example: example
property: property properties
feature: feature features characteristic characteristics
function: function functions role roles
how: process working mechanism
define: meaning definition
derive: derivation
prove: proof
draw: diagram diagrams sketch
difference: difference
similarity: similarity similarities
relation: relation relationship
compare: comparison
symptom: symptom symptoms
opposite: opposite antonym antonyms
synonym: synonym synonyms
plural: plural
fullform: fullform
part: part parts
summary: summary
"""
AIMS = {
    noun: aim
    for aim, nouns in (line.split(": ") for line in _AIMS.strip().splitlines())
    for noun in nouns.split()
}
# Between an aim and its topic these say nothing more than "of".
AIM_LINKS = frozenset({"of", "for", "behind", "between", "among", "to"})
# "two main uses of": the number counts, these do not change the answer.
AIM_FILLERS = {
    "": frozenset({"different", "various", "some", "few", "any", "possible"}),
    "formula": frozenset({"chemical"}),
    "equation": frozenset({"chemical"}),
    "draw": frozenset({"neat", "labelled", "well", "clean", "clear", "make", "and", "simple"}),
    "opposite": frozenset({"word"}),
    "synonym": frozenset({"word"}),
}

# Who did it: the noun for the doer is the deed, so that "inventor of" is "invented".
AGENTS = {
    "writer": "write", "author": "write", "inventor": "invent", "discoverer": "discover",
    "founder": "found", "composer": "compose", "painter": "paint", "builder": "build",
    "creator": "create", "director": "direct", "designer": "design", "founded": "found",
}  # fmt: skip
DEEDS = frozenset(AGENTS.values())

# After these, "X of Y" is what is also called "Y X": law of demand, demand law.
_PLAIN_HEADS = """
capital currency population perimeter circumference law theorem principle president governor
"""
PLAIN_HEADS = frozenset(_PLAIN_HEADS.split())
DEVERBAL = ("tion", "sion", "ment", "ance", "ence")
_NOT_DEVERBAL = """
function fraction section nation station question motion equation portion relation condition
element moment segment cement document instrument sentence science substance audience difference
"""
NOT_DEVERBAL = frozenset(_NOT_DEVERBAL.split())
