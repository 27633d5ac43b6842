"""What keeps personal details unreadable: keyed hashes, sealed fields and PINs.

One secret of 32 bytes is stretched by HKDF (RFC 5869) into a key for each use, so that a
leak of one is not a leak of all.
"""

import hashlib
import hmac
import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vidya.core.errors import VidyaError

_FORMAT = b"\x01"  # the first byte of a sealed field; a rotated key gets the next number
_NONCE_BYTES = 12
_TAG_BYTES = 16


class CannotUnseal(VidyaError):
    """The field was sealed with another key, or somebody changed it."""


class Keys:
    def __init__(self, secret: bytes) -> None:
        """`secret` is 32 random bytes."""
        if len(secret) != 32:
            raise ValueError("The secret key is 32 bytes, written as 64 hexadecimal digits.")
        self._lookup = _derive(secret, b"vidya lookup")
        self._pin = _derive(secret, b"vidya pin")
        self._sealing = AESGCM(_derive(secret, b"vidya sealing"))

    def lookup_hash(self, value: str) -> bytes:
        """16 bytes that find a phone number and do not reveal it without the key."""
        return hmac.digest(self._lookup, value.encode(), "sha256")[:16]

    def pin_hash(self, pin: str, *, person_id: UUID) -> bytes:
        """A PIN has 10,000 values: only the key, not slowness, can keep it."""
        return hmac.digest(self._pin, person_id.bytes + pin.encode(), "sha256")

    def pin_matches(self, pin: str, expected: bytes, *, person_id: UUID) -> bool:
        return hmac.compare_digest(self.pin_hash(pin, person_id=person_id), expected)

    def seal(self, text: str, *, context: UUID) -> bytes:
        """AES-256-GCM; `context` is the row's owner, so that a field moved elsewhere is refused."""
        nonce = os.urandom(_NONCE_BYTES)
        return _FORMAT + nonce + self._sealing.encrypt(nonce, text.encode(), context.bytes)

    def unseal(self, sealed: bytes, *, context: UUID) -> str:
        if sealed[:1] != _FORMAT or len(sealed) < 1 + _NONCE_BYTES + _TAG_BYTES:
            raise CannotUnseal("This field was sealed in a form that we do not know.")
        nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        try:
            return self._sealing.decrypt(nonce, body, context.bytes).decode()
        except InvalidTag as failure:
            raise CannotUnseal("This field was sealed with another key.") from failure


def _derive(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(secret)


def fingerprint(text: str) -> bytes:
    """16 bytes that change when the text does; not a secret."""
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
