"""What no child may hear, whatever a passage or a model says; a match is never spoken."""

import re

from vidya.core.words import INDIC_DIGITS
from vidya.domains.tutor.stages.phrasing import spelled, turns_of_speech

# Not the words of a biology, civics or history lesson: what is explicit, abusive, or a recipe.
_SEXUAL = turns_of_speech(
    r"porn\S*|nudes|sexting|sext|blow ?jobs?|hand ?jobs?|orgasms?|masturbat\S*|erotic\S*|hentai|dildos?",
    r"(?:have|having|had) sex(?: with)?|sex (?:chat|video|videos|tape)|send (?:me )?(?:your )?(?:nude|naked) \S+",
    r"(?:take off|remove) your clothes|strip (?:for|naked)|sexy",
    r"(?:पोर्न|अश्लील वीडियो|नंगी (?:फोटो|तस्वीर|वीडियो)|सेक्स (?:करना|करने|वीडियो|चैट)|हस्तमैथुन|कपड़े उतारो)",
    r"(?:nangi|nanga) (?:photo|video|pic|tasveer)|sex (?:karna|karne|karo|karte)|kapde utaro|hastmaithun|chudai|chodna",
)
_SELF_HARM = turns_of_speech(
    r"(?:kill|hang|poison|drown|stab) (?:yourself|your self|urself)",
    r"(?:you should|try to|go and|go|better to) (?:die|end (?:it|your life)|(?:hurt|cut|harm) yourself)|end your (?:own )?life|slit your wrists?",
    r"cut your (?:wrists?|veins?|arms?)|(?:best|easiest|painless|quickest) (?:way|method) to (?:die|kill|commit suicide)",
    r"(?:ways|steps|methods|how) to (?:commit suicide|kill yourself|hang yourself|overdose)|take an overdose|overdose on",
    r"(?:खुद को|अपने आप को) (?:मार|खत्म|चोट|फांसी|काट)\S*(?: \S+)?|अपनी (?:जान|नस) (?:दे|काट)\S*(?: \S+)?|तुम मर जाओ|मर जाओ",
    r"(?:khud ko|apne aap ko) (?:maar|khatam|chot|kaat|phansi)\S*(?: \S+)?|apni (?:jaan|jan|nas) (?:de|kaat|do)\S*|mar jao",
)
_WEAPONS = turns_of_speech(
    r"(?:how|ways|steps|try|learn) to (?:make|build|assemble|prepare)(?: \S+){0,3} (?:bombs?|grenades?|explosives?|guns?|pistols?)",
    r"(?:make|build|assemble|prepare) (?:an?|your|your own) (?:\S+ )?(?:bomb|grenade|explosive|molotov\S*|gun|pistol|ied)",
    r"(?:pipe|petrol|pressure cooker|fertili[sz]er) bombs?|3d printed guns?|(?:buy|get) a (?:gun|pistol)",
    r"(?:बम|बंदूक|पिस्तौल|कट्टा|विस्फोटक|ग्रेनेड) (?:कैसे )?(?:बनाओ|बनाएं|बनाना|बनाने|बनाइए|बना सकते)(?: \S+)?",
    r"(?:bomb|bandook|bandhuk|pistol|katta|visfotak) (?:kaise )?(?:banao|banaye|banayen|banana|banane|bana sakte)(?: \S+)?",
)
_DRUGS = turns_of_speech(
    r"(?:smoke|snort|inject|buy|cook|roll|score|grow)(?: \S+){0,2} (?:weed|ganja|marijuana|cannabis|charas|hashish"
    r"|cocaine|heroin|meth|mdma|ecstasy|lsd|smack|brown sugar|a joint)|(?:sniff|snort|inhale) (?:glue|whitener|petrol)",
    r"how to get (?:high|drunk)|(?:get|getting) stoned|how to (?:buy|make|take|use) (?:drugs|weed|meth|cocaine|heroin|ganja)",
    r"(?:गांजा|चरस|स्मैक|हेरोइन|कोकीन|भांग|अफीम|ड्रग्स) (?:पियो|पीओ|लो|खरीदो|खरीदें|पीने का तरीका|लेने का तरीका|बनाओ|बनाएं)",
    r"(?:ganja|charas|smack|heroin|cocaine|bhang|afeem|drugs) (?:piyo|pio|lo|kharido|kharide|banao|banaye|peene ka tarika)",
)
_SLURS = turns_of_speech(
    r"f+u+c+k\S*|motherf\S+|shit|shitty|bullshit|bitch\S{0,3}|bastards?|assholes?|dickheads?|cunts?|whores?|sluts?",
    r"nigg(?:er|a|ers|as|az)|faggots?|kikes?|trann(?:y|ies)",
    r"m[ae]d[ae]r ?ch?od\S*|b[ea]h?[ea]?n ?ch?od\S*|bhosd\S*|ch[u]+t[iy]+ya?\S*|chut",
    r"ga+nd(?:u|oo|mara|mari)?|randi(?:yan|baaz)?|haramkhor|haraa?m(?:i|zada|zade|jada|jade)|kutt(?:e|iya) (?:ki|ke)"
    r"|kamin(?:a|e|ey)|saal[ae] (?:kutt\S*|kamin\S*)|la(?:u|v)d[ae]|lodu|hijd[ae]",
    r"मादरचोद\S*|बहनचोद\S*|भोसडी\S*|चूतिय\S*|चुतिय\S*|गांड\S*|रंडी\S*|हरामी\S*|हरामखोर\S*|हरामज[ा]?द\S*|कमीना|कमीने|लौडा|लौडे|हिजडा|हिजडे"
    r"|कुत्ते की \S+|साले कुत्त\S*",
)
_OUTSIDE = re.compile(
    r"https?:|www\.|\b[\w-]+\.(?:com|org|net|info|xyz|io|co\.in|gov\.in|nic\.in)\b|\b[\w-]+\.in/"
    r"|[\w.+-]+@[\w-]+\.\w+|(?<!\w)@[A-Za-z_]\w{3,}|\+91[\s-]?\d{5}|\b1800[\s-]\d{3}[\s-]\d{3,4}\b"
    r"|(?<![\d.,/])(?!\d*0000)[6-9]\d{4}[\s-]?\d{5}(?![\d.,/])",
    re.IGNORECASE,
)
_LEAKED = turns_of_speech(
    r"as an? (?:ai|a i|artificial intelligence|language model|llm|large language model|assistant)(?: \S+)?",
    r"i am an? (?:ai|language model|artificial intelligence|assistant)|i'm an? (?:ai|language model)|(?:my|the) training data",
    r"my (?:system )?(?:instructions|prompt|rules) (?:say|says|are|is|tell|tells|do|does|forbid)(?: \S+)?",
    r"system prompt|numbered passages|the passages? (?:above|provided)|i (?:cannot|can't|can not) (?:assist|comply)(?: \S+)?",
    r"not_in_curriculum|openai|chatgpt|gpt",
    r"एक (?:एआई|ए आई|भाषा मॉडल|कृत्रिम बुद्धिमत्ता)(?: \S+){0,2} के (?:रूप में|नाते)|मैं एक (?:एआई|ए आई|भाषा मॉडल)(?: \S+)?",
    r"(?:ek )?(?:ai|language model) (?:hone )?ke (?:naate|roop me|roop mein)|main ek (?:ai|language model)(?: \S+)?",
)
_FENCE = re.compile(r"</?\s*passages\s*>|<\|[a-z_]+\|>|\[/?INST\]", re.IGNORECASE)

_TABLE = (
    ("sexual content", _SEXUAL),
    ("a way to come to harm", _SELF_HARM),
    ("a weapon", _WEAPONS),
    ("a drug", _DRUGS),
    ("a slur", _SLURS),
    ("talk of the model itself", _LEAKED),
)


def unsafe_for_a_child(text: str) -> str | None:
    """What is wrong with it, in a few words for a teacher; None where nothing is."""
    if _OUTSIDE.search(text.translate(INDIC_DIGITS)):
        return "a link or a phone number"
    if _FENCE.search(text):
        return "talk of the model itself"
    said = spelled(text)
    return next((reason for reason, pattern in _TABLE if pattern.search(said)), None)
