"""Words that children use and books do not, each beside the word of the book."""

from collections import defaultdict
from collections.abc import Mapping

from vidya.core.words import stems

_ENGLISH = """
discover found invent introduce give
small tiny little
big large huge
biggest largest greatest
child kid
begin start launch
fast quick rapid speed
free independent independence
happen occur
kind type
cause reason because due
born birth
die death dead
increase rise raise grow
decrease fall lower drop reduce
country nation
evening sunset
vehicle car bus
inhale breathe
ill sick disease illness
freeze freezing
hear hearing heard
see vision sight visible
cost price money
rule law
war battle fight
king ruler emperor
make made produce form create
build built construct
change convert turn
hot heat warm
cold cool
wet moist
stop halt
need require necessary
important significance importance
government govt gov
equation eqn
temperature temp
use useful usage
smallest least lowest
simplest lowest
name call known
split divide
join add combine
remove subtract
choose select chose
tired fatigue
shine bright
rain rainfall
cramp ache
people person citizen human
year month
house home
full complete whole
way method
"""
_HINDI = """
पानी जल
बिजली विद्युत
बारिश वर्षा
फर्क अंतर
हवा वायु
सूरज सूर्य
पेड़ पौधा वृक्ष
मात्रक इकाई
चाँद चंद्रमा
आदमी मनुष्य मानव इंसान
शुरू आरंभ प्रारंभ शुरुआत
खोज आविष्कार
आज़ादी स्वतंत्रता
आज़ाद स्वतंत्र
लड़ाई युद्ध
अंग्रेज़ ब्रिटिश
ज़रूरी आवश्यक
ज़रूरत आवश्यकता
काम कार्य
उपयोग इस्तेमाल प्रयोग
ज़्यादा अधिक
ज़्यादातर अधिकतर अधिकांश
कम थोड़ा
बड़ा विशाल
गरम गर्म
जगह स्थान
साल वर्ष
महीना माह
खाना भोजन
साँस श्वास
खून रक्त
दिल हृदय
देश राष्ट्र
राजा शासक
कानून नियम
रोशनी प्रकाश
गर्मी ऊष्मा
बनाना निर्माण
तरीका विधि
हिस्सा भाग
मौत मृत्यु निधन
ताकत शक्ति बल
चाल गति वेग
अच्छा बेहतर
मदद सहायता
लोग व्यक्ति
कारण वजह
पैर टाँग
भूजल भौमजल
किताब पुस्तक
पढ़ना अध्ययन
मतलब अर्थ
बदलना परिवर्तन
बढ़ना वृद्धि
घटना कमी
"""


def _neighbours(table: str, language: str) -> Mapping[str, frozenset[str]]:
    near: dict[str, set[str]] = defaultdict(set)
    for line in table.strip().splitlines():
        group = stems(line, language=language)
        for stem in group:
            near[stem].update(group)
    return {stem: frozenset(group - {stem}) for stem, group in near.items()}


_TABLES = {"en": _neighbours(_ENGLISH, "en"), "hi": _neighbours(_HINDI, "hi")}
_NONE: frozenset[str] = frozenset()


def same_meaning(stem: str, *, language: str) -> frozenset[str]:
    """The stems that a book may have in the place of this one."""
    return _TABLES.get(language, {}).get(stem, _NONE)
