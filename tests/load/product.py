"""The product as a user starts it, in processes of its own, on an embedded database."""

import http.client
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.load.processes import ProgramEnded, program
from vidya.app.embedded_postgres.credentials import DatabaseUrls
from vidya.app.embedded_postgres.server import running_urls

SECRET_KEY = "5eed" * 16
AUTH_TOKEN = "a token of the load test"
_LONGEST_START_SECONDS = 90.0
_STEP_SECONDS = 0.01


@dataclass(frozen=True)
class StartedProduct:
    port: int
    seconds_to_ready: float
    """From the start of the process to the first 200 of /readyz."""
    process: psutil.Process
    urls: DatabaseUrls

    @property
    def postmaster(self) -> psutil.Process:
        """The embedded PostgreSQL, which is the only child of the product."""
        return self.process.children()[0]

    @property
    def processes(self) -> list[psutil.Process]:
        return [self.process, *self.process.children(recursive=True)]


@contextmanager
def started_product(
    folder: Path, *, settings: Mapping[str, str] | None = None
) -> Iterator[StartedProduct]:
    """`vidya serve --demo` with its data in `folder`, ready; stopped with the block."""
    port = free_port()
    given = {
        "VIDYA_PORT": str(port),
        "VIDYA_DATA_DIR": str(folder / "data"),
        "VIDYA_SECRET_KEY": SECRET_KEY,
        "VIDYA_TWILIO__AUTH_TOKEN": AUTH_TOKEN,
        "VIDYA_LOG_LEVEL": "warning",
        **(settings or {}),
    }
    log = folder / "product.log"
    began = time.perf_counter()
    with (
        log.open("a") as errors,
        program(
            "vidya.app.cli", "serve", "--demo", cwd=folder, settings=given, errors=errors
        ) as running,
    ):
        process = psutil.Process(running.pid)
        try:
            _wait_until_ready(port, process)
            seconds = time.perf_counter() - began
            urls = running_urls(folder / "data" / "postgres")
            assert urls is not None
            yield StartedProduct(port, seconds, process, urls)
        except Exception as failure:
            failure.add_note(f"The product's last words:\n{log.read_text()[-3000:]}")
            raise


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_ready(port: int, process: psutil.Process) -> None:
    give_up_at = time.monotonic() + _LONGEST_START_SECONDS
    while time.monotonic() < give_up_at:
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            raise ProgramEnded("The product ended instead of getting ready.")
        if _is_ready(port):
            return
        time.sleep(_STEP_SECONDS)
    raise ProgramEnded(f"The product was not ready within {_LONGEST_START_SECONDS:.0f} s.")


def _is_ready(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
