"""The dictionary forms of Hindi words: number, case and agreement go, meaning stays."""

from functools import lru_cache

from vidya.core.words import fold_devanagari

# Masculine nouns in -aa, told from those without it by list alone: पौधों, but बलों.
_NOUNS_IN_AA = """
पौधा लोहा तारा पत्ता कपड़ा घोड़ा बच्चा कीड़ा सोना ताँबा रिश्ता टुकड़ा दाना चूना गन्ना मसाला शीशा नमूना अंडा गुर्दा
फेफड़ा लड़का बेटा पहाड़ा रास्ता दरवाज़ा कमरा खाना गाना कचरा मेला केला चश्मा ढाँचा किनारा महीना घंटा पैसा किला जिला कोयला
हीरा पारा सितारा कोना बड़ा छोटा लंबा ऊँचा काला नीला पीला हरा अच्छा दूसरा पहला तीसरा चौथा सोडा रास्ता नाला झरना
"""
_IN_AA = frozenset(map(fold_devanagari, _NOUNS_IN_AA.split()))
_VIRAMA = "्"
_SHORTEST = 3


@lru_cache(maxsize=65_536)
def hindi_lemma(word: str) -> str:
    """One form for a word that `fold_devanagari` has folded.

    Snowball's Hindi stems are too short here: they make one word of गुण (property) and गुणा
    (times), of राज (rule) and राजा (king).
    """
    if len(word) < _SHORTEST or word.isascii():
        return word
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word.removesuffix(ending) + put
    if word.endswith("ों"):
        base = word.removesuffix("ों")
        return base + "ा" if base + "ा" in _IN_AA else base
    if word.endswith("े"):
        return word[:-1] + "ा"
    if word.endswith("ी"):
        agrees = word.endswith("ती") and len(word) > 3 and word[-3] != _VIRAMA
        return word[:-1] + ("ा" if agrees else "ि")
    return word


_ENDINGS = (
    ("ियों", "ि"),
    ("ियां", "ि"),
    ("ाओं", "ा"),
    ("ुओं", "ु"),
    ("ाएं", "ा"),
    ("ुएं", "ु"),
    ("ें", ""),
)
