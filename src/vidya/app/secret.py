"""The secret that all keys are derived from: given as a setting, or made once and kept."""

import os
import secrets
from pathlib import Path

from vidya.core.errors import BadInput
from vidya.core.security import Keys
from vidya.core.settings import Settings

_FILE = "secret.key"


class SecretKeyNotUsable(BadInput): ...


def load_keys(settings: Settings) -> Keys:
    """Without the key that sealed them, phone numbers are lost: back the file up."""
    if settings.secret_key is not None:
        return Keys(_read(settings.secret_key.get_secret_value(), "VIDYA_SECRET_KEY"))
    file = settings.data_dir / _FILE
    if not file.exists():
        _make(file)
    return Keys(_read(file.read_text(encoding="utf-8", errors="replace"), str(file)))


def _make(file: Path) -> None:
    """Written aside and linked in, so that two first starts agree on one key."""
    file.parent.mkdir(parents=True, exist_ok=True)
    # Not named after the process: in a container the next one has the same number again.
    fresh = file.with_suffix(f".{secrets.token_hex(8)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(secrets.token_hex(32) + "\n")
        opened.flush()
        os.fsync(opened.fileno())
    try:
        os.link(fresh, file)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


def _read(text: str, name: str) -> bytes:
    try:
        secret = bytes.fromhex(text.strip())
    except ValueError as failure:
        raise SecretKeyNotUsable(f"{name} must hold 64 hexadecimal digits.") from failure
    if len(secret) != 32:
        raise SecretKeyNotUsable(f"{name} must hold 64 hexadecimal digits.")
    return secret
