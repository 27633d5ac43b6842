"""The words of a child in distress, and of lessons that only sound like them.

Written down with what children in danger say and write, not with what books call it. Where both
readings are possible, the child counts: a kind reply too many does no harm, one too few may.
"""

from vidya.domains.tutor.stages.phrasing import spelled, turns_of_speech

_I_AM = r"(?:i am|i'm|im|iam|i m)"
_WHO_HARMS = (
    r"(?:he|she|they|(?:my |a |the |our |one )?(?:\S+ )?(?:uncle|aunty|aunt|teacher|sir|madam|father|mother|dad|daddy|papa|mom|mummy|mum"
    r"|brother|sister|cousin|grandfather|stepfather|stepmother|parents|husband|boy|boys|man|men|neighbour|neighbor|driver"
    r"|senior|seniors|someone|somebody|boyfriend|warden))"
)
_DYING = turns_of_speech(
    r"(?:kil+|hurt|harm|hang|cutt?|poison|stabb?)(?:ing|ed)? (?:my ?self|mysel|myslf|me self)",
    r"(?:i|we)(?: (?:just|really|only|do|also))* (?:want|wanna|wish|wanted|like|going|gonna|have)(?: to)? (?:die|dead|be dead|end it(?: all)?)",
    rf"{_I_AM} (?:going to|gonna|ready to) (?:die|end it|kill my ?self|jump)|wan+a die|(?<!did )(?<!does )(?:want|wish) to die(?! for)",
    r"wish (?:i|that i) (?:was|were|am) (?:dead|never born|not born|not alive)|better off (?:dead|without me)|better if i (?:die|was dead)",
    r"(?:end|take|finish|ending|taking|finishing) my (?:own )?(?:life|self)|(?:end|ending) it all",
    r"(?:i )?(?:do not|don't|dont|no longer|can't|cant|cannot) (?:want to |wanna )?(?:live|go on living|be alive)(?: (?:any ?more|anymore|now|like this))?",
    r"(?:no|without any|not any) (?:reason|point|use|will) (?:to live|in living|of living|for living)|tired of (?:living|life|my life)",
    r"(?:i )?(?:hate|hating) (?:my ?self|my life)|(?:nobody|no one|noone) (?:will |would |ever )?(?:loves?|miss(?:es)?|wants?) me",
    r"(?:cut|cutting|slit|slitting) (?:my|the) (?:wrists?|hands?|arms?|veins?|nerves?)|self ?harm(?:ing)? me|i self ?harm",
    r"(?:i (?:took|drank|ate|have|had|will (?:take|drink|eat))|taking|drinking|swallowed)(?: \S+){0,2} (?:poison|pesticide|rat poison|sleeping (?:pills|tablets)|all the (?:pills|tablets))",
    r"(?:painless|easiest|easy|quickest|quick|fastest|best) (?:way|method)s?(?: for me)? to (?:die|suicide|kill my ?self|end (?:my )?life)",
    r"how (?:can|do|should|to|could) (?:i )?(?:die|suicide|commit suicide|do suicide|hang my ?self)|how many (?:pills|tablets|sleeping pills)(?: \S+){0,3} to die",
    r"(?:i|i will|i'll|going to|want to|feel like|gonna)(?: \S+){0,2} (?:jump|jumping) (?:from|off|in front of|into) (?:the |a )?(?:roof|terrace|bridge|building|train|well|balcony|river)",
)
_HARMED = turns_of_speech(
    rf"{_WHO_HARMS} (?:always |often |daily |sometimes |keeps? |also |has |have |is |are |was |were |tried to |wants to |will )*"
    r"(?:touch(?:e[sd]|ing)?|beat(?:s|en|ing)?|hit(?:s|ting)?|hurt(?:s|ing)?|slap(?:s|ped|ping)?|kick(?:s|ed)?|kiss(?:es|ed|ing)?|burn(?:s|t|ed)?"
    r"|rape[sd]?|raping|abuse[sd]?|abusing|molest(?:s|ed|ing)?|harass(?:es|ed|ing)?|torture[sd]?|threaten(?:s|ed|ing)?|blackmail(?:s|ed|ing)?"
    r"|force[sd]?|forcing|kill|lock(?:s|ed)?|follow(?:s|ed|ing)?|bull(?:y|ies|ied|ying)|stalk(?:s|ed|ing)?)(?: on| up)? me"
    r"(?! (?:in|at|with) (?:\S+ )?(?:chess|cricket|game|games|race|maths|carrom|football|ludo|running|studies|test|exam|ball|marks))",
    r"(?:touch(?:es|ed|ing)?|grab(?:s|bed)?|rub(?:s|bed)?|saw|see|shows?|showed)(?: \S+){0,2} (?:my|his|her) (?:private|privates|private parts?|chest|breasts?|body parts?)",
    r"touch(?:es|ed|ing) me|touch me (?:badly|wrongly|there|down there|in a bad way)|bad touch(?:es|ed|ing)? me|gave me a bad touch",
    rf"{_I_AM} (?:being |getting |always |often )*(?:beaten|abused|molested|raped|harassed|tortured|bullied|ragged|blackmailed|threatened|pregnant|locked)",
    r"(?:i (?:was|got|have been|had been|get|been)) (?:beaten|abused|molested|raped|harassed|tortured|bullied|ragged|blackmailed|threatened|sexually \S+)",
    r"(?:scared|afraid|frightened|terrified) (?:to go|of going|to come|to be|to stay)(?: back)? (?:home|at home|to school|to hostel|alone with \S+)",
    r"(?:scared|afraid|frightened|terrified) of (?:my|him|her|them)(?: (?:father|mother|uncle|papa|dad|teacher|brother|husband|sir|stepfather))?",
    r"(?:beats?|hits?|beating|hitting|kicks?) my (?:mother|mom|mummy|mum|mother and me|sister|brother)|(?:father|papa|dad) drinks and (?:beats|hits|shouts)",
    r"(?:marry|marrying|married) me off|(?:forc(?:e|ing|ed)|want|wants|making|make|getting|get) me (?:to )?(?:get )?(?:marry|married)(?: \S+)?|against my will",
    r"(?:bully|bullies|bullying|blackmailing|ragging|harassing|molesting|raping|abusing|threatening|stalking) me|(?:my (?:photos?|video|nude\S*|pictures?))(?: \S+){0,3} (?:leak|viral|share|post|internet)\S*",
    r"i (?:want to|will|am going to|wanna|have to) run away(?: from home)?|run(?:ning)? away from (?:my )?home|(?:threw|throw|thrown|kicked|kick) me out(?: of)?(?: \S+)?",
    r"(?:not|never|don't|dont|nobody) (?:give|gives|giving|gave) me (?:any )?(?:food|to eat)|i have not eaten|(?:please )?(?:save|rescue) me|call (?:the )?(?:police|childline)",
)
_DYING_HINDI = turns_of_speech(
    r"मर(?:ना| जाना)(?: ही)? चाहत[ाी](?: \S+)?|(?:मुझे|मुझको|मैं|मैंने)(?: \S+){0,2} (?:मरना है|मर जाना है|मरना|मर जाऊं|मर जाऊंगा|मर जाऊंगी|मर जाता|मर जाती)",
    r"मर जाऊं(?:गा|गी)?|मरने का (?:मन|दिल|तरीका|आसान तरीका)(?: \S+)?|मरने (?:की|के) (?:सोच|बारे में सोच)\S*|काश मैं मर \S+",
    r"(?:जीना|जीने का|जीने की|जिंदा रहना)(?: \S+){0,2} (?:नहीं|नही)(?: \S+)?|(?:नहीं|नही) जीना(?: \S+)?|जीने का मन(?: \S+)?|(?:जिंदगी|जीवन) से (?:तंग|थक|परेशान)\S*",
    r"(?:खुद|अपने आप|खुद ही|अपने)(?: को)? (?:मार|चोट|काट|खत्म|जला|फांसी)\S*(?: \S+)?|(?:अपनी|मेरी) (?:जान|जिंदगी) (?:दे|ले|खत्म)\S*(?: \S+)?",
    r"जान दे (?:दूं|दूंगा|दूंगी|दू|दूगा|देना)|(?:जहर|फिनाइल|कीटनाशक|नींद की गोली|नींद की गोलियां) (?:खा|पी)(?: \S+)? ?(?:लूं|लूंगा|लूंगी|लिया|ली|लेना|लू)",
    r"(?:फांसी|फंदा|फंदे पर|फांसी पर)(?: \S+)? (?:लगा|लटक|झूल)\S*(?: (?:लूं|लूंगा|लूंगी|जाऊं|लेना))?(?: \S+)?|(?:अपनी|हाथ की) नस(?:ें)? काट\S*|नस काट\S*",
    r"(?:छत|पुल|बिल्डिंग|ट्रेन|कुएं|नदी)(?: \S+){0,2} (?:से|के आगे|के सामने|में) कूद(?: \S+)? ?(?:जाऊं|जाऊंगा|जाऊंगी|ना चाहता|ना चाहती|ना है)(?: \S+)?",
    r"(?:मुझसे|मुझे) (?:कोई|किसी को) (?:प्यार नहीं|नहीं चाहता|प्यार नहीं करता)(?: \S+)?",
    r"(?:खुद से|अपने आप से|अपनी जिंदगी से) नफरत(?: \S+)?",
)
_HARMED_HINDI = turns_of_speech(
    r"(?:मुझे|मुझको|मेरे को|हमें)(?: \S+){0,3} (?:मारते|पीटते|मारता|पीटता|मारती|पीटती|मारा|पीटा|धमकाता|धमकाते|धमकी|डराता|डराते|सताता|सताते|छूता|छूते|छूती|छुआ|छेडता|छेडते|छेडा)"
    r"(?: (?:है|हैं|रहता|रहते|था|थे|देता|देते))?",
    r"(?:पापा|पिता|पिताजी|मम्मी|मां|माता|चाचा|मामा|अंकल|भाई|भैया|सर|टीचर|मास्टर|गुरुजी|सौतेली मां|सौतेले पिता|पति|दादा|पडोसी)(?: \S+){0,3} (?:मारते|पीटते|मारता|पीटता|मारती|पीटती) (?:है|हैं)",
    r"(?:गलत|गंदे|गंदी|बुरे)(?: ही)? (?:तरीके|जगह|तरह|ढंग|इरादे)(?: \S+){0,3} (?:छू|छुआ|छूता|छूते|हाथ|टच)\S*|(?:बैड|बेड|गंदा|गलत) टच",
    r"(?:मेरे|मेरी|हमारे) (?:साथ|कपडे|प्राइवेट|निजी)(?: \S+){0,3} (?:गलत|जबरदस्ती|जबर्दस्ती|बलात्कार|रेप|गंदा|छेडछाड|उतार\S*|पार्ट\S*|अंग\S*|छू\S*)(?: \S+)?",
    r"(?:घर|स्कूल|हॉस्टल|ट्यूशन) (?:जाने|लौटने|में रहने) (?:से|में) (?:बहुत )?डर(?: \S+)?|(?:घर|यहां) से भाग(?: \S+)? ?(?:जाना|जाऊं|जाऊंगा|जाऊंगी|ना)(?: \S+)?",
    r"मेरी (?:जबरदस्ती |जल्दी )?(?:शादी|ब्याह|विवाह)(?: \S+){0,2} (?:करा|करवा|कर रहे|कर देंगे|करना चाहते|तय)\S*(?: \S+)?|मुझे (?:ब्लैकमेल|बुली|रैग|परेशान)(?: \S+)? (?:कर|किया)\S*",
    r"मुझे (?:खाना|भूखा)(?: \S+)? (?:नहीं देते|नहीं देती|नहीं देता|रखते|रखती)(?: \S+)?|(?:मां|मम्मी|बहन) को (?:मारते|पीटते|मारता|पीटता)(?: \S+)?|मुझे बचा(?:ओ|इए|लो| लो)",
)
_ROMAN = turns_of_speech(
    r"(?:marna|mar jana|mrna|marjana)(?: hi)? (?:chaht[aie]|chahata|chahati|chata|chati)(?: \S+)?|(?:mujhe|muje|main|mai|mein|me)(?: \S+){0,2} (?:marna hai|mar jana hai|marna h|mar jau\S*|mar jaun\S*)",
    r"mar ja(?:u|un|au|aun|unga|ungi|aunga|aungi|uga|ugi)|marne (?:ka|ki|ke) (?:man|mann|dil|soch|tarika|aasan tarika|baare me soch)\S*(?: \S+)?",
    r"(?:jeena|jina|jeene|jine)(?: \S+){0,2} (?:nahi|nahin|nhi|ni)(?: \S+)?|(?:nahi|nhi) (?:jeena|jina)(?: \S+)?|(?:zindagi|jindagi|life) se (?:tang|thak|pareshan)\S*",
    r"(?:khud|apne aap|khudko)(?: ko)? (?:maar|mar|chot|kaat|kat|khatam|jala|phansi|fansi)\S*(?: \S+)?|(?:apni|meri) (?:jaan|jan|zindagi|jindagi|life) (?:de|le|khatam)\S*(?: \S+)?",
    r"(?:jaan|jan) de (?:du|dun|dunga|dungi|dena)|(?:zeher|zahar|jahar|jeher|poison|phenyl|neend ki goli\S*) (?:kha|pi)(?: \S+)? ?(?:lu|lun|lunga|lungi|liya|li|lena)",
    r"(?:phansi|fansi|faansi|phaansi)(?: pe| par)? (?:laga|latak|jhool)\S*(?: (?:lu|lun|lunga|lungi|jau|lena))?|nas kaat\S*|(?:chhat|chat|pul|building|train)(?: \S+){0,2} (?:se|ke aage) kood\S*(?: \S+)?",
    r"(?:mujhe|muje|mujko|mereko|hame|hume)(?: \S+){0,3} (?:maarte|marte|pitte|peette|maarta|marta|pitta|peetta|maarti|peetti|chhuta|chhute|chuta|chute|chhua|chhedta|chhedte|chedta|dhamkata|dhamkate|darata|sataate|satate)"
    r"(?: (?:hai|hain|h|he|rehta|tha))?",
    r"(?:papa|pitaji|mummy|maa|chacha|mama|uncle|bhai|bhaiya|sir|teacher|pati|padosi)(?: \S+){0,3} (?:maarte|marte|pitte|peette|maarta|marta|pitta|peetta|maarti|peetti) (?:hai|hain|h|he)",
    r"(?:galat|gande|gandi|bure) (?:tarike|tareeke|jagah|tarah)(?: \S+){0,3} (?:chhu|chhua|chhuta|chhute|chu|chua|chuta|chute|haath|hath|touch)\S*|bad touch (?:kiya|karta|karte)(?: \S+)?",
    r"(?:mere|meri) (?:saath|sath|kapde|private)(?: \S+){0,3} (?:galat|jabardasti|zabardasti|zabardasthi|rape|balatkar|ganda|chhedchhad|chhed\S*|utar\S*)(?: \S+)?",
    r"(?:ghar|school|hostel) (?:jaane|jane|rehne) (?:se|me|mein) (?:bahut )?dar(?: \S+)?|ghar se bhag(?: \S+)? ?(?:jana|jau\S*|jaun\S*|na)(?: \S+)?",
    r"meri (?:jabardasti |zabardasti )?(?:shadi|shaadi|byah)(?: \S+){0,2} (?:kara|karwa|kar rahe|kar denge|karna chahte)\S*(?: \S+)?|mujhe (?:blackmail|bully|rag|pareshan)(?: \S+)? kar\S*|mujhe bacha ?(?:o|lo)",
)
_WORD_FOR_IT = turns_of_speech(
    r"(?:commit(?:ting)? )?(?:suicid\S*|sucid\S*|suside|suiside|sueside)|आत्महत्या|आत्म हत्या|खुदकुशी|सुसाइड|सूसाइड|khudkushi|khudkhushi|atmahatya|aatmahatya"
)
# The word alone may be a cry for help; among these it is a lesson, unless the child says "I".
_A_LESSON = turns_of_speech(
    r"farmers?|chapter|lesson|durkheim|rates?|statistics|essay|paragraph|according to|section \d+|ipc|law|act|squad|bomb(?:er|ing)s?|mission"
    r"|cells?|bags?|genes?|hitler|cleopatra|policy|prevent(?:ion|ing|ed)?|census|data|report|novel|story|poem|author|helpline day|causes of"
    r"|किसान\S*|पाठ|अध्याय|निबंध|कानून|धारा|दर|आंकडे|रोकथाम|हिटलर|कहानी|kisan\S*|path|adhyay|nibandh|kanoon"
)
_OF_THE_CHILD = turns_of_speech(
    r"i|i'm|im|me|my|myself|मैं|मुझे|मेरा|मेरी|मेरे|मैंने|मुझको|main|mai|mujhe|muje|mera|meri|mere|maine"
)
_HARMLESS = turns_of_speech(
    r"(?:can|could|does|do|did|would|will|why does|why do|how does|how do)(?: an?| the)? (?:\S+ )?(?:shock|snakes?|current|electricity|virus|viruses|mosquito(?:es)?|bacteria"
    r"|lightning|waves?|spiders?|rays|heat|cold|sun|sunlight|germs|bees?|ants?|dogs?|acid|salt|radiation|vaccines?)(?: \S+){0,2} (?:kill|hurt|harm|burn) me",
    r"(?:want|wish|wanted)(?: to)? die for (?:the |his |her |their |our |my )?(?:country|nation|motherland|india|freedom)",
    r"(?:he|she|they|who) (?:do |did |does )?(?:not )?(?:want|wanted|wants) to die",
)
_KILL_ME = turns_of_speech(r"(?:kill|hurt|cut|harm)(?:ing|s)? me")
_SIGNS = (_DYING, _HARMED, _DYING_HINDI, _HARMED_HINDI, _ROMAN, _KILL_ME)
_LONGEST = 4_000
"""Characters that are read; more than any channel takes in."""


def speaks_of_distress(text: str) -> bool:
    """Whether a child may be in danger, in English, Hindi or romanised Hindi.

    What a lesson asks ("suicides of farmers", "how do animals die") is a question like any
    other, as long as the child does not speak of themselves.
    """
    said = spelled(text[:_LONGEST])
    said = _HARMLESS.sub(" ", said)
    said = " ".join(said.split())
    if _WORD_FOR_IT.search(said) and (not _A_LESSON.search(said) or _OF_THE_CHILD.search(said)):
        return True
    return any(pattern.search(said) for pattern in _SIGNS)
