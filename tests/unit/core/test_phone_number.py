"""However a phone number is written, it is found again as the same one, or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidya.core.phone_number import PhoneNumberNotUnderstood, normalise_phone_number

DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
FILLING = [" ", "-", "  ", ".", "\u00a0", "\u2011", "\u2013", "\u200e", "\u202a", "\u200b", ""]

indian_mobiles = st.from_regex(r"[6-9][0-9]{9}", fullmatch=True)
foreign_numbers = st.from_regex(r"\+(?!91)[1-9][0-9]{6,14}", fullmatch=True)
written_anyhow = st.text(st.characters(categories=["N", "P", "Z", "C", "L", "S"]), max_size=40)


@pytest.mark.parametrize(
    "written",
    [
        "9876543210",
        "09876543210",
        "919876543210",
        "+919876543210",
        "00919876543210",
        "0091 98765 43210",
        "098765 43210",
        "+91-98765-43210",
        "+91 (0) 98765 43210",
        "(+91) 98765.43210",
        "tel:+919876543210",
        "tel:+91-98765-43210",
        " +919876543210\n",
        "+९१ ९८७६५ ४३२१०",
        "९८७६५४३२१०",
        "\u202a+91 98765\u00a043210\u202c",
        "+91\u201198765\u201343210",
    ],
)
def test_one_number_in_many_ways_of_writing(written: str) -> None:
    assert normalise_phone_number(written) == "+919876543210"


@pytest.mark.parametrize(
    "written",
    ["+14155550123", "+442079460000", "+8801712345678", "+9771234567", "0014155550123"],
)
def test_a_number_with_another_country_code_keeps_it(written: str) -> None:
    assert normalise_phone_number(written) == "+" + written.lstrip("+0")


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "+",
        "12345",
        "1234567890",
        "5876543210",
        "98765432101",
        "+0123456789",
        "+91",
        "+1234567890123456",
        "98765x43210",
        "Anonymous",
        "+91+9876543210",
        "client:asha",
        "sip:9876543210@example.in",
        "²³45678901",
        "9" * 10_000,
    ],
)
def test_what_is_no_number_is_refused_with_the_way_to_write_one(written: str) -> None:
    with pytest.raises(PhoneNumberNotUnderstood, match=r"country code"):
        normalise_phone_number(written)


@given(number=indian_mobiles, prefix=st.sampled_from(["", "0", "91", "+91", "0091", "+910"]))
def test_an_indian_mobile_is_the_same_with_every_prefix(number: str, prefix: str) -> None:
    assert normalise_phone_number(prefix + number) == "+91" + number


@given(number=foreign_numbers | indian_mobiles, data=st.data())
def test_what_stands_between_the_digits_does_not_matter(number: str, data: st.DataObject) -> None:
    filled = "".join(digit + data.draw(st.sampled_from(FILLING)) for digit in number)

    assert normalise_phone_number(filled) == normalise_phone_number(number)


@given(number=foreign_numbers | indian_mobiles)
def test_the_script_of_the_digits_does_not_matter(number: str) -> None:
    in_devanagari = number.translate(DEVANAGARI)

    assert normalise_phone_number(in_devanagari) == normalise_phone_number(number)


@given(written=written_anyhow | foreign_numbers | indian_mobiles)
def test_the_one_form_is_e164_in_ascii_and_stays_itself(written: str) -> None:
    try:
        number = normalise_phone_number(written)
    except PhoneNumberNotUnderstood:
        return

    assert number.isascii()
    assert number.startswith("+")
    assert 7 <= len(number.removeprefix("+")) <= 15
    assert number.removeprefix("+").isdecimal()
    assert normalise_phone_number(number) == number
