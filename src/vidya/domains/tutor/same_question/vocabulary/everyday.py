"""Common English words, so that none of them is taken for a slip of a school word."""

EVERYDAY = """
about above abroad accept accident according accuse ache achieve across action active actor actual admire admit adopt
adult advance advantage advantages adventure advice advise affair affect afford afraid after afternoon again against
agent agree ahead alarm alive alley allow almost alone along aloud already also alter although always amaze ambition
among amount amuse ancestor angel anger angry announce annoy annual another answer answers anxiety anyone apart appeal
appear appearance appetite apple apply applied appoint approach appropriate approve april argue around arrange
arrangement arrival arrive arrow artist artificial ascent ashamed aside asleep aspect assent assist assistance assume
assure attach attack attempt attend attention attitude audience august aunt automatic available avenue avoid awake
award aware awful baby background backward baggage baker ball balloon banana band bare barely bargain bark barn barrel
basket bath bathe bear beard beast beat beautiful beauty because become becomes before began begin beginning begun
behave behaviour behind being belief believe bell belong below belt bench benefit benefits beside besides best better
between beyond bicycle bigger biggest bind bird birds birth birthday bite bitter black blade blame blank blanket bless
blind block blow blue board boat body boil bold book books boot border bored born boss both bottle bottom bought bowl
boxes brain brave bread break breakfast breast brick bridge brief bright bring broad broken brother brought brown brush
bucket build building buildings built bullet bunch burden burst bury busy butter butterfly button cage cake called
calm came camel camp candle cannot capable capacity care career careful careless carpet carriage carried carry case
castle casual catch cattle caught causal cause caused causes ceiling celebrate centre central cereal certain certainly
chain chair chalk chance change changed changes changing chapter charm chase cheap check cheek cheer cheese cherry
chest chicken chief child children choice choose chose chosen church cigarette cinema circumstance claim classes
clean clear clearly clever climb clock close closed closely closet cloth clothe clothes clothing clue coach coast coat
cold collect collection college colourful colours comb come comfort comfortable common commonly communicate
communication companion compare compared comparison compete complain complaint complete completely complicated
compliment concern condition conditions confess confidence confident confirm confuse connect connection conscious
consider considered consist consists contain contained contains content contest continue contrary control controlled
convenient conversation cook cool copy corner correct correctly costly couch cough could counsel count country
countries couple courage course cousin cover covered crack crash crazy cream create created creation creature crew
cricket cried criticise cross crowd cruel crush cure curious curtain custom customs dairy damage damp dance danger
dangerous dark daughter dead deaf deal dear death decade december decide decided declare decrease decreased decreases
deep deeper deer defeat defeated defend define defined definition degrade delay deliberate delicate delicious delight
deliver depend depends depth descend descent describe described description deserve design desire desk dessert destroy
destroyed detail details determine determined develop devil diary dictate died diet differ difference differences
different difficult difficulty dinner dirty disadvantage disadvantages disagree disappear disappoint disaster
discipline discover discovered discoverer discovery discuss discussion dish dislike display disposition distant
distinct distinguish distribute disturb divided doctor doing doll donkey door doubt down downward draw drawing drawn
dream dress drink drive driver drop drown drug drum during dying each eager early earn easily east easy edge educate
education effect effective effects eight either elbow elder electronics elephant eleven elicit else embarrass eminent
empty enable encounter encourage enemy enforce engage engineer enjoy enormous enough ensure enter entire entrance
envelope envy equally error escape especially essential establish etcetera even evening ever every everyone everything
evidence evil exactly examination examine example examples excellent except exchange excite exciting excuse exercise
exhibit exist existed existence expand expect expend expense expensive experience explain explained explanation explode
explore express extend extent extra extreme fable fail failure faint fairly faith fall fallen false fame familiar
families famous fancy farm farther fashion fast faster fatal fate father fault favour favourite fear feast feather
feature features february feed feel feeling feet fell fellow felt female fence fever field fierce fifteen fifth fight
fill film final finally find finding finds fine finger finish fire fired first fish fishes fishing fitness five fixed
flag flat flavour flesh flight flour flow flowing flown flying follow followed following follows fond food foolish
football force forces forehead forever forget forgive fork form formal format formation formed former formerly forms
fortune forty forward found foundation four fourteen fourth fresh friday friend friends friendly fright front frozen
fruits full fully funny fur furniture further future gain game games garage garden gate gather gave general generally
gentle gentleman gesture ghost giant gift girl girls give given gives giving glad glance glimpse goal goat goes going
gone good goods goodbye govern grace gradual grain grand grandfather grass grateful grave gray great greed green greet
grew grey grip grocery grow growing grown grows guard guess guest guide guilty habit hall hammer hand handle hang
happen happened happens happy hard harder hardly harm harmful hate having head health healthy hear heard hearing heaven
heavier heavy height held hello help helpful helps hence hero hidden hide high higher highest hill hire hold hole
holiday hollow holy home honest honey honour hope horn horse hospital hotel hour hours house huge humane humble hungry
hunt hurry hurt husband idea ideal identical identify idle illness illusion imagine immediate imminent import
importance important impossible impress improve inch incident include included including income increase increased
increases increasing indeed indicate individual infant inferior influence inform information ingenious injure injury
inner innocent inside insist instance instead instrument instruments intend intention interest interested interesting
introduce invent invented invention inventor invite involve involved inward irritation island issue item itself
january jealous jewel join joined joint joke journey joyful judge juice july jump june jungle keep kept kettle kick
kill killed kind kinds king kings kiss kitchen knee kneel knew knife knock know knowledge known knows label labelled
labour lack ladder lady laid lamp land language large larger largest last later laugh launch laundry layer layers lazy
lead leader leading leaf learn learned learning least leather leave leaves leaving left legal lend length less lesson
lesser letter level levels library lies life lift lightly like likely limit limited limits lion list listen little
live lived lives living loan lock locked logic lonely long longer longest look looks loose lord lose loses losing lost
loud love loved lovely lower lowest luck lucky lunch machine machines made magazine magic maid mail main maintain major
majority make maker makes making male manage manner many march mark marked market marriage married marry marshal
martial marital master match material materials matter maybe mayor meal mean meaning means meant measured measures meat
medal medical medicine medicines meet meeting member membership mend mental mention mentioned merchant mercy mere
merry message metal method methods midday middle midnight might mild milk mill million mind mine minister minute miracle
mirror misery miss missing mistake mixed model moist moment monday money monkey month months mood moon moral more
morning most mostly mother mount mouse move moved movement moves moving much multiple murder music musical must mutual
mystery nail name named names narrow nasty nature naval navy near nearby nearly neat necessary neck need needed needle
needs neighbour neither nephew nervous nest never news newspaper next nice niece night nine nobody noise none noon
normal normally nose note notes nothing notice november nowhere number numerous nurse nutrition obey objects obtain
obtained obvious occasion occupy occur occurred occurs october offer office officer official often older oldest once
onion only onto open opened opening operate opinion opponent opportunity oppose opposed option orange order ordinary
organise original other others ought outer outline outside over overcome owing owner pack page paid pain paint painted
painter pair palace pale palm panel panic paper parade parent parents park part partial participate particular
particularly partner parts party pass passed passes passion past paste path patience patient pause payment peace peak
pear pearl pencil people pepper perfect perform performance perhaps period permanent permission permit persecute person
personal personality personnel persuade phase phone photo photograph pick picture piece pieces pierce pillow pilot pink
pipe pistol pity place placed places plain plan plane planned plant plate play played player playing pleasant please
pleased pleasure plenty pocket poem point points poison poisonous polish polite pool poor popular portion portrait
position possess possible possibly post poster potato potatoes pound pour poverty powerful practical practice practise
praise pray precede prefer prepare prepared presence present presented preserve president press pretend pretty prevent
prevented prevention previous price pride prince princess principle print prison private prize probable probably
problem problems proceed procedure produce produced produces profession professor project promise promote pronounce
proper properly prosecute protect protected protection proud prove proved provide provided provides public pull punch
pupil purpose purse push quality quarrel quarter queen question questions queue quick quickly quiet quite rabbit race
radio rail rainbow raise raised ran rapid rapidly rare rarely rather reach reached read reader ready real reality
realise really reason reasons receive received recent recipe recognise record recover recycle recycling refer referred
refuse regard regret regular reign rein related relation relationship relative release released relevant relief relieve
remain remains remember remind remove removed repair repeat replace reply report request require required requires
rescue research resemble resign respect respond response rest restaurant result results retain retire return reveal
reward rhyme ribbon rich rider ring rise rises rising risk road rob role room rope rose rough route row royal rubbish
rude ruin rule rules running rush sack sacrifice sad safe safety said sail sailor sake salad sample satisfaction
satisfy saturday sauce save saved saw scale scene scent school science scientist scientists scissors score scream
search seat second secret see seek seem seems seen select self sell send sense sensor censor sentence separate
separated september serious servant serve serves service settle seven several severe sew shade shake shall shallow
shame shape shaped shapes share sharp sheep sheet shelf shelter shine shines ship shirt shock shoe shoes shoot shop
shopping short shorter should shoulder shout show shower shown shows shut sick side sigh sight sign signal silence
silent silly since sing singer single sink sister site situated situation size skill sky sleep sleeping slight slip
slow slower slowly small smaller smallest smart smell smile smoke smooth snake soft softer soldier some somebody
someone something sometimes somewhere song soon sort soul soup source space spade spare speak speaking special
specific speech speed spend spent spill spirit split spoil spoke spoken spoon sport sports spot spread square stable
stage stages stair stamp stand standard standing star stars start started starts station stationery statue stay steal
steep step steps stick sticky still stir stole stomach stone stop stopped store stored stories story straight strange
stranger stream street strength stress stretch strike string strip stripe stroke strong stronger structure structures
struggle student students studied studies study stupid subject succeed success successful such suck sudden suddenly
suffer suffering sufficient sugar suggest suit suitable sunday sunlight sunny sunrise sunset superior supply support
suppose sure surely surprise surround surrounding suspect sweep sweet swim swimming sword symbol system systems table
tail take taken takes taking talent tall taller target task taste taught teach teacher teachers teaching team tear
technical technology teeth telephone telescope television tell tells temper temporary tend tender tent terrible test
text than thank thanks that their them themselves then there therefore these they thick thief thin thing things think
thinking third thirsty thirteen thirty this thorough those though thought thousand thread threat three threw throat
through throughout throw thrown thumb thursday thus ticket tidy tight till time times tiny tired title today together
toilet told tomorrow tongue tonight tool tools tooth topic topics total touch tough tour tourist toward towards towel
tower town track trade train trained trainee trainer training translate trap travel travelled travels treat treatment
tree trees tremble trial trick trip trouble truck true trust truth trying tube tuesday tune turn turned turns twelve
twenty twice twin twinkle twist type types ugly umbrella uncle under understand understood unhappy unique unite united
university unknown unless until unusual upon upper upset upward upwards usage used useful useless user uses using usual
usually utensil vacant valid valuable value values various vary vast vegetable vegetables vehicle vehicles verse very
victim view village villages violent visit visitor voice waist wait wake walk walking wall wander want warm warmer
warmth warn wash washing waste watch water weak weaker weapon wear weather wednesday weed week weekend weigh welcome
well west went were wheat when whenever where wherever whether which while whisper white whoever whole whom whose wide
widely width wife wild will willing window wine wings winner winter wire wires wisdom wise wish with within without
woman women wonder wonderful wood wooden wool word words work worked worker working works world worn worry worse
worship worst worth would wound wrap write writer writes writing written wrong wrote yard year years yellow yesterday
yield young younger yourself youth zebra zero
"""
