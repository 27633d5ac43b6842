"""What is installed is pinned, hashed, and says nothing about where it comes from."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

ROOT = Path(__file__).parents[2]
TO_RUN = ROOT / "requirements.lock"
TO_TEST = ROOT / "requirements-dev.lock"
TO_INSTALL = ROOT / "scripts" / "uv.lock.txt"
LOCKS = [
    pytest.param(lock, id=str(lock.relative_to(ROOT))) for lock in (TO_RUN, TO_TEST, TO_INSTALL)
]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())

_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}(?= |$)")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index(lock: Path) -> None:
    text = lock.read_text()

    assert not re.search(r"https?://|index-url|find-links|trusted-host", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_of_a_lock_has_hashes(lock: Path) -> None:
    lines = _requirement_lines(lock)

    unhashed = [line for line in lines if not _HASH.search(line)]

    assert lines
    assert unhashed == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_one_exact_version(lock: Path) -> None:
    pins = _pins(lock)

    inexact = [str(pin) for pin in pins if not re.fullmatch(r"==[^*,]+", str(pin.specifier))]

    assert inexact == []


def test_the_lock_to_run_holds_all_that_vidya_depends_on() -> None:
    wanted = PROJECT["project"]["dependencies"]

    assert _unmet(wanted, TO_RUN) == []


def test_the_lock_to_test_holds_the_tools_too() -> None:
    wanted = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]

    assert _unmet(wanted, TO_TEST) == []


def test_vidya_is_tested_with_the_versions_that_it_runs_with() -> None:
    tested = {str(pin) for pin in _pins(TO_TEST)}

    untested = [str(pin) for pin in _pins(TO_RUN) if str(pin) not in tested]

    assert untested == []


def test_vidya_is_built_by_the_pinned_uv_itself() -> None:
    """Then building it fetches nothing: uv calls its own copy of the build backend."""
    build = PROJECT["build-system"]
    requirement = Requirement(build["requires"][0])

    assert build["build-backend"] == "uv_build"
    assert len(build["requires"]) == 1
    assert _unmet([f"uv{requirement.specifier}"], TO_INSTALL) == []


def _unmet(wanted: Iterable[str], lock: Path) -> list[str]:
    """The requirements that no pin of the lock meets."""
    versions = {canonicalize_name(pin.name): _version(pin) for pin in _pins(lock)}
    return [
        requirement
        for requirement in wanted
        if not _meets(Requirement(requirement), versions=versions)
    ]


def _meets(requirement: Requirement, *, versions: dict[NormalizedName, str]) -> bool:
    version = versions.get(canonicalize_name(requirement.name))
    return version is not None and requirement.specifier.contains(version, prereleases=True)


def _version(pin: Requirement) -> str:
    return str(pin.specifier).removeprefix("==")


def _pins(lock: Path) -> list[Requirement]:
    return [Requirement(line.partition(" --hash")[0]) for line in _requirement_lines(lock)]


def _requirement_lines(lock: Path) -> list[str]:
    """Each requirement with its hashes on one line."""
    lines = lock.read_text().replace("\\\n", "").splitlines()
    return [" ".join(line.split()) for line in lines if line and not line.lstrip().startswith("#")]
