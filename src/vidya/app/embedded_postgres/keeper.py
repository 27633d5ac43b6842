"""A thread that starts the server, reaps it, and starts it anew when it dies unasked."""

import logging
import signal
import subprocess
import threading
import time
from collections.abc import Callable

from vidya.core.errors import VidyaError

log = logging.getLogger(__name__)

_SOON_SECONDS = 5.0  # a server that lived for less than this will likely die again
_FIRST_PAUSE_SECONDS = 0.1
_LONGEST_PAUSE_SECONDS = 10.0
_FAST_STOP_SECONDS = 15.0
_IMMEDIATE_STOP_SECONDS = 5.0

Server = subprocess.Popen[bytes]


class Keeper:
    """Owns one server process at a time.

    The server is started on this thread because the kernel stops it when the thread that
    started it ends: it has to be one that lasts, whoever asked for the start.
    """

    def __init__(self, *, launch: Callable[[], Server], clear_up: Callable[[], object]) -> None:
        self._launch = launch
        self._clear_up = clear_up
        self._server: Server | None = None
        self._failure: OSError | VidyaError | None = None
        self._first_try = threading.Event()
        self._stopping = threading.Event()
        self._is_to_last = False
        self._launching = threading.Lock()
        self._thread = threading.Thread(target=self._keep, name="embedded-postgres", daemon=True)

    @property
    def pid(self) -> int | None:
        """The process id of the server; None while there is none."""
        server = self._server
        return None if server is None or server.returncode is not None else server.pid

    def start(self) -> None:
        """Start the server; what kept it from being started at all is raised here."""
        self._thread.start()
        self._first_try.wait()
        if self._failure is not None:
            raise self._failure

    def keep_alive(self) -> None:
        """From now on a server that dies is started anew, however often it takes."""
        self._is_to_last = True

    def stop(self) -> None:
        """End the server for good: in order, and if that takes too long, at once."""
        with self._launching:
            self._stopping.set()
        self._send(signal.SIGINT)
        self._thread.join(_FAST_STOP_SECONDS)
        if self._thread.is_alive():
            self._send(signal.SIGQUIT)
            self._thread.join(_IMMEDIATE_STOP_SECONDS)
        if self._thread.is_alive():
            self._send(signal.SIGKILL)
            self._thread.join(_IMMEDIATE_STOP_SECONDS)

    def _keep(self) -> None:
        pause = 0.0
        while True:
            began = time.monotonic()
            self._serve()
            if self._stopping.is_set() or not self._is_to_last:
                return
            lived = time.monotonic() - began
            pause = _next_pause(pause, lived=lived)
            log.warning("PostgreSQL ended unasked and is started again", extra={"pause_s": pause})
            self._stopping.wait(pause)

    def _serve(self) -> None:
        """One server, from its start to its end."""
        try:
            self._clear_up()
            with self._launching:
                if self._stopping.is_set():
                    return
                self._server = self._launch()
        except (OSError, VidyaError) as failure:
            self._failure = failure  # raised by start(), or tried again after a pause
            log.warning("PostgreSQL could not be started", extra={"failure": str(failure)})
        else:
            self._first_try.set()
            self._server.wait()
        finally:
            self._first_try.set()

    def _send(self, wanted: signal.Signals) -> None:
        if self._server is not None:
            self._server.send_signal(wanted)


def _next_pause(last: float, *, lived: float) -> float:
    if lived > _SOON_SECONDS:
        return 0.0
    return min(max(2 * last, _FIRST_PAUSE_SECONDS), _LONGEST_PAUSE_SECONDS)
