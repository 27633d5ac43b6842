"""LaTeX as models write it, turned into the signs that a textbook prints."""

import re

_COMMANDS = {
    "times": "×", "div": "÷", "cdot": "·", "pm": "±", "mp": "∓", "ast": "*",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "lt": "<", "gt": ">",
    "approx": "≈", "equiv": "≡", "cong": "≅", "sim": "∼", "propto": "∝",
    "to": "→", "rightarrow": "→", "longrightarrow": "→", "xrightarrow": "→", "leftarrow": "←",
    "rightleftharpoons": "⇌", "leftrightarrow": "↔", "Rightarrow": "⇒", "implies": "⇒",
    "Leftrightarrow": "⇔", "iff": "⇔", "therefore": "∴", "because": "∵", "uparrow": "↑",
    "downarrow": "↓", "infty": "∞", "in": "∈", "notin": "∉", "subset": "⊂", "subseteq": "⊆",
    "supset": "⊃", "cup": "∪", "cap": "∩", "emptyset": "∅", "forall": "∀", "exists": "∃",
    "parallel": "∥", "perp": "⊥", "angle": "∠", "triangle": "△", "degree": "°", "circ": "°",
    "sum": "∑", "int": "∫", "ldots": "...", "cdots": "...", "dots": "...", "colon": ":",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
    "Lambda": "Λ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "sin": "sin", "cos": "cos", "tan": "tan", "cot": "cot", "sec": "sec", "csc": "cosec",
    "log": "log", "ln": "ln", "ohm": "Ω", "prime": "′",
}  # fmt: skip
_WRITTEN = re.compile(r"[\\$]|\^\{|_\{")
# $5 and $10 are dollars: a formula touches both of its signs, and no digit follows the second.
_INLINE = re.compile(r"\$\$?(?=[^\s$])([^$\n]{1,400})(?<=\S)\$\$?(?![0-9])")
_WRAPPED = re.compile(
    r"\\(?:text|mathrm|mathbf|mathit|textbf|textit|operatorname|ce|boxed|overline|vec|hat|bar"
    r"|overrightarrow|mbox)[ ]?\{([^{}]{0,200})\}"
)
_FRACTION = re.compile(r"\\[dtc]?frac[ ]?\{([^{}]{1,200})\}[ ]?\{([^{}]{1,200})\}")
_SHORT_FRACTION = re.compile(r"\\[dtc]?frac[ ]?([0-9])[ ]?([0-9])")
_ROOT = re.compile(r"\\sqrt[ ]?(?:\[([0-9])\])?[ ]?\{([^{}]{1,200})\}")
_BARE_ROOT = re.compile(r"\\sqrt[ ]?")
_DEGREE = re.compile(r"\^[ ]?(?:\{[ ]?\\circ[ ]?\}|\\circ(?![A-Za-z]))")
_RAISED = re.compile(r"\^\{([0-9+\-−n]{1,6})\}")
_GROUP_RAISED = re.compile(r"\^\{([^{}]{1,100})\}")
_LOWERED = re.compile(r"_\{([0-9]{1,6})\}|_([0-9])(?![0-9])")
_COMMAND = re.compile(r"\\([A-Za-z]{1,20})[ ]?")
_SPACING = re.compile(r"\\(?:quad|qquad|,|;|:|!|[ ])[ ]?")
_SIZING = re.compile(
    r"\\(?:(?:left|right|big|Big|bigg|displaystyle|limits)(?![A-Za-z])|(?:begin|end)\{[a-z*]{1,12}\})[ ]?"
)
_DELIMITER = re.compile(r"\\[(\[][ ]?|[ ]?\\[)\]]")
_SIMPLE = re.compile(r"[ ]?(?:[0-9]+(?:\.[0-9]+)?|[A-Za-zα-ωΔπ]{1,3}[⁰-⁹²³]?)[ ]?")
_TO_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_TO_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_ROOTS = {"2": "√", "3": "∛", "4": "∜"}
# What is nested deeper is read piece by piece; more rounds would let a hostile text cost time.
_ROUNDS = 4


def without_latex(text: str) -> str:
    r"""\frac{a}{b} as a/b, x^{2} as x², \times as ×, and no dollar signs around them."""
    if not _WRITTEN.search(text):
        return text
    text = _INLINE.sub(r"\1", text)
    if "\\" in text:
        text = _without_layout(_DEGREE.sub("°", text))
        text = (
            text.replace("\\%", "%").replace("\\$", "$").replace("\\&", "&").replace("\\\\", "\n")
        )
    for _ in range(_ROUNDS):
        simpler = _innermost_out(text)
        if simpler == text:
            break
        text = simpler
    return _COMMAND.sub(_sign, _BARE_ROOT.sub("√", text))


def _without_layout(text: str) -> str:
    """Spaces, sizes, and the columns of aligned equations."""
    if "\\begin" in text:
        text = text.replace("&", "")
    return _DELIMITER.sub("", _SPACING.sub(" ", _SIZING.sub("", text)))


def _innermost_out(text: str) -> str:
    """One layer of braces opened, wherever a layer holds no other."""
    text = _WRAPPED.sub(r"\1", text)
    text = _RAISED.sub(lambda found: found[1].translate(_TO_RAISED), text)
    text = _LOWERED.sub(lambda found: (found[1] or found[2]).translate(_TO_LOWERED), text)
    text = _GROUP_RAISED.sub(lambda found: "^" + _grouped(found[1]), text)
    text = _ROOT.sub(_root, text)
    text = _SHORT_FRACTION.sub(r"\1/\2", text)
    return _FRACTION.sub(lambda found: _grouped(found[1]) + "/" + _grouped(found[2]), text)


def _root(found: re.Match[str]) -> str:
    degree, inside = found[1] or "2", _grouped(found[2])
    return _ROOTS[degree] + inside if degree in _ROOTS else f"{inside}^(1/{degree})"


def _grouped(inside: str) -> str:
    return inside.strip() if _SIMPLE.fullmatch(inside) else f"({inside.strip()})"


def _sign(found: re.Match[str]) -> str:
    """A command's sign; of an unknown command only its name is left."""
    sign = _COMMANDS.get(found[1])
    return f"{sign} " if sign and sign.isalpha() and sign.isascii() else sign or f"{found[1]} "
