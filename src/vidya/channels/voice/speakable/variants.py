"""One sign for each meaning: other digits, look-alike characters and typed arrows."""

import re
import unicodedata

_DIGIT_ZEROS = "०০੦૦୦௦౦೦൦٠۰０"
_LOOK_ALIKES = {
    "℃": "°C", "℉": "°F", "º": "°", "˚": "°", "µ": "μ", "Ω": "Ω", "⋅": "·", "∙": "·", "∗": "*",
    "⁄": "/", "∕": "/", "∶": ":", "﹣": "-", "－": "-", "＋": "+", "＝": "=", "％": "%", "∆": "△",
    "▵": "△", "⟶": "→", "➔": "→", "➝": "→", "⟹": "⇒", "⟺": "⇔", "⇄": "⇌", "⇋": "⇌", "≦": "≤",
    "≧": "≥", "⩽": "≤", "⩾": "≥", "≃": "≈", "∣": "|", "│": "|", "ﬁ": "fi", "₨": "₹",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": "", "\ufeff": "", "\u2011": "-",
    "\u2010": "-", "□": "__", "✕": "×", "✖": "×", "ϕ": "φ", "ϵ": "ε", "ϑ": "θ",
}  # fmt: skip
_TYPED = {
    "<=>": "⇌", "<->": "⇌", "<-->": "⇌", "-->": "→", "->": "→", "=>": "⇒", "==>": "⇒",
    "<=": "≤", ">=": "≥", "!=": "≠", "+/-": "±",
}  # fmt: skip
# ΔABC is a triangle, ΔT a change.
_TRIANGLE = re.compile(r"Δ(?=[ ]?[A-Z]{3}(?![A-Za-z]))")
_EMOJI = "\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u20e3"


def _digits() -> dict[str, str]:
    digits = {chr(ord(zero) + value): str(value) for zero in _DIGIT_ZEROS for value in range(10)}
    enclosed = (chr(code) for code in range(0x2460, 0x2474))
    return digits | {sign: f"({unicodedata.numeric(sign):.0f})" for sign in enclosed}


_SIGNS = _digits() | _LOOK_ALIKES
_SINGLE = re.compile(f"[{''.join(map(re.escape, _SIGNS))}{_EMOJI}]")
_TYPED_SIGN = re.compile("|".join(map(re.escape, sorted(_TYPED, key=len, reverse=True))))


def in_plain_signs(text: str) -> str:
    """The text with one sign for each meaning; pictures are dropped."""
    text = _SINGLE.sub(lambda found: _SIGNS.get(found[0], ""), text)
    text = _TRIANGLE.sub("△", text)
    return _TYPED_SIGN.sub(lambda found: _TYPED[found[0]], text)
