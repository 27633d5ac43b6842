"""English ways of asking: the phrases that show what kind of answer is wanted."""

# Articles are gone and verbs are levelled (is/are, do/does, can/could) before these are read.
# A line gives the intent, then the phrases; "@past" beside an intent says that it is past.

# Orders stand first, or alone at the end: elsewhere "state", "name" and "plants give" are topics.
_ORDERS = """
define: define|define term|define terms|define word|explain|explain term|explain terms|explain word|explain concept of
define: explain about|explain me|explain me about|explain to me|describe|discuss|elaborate|state|mention|state and explain
define: define and explain|state and define|write|write down|give|tell|tell about|tell me about
define: write about|write short note on|write note on|short note on|write brief note on|write short notes on|give short note on
define: tell something about|tell me something about|say about|can you explain|can you define|can you describe|can you give
define: can you name|can you list|can you state|explain briefly|describe briefly|give brief account of|give account of
define @list: name|list|list out|enumerate|name any|give any|write any|list any|mention any|state any|identify
define: give some|write some|give me|describe in brief
define: please explain|please define|please describe|please give|please name|explain topic|explain in detail|describe in detail
find: find|find out|calculate|compute|determine|evaluate|work out|obtain|solve and find
solve: solve|solve for|solve equation|solve equations|can you solve|please solve
factorise: factorise|factorize|resolve into factors
expand: expand|expand using identity
simplify: simplify
convert: convert|change|express
prove: prove|prove that|show that|prove theorem
verify: verify|verify that
derive: derive|derive expression for|obtain expression for|derive equation|deduce|derive equation for|derive equation of
derive_formula: derive formula for|derive formula of|derive formula
draw: draw|sketch|make neat|draw neat|draw neat and|draw well|draw labelled|draw neat labelled|draw neat and labelled
draw: draw well labelled|draw neat well labelled|make neat labelled|make labelled
construct: construct
balance: balance|balance equation|balance chemical equation
translate: translate
summarise: summarise|summarize
compare: compare|compare and contrast|compare between
difference: distinguish|distinguish between|differentiate between|differentiate|bring out difference between
whether: tell whether|state whether|say whether
why: give reason|give reasons|give reason for|give reasons for|give reason why|give reason that|justify
"""

# Questions may also stand behind a fronted phrase ("In plants, what is …").
_QUESTIONS = """
define: what is|what do you mean by|what do we mean by|what do one mean by|what is meant by|what you mean by|what is meant
define: what do you understand by|what do we understand by|what do you understand from|what do you mean|what you understand by
define: what exactly is|what actually is|what really is|what is called|what is known as|what do word|what do term|which is
define: what do you know about|what can you say about|what is term|what is word|what is mean by|what is ment by
define @past: what was|which was
what: what
which: which
in_which: in which|in what
on_which: on which|on what
at_which: at which|at what
from_which: from which|from what
to_which: to which|to what
by_which: by which|by what
with_which: with which|with what
for_which: for which|for what
into_which: into which|into what
whether: is it true that|is it true|is it correct that|is it right that
why: why|why is|why do|why is it that|why do you think|how come|for what reason|for which reason|due to what|what makes|what make
why @event: what cause|what causes|what leads to|what lead to|what is responsible for
why: what is reason why|what is reason that|what is cause that|what causes do
why @past: why was|why did|what made
why @event @past: what caused|what led to
need: why do we need|why is there need of|why is there need for|why is there need to
how: how|how do|how is|how can|how will|in what way|in which way|in what manner|in which manner
how @doing: how do we|how do you|how do one|how do i|how can we|how can you|how can i|how can one|how will you|how will we|how to
how @doing: how should one|how we|how we can|how you|how do people|how i can|how i|how should we|how should you
how: what is process by which
how @past: how did|how was
how_many: how many|how many number of|what number of|how many total|how many total number of
how_much: how much|what amount of|what quantity of|how much amount of
find: how much is
where: where|where is|where do|at which place|at what place|in which place|in what place|in where|where can
where: where do we|where can we
where @past: where was|where did
when: when|when is|when do
when @past: when was|when did|in which year did|in which year was|in what year did|in what year was|in which year|in what year
when @past: on which date was|on what date was|on which date did|on what date did|on which day was|on which day did|which year did
when @past: what year did|what year was|which year was|year in which
who: who|who first|name person who|name scientist who|which person|which scientist
who @be: who is|who among is
who @be @past: who was
whom: whom|who do
whom @past: who did|whom did
by_whom: by whom
whose: whose
happens: what happens when|what happens if|what happen when|what happen if|what will happen when|what will happen if
happens: what will happen|what happens|what happen|what happened when|what will be result if|what occurs when|what happened if
happens: what happens to|what will happen to|what happen to
unit: in which unit is|in what unit is|in which unit do we|which unit is used to measure|what unit is used to measure
unit: in which units is|in what units is|what is unit used to measure|what unit do we use to measure|in which unit we
unit: which unit is used for measuring|what unit is used for measuring|which unit is used for
unit si: in which si unit is|in what si unit is|which si unit is used to measure|what si unit is used to measure
unit si: what is si unit used to measure|which si unit is used for measuring|which si unit is used for
follow: what about|how about|what else|why so|why not|how so|what next
"""

_MEASURED = "long far old tall fast often high deep big large hot heavy wide strong cold soon small"

# Nouns that stand for a question of their own when they open what is asked about.
_TOPICS = """
how_many: number of|total number of|total no of
define: name of
find @value: value of
find: answer of|answer to
unit: unit used to|unit for measuring|unit for measurement of|unit of measurement of|unit for measure of
unit si: si unit used to|si unit for measuring|si unit of measurement of
draw: neat diagram of|labelled diagram of|neat labelled diagram of|well labelled diagram of|diagram showing
draw: neat and labelled diagram of|neat sketch of|picture of
difference: main difference between|basic difference between|major difference between|important difference between
difference: main differences between|basic differences between|two differences between
difference: difference|differences
how: method of|method to|procedure to|steps to|ways to|way to|steps for|process by which
why: reason why|reason that|reasons why
whether: whether
"""

# With an equation in the question these are about it.
_EQUATION_TOPICS = """
solve: solution of|solutions of|root of|roots of|solution to|zeros of|zeroes of|values of x in|solution for
factorise: factors of|factor of|find factors of
derive: derivation of
"""

_WORDINGS = """
current president -> currently president
current prime minister -> currently prime minister
current chief minister -> currently chief minister
current governor -> currently governor
current government -> currently government
current population -> currently population
present president -> currently president
present prime minister -> currently prime minister
present chief minister -> currently chief minister
full form -> fullform
plural form -> plural
known as -> called
there in -> in
take place -> happen
takes place -> happen
took place -> happened
taking place -> happening
come into existence -> was formed
came into existence -> was formed
able to -> can
conduct electric current -> conduct electricity
conducts electric current -> conduct electricity
conductors of electric current -> conductors of electricity
capital city -> capital
is there any difference -> difference
credited with discovery of -> discovered
credited with invention of -> invented
credited with discovering -> discovered
credited with inventing -> invented
good conductor of -> conduct
good conductors of -> conduct
bad conductor of -> bad conduct
bad conductors of -> bad conduct
become independent -> get independence
became independent -> get independence
become free -> get independence
became free -> get independence
gain independence -> get independence
gained independence -> get independence
achieve independence -> get independence
attain independence -> get independence
got independence -> get independence
got freedom -> get independence
get freedom -> get independence
gain freedom -> get independence
stand for -> stand_for
stands for -> stand_for
used for -> used_for
eco system -> ecosystem
x ray -> xray
x rays -> xray
sun light -> sunlight
rain fall -> rainfall
earth quake -> earthquake
mahatma gandhi -> gandhi
gandhi ji -> gandhi
gandhiji -> gandhi
lowest common multiple -> lcm
least common multiple -> lcm
highest common factor -> hcf
greatest common divisor -> hcf
greatest common factor -> hcf
gcd -> hcf
gcf -> hcf
world war one -> world war №1
world war two -> world war №2
№1th world war -> world war №1
№2th world war -> world war №2
no of -> number of
atomic no -> atomic number
mass no -> mass number
prime no -> prime number
whole no -> whole number
rational no -> rational number
even no -> even number
odd no -> odd number
natural no -> natural number
composite no -> composite number
different types of -> types of
different kinds of -> types of
various types of -> types of
various kinds of -> types of
kinds of -> types of
kind of -> type of
different from -> differ from
different than -> differ from
human being -> human
human beings -> human
"""


def orders() -> dict[str, str]:
    """Phrase to marks: "give reason for" to "@why"."""
    return _marks(_ORDERS)


def questions() -> dict[str, str]:
    """Phrase to marks: "what is meant by" to "@define"."""
    measured = {f"how {adjective}": f"@how_{adjective}" for adjective in _MEASURED.split()}
    return _marks(_QUESTIONS) | measured


def topics() -> dict[str, str]:
    """Phrase to marks: "number of" to "@how_many"."""
    return _marks(_TOPICS)


def equation_topics() -> dict[str, str]:
    """Phrase to marks: "roots of" to "@solve"."""
    return _marks(_EQUATION_TOPICS)


def wordings() -> dict[str, str]:
    """Phrase to the words that stand for it: "takes place" to "happen"."""
    return dict(line.split(" -> ") for line in _WORDINGS.strip().splitlines())


def _marks(table: str) -> dict[str, str]:
    marks: dict[str, str] = {}
    for line in table.strip().splitlines():
        intent, phrases = line.split(": ")
        opened = " ".join(f"@{word.removeprefix('@')}" for word in intent.split())
        marks |= dict.fromkeys(phrases.split("|"), opened)
    return marks
