"""The stand-in for a model keeps the pace that the performance page claims for it."""

import json

import pytest

from tests.load.model_server import Pace, event, schedule, sentences_for

PROMPT = (
    "You are a kind tutor.\nPassages:\n\n[1] Sound, How it travels\nSound needs a medium. It moves "
    "as a wave.\n\n[2] Light, What it is\nLight needs none.\n\nQuestion: What is sound?"
)


def test_it_answers_with_cited_sentences_of_the_first_passage() -> None:
    assert sentences_for(PROMPT) == ["Sound needs a medium. [1]", "It moves as a wave. [1]"]


def test_without_a_passage_it_says_that_it_does_not_know() -> None:
    assert sentences_for("Question: What is sound?") == ["NOT_IN_CURRICULUM"]


@pytest.mark.parametrize("words", [1, 3, 100])
def test_the_first_sentence_is_whole_when_it_was_promised_and_the_last_word_at_the_end(
    words: int,
) -> None:
    pace = Pace(seconds=3.0, first_sentence=1.0)

    planned = schedule(sentences_for(PROMPT), pace, words=words)

    assert [step.at for step in planned if step.ends_first_sentence] == [pytest.approx(1.0)]
    assert planned[-1].at == pytest.approx(3.0)
    assert [step.at for step in planned] == sorted(step.at for step in planned)
    assert "".join(step.piece for step in planned) == " ".join(sentences_for(PROMPT))


def test_an_event_is_a_chunk_of_a_chat_completion() -> None:
    size, _, rest = event("Sound").partition(b"\r\n")
    content = rest.removesuffix(b"\r\n")

    assert int(size, 16) == len(content)
    chunk = json.loads(content.removeprefix(b"data: "))
    assert chunk["choices"][0]["delta"] == {"content": "Sound"}
