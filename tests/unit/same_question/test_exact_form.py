"""The exact form: what is the same question in the same words."""

import pytest

from vidya.domains.tutor.same_question.normal import normalise


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("  What is   Osmosis ?? ", "what is osmosis"),
        ("Please tell me, what is osmosis?", "what is osmosis"),
        ("what is osmosis sir", "what is osmosis"),
        ("प्रकाश क्या है? बताइए", "प्रकाश क्या है"),
        ("१२ का वर्ग क्या है।", "12 का वर्ग क्या है"),
        ("What is x²?", "what is x^2"),
        ("What is H₂O?", "what is h2o"),
        ("What is “inertia”…", "what is inertia"),
    ],
)
def test_what_does_not_count_is_gone(written: str, form: str) -> None:
    assert normalise(written) == form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is x²?", "What is x2?"),
        ("What is the value of g?", "What is the value of G?"),
        ("What is the value of g?", "WHAT IS THE VALUE OF G?"),
        ("What is CO?", "What is Co?"),
        ("What is 5!", "What is 5"),
        ("What does = mean?", "What does == mean?"),
        ("Is (a+b)c = ab+c?", "Is a+b(c) = ab+c?"),
        ("What is the use of ; in C?", "What is the use of , in C?"),
        ("What does please mean?", "What does sir mean?"),
        ("What is please?", "What is sir?"),
        ("कृपया का अर्थ क्या है?", "सर का अर्थ क्या है?"),
    ],
)
def test_what_counts_stays(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)
