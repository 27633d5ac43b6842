"""Forms as Twilio sends them, and as it never would."""

import pytest

from vidya.channels.voice.twilio_form import FormNotUnderstood, parse_form, sign


def test_a_signature_is_twilios_own() -> None:
    """The worked example of twilio.com/docs/usage/security."""
    form = {
        "CallSid": "CA1234567890ABCDE",
        "Caller": "+14158675309",
        "Digits": "1234",
        "From": "+14158675309",
        "To": "+18005551212",
    }

    signature = sign(
        "https://mycompany.com/myapp.php?foo=1&bar=2", tuple(form.items()), auth_token="12345"
    )

    assert signature == "RSOYDt4T1cUTdK1PDd93/VVr8B8="


def test_values_of_a_repeated_name_are_signed_once_each_in_order() -> None:
    twice = sign("https://x.in/", (("A", "2"), ("A", "1"), ("A", "2")), auth_token="t")

    assert twice == sign("https://x.in/", (("A", "1"), ("A", "2")), auth_token="t")


def test_of_a_parameter_that_comes_twice_the_first_counts() -> None:
    form = parse_form(b"Digits=1&Digits=2&CallSid=CA1")

    assert form.heard.digits == "1"
    assert form.get("CallSid") == "CA1"


def test_a_missing_parameter_is_empty() -> None:
    form = parse_form(b"")

    assert form.get("CallSid") == ""
    assert form.child == form.line == ""
    assert form.heard.is_silence


@pytest.mark.parametrize(
    ("body", "speech"),
    [
        (b"SpeechResult=%ff%fe", "\ufffd\ufffd"),
        (b"SpeechResult=a%00b", "ab"),
        (b"SpeechResult=%E0%A4%95%E0%A5%8D%E0%A4%AF%E0%A4%BE", "क्या"),
        (b"SpeechResult=+why%3F+", "why?"),
    ],
)
def test_what_was_said_is_read_as_utf_8_without_zero_bytes(body: bytes, speech: str) -> None:
    assert parse_form(body).heard.speech == speech


@pytest.mark.parametrize("body", ["क्या".encode(), b"a=1&" * 300, b"\x80\x81"])
def test_a_body_that_is_no_form_is_refused_in_words(body: bytes) -> None:
    with pytest.raises(FormNotUnderstood, match="form"):
        parse_form(body)


@pytest.mark.parametrize(
    ("written", "confidence"),
    [("0.91", 0.91), ("", None), ("nan", None), ("2", None), ("-1", None), ("high", None)],
)
def test_a_confidence_that_is_none_counts_as_not_said(
    written: str, confidence: float | None
) -> None:
    assert parse_form(f"Confidence={written}".encode()).heard.confidence == confidence


@pytest.mark.parametrize(
    "number",
    ["", "anonymous", "client:asha", "%2B266696687", "%2B7378742833", "%2B86282452253"],
)
def test_a_withheld_number_is_nobodys(number: str) -> None:
    assert parse_form(f"From={number}".encode()).child == ""


def test_on_a_call_that_we_placed_the_child_is_the_one_who_was_dialled() -> None:
    form = parse_form(b"From=%2B911140000000&To=%2B919000000001&Direction=outbound-api")

    assert form.is_call_back
    assert form.child == "+919000000001"
    assert form.line == "+911140000000"
