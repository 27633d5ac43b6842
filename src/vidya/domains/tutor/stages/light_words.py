"""Words that say little about what a question is about, so that an answer may lack them."""

from vidya.core.words import STOP_WORDS, fold_devanagari, stems

_ENGLISH = """
able actual actually add affect also always amount another around ask asked back basic become
becomes bring brought call called came certain come comes common commonly consider considered
day describe describes did different do does done each else ever exactly example examples explain
fact famous fast find first form found full gave general get gets give given gives go goes going
good got happen happened happens help helps identify important include included kind kinds know
known large last led like list long look lot made main mainly major make makes making many may
mean meaning means mention month much must name named names need needs new normally number occur
often old one only original part people person place play please primary put reason refer referred
refers say see show shown size somebody someone something sometimes start started state steps stay
stop take taken takes tell term th thing things think thought time times today took true try turn
two type types typical typically use used uses using usually want way ways well went word words
work works would write written year years
"""
_HINDI = """
अंतर अक्सर अधिक अनुसार अन्य अर्थ अलग आदि आप आम आमतौर आया इस्तेमाल उदहारण उदाहरण उपयोग ऐसा ऐसी
ऐसे ओर कई कम करे करें करो कहा कहलाता कहलाती कहलाते काम कारण किन किन्हें किया किये कुल कैसा कैसी कौनसा
कौनसी खास गया चाहिए चीज चीजें चीजों जगह जन जरूरी जाए जाने ज्यादा ज्यादातर जैसा जैसी जैसे डाला ढंग तरह
तरीका तरीके तो दिन दिया दीजिए दे देता देती देते देना दो दौरान नाम निकालते निकालें निम्न पता पहला पहली पहले
पाया पाई प्रकार प्रमुख प्रयास प्रयोग फर्क बड़ा बड़ी बताइए बताओ बन बनता बनती बनते बना बनाते बनाया बने
बहुत बात बाद बार बारे भूमिका मतलब माना मिल मिलता मिलती मिला मुख्य रख रहता रहती रूप लगता लिखिए
लिखो लिया लेना लेने लोग लोगों वर्ष वाला विशेष व्यक्ति शब्द शामिल शुरू सके सब सबसे सभी समझाइए समझाओ
समय साल स्थान स्थित हमारा हमारी हमारे हमें हिस्सा हिस्से होगा होगी होना होने
किसी कभी खुद स्वयं आधारित संबंधित प्राप्त हासिल मूल तौर तहत बीच कोशिश किससे किसमें जिसमें जिससे जिनमें जिसका जिसकी
जिसके दी दिए देखा देखते देखने दिखाया दर्शाने पूरा पूरी पूरे बिल्कुल चाहते चाहता महत्वपूर्ण पड़ा पड़ता सामना सका नहीं न रखा रखने
रखते प्रसिद्ध सामान्य निर्धारित मिलाकर लेकर करके जानकारी जाना गये पास आसपास अधिकतर अधिकांश मात्रा इतना इतनी
इतने विशिष्ट प्रति उनका उनकी उनके उन्होंने
कर मे थीं जिसे जिसने जिन्हें जिनके ले बिना द सकने बनने रहते अंतिम कहां किसको किसलिए हेतु अगर मगर किंतु वास्तव उपलब्ध सक्षम
बाहर दूर नई नए नया बड़े शुरुआत अंत प्रस्तुत जारी वाली
"""
# The spellings of a hurried thumb, for words that are stop words when written out.
_HURRIED = """
wat wht wt whts wats cant dont doesnt didnt isnt arent wasnt werent wont wouldnt couldnt shouldnt
hasnt havent u ur r pls plz plzz giv hw wen wy d nd n da dis bcoz coz sir madam mam maam hey hello
"""
_ENGLISH_STEMS = frozenset(stems(_ENGLISH, language="en"))
# A Hindi stem is short enough to be another word's: these are known by the whole word.
_HINDI_WORDS = frozenset(map(fold_devanagari, _HINDI.split()))
_EMPTY = {
    language: frozenset(map(fold_devanagari, words)) | frozenset(_HURRIED.split())
    for language, words in STOP_WORDS.items()
}


def is_light(word: str, *, language: str) -> bool:
    """`word` is folded and in lower case. A lone digit says little: "the 3 organs"."""
    if word.isascii():
        return stems(word, language=language)[0] in _ENGLISH_STEMS or (
            len(word) == 1 and word.isdigit()
        )
    return language == "hi" and word in _HINDI_WORDS


def is_empty(word: str, *, language: str) -> bool:
    """Whether the word carries nothing, however rare it is: "the", "wat", "dont"."""
    return word in _EMPTY["en"] or word in _EMPTY.get(language, ())
