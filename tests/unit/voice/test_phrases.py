"""What the tutor says by itself, in both of its languages."""

import re
import string
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from vidya.channels.voice import phrases
from vidya.channels.voice.phrases import SPOKEN, command, yes_or_no
from vidya.channels.voice.turn_taking import KEYS

LONGEST_SENTENCE = 14


def table(language: str) -> dict[str, Any]:
    text = files(phrases).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_the_same_things() -> None:
    english, hindi = table("en"), table("hi")

    assert english.keys() == hindi.keys()
    for key, text in english.items():
        if isinstance(text, dict):
            assert text.keys() == hindi[key].keys()
        else:
            assert blanks(text) == blanks(hindi[key]), key


@pytest.mark.parametrize("language", SPOKEN)
def test_sentences_are_short_enough_for_the_ear(language: str) -> None:
    texts = [text for text in table(language).values() if isinstance(text, str)]
    sentences = [s for text in texts for s in re.split(r"(?<=[.?!।])\s+", text)]

    assert [s for s in sentences if len(s.split()) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("language", SPOKEN)
def test_every_key_is_read_out_and_can_be_spoken(language: str) -> None:
    assert table(language)["keys"].keys() == KEYS.keys()
    assert table(language)["commands"].keys() == KEYS.keys()


@pytest.mark.parametrize("language", SPOKEN)
def test_no_wording_stands_for_two_keys(language: str) -> None:
    wordings = [w for group in table(language)["commands"].values() for w in group]

    assert len(set(wordings)) == len(wordings)


def test_a_command_is_known_however_it_is_spelt() -> None:
    decomposed = "धन्यवाद"
    assert command("  REPEAT please! ", "en") == "1"
    assert command("फ़िर से", "hi") == ""
    assert command(decomposed, "hi") == "9"
    assert yes_or_no("Yes, please.") == "yes"
    assert yes_or_no("ग\u093c\u0932\u0924") == yes_or_no("ग़लत") == "no"
    assert yes_or_no("why?") == ""
