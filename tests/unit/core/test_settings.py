"""Settings: every one is written down, and a wrong one is named with what it may be."""

from pathlib import Path

import pytest

from vidya.core.settings import SettingsNotUnderstood, load_settings, setting_names

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_setting_stands_in_the_example_with_its_meaning() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    named = [line.lstrip("#").partition("=")[0] for line in example if "=" in line]

    assert named == list(setting_names())
    assert all(f"# {meaning}" in example for meaning in setting_names().values())
    assert all(setting_names().values())


def test_a_typo_names_the_setting_that_was_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIDYA_PROT", "8001")

    with pytest.raises(SettingsNotUnderstood, match=r"no setting VIDYA_PROT.*VIDYA_PORT"):
        load_settings()


def test_a_typo_in_the_file_is_named_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("export VIDYA_LLM__MODLE=tiny\n", encoding="utf-8")

    with pytest.raises(SettingsNotUnderstood, match="VIDYA_LLM__MODEL"):
        load_settings()


def test_a_value_that_cannot_be_says_what_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIDYA_PORT", "eighty")

    with pytest.raises(SettingsNotUnderstood, match=r"VIDYA_PORT.*integer.*'eighty'"):
        load_settings()


def test_a_secret_that_cannot_be_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIDYA_LLM__BASE_URL", "name:hidden@host")

    with pytest.raises(SettingsNotUnderstood) as told:
        load_settings()

    assert "VIDYA_LLM__BASE_URL" in str(told.value)
    assert "hidden" not in str(told.value)


def test_nested_settings_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIDYA_VOICE__HOLD_SECONDS", "3")
    monkeypatch.setenv("VIDYA_ROLES", '["web"]')

    settings = load_settings()

    assert settings.voice.hold_seconds == 3
    assert settings.roles == {"web"}
