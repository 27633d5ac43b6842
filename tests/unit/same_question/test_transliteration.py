"""Hindi typed in Latin letters, put into Devanagari to search Hindi books with."""

import pytest

from vidya.domains.tutor.same_question.transliteration import (
    devanagari_of,
    letter_by_letter,
    sound_of,
    sound_of_devanagari,
)

_SCHOOL_WORDS = """
prakash प्रकाश|sanshleshan संश्लेषण|gurutvakarshan गुरुत्वाकर्षण|koshika कोशिका|vidyut विद्युत|chumbak चुंबक
parmanu परमाणु|loktantra लोकतंत्र|samvidhan संविधान|prithvi पृथ्वी|suryagrahan सूर्यग्रहण|jalvayu जलवायु
mitti मिट्टी|pradushan प्रदूषण|rajdhani राजधानी|itihas इतिहास|bhugol भूगोल|ganit गणित|vigyan विज्ञान
tribhuj त्रिभुज|vritt वृत्त|samikaran समीकरण|bhinn भिन्न|pratishat प्रतिशत|kshetrafal क्षेत्रफल|aayatan आयतन
ghanatva घनत्व|tapman तापमान|vayumandal वायुमंडल|paryavaran पर्यावरण|nyayalaya न्यायालय|sansad संसद
swatantrata स्वतंत्रता|krishi कृषि|udyog उद्योग|aadhunik आधुनिक|manav मानव|pachan पाचन|shwasan श्वसन
patti पत्ती|phool फूल|rakt रक्त|hriday हृदय|haddi हड्डी|dhatu धातु|adhatu अधातु|kshar क्षार|lavan लवण
urja ऊर्जा|oorja ऊर्जा|shakti शक्ति|gati गति|bal बल|bhasha भाषा|vyakaran व्याकरण|sangya संज्ञा|samrajya साम्राज्य
sanskriti संस्कृति|parvat पर्वत|nadi नदी|samudra समुद्र|mahadweep महाद्वीप|himalay हिमालय|apvartan अपवर्तन
"""


@pytest.mark.parametrize("pair", _SCHOOL_WORDS.strip().replace("\n", "|").split("|"))
def test_a_school_word_is_found_however_it_is_typed(pair: str) -> None:
    typed, hindi = pair.split(" ")

    spellings = devanagari_of(f"{typed} kya hai")

    assert any(hindi in spelling.split() for spelling in spellings)
    assert len(spellings) <= 3


def test_a_whole_question_is_put_into_devanagari() -> None:
    assert devanagari_of("Paudhe apna bhojan kaise banate hain?")[0] == (
        "पौधा अपना भोजन कैसे बनाता है"
    )


def test_a_word_of_the_curriculum_is_found_by_its_sound() -> None:
    curriculum = frozenset({"वसुधैव", "कुटुंबकम", "बल"})

    assert "वसुधैव" in devanagari_of("vasudhaiv ka arth batao", vocabulary=curriculum)[0]
    assert "कुटुंबकम" in devanagari_of("kutumbakam kya hai", vocabulary=curriculum)[0]


def test_english_words_stay_as_they_are() -> None:
    assert devanagari_of("photosynthesis kya hota hai")[0] == "photosynthesis क्या होता है"


@pytest.mark.parametrize("text", ["", "What is force?", "बल क्या है", "12 + 5"])
def test_what_is_not_hindi_in_latin_letters_has_no_spelling(text: str) -> None:
    assert devanagari_of(text) == []


@pytest.mark.parametrize(
    ("typed", "hindi"), [("manohar", "मनोहर"), ("mohan", "मोहन"), ("dilli", "दिल्ली")]
)
def test_a_name_that_no_table_has_is_spelled_by_rule(typed: str, hindi: str) -> None:
    assert hindi in letter_by_letter(typed)


@pytest.mark.parametrize(
    ("typed", "hindi"),
    [("prakaash", "प्रकाश"), ("swatantra", "स्वतंत्र"), ("gyaan", "ज्ञान"), ("sampark", "संपर्क")],
)
def test_a_word_sounds_the_same_in_both_scripts(typed: str, hindi: str) -> None:
    assert sound_of(typed) == sound_of_devanagari(hindi)


def test_a_long_question_costs_no_more_than_its_first_words() -> None:
    assert len(devanagari_of("kya " + "manipur " * 500)[0].split()) == 60
