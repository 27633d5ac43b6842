"""The account that PostgreSQL runs under: our own, or an unprivileged one when we are root."""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_UNPRIVILEGED = "nobody"
_SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
_PR_SET_PDEATHSIG = 1  # linux/prctl.h

Output = int | IO[bytes]


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int
    name: str

    @property
    def differs_from_ours(self) -> bool:
        return self.uid != os.geteuid()


def account_for(*folders: Path) -> Account:
    """Who runs PostgreSQL: we ourselves, but never root.

    As root: whoever owns the first of `folders` that is there and not root's, so that a user
    can go on with data that was also used with sudo; `nobody` when there is none.
    """
    if os.geteuid() != 0:
        return _account(os.geteuid(), os.getegid())
    for folder in folders:
        if folder.exists() and (owner := folder.stat()).st_uid != 0 and _is_known(owner.st_uid):
            return _account(owner.st_uid, owner.st_gid)
    unprivileged = pwd.getpwnam(_UNPRIVILEGED)
    return _account(unprivileged.pw_uid, unprivileged.pw_gid)


def start_as(
    account: Account,
    command: Sequence[str | Path],
    *,
    folder: Path,
    output: Output,
    feed: Output = subprocess.DEVNULL,
    keep_open: Sequence[int] = (),
) -> "subprocess.Popen[bytes]":
    """Start `command` in `folder`, in a session of its own, away from the terminal's Ctrl-C.

    The folder is entered before the account changes, so it may lie below folders that the
    account cannot pass; the command finds it as /proc/self/cwd. The kernel sends it SIGINT
    when the *thread* that called this ends, so that thread has to outlive the command.
    """
    setpriv = shutil.which("setpriv", path=_SYSTEM_PATH)
    wrapper = [setpriv, "--pdeathsig", "INT", "--"] if setpriv else []
    other = account.differs_from_ours
    return subprocess.Popen(  # noqa: S603 - our own fixed command lines, and no shell
        [*wrapper, *map(str, command)],
        cwd=folder,
        stdin=feed,
        stdout=output,
        stderr=subprocess.STDOUT,
        env={"PATH": _SYSTEM_PATH, "LC_ALL": "C"},
        user=account.uid if other else None,
        group=account.gid if other else None,
        extra_groups=[] if other else None,
        umask=0o077,
        pass_fds=keep_open,
        start_new_session=True,
        preexec_fn=None if setpriv else _kernel_request(),
    )


def run_as(
    account: Account,
    command: Sequence[str | Path],
    *,
    folder: Path,
    typed: bytes = b"",
    keep_open: Sequence[int] = (),
) -> tuple[int, str]:
    """Run `command` to its end: its exit status, and what it wrote."""
    running = start_as(
        account,
        command,
        folder=folder,
        output=subprocess.PIPE,
        feed=subprocess.PIPE,
        keep_open=keep_open,
    )
    with running:
        written, _ = running.communicate(typed)
    return running.returncode, written.decode(errors="replace").strip()


def _account(uid: int, gid: int) -> Account:
    name = pwd.getpwuid(uid).pw_name if _is_known(uid) else str(uid)
    return Account(uid=uid, gid=gid, name=name)


def _is_known(uid: int) -> bool:
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True


def _kernel_request() -> Callable[[], None]:
    """Where there is no setpriv: ask in the child, after its account changed (which resets it)."""
    library = ctypes.CDLL(None)

    def ask() -> None:
        library.prctl(_PR_SET_PDEATHSIG, int(signal.SIGINT))

    return ask
