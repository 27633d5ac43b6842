"""The signature against the example that Twilio prints in its documentation."""

from vidya.channels.simulator.signing import sign

URL = "https://mycompany.com/myapp.php?foo=1&bar=2"
FORM = {
    "To": "+18005551212",
    "From": "+14158675309",
    "Digits": "1234",
    "Caller": "+14158675309",
    "CallSid": "CA1234567890ABCDE",
}


def test_twilios_own_example_has_twilios_own_signature() -> None:
    assert sign(URL, FORM, auth_token="12345") == "RSOYDt4T1cUTdK1PDd93/VVr8B8="


def test_any_changed_letter_changes_the_signature() -> None:
    signature = sign(URL, FORM, auth_token="12345")

    assert sign(URL, {**FORM, "Digits": "1235"}, auth_token="12345") != signature
    assert sign(URL + "0", FORM, auth_token="12345") != signature
    assert sign(URL, FORM, auth_token="12346") != signature
