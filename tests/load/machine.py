"""What the figures were measured on."""

import platform
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import psutil


@dataclass(frozen=True)
class Machine:
    cores: int
    cpu: str
    memory_gb: float
    python: str
    postgresql: str
    system: str


async def this_machine(database_url: str) -> Machine:
    """The machine, and the PostgreSQL of the product on it."""
    connection = await asyncpg.connect(database_url)
    try:
        version: str = await connection.fetchval("SHOW server_version")
    finally:
        await connection.close()
    return _described(postgresql=version)


def _described(*, postgresql: str) -> Machine:
    return Machine(
        cores=psutil.cpu_count() or 1,
        cpu=cpu_model(Path("/proc/cpuinfo").read_text(encoding="utf-8")),
        memory_gb=round(psutil.virtual_memory().total / 1e9, 1),
        python=platform.python_version(),
        postgresql=postgresql,
        system=platform.platform(terse=True),
    )


def cpu_model(cpuinfo: str) -> str:
    """As the kernel names it; ARM's kernels name none."""
    for line in cpuinfo.splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.machine()
