"""How learners put a follow-up: "why?", "in Hindi", "shorter"; English, Hindi, romanised Hindi."""

from collections.abc import Mapping
from enum import StrEnum

from vidya.domains.tutor.stages.phrasing import turns_of_speech


class FollowUpKind(StrEnum):
    why = "why"
    example = "example"
    more = "more"
    in_language = "translate"
    shorter = "shorter"
    simpler = "simpler"
    repeat = "repeat"
    about = "about"  # another question about the same thing: "what is it used for?"
    instead = "instead"  # the same question about another thing: "and in plants?"


_IT = r"(?: (?:it|this|that|them|so|again))?"
_SAY = (
    r"(?:(?:say|tell|explain|speak|give|repeat|put|answer|write|translate|talk|reply|do|make)"
    r"(?: me| us)?(?: it| this| that| them)?(?: to me| to us)?(?: again)? )?"
)
_BATAO = (
    r"(?: (?:ही|भी|करके|कर के|me|mein|karke))?"
    r"(?: (?:बताओ|बताइए|बता दो|बता दीजिए|बोलो|बोलिए|समझाओ|समझाइए|समझा दो|कहो|कहिए|दो|दीजिए|दे दो|सुनाओ"
    r"|batao|bataiye|batayiye|bata do|bolo|boliye|samjhao|samjhaiye|samjha do|kaho|do|dijiye|de do|sunao"
    r"|tell|please|pls))?"
)
_ONE = r"(?:(?:a|an|one|any|some|more|another|few|1|2|two) )*"
_EK = r"(?:(?:एक|कोई|कुछ|और|ek|koi|kuch|aur|1|2) )*"

STANDING_ALONE = {
    FollowUpKind.why: turns_of_speech(
        r"why(?: (?:is|was|are|does|do|did))?(?: (?:it|that|this|they))?(?: (?:so|happen|like this|like that))?",
        r"why(?: not| though| so| again)?|how come(?: so)?|for what reason|what is the reason(?: for (?:it|this|that))?",
        r"(?:tell|explain|say)(?: me)? why(?: (?:it|that|this) is(?: so)?)?|reason",
        r"(?:ऐसा |यह |ये |पर |वो )?(?:क्यों|क्यूं|किसलिए)(?: (?:होता|होती|होते|है|हैं|हुआ))*",
        r"(?:इसका |इसकी )?(?:कारण|वजह)(?: क्या)?(?: है)?" + _BATAO,
        r"(?:aisa |yah |ye |yeh |par )?(?:kyon|kyun|kyu|kyo|kisliye)(?: (?:hota|hoti|hote|hai|hain|hua))*",
        r"(?:iska |iski )?(?:karan|kaaran|wajah|reason)(?: kya)?(?: hai)?" + _BATAO,
    ),
    FollowUpKind.example: turns_of_speech(
        r"(?:for|like|such as|(?:please )?(?:give|tell|show|say)(?: me| us)?|with|i want|i need|what is|what are)? ?"
        + _ONE
        + r"(?:real life )?(?:examples?|instances?)(?: (?:of|for) (?:it|this|that|them))?(?: please)?",
        r"like what|such as(?: what)?",
        r"(?:इसका |इसके |जैसे |मुझे )?" + _EK + r"(?:उदाहरण|उदहारण|मिसाल|एग्ज़ाम्पल)(?: के साथ)?" + _BATAO,
        r"(?:iska |iske |mujhe |jaise )?"
        + _EK
        + r"(?:examples?|udaharan|udaharn|udahran|misal)(?: ke saath)?"
        + _BATAO,
        r"जैसे(?: क्या| कि)?|jaise(?: kya| ki)?",
    ),
    FollowUpKind.more: turns_of_speech(
        r"(?:tell|explain|say|give|know)(?: me| us)?(?: it| this| that)? (?:some |a bit |a little |bit )?"
        r"(?:more|further|in (?:more )?detail|in depth|details)(?: about (?:it|this|that))?",
        r"(?:some |any )?more|in (?:more )?details?|more details?|go on|continue|elaborate"
        + _IT
        + "|what else|anything else",
        r"i want (?:to know )?more|explain" + _IT,
        r"(?:थोड़ा |कुछ |मुझे )?(?:और|ज़्यादा|विस्तार से|आगे)(?: विस्तार से| अधिक| जानकारी)?" + _BATAO,
        r"(?:thoda |kuch |mujhe )?(?:aur|zyada|jyada|vistar se|detail me|detail mein|aage)(?: detail me| detail mein| vistar se)?"
        + _BATAO,
    ),
    FollowUpKind.shorter: turns_of_speech(
        _SAY
        + r"(?:more |much |a bit |little )?(?:shorter|short|brief|briefly|in short|in brief|shortly|more briefly"
        r"|in (?:one|1|two|2|a|few|fewer) (?:line|lines|sentence|sentences|words|word))",
        r"(?:it is |that is |that was )?too long|summar(?:y|ise|ize)"
        + _IT
        + "|cut it short|shorten"
        + _IT,
        r"(?:थोड़ा |और |बहुत )?(?:संक्षेप में|संक्षिप्त में|छोटे में|छोटा|कम शब्दों में|(?:एक|दो) (?:लाइन|वाक्य|पंक्ति|शब्द|लाइनों|वाक्यों) में|शॉर्ट में)"
        + _BATAO,
        r"(?:thoda |aur )?(?:sankshep me|sankshep mein|short me|short mein|chota|chhota|chote me|kam shabdon me"
        r"|(?:ek|do) (?:line|lines|vakya|shabd) (?:me|mein))" + _BATAO,
    ),
    FollowUpKind.simpler: turns_of_speech(
        _SAY
        + r"(?:more |in |with |a bit |using )?(?:more )?(?:simpler|simply|simple|easier|easy|easily)(?: words?| language| way| terms)?",
        r"(?:i )?(?:did not|didn't|didnt|do not|don't|dont|cannot|can't|cant) (?:understand|get)"
        + _IT,
        r"(?:it is |that is |that was )?too (?:hard|difficult)",
        r"(?:थोड़ा |और |बहुत )?(?:आसान|सरल|सीधी)(?: (?:भाषा|शब्दों|तरीके|तरीक़े))?(?: (?:में|से))?" + _BATAO,
        r"(?:मुझे |कुछ )?(?:समझ|समझ में) नहीं (?:आया|आई|आ रहा)(?: है)?",
        r"(?:thoda |aur )?(?:aasan|asan|saral|simple|easy)(?: (?:bhasha|shabdon|tarike|language))?(?: (?:me|mein|se))?"
        + _BATAO,
        r"(?:mujhe |kuch )?(?:samajh|samjh|smjh)(?: me| mein)? (?:nahi|nahin|nhi) (?:aaya|aya|aa raha)(?: hai)?",
    ),
    FollowUpKind.repeat: turns_of_speech(
        r"(?:(?:say|tell|repeat|explain|speak)(?: me)?(?: it| that| this)? )?(?:again|once more|one more time|once again)",
        r"repeat"
        + _IT
        + r"|repeat (?:the |your )?answer|pardon(?: me)?|sorry|come again|what did you say|what was that",
        r"(?:i )?(?:did not|didn't|didnt|could not|couldn't|cannot|can't) hear" + _IT + "(?: you)?",
        r"(?:एक बार )?(?:फिर से|फिर|दोबारा|दुबारा|वापस)(?: से)?(?: एक बार)?" + _BATAO,
        r"(?:क्या (?:बोला|कहा|बोले)|सुनाई नहीं दिया)(?: आपने)?",
        r"(?:ek baar |ek bar )?(?:phir se|fir se|phir|fir|dobara|dubara|wapas)(?: se)?(?: ek baar)?"
        + _BATAO,
        r"kya (?:bola|kaha|bole)(?: aapne)?|sunai nahi diya",
    ),
}
"""A whole turn that is one of these says nothing without the turn before it."""

LANGUAGES: Mapping[str, str] = {
    name: code
    for code, names in {
        "en": "english angrezi angreji अंग्रेजी अंग्रेज़ी इंग्लिश",
        "hi": "hindi हिंदी हिन्दी",
        "bn": "bengali bangla बांग्ला बंगाली",
        "ta": "tamil तमिल",
        "te": "telugu तेलुगु तेलुगू",
        "mr": "marathi मराठी",
        "gu": "gujarati गुजराती",
        "kn": "kannada कन्नड़",
        "ml": "malayalam मलयालम",
        "pa": "punjabi पंजाबी",
        "or": "odia oriya उड़िया ओड़िया",
    }.items()
    for name in names.split()
}
_LANGUAGE = rf"(?P<language>{'|'.join(LANGUAGES)})"
IN_LANGUAGE = (
    turns_of_speech(_SAY + rf"(?:in |into |to )?{_LANGUAGE}(?: language| please)?"),
    turns_of_speech(rf"(?:इसे |इसको |यह )?{_LANGUAGE}(?: भाषा)?(?: (?:में|मे))?" + _BATAO),
    turns_of_speech(
        rf"(?:ise |isko |ye |yeh )?{_LANGUAGE}(?: (?:me|mein|mai|bhasha me))?" + _BATAO
    ),
)

_POLITE = """
please pls plz kindly sir madam maam ma'am mam teacher miss ok okay so but hey well hello then now
can could would will you just didi bhaiya ji lekin magar accha acha zara thik haan yes no
कृपया प्लीज सर मैम मैडम जी तो अच्छा लेकिन मगर दीदी भैया ठीक हां
"""
POLITE = frozenset(_POLITE.split())
"""Words at either end of a turn that ask nothing."""
