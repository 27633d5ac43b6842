"""The dictionary forms of English words: number and tense go, meaning stays.

A Snowball stem is too short for this: it makes one word of resistance and resistivity, of
solute and solution, of nation and nationalism, of weather and weathering.
"""

from functools import lru_cache

from vidya.domains.tutor.same_question.lexing import NUMBER, UNIT
from vidya.domains.tutor.same_question.vocabulary import everyday, neighbours, science, society
from vidya.domains.tutor.same_question.vocabulary.confusable import CONFUSABLE_WORDS

_IRREGULAR = """
make: made makes making
write: wrote written writing writes
find: finds finding
build: built builds
know: knew known knows
give: gave given gives giving
take: took taken takes taking
see: saw seen sees
eat: ate eaten eats eating
draw: drew drawn draws
grow: grew grown grows
hold: held holds
fight: fought fights
bear: bore borne bears
wear: wore worn wears
send: sent sends
keep: kept keeps
teach: taught teaches teaching
sing: sang sung sings
speak: spoke spoken speaks
choose: chose chosen chooses
break: broke broken breaks
freeze: froze frozen freezes
show: showed shown shows
sell: sold sells
bring: brought brings
buy: bought buys
catch: caught catches
tell: told tells
say: said says
begin: began begun begins start started starts starting commence commenced
become: became becomes
go: went gone goes
come: came comes
fall: fell fallen falls falling
rise: rose risen rises rising
fly: flew flown flies flying
swim: swam swum swims swimming
run: ran runs running
hear: heard hears
feel: felt feels feeling
lose: lost loses losing
win: won wins
pay: paid pays
mean: meant
get: got gotten gets getting
sink: sank sunk sinks sinking
shine: shone shines shining
lay: laid lays
lead: leads
live: lived lives
use: used uses using
do: done doing
put: puts putting
cut: cuts cutting
burn: burnt burned burns
dissolve: dissolving dissolved dissolves
calculate: calculating
produce: producing
happen: occur occurs occurred happens happened happening
obtain: obtained obtains
require: required requires
mouse: mice
foot: feet
tooth: teeth
goose: geese
man: men
woman: women
child: children kid kids
ox: oxen
nucleus: nuclei
fungus: fungi
alga: algae
radius: radii
vertex: vertices
axis: axes
phenomenon: phenomena
criterion: criteria
bacteria: bacterium
alumnus: alumni
cactus: cacti
stimulus: stimuli
larva: larvae
antenna: antennae
stoma: stomata
ovum: ova
mitochondria: mitochondrion
leaf: leaves
life: lifes
wolf: wolves
half: halves
knife: knives
shelf: shelves
wife: wives
thief: thieves
analysis: analyses
hypothesis: hypotheses
crisis: crises
thesis: theses
oasis: oases
parenthesis: parentheses
big: large
biggest: largest
bigger: larger
human: humans
quick: quickly
discoverer: discoverers
sky: skies
species: species
petrol: gasoline
aeroplane: airplane airplanes aeroplanes plane's
colour: color colors colours coloured colored
fibre: fiber fibers fibres
centre: center centers centres
aluminium: aluminum
oesophagus: esophagus
anaemia: anemia
diarrhoea: diarrhea
foetus: fetus
behaviour: behavior behaviors
labour: labor labors
neighbour: neighbor neighbors
favour: favor
honour: honor
odour: odor
vapour: vapor vapors vapours
tumour: tumor tumors tumours
harbour: harbor
programme: programmes
catalyse: catalyze
analyse: analyze
defence: defense
litre: liter liters litres
metre: meter meters metres
kilometre: kilometer kilometers kilometres km kms
centimetre: centimeter centimeters centimetres cm cms
millimetre: millimeter millimeters mm
kilogram: kilograms kg kgs
gram: grams gm gms
millilitre: milliliter milliliters ml
sulphur: sulfur
mould: mold molds
plough: plow
grey: gray
mum: mom
maths: math
photosynthesis: photosynthesize
artefact: artifact artifacts artefacts
encyclopaedia: encyclopedia
judgement: judgment
ageing: aging
ozone: ozon
respire: respiring
"""
_TABLES = (
    science.PHYSICS, science.CHEMISTRY, science.BIOLOGY, science.MATHEMATICS, science.COMPUTING,
    society.HISTORY, society.GEOGRAPHY, society.CIVICS, society.ECONOMICS, society.LANGUAGE,
    everyday.EVERYDAY,
)  # fmt: skip
_SAME = {
    spelling: word
    for word, spellings in (line.split(": ") for line in _IRREGULAR.strip().splitlines())
    for spelling in spellings.split()
}
# What a slip may have meant, and what is known to be no slip.
SCHOOL_ENGLISH: frozenset[str] = CONFUSABLE_WORDS.union(*(table.split() for table in _TABLES))
KNOWN_ENGLISH: frozenset[str] = SCHOOL_ENGLISH.union(
    neighbours.NEIGHBOURS.split(), neighbours.NAMES.split(), _SAME, _SAME.values()
)

_UNCHANGED = """
is this his its us thus yes as was has does news lens gas bus mass class glass grass loss pass less plus minus across
always series means goods arms customs physics mathematics economics politics statistics mechanics optics ethics
dynamics electronics genetics athletics gymnastics thanks whereas mars venus uranus ganges himalayas united paris texas
athens wales species hundred need seed feed speed weed breed bleed deed indeed exceed proceed succeed agreed reed shed
bed red led sacred hatred naked wicked rugged ragged embed sled sped fed wed alas canvas christmas atlas biceps
triceps forceps scissors trousers rabies diabetes herpes measles mumps rickets testes pus virus uterus thymus
hypothalamus humus mucus isthmus bias gallows headquarters premises congress progress process stress success
access address press dress cross boss chess mess guess business illness witness fitness princess excess
"""
_STAYS = frozenset(_UNCHANGED.split())
_BRITISH = (("sulf", "sulph"), ("hemo", "haemo"), ("leuko", "leuco"), ("estro", "oestro"))
_IRREGULAR_PARTICIPLES = """
made written found built known given taken seen eaten drawn grown held fought worn sent kept taught sung spoken chosen
broken frozen shown sold brought bought caught told said begun got paid done put cut burnt heard born
"""
_PARTICIPLES = frozenset(_IRREGULAR_PARTICIPLES.split())


@lru_cache(maxsize=65_536)
def english_lemma(word: str) -> str:
    """One form for a word's number, tense and spelling; -ing stays, since farming is no farm."""
    word = _british(word)
    if word in _SAME:
        return _SAME[word]
    if len(word) < 4 or word in _STAYS or not word.isascii() or word[0] in NUMBER + UNIT:
        return word
    if word.endswith("s"):
        base = _singular(word)
    elif word.endswith("ed"):
        base = _infinitive(word)
    else:
        return word
    return _SAME.get(base, base)


@lru_cache(maxsize=65_536)
def is_participle(word: str) -> bool:
    """Whether a word may end a passive: measured, written."""
    return word in _PARTICIPLES or (
        word.endswith("ed") and len(word) > 4 and english_lemma(word) != word
    )


def _british(word: str) -> str:
    for american, british in _BRITISH:
        if word.startswith(american):
            word = british + word.removeprefix(american)
    if len(word) > 6:
        for american, british in (("iza", "isa"), ("ize", "ise"), ("izi", "isi"), ("yze", "yse")):
            if american in word[3:]:
                word = word[:3] + word[3:].replace(american, british)
    return word


def _singular(word: str) -> str:
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("oes"):
        return word[:-2] if word[:-1] not in KNOWN_ENGLISH else word[:-1]
    if word.endswith("ses") and word[:-1] not in KNOWN_ENGLISH and word[:-2] in KNOWN_ENGLISH:
        return word[:-2]
    return word[:-1]


def _infinitive(word: str) -> str:
    for base in (word[:-1], word[:-2], word[:-3]):
        if base in KNOWN_ENGLISH and len(base) > 2:
            return base
    if word.endswith("ied"):
        return word[:-3] + "y"
    if word[-4:-2] in {
        "at",
        "is",
        "uc",
        "us",
        "iv",
        "os",
        "ag",
        "rg",
        "nc",
        "ur",
        "ut",
        "in",
        "id",
    }:
        return word[:-1]
    return word[:-2]
