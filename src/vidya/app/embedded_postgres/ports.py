"""Which loopback port the server listens on."""

import secrets
import socket
from pathlib import Path

from vidya.app.embedded_postgres.errors import PortTaken

# Below the range that Linux takes outgoing connections' ports from (32768 on): there, any
# connection of the machine could hold our port while the server is down.
_LOWEST, _HIGHEST = 20_000, 32_000
_TRIES = 100


def choose_port(*, asked: int | None, file: Path) -> int:
    """The port asked for, else the one that `file` remembers, else a free one.

    PortTaken only for a port that was asked for; a remembered one that is taken is let go.
    """
    if asked is not None:
        if not _is_free(asked):
            raise PortTaken(
                f"Something else listens on 127.0.0.1:{asked} already. Ask for another."
            )
        return asked
    remembered = _remembered(file)
    if remembered is not None and _is_free(remembered):
        return remembered
    for _ in range(_TRIES):
        port = _LOWEST + secrets.randbelow(_HIGHEST - _LOWEST)
        if _is_free(port):
            return port
    raise PortTaken(f"No free port was found between {_LOWEST} and {_HIGHEST}.")


def _remembered(file: Path) -> int | None:
    try:
        port = int(file.read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return None  # a fresh folder, or half written: any port is as good
    return port if 0 < port < 65_536 else None


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As PostgreSQL does: connections that linger from the last start are no hindrance.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
