"""Processes of the measured programs: started, asked for their CPU and memory, and stopped."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import psutil

REPOSITORY = Path(__file__).parents[2]
_STOP_SECONDS = 40.0


class ProgramEnded(RuntimeError):
    """A program that was to be measured ended by itself."""


@contextmanager
def program(
    module: str,
    *arguments: str,
    cwd: Path = REPOSITORY,
    settings: Mapping[str, str] | None = None,
    errors: IO[str] | None = None,
) -> Iterator["subprocess.Popen[str]"]:
    """A Python module run as a process of its own, with no settings but these.

    Its standard output is piped, and what it complains of goes to `errors`, or where ours goes.
    SIGTERM ends it with the block.
    """
    with subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        cwd=cwd,
        env=environment(settings or {}),
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Ours, but for a developer's own settings of the product."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VIDYA_")}
    path = os.pathsep.join((str(REPOSITORY / "src"), str(REPOSITORY)))
    return {**kept, "PYTHONPATH": path, **settings}


def first_line(process: "subprocess.Popen[str]") -> str:
    """What a program says once it is ready; ProgramEnded when it says nothing."""
    assert process.stdout is not None
    said = process.stdout.readline().strip()
    if not said:
        raise ProgramEnded(f"{process.args!r} ended before it was ready.")
    return said


def cpu_seconds(process: psutil.Process) -> float:
    """User and system time of one process since it began; the kernel counts in 10 ms."""
    times = process.cpu_times()
    return float(times.user + times.system)


def postgres_cpu_seconds(postmaster: psutil.Process) -> float:
    """Of the server, its living backends, and those that it has reaped."""
    own = postmaster.cpu_times()
    seconds = float(own.user + own.system + own.children_user + own.children_system)
    for backend in postmaster.children(recursive=True):
        try:
            seconds += cpu_seconds(backend)
        except psutil.NoSuchProcess:
            continue  # it ended just now, and is counted by the next look
    return seconds


def proportional_bytes(processes: Iterable[psutil.Process]) -> int:
    """Memory with what several processes share counted once (PSS)."""
    return sum(process.memory_full_info().pss for process in processes)
