"""Where reading must stop and look; everything between two such places is already speech."""

import re

from vidya.channels.voice.speakable.dates import MONTH
from vidya.channels.voice.speakable.languages import TONGUES
from vidya.channels.voice.speakable.tongue import Tongue

# Every sign that a voice reads badly is here, so that none can slip through unread.
_SIGNS = (
    r"[0-9₹$€£¥%‰°^_\\{}|=×÷*/#&@~·±∓√∛∜∠△∑∫∞∝∈∉⊂⊆⊃∥⊥⇒⇔∴∵∅∀∃∪∩≠≈≡≅∼<>≤≥→←↔⇌↑↓+−′″`"
    r"α-ωΑ-ΩÅ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿˣ₀₁₂₃₄₅₆₇₈₉½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]"
)
_MATHS = r"[ ]?[-=+×÷*/^²³−<>≤≥]"
_PATTERN = r"""
    {signs}
  | [(\[] (?: (?=[^)\]\n]{{0,30}} [-=+×÷²³⁻^/√−*·<>0-9])
            | (?=[ivx]{{1,4}}\)) | (?=[IV]{{1,3}}\)) | (?=[A-Z][A-Za-z0-9]{{0,20}}[)\]]) )
  | [-–] (?: (?=[0-9.(√π]) | (?=[a-z](?![A-Za-z])) )
  | \. (?=[0-9])
  | (?<![A-Za-z\u0900-\u097f]) (?:
        [B-HJ-Z] (?![a-z]{{2}})
      | [AI] (?: (?=[A-Z0-9.₀-₉]) | (?=[a-z](?![a-z])) | (?={maths}) )
      | [b-z] (?![a-z])
      | a (?: (?=[A-Z0-9₀-₉]) | (?={maths}) | (?=:) )
      | [a-z]{{2,3}} (?: (?=[ ]?=) | (?=[²³^⁻A-Z]) )
      | (?: km | cm | mm | nm | kg | mg | m[lL] | sq | kmph ) (?![a-z])
      | (?: sin | cos | tan | cot | sec | cosec | log | ln | mod | sqrt | cbrt ) (?=[²³⁻_₀-₉(√α-ω^ ])
      | (?: {month} ) (?=[ ][0-9])
      | (?: {short} )
    )
  {lone}
"""
# In another script every single Latin letter needs its name.
_LONE = r"| (?<![A-Za-z]) [A-Za-z] (?![A-Za-z])"
_WORD = re.compile(r"[A-Za-z]+|.", re.DOTALL)


def end_of_word(text: str, at: int) -> int:
    """Where the word, or the one sign, that begins at `at` is over."""
    found = _WORD.match(text, at)
    return found.end() if found else at + 1


def stops_of(tongue: Tongue) -> re.Pattern[str]:
    """The places in a text where this language has something to read."""
    return _PATTERNS[tongue.code]


def _pattern_for(tongue: Tongue) -> re.Pattern[str]:
    forms = sorted({*tongue.phrases.abbreviations, *tongue.phrases.numbered}, key=len, reverse=True)
    short = "|".join(re.escape(form) + r"(?![a-z])" for form in forms)
    return re.compile(
        _PATTERN.format(
            signs=_SIGNS,
            maths=_MATHS,
            month=MONTH,
            short=short,
            lone="" if tongue.code == "en" else _LONE,
        ),
        re.VERBOSE,
    )


_PATTERNS = {tongue.code: _pattern_for(tongue) for tongue in TONGUES}
