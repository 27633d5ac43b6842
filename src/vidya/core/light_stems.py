"""Endings of Indian languages for which there is no Snowball stemmer, taken off for search.

Search forgives what the comparison of questions must not: two words that share a stem here are
found together, and the passage with more of the question's words still comes first.
"""

# Case endings and plurals, alone and joined. A single sign is taken off longer words only.
_ENDINGS = {
    "bn": """
গুলির গুলোর গুলিকে গুলোকে গুলিতে গুলোতে গুলি গুলো সমূহের সমূহ টির টিকে টি টা
েরা ের েতে কে তে র ে য়
""",
    "mr": """
ांपासून ांमध्ये ांसाठी ांच्या ांचा ांची ांचे ांना ांनी ांत ाच्या ाचा ाची ाचे ाला ाने ात ासाठी ामध्ये
च्या चा ची चे ला ने त मध्ये साठी पासून ां
""",
    "gu": """
ઓમાંથી ઓમાં ઓનો ઓની ઓનું ઓના ઓને ઓથી ોમાં ોનો ોની ોનું ોના ોને ઓ માંથી માં નો ની નું ના ને થી ો
""",
    "pa": "ੀਆਂ ਾਂ ੀਂ ਿਆਂ ੇ ੀ ਾ",
    "or": """
ଗୁଡ଼ିକର ଗୁଡ଼ିକୁ ଗୁଡ଼ିକରେ ଗୁଡ଼ିକ ମାନଙ୍କର ମାନଙ୍କୁ ମାନଙ୍କ ମାନେ ଟିର ଟିକୁ ଟି ଙ୍କର ଙ୍କୁ ଙ୍କ ରେ ରୁ କୁ ର
""",
    "te": """
ాలలో ాలకు ాలను ాల్లో ాలు ానికి ాన్ని ంలో ంతో లలో లకు లను ల్లో లు లో కు కి ను ని తో ం
""",
    "kn": """
ಗಳಲ್ಲಿ ಗಳನ್ನು ಗಳಿಂದ ಗಳಿಗೆ ಗಳು ಗಳ ದಲ್ಲಿ ದಿಂದ ವನ್ನು ಯನ್ನು ನ್ನು ೆಯನ್ನು ೆಯಲ್ಲಿ ೆಯಿಂದ ೆಗೆ ೆಯ ೆ ಿನಲ್ಲಿ ಿನಿಂದ ಿನ ಕ್ಕೆ ಿಗೆ ದ ು
""",
    "ml": """
ങ്ങളുടെ ങ്ങളിൽ ങ്ങൾക്ക് ങ്ങളെ ങ്ങൾ കളുടെ കളിൽ കൾക്ക് കളെ കൾ ത്തിന്റെ ത്തിൽ ത്തിന് ത്തെ ത്താൽ
യുടെ യിൽ യ്ക്ക് യെ ിന്റെ ിൽ ിന് ം
""",
}
_BY_LENGTH = {
    language: tuple(sorted(table.split(), key=len, reverse=True))
    for language, table in _ENDINGS.items()
}
LIGHTLY_STEMMED = frozenset(_ENDINGS)
_SHORTEST = 2
_SHORTEST_BEFORE_ONE_SIGN = 3
# Before these a noun of two letters is whole: Telugu బలం, బలాలు; Malayalam ബലം, ബലത്തിൽ.
_NOUN_SIGNS = frozenset("ంം")


def light_stem(word: str, *, language: str) -> str:
    """The word without its longest ending, by the endings of one of `LIGHTLY_STEMMED`."""
    for ending in _BY_LENGTH[language]:
        if word.endswith(ending) and len(word) - len(ending) >= _shortest(ending):
            return word.removesuffix(ending)
    return word


def _shortest(ending: str) -> int:
    is_light = len(ending) == 1 and ending not in _NOUN_SIGNS
    return _SHORTEST_BEFORE_ONE_SIGN if is_light else _SHORTEST
