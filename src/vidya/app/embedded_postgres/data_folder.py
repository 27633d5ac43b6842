"""The folder that holds the data: what lies in it, who may use it, and how it is made.

lock              held while a process keeps the server running; its process id
credentials.json  the roles' passwords
port              the loopback port of the last start
start.log         what the server said before it opened its own log
cluster/          PostgreSQL's own files, with its log in cluster/log/
new-*/            a cluster being made; whatever lies there is only half made
"""

import fcntl
import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from vidya.app.embedded_postgres.account import Account, run_as
from vidya.app.embedded_postgres.binaries import Binaries
from vidya.app.embedded_postgres.credentials import SUPERUSER
from vidya.app.embedded_postgres.errors import (
    DataFolderDamaged,
    DataFolderInUse,
    DataFolderOfAnotherUser,
    DataFolderOfAnotherVersion,
    explain,
)
from vidya.app.embedded_postgres.private_files import belongs_to_folder, sync_folder
from vidya.app.embedded_postgres.scram import scram_verifier

_LOCK_PATIENCE_SECONDS = 0.5  # a killed owner's last child may hold the lock for an instant
_HALF_MADE = "new-"

# Without a locale of the machine's own, so that an index means the same on any machine.
_LOCALE = {
    16: ["--locale-provider=libc"],  # the wheel's 16 has neither ICU nor the builtin provider
    18: ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
}


@dataclass(frozen=True)
class DataFolder:
    path: Path

    @property
    def cluster(self) -> Path:
        return self.path / "cluster"

    @property
    def lock_file(self) -> Path:
        return self.path / "lock"

    @property
    def credentials_file(self) -> Path:
        return self.path / "credentials.json"

    @property
    def port_file(self) -> Path:
        return self.path / "port"

    @property
    def start_log(self) -> Path:
        return self.path / "start.log"


class Claim:
    """The right to run a server on the data; it ends with this process, however that dies.

    A child that was forked without a new program would go on holding it, so it lets go first.
    """

    def __init__(self, opened: int) -> None:
        self._opened: int | None = opened
        os.register_at_fork(after_in_child=self.give_up)

    def give_up(self) -> None:
        if self._opened is not None:
            os.close(self._opened)
            self._opened = None


def check_folder(folder: DataFolder, *, major: int) -> None:
    """Refuse data that this PostgreSQL cannot use; nothing is touched."""
    written_by = _version(folder.cluster) or _version(folder.path)
    if written_by is not None and written_by != str(major):
        raise DataFolderOfAnotherVersion(
            f"The data in {folder.path} was written by PostgreSQL {written_by}, and this is "
            f"PostgreSQL {major}. Nothing was touched. To go on with it, use the version of Vidya "
            f"that wrote it, or serve it by PostgreSQL {written_by} and load its pg_dump here. "
            f"To begin anew, point VIDYA_DATA_DIR at another folder."
        )
    if _version(folder.path) is not None or _is_damaged(folder.cluster):
        raise DataFolderDamaged(
            f"The files in {folder.path} are not a database that Vidya made, or parts of it are "
            f"lost (there is no {folder.cluster / 'PG_VERSION'}). Nothing was touched. Put a "
            f"backup in its place, or point VIDYA_DATA_DIR at another folder."
        )


def check_owner(folder: DataFolder, account: Account) -> None:
    """PostgreSQL refuses a cluster that is not its own account's; say so before it does."""
    if folder.cluster.is_dir() and folder.cluster.stat().st_uid != account.uid:
        raise DataFolderOfAnotherUser(
            f"{folder.cluster} does not belong to {account.name}, the user that PostgreSQL runs "
            f"as. Start Vidya as the user who made it, or give it over: "
            f"chown -R {account.uid}:{account.gid} '{folder.cluster}'"
        )


def claim_folder(folder: DataFolder) -> Claim:
    """Hold the data for this process; DataFolderInUse names the one that holds it already."""
    folder.path.parent.mkdir(parents=True, exist_ok=True)
    folder.path.mkdir(mode=0o700, exist_ok=True)
    opened = os.open(folder.lock_file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        _lock(opened, folder)
        belongs_to_folder(opened, folder.path)
        os.ftruncate(opened, 0)
        os.pwrite(opened, str(os.getpid()).encode(), 0)
    except BaseException:
        os.close(opened)
        raise
    return Claim(opened)


def clear_half_made(folder: DataFolder) -> None:
    """Throw away what a killed start was making; what cannot go yet, goes at a later start."""
    for half_made in folder.path.glob(f"{_HALF_MADE}*"):
        shutil.rmtree(half_made, ignore_errors=True)


def make_cluster(
    folder: DataFolder, binaries: Binaries, account: Account, *, password: str
) -> None:
    """Make the cluster beside its place, then rename it: it is there whole, or not at all."""
    fresh = Path(tempfile.mkdtemp(prefix=_HALF_MADE, dir=folder.path))
    try:
        if account.differs_from_ours:
            os.chown(fresh, account.uid, account.gid)
        _initdb(fresh, binaries, account, password=password)
        fresh.replace(folder.cluster)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    sync_folder(folder.path)


def reset_password(
    folder: DataFolder, binaries: Binaries, account: Account, *, password: str
) -> None:
    """Give the superuser a new password while no server runs, when the old one is lost."""
    statement = f"ALTER ROLE {SUPERUSER} PASSWORD '{scram_verifier(password)}'\n"
    status, written = run_as(
        account,
        [binaries.postgres, "--single", "-D", "/proc/self/cwd", "postgres"],
        folder=folder.cluster,
        typed=statement.encode(),
    )
    if status != 0 or "ERROR:" in written:
        raise explain(written, folder=folder.path)


def _version(cluster: Path) -> str | None:
    file = cluster / "PG_VERSION"
    return file.read_text(encoding="ascii").strip() if file.is_file() else None


def _is_damaged(cluster: Path) -> bool:
    return cluster.exists() and _version(cluster) is None and any(cluster.iterdir())


def _lock(opened: int, folder: DataFolder) -> None:
    give_up_at = time.monotonic() + _LOCK_PATIENCE_SECONDS
    while True:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as held:
            if time.monotonic() > give_up_at:
                raise _in_use(folder, os.pread(opened, 20, 0).decode(errors="replace")) from held
            time.sleep(0.02)
        else:
            return


def _in_use(folder: DataFolder, holder: str) -> DataFolderInUse:
    who = f"process {holder}" if holder.isdigit() else "another process"
    return DataFolderInUse(
        f"The data in {folder.path} is in use by {who}. Stop that one first (it takes its "
        f"database down with it), or point VIDYA_DATA_DIR at another folder."
    )


def _initdb(cluster: Path, binaries: Binaries, account: Account, *, password: str) -> None:
    """The password travels in memory: a pipe's other end would be root's, and refused."""
    memory = os.memfd_create("password")
    try:
        if account.differs_from_ours:
            os.fchown(memory, account.uid, account.gid)
        os.fchmod(memory, 0o600)
        os.write(memory, f"{password}\n".encode())
        command: list[str | Path] = [
            *(binaries.initdb, "--pgdata=/proc/self/cwd", f"--pwfile=/proc/self/fd/{memory}"),
            *("--auth=scram-sha-256", f"--username={SUPERUSER}", "--encoding=UTF8"),
            *("--locale=C.UTF-8", *_LOCALE[binaries.major]),
            *("--data-checksums", "--no-instructions"),
        ]
        status, written = run_as(account, command, folder=cluster, keep_open=[memory])
    finally:
        os.close(memory)
    if status != 0:
        raise explain("\n".join(written.splitlines()[-12:]), folder=cluster.parent)
