"""What is sealed is read with its own key in its own place, and nowhere else."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidya.core.security import CannotUnseal, Keys, fingerprint

KEYS = Keys(bytes(range(32)))
OTHERS = Keys(bytes(range(1, 33)))
OWNER = UUID(int=7)
OTHER = UUID(int=8)

texts = st.text(max_size=200)
pins = st.from_regex(r"[0-9]{4}", fullmatch=True)


@given(text=texts)
def test_what_was_sealed_is_unsealed_as_it_was(text: str) -> None:
    assert KEYS.unseal(KEYS.seal(text, context=OWNER), context=OWNER) == text


def test_the_same_text_is_never_sealed_alike() -> None:
    sealed = {KEYS.seal("+919876543210", context=OWNER) for _ in range(50)}

    assert len(sealed) == 50
    assert not [field for field in sealed if b"9876543210" in field]


def test_a_field_moved_to_another_owner_is_refused() -> None:
    sealed = KEYS.seal("+919876543210", context=OWNER)

    with pytest.raises(CannotUnseal):
        KEYS.unseal(sealed, context=OTHER)


def test_another_key_does_not_open_it() -> None:
    sealed = KEYS.seal("+919876543210", context=OWNER)

    with pytest.raises(CannotUnseal):
        OTHERS.unseal(sealed, context=OWNER)


@given(text=texts, data=st.data())
def test_a_field_that_somebody_changed_is_refused(text: str, data: st.DataObject) -> None:
    sealed = bytearray(KEYS.seal(text, context=OWNER))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))

    with pytest.raises(CannotUnseal):
        KEYS.unseal(bytes(sealed), context=OWNER)


@given(text=texts, data=st.data())
def test_a_field_that_was_cut_off_is_refused(text: str, data: st.DataObject) -> None:
    sealed = KEYS.seal(text, context=OWNER)
    length = data.draw(st.integers(0, len(sealed) - 1))

    with pytest.raises(CannotUnseal):
        KEYS.unseal(sealed[:length], context=OWNER)


def test_a_number_is_looked_up_by_a_hash_that_needs_the_key() -> None:
    number = "+919876543210"

    assert KEYS.lookup_hash(number) == KEYS.lookup_hash(number)
    assert KEYS.lookup_hash(number) != OTHERS.lookup_hash(number)
    assert KEYS.lookup_hash(number) != KEYS.lookup_hash("+919876543211")
    assert len(KEYS.lookup_hash(number)) == 16


@given(pin=pins, wrong=pins)
def test_a_pin_matches_itself_alone(pin: str, wrong: str) -> None:
    kept = KEYS.pin_hash(pin, person_id=OWNER)

    assert KEYS.pin_matches(pin, kept, person_id=OWNER)
    assert KEYS.pin_matches(wrong, kept, person_id=OWNER) == (wrong == pin)


def test_the_same_pin_of_two_people_is_kept_as_two() -> None:
    first, second = uuid4(), uuid4()

    kept = KEYS.pin_hash("2468", person_id=first)

    assert kept != KEYS.pin_hash("2468", person_id=second)
    assert not KEYS.pin_matches("2468", kept, person_id=second)
    assert not OTHERS.pin_matches("2468", kept, person_id=first)


def test_each_use_has_a_key_of_its_own() -> None:
    """A PIN and a number that read alike do not give each other away."""
    nobody = UUID(bytes=bytes(16))

    assert KEYS.pin_hash("1", person_id=nobody)[:16] != KEYS.lookup_hash("\0" * 16 + "1")


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_secret_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Keys(bytes(length))


@given(first=texts, second=texts)
def test_a_fingerprint_changes_with_the_text(first: str, second: str) -> None:
    assert (fingerprint(first) == fingerprint(second)) == (first == second)
