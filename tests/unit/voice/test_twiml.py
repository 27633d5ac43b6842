"""Documents as Twilio reads them, read back by a reader of Twilio's own pages."""

import pytest

from vidya.channels.simulator.twiml_reader import Document, Gather, Hangup, Redirect, read_document
from vidya.channels.simulator.twiml_reader import Say as Said
from vidya.channels.voice import twiml
from vidya.channels.voice.hints import pick_hints
from vidya.channels.voice.reply import Line, Listen, Reply

ADDRESSES = twiml.Addresses(turn="/turn?a=1&b=2", wait="/wait?a=1&b=2")


def read(reply: Reply, *, language: str = "en", hints: str = "") -> Document:
    document = twiml.render(reply, ADDRESSES, language=language, hints=hints)
    return read_document(document.encode())


def the_gather(document: Document) -> Gather:
    (verb,) = document.verbs
    assert isinstance(verb, Gather)
    return verb


@pytest.mark.parametrize("listen", list(Listen))
@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_reply_is_twiml_without_a_warning(listen: Listen, language: str) -> None:
    reply = Reply((Line("Hello", "en"), Line("नमस्ते", "hi")), listen, slower=True, digits=4)

    document = read(reply, language=language, hints="light,sound")

    assert document.warnings == ()


def test_a_question_is_taken_by_speech_or_key_and_may_interrupt() -> None:
    gather = the_gather(read(Reply((Line("Ask.", "en"),), Listen.speech), hints="light, sound"))

    assert gather.takes_speech
    assert gather.takes_keys
    assert gather.barge_in
    assert gather.num_digits == 1
    assert gather.speech_timeout_s is None  # "auto", which a speechModel would forbid
    assert gather.hints == ("light", "sound")
    assert gather.action == "/turn?a=1&b=2"
    assert gather.action_on_empty_result


@pytest.mark.parametrize(("language", "locale"), [("en", "en-IN"), ("hi", "hi-IN")])
def test_the_recogniser_and_the_voice_know_the_language(language: str, locale: str) -> None:
    gather = the_gather(read(Reply((Line("x", language),), Listen.speech), language=language))

    assert gather.language == locale
    assert gather.prompts == (Said("x", language=locale, voice="Polly.Aditi"),)


def test_a_hash_is_a_key_where_one_key_is_enough_and_an_end_where_digits_are_typed() -> None:
    assert the_gather(read(Reply((), Listen.speech))).finish_on_key == ""
    assert the_gather(read(Reply((), Listen.key))).finish_on_key == ""
    assert the_gather(read(Reply((), Listen.digits))).finish_on_key == "#"


def test_a_pin_ends_with_its_fourth_digit() -> None:
    gather = the_gather(read(Reply((), Listen.digits, digits=4)))

    assert gather.num_digits == 4
    assert not gather.takes_speech


def test_waiting_says_what_there_is_and_asks_for_the_rest() -> None:
    document = read(Reply((Line("Let me look.", "en"),), Listen.wait))

    assert document.verbs[1] == Redirect("/wait?a=1&b=2")


def test_the_end_is_said_before_it_comes() -> None:
    document = read(Reply((Line("Goodbye.", "en"),), Listen.nothing))

    assert document.verbs[1] == Hangup()


@pytest.mark.parametrize("text", ['<Say>"Tom & Jerry"</Say>', "a < b > c", "]]>", "&amp;", "'\""])
def test_names_and_questions_are_said_as_they_are_written(text: str) -> None:
    gather = the_gather(read(Reply((Line(text, "en"),), Listen.speech), hints=text))

    assert gather.prompts == (Said(text, language="en-IN", voice="Polly.Aditi"),)


def test_what_xml_cannot_hold_is_left_out() -> None:
    text = "why\x01 is\x0b the\ufffe sky\x1f blue"

    gather = the_gather(read(Reply((Line(text, "en"),), Listen.speech), hints=text))

    (said,) = gather.prompts
    assert isinstance(said, Said)
    assert said.text == "why is the sky blue"


def test_slower_speech_is_asked_of_the_voice_by_the_one_tag_that_it_knows() -> None:
    document = twiml.render(
        Reply((Line("a & b", "en"),), Listen.nothing, slower=True), ADDRESSES, language="en"
    )

    assert '<prosody rate="slow">a &amp; b</prosody>' in document
    assert read_document(document.encode()).warnings == ()


def test_documents_without_a_call_are_twiml_too() -> None:
    lines = [Line("For A & B, press 1.", "en")]
    documents = (
        twiml.hang_up("Goodbye.", language="en"),
        twiml.announce(lines),
        twiml.ask_for_key(lines, action="/in?a=1&b=2", otherwise="/in?a=1&b=3"),
        twiml.try_again("One moment.", "/in?again=1&b=2", language="en", seconds=2),
        twiml.try_again("", "/in?again=2", language="en", seconds=2),
    )

    assert all(read_document(document.encode()).warnings == () for document in documents)


def test_hints_stay_within_what_twilio_takes() -> None:
    headings = [
        "The structure of " + "x" * 200,
        *(f"Heading number{n} photosynthesis" for n in range(900)),
    ]

    hints = pick_hints(headings, language="en").split(",")

    assert 1 <= len(hints) <= 500
    assert all(1 <= len(hint) <= 100 for hint in hints)
    assert "structure" in hints
    assert len(set(hints)) == len(hints)
