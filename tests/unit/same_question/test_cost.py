"""No question costs more than a moment, whatever was typed."""

import time

import pytest

from vidya.domains.tutor.same_question.key import slot_key

# About ten times what such a question costs on a slow machine: what is caught here is the
# question whose cost grows with the square of its length.
_MOST_SECONDS = 0.02
_WORST = {
    "one word": "photosynthesi" * 76,
    "words that no table has": " ".join(f"zyx{chr(97 + n % 26)}wvut{n:03}" for n in range(70)),
    "misspelt words": "photosyntesis gravitaton momentam presure " * 24,
    "capitals": "Ab" * 500,
    "signs": "=" * 1000,
    "sums": "1+" * 500,
    "brackets": "(" * 500 + ")" * 500,
    "roots": "√ " * 500,
    "figures": "1," * 500,
    "fractions": "½" * 1000,
    "joined by hyphens": "non-" * 250,
    "one Hindi word": "प्रकाशसंश्लेषण" * 72,
    "Hindi words": "प्रकाशसंष्लेशण " * 66,
    "one Tamil word": "ஒளிச்சேர்க்கை" * 76,
    "Tamil words": "ஒளிச்சேர்க்கையின் " * 58,
    "pictures": "🙏" * 1000,
}


@pytest.mark.parametrize("kind", _WORST)
@pytest.mark.parametrize("language", ["en", "hi", "ta"])
def test_a_thousand_characters_of_any_kind_cost_a_moment(kind: str, language: str) -> None:
    slot_key("What is force?", language=language)
    question = _WORST[kind][:1000]

    before = time.process_time()
    slot_key(question, language=language)
    slot_key(question[:500], language=language)

    assert time.process_time() - before < _MOST_SECONDS


def test_a_word_longer_than_words_are_is_left_as_it_is() -> None:
    word = "photosynthesi" * 4

    key = slot_key(f"what is {word}", language="en")

    assert key is not None
    assert key.content == (word,)
