"""English words of history, geography, civics, economics and language in classes 6 to 10."""

HISTORY = """
abolish abolition accession administration administrative advent agitation agrarian akbar alexander allies ambedkar
anarchy ancestor ancient antiquity apartheid archaeologist archaeology archaeological architecture aristocracy aristotle
armed armistice arms army arrest arrested artefact aryan ashoka ashram assassinate assassination atomic aurangzeb
autocracy autonomy awadh axis babur bankruptcy baroque barter bastille battle bhakti bhagat bismarck boycott british
bronze buddha buddhism buddhist caliph calendar cabinet capture carving caste cavalry cave century champaran
chandragupta charter chauri chipko cholas christianity chronicle citadel civil civilisation civilised clan coin
coinage coins cold colonial colonialism colonise coloniser colonisation colony colonies commune communal communism
communist company conference congress conquer conqueror conquest conscription constitution copper coronation council
coup court courtier crusade cult culture cultural czar dandi decline decolonisation delhi descendant dictator
dictatorship diplomacy diplomat disobedience diwani doctrine domestic dravidian dynasty dynasties east economic
edict edicts emancipation emperor empire empires enlightenment epic epics era establish established estate estates
european excavate excavation exile exploit exploitation explorer expedition faction factory fascism fascist feudal
feudalism fort fortress founder france franchise freedom french frontier gandhi gazette genocide german germany ghazal
golden government governor great greek guild guilds gupta guptas harappa harappan harshavardhana heritage hinduism
historian historic historical history hitler holocaust humayun hunter gatherer idol imperial imperialism imperialist
independence independent india indian indigo indus industrial industrialisation industry inscription inscriptions
insurgency invade invader invasion iron islam islamic jagir jagirdar jahangir jain jainism jallianwala japan japanese
jatra jesuit jihad jinnah kanishka khilafat kingdom kingdoms kushan labour lahore landlord league lenin liberal
liberalism liberty lodi lok lucknow magadha mahabharata mahajanapada mahajanapadas mahalwari mahavira manchu mansabdar
mansabdari manuscript maratha marathas marathi martyr marxism massacre maurya mauryan mauryas medieval mediaeval
megalith merchant mesopotamia middle migrate military missionary moderate modern mohenjodaro monarch monarchy monastery
monument monuments mosque movement movements mughal mughals muslim mussolini mutiny mysore napoleon nation national
nationalism nationalist nawab nazi nazism negotiate nehru neolithic nobility nomad nomadic nomads noncooperation
oppose oppress oppression ottoman pact painting palaeolithic pallava parliament partition patel patriot patriotism
peasant peasants persecution persia persian philosopher philosophy pilgrim pilgrimage pillar plantation plassey
plunder poet poverty prehistoric prehistory priest princely printing proclamation proclaim propaganda protest
provinces province provincial purana quit rajput rajputs ramayana rebel rebellion rebels reform reformation reformer
reforms refugee regime regional reign religion religious renaissance republic resist revenue revolt revolutionary
rights ritual roman rome rowlatt ruler rulers russia russian ryotwari sabha sacred saint samudragupta sangha sanskrit
satyagraha scripture scroll sculpture sepoy serf serfdom settlement shahjahan shivaji siege sikh silk slave slavery
slaves social socialism socialist society soldier soldiers soviet stalin stupa stupas subsidiary succession sufi
sufism sultan sultanate sultans surrender swadeshi swaraj syndicate temple temples territory tilak timur tipu
tomb trade trader traders tradition traditional treason treaty treaties tribal tribe tribes tribute truce tudor
tughlaq turk turkish tyranny unification unify untouchability upanishad vedas vedic versailles viceroy victory
vijayanagara village violence war wars warrior weapon weimar western zamindar zamindari
"""
GEOGRAPHY = """
abrasion afforestation africa agriculture agricultural airmass alluvial alps altitude andes antarctic antarctica
antarctica aquifer arabian archipelago arctic arid arable asia asteroid atlantic atlas atmosphere atoll australia
autumn avalanche axis bamboo barley basalt basin bauxite beach biome biosphere blizzard boundary brahmaputra cactus
canal cancer canyon capricorn cartographer cartography cascade chenab chinook chotanagpur circumference cirrus cities
city cliff climate climatic climatology cloud clouds coal coast coastal cobalt coffee comet condensation coniferous
conservation constellation continent continental continents contour coral core cotton crater crop cropping crops crust
cultivate cultivation cumulus current cyclone cyclones cyclonic dam dams deccan deciduous deforestation delta
density deposit deposition deposits depression desert desertification dew distributary district dormant downstream
drainage drizzle drought dune dunes earth earthquake earthquakes easterlies eclipse ecosystem elevation emigrate
emigration endangered environment environmental epicentre equator equatorial equinox erode erosion eruption estuary
europe evergreen exfoliation export exports extinct famine farmer farmers farming fault fauna fertile fertiliser
fjord flood floods floodplain flora fog fold forest forests forestry fossil freshwater frigid frost galaxy ganga ganges
geographer geography geographical geology geologist geothermal geyser ghats glacial glaciation glacier glaciers globe
globalisation gorge granite grassland grasslands grazing greenhouse greenwich groundwater gulf habitat hail harvest
hemisphere himalaya himalayan himalayas horizon horticulture humid humidity hurricane hydrosphere iceberg igneous
immigrant immigrate immigration import imports industry inland insolation irrigate irrigation island islands isotherm
isthmus jungle jupiter jute karst khadar kharif ladoo lagoon lagoons lake lakes landform landforms landslide landslides
landscape laterite latitude latitudes lava leaching leap legend leguminous limestone lithosphere location loess
longitude longitudes lunar magma manganese mangrove mangroves mantle map maps marble marine mars mediterranean mercury
meridian metamorphic meteor meteorite meteoroid meteorology mica migrant migration millet mineral minerals mining
monsoon moon moraine mountain mountains narmada natural nautical neptune nilgiri north northern oasis ocean oceans
opencast orbit orchard organic outcrop oxbow ozone pacific pampas pangaea pasture pastoral peak peninsula peninsular
permafrost permeable phenomenon physical physiographic pilgrim plain plains plantation plate plateau plates pluto
polar pollute pollutant pollution population prairie precipitation preserve pressure radiation railway rain rainfall
rainforest rainwater rainy range rapids ravine reef region regions relief renewable reservoir reservoirs resource
resources revolution richter ridge rift river rivers rock rocks rotation rural sahara saline salinity sanctuary sand
sandy saturn savanna savannah sea seas season seasons sedimentary seismic seismograph shifting shore silt sleet slope
snow soil soils solar solstice source south southern spring stalactite stalagmite steppe storm strait stratosphere
stream subcontinent subsistence subtropical summer summit sundarbans survey sustainable swamp taiga tectonic temperate
terrace terrain terrestrial thar thermosphere thunder thunderstorm thunder tidal tide tides timber topography tornado
tornadoes tourism transhumance transport trench tributary tributaries tropic tropical tropics tropopause troposphere
tsunami tundra typhoon upstream uranus urban urbanisation valley valleys vegetation venus volcanic volcano volcanoes
water waterfall waterfalls waterlogging watershed wave waves weather weathering wetland wetlands wheat wildlife wind
winds winter zone zones
"""
CIVICS = """
accountability accountable act activist administration adult affidavit agenda agency alliance amend amendment
amendments annul anthem appeal appoint appointed appointment article assembly authority authoritarian autonomous
bail ballot bicameral bill bills bribe bureaucracy bureaucrat bureaucratic bye cabinet campaign candidate candidates
capital caste census centralised chairman chairperson charter checks citizen citizens citizenship civic civics
coalition collector commission commissioner committee commonwealth communalism community confederation conflict
consensus constituency constituencies constituent constitution constitutional corporation corrupt corruption council
councillor court courts crime criminal custody debate decentralisation decentralise decentralised decision defection
defendant defence delegate delegation deliberate democracy democracies democratic demonstration department deputy
dignity directive discriminate discrimination district diversity dowry duties duty elect elected election elections
electoral electorate emblem emergency enact equality equal ethnic exclusion execute executive fair feminist federal
federalism federation fraternity free freedom fundamental gender governance govern government governor habeas
hearing human ideology impeach impeachment impartial inclusion inclusive independence independent inequality
institution institutions interest international judge judges judgement judicial judiciary jurisdiction jury justice
law laws lawyer leader leaders leadership legal legislate legislation legislative legislator legislature legitimacy
legitimate liberty local lok lokpal magistrate majority mandate manifesto marginalised mayor media member members
minister ministers ministry minority minorities monarchy moral multiparty municipal municipality nagar nation nominate
nomination opposition ordinance organisation panchayat panchayati pardon parliament parliamentary participate
participation party parties passport patriarchy patriotic peace petition plaintiff pluralism police policies policy
political politician politicians politics polling poll portfolio preamble president presidential prime privacy
privilege prosecutor protest provision public punishment punish quorum quota rajya ratify reform regulation represent
representation representative representatives republic republican reservation reserved resolution responsibility
responsible right rights rule ruling sabha sarpanch schedule scheduled secession secretary secular secularism security
separation session sovereign sovereignty speaker state statute stereotype subject suffrage supreme tax taxes
territories territory totalitarian transparency treaty tribunal trial unanimous uniform union united unity universal
unitary veto vice vote voter voters votes voting ward welfare witness zilla
"""
ECONOMICS = """
account accounts advertise advertisement agriculture asset assets audit balance bank banker banking banks bankrupt
bargain barter bond borrow borrower broker brokerage budget business buyer capital capitalism capitalist cash cheque
collateral commerce commercial commodity commodities competition competitive consume consumer consumers consumption
contract cooperative cost costs credit creditor currency customer debt debtor deficit deflation demand demonetisation
deposit depreciate depreciation depression deregulate derive developed developing development disguised disinvestment
distribution dividend division domestic duopoly economic economics economist economy elastic employ employed employee
employer employment enterprise entrepreneur equity exchange expenditure expense export factor finance financial firm
fiscal formal foreign goods gross growth hoarding household human imbalance import income index industrial industry
inequality inflation informal infrastructure insolvent insurance interest invest investment investor invoice labour
labourer land lease ledger lender liabilities liability liberalisation liberalise livelihood loan loans loss macro
macroeconomics manufacture manufacturer manufacturing margin market marketing markets merger micro microeconomics
monetary money moneylender monopoly monopsony mortgage multinational national need needs nominal occupation oligopoly
organised output owner ownership partnership payment pension per poverty price prices primary private privatisation
producer producers production productive productivity profit profits property public purchase quantity quota rate raw
recession rent reserve resource retail retailer retailers revenue salary sale sales saving savings scarcity secondary
sector sectors self sell seller service services share shareholder shares shortage skill skilled socialism stock stocks
store subsidise subsidy subsidies supplier suppliers supply surplus tariff tax taxation tertiary trade trader
transaction underemployment unemployed unemployment unorganised unskilled utility value wage wages wants wealth
wholesale wholesaler wholesalers worker workers workforce
"""
LANGUAGE = """
abbreviation abstract accent acronym active adjective adjectives adverb adverbs adverbial affix agreement alliteration
allegory allusion alphabet ambiguity analogy anecdote antagonist antonym antonyms apostrophe archaic argument article
articles assonance attributive audience author autobiography auxiliary ballad bibliography biography brackets capital
caption character characters clause clauses cliche climax collective colon comma comparative comparison complement
complex composition compound concrete conditional conflict conjugation conjunction conjunctions connective consonant
consonants context continuous contraction coordinate couplet dash debate declarative definite demonstrative dependent
descriptive determiner determiners dialect dialogue diction dictionary diary diphthong direct direct drama editor
editorial elegy ellipsis emphasis epic epilogue epithet essay essays etymology exclamation exclamatory expository fable
fairy feminine fiction figurative figure finite flashback folk foreshadow formal fragment free future genre gerund
gerunds glossary grammar grammatical haiku headline hero heroine homonym homonyms homophone homophones hyperbole hyphen
iambic idiom idioms imagery imperative indefinite independent index indirect infinitive infinitives inflection
interjection interjections interrogative intonation intransitive inversion invitation irony irregular journal language
legend letter letters limerick linking literal literary literature lyric main masculine memoir message metaphor
metaphors metre modal modals modifier monologue moral morale motif myth mythology narrate narration narrative narrator
negative neuter nominative noun nouns novel novels object objective ode onomatopoeia opinion oxymoron paragraph
paragraphs paradox parenthesis participle participles passage passive past pathos perfect period person personal
personification perspective persuasive phonetics phrase phrases playwright plot plural poem poems poet poetic poetry
point possessive postscript precis predicate prefix prefixes preposition prepositions present pronoun pronouns
pronunciation proper prose protagonist proverb proverbs punctuation quotation quotations quote reading reflexive
refrain regular relative report reported review rhetoric rhetorical rhyme rhyming rhythm riddle root satire scansion
scene script semicolon sentence sentences setting simile similes simple singular soliloquy sonnet sonnets speech spelling
stanza stanzas story style subject subordinate suffix suffixes summary superlative suspense syllable syllables symbol
symbolism synonym synonyms syntax tense tenses theme themes thesaurus tone tragedy transitive translate translation
uncountable utterance verb verbs verse villain vocabulary voice vowel vowels writer writing
"""
