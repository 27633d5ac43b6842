"""Long text reaches the ear in sentences and clauses, none of them changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vidya.channels.voice.speakable.sentences import split_for_ear
from vidya.channels.voice.speakable.text import LanguageNotSpoken

_LANGUAGES = st.sampled_from(["en", "hi"])
_PIECES = st.sampled_from(
    [
        "Plants", "make", "food", "because", "which", "and", "sunlight,", "falls;", "Dr.", "e.g.",
        "2.5", "end.", "why?", "yes!", "A.", "P.", "The", "क्योंकि", "और", "पौधे", "हैं।", "जिससे",
        "डॉ.", "1.", "etc.", "(", '"so', 'it."', "—", "5", "kg", "\n", "  ", "\t",
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Air has weight. It presses on us.", ["Air has weight.", "It presses on us."]),
        ("Why? Because it can! So there.", ["Why?", "Because it can!", "So there."]),
        ("It took 2.5 years. Pi is 3.14 or so.", ["It took 2.5 years.", "Pi is 3.14 or so."]),
        ("Dr. Rao met Mr. Das.", ["Dr. Rao met Mr. Das."]),
        ("Dr. B. R. Ambedkar led it. He won.", ["Dr. B. R. Ambedkar led it.", "He won."]),
        ("A. P. J. Abdul Kalam spoke.", ["A. P. J. Abdul Kalam spoke."]),
        ("Eat fruit, e.g. mangoes. They help.", ["Eat fruit, e.g. mangoes.", "They help."]),
        ("Rain, snow, etc. Plants need it.", ["Rain, snow, etc.", "Plants need it."]),
        ("Rain, snow, etc. are water.", ["Rain, snow, etc. are water."]),
        ("It has vitamin C. The peel has more.", ["It has vitamin C.", "The peel has more."]),
        ("We met at 5 p.m. on Monday.", ["We met at 5 p.m. on Monday."]),
        ("See Fig. 2. It shows a cell.", ["See Fig. 2.", "It shows a cell."]),
        ('He said "Stop." Then he left.', ['He said "Stop."', "Then he left."]),
        ("1. Water is wet.\n2. Air is not.", ["1. Water is wet.", "2. Air is not."]),
        ("A heading\nA line", ["A heading", "A line"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_english_sentences_end_where_a_reader_would_stop(text: str, parts: list[str]) -> None:
    assert split_for_ear(text, language="en") == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("पौधे भोजन बनाते हैं। कैसे?", ["पौधे भोजन बनाते हैं।", "कैसे?"]),
        ("डॉ. राव आए। वे 5 कि.मी. चले।", ["डॉ. राव आए।", "वे 5 कि.मी. चले।"]),
        ("मान 3.14 है। यह पाई है।", ["मान 3.14 है।", "यह पाई है।"]),
    ],
)
def test_hindi_sentences_end_at_the_danda(text: str, parts: list[str]) -> None:
    assert split_for_ear(text, language="hi") == parts


def test_a_long_english_sentence_is_cut_at_its_comma_first() -> None:
    text = (
        "Green plants make their own food by photosynthesis, in which carbon dioxide and water "
        "are joined into sugar."
    )

    assert split_for_ear(text, language="en") == [
        "Green plants make their own food by photosynthesis,",
        "in which carbon dioxide and water are joined into sugar.",
    ]


def test_a_long_english_sentence_without_commas_is_cut_before_joining_words() -> None:
    text = (
        "Plants make food because they have chlorophyll which takes in sunlight and they give off "
        "oxygen so that animals may breathe."
    )

    assert split_for_ear(text, language="en") == [
        "Plants make food because they have chlorophyll",
        "which takes in sunlight and they give off oxygen so that animals may breathe.",
    ]


def test_a_long_hindi_sentence_is_cut_before_joining_words() -> None:
    text = (
        "पौधे हवा से कार्बन डाइऑक्साइड और मिट्टी से जल लेते हैं जिससे सूर्य के प्रकाश में शर्करा बनती है "
        "क्योंकि पत्तियों में हरा पदार्थ होता है।"
    )

    assert split_for_ear(text, language="hi") == [
        "पौधे हवा से कार्बन डाइऑक्साइड और मिट्टी से जल लेते हैं",
        "जिससे सूर्य के प्रकाश में शर्करा बनती है क्योंकि पत्तियों में हरा पदार्थ होता है।",
    ]


def test_the_caller_says_how_long_a_part_may_be() -> None:
    text = "The moon goes round the earth, and the earth goes round the sun."

    assert split_for_ear(text, language="en") == [text]
    assert split_for_ear(text, language="en", longest=8) == [
        "The moon goes round the earth,",
        "and the earth goes round the sun.",
    ]


def test_no_part_of_a_cut_sentence_is_a_scrap() -> None:
    text = "Yes, the heart, a muscle, pumps blood, day and night, through the whole body, always."

    parts = split_for_ear(text, language="en", longest=5)

    assert min(len(part.split()) for part in parts) >= 4


def test_a_sentence_without_a_place_to_cut_stays_whole() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen " * 2

    assert split_for_ear(text, language="en") == [text.strip()]


@given(words=st.lists(_PIECES, max_size=80), language=_LANGUAGES, longest=st.integers(1, 30))
@settings(max_examples=300)
def test_no_word_is_lost_added_or_moved(words: list[str], language: str, longest: int) -> None:
    text = " ".join(words)

    parts = split_for_ear(text, language=language, longest=longest)

    assert " ".join(parts).split() == text.split()
    assert all(part.strip() == part != "" for part in parts)


@given(text=st.text(max_size=500), language=_LANGUAGES)
def test_any_text_can_be_split(text: str, language: str) -> None:
    parts = split_for_ear(text, language=language)

    assert " ".join(parts).split() == text.split()


def test_a_language_that_we_do_not_speak_is_refused_by_name() -> None:
    with pytest.raises(LanguageNotSpoken):
        split_for_ear("Vanakkam.", language="ta")
