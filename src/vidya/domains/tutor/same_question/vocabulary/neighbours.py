"""Words and names that are one letter away from a school word, and are none of its slips."""

NEIGHBOURS = """
resent reside relive reword tonne typos fetal fecal deice pubic
addict alder alumna anneal antes appal awoke badder baking bards baron barrow bates bedding beech bellow bidding bight
biker billet bland blend blink bliss blond boast bolls booth borer brace brash brawn brisk brood bruin brunch brutish
bulls bunker bunking bunks burrow canker carps carve cater cavil cheep chick chicks chime chock chocks choir choke
chuck chucks clack click clods clouts clover cluck codding colas collage commend compliant compote compute computes
confection confer conform constrict constriction conviction cooing coons copping corral coupe courier covert crass
crate crated craving creed creel cress crick cricking crock culled curios curried curry curse curst cynic cynical
cysts daring decent decoded decoy defied deign deportment deprecate deprecation descried deuce dilate dilation diner
dines direst discus diver doable drank drier drift droop dross drove drover drunk duffer dumping dunce dunner edits
emirate ensue escapee eternal ethic excise exited exiting exits exorcise expanse expansive expert experts fakes
fallowed fallowing fallows falter farce farces faring faxed feats feint fending fends fester fiches fiend fiends filed
finny flash flawing fling floor flout flume flush folly fores forgave forgot forth foster foxed framer framers framing
franchisee funding funds gander gangs gazing geranium gloss gnome goads grater grind groin groping grove hallow haring
harry haven heath herder hippy hiving hoard hocking hording hummus hydrae immanent impart imparts imperil indue infirm
infliction inline inset insolent jangle jingle knack laces lager lanes lanker lasing lather leaned leaning leans
leashing leeching libel libelled licked liens linger litter litters livid loaves locution lodger loins loner loons
louse lynch maces macing mallet malting mammas mange manor mantel marred marsh masque massage maxed meddle medial
melding menage menus messing middy mikes miking minis minster minuet mister mitre moaning moans modules molting moose
morrow mortgagee motel mottle mousse muddle mullet mullion mural mussing muter mutter nether nites nodes noels
notional notwork notworks opined opining ordnance paced paces packet palling panned panted panting pants papas parity
parse parson patch patent patents pates patrol payed payer paying pester petrel petty phosphors picket pilling pinch
pints placid plonk plunk plying poplar ports poser posture potion prance preset pried pries prises protean prude pupal
puree pusses quack racket racks radial raids rally raped realty rector reedy reels refuge regent remand resin retiree
reuse revel rices ricing ricks riles riling riots roach roached roods roost roosting routs rover rovers rubies ruing
ruses sable sadden sades sages sallow salute salver salves scant scare scared scram scrap scull scurfy seams seeping
serer serous servos sever shack shafting shins shires shoos shuck sifter sifting sigma simmer singe sitting slily
sliver socks sodden sonny sopped sopping spacial spate spell spice spied spies spike spikes spilt spires splat spool
sprang spreed sprig sprung spurt spurts squire squired squires stacks stags stain stall stare sting stoke stomp stoop
straggle strap strep stricture strictures strop studios stump suckle suction sully sward swatch tames tamper tanks
tapes tared taxis tenon termite terns thong thongs throe thunks thyme tikes tinder tings tinkle tittle toady toils
token tokes toking tolls tomes toque trace transit tread treas treble trice tried troth tryst tutor tuxes twits tying
tykes typography valance vales vertebrae victor villein violet viscus volley volleys waling wanner wares warship weest
wends wetness wheal whither widow widows wight wiling witch wrier wring writs wroth wrung boost carted monster peter
wrath frames froth satin stein groan biking boosts potent mating muddy docent monet luther bryan bruce penned
abscissae placentae overcame papal groove herding lashing crave texas pisces
"""
NAMES = """
acton albion astor baath bactria bayer becket bethe beyer boone borden boyer brest brian brock byron cains capet celia
circe colin comte cooke crete danes desiree donner dunne fermat finnish flatt floyd greta haman handel haney horus
hummer huron indio kevin landry lassen leger linus liston mable maine manet marco marcy marie marin marne martha
mather medan medea medina meuse minos mitch mooney moore murine murrow musial mylar nobel norse pepin peron plato
platte poisson poole popper principe provence punic purina reich reilly ryder salas sanger slavs solis somme starr
tempe terran texes thames timor vitim wiemar yeats
"""
