"""The embedded PostgreSQL starts wherever its folder lies, and comes back as it was left."""

import os
import pwd
import shutil
import socket
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import asyncpg
import pytest

from tests.app.postgres_owner import QUICK, owner_of
from vidya.app.embedded_postgres.account import account_for
from vidya.app.embedded_postgres.binaries import Binaries, binaries_for, readable_copy
from vidya.app.embedded_postgres.errors import BinariesMissing, PortTaken
from vidya.app.embedded_postgres.server import EmbeddedPostgres, running_urls

AS_ROOT = os.geteuid() == 0
needs_root = pytest.mark.skipif(not AS_ROOT, reason="only root can become another user")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def uid_of(path: Path) -> int:
    return path.stat().st_uid


def children(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def value(url: str, sql: str) -> object:
    db = await asyncpg.connect(url)
    try:
        return await db.fetchval(sql)
    finally:
        await db.close()


async def keep_a_row(url: str, word: str) -> None:
    db = await asyncpg.connect(url)
    await db.execute("CREATE TABLE IF NOT EXISTS kept (word text)")
    await db.execute("INSERT INTO kept VALUES ($1)", word)
    await db.close()


@pytest.fixture(params=["home of mode 700", "temporary folder of mode 700", "long path"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    closed = tmp_path / str(request.param).replace(" ", "-")
    closed.mkdir(mode=0o700)
    return closed / ("x" * 120 if request.param == "long path" else "data") / "postgres"


@pytest.fixture
def users_folder() -> Iterator[Path]:
    """A folder that belongs to `nobody`, below nothing that is closed to them."""
    folder = Path(tempfile.mkdtemp(dir="/var/tmp"))
    user = pwd.getpwnam("nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    yield folder
    shutil.rmtree(folder)


async def test_it_starts_below_closed_folders_and_in_long_paths(place: Path) -> None:
    with EmbeddedPostgres(place, settings=QUICK) as postgres:
        version = await value(postgres.urls.app, "SHOW server_version_num")

    assert str(version).startswith("18")
    assert mode(place) == 0o700
    assert uid_of(place) == os.geteuid()
    assert mode(place / "credentials.json") == 0o600


async def test_folders_that_were_there_keep_their_permissions(tmp_path: Path) -> None:
    above = tmp_path / "above"
    folder = above / "postgres"
    folder.mkdir(parents=True)
    above.chmod(0o711)
    folder.chmod(0o750)

    with EmbeddedPostgres(folder, settings=QUICK):
        modes = (mode(above), mode(folder))

    assert modes == (0o711, 0o750)


async def test_every_role_can_sign_in_and_strangers_cannot(tmp_path: Path) -> None:
    with EmbeddedPostgres(tmp_path / "postgres", settings=QUICK) as postgres:
        urls = asdict(postgres.urls)
        users = {name: await value(url, "SELECT current_user") for name, url in urls.items()}
        with pytest.raises(asyncpg.InvalidPasswordError):
            await asyncpg.connect(urls["app"], password="guess")

    assert users == {
        "superuser": "postgres",
        "owner": "vidya_owner",
        "app": "vidya_app",
        "across": "vidya_across",
    }


async def test_rows_and_port_are_the_same_after_a_restart(tmp_path: Path) -> None:
    postgres = EmbeddedPostgres(tmp_path / "postgres", settings=QUICK)
    first = postgres.start()
    await keep_a_row(first.owner, "kept")
    postgres.stop()

    second = postgres.start()

    assert second == first
    assert await value(second.app, "SELECT word FROM kept") == "kept"
    postgres.stop()


async def test_a_port_taken_meanwhile_is_let_go_unless_it_was_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "postgres"
    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        before = postgres.urls
    port = int((folder / "port").read_text())

    with socket.create_server(("127.0.0.1", port)):
        with EmbeddedPostgres(folder, settings=QUICK) as postgres:
            now = await value(postgres.urls.app, "SELECT inet_server_port()")
        with pytest.raises(PortTaken, match=str(port)):
            EmbeddedPostgres(folder, port=port, settings=QUICK).start()

    assert f":{port}/" in before.app
    assert now != port


async def test_a_command_beside_the_server_learns_how_to_reach_it(tmp_path: Path) -> None:
    folder = tmp_path / "postgres"
    before = running_urls(folder)

    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        meanwhile = running_urls(folder)
        assert meanwhile == postgres.urls
    afterwards = running_urls(folder)

    assert before is None
    assert afterwards is None


async def test_settings_of_the_caller_win(tmp_path: Path) -> None:
    with EmbeddedPostgres(tmp_path / "postgres", settings={**QUICK, "work_mem": "7MB"}) as postgres:
        assert await value(postgres.urls.app, "SHOW work_mem") == "7MB"
        assert await value(postgres.urls.app, "SHOW jit") == "off"
        assert await value(postgres.urls.app, "SHOW timezone") == "UTC"


async def test_the_older_postgresql_of_the_same_wheel_runs_too(tmp_path: Path) -> None:
    with EmbeddedPostgres(tmp_path / "postgres", major=16, settings=QUICK) as postgres:
        version = await value(postgres.urls.app, "SHOW server_version_num")
        nearest = await value(postgres.urls.owner, "SELECT '[1,2]'::vector <-> '[1,3]'")

    assert str(version).startswith("16")
    assert nearest == 1


def test_a_postgresql_that_is_not_in_the_wheel_is_named(tmp_path: Path) -> None:
    with pytest.raises(BinariesMissing, match="PostgreSQL 15"):
        EmbeddedPostgres(tmp_path / "postgres", major=15).start()


def test_is_running_follows_the_server(tmp_path: Path) -> None:
    postgres = EmbeddedPostgres(tmp_path / "postgres", settings=QUICK)
    before = postgres.is_running

    postgres.start()
    meanwhile = postgres.is_running, postgres.pid is not None
    postgres.stop()

    assert not before
    assert meanwhile == (True, True)
    assert (postgres.is_running, postgres.pid) == (False, None)


@needs_root
def test_an_ordinary_user_runs_it_as_themselves(users_folder: Path) -> None:
    uid = pwd.getpwnam("nobody").pw_uid
    if _is_closed(Path(asyncpg.__file__)):
        pytest.skip("what is installed beside us lies below a folder closed to other users")

    with owner_of(users_folder / "data" / "postgres", uid=uid) as owner:
        runs_as = uid_of(Path(f"/proc/{owner.server_pid}"))
        program = os.readlink(f"/proc/{owner.server_pid}/exe")
        assert owner.process.stdin is not None
        owner.process.stdin.close()
        status = owner.process.wait(timeout=20)

    assert (runs_as, status) == (uid, 0)
    assert not program.startswith("/var/cache")


@needs_root
async def test_root_goes_on_with_the_data_of_the_user_who_made_it(users_folder: Path) -> None:
    uid = pwd.getpwnam("nobody").pw_uid

    with EmbeddedPostgres(users_folder, settings=QUICK) as postgres:
        owners = {uid_of(path) for path in children(users_folder)}
        answer = await value(postgres.urls.app, "SELECT 1")

    assert owners == {uid}
    assert answer == 1


@needs_root
def test_programs_below_a_closed_home_are_copied_for_others_to_read(tmp_path: Path) -> None:
    closed = tmp_path / "home"
    installed = _copy_of_programs(closed)
    closed.chmod(0o700)

    copied = readable_copy(installed, Path(tmp_path / "cache" / "postgres-1-18"))
    copied.postgres.write_bytes(b"cut short")
    mended = readable_copy(installed, Path(tmp_path / "cache" / "postgres-1-18"))

    assert mended.postgres.stat().st_size == installed.postgres.stat().st_size
    assert mode(mended.postgres) == 0o755
    assert not (mended.install / "include").exists()


def _copy_of_programs(site: Path) -> Binaries:
    """The installed programs anew, as umask 077 would have laid them down."""
    original = binaries_for(account_for(), major=18)
    copied = Binaries(site=site, major=18)
    shutil.copytree(original.install, copied.install)
    for path in copied.install.rglob("*"):
        path.chmod(0o700 if path.is_dir() or path.parent.name == "bin" else 0o600)
    return copied


def _is_closed(path: Path) -> bool:
    return any(not folder.stat().st_mode & 0o001 for folder in path.parents)
