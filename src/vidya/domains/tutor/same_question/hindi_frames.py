"""Hindi ways of asking: the phrases and nouns that show what kind of answer is wanted."""

from vidya.core.words import fold_devanagari

# Written in the levelled forms of `hindi.ALIASES` (कैसे/कैसा, है/हैं, करना/कीजिए).
_ASKS = """
define: किसको कहना है|किसको कहना जाना है|किसको कहना जाता है|किसको कहना|क्या कहलाना है
define: से आप क्या समझना है|से क्या समझना है|से आपका क्या अभिप्राय है|से क्या अभिप्राय है|से क्या तात्पर्य है|से क्या आशय है
define: से क्या मतलब है|से आपका क्या तात्पर्य है|से तुम क्या समझना है|का परिभाषा|का अर्थ|का मतलब|का तात्पर्य|का अभिप्राय
define: का क्या अर्थ है|का क्या मतलब है|का अर्थ क्या है|का मतलब क्या है|का परिभाषा क्या है|का क्या परिभाषा है|का परिभाषा देना
why: क्यों|किस कारण|किस कारण से|किस वजह से|किस लिए|किसलिए|क्या कारण है कि|कारण बताना कि|का कारण|का वजह|का क्या कारण है
why: का क्या वजह है|का कारण क्या है|का कारण है
how: कैसे|किस प्रकार|किस तरह|किस प्रकार से|किस तरह से|किस विधि से|का प्रक्रिया|का प्रक्रिया क्या है|का क्रियाविधि
where: कहाँ|किस जगह|किस जगह पर|किस स्थान पर|कहाँ पर
when: कब|किस वर्ष|किस वर्ष में|किस सन में|किस साल|किस साल में|किस तारीख को|किस तिथि को|कौनसा वर्ष में|किस दिन
who: कौन|किसने|किसके द्वारा|किसका द्वारा
whom: किसको
whose: किसका
which: कौनसा|कौन सा|कौन सी|कौन से
which_oblique: किस
in_what: किसमें
from_what: किससे
on_what: किसपर
how_many: कितना
solve: solve करना|को solve करना|solve कर|हल करना|का हल निकालना|को हल करना
find: find करना|को find करना|calculate करना|का value|का value निकालना|का value find करना|का value क्या है|ज्ञात करना|निकालना|पता करना|का मान ज्ञात करना|का मान निकालना|का मान|गणना करना|का गणना करना|का मान क्या है|का मान बताना
factorise: factorise करना|factor करना|factors करना|factorize करना|का factor करना|गुणनखंड करना|का गुणनखंड करना|गुणनखंड ज्ञात करना|का गुणनखंड ज्ञात करना|का गुणनखंड निकालना|का गुणनखंडन करना
expand: expand करना|को expand करना|प्रसार करना|का प्रसार करना
simplify: simplify करना|को simplify करना|सरल करना|को सरल करना|सरलीकरण करना
prove: prove करना|को prove करना|सिद्ध करना|को सिद्ध करना|सिद्ध करना कि|साबित करना
derive: व्युत्पन्न करना|को व्युत्पन्न करना|का व्युत्पत्ति|निगमित करना
convert: में convert करना|convert करना|में change करना|में बदलना|में परिवर्तित करना|में रूपांतरित करना
draw: diagram बनाओ|का diagram बनाओ|का labelled diagram बनाओ|draw करना|का diagram draw करना|का चित्र draw करना|चित्र बनाओ|का चित्र बनाओ|का नामांकित चित्र बनाओ|का स्वच्छ चित्र बनाओ|का आरेख बनाओ|आरेख बनाओ|का चित्र|का नामांकित चित्र
difference: में अंतर|में क्या अंतर है|में अंतर क्या है|का बीच अंतर|का बीच क्या अंतर है|का बीच का अंतर|में फर्क|में क्या फर्क है
difference: में अंतर स्पष्ट करना|का बीच में अंतर|का बीच में क्या अंतर है|में अंतर करना|में विभेद करना|में भेद|में क्या भेद है
difference: का मध्य अंतर|में मुख्य अंतर
similarity: में समानता|में क्या समानता है|का बीच समानता
relation: में संबंध|में क्या संबंध है|का बीच संबंध|का बीच क्या संबंध है
compare: का तुलना|का तुलना करना|में तुलना करना
fullform: का पूरा नाम|का फुल फॉर्म|का फुलफॉर्म|का पूरा नाम क्या है|का विस्तृत रूप
opposite: का विलोम|का विलोम शब्द|का विपरीतार्थक|का विपरीतार्थक शब्द|का उल्टा शब्द
synonym: का पर्यायवाची|का पर्यायवाची शब्द|का समानार्थी|का समानार्थी शब्द
happens: क्या होना है जब|क्या होना जब|क्या होना यदि|क्या होना है यदि
"""

_AIMS = """
use: उपयोग प्रयोग इस्तेमाल अनुप्रयोग
importance: महत्व
need: आवश्यकता जरूरत
advantage: लाभ फायदा
disadvantage: हानि नुकसान
effect: प्रभाव असर
why: कारण वजह
how: प्रक्रिया क्रियाविधि
define: अर्थ मतलब परिभाषा
formula: सूत्र फार्मूला फॉर्मूला
equation: समीकरण
unit: मात्रक इकाई
type: प्रकार भेद
example: उदाहरण
property: गुण गुणधर्म
feature: विशेषता
symptom: लक्षण
function: कार्य काम भूमिका
part: भाग
difference: अंतर
similarity: समानता
relation: संबंध
draw: diagram बनाओ|का diagram बनाओ|का labelled diagram बनाओ|draw करना|का diagram draw करना|का चित्र draw करना|चित्र आरेख
number: संख्या
plural: बहुवचन
"""
_WORDINGS = """
दिखाई देता -> दिखना
दिखाई देते -> दिखना
दिखाई देती -> दिखना
काम करना -> work
कार्य करना -> work
काम करना है -> work है
एस आई -> si
एस.आई -> si
जन्म हुआ -> जन्म हुआ
फुल फार्म -> फुल फॉर्म
रासायनिक समीकरण -> chemical समीकरण
रासायनिक सूत्र -> chemical सूत्र
सबसे ज्यादा -> सबसे अधिक
"""


def asks() -> dict[str, str]:
    """Phrase in levelled forms to marks: "किसको कहना है" to "@define"."""
    marks: dict[str, str] = {}
    for line in _ASKS.strip().splitlines():
        intent, phrases = line.split(": ")
        marks |= {_folded(phrase): f"@{intent}" for phrase in phrases.split("|")}
    return marks


def aims() -> dict[str, str]:
    """Noun to what it asks for: "मात्रक" to "unit"."""
    lines = (line.split(": ") for line in _AIMS.strip().splitlines())
    return {fold_devanagari(noun): aim for aim, nouns in lines for noun in nouns.split()}


def wordings() -> dict[str, str]:
    """Phrase to the words that stand for it."""
    pairs = (line.split(" -> ") for line in _WORDINGS.strip().splitlines())
    return {_folded(phrase): _folded(put) for phrase, put in pairs}


def _folded(phrase: str) -> str:
    return " ".join(map(fold_devanagari, phrase.split()))
