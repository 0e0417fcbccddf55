"""The bot's own sentences, and its logs."""

from __future__ import annotations

import json
import logging
import re
import string
from pathlib import Path

import pytest

from bot import commands
from bot.logs import Formatter, set_up
from bot.texts import Texts

TEXTS = Texts()
BOT = Path(__file__).parents[2] / "bot"
# Telegram, "Formatting options" and the limits of setMyName, setMyDescription, setMyCommands.
TAGS = re.compile(r"</?(b|i|code)>")


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_sentences_and_placeholders() -> None:
    assert TEXTS.keys("en") == TEXTS.keys("it")
    for key in TEXTS.keys("en"):
        assert fields(TEXTS._texts["en"][key]) == fields(TEXTS._texts["it"][key]), key


@pytest.mark.parametrize("language", ["en", "it"])
def test_every_sentence_fits_where_telegram_shows_it(language: str) -> None:
    for key, text in TEXTS._texts[language].items():  # type: ignore[index]
        assert "<" not in TAGS.sub("", text), key
        if key.startswith("commands."):
            assert 1 <= len(text) <= 256
        if key.startswith("button."):
            assert len(text) <= 200
    assert len(TEXTS._texts[language]["profile.name"]) <= 64  # type: ignore[index]
    assert len(TEXTS._texts[language]["profile.short"]) <= 120  # type: ignore[index]
    assert len(TEXTS._texts[language]["profile.description"]) <= 512  # type: ignore[index]


def test_every_sentence_is_used() -> None:
    source = "\n".join(path.read_text() for path in BOT.rglob("*.py"))
    used = {key for key in TEXTS.keys("en") if f'"{key}"' in source}
    families = {"commands", "profile", "reload", "language", "field", "kind", "kinds", "choice", "why"}
    families |= {"action", "write", "inbox", "draft", "pictures"}
    assert {key for key in TEXTS.keys("en") - used if key.split(".")[0] not in families} == set()


def test_every_published_command_is_described_and_told_in_the_help() -> None:
    for name in {*commands.PRIVATE, *commands.GROUP, *commands.ADMIN}:
        assert f"commands.{name}" in TEXTS.keys("en")
    for language in ("en", "it"):
        shown = TEXTS(language, "help.private", name="x")  # type: ignore[arg-type]
        assert all(f"/{name}" in shown for name in commands.PRIVATE if name != "help")


def test_what_is_filled_in_is_escaped() -> None:
    assert "&lt;b&gt;" in TEXTS("en", "reload.mistake", mistake="<b>")


@pytest.mark.parametrize("style", ["text", "json"])
def test_a_log_line_holds_neither_the_token_nor_the_words_of_an_error(style: str) -> None:
    token = "123456:" + "s" * 30
    try:
        raise ValueError("what somebody wrote")
    except ValueError as error:
        record = logging.LogRecord(
            "bot", logging.ERROR, "x", 1, f"at /bot{token}/", (), (ValueError, error, None)
        )
    record.update = 7
    line = Formatter(style, token).format(record)
    assert token not in line
    assert "what somebody wrote" not in line
    assert "ValueError" in line
    if style == "json":
        assert json.loads(line)["update"] == 7
    else:
        assert "update=7" in line


def test_libraries_that_log_addresses_are_kept_quiet() -> None:
    before = logging.getLogger().handlers[:], logging.getLogger().level
    try:
        set_up("DEBUG", "json", "")
        assert not logging.getLogger("telegram.Bot").isEnabledFor(logging.INFO)
        assert not logging.getLogger("aiohttp.access").isEnabledFor(logging.INFO)
    finally:
        logging.getLogger().handlers[:] = before[0]
        logging.getLogger().setLevel(before[1])
