"""What `make`, its scripts and continuous integration promise to whoever types them."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted(ROOT.glob("scripts/*.sh"))
# All that the set-up calls before it has found a Python.
NEEDED_TO_LOOK_FOR_PYTHON = (
    "bash",
    "dirname",
    "sed",
    "cat",
    "sha256sum",
    "flock",
    "id",
    "mktemp",
    "rm",
)


def test_make_alone_lists_every_target_with_one_line() -> None:
    declared = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)

    printed = _run("make", cwd=ROOT).stdout

    listed = re.findall(r"^  make (\w+)\s+\S.*$", printed, re.MULTILINE)
    assert listed == declared[0].split()
    assert len(listed) == len(printed.splitlines())


def test_every_target_of_the_product_is_there() -> None:
    printed = _run("make", cwd=ROOT).stdout

    assert set(re.findall(r"make (\w+)", printed)) >= {
        "run", "test", "check", "bench", "evals", "lock",
    }  # fmt: skip


def test_continuous_integration_runs_the_checks_then_the_tests_and_says_how_they_ended(
    tmp_path: Path,
) -> None:
    make = tmp_path / "make"
    make.write_text('#!/bin/sh\necho "in $(pwd): $*"\nexit 7\n')
    make.chmod(0o755)

    ended = _run(str(ROOT / ".ci/run"), cwd=tmp_path, PATH=f"{tmp_path}:{os.defpath}")

    assert ended.stdout == f"in {ROOT}: check test\n"
    assert ended.returncode == 7


@pytest.mark.parametrize(
    ("offered", "sentence"),
    [
        ("Python 3.9.2", "This machine has Python 3.9.2"),
        (None, "There is no python3 on this machine."),
    ],
)
def test_a_machine_without_a_python_of_use_is_told_so_before_anything_is_made(
    tmp_path: Path, offered: str | None, sentence: str
) -> None:
    checkout = _checkout_of_the_set_up(tmp_path / "a school's checkout")
    programs = _programs(tmp_path / "bin", NEEDED_TO_LOOK_FOR_PYTHON)
    if offered:
        _old_python(programs / "python3", version=offered)

    ended = _run(str(checkout / "scripts/setup.sh"), "run", cwd=tmp_path, PATH=str(programs))

    assert ended.returncode == 1
    assert "Vidya needs Python 3.11 to 3.14." in ended.stderr
    assert sentence in ended.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="shellcheck is not installed")
def test_the_scripts_hold_to_the_rules_of_the_shell() -> None:
    ended = _run("shellcheck", "-x", *map(str, SCRIPTS), str(ROOT / ".ci/run"), cwd=ROOT)

    assert ended.stdout == ""
    assert ended.returncode == 0


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_opens_with_the_sentence_that_says_what_it_is_for(script: Path) -> None:
    lines = [line for line in script.read_text().splitlines() if not line.startswith("#!")]

    assert re.fullmatch(r"# [A-Z].*[.]", lines[0])


def _run(*command: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        env=_plain_environment() | env,
        text=True,
        capture_output=True,
        check=False,
    )


def _plain_environment() -> dict[str, str]:
    """Without what a `make` around these tests would tell the one inside them."""
    return {
        name: value
        for name, value in os.environ.items()
        if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    }


def _checkout_of_the_set_up(folder: Path) -> Path:
    shutil.copytree(ROOT / "scripts", folder / "scripts")
    for lock in ("pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / lock, folder)
    return folder


def _programs(folder: Path, names: tuple[str, ...]) -> Path:
    """A folder for PATH that holds these programs and no others."""
    folder.mkdir()
    for name in names:
        found = shutil.which(name)
        assert found, name
        (folder / name).symlink_to(found)
    return folder


def _old_python(path: Path, *, version: str) -> None:
    path.write_text(f'#!/bin/sh\n[ "$1" = -V ] && echo "{version}"\n')
    path.chmod(0o755)
