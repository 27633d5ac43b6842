"""What a killed server leaves behind: processes that still run, and files that say so."""

import os
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vidya.app.embedded_postgres.errors import DataFolderInUse

_PATIENCE_SECONDS = 10.0  # for a shutdown that writes all to disk
_LAST_PATIENCE_SECONDS = 5.0  # for a killed process to go
_STEP_SECONDS = 0.01


@dataclass(frozen=True)
class Postmaster:
    """What the server wrote of itself into postmaster.pid."""

    pid: int
    port: int
    is_ready: bool


def find_postmaster(cluster: Path) -> Postmaster | None:
    """The server that the cluster's postmaster.pid tells of, dead or alive.

    Its lines (PostgreSQL's pidfile.h): pid, folder, start, port, socket folder, address,
    shared memory, status; written one after the other while the server starts.
    """
    try:
        lines = (cluster / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        pid, port = int(lines[0]), int(lines[3])
    except (FileNotFoundError, ValueError, IndexError):
        return None
    return Postmaster(
        pid=pid, port=port, is_ready=[line.strip() for line in lines[7:]] == ["ready"]
    )


def find_living_postmaster(cluster: Path) -> Postmaster | None:
    """The server that runs on the cluster now, by its own word and by the kernel's."""
    told = find_postmaster(cluster)
    return told if told is not None and _works_in(told.pid, cluster) else None


def clear_leftovers(cluster: Path) -> bool:
    """Stop every server process on the cluster, and remove the files that speak of one.

    Only for the holder of the data folder's claim. A number in postmaster.pid proves nothing,
    as it may be another program's by now: what counts is who works in this very folder.
    True when something had to be stopped; DataFolderInUse when it would not stop.
    """
    running = _processes_in(cluster)
    if running:
        _stop(cluster, running)
    with suppress(FileNotFoundError):
        (cluster / "postmaster.pid").unlink()
    for socket in cluster.glob(".s.PGSQL.*"):
        socket.unlink()
    return bool(running)


def _processes_in(cluster: Path) -> list[int]:
    numbers = [int(entry) for entry in os.listdir("/proc") if entry.isdigit()]
    return [pid for pid in numbers if _works_in(pid, cluster)]


def _works_in(pid: int, cluster: Path) -> bool:
    """Whether it is a PostgreSQL in this very folder; a shell may stand in it as well."""
    try:
        folder = Path(f"/proc/{pid}/cwd").stat()
        name = Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip()
        wanted = cluster.stat()
    except OSError:
        return False  # gone meanwhile, or another user's: theirs cannot be a server of ours
    return name == "postgres" and (folder.st_dev, folder.st_ino) == (wanted.st_dev, wanted.st_ino)


def _stop(cluster: Path, running: Sequence[int]) -> None:
    """The postmaster ends its own children, in order; children without one end at once."""
    postmaster = find_postmaster(cluster)
    for pid in running:
        if postmaster is None or postmaster.pid not in running:
            _send(pid, signal.SIGQUIT)
        elif pid == postmaster.pid:
            _send(pid, signal.SIGINT)
    if not _all_gone(cluster, within=_PATIENCE_SECONDS):
        for pid in _processes_in(cluster):
            _send(pid, signal.SIGKILL)
    if not _all_gone(cluster, within=_LAST_PATIENCE_SECONDS):
        raise DataFolderInUse(
            f"PostgreSQL still runs on {cluster} and does not stop, not even when killed: "
            f"process {', '.join(map(str, _processes_in(cluster)))}. Its disk may hang."
        )


def _all_gone(cluster: Path, *, within: float) -> bool:
    give_up_at = time.monotonic() + within
    while _processes_in(cluster):
        if time.monotonic() > give_up_at:
            return False
        time.sleep(_STEP_SECONDS)
    return True


def _send(pid: int, wanted: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, wanted)
