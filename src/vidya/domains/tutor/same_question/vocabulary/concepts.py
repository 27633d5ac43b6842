"""School words of Hindi with the English words for the same thing, one concept a line.

A word stands here only where it has this one meaning in class: कार्य (work, and function) and
बिजली (electricity, and lightning) do not. Words after the colon are Hindi; + joins a phrase.
"""

SCIENCE = """
photosynthesis: प्रकाश+संश्लेषण प्रकाशसंश्लेषण फोटोसिंथेसिस
respiration: श्वसन
transpiration: वाष्पोत्सर्जन
evaporation: वाष्पीकरण वाष्पन
condensation: संघनन
digestion: पाचन
nutrition: पोषण
reproduction: प्रजनन जनन
pollination: परागण
fertilisation: निषेचन
germination: अंकुरण
excretion: उत्सर्जन
osmosis: परासरण
diffusion: विसरण
plant: पौधा पादप
tree: पेड वृक्ष
leaf: पत्ती पत्ता
root: जड
stem: तना
flower: फूल पुष्प
fruit: फल
seed: बीज
animal: जंतु जानवर प्राणी
bird: पक्षी
fish: मछली
insect: कीट
cell: कोशिका
tissue: ऊतक
heart: हृदय ह्रदय
kidney: वृक्क गुर्दा
liver: यकृत
lung: फेफडा
blood: रक्त खून
brain: मस्तिष्क
bone: हड्डी अस्थि
eye: आंख नेत्र
human body: मानव+शरीर
human: मानव मनुष्य
body: शरीर
disease: रोग
malaria: मलेरिया
dengue: डेंगू
cholera: हैजा
vaccination: टीकाकरण
environment: पर्यावरण
pollution: प्रदूषण
air pollution: वायु+प्रदूषण
ecosystem: पारितंत्र पारिस्थितिकी+तंत्र
biodiversity: जैव+विविधता
food: भोजन
plant cell: पादप+कोशिका
animal cell: जंतु+कोशिका
chlorophyll: क्लोरोफिल पर्णहरित
microorganism: सूक्ष्मजीव
virus: विषाणु वायरस
bacteria: जीवाणु बैक्टीरिया
force: बल
mass: द्रव्यमान
weight: भार
speed: चाल
velocity: वेग
acceleration: त्वरण
momentum: संवेग
inertia: जडत्व
energy: ऊर्जा
power: शक्ति
pressure: दाब
density: घनत्व
friction: घर्षण
gravitation: गुरुत्वाकर्षण
gravity: गुरुत्व
light: प्रकाश
reflection: परावर्तन
refraction: अपवर्तन
lens: लेंस
convex lens: उत्तल+लेंस
concave lens: अवतल+लेंस
mirror: दर्पण
sound: ध्वनि
heat: ऊष्मा
temperature: तापमान
electricity: विद्युत
electric motor: विद्युत+मोटर
electron: इलेक्ट्रॉन
proton: प्रोटॉन
neutron: न्यूट्रॉन
atom: परमाणु
molecule: अणु
element: तत्व
compound: यौगिक
mixture: मिश्रण
metal: धातु
nonmetal: अधातु
acid: अम्ल
alkali: क्षार
salt: लवण
iron: लोहा
copper: तांबा
gold: सोना
silver: चांदी
aluminium: एल्युमिनियम एल्यूमिनियम
rust: जंग
water: जल पानी
oxygen: ऑक्सीजन आक्सीजन
hydrogen: हाइड्रोजन
nitrogen: नाइट्रोजन
carbon: कार्बन
carbon dioxide: कार्बन+डाइऑक्साइड कार्बन+डाईऑक्साइड
gas: गैस
liquid: द्रव
solid: ठोस
magnet: चुंबक
insulator: कुचालक
resistance: प्रतिरोध
electric current: विद्युत+धारा
ohm: ओम
newton: न्यूटन
soap: साबुन
soil: मिट्टी मृदा
seasons: ऋतु
weather: मौसम
climate: जलवायु
vitamin: विटामिन
protein: प्रोटीन
baking soda: बेकिंग+सोडा
dna: डीएनए
"""
MATHEMATICS = """
vacuum: निर्वात
circle: वृत्त
triangle: त्रिभुज
square: वर्ग
rectangle: आयत
area: क्षेत्रफल
perimeter: परिमाप परिमिति
circumference: परिधि
radius: त्रिज्या
diameter: व्यास
volume: आयतन
angle: कोण
number: संख्या
prime number: अभाज्य+संख्या
rational number: परिमेय+संख्या
irrational number: अपरिमेय+संख्या
square root: वर्गमूल वर्ग+मूल
cube root: घनमूल घन+मूल
lcm: लघुत्तम+समापवर्त्य लघुतम+समापवर्त्य लघुत्तम+समापवर्तक ल+स
hcf: महत्तम+समापवर्तक महत्तम+समापवर्त्य
sum: योगफल
product: गुणनफल
ratio: अनुपात
percent: प्रतिशत
average: औसत
largest: सबसे+बडा
smallest: सबसे+छोटा
longest: सबसे+लंबा
highest: सबसे+ऊंचा
probability: प्रायिकता
theorem: प्रमेय
pythagoras: पाइथागोरस
value: मान
if: यदि अगर
then: तो
law: नियम
"""
SOCIETY = """
india: भारत
earth: पृथ्वी धरती
sun: सूर्य सूरज
moon: चंद्रमा चांद चंद्र
sky: आकाश आसमान
planet: ग्रह
solar system: सौर+मंडल सौरमंडल
ocean: महासागर
river: नदी
mountain: पर्वत पहाड
forest: वन जंगल
state: राज्य
capital: राजधानी
country: देश
world: विश्व दुनिया
war: युद्ध
independent: स्वतंत्र आजाद
independence: स्वतंत्रता आजादी
democracy: लोकतंत्र
constitution: संविधान
president: राष्ट्रपति
prime minister: प्रधानमंत्री प्रधान+मंत्री
parliament: संसद
government: सरकार
revolution: क्रांति
movement: आंदोलन
society: समाज
history: इतिहास
agriculture: कृषि
noun: संज्ञा
pronoun: सर्वनाम
verb: क्रिया
adjective: विशेषण
vowel: स्वर
consonant: व्यंजन
telephone: टेलीफोन दूरभाष
penicillin: पेनिसिलिन
computer: कंप्यूटर कम्प्यूटर संगणक
internet: इंटरनेट
mobile: मोबाइल
discover: खोज
discoverer: खोजकर्ता
invent: आविष्कार
inventor: आविष्कारक
writer: लेखक
write: लिखा
build: बनवाया
gandhi: महात्मा+गांधी गांधी+जी गांधी
school: विद्यालय स्कूल
"""

# Words that are spelled right, beside those above, so that none is a slip of another.
KNOWN_HINDI_WORDS = """
प्रकार प्रकाश प्रकट प्रदेश प्रवेश प्रयास प्रचार प्रसार प्रमाण परिमाण परिणाम प्रणाम परिणामी प्रभाव अभाव स्वभाव
संवहन चालन विकिरण संचरण संलयन विखंडन विलयन विलेय विलायक आयनन आयन ऑक्साइड ऑक्सीकरण अपचयन उपचयन अवशोषण अधिशोषण
समसूत्री अर्धसूत्री विभाजन गुणसूत्र जीन जनक जननी नाइट्रेट नाइट्राइट सल्फेट सल्फाइड क्लोराइड क्लोरीन फ्लोराइड
अक्षांश देशांतर घूर्णन परिक्रमण परिक्रमा अपरदन अपक्षय निक्षेपण भूकंप ज्वालामुखी मानसून पठार मैदान मरुस्थल
राष्ट्र राष्ट्रवाद राष्ट्रीय साम्राज्य साम्राज्यवाद साम्यवाद समाजवाद पूंजीवाद उपनिवेश उपनिवेशवाद संघवाद सांप्रदायिकता
धर्मनिरपेक्षता विधायिका कार्यपालिका न्यायपालिका निर्वाचन निर्वचन अधिकार कर्तव्य अनुच्छेद अनुसूची आयात निर्यात
मुद्रा मुद्रास्फीति बेरोजगारी गरीबी उत्पादन उत्पाद उपभोग उपभोक्ता उपयोग उपसर्ग प्रत्यय समास संधि अलंकार कारक वचन
लिंग काल वाच्य विशेष्य क्रियाविशेषण मुहावरा लोकोक्ति पर्यायवाची विलोम तत्सम तद्भव परिमेय अपरिमेय पूर्णांक
बहुपद रैखिक द्विघात निर्देशांक समांतर श्रेणी समीकरण सर्वसमिका गुणनखंड गुणज चतुर्भुज समचतुर्भुज बेलन शंकु
गोला घनाभ माध्य माध्यक माध्यिका बहुलक त्रिकोणमिति ज्यामिति बीजगणित सांख्यिकी अपवर्तनांक आवर्धन आवृत्ति आवर्त
आवर्तन तरंगदैर्ध्य आयाम कंपन दोलन प्रतिध्वनि पराश्रव्य विभव विभवांतर प्रतिरोधकता चालकता संधारित्र ट्रांसफार्मर
जनित्र परिपथ फ्यूज चुंबकत्व कुंडली परिनालिका धमनी शिरा केशिका तंत्रिका हार्मोन ग्रंथि अग्न्याशय आमाशय आंत
कशेरुकी अकशेरुकी स्तनधारी सरीसृप उभयचर शैवाल कवक लाइकेन जाइलम फ्लोएम रंध्र पुंकेसर स्त्रीकेसर अंडाशय भ्रूण
"""
