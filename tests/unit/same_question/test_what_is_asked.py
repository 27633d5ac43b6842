"""The decision on two questions, in English: what counts, and what does not."""

import pytest

from vidya.domains.tutor.same_question.key import slot_key


def _same(a: str, b: str) -> bool:
    first, second = slot_key(a, language="en"), slot_key(b, language="en")
    return first is not None and second is not None and first.digest == second.digest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is osmosis?", "Define osmosis."),
        ("What do you understand by biodiversity?", "biodiversity meaning"),
        ("Why does iron rust?", "What causes rusting of iron?"),
        ("How is mass different from weight?", "Distinguish between weight and mass."),
        ("Who invented the telephone?", "Name the inventor of the telephone."),
        ("What is baking soda used for?", "What are the uses of baking soda?"),
        ("How is food made by plants?", "How do plants make food?"),
        ("In SI, what is the unit of force?", "Which SI unit is used to measure force?"),
        ("Find x if 2x + 3 = 11", "solve 2X+3=11 for x"),
        ("Find the LCM of 12 and 18.", "lowest common multiple of 18 & 12"),
        ("How many metres are there in 5 km?", "convert five kilometres to meters"),
        ("What is x^2 + 5x + 6 factorised?", "What is x² + 5x + 6 factorised?"),
        ("Which gas is released in photosynthesis?", "Name the gas released in photosynthesis"),
        ("Is a whale a mammal?", "Are whales mammals?"),
        ("What is the capital of India?", "Hello sir, what is India's capital please"),
    ],
)
def test_the_same_question_in_other_words_is_the_same(one: str, other: str) -> None:
    assert _same(one, other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wat is photosythesis", "What is photosynthesis?"),
        ("diff b/w speed n velocity", "What is the difference between speed and velocity?"),
        ("pls explane gravitaton sir", "Explain gravitation."),
        ("y do stars twinkle 🙏", "Why do stars twinkle?"),
        ("WHAT IS AN ISOTOPE??", "What is an isotope?"),
        ("explain newtons 2nd law", "Explain Newton's second law."),
    ],
)
def test_a_hurried_hand_is_forgiven(typed: str, meant: str) -> None:
    assert _same(typed, meant)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("How does rusting happen?", "Why does rusting happen?"),
        ("Does a magnet attract copper?", "How does a magnet attract copper?"),
        ("What is force?", "What is the unit of force?"),
        ("What is the formula of force?", "What is the unit of force?"),
        ("When was the electron discovered?", "Who discovered the electron?"),
        ("Where was Gandhi born?", "When was Gandhi born?"),
        ("How many planets are there?", "Which planets are there?"),
        ("Derive the lens formula.", "What is the lens formula?"),
        ("What are the causes of floods?", "What are the effects of floods?"),
        ("Is copper oxide reduced?", "Does copper oxide reduce?"),
        ("Who is the president of India?", "Who was the president of India?"),
        ("Who won the cup?", "Who wins the cup?"),
        ("What is blood?", "What is in blood?"),
        ("How long does digestion take?", "How does digestion take place?"),
        ("What is the greenhouse effect?", "What is the effect of a greenhouse?"),
    ],
)
def test_another_intent_is_another_question(one: str, other: str) -> None:
    assert not _same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Convert km to m.", "Convert m to km."),
        ("Who taught Aristotle to Alexander?", "Who taught Alexander to Aristotle?"),
        ("Is the Sun bigger than the Earth?", "Is the Earth bigger than the Sun?"),
        ("Who defeated Porus?", "Who did Porus defeat?"),
        ("Who was the son of Akbar?", "Akbar was the son of whom?"),
        ("Who was defeated by Ashoka?", "Who defeated Ashoka?"),
        ("What is the role of A in B?", "What is the role of B in A?"),
        ("Which metals react with acids?", "Which acids react with metals?"),
        ("How is copper reduced by hydrogen?", "How is hydrogen reduced by copper?"),
        ("In which state is Pune?", "Which state is in Pune?"),
    ],
)
def test_the_order_of_the_arguments_counts(one: str, other: str) -> None:
    assert not _same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What does = mean in Python?", "What does == mean in Python?"),
        ("Expand (a + b)².", "Expand (a + b)³."),
        ("What is the value of x²?", "What is the value of x2?"),
        ("What is the value of g?", "What is the value of G?"),
        ("What is CO?", "What is Co?"),
        ("What is C?", "What is C++?"),
        ("What is the use of ; in C?", "What is the use of : in C?"),
        ("Evaluate 5 + 3 × 2.", "Evaluate (5 + 3) × 2."),
        ("solve x-y=3", "solve x+y=3"),
        ("What is Fe2+?", "What is Fe3+?"),
    ],
)
def test_every_sign_of_an_expression_counts(one: str, other: str) -> None:
    assert not _same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Find 20% of 400.", "Find 20 of 400."),
        ("What is 1,00,000 in words?", "What is 10,000 in words?"),
        ("Find the area of a square of side 5 cm.", "Find the area of a square of side 5 m."),
        ("What is a power of 5 mW?", "What is a power of 5 MW?"),
        ("What is Newton's first law?", "What is Newton's second law?"),
        ("Who was Chandragupta I?", "Who was Chandragupta II?"),
        ("What is 90° in radians?", "What is 90 in radians?"),
    ],
)
def test_numbers_and_units_count(one: str, other: str) -> None:
    assert not _same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Why do metals conduct?", "Why do metals not conduct?"),
        ("What is a conductor?", "What is a non-conductor?"),
        ("Can plants live with light?", "Can plants live without light?"),
        ("Why are not all metals hard?", "Why are all metals not hard?"),
        ("Which metals that rust do not float?", "Which metals that do not rust float?"),
        ("Which is the largest planet?", "Which is the smallest planet?"),
        ("What is aerobic respiration?", "What is anaerobic respiration?"),
        ("What is a convex lens?", "What is a concave lens?"),
    ],
)
def test_what_is_denied_or_opposite_is_another_question(one: str, other: str) -> None:
    assert not _same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is resistance?", "What is resistivity?"),
        ("What is a nation?", "What is nationalism?"),
        ("What is weather?", "What is weathering?"),
        ("What is an organ?", "What is organic?"),
        ("What is a solute?", "What is a solution?"),
        ("What are goods?", "What is good?"),
    ],
)
def test_words_of_one_root_are_different_words(one: str, other: str) -> None:
    assert not _same(one, other)


def test_the_digest_is_16_bytes_and_belongs_to_the_language_of_the_answer() -> None:
    in_english = slot_key("What is osmosis?", language="en")
    in_hindi = slot_key("What is osmosis?", language="hi")

    assert in_english is not None
    assert in_hindi is not None
    assert len(in_english.digest) == 16
    assert in_english.digest != in_hindi.digest


def test_the_slots_say_what_was_understood() -> None:
    key = slot_key("What is not the area of a circle of radius seven cm?", language="en")

    assert key is not None
    assert key.intent == "find"
    assert key.numbers == ("7 centimetre",)
    assert key.negations == 1
    assert "circle" in key.content
