"""The secret key: made once, kept for its owner alone, and named when it cannot be used."""

import multiprocessing
import os
from pathlib import Path

import pytest
from pydantic import SecretStr

from vidya.app.secret import SecretKeyNotUsable, load_keys
from vidya.core.settings import Settings

NUMBER = "+919876543210"


def test_the_first_start_makes_a_key_and_the_next_finds_it(tmp_path: Path) -> None:
    first = load_keys(_settings(tmp_path / "new" / "data"))
    again = load_keys(_settings(tmp_path / "new" / "data"))

    assert first.lookup_hash(NUMBER) == again.lookup_hash(NUMBER)


def test_two_folders_have_two_keys(tmp_path: Path) -> None:
    first, second = (load_keys(_settings(tmp_path / name)) for name in "ab")

    assert first.lookup_hash(NUMBER) != second.lookup_hash(NUMBER)


def test_the_key_is_for_its_owner_alone_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    load_keys(_settings(tmp_path))

    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o077 == 0


def test_what_a_killed_first_start_left_does_not_keep_the_next_from_it(tmp_path: Path) -> None:
    """In a container the next process has the number of the one before."""
    (tmp_path / f"secret.{os.getpid()}").write_text("ab", encoding="ascii")

    assert load_keys(_settings(tmp_path)).lookup_hash(NUMBER)


def test_many_first_starts_at_once_agree_on_one_key(tmp_path: Path) -> None:
    with multiprocessing.get_context("fork").Pool(4) as pool:
        hashes = pool.map(_hash_in, [tmp_path] * 8)

    assert len(set(hashes)) == 1


def test_a_key_that_is_set_wins_over_the_folder(tmp_path: Path) -> None:
    load_keys(_settings(tmp_path))
    given = Settings(data_dir=tmp_path, secret_key=SecretStr("ab" * 32), _env_file=None)

    assert load_keys(given).lookup_hash(NUMBER) != load_keys(_settings(tmp_path)).lookup_hash(
        NUMBER
    )


@pytest.mark.parametrize("written", ["", "ab", "ab" * 31, "ab" * 33, "xy" * 32])
def test_a_key_that_cannot_be_names_the_setting_and_is_not_shown(
    tmp_path: Path, written: str
) -> None:
    settings = Settings(data_dir=tmp_path, secret_key=SecretStr(written), _env_file=None)

    with pytest.raises(SecretKeyNotUsable, match="VIDYA_SECRET_KEY must hold 64") as told:
        load_keys(settings)

    assert not written or written not in str(told.value)


@pytest.mark.parametrize("written", [b"", b"ab\n", b"\xff\xfe" * 40])
def test_a_file_that_holds_no_key_is_named_and_left_as_it_is(
    tmp_path: Path, written: bytes
) -> None:
    file = tmp_path / "secret.key"
    file.write_bytes(written)

    with pytest.raises(SecretKeyNotUsable, match=r"secret\.key must hold 64"):
        load_keys(_settings(tmp_path))

    assert file.read_bytes() == written


def _settings(folder: Path) -> Settings:
    return Settings(data_dir=folder, _env_file=None)


def _hash_in(folder: Path) -> bytes:
    return load_keys(_settings(folder)).lookup_hash(NUMBER)
