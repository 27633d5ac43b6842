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


def test_the_example_gives_the_values_that_are_in_force_without_it(
    tmp_path: Path,
) -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8").replace("#VIDYA_", "VIDYA_")
    without = load_settings()

    (tmp_path / ".env").write_text(example, encoding="utf-8")

    assert load_settings() == without


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
    monkeypatch.setenv("vidya_llm__model", "tiny")

    settings = load_settings()

    assert settings.voice.hold_seconds == 3
    assert settings.llm.model == "tiny"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("web", {"web"}),
        ("worker", {"worker"}),
        ("web,worker", {"web", "worker"}),
        (" web , worker ", {"web", "worker"}),
        ('["web"]', {"web"}),
        ('["web", "worker"]', {"web", "worker"}),
    ],
)
def test_roles_are_written_with_commas_or_as_a_list(
    monkeypatch: pytest.MonkeyPatch, written: str, meant: set[str]
) -> None:
    monkeypatch.setenv("VIDYA_ROLES", written)

    assert load_settings().roles == meant


@pytest.mark.parametrize("written", ["wbe", "[]", "web;worker", '["web", 7]'])
def test_roles_that_are_none_name_those_there_are(
    monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setenv("VIDYA_ROLES", written)

    with pytest.raises(SettingsNotUnderstood, match=r"VIDYA_ROLES \(.*web, worker, or both"):
        load_settings()


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("VIDYA_PORT", "70000", "less than or equal to 65535, not '70000'"),
        ("VIDYA_LOG_FORMAT", "xml", "'text' or 'json', not 'xml'"),
        ("VIDYA_SIMULATOR", "maybe", "a valid boolean.*not 'maybe'"),
        ("VIDYA_LLM__FIRST_TOKEN_SECONDS", "soon", "a valid number.*not 'soon'"),
        ("VIDYA_VOICE__CONFIRM_BELOW", "nan", "less than or equal to 1, not 'nan'"),
        ("VIDYA_WORKER__BACKGROUND", "0", "greater than or equal to 2, not '0'"),
        ("VIDYA_PUBLIC_URL", "tutor.in", "must start with https://, not what was given"),
    ],
)
def test_each_wrong_value_is_named_with_what_may_be(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsNotUnderstood, match=rf"^{name} \(.+\): .*{told}\.$"):
        load_settings()


def test_every_wrong_value_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIDYA_PORT", "eighty")
    monkeypatch.setenv("VIDYA_LOG_LEVEL", "loud")

    with pytest.raises(SettingsNotUnderstood, match=r"(?s)VIDYA_PORT.*VIDYA_LOG_LEVEL"):
        load_settings()


def test_an_empty_value_is_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIDYA_PORT", "")

    assert load_settings().port == 8000


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"VIDYA_PORT=8001\n\xff\xfe")

    with pytest.raises(SettingsNotUnderstood, match=r"\.env cannot be read"):
        load_settings()


def test_names_in_the_file_that_are_not_ours_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "# VIDYA_PROT=1\n\nPOSTGRES_USER=me\nexport VIDYA_PORT=8001\n", encoding="utf-8"
    )

    assert load_settings().port == 8001


def test_no_secret_is_in_the_settings_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = {
        "VIDYA_SECRET_KEY": "ab" * 32,
        "VIDYA_DATABASE_URL": "postgresql://vidya_app:hidden@db/vidya",
        "VIDYA_DATABASE_OWNER_URL": "postgresql://vidya_owner:hidden@db/vidya",
        "VIDYA_DATABASE_ACROSS_URL": "postgresql://vidya_across:hidden@db/vidya",
        "VIDYA_DATABASE_DIRECT_URL": "postgresql://vidya_app:hidden@db/vidya",
        "VIDYA_LLM__API_KEY": "sk-hidden",
        "VIDYA_TWILIO__AUTH_TOKEN": "hidden",
    }
    for name, value in secrets.items():
        monkeypatch.setenv(name, value)

    settings = load_settings()

    printed = f"{settings!r} {settings} {settings.model_dump_json()}"
    assert not [value for value in secrets.values() if value in printed]
    assert "hidden" not in printed
