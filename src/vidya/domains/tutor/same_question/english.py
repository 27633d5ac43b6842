"""English: contractions, SMS spellings, politeness, number words and words that lean."""

from vidya.domains.tutor.same_question.lexing import BREAK

_SAME = """
is: are am
was: were
do: does
have: has
can: could
will: would shall wud
what: wat wht whaat waht whta
what is: what's whats wats
who is: who's whos
where is: where's wheres
how is: how's
it is: it's
that is: that's
there is: there's
which: wich whch whic
why: wy whyy
how: hw hwo
where: whr
when: wen
do not: don't dont doesn't doesnt
did not: didn't didnt
is not: isn't isnt aren't arent
was not: wasn't wasnt weren't
can not: cannot can't cant couldn't couldnt
will not: won't wont wouldn't
have not: haven't hasn't hasnt
should not: shouldn't shouldnt
must not: mustn't
i am: i'm
i want: wanna
you: u
your: ur
please: pls plz plzz pl plss pleas
difference: diff difrence diffrence differnce diffrance differance differences
different: diffrent
between: btw bw betwn betwen
define: def defn defin
definition: definition defination defintion
explain: explane expln explan xplain
describe: describe discribe
formula: formula formulas formulae
equation: equation eqn eqns
example: example examples eg exampl exmple
and: nd
with: wid
about: abt
india 's: indian
because: bcoz bcz cuz coz becoz
this: dis
people: ppl
government: government govt gov
mathematics: mathematics maths math
versus: vs
thank you: thanks thanx thankyou thnx tq
madam: madam mam maam ma'am
sir: sirji
hello: helo hlo hellow
important: imp
temperature: temp
number: num nos
between and: inbetween
characteristic: characterstics charecteristics characterstic
"""

_OPENINGS = """
please|kindly|sir|madam|mam|hello|hi|hey|dear|ok|okay|namaste|good morning|good evening|good afternoon
can you please|can you tell me|can you tell|can you please tell me|can you help me|will you tell me|will you please
tell me|tell us|please tell|please tell me|let me know|may i know|can i know|do you know|can you say
i want to know|i want to ask|i will like to know|i need to know|i want to understand|i want to learn
i do not know|i do not understand|i can not understand|i am not able to understand|i have doubt in
i have question|my question is|question is|my doubt is|help me|help me understand|can anyone tell me|can anyone tell
teach me|say|so|sir please|answer this|answer me|please answer|quickly|excuse me|according to you
"""
_CLOSINGS = """
please|sir|madam|mam|thank you|thank you sir|thank you madam|tell me|please tell|please tell me
please explain|please sir|sir please|kindly tell|kindly explain|please answer|kindly|explain me
BREAK explain|BREAK give reason|BREAK give reasons|BREAK explain briefly|BREAK please explain
in simple words|in simple language|in short|in brief|briefly|in your own words|in own words|in simple terms
help me|please help|please help me|urgent|fast please|ok|answer please|give answer|write answer
reply please|i want to know|dear|bro
"""

_NUMBERS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_NEGATIONS = "not no never without neither nor none nothing nobody nowhere hardly"
_LEANING = "it he she they him them her its his their hers theirs former latter itself"
_FOLLOW_UPS = """
more again another example detail short shorter simple simpler hindi english step next continue
repeat yes no ok answer reason solution further longer slowly easy part number in with by way same
what why how when where which who it meaning use formula definition please question topic subject
"""
_PERSONAL = "i me my mine myself you your yours yourself"
_PAGE = "following page exercise chapter lesson question figure fig para"
_PASSING = "today tomorrow yesterday now nowadays currently latest tonight recently"
_TOPIC_AFTER = "is mean means word and or of as was called ka ki ke"
_TOPIC_BEFORE = (
    "'s is mean word and or of to as was called by a do does can between than with versus use"
)


def _aliases() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in _SAME.strip().splitlines():
        words, spellings = line.split(": ")
        table |= dict.fromkeys(spellings.split(), tuple(words.split()))
    return {**table, **dict.fromkeys(("the", "an"), ())}


def _numbers() -> dict[str, int]:
    small = {word: value for value, word in enumerate(_NUMBERS.split())}
    tens = {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
    large = {"hundred": 100, "thousand": 1000, "lakh": 100_000, "lakhs": 100_000, "lac": 100_000}
    larger = {"crore": 10_000_000, "crores": 10_000_000, "million": 1_000_000}
    return {**small, **tens, **large, **larger, "billion": 1_000_000_000, "fourty": 40}


def _phrases(table: str) -> list[str]:
    phrases = [phrase for line in table.strip().splitlines() for phrase in line.split("|")]
    return [phrase.replace("BREAK", BREAK) for phrase in phrases]


ALIASES = _aliases()
OPENINGS = _phrases(_OPENINGS)
CLOSINGS = _phrases(_CLOSINGS)
NUMBERS = _numbers()
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), start=1)}
NEGATIONS = frozenset(_NEGATIONS.split())
LEANING = frozenset(_LEANING.split())
FOLLOW_UPS = frozenset(_FOLLOW_UPS.split())
PERSONAL = frozenset(_PERSONAL.split())
PAGE = frozenset(_PAGE.split())
PASSING = frozenset(_PASSING.split())
TOPIC_AFTER = frozenset(_TOPIC_AFTER.split())
TOPIC_BEFORE = frozenset(_TOPIC_BEFORE.split())
