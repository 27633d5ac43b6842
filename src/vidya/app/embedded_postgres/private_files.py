"""Small files that only the owner of the data folder may read, each replaced whole."""

import os
from contextlib import suppress
from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Replace `path` by `text`, mode 600, so that a reader never meets half of it.

    Written beside it first, never through a link that somebody may have laid there: root may
    be writing into a folder of another user, to whom the file then belongs.
    """
    fresh = path.with_name(f".{path.name}.fresh")
    with suppress(FileNotFoundError):
        fresh.unlink()
    opened = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
    with os.fdopen(opened, "w", encoding="utf-8") as file:
        belongs_to_folder(file.fileno(), path.parent)
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    sync_folder(path.parent)


def belongs_to_folder(opened: int, folder: Path) -> None:
    """Give an open file to the owner of `folder`; only root can, and only root has to."""
    if os.geteuid() == 0:
        owner = folder.stat()
        os.fchown(opened, owner.st_uid, owner.st_gid)


def sync_folder(folder: Path) -> None:
    """Make a rename inside `folder` last through a loss of power."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
