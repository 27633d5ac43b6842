"""The embedded PostgreSQL: started on its folder, kept running, stopped with its owner."""

import asyncio
import logging
import subprocess
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from vidya.app.embedded_postgres.account import Account, account_for, start_as
from vidya.app.embedded_postgres.binaries import Binaries, binaries_for
from vidya.app.embedded_postgres.bootstrap import RolePasswords, bootstrap
from vidya.app.embedded_postgres.credentials import (
    Credentials,
    DatabaseUrls,
    find_credentials,
    keep_credentials,
)
from vidya.app.embedded_postgres.data_folder import (
    Claim,
    DataFolder,
    check_folder,
    check_owner,
    claim_folder,
    clear_half_made,
    make_cluster,
    reset_password,
)
from vidya.app.embedded_postgres.errors import PortTaken, PostgresDidNotStart, explain, named_for
from vidya.app.embedded_postgres.keeper import Keeper
from vidya.app.embedded_postgres.leftovers import clear_leftovers, find_living_postmaster
from vidya.app.embedded_postgres.ports import choose_port
from vidya.app.embedded_postgres.private_files import write_private
from vidya.app.embedded_postgres.server_log import FOLDER as LOG_FOLDER
from vidya.app.embedded_postgres.server_log import ServerLog

log = logging.getLogger(__name__)

_READY_WITHIN_SECONDS = 120.0  # after a crash, the last minutes are read again first
_STEP_SECONDS = 0.01
_PORT_TRIES = 3

# Modest enough for a laptop; every acknowledged row is on the disk.
SETTINGS: Mapping[str, str] = {
    "listen_addresses": "127.0.0.1",
    # In the cluster's own folder, of mode 700. Relative, as a path over 107 bytes is fatal.
    "unix_socket_directories": ".",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "wal_level": "replica",
    "fsync": "on",
    "synchronous_commit": "on",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "password_encryption": "scram-sha-256",
    "cluster_name": "vidya",
    "logging_collector": "on",
    "log_directory": LOG_FOLDER,
    "log_filename": "postgres-%a.log",  # seven days, each overwritten after a week
    "log_rotation_age": "1d",
    "log_rotation_size": "0",
    "log_truncate_on_rotation": "on",
    "log_error_verbosity": "terse",  # a DETAIL line would quote the row, and the person in it
}


class EmbeddedPostgres:
    """One PostgreSQL server on `data_dir`, for as long as this process lives.

    `start` blocks: 0.2 s on data that is there, about a second on an empty folder. From a
    running event loop, call it by `asyncio.to_thread`. A server that dies is started anew on
    the same port; one that outlives a killed owner is stopped by the kernel's signal, or by
    the next owner. `settings` are PostgreSQL's own and win over ours; `port` is a free one
    unless given, and stays the same from start to start where it can.
    """

    def __init__(
        self,
        data_dir: Path,
        *,
        major: int = 18,
        port: int | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        self._folder = DataFolder(Path(data_dir).absolute())
        self._major = major
        self._asked_port = port
        self._settings = {**SETTINGS, **(settings or {})}
        self._log = ServerLog(self._folder)
        self._claim: Claim | None = None
        self._keeper: Keeper | None = None
        self._urls: DatabaseUrls | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def urls(self) -> DatabaseUrls:
        """The addresses of the started server; PostgresDidNotStart before `start`."""
        if self._urls is None:
            raise PostgresDidNotStart("The embedded PostgreSQL has not been started.")
        return self._urls

    @property
    def pid(self) -> int | None:
        """The postmaster's process id; None while there is none."""
        return None if self._keeper is None else self._keeper.pid

    @property
    def is_running(self) -> bool:
        """Whether it takes connections now."""
        pid = self.pid
        told = find_living_postmaster(self._folder.cluster) if pid else None
        return told is not None and told.is_ready and told.pid == pid

    def start(self) -> DatabaseUrls:
        """Bring the server up and prepare roles and database; started already, only wait.

        Raises the errors of `vidya.app.embedded_postgres.errors`, and leaves nothing running.
        """
        if self._urls is not None:
            self._wait_until_ready()
            return self._urls
        try:
            with named_for(self._folder.path):
                self._urls = self._bring_up()
        except BaseException:
            self.stop()
            raise
        return self._urls

    def stop(self) -> None:
        """Shut the server down in order, within some 25 seconds; safe to repeat."""
        self._urls = None
        if self._keeper is not None:
            self._keeper.stop()
            self._keeper = None
            clear_leftovers(self._folder.cluster)
        if self._claim is not None:
            self._claim.give_up()
            self._claim = None

    def _bring_up(self) -> DatabaseUrls:
        folder = self._folder
        check_folder(folder, major=self._major)
        account = account_for(folder.cluster, folder.path)
        check_owner(folder, account)
        binaries = binaries_for(account, major=self._major)
        self._claim = claim_folder(folder)
        if clear_leftovers(folder.cluster):
            log.warning("A PostgreSQL whose owner had died was stopped")
        clear_half_made(folder)
        credentials = self._prepare_cluster(binaries, account)
        port = self._serve(binaries, account)
        urls = credentials.urls(port=port)
        _run_apart(urls, credentials)
        return urls

    def _prepare_cluster(self, binaries: Binaries, account: Account) -> Credentials:
        """The cluster and the passwords to it, either of them made when it is missing."""
        folder = self._folder
        kept = find_credentials(folder.credentials_file)
        credentials = kept or Credentials.fresh()
        if not (folder.cluster / "PG_VERSION").exists():
            make_cluster(folder, binaries, account, password=credentials.superuser)
        elif kept is None:
            reset_password(folder, binaries, account, password=credentials.superuser)
        if kept is None:
            keep_credentials(folder.credentials_file, credentials)
        return credentials

    def _serve(self, binaries: Binaries, account: Account) -> int:
        """The port that the server now listens on; another is tried when one was just taken."""
        tries = 1 if self._asked_port is not None else _PORT_TRIES
        while True:
            port = choose_port(asked=self._asked_port, file=self._folder.port_file)
            try:
                self._start_keeper(binaries, account, port=port)
            except PortTaken:
                tries -= 1
                if tries == 0:
                    raise
            else:
                write_private(self._folder.port_file, f"{port}\n")
                return port

    def _start_keeper(self, binaries: Binaries, account: Account, *, port: int) -> None:
        settings = {**self._settings, "port": str(port)}
        options = [part for name in settings for part in ("-c", f"{name}={settings[name]}")]
        command: list[str | Path] = [binaries.postgres, "-D", "/proc/self/cwd", *options]
        cluster = self._folder.cluster

        def launch() -> "subprocess.Popen[bytes]":
            with self._log.open_anew() as output:
                return start_as(account, command, folder=cluster, output=output)

        self._keeper = Keeper(launch=launch, clear_up=lambda: clear_leftovers(cluster))
        self._keeper.start()
        self._wait_until_ready()
        self._keeper.keep_alive()

    def _wait_until_ready(self) -> None:
        give_up_at = time.monotonic() + _READY_WITHIN_SECONDS
        while not self.is_running:
            if self._urls is None and self.pid is None:
                raise explain(self._log.last_words(), folder=self._folder.path)
            if time.monotonic() > give_up_at:
                raise PostgresDidNotStart(
                    f"PostgreSQL on {self._folder.path} is not ready after "
                    f"{_READY_WITHIN_SECONDS:.0f} s. Its last words:\n{self._log.last_words()}"
                )
            time.sleep(_STEP_SECONDS)


def running_urls(data_dir: Path) -> DatabaseUrls | None:
    """How to reach the server that runs on `data_dir` now; None when none does.

    For a command beside a running product. Only for the user who started it, or root:
    DataFolderNotAccessible for others.
    """
    folder = DataFolder(Path(data_dir).absolute())
    with named_for(folder.path):
        told = find_living_postmaster(folder.cluster)
        credentials = find_credentials(folder.credentials_file)
    if told is None or not told.is_ready or credentials is None:
        return None
    return credentials.urls(port=told.port)


def _run_apart(urls: DatabaseUrls, credentials: Credentials) -> None:
    """Prepare roles and database on a thread of its own: the caller's may run a loop already."""
    passwords = RolePasswords(
        owner=credentials.owner, app=credentials.app, across=credentials.across
    )
    with ThreadPoolExecutor(max_workers=1) as apart:
        apart.submit(asyncio.run, bootstrap(_maintenance_url(urls.superuser), passwords)).result()


def _maintenance_url(url: str) -> str:
    """The same server's database `postgres`, which is there before ours."""
    return url.rsplit("/", 1)[0] + "/postgres"
