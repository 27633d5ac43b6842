"""What can keep the embedded PostgreSQL from running, each with the way on.

Conflict
├── DataFolderInUse             another process holds the data
├── DataFolderOfAnotherVersion  another PostgreSQL wrote the data
├── DataFolderOfAnotherUser     the data belongs to somebody else
├── DataFolderDamaged           there are files, but no database that we made
└── PortTaken                   something else listens on the port that was asked for
Unavailable
├── DataFolderNotAccessible     we may not read or write where the data should be
├── DiskFull                    no room left for the data
├── BinariesMissing             no PostgreSQL is installed beside us
├── BinariesNotUsable           it is installed, but this machine will not run it
├── PostgresDidNotStart         it ran, and gave up; its last words are in the message
└── BootstrapRefused            it runs, but roles or database could not be made
"""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vidya.core.errors import Conflict, Unavailable, VidyaError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_LEAST_ROOM = 1024 * 1024  # bytes; a segment of the write-ahead log takes sixteen times as much
_NO_WAY_IN = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.ELOOP)


class DataFolderInUse(Conflict): ...


class DataFolderOfAnotherVersion(Conflict): ...


class DataFolderOfAnotherUser(Conflict): ...


class DataFolderDamaged(Conflict): ...


class PortTaken(Conflict): ...


class DataFolderNotAccessible(Unavailable): ...


class DiskFull(Unavailable): ...


class BinariesMissing(Unavailable): ...


class BinariesNotUsable(Unavailable): ...


class PostgresDidNotStart(Unavailable): ...


class BootstrapRefused(Unavailable): ...


@contextmanager
def named_for(folder: Path) -> Iterator[None]:
    """Turn the system's refusals to read or write in `folder` into errors with a way on."""
    try:
        yield
    except OSError as failure:
        if failure.errno in _NO_ROOM:
            raise _disk_full(folder, str(failure)) from failure
        if failure.errno in _NO_WAY_IN:
            raise _not_accessible(folder, str(failure)) from failure
        raise


def explain(last_words: str, *, folder: Path) -> VidyaError:
    """The error that fits what PostgreSQL wrote before it gave up."""
    if "No space left on device" in last_words or "Disk quota exceeded" in last_words:
        return _disk_full(folder, last_words)
    if _has_no_room(folder):  # not even for its log, which then says nothing of it
        return _disk_full(folder, last_words)
    if "Address already in use" in last_words:
        return PortTaken(f"The port is taken. PostgreSQL's last words:\n{last_words}")
    if "Permission denied" in last_words or "Read-only file system" in last_words:
        return _not_accessible(folder, last_words)
    said = last_words or "(it wrote nothing)"
    return PostgresDidNotStart(f"PostgreSQL on {folder} gave up. Its last words:\n{said}")


def _has_no_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False


def _disk_full(folder: Path, reason: str) -> DiskFull:
    return DiskFull(
        f"There is no room left for the data in {folder}. Free some space on that disk, or move "
        f"the folder and point VIDYA_DATA_DIR at its new place.\n{reason}"
    )


def _not_accessible(folder: Path, reason: str) -> DataFolderNotAccessible:
    return DataFolderNotAccessible(
        f"The data in {folder} cannot be read and written by this user. Give the folder to this "
        f"user, or point VIDYA_DATA_DIR at one that it may write.\n{reason}"
    )
