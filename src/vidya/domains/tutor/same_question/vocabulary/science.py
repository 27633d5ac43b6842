"""English words of physics, chemistry, biology, mathematics and computing in classes 6 to 10."""

PHYSICS = """
absolute absorb absorption acceleration accelerate accelerator acoustic adhesion altitude ammeter ampere
amplifier amplitude angle angular anode aperture apparatus apparent armature astronomy atmosphere atmospheric atom
atomic attract attraction audible average axis balance balanced barometer battery beam bend bending bimetallic
binocular boil boiling bounce brake brightness bulb buoyancy buoyant calorie calorimeter camera capacitance
capacitor cathode cell celsius centre centrifugal centripetal charge charged circuit clockwise coefficient
cohesion coil collision colour commutator compass component compress compression concave condensation condense
conduct conduction conductivity conductor conserve conservation constant contact contract contraction convection
converge converging convert convex cooling cornea coulomb crest current curvature curve cycle damping decay
decelerate deceleration decibel declination deflection deform deformation degree density deviation diffraction
diffuse diffusion dimension diode dioptre direct direction discharge dispersion dispersive displace displacement
distance distort diverge diverging dynamics dynamo earthing echo eclipse efficiency efficient effort elastic
elasticity electric electrical electricity electrode electrolysis electromagnet electromagnetic electromagnetism
electron electronic electroscope electrostatic element emission emit energy engine equilibrium evaporate
evaporation expand expansion experiment exert extension external eyepiece fahrenheit farad filament fission float
floatation fluid fluorescent focal focus force frequency friction frictional fulcrum fuse fusion galvanometer
gamma gaseous generate generator geostationary gravitation gravitational gravity ground harmonic heat heating
height hertz horizontal humidity hydraulic hydroelectric hygrometer hypermetropia image impulse incidence incident
incline inclined induce induced induction inductance inertia inertial infrared insulate insulation insulator
intensity interference internal inverse inverted isotope isotone isobar joule kaleidoscope kelvin kilogram
kilowatt kinematics kinetic laser latent lens levelled lever light lightning linear liquid load longitudinal
longsighted loudness lubricant lubricate lubrication luminous machine magnet magnetic magnetise magnetism
magnification magnify magnifying magnitude mass matter measure measurement mechanical mechanics medium melt
melting metre microscope mirage mirror modulus molecule moment momentum motion motor moving myopia natural negative
neutral neutron newton noise nuclear nucleus object objective observer ohm ohmmeter opaque optic optical optics
orbit origin oscillate oscillation oscilloscope parallel particle pascal pendulum penumbra periscope period periodic
permanent phase photon physical physicist physics pitch plane planet plank plasma pole positive position potential
power presbyopia pressure principal prism projectile propagate propagation property proton pulley pulse quantity
quantum radar radian radiant radiate radiation radioactive radioactivity radium radius rarefaction rarer reactor
real rectifier rectilinear reflect reflected reflection reflector refract refracted refraction refractive
refrigerator relative relativity relay repel repulsion resistance resistivity resistor resonance resultant retard
retardation retina reverberation revolution revolve rheostat rigid rocket roller rotate rotation satellite scalar
scatter scattering screen semiconductor sensitivity series shadow siphon slope solar solenoid solid sonar sound
spectrum speed sphere spherical spontaneous spring state static stationary steam stethoscope storage streamline
submerge surface switch temperature tension terminal tesla thermal thermometer thermos thermostat thrust timbre
torch torque toroid traction trajectory transfer transformer transistor translucent transmission transmit
transparent transverse trough turbine ultrasonic ultrasound ultraviolet umbra uniform unit universal universe
upthrust vacuum valve vector velocity vernier vertical vibrate vibration virtual viscosity viscous visible vision
volt voltage voltmeter volume vortex watt wave wavelength weight weightlessness wheel width
"""
CHEMISTRY = """
acetate acetic acid acidic acidity alcohol aldehyde alkali alkaline alkane alkene alkyne allotrope allotropy alloy
alumina aluminium amalgam amine ammonia ammonium amorphous anhydrous anion anodise antacid antioxidant aqueous argon
aromatic arsenic atomicity balancing barium base basic basicity battery benzene beryllium bicarbonate bleach
bleaching bond bonding borax boron brass bromide bromine bronze buffer burette burn burning butane butene butanol
cadmium caesium calcination calcium caramel carbide carbohydrate carbon carbonate carbonic carboxylic catalyse
catalysis catalyst catenation cation caustic cement ceramic charcoal chemical chemist chemistry chlorate chloride
chlorine chlorite chloroform chromatography chromium coal cobalt coke colloid colloidal combine combination combust
combustion combustible compound concentrate concentrated concentration copper corrode corrosion corrosive covalent
cracking crystal crystalline crystallise crystallisation decant decantation decompose decomposition dehydrate
desalination detergent diamond dilute dilution dissociate dissociation dissolve distil distillation distilled
double ductile ductility dust electrolyte electrolytic electronegativity electroplating electrovalent emulsion
endothermic enzyme equation ester esterification ethanal ethane ethanoic ethanol ethene ether ethyne ethylene
exothermic explosive extract extraction fermentation ferric ferrous fertiliser fibre filter filtrate filtration
flame flammable fluoride fluorine formaldehyde formic formula fractional fraction fuel galvanise galvanisation
gas gasoline germanium glass glucose glycerol gold graphite group gypsum halogen heavy helium hematite heterogeneous
homogeneous homologous hydrate hydrated hydrocarbon hydrochloric hydrogen hydrogenation hydrolysis hydronium
hydroxide ignite ignition impurity indicator inert inflammable inhibitor inorganic insoluble iodide iodine ion
ionic ionise ionisation iron isomer isomerism kerosene lead lime limestone liquefaction liquefy lithium litmus
lustre lustrous magnesium malleable malleability manganese marble mercury metal metallic metalloid metallurgy
methanal methane methanoic methanol methene methyl mineral miscible mixture molar molarity mole molecular molten
monomer monoxide naphthalene neon neutralise neutralisation nickel nitrate nitric nitride nitrite nitrogen noble
nonmetal nucleon nylon octet odour orbital ore organic osmium oxidant oxidation oxide oxidise oxidising oxygen ozone
palladium paraffin pentane peroxide petrol petroleum phenol phenolphthalein phosphate phosphoric phosphorus pickle
plaster plastic platinum plutonium polyester polyethene polymer polymerisation polythene potassium potash powder
precipitate precipitation propane propanol propene pungent pure purify purification purity quicklime radical rancid
rancidity rayon react reactant reaction reactive reactivity reagent redox reduce reducing reduction refine refining
residue reversible roasting rubber rust rusting salt saponification saturate saturated saturation sediment
sedimentation separation shell silica silicate silicon silver slag slaked smelting soap soda sodium solder soluble
solubility solute solution solvent sour spectator stainless starch steel sublimate sublimation substance substitution
sucrose sulphate sulphide sulphite sulphur sulphuric sulphurous sulphonate suspension symbol synthesis synthetic
tartaric thermit thermite tin titanium titration toluene toxic tungsten unsaturated uranium urea valence valency
vapour vaporise vaporisation vinegar volatile vulcanisation water xenon yeast zinc
"""
BIOLOGY = """
abdomen abiotic abscisic absorb acellular acquired adaptation adapt adenine adrenal adrenaline aerobic agar albino
algae allele alveoli alveolus amino amnion amoeba amphibian amylase amylose anaemia anaerobic anatomy angiosperm
animal annelid antenna anther antibiotic antibody antigen anus aorta appendix aquatic archaea artery arteries
arthropod asexual assimilate assimilation asthma atrium auditory auricle autotroph autotrophic autotrophs auxin
axon bacillus backbone bacteria bacterial bacterium bark beak bile binary biodiversity biodegradable biogas biology
biomass biome biopsy biosphere biotechnology biotic bladder blood bone botany brain branch breath breathe breathing
breed breeding bronchi bronchus bryophyte budding calyx cambium cancer canine capillary capillaries carbohydrate
cardiac carnivore carnivorous carpel cartilage caterpillar cell cellular cellulose centipede cerebellum cerebrum
chloroplast chlorophyll cholera chordate chromatid chromatin chromosome chyme cilia circulation circulatory class
classification clone clot clotting cochlea cockroach cocoon coelom collagen colon columnar community complex
compost conifer connective consumer contraception cornea corolla corpuscle cotyledon cranium crossbreed cuticle
cytokinesis cytokinin cytoplasm cytosine deciduous decomposer defence deficiency dehydration dendrite dengue dermis
development diabetes dialysis diaphragm diarrhoea dicot diffusion digest digestion digestive disease diversity
dominant dormancy dormant duodenum dysentery ecology ecological ecosystem ectoderm ectotherm egg embryo emphysema
endocrine endoderm endosperm endoskeleton environment enzyme epidermis epiglottis epithelial epithelium erythrocyte
estrogen ethology eukaryote eukaryotic eutrophication evolution evolve excrete excretion excretory exhale
exhalation exoskeleton extinct extinction faeces family fauna feather feline fermentation fern fertile fertilise
fertilisation fetus fibrin fibrous filament fission flagella flagellum flora floral flower flowering foetus follicle
food fossil fossils fragmentation frog fruit fungal fungi fungus gall gamete gametes gastric gene genes genetic
genetics genome genotype genus germ germinate germination gestation gibberellin gill gland glomerulus glucagon
glucose gluten glycogen goitre gonad grassland growth guanine gullet gymnosperm habitat haemoglobin haemophilia
hair heart hemisphere herbivore herbivorous hereditary heredity hermaphrodite heterotroph heterotrophic heterotrophs
heterozygous hibernate hibernation homeostasis homologous homozygous hormone hormones host human humus hybrid
hydra hydroponics hygiene hyphae hypothalamus immune immunity immunisation implantation inbreeding incisor infect
infection infectious infertile inflorescence ingest ingestion inhale inhalation inherit inheritance inherited insect
insectivore insectivorous insulin intestine intestinal invertebrate involuntary iris jaundice jaw joint kidney
kingdom kwashiorkor lacteal lactase lactic lactose larva larvae larynx leaf legume lens leprosy leucocyte lichen
ligament lignin limb lipase lipid liver lizard locomotion lung lungs lymph lymphatic lymphocyte lysosome
macronutrient macrophage malaria malnutrition maltase maltose mammal mammals mammary mandible marasmus marrow
medulla meiosis membrane memory meninges menopause menstrual menstruation meristem meristematic mesoderm
metabolic metabolism metamorphosis microbe microbes microbial microorganism microorganisms micronutrient migration
mitochondria mitochondrion mitosis molar molecular mollusc monocot mosquito moss moth mouth mucus multicellular
muscle muscles muscular mushroom mutation mutualism mycelium nasal nectar nematode nephron nerve nerves nervous
neural neuron niche nitrogen nocturnal nostril notochord nucleic nucleolus nucleotide nutrient nutrients nutrition
obesity oesophagus offspring olfactory omnivore optic oral organ organelle organelles organism organisms osmosis
osmotic ovary oviduct ovule ovum oxytocin palisade pancreas pancreatic parasite parasitic parasitism parenchyma
pasteurisation pathogen pathogens pelvis penicillin pepsin peptide pericardium peristalsis petal petiole phagocyte
pharynx phenotype phloem photosynthesis phototropism phylum physiology pigment pistil pituitary placenta plankton
plant plants plasma plasmid plasmodium plastid platelet platelets pleura plumule pneumonia polio pollen pollinate
pollination polyp predator pregnancy prey primate prokaryote prokaryotic prosthesis protease protein proteins
protista protoplasm protozoa pseudopodia puberty pulmonary pupa pupil rabies radicle receptor recessive recombinant
rectum reflex regenerate regeneration renal reproduce reproduction reproductive reptile reptiles respire respiration
respiratory reticulum retina rhizobium rhizome ribosome rickets root saliva salivary saprophyte saprophytic saprotroph
sclerenchyma scrotum scurvy secretion seed seedling segment self sensory sepal septum serum sexual shoot sickle
skeletal skeleton skin skull snail species specimen sperm sphincter spinal spine spiracle spirogyra spleen sponge
spore spores stamen stem sterile stigma stimulus stimuli stoma stomach stomata style sucrase survive sweat symbiosis
symbiotic symptom symptoms synapse syphilis taproot taste taxonomy tendon tendril testis testes testosterone tetanus
thallus thorax throat thrombin thymine thyroid thyroxine tissue tissues tongue tonsil trachea trait translocation
transcription transpiration transpire transport transplant tropism trypsin tuber tuberculosis tumour turgid turgor
typhoid ulcer umbilical unicellular urea ureter urethra uric urinary urine uterus vaccine vaccination vaccinate
vacuole vagina variation vascular vegetative vein veins vena ventricle vermicompost vertebra vertebrate vertebrates
vesicle villi virus viruses vitamin vitamins vitreous voluntary wilt worm xerophyte xylem yolk zoology zygote
"""
MATHEMATICS = """
abscissa acute addend addition add additive adjacent algebra algebraic algorithm alternate annulus antilog apex
apothem approximate approximation arc area arithmetic ascending associative asymptote average axiom base binomial
bisect bisector bracket calculate calculation calculus cancel capacity cardinal cartesian centroid certain chord
circle circular circumcentre circumference circumscribed coefficient collinear column combination common commutative
compass complement complementary composite compound concentric cone congruence congruent conic conical conjugate
consecutive constant construct construction convert coordinate coordinates corollary corresponding cosec cosecant
cosine cotangent cube cubic cuboid cumulative curve cyclic cylinder cylindrical data decagon decimal decimals
definite degree denominator denominators derivative descending determinant deviation diagonal diameter die dice
difference differentiate differentiation digit digits dimension dimensional discount discriminant distributive divide
dividend divisible divisibility division divisor dodecagon domain double edge element elevation elimination ellipse
empty equal equality equation equations equiangular equidistant equilateral equivalent estimate estimation euclid
evaluate even event exact expand expanded exponent exponential exponents expression exterior extremes face faces
factor factorial factorisation factorise factors figure finite fraction fractions frequency frustum function
functions geometric geometry graph graphical greater greatest grouping half height heptagon heron hexagon highest
histogram horizontal hundred hypotenuse identity identities imaginary improper incentre inequality infinite
infinity inscribed integer integers integral integration intercept interest interior intersect intersecting
intersection interval inverse irrational isosceles kite lateral least length likelihood linear line lines locus
logarithm loss lowest major mathematics mathematician matrix maximum mean measure median mensuration midpoint minimum
minor minuend minus mixed modal mode modulus monomial multiple multiples multiplicand multiplication multiplicative
multiplier multiply natural nearest negative nonagon notation nonzero numeral numerals number numbers numerator
numerical oblique oblong obtuse octagon octal odd operation opposite ordered ordinate origin orthocentre outcome oval
parabola parallel parallelogram parallelograms pattern pentagon percent percentage percentile perfect perimeter
permutation perpendicular pictograph place plane plot plus point polygon polygons polyhedron polynomial polynomials
postulate power prime principal prism probability product profit progression proof proper property proportion
proportional protractor prove pyramid pythagoras quadrant quadratic quadrilateral quadrilaterals quantity quarter
quotient radical radii radius random range rate ratio rational rationalise ray reciprocal rectangle rectangular
recurring reflex regular relation remainder rhombus right root roots rotation round rounding sample scale scalene
secant section sector segment semicircle semicircles sequence sequences series side sides significant similar
similarity simple simplify simplification sine solid solution solve sphere square squared squares statistics straight
subset subtract subtraction subtrahend sum supplement supplementary surd surface symmetric symmetrical symmetry
tally tangent term terminating terms tetrahedron theorem theorems thousand thousandth total transpose transversal
trapezium trapezoid triangle triangles triangular trigonometric trigonometry trinomial triplet unitary unity unknown
value variable variables variance variation venn vertex vertices vertical volume whole width zero zeroes
"""
COMPUTING = """
algorithm android antivirus application array artificial assembler attachment backup bandwidth binary boolean boot
browser browsing buffer byte bytes cache character chatbot cloud code coding column command compiler compile computer
computers cursor cyber cybercrime cybersecurity database debug debugging desktop device digital directory display
document domain download email encryption excel firewall flowchart folder font function graphics hacker hacking
hardware header hexadecimal hyperlink icon input instruction integer intelligence interface internet interpreter
iteration keyboard keyword laptop linker linux loop macro malware memory menu modem monitor mouse multimedia network
networking networks online operator output password peripheral phishing pixel pointer printer processor program
programmer programming programs protocol python query recursion robot robotics router scanner scratch search server
software source spam spreadsheet statement storage string syntax table tablet template terminal topology tuple
ubuntu upload variable virtual virus website wifi window windows wireless worksheet
"""
