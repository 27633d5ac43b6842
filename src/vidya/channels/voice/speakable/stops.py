"""Where reading must stop and look; everything between two such places is already speech."""

import re

from vidya.channels.voice.speakable.languages import TONGUES
from vidya.channels.voice.speakable.tongue import Tongue

# Every sign that a voice reads badly is here, so that none can slip through unread.
_SIGNS = (
    r"0-9₹$€£¥%‰°^_\\{}|=×÷*/#&@~·±∓√∛∜∠△∑∫∞∝∈∉⊂⊆⊃∥⊥⇒⇔∴∵∅∀∃∪∩≠≈≡≅∼<>≤≥→←↔⇌↑↓+−′″`"
    r"α-ωΑ-ΩÅ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿˣ₀₁₂₃₄₅₆₇₈₉½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
)
_MATHS = r"[ ]?[-=+×÷*/^²³−<>≤≥⁰¹⁴⁵⁶⁷⁸⁹⁺⁻ⁿˣ]"
# "I" is the number one after these, where a pronoun would be odd.
_BEFORE_ONE = (
    "Chapter Class Unit Part Section Volume Article Schedule Grade Standard Lesson Act Scene Phase "
    "Type Photosystem War अध्याय कक्षा इकाई भाग खंड अनुच्छेद अनुसूची चरण पाठ"
)
# Common words that are never looked at twice, for speed.
_PLAIN_WORDS = (
    "the of and to in is it are was that which with for from by on as at be an or not this has "
    "have can its they we you but all one two each so if In It If An As At By To On Of Is So We He"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PLAIN = r"""
    [ \n\t,;:?!"'।”“’‘]+
  | (?:{plain_words}) (?=[ ,.;?!][^-=+×÷*/^²³−<>≤≥(])
  | a (?=[ ][a-z]{{2}})
  | (?!{longer}) [A-Za-z][a-z]{{3,}} (?![A-Za-z_^²³₀-₉(])
  | (?!{other_script}) [\u0900-\u097f]+
"""
_STOP = r"""
    [{signs}]
  | [(\[] (?: (?=[^)\]\n]{{0,30}} [-=+×÷²³⁻^/√−*·<>0-9])
            | (?=[ivx]{{1,4}}\)|a\)) | (?=[IV]{{1,3}}\)) | (?=[A-Z][A-Za-z0-9]{{0,20}}[)\]]) )
  | [-–] (?: (?=[0-9.(√π]) | (?=[a-z](?![A-Za-z])) )
  | \. (?=[0-9])
  | [B-HJ-Z] (?![a-z]{{2}})
  | [AI] (?: (?=[A-Z0-9.₀-₉]) | (?=[a-z](?![a-z])) | (?={maths}) )
  | I (?=[ ,.;:)\n]|$) (?: {before_one} )
  | [b-z] (?![a-z])
  | a (?: (?=[A-Z0-9₀-₉]) | (?={maths}) | (?=:) )
  | [a-z]{{2,3}} (?: (?=[ ]?=) | (?=[²³^⁻A-Z]) )
  | (?: km | cm | mm | nm | kg | mg | m[lL] | sq | kmph ) (?![a-z])
  | (?: sin | cos | tan | cot | sec | cosec | log | ln | mod | sqrt | cbrt ) (?=[²³⁻_₀-₉(√α-ω^ ])
  | (?: (?:{months}) | (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? ) (?=[ ][0-9])
  | (?: {short} ) (?![a-z])
  | (?: {other_script} )
  {lone}
"""
# In another script every single Latin letter needs its name.
_LONE = r"| [A-Za-z] (?![A-Za-z])"
_WORD = re.compile(r"[A-Za-z]+|.", re.DOTALL)
_RUPEES = r"रु\.?[ ]?[0-9]"
_FUNCTIONS = ("sqrt", "cbrt", "cosec", "kmph")


def next_stop(text: str, at: int, tongue: Tongue) -> int:
    """The next place, at a word's beginning or a sign, where something needs reading."""
    found = _SPEECH[tongue.code].match(text, at)
    return found.end() if found else at


def end_of_word(text: str, at: int) -> int:
    """Where the word, or the one sign, that begins at `at` is over."""
    found = _WORD.match(text, at)
    return found.end() if found else at + 1


def _speech_pattern(tongue: Tongue) -> re.Pattern[str]:
    forms = sorted({*tongue.phrases.abbreviations, *tongue.phrases.numbered}, key=len, reverse=True)
    longer = [form for form in forms if form.isalpha() and form.isascii() and len(form) > 3]
    other_script = [_with_stop(form) for form in forms if not form.isascii()] + [_RUPEES]
    latin = [re.escape(form) for form in forms if form.isascii()]
    stop = _STOP.format(
        signs=_SIGNS,
        maths=_MATHS,
        months=_MONTHS,
        short="|".join(latin),
        other_script="|".join(other_script),
        before_one="|".join(rf"(?<={word}[ ]I)" for word in _BEFORE_ONE.split()),
        lone="" if tongue.code == "en" else _LONE,
    )
    plain = _PLAIN.format(
        plain_words=_any_of(_PLAIN_WORDS.split()),
        longer=f"(?:{_any_of([*longer, *_FUNCTIONS])})(?![a-z])|(?:{_MONTHS})[ ][0-9]",
        other_script="|".join(other_script),
    )
    return re.compile(rf"(?: {plain} | (?!{stop}) (?:[A-Za-z]+|.) )*", re.VERBOSE | re.DOTALL)


def _with_stop(form: str) -> str:
    # ई. is "ईसवी", but ई begins many words.
    return re.escape(form) + r"[.\u0970]"


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words)


_SPEECH = {tongue.code: _speech_pattern(tongue) for tongue in TONGUES}
