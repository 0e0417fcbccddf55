"""Settings: what is wrong stops the start, with one line a mistake and no secret in it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load, split_listen
from tests.bot.standin import TOKEN

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_without_settings_the_defaults_of_the_readme_hold() -> None:
    settings = load(None)
    assert settings.token == ""
    assert settings.admin_ids == frozenset()
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert (settings.default_language, settings.log_format, settings.trivia_seconds) == ("en", "text", 20)


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / ".env"
    file.write_text(f"ADMIN_IDS=1, 2,\nDEFAULT_LANGUAGE=IT\nTELEGRAM_BOT_TOKEN={TOKEN}\nOTHER=x\nDATA_DIR=\n")
    monkeypatch.setenv("ADMIN_IDS", "3")
    settings = load(file)
    assert settings.admin_ids == {3}
    assert settings.default_language == "it"
    assert settings.token == TOKEN
    assert settings.data_dir == Path("data")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "secret-nonsense"), ("ADMIN_IDS", "12,abc"), ("ADMIN_IDS", "-5"),
        ("TELEGRAM_API_URL", "telegram"), ("WEBHOOK_URL", "ftp://x"), ("WEBHOOK_SECRET", "no spaces allowed"),
        ("WEBHOOK_LISTEN", "8443"), ("HEALTH_LISTEN", "127.0.0.1:99999"), ("DEFAULT_LANGUAGE", "de"),
        ("LOG_LEVEL", "LOUD"), ("LOG_FORMAT", "xml"), ("TRIVIA_SECONDS", "3"), ("TRIVIA_SECONDS", "many"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_one_line_with_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load(None)
    (mistake,) = caught.value.mistakes
    assert mistake.startswith(f"{name}: ")
    assert "secret-nonsense" not in mistake


def test_all_mistakes_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMIN_IDS", "x")
    monkeypatch.setenv("LOG_FORMAT", "xml")
    with pytest.raises(SettingsError) as caught:
        load(None)
    assert len(caught.value.mistakes) == 2


def test_telegram_delivers_to_https_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "http://example.org/hook")
    with pytest.raises(SettingsError, match="WEBHOOK_URL: Telegram delivers to https"):
        load(None)


def test_every_setting_stands_in_the_example_with_a_value_that_passes() -> None:
    text = (ROOT / ".env.example").read_text()
    names = re.findall(r"^([A-Z_]+)=", text, re.M)
    assert set(names) == {name.upper() for name in Settings.model_fields}
    load(ROOT / ".env.example")
    assert len(re.findall(r"^# .*\n(?:# .*\n)*[A-Z_]+=", text, re.M)) == len(names)


def test_addresses_are_split() -> None:
    assert split_listen("127.0.0.1:80") == ("127.0.0.1", 80)
    assert split_listen("[::1]:80") == ("::1", 80)


@pytest.mark.process
def test_the_program_ends_with_the_mistakes_and_status_one(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot"], capture_output=True, text=True, check=False, cwd=ROOT,
        env={"ADMIN_IDS": "x", "LOG_LEVEL": "y", "DATA_DIR": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 1
    assert "ADMIN_IDS: x" in done.stderr
    assert "LOG_LEVEL: " in done.stderr
    assert "Traceback" not in done.stderr
