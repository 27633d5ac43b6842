"""Pairs of words that look alike and mean different things: never bridged, however near."""

_PAIRS = """
nitrate nitrite|sulphate sulphite|sulphide sulphite|chlorate chlorite|chloride chlorite|bromide bromine|iodide iodine
fluoride fluorine|chloride chlorine|phosphate phosphite|ethane ethene|ethene ethyne|methane methene|propane propene
butane butene|pentane pentene|hexane hexene|alkane alkene|alkene alkyne|ethanol ethanal|methanol methanal
propanol propanal|ferrous ferric|cuprous cupric|anion cation|amine amide|amine imine|alkyl aryl|benzene benzine
absorb adsorb|absorption adsorption|affect effect|accept except|access excess|adapt adopt|adaptation adoption
advice advise|aid aide|aisle isle|allusion illusion|altar alter|angel angle|anode cathode|ascent assent
assess access|aural oral|berth birth|bail bale|bare bear|board bored|boarder border|brake break|breath breathe
bridal bridle|canon cannon|canvas canvass|capital capitol|carat carrot|casual causal|cede seed|ceiling sealing
cell sell|censor sensor|cereal serial|chord cord|cite site|climactic climatic|cloth clothe|coarse course
collision collusion|complement compliment|complementary complimentary|concave convex|confidant confident
conscience conscious|conservation conversation|contract contrast|core corps|council counsel|currant current
dairy diary|deduct deduce|defer differ|dependant dependent|deposition disposition|descent dissent|desert dessert
device devise|die dye|discreet discrete|disease decease|draft draught|dual duel|dyeing dying|eclipse ellipse
elicit illicit|emigrant immigrant|emigration immigration|eminent imminent|employee employer|endothermic exothermic
ensure insure|envelop envelope|erosion corrosion|evolution revolution|expand expend|expansion expression
fission fusion|flour flower|formal former|formally formerly|foul fowl|gene genre|genius genus|glucagon glycogen
heal heel|hear here|hole whole|human humane|idle idol|immunity impunity|import export|insolation insulation
isolation insulation|isobar isotope|isotone isotope|its it's|latitude altitude|lactase lactose|amylase amylose
maltase maltose|sucrase sucrose|cellulase cellulose|lead led|lessen lesson|lightening lightning|lipid liquid
loose lose|macro micro|macroscopic microscopic|macroeconomics microeconomics|macronutrient micronutrient
magnate magnet|main mane|marital martial|mean median|medal metal|median medium|meiosis mitosis|meter metre
meteor meteorite|meteorite meteoroid|mettle metal|miner minor|moat mote|mode model|monopoly monopsony|moral morale
morning mourning|naval navel|neuron neutron|nucleus nucleolus|organ organism|oxidation oxidant|pail pale
parameter perimeter|passed past|patience patients|peace piece|peak pique|pedal petal|persecute prosecute
personal personnel|petal sepal|phloem xylem|photon proton|pistil pistol|plain plane|plan plane|plate plateau
pollination pollution|pore pour|pray prey|precede proceed|precipitation perspiration|prefix suffix|principal principle
prism prison|profit prophet|prophase metaphase|prostate prostrate|quiet quite|radian radiant|radium radius
rain reign|rational ration|reflection refraction|reflect refract|reflex reflux|resistance resistivity
resister resistor|respiration perspiration|rotation revolution|root route|scent sent|secant second|series serious
sine sign|solute solvent|solution solvent|sole soul|sore soar|species specie|speed velocity|stationary stationery
statue statute|status statue|stem steam|straight strait|strand stand|suit suite|tail tale|tissue issue
tortuous torturous|track tract|transcription translation|transpiration respiration|trail trial|ureter urethra
vain vein|vein vane|vertex vortex|vertices vortices|virtual virtuous|vision version|voltage wattage|wander wonder
waist waste|weather whether|weathering withering|week weak|weight wait|aerobic anaerobic|afferent efferent
anabolism catabolism|abduct adduct|arteries arterioles|auricle oracle|carpal carpel|cilia ciliary|cytology cytosol
chromatid chromatin|dominant dormant|ecology ethology|endoderm ectoderm|femur femoral|gamete gemmule
genotype phenotype|haploid diploid|herbivore carnivore|homologous homogeneous|homogeneous homogenous
hypertonic hypotonic|hypertension hypotension|hyperopia myopia|ileum ilium|interphase interface|mucus mucous
pupa pupil|plumule radicle|radicle radical|rickets rackets|species spices|stigma stoma|thymine thiamine
uracil urea|vesicle vessel|villi villain|epigram epigraph|epitaph epithet|biannual biennial|centigrade centigram
decagon decagram|diameter dimeter|hexagon heptagon|integer integral|parallel parable|percent percentile|rhombus rhomboid
scalar scaler|tangent tangible|trapezium trapezoid|variable variance|ashoka ashok|barter batter|caste cast
cavalry calvary|colony colonel|confederation federation|corporation cooperation|czar tsar|equator equation
feudal futile|legislator legislature|monarch monarchy|monastery ministry|policy police|politic political
populace populous|reformation information|senate senator|treaty treatise|vassal vessel|democracy democrat
delta data|stratosphere troposphere|tundra thunder|cyclone cyclonic|insolvent insoluble|climate climax
industrial industrious|economic economical|historic historical|classic classical|electric electronic
successful successive|continual continuous|considerable considerate|imaginary imaginative|sensible sensitive
respectful respective|comprehensible comprehensive|credible creditable|ingenious ingenuous|judicial judicious
luxuriant luxurious|notable noticeable|official officious|popular populous|practical practicable|temporal temporary
urban urbane|venal venial|human hymen|script scrip|sanskrit sanction|grammar glamour|verb adverb|noun pronoun
"""

CONFUSABLE: frozenset[frozenset[str]] = frozenset(
    frozenset(pair.split()) for line in _PAIRS.strip().splitlines() for pair in line.split("|")
)
CONFUSABLE_WORDS: frozenset[str] = frozenset().union(*CONFUSABLE)
