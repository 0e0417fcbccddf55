"""Every setting the bot reads, from the environment or a `.env` file; nothing else reads the environment."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Literal, get_args
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from knowledge import Language

# python-telegram-bot 22 warns at each flood error until its users choose between numbers and timedeltas.
os.environ.setdefault("PTB_TIMEDELTA", "1")

TELEGRAM_API = "https://api.telegram.org"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
# Bot API, setWebhook: "1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed".
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")


class SettingsError(Exception):
    """Some settings are wrong; `mistakes` holds one line for each."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class Settings(BaseSettings):
    """The settings, checked. Names in the environment are the fields' names in capitals."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True)

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = TELEGRAM_API
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    data_dir: Path = Path("data")
    default_language: Language = "en"
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: str = "127.0.0.1:8443"
    playground_listen: str = "127.0.0.1:8080"
    health_listen: str | None = None
    trivia_seconds: Annotated[int, Field(ge=5, le=600)] = 20
    log_level: LogLevel = "INFO"
    log_format: Literal["text", "json"] = "text"

    @field_validator("telegram_bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("does not look like a token of @BotFather (123456:ABC...)")
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        wrong = [part for part in parts if not re.fullmatch(r"[1-9]\d{0,15}", part)]
        if wrong:
            raise ValueError(f"{', '.join(wrong)}: not a user id; write numbers separated by commas")
        return frozenset(int(part) for part in parts)

    @field_validator("telegram_api_url", "webhook_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("not an address; write one such as https://example.org")
        return value.rstrip("/")

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("1-256 letters, digits, _ and - are allowed")
        return value

    @field_validator("webhook_listen", "playground_listen", "health_listen")
    @classmethod
    def _listen(cls, value: str | None) -> str | None:
        if value is None or value.lower() == "off":
            return None
        host, _, port = value.rpartition(":")
        if not host or not port.isdigit() or not 0 <= int(port) <= 65535:
            raise ValueError("write address:port, such as 127.0.0.1:8443")
        return value

    @field_validator("log_level", "log_format", "default_language", mode="before")
    @classmethod
    def _any_case(cls, value: object, info: object) -> object:
        if not isinstance(value, str):
            return value
        return value.upper() if value.upper() in get_args(LogLevel) else value.lower()

    @model_validator(mode="after")
    def _together(self) -> Settings:
        if self.webhook_url and self.webhook_listen is None:
            raise ValueError("WEBHOOK_LISTEN: needed because WEBHOOK_URL is set")
        if self.webhook_url and self.api_is_telegram and not self.webhook_url.startswith("https://"):
            raise ValueError("WEBHOOK_URL: Telegram delivers to https:// only")
        return self

    @property
    def api_is_telegram(self) -> bool:
        """Whether updates come from Telegram's own servers."""
        return self.telegram_api_url == TELEGRAM_API

    @property
    def api_is_local(self) -> bool:
        """Whether the Bot API answers on this machine (the playground, a stand-in, a server of one's own)."""
        return urlsplit(self.telegram_api_url).hostname in LOOPBACK

    @property
    def token(self) -> str:
        """The bot's token; empty where none is set."""
        return self.telegram_bot_token.get_secret_value() if self.telegram_bot_token else ""

    @property
    def state_path(self) -> Path:
        """The file of chats, inbox and everything else that must survive a restart."""
        return self.data_dir / "state.sqlite"


def split_listen(value: str) -> tuple[str, int]:
    """Return host and port of a checked `host:port`."""
    host, _, port = value.rpartition(":")
    return host.strip("[]"), int(port)


def load(env_file: Path | None = Path(".env")) -> Settings:
    """Read and check the settings; the environment wins over `env_file`.

    Raises SettingsError with one line per mistake.
    """
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]  # the plugin knows it, mypy does not
    except ValidationError as error:
        raise SettingsError([_line(dict(item)) for item in error.errors()]) from None


def child_environment(**settings: str) -> dict[str, str]:
    """Return the environment of a process to start, with `settings` (names in capitals) in it."""
    return {**os.environ, **settings}


def _line(item: dict[str, object]) -> str:
    """One mistake as `NAME: what is wrong`, never with the value, which may be a secret."""
    place, message = item["loc"], str(item["msg"]).removeprefix("Value error, ")
    name = str(place[0]).upper() if isinstance(place, tuple) and place else ""
    return f"{name}: {message}" if name else message
