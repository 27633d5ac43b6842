"""A process of its own that owns an embedded PostgreSQL, so that a test can kill it.

Run as `python -m tests.app.postgres_owner FOLDER`: it prints one line of JSON when the server
is up, or what kept it from starting, and stops the server when its input ends.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from vidya.app.embedded_postgres.credentials import DatabaseUrls
from vidya.app.embedded_postgres.server import EmbeddedPostgres
from vidya.core.errors import VidyaError

REPOSITORY = Path(__file__).parents[2]
QUICK = {"fsync": "off"}  # a killed process loses nothing by it, only a lost machine would


@dataclass(frozen=True)
class Owner:
    process: "subprocess.Popen[str]"
    said: dict[str, Any]

    @property
    def server_pid(self) -> int:
        return int(self.said["pid"])

    @property
    def urls(self) -> DatabaseUrls:
        return DatabaseUrls(**self.said["urls"])


@contextmanager
def owner_of(data_dir: Path, *, uid: int | None = None, option: str = "") -> Iterator[Owner]:
    """The process, once its server is up or was refused; `uid` is whom it runs as."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.app.postgres_owner", str(data_dir), option, str(uid or "")],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": "src", "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.environ["PATH"]},
    )
    with process:
        assert process.stdout is not None
        yield Owner(process, json.loads(process.stdout.readline()))


def _become(uid: str) -> None:
    """Here, and not from the start: the interpreter itself may lie below root's closed home."""
    if uid:
        os.setgroups([])
        os.setgid(int(uid))
        os.setuid(int(uid))


def _own(data_dir: Path, option: str) -> None:
    postgres = EmbeddedPostgres(data_dir, settings=QUICK)
    try:
        urls = postgres.start()
    except VidyaError as refusal:
        _say({"error": refusal.code, "message": str(refusal)})
        return
    child = os.fork() if option == "with-a-child" else None
    if child == 0:
        sys.stdin.read()
        os._exit(0)
    _say({"pid": postgres.pid, "urls": asdict(urls), "child": child})
    sys.stdin.read()
    postgres.stop()


def _say(said: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _become(sys.argv[3])
    _own(Path(sys.argv[1]), sys.argv[2])
