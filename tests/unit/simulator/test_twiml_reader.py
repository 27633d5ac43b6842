"""TwiML samples in the forms that Twilio documents, read into verbs."""

import pytest

from vidya.channels.simulator.twiml_reader import (
    Gather,
    Hangup,
    NotPlayed,
    Pause,
    Play,
    Redirect,
    Reject,
    Say,
    UnreadableTwiml,
    Verb,
    read_document,
    read_twiml,
)


def verbs(inside: str) -> list[Verb]:
    return read_twiml(
        f'<?xml version="1.0" encoding="UTF-8"?><Response>{inside}</Response>'.encode()
    )


def only_gather(attributes: str, inside: str = "") -> Gather:
    (gather,) = verbs(f"<Gather {attributes}>{inside}</Gather>")
    assert isinstance(gather, Gather)
    return gather


def warnings(inside: str) -> str:
    return " ".join(read_document(f"<Response>{inside}</Response>".encode()).warnings)


def test_verbs_are_read_from_top_to_bottom() -> None:
    read = verbs("<Say>Hello World</Say><Play>https://a.example/cowbell.mp3</Play><Hangup/>")

    assert read == [Say("Hello World"), Play("https://a.example/cowbell.mp3"), Hangup()]


def test_an_empty_response_has_no_verbs() -> None:
    assert verbs("") == []
    assert read_twiml(b"<Response/>") == []


def test_say_has_twilios_defaults() -> None:
    assert verbs("<Say>Hi</Say>") == [Say("Hi", language="en-US", voice="man", loop=1)]


def test_say_keeps_its_language_voice_and_loop() -> None:
    read = verbs('<Say language="hi-IN" voice="Polly.Aditi" loop="2">नमस्ते</Say>')

    assert read == [Say("नमस्ते", language="hi-IN", voice="Polly.Aditi", loop=2)]


@pytest.mark.parametrize(
    ("ssml", "heard"),
    [
        ('Light<break time="500ms"/>bends.', "Light bends."),
        ('<emphasis level="strong">Never</emphasis> look at the sun.', "Never look at the sun."),
        (
            'The word <lang xml:lang="hi-IN">प्रकाश</lang> means light.',
            "The word प्रकाश means light.",
        ),
        ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("<s>One.</s><s>Two.</s>", "One. Two."),
        ('<phoneme alphabet="ipa" ph="x">pecan</phoneme> pie', "pecan pie"),
        ('<prosody rate="80%">Slowly <w role="amazon:VB">read</w></prosody> it', "Slowly read it"),
        ('<say-as interpret-as="characters">H2O</say-as> is water', "H2O is water"),
        ('<sub alias="carbon dioxide">CO₂</sub> is a gas', "carbon dioxide is a gas"),
    ],
)
def test_ssml_is_heard_as_plain_words(ssml: str, heard: str) -> None:
    assert verbs(f"<Say>{ssml}</Say>") == [Say(heard)]


def test_white_space_and_comments_are_not_spoken() -> None:
    assert verbs("<Say>\n   Why is <!-- really --> the\n  sky blue?\n</Say>") == [
        Say("Why is the sky blue?")
    ]


def test_a_bare_gather_waits_five_seconds_for_keys_and_posts_to_its_own_address() -> None:
    gather = only_gather("")

    assert gather == Gather()
    assert gather.takes_keys
    assert not gather.takes_speech
    assert (gather.action, gather.method, gather.timeout_s) == (None, "POST", 5)
    assert (gather.finish_on_key, gather.num_digits, gather.barge_in) == ("#", None, True)


def test_a_gather_keeps_everything_that_it_is_told() -> None:
    gather = only_gather(
        'input="dtmf speech" action="/turn?n=1&amp;call=2" method="GET" timeout="8"'
        ' speechTimeout="2" numDigits="4" finishOnKey="*" language="hi-IN" bargeIn="false"'
        ' hints="photosynthesis, chlorophyll,stomata" actionOnEmptyResult="true"',
        "<Say>Ask</Say><Pause length='2'/><Play>/tone.wav</Play>",
    )

    assert gather == Gather(
        prompts=(Say("Ask"), Pause(2), Play("/tone.wav")),
        inputs=frozenset({"dtmf", "speech"}),
        action="/turn?n=1&call=2",
        method="GET",
        timeout_s=8,
        speech_timeout_s=2,
        num_digits=4,
        finish_on_key="*",
        language="hi-IN",
        hints=("photosynthesis", "chlorophyll", "stomata"),
        barge_in=False,
        action_on_empty_result=True,
    )


def test_an_empty_finish_key_lets_every_key_be_a_digit() -> None:
    assert only_gather('finishOnKey=""').finish_on_key == ""


def test_verbs_that_steer_a_call_are_read() -> None:
    read = verbs(
        '<Pause/><Redirect method="GET"> /next </Redirect><Reject reason="busy"/><Reject/>'
    )

    assert read == [Pause(1), Redirect("/next", "GET"), Reject("busy"), Reject("rejected")]


def test_a_verb_beyond_the_phone_is_named_and_warned_of() -> None:
    assert verbs("<Record/>") == [NotPlayed("Record")]
    assert "<Record> is not performed" in warnings("<Record/>")


@pytest.mark.parametrize(
    ("inside", "warning"),
    [
        ("<say>Hi</say>", "12200: <say> is not a TwiML verb"),
        ("<Say lang='hi'>Hi</Say>", "12200: <Say> has no attribute lang"),
        ("<Gather><Say rate='slow'>Hi</Say></Gather>", "12200: <Say> has no attribute rate"),
        ("<Gather><Gather/></Gather>", "12200: <Gather> is not allowed inside <Gather>"),
        ("<Say>Hi <b>you</b></Say>", "12200: <b> is not allowed inside <Say>"),
        ("<Gather timeout='soon'/>", '12200: timeout="soon" is not a whole number; 5 is used'),
        ("<Gather finishOnKey='##'/>", "13310: Gather: finishOnKey"),
        ("<Gather input='voice'/>", 'input="voice" is none of dtmf, speech'),
        ("<Redirect method='PUT'>/a</Redirect>", '12200: method="PUT" is not known; POST is used'),
        (f"<Say>{'a' * 4097}</Say>", "<Say> holds 4097 characters; Twilio takes 4096"),
    ],
)
def test_what_twilio_would_warn_of_is_kept_as_a_warning(inside: str, warning: str) -> None:
    assert warning in warnings(inside)


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"not XML at all",
        b"<Response><Say>Hi</Response>",
        b"<Response><Say>R & D</Say></Response>",
        b"<response></response>",
        b"<html><body>Not found</body></html>",
        b' <?xml version="1.0" encoding="UTF-8"?><Response/>',
        b'<?xml version="1.0" encoding="UTF-8"?><Response><Say>\xff\xfe</Say></Response>',
        b"<Response><Say>" + b"<s>" * 200 + b"</s>" * 200 + b"</Say></Response>",
    ],
)
def test_what_twilio_cannot_parse_is_refused(xml: bytes) -> None:
    with pytest.raises(UnreadableTwiml):
        read_twiml(xml)


def test_entities_are_never_expanded() -> None:
    bomb = b'<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><Response><Say>&b;</Say></Response>'
    outside = b'<!DOCTYPE r SYSTEM "file:///etc/passwd"><Response/>'

    for xml in (bomb, outside):
        with pytest.raises(UnreadableTwiml, match="document type"):
            read_twiml(xml)
