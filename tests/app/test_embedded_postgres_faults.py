"""Nothing acknowledged is lost, and nothing runs on alone, whatever is killed or broken."""

import asyncio
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import asyncpg
import pytest

from tests.app.postgres_owner import QUICK, owner_of
from vidya.app.embedded_postgres.account import account_for, start_as
from vidya.app.embedded_postgres.binaries import binaries_for
from vidya.app.embedded_postgres.credentials import DatabaseUrls
from vidya.app.embedded_postgres.errors import (
    BinariesNotUsable,
    DataFolderDamaged,
    DataFolderInUse,
    DataFolderNotAccessible,
    DataFolderOfAnotherUser,
    DataFolderOfAnotherVersion,
    DiskFull,
    PostgresDidNotStart,
)
from vidya.app.embedded_postgres.leftovers import find_living_postmaster
from vidya.app.embedded_postgres.server import EmbeddedPostgres

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount and give away")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return tmp_path / "postgres"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose server was started once, and stopped."""
    folder: Path = tmp_path_factory.mktemp("prepared") / "postgres"
    with EmbeddedPostgres(folder, settings=QUICK):
        return folder


@pytest.fixture
def folder(prepared: Path, empty: Path) -> Path:
    subprocess.run(["cp", "-a", str(prepared), str(empty)], check=True)
    return empty


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for a folder and a few files, not for a database."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(disk)], check=False
    )
    if mounted.returncode != 0:
        pytest.skip("this machine lets us mount nothing")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def kill_postmaster(postgres: EmbeddedPostgres) -> int:
    pid = postgres.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    return pid


def runs_anew(postgres: EmbeddedPostgres, killed: int) -> bool:
    return postgres.pid != killed and postgres.is_running


def remount(disk: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(disk)], check=True)


def fill(disk: Path) -> None:
    with (disk / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
        while ballast.write(bytes(64 * 1024)):
            pass


async def write_words(urls: DatabaseUrls, *words: str) -> None:
    db = await asyncpg.connect(urls.owner)
    await db.execute("CREATE TABLE IF NOT EXISTS kept (word text)")
    for word in words:
        await db.execute("INSERT INTO kept VALUES ($1)", word)
    await db.close()


async def read_words(urls: DatabaseUrls) -> list[str]:
    db = await asyncpg.connect(urls.app)
    rows = await db.fetch("SELECT word FROM kept ORDER BY word")
    await db.close()
    return [row["word"] for row in rows]


async def read_words_once_it_recovered(urls: DatabaseUrls) -> list[str]:
    give_up_at = time.monotonic() + 10
    while True:
        try:
            return await read_words(urls)
        except (asyncpg.CannotConnectNowError, asyncpg.PostgresConnectionError, OSError):
            assert time.monotonic() < give_up_at
            await asyncio.sleep(0.02)


async def becomes_true(question: Callable[[], bool], *, within: float = 10.0) -> bool:
    give_up_at = time.monotonic() + within
    while not question():
        if time.monotonic() > give_up_at:
            return False
        await asyncio.sleep(0.01)
    return True


async def test_a_killed_postmaster_comes_back_with_every_acknowledged_row(folder: Path) -> None:
    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        await write_words(postgres.urls, "one", "two")

        killed = kill_postmaster(postgres)

        assert await becomes_true(partial(runs_anew, postgres, killed))
        assert await read_words(postgres.urls) == ["one", "two"]


async def test_a_postmaster_killed_again_and_again_still_comes_back(folder: Path) -> None:
    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        for word in ("one", "two", "three"):
            await write_words(postgres.urls, word)
            killed = kill_postmaster(postgres)
            assert await becomes_true(partial(runs_anew, postgres, killed))

        assert await read_words(postgres.urls) == ["one", "three", "two"]


async def test_a_killed_backend_costs_its_connection_only(folder: Path) -> None:
    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        await write_words(postgres.urls, "one")
        db = await asyncpg.connect(postgres.urls.app)
        backend = await db.fetchval("SELECT pg_backend_pid()")

        os.kill(backend, signal.SIGKILL)

        with pytest.raises((asyncpg.PostgresConnectionError, OSError)):
            await db.fetchval("SELECT 1")
        assert await read_words_once_it_recovered(postgres.urls) == ["one"]


async def test_postgresql_stops_within_seconds_of_its_owners_death(folder: Path) -> None:
    with owner_of(folder) as owner:
        await write_words(owner.urls, "one")

        owner.process.kill()

        assert await becomes_true(lambda: find_living_postmaster(folder / "cluster") is None)
    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        assert await read_words(postgres.urls) == ["one"]


async def test_a_start_right_after_the_owners_death_takes_over(folder: Path) -> None:
    with owner_of(folder) as owner:
        await write_words(owner.urls, "one")
        owner.process.kill()
        owner.process.wait()

        with EmbeddedPostgres(folder, settings=QUICK) as postgres:
            assert await read_words(postgres.urls) == ["one"]


async def test_a_forked_child_of_a_dead_owner_does_not_hold_the_data(folder: Path) -> None:
    with owner_of(folder, option="with-a-child") as owner:
        owner.process.kill()
        owner.process.wait()
        os.kill(owner.said["child"], 0)

        with EmbeddedPostgres(folder, settings=QUICK) as postgres:
            assert postgres.is_running


async def test_a_server_that_runs_without_an_owner_is_stopped_and_replaced(folder: Path) -> None:
    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        await write_words(postgres.urls, "one")
    account = account_for(folder / "cluster")
    orphan = start_as(
        account,
        [binaries_for(account, major=18).postgres, "-D", "/proc/self/cwd", "-p", "19999"],
        folder=folder / "cluster",
        output=subprocess.DEVNULL,
    )
    await becomes_true(lambda: find_living_postmaster(folder / "cluster") is not None)

    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        assert orphan.wait(timeout=5) == 0
        assert postgres.pid != orphan.pid
        assert await read_words(postgres.urls) == ["one"]


async def test_a_second_instance_is_refused_and_told_who_holds_the_data(folder: Path) -> None:
    with owner_of(folder) as first:
        with pytest.raises(DataFolderInUse, match=f"process {first.process.pid}") as refusal:
            EmbeddedPostgres(folder, settings=QUICK).start()
        await write_words(first.urls, "undisturbed")

    assert "VIDYA_DATA_DIR" in str(refusal.value)


async def test_the_same_process_cannot_open_the_data_twice(folder: Path) -> None:
    with EmbeddedPostgres(folder, settings=QUICK) as first:
        with pytest.raises(DataFolderInUse, match=str(os.getpid())):
            EmbeddedPostgres(folder, settings=QUICK).start()

        assert first.is_running


@pytest.mark.parametrize(
    "told", ["", "nonsense", "{living}\n/proc/self/cwd\n1\n5432\n.\n\n\nready\n"]
)
async def test_a_stale_pid_file_does_not_stand_in_the_way(folder: Path, told: str) -> None:
    stranger = start_as(
        account_for(folder / "cluster"),
        ["sleep", "60"],
        folder=Path("/"),
        output=subprocess.DEVNULL,
    )
    pid_file = folder / "cluster" / "postmaster.pid"
    pid_file.write_text(told.format(living=stranger.pid))
    owner = (folder / "cluster").stat()
    os.chown(pid_file, owner.st_uid, owner.st_gid)

    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        assert postgres.is_running
        assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


async def test_a_half_made_cluster_is_thrown_away_and_made_anew(empty: Path) -> None:
    half_made = empty / "new-abandoned" / "base"
    half_made.mkdir(parents=True)

    with EmbeddedPostgres(empty, settings=QUICK) as postgres:
        assert postgres.is_running

    assert not half_made.parent.exists()


async def test_what_a_killed_start_left_beside_the_cluster_goes_too(folder: Path) -> None:
    half_made = folder / "new-abandoned" / "base"
    half_made.mkdir(parents=True)

    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        assert postgres.is_running

    assert not half_made.parent.exists()


@pytest.mark.parametrize("left", [None, '{"superuser": "abc', '{"superuser": 7}'])
async def test_lost_or_half_written_passwords_are_made_anew(folder: Path, left: str | None) -> None:
    file = folder / "credentials.json"
    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        await write_words(postgres.urls, "one")
    before = json.loads(file.read_text())
    file.unlink() if left is None else file.write_text(left)

    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        assert await read_words(postgres.urls) == ["one"]

    after = json.loads(file.read_text())
    assert all(after[role] != before[role] for role in before)


def test_data_of_another_version_is_refused_and_left_as_it_was(empty: Path) -> None:
    (empty / "cluster").mkdir(parents=True)
    (empty / "cluster" / "PG_VERSION").write_text("17\n")

    with pytest.raises(DataFolderOfAnotherVersion) as refusal:
        EmbeddedPostgres(empty).start()

    assert "PostgreSQL 17" in str(refusal.value)
    assert "pg_dump" in str(refusal.value)
    assert [path.name for path in empty.rglob("*")] == ["cluster", "PG_VERSION"]


@pytest.mark.parametrize("file", ["cluster/base/1/1259", "PG_VERSION"])
def test_files_that_are_no_database_of_ours_are_refused(empty: Path, file: str) -> None:
    (empty / file).parent.mkdir(parents=True)
    (empty / file).write_text("18\n")

    with pytest.raises(DataFolderDamaged, match="Nothing was touched"):
        EmbeddedPostgres(empty).start()


def test_a_file_in_the_folders_place_is_named(empty: Path) -> None:
    empty.write_text("a letter")

    with pytest.raises(DataFolderNotAccessible, match="VIDYA_DATA_DIR"):
        EmbeddedPostgres(empty).start()


@needs_root
def test_a_cluster_given_to_root_is_refused_with_the_way_out(folder: Path) -> None:
    os.chown(folder / "cluster", 0, 0)

    with pytest.raises(DataFolderOfAnotherUser, match="chown -R"):
        EmbeddedPostgres(folder).start()


@needs_root
def test_a_full_disk_is_named_and_nothing_half_made_stays(small_disk: Path) -> None:
    with pytest.raises(DiskFull, match="No space left"):
        EmbeddedPostgres(small_disk / "postgres").start()

    assert not list((small_disk / "postgres").glob("new-*"))
    assert not (small_disk / "postgres" / "cluster").exists()


@needs_root
def test_a_disk_that_fills_up_later_is_named(small_disk: Path) -> None:
    remount(small_disk, "size=90m")
    with EmbeddedPostgres(small_disk / "postgres", settings=QUICK):
        pass
    fill(small_disk)

    with pytest.raises(DiskFull, match="Free some space"):
        EmbeddedPostgres(small_disk / "postgres", settings=QUICK).start()


@needs_root
def test_programs_on_a_disk_mounted_noexec_are_named(small_disk: Path) -> None:
    remount(small_disk, "size=90m,noexec")

    with pytest.raises(BinariesNotUsable, match="noexec"):
        binaries_for(account_for(), major=18, cache=small_disk)


def test_a_setting_that_postgresql_refuses_is_shown_in_its_own_words(folder: Path) -> None:
    with pytest.raises(PostgresDidNotStart, match="shared_buffers"):
        EmbeddedPostgres(folder, settings={"shared_buffers": "a lot"}).start()

    assert find_living_postmaster(folder / "cluster") is None


def test_after_a_refused_start_the_next_one_is_free_to_try(folder: Path) -> None:
    with pytest.raises(PostgresDidNotStart):
        EmbeddedPostgres(folder, settings={"work_mem": "a lot"}).start()

    with EmbeddedPostgres(folder, settings=QUICK) as postgres:
        assert postgres.is_running
