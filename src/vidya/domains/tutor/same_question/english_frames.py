"""English ways of asking: the phrases that show what kind of answer is wanted."""

# Articles are gone and verbs are levelled (is/are, do/does, can/could) before these are read.
_FRAMES = """
define: what is|what do you mean by|what do we mean by|what do one mean by|what is meant by|what is meaning of
define: what do you understand by|what do we understand by|what do you understand from|what you mean by
define: define|define term|define word|define terms|explain term|explain terms|explain word|explain concept of|explain meaning of
define: explain|explain about|explain me|explain me about|explain to me|explain what is|describe|discuss|elaborate|state|mention
define: state and explain|define and explain|state and define|list|list out|enumerate|name|write|write down|give|tell|tell about
define: write about|write short note on|write note on|short note on|write brief note on|write short notes on|give short note on
define: give definition of|write definition of|what is definition of|definition of|meaning of|give meaning of|write meaning of
define: tell something about|tell me something about|tell me about|say about|what exactly is|what actually is|what really is
define: can you explain|can you define|can you describe|can you give|can you name|can you list|can you state|concept of
define: what is concept of|what is called|what is known as|what is term|what is word|which is|what can be said about
define: what do word|what do term|please explain|please define|explain briefly|describe briefly|give brief account of|give account of
define: who can be called|identify|name any|give any|write any|list any|mention any|state any|what is full meaning of
define @past: what was|explain what was|which was
what: what|in what
which: which
in which: in which|in what way is it in which
on which: on which
at which: at which
from which: from which|from what
to which: to which|to what
by which: by which|by what
with which: with which|with what
for which: for which|for what
into which: into which|into what
whether: is it true that|is it true|is it correct that|is it right that|tell whether|state whether|whether
why: why|why is|why do|what is reason for|what is reason behind|what is reason of|what is reasons for|what is reasons behind
why: what is cause of|what is causes of|give reason for|give reasons for|give reason why|give reason|give reasons|give reason that
why: what makes|what make|what cause|what causes|how come|for what reason|for which reason|due to what|reason for|reasons for
why: state reason for|write reason for|write reasons for|explain why|explain reason for|mention causes of|write causes of|list causes of
why: what is main reason for|reason behind|reasons behind|what is reason that|what is reason why|state causes of|give causes of
why: explain causes of|causes of|cause of|what leads to|what led to
why @past: why was|why did|what was reason for|what was reason behind|what was reasons for|what was reasons behind|what was cause of
why @past: what was causes of|what made|what caused
need: why do we need|why is there need of|why is there need for|what is need of|what is need for|need of|need for
how: how|how do|how is|how can|how will|how to|in what way|in which way|in what manner|by which method|by what method
how: how do we|how do you|how do one|how do i|how can we|how can you|how can i|how can one|how will you|how will we|how should we
how: how should one|how we|how we can|how you|explain how|describe how|how do people|method of|method to|procedure to|steps to|ways to
how: how would you|how are we able to|how is we able to|explain process of|describe process of|what is process of|process of
how: explain working of|describe working of|what is working of|working of|what is mechanism of|explain mechanism of|mechanism of
how: explain process by which|what is method of|what is way to|what is method to|what is steps to|what is procedure to
how @past: how did|how was
how many: how many|what is number of|what is total number of|total number of|find number of|how many number of|what number of
how many: find total number of|give number of|calculate number of|write number of|how much number of
how much: how much|what amount of|what quantity of
where: where|where is|where do|at which place|at what place|in which place|in what place|where do we find|where can we find
where @past: where was|where did
when: when|when is|when do|at what time
when @past: when was|when did|in which year did|in which year was|in what year did|in what year was|in which year|in what year
when @past: on which date was|on what date was|on which date did|on what date did|on which day was|on which day did|which year did
when @past: what year did|what year was|which year was|year in which
who: who|who is|who among|name person who
who @past: who was|who were
whom: whom|who do
whom @past: who did|whom did
by whom: by whom
whose: whose
happens: what happens when|what happens if|what happen when|what happen if|what will happen when|what will happen if|what happens on
happens: what will happen|what happens|what happen|what happened when|what will be result if|what takes place when|what occurs when
difference: what is difference between|what is differences between|difference between|differences between|differentiate between
difference: distinguish between|distinguish|give difference between|give differences between|write difference between|state difference between
difference: write differences between|state differences between|explain difference between|explain differences between|tell difference between
difference: what is main difference between|what is basic difference between|what is difference of|what difference is there between
difference: differences among|difference among|differences of|bring out difference between|list differences between|list difference between
similarity: what is similarity between|what is similarities between|similarity between|similarities between|what is common between
similarity: what is common in|give similarities between|state similarities between|write similarities between|what do have in common
compare: compare|compare between|comparison between|comparison of|give comparison between|compare and contrast|make comparison between
relation: what is relation between|what is relationship between|relation between|relationship between|state relation between|give relation between
relation: write relation between|establish relation between|what is relation of|what is link between|what is connection between
find: find|find out|calculate|compute|determine|evaluate|work out|find value of|calculate value of|how much is|find answer of
find: what will be value of|find values of|get value of|obtain|what will be|solve and find|what is value of|evaluate value of
find: write value of|give value of|tell value of|answer of|what is answer of|what do you get
solve: solve|solve for|solve equation|solve equations|find solution of|find solutions of|find roots of|find root of|solution of
solve: solve following|what is solution of|what is roots of|what is root of|what is solution to|find solution to|find zeros of|find zeroes of
factorise: factorise|factorize|find factors of|find factor of|factors of|resolve into factors|what is factors of|write factors of
expand: expand|expand using identity
simplify: simplify|reduce to simplest form
convert: convert|change|express|express in terms
prove: prove|prove that|show that|proof of|give proof of|what is proof of|prove theorem
verify: verify|verify that
derive: derive|derivation of|give derivation of|what is derivation of|explain derivation of|write derivation of|obtain derivation of
derive: derive expression for|obtain expression for|derive an expression for|deduce
formula: derive formula formula
draw: draw|sketch|draw diagram of|draw picture of|draw figure of|make diagram of|diagram of|draw neat diagram of|draw labelled diagram of
draw: draw neat labelled diagram of|draw neat and labelled diagram of|draw well labelled diagram of|draw neat well labelled diagram of
draw: labelled diagram of|make neat diagram of|make labelled diagram of|with help of diagram show|show diagram of|give diagram of|draw sketch of
draw: with labelled diagram draw|draw neat and clean diagram of|draw clean diagram of|sketch diagram of|draw neatly|construct diagram of
construct: construct
balance: balance|balance equation|balance chemical equation|write balanced equation for|write balanced chemical equation for
translate: translate
summarise: summarise|summarize|write summary of|give summary of|summary of|what is summary of
fullform: full form of|what is full form of|what is fullform of|give full form of|write full form of|fullform of|expand abbreviation
fullform: full form|fullform|tell full form of|state full form of|expanded form of abbreviation
opposite: opposite of|antonym of|opposite word of|what is opposite of|what is antonym of|give antonym of|write antonym of|give opposite of
opposite: write opposite of|opposite word for|antonym for|what is opposite word of|opposite meaning of
synonym: synonym of|synonym for|what is synonym of|give synonym of|write synonym of
unit: in which unit is|in what unit is|in which unit do we measure|which unit is used to measure|what unit is used to measure
unit: which unit is used for measuring|what is unit used to measure|unit used to measure|what is unit for measuring|in which units is
unit: what is unit for measurement of|what is unit of measurement of|in what units is|which unit is used for|what unit is used for
unit si: in which si unit is|in what si unit is|which si unit is used to measure|what si unit is used to measure|si unit used to measure
unit si: what is si unit used to measure|what is si unit for measuring|which si unit is used for measuring|which si unit is used for
follow: what about|how about|tell more|tell me more|explain more|explain again|say again|once more|more about|and what about
page: given below|given above|shown above|shown below|given figure|given diagram|given passage|above question|above figure
page: above passage|above diagram|in figure|figure above|figure below|following
"""

# Words that are put by others wherever they stand, once contractions are written out.
_WORDINGS = """
full form -> fullform
found in -> in
present in -> in
available in -> in
are there in -> in
is there in -> in
is found in -> in
is present in -> in
take place -> happen
takes place -> happen
took place -> happen @past
taking place -> happen
come into existence -> form
came into existence -> form @past
carried out -> do
come from -> from
made up of -> made of
able to -> can
electric current -> electricity
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
get freedom -> get independence
got freedom -> get independence
gain freedom -> get independence
stand for -> stand_for
stands for -> stand_for
used for -> used_for
used to measure -> measure
at what temperature -> what_temperature
at which temperature -> what_temperature
eco system -> ecosystem
x ray -> xray
x rays -> xray
sun light -> sunlight
rain fall -> rainfall
earth quake -> earthquake
carbondioxide -> carbon dioxide
mahatma gandhi -> gandhi
gandhi ji -> gandhi
gandhiji -> gandhi
lowest common multiple -> lcm
least common multiple -> lcm
highest common factor -> hcf
greatest common divisor -> hcf
gcd -> hcf
gcf -> hcf
world war one -> world war №1
world war two -> world war №2
№1th world war -> world war №1
№2th world war -> world war №2
square root -> square_root
cube root -> cube_root
no of -> number of
atomic no -> atomic number
mass no -> mass number
prime no -> prime number
roll no -> roll number
whole no -> whole number
rational no -> rational number
even no -> even number
odd no -> odd number
natural no -> natural number
composite no -> composite number
prime nos -> prime numbers
different types of -> types of
different kinds of -> types of
various types of -> types of
various kinds of -> types of
kinds of -> types of
kind of -> type of
is different from -> differ from
different from -> differ from
differ to -> differ from
different than -> differ from
sin of -> sin
value of sin -> sin
value of cos -> cos
value of tan -> tan
"""


def frames() -> dict[str, str]:
    """Phrase to marks: "what is meant by" to "@define"."""
    table: dict[str, str] = {}
    for line in _FRAMES.strip().splitlines():
        intent, phrases = line.split(": ")
        name, *rest = intent.split(" @")
        marks = " ".join([f"@{name.replace(' ', '_')}", *(f"@{mark}" for mark in rest)])
        table |= dict.fromkeys(phrases.split("|"), marks)
    return table


def wordings() -> dict[str, str]:
    """Phrase to the words that stand for it: "takes place" to "happen"."""
    return dict(line.split(" -> ") for line in _WORDINGS.strip().splitlines())
