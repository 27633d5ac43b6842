"""The decision on two questions in Hindi, in Devanagari and in Latin letters."""

import pytest

from vidya.domains.tutor.same_question.key import slot_key


def _same(a: str, b: str, *, language: str) -> bool:
    first, second = slot_key(a, language=language), slot_key(b, language=language)
    return first is not None and second is not None and first.digest == second.digest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("प्रकाश संश्लेषण क्या है?", "प्रकाश संश्लेषण किसे कहते हैं?"),
        ("धातु और अधातु में अंतर बताइए।", "अधातु और धातु में क्या अन्तर है"),
        ("पेनिसिलिन की खोज किसने की?", "पेनिसिलिन के खोजकर्ता कौन थे?"),
        ("हृदय के क्या कार्य हैं?", "कृपया हृदय का कार्य बताइए सर"),
        ("पाँच किमी में कितने मीटर होते हैं?", "5 किलोमीटर को मीटर में बदलिए"),
        ("आसमान नीला क्यों दिखता है?", "आकाश नीला क्यों दिखाई देता है?"),
        ("१४४ का वर्गमूल क्या है?", "144 का वर्गमूल ज्ञात कीजिए।"),
    ],
)
def test_the_same_question_in_other_hindi_words_is_the_same(one: str, other: str) -> None:
    assert _same(one, other, language="hi")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("जंग कैसे लगती है?", "जंग क्यों लगती है?"),
        ("पौधे क्या खाते हैं?", "क्या पौधे खाते हैं?"),
        ("नमक पानी में क्यों घुलता है?", "पानी नमक में क्यों घुलता है?"),
        ("पोरस को किसने हराया?", "पोरस ने किसे हराया?"),
        (
            "कितने शिक्षकों ने छात्रों को पढ़ाया?",
            "शिक्षकों ने कितने छात्रों को पढ़ाया?",
        ),
        ("अकबर किसका पुत्र था?", "अकबर का पुत्र कौन था?"),
        ("मछलियाँ क्यों डूबती हैं?", "मछलियाँ क्यों नहीं डूबती हैं?"),
        ("क्या पौधे प्रकाश के साथ जीते हैं?", "क्या पौधे प्रकाश के बिना जीते हैं?"),
        ("ग्रीनहाउस प्रभाव क्या है?", "ग्रीनहाउस का प्रभाव क्या है?"),
        ("गुण क्या है?", "गुणा क्या है?"),
        ("मील क्या है?", "मिल क्या है?"),
        ("सत्रह का पहाड़ा लिखिए।", "सत्तर का पहाड़ा लिखिए।"),
        ("भारत के राष्ट्रपति कौन हैं?", "भारत के राष्ट्रपति कौन थे?"),
    ],
)
def test_another_hindi_question_is_another(one: str, other: str) -> None:
    assert not _same(one, other, language="hi")


@pytest.mark.parametrize(
    ("romanised", "english"),
    [
        ("photosynthesis kya hota hai", "What is photosynthesis?"),
        ("prakash sanshleshan kise kehte hain", "What is photosynthesis?"),
        ("force ka SI unit kya h", "What is the SI unit of force?"),
        ("speed aur velocity me antar btao", "Difference between speed and velocity"),
        ("2x+3=11 ko solve karo", "Solve 2x + 3 = 11."),
    ],
)
def test_romanised_hindi_meets_english_where_the_answer_is_english(
    romanised: str, english: str
) -> None:
    assert _same(romanised, english, language="en")


@pytest.mark.parametrize(
    ("romanised", "devanagari"),
    [
        ("prakaash sansleshan kya hai", "प्रकाश संश्लेषण क्या है?"),
        ("lohe me jang kyun lagti hai", "लोहे में जंग क्यों लगती है?"),
        ("bal ka matrak kya hai sir", "बल का मात्रक क्या है?"),
    ],
)
def test_romanised_hindi_meets_devanagari_where_the_answer_is_hindi(
    romanised: str, devanagari: str
) -> None:
    assert _same(romanised, devanagari, language="hi")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("blood kya hai", "blood me kya hai"),
        ("friction kyon hota hai", "friction kaise hota hai"),
        ("bal kya hai", "बाल क्या है?"),
        ("20 me se 12 ghatao", "12 me se 20 ghatao"),
        ("g ki value kya hai", "G ki value kya hai"),
    ],
)
def test_another_romanised_question_is_another(one: str, other: str) -> None:
    assert not _same(one, other, language="en")
    assert not _same(one, other, language="hi")
