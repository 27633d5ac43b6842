"""English words for what is written short: abbreviations, titles, capitals said as a word."""

# By their letters without the last full stop; the case is as written.
ABBREVIATIONS = {
    "e.g": "for example",
    "eg.": "for example",
    "i.e": "that is",
    "ie.": "that is",
    "viz": "namely",
    "etc": "etcetera",
    "et al": "and others",
    "cf": "compare",
    "vs": "versus",
    "v/s": "versus",
    "w.r.t": "with respect to",
    "a.k.a": "also known as",
    "No. of": "number of",
    "approx": "approximately",
    "N.B": "note",
    "P.S": "P S",
    "Dr": "Doctor",
    "Mr": "Mister",
    "Mrs": "Missus",
    "Prof": "Professor",
    "Smt": "Shrimati",
    "Pt": "Pandit",
    "Mt": "Mount",
    "St": "Saint",
    "Jr": "Junior",
    "Sr": "Senior",
    "Govt": "Government",
    "govt": "government",
    "Ltd": "Limited",
}

# Only before a number: "Fig. 2", "No. 5".
NUMBERED = {
    "No": "number",
    "no": "number",
    "Nos": "numbers",
    "Fig": "figure",
    "fig": "figure",
    "Figs": "figures",
    "Ch": "chapter",
    "Chap": "chapter",
    "Eq": "equation",
    "Ex": "exercise",
    "Q": "question",
    "Vol": "volume",
    "Sec": "section",
    "Art": "article",
    "Std": "standard",
    "p": "page",
    "pp": "pages",
}

ACRONYMS = {
    name: name
    for name in [
        "AIDS", "ASEAN", "BRICS", "COVID", "DIKSHA", "FIFA", "GIF", "ISRO", "LASER", "NASA",
        "NATO", "NEET", "NITI", "OPEC", "PAN", "PIN", "RADAR", "RAM", "ROM", "SAARC", "SARS",
        "SIM", "SONAR", "UNESCO", "UNICEF", "VIBGYOR",
    ]
}  # fmt: skip
