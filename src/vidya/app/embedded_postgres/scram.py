"""What PostgreSQL keeps instead of a password."""

import base64
import hashlib
import hmac
import os

_ROUNDS = 4096


class PasswordNotPlain(ValueError): ...


def scram_verifier(password: str) -> str:
    """The SCRAM-SHA-256 verifier (RFC 5803): enough to check a password, not to know it.

    Sent in place of the password, so that no log of statements can hold it. Printable ASCII
    only: other characters would have to be prepared as in RFC 4013 first.
    """
    if not (password.isascii() and password.isprintable() and password):
        raise PasswordNotPlain("A role's password has to be printable ASCII, and not empty.")
    salt = os.urandom(16)
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, _ROUNDS)
    stored_key = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server_key = hmac.digest(salted, b"Server Key", "sha256")
    return f"SCRAM-SHA-256${_ROUNDS}:{_text(salt)}${_text(stored_key)}:{_text(server_key)}"


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
