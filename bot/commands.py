"""What Telegram shows of the bot: its commands per audience and language, its name and descriptions."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Awaitable, Callable

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.context import Services
from knowledge import LANGUAGES, Language

log = logging.getLogger(__name__)

GAMES = ("trivia", "stop", "skip", "leaderboard", "me", "daily", "settings")
PRIVATE = ("ask", "matches", *GAMES, "language", "help", "about", "privacy", "forget")
GROUP = ("ask", "matches", *GAMES, "language", "help")
ADMIN = (
    *PRIVATE, "inbox", "addfact", "drafts", "facts", "find", "forgetfact", "preview", "reload", "undo", "log",
    "stats", "export", "backup", "cancel",
)  # fmt: skip
SHOWN_LANGUAGES: tuple[tuple[str | None, Language], ...] = (
    (None, "en"),
    *((code, code) for code in LANGUAGES[1:]),
)
"""English for everybody, and each other language for those whose app speaks it."""


async def publish(bot: ExtBot[None], services: Services) -> None:
    """Tell Telegram what has changed since the last time (it limits how often a name may be set)."""
    texts = services.texts
    for code, language in SHOWN_LANGUAGES:
        scopes = ((PRIVATE, BotCommandScopeAllPrivateChats()), (GROUP, BotCommandScopeAllGroupChats()))
        for names, scope in scopes:
            await _publish_commands(bot, services, names, scope, code, language)
        for part, call in _profile(bot, code):
            text = texts.plain(language, f"profile.{part}")
            await _once(services, f"{part}:{code}", text, lambda call=call, text=text: call(text))  # type: ignore[misc]
    for admin in sorted(services.settings.admin_ids):
        if services.store.chats.is_active(admin):
            await publish_for_admin(bot, services, admin)


async def publish_for_admin(bot: ExtBot[None], services: Services, admin: int) -> None:
    """Show an administrator the commands that only they have; their chat must be open."""
    for code, language in SHOWN_LANGUAGES:
        await _publish_commands(bot, services, ADMIN, BotCommandScopeChat(admin), code, language)


def _profile(
    bot: ExtBot[None], code: str | None
) -> tuple[tuple[str, Callable[[str], Awaitable[object]]], ...]:
    return (
        ("name", lambda text: bot.set_my_name(text, language_code=code)),
        ("short", lambda text: bot.set_my_short_description(text, language_code=code)),
        ("description", lambda text: bot.set_my_description(text, language_code=code)),
    )


async def _publish_commands(
    bot: ExtBot[None], services: Services, names: tuple[str, ...], scope: BotCommandScope, code: str | None,
    language: Language,
) -> None:  # fmt: skip
    commands = [BotCommand(name, services.texts.plain(language, f"commands.{name}")) for name in names]
    key = f"commands:{scope.to_json()}:{code}"
    await _once(
        services, key, repr([c.to_dict() for c in commands]),
        lambda: bot.set_my_commands(commands, scope=scope, language_code=code),
    )  # fmt: skip


async def _once(services: Services, key: str, content: str, call: Callable[[], Awaitable[object]]) -> None:
    """Make a call unless it was made with the same content before; a refusal is tried at the next start."""
    key = f"{key}@{services.settings.telegram_api_url}"
    digest = hashlib.sha256(content.encode()).hexdigest()
    if services.store.sends.published(key) == digest:
        return
    try:
        await call()
        services.store.sends.publish(key, digest)
    except TelegramError as error:
        log.warning("not published", extra={"what": key, "error": error.message[:100]})
    except sqlite3.OperationalError as error:
        log.warning("published, but not noted", extra={"what": key, "error": str(error)})
