"""`python -m bot check`: in one screen what is configured, reachable and wrong."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from rich.console import Console
from rich.table import Table
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.settings import Settings
from bot.state import Store
from bot.transport import Transport
from knowledge import check as check_facts

Line = tuple[str, bool, str]


async def check(settings: Settings, console: Console | None = None) -> bool:
    """Print one line a thing; return whether all is well."""
    lines = [*_settings(settings), _state(settings), _facts(settings.data_dir), *await _telegram(settings)]
    table = Table(box=None, show_header=False)
    for name, good, text in lines:
        table.add_row("[green]ok[/]" if good else "[red]wrong[/]", name, text)
    (console or Console()).print(table)
    return all(good for _, good, _ in lines)


def _settings(settings: Settings) -> list[Line]:
    intake = f"webhook {settings.webhook_url}" if settings.webhook_url else "polling"
    admins = ", ".join(map(str, sorted(settings.admin_ids))) or "none: /start shows your id"
    return [
        ("token", True, "set" if settings.token else "none: the playground is used"),
        ("Bot API", True, f"{settings.telegram_api_url}, {intake}"),
        ("administrators", True, admins),
        ("data folder", True, str(settings.data_dir.resolve())),
    ]


def _state(settings: Settings) -> Line:
    if not settings.state_path.exists():
        return "state", True, "not yet there"
    try:
        store = Store(settings.state_path)
    except sqlite3.Error as error:
        return "state", False, str(error)
    try:
        found = store.check()
        waiting, parked = len(store.inbox.waiting()), store.inbox.parked()
        text = f"{found}; {waiting} updates wait, {len(parked)} were given up"
        if parked:
            text += ": " + ", ".join(f"{update} ({reason})" for update, reason in parked[-5:])
        return "state", found == "ok" and not parked, text
    finally:
        store.close()


def _facts(folder: Path) -> Line:
    report = check_facts(folder)
    mistakes = [str(m) for m in report.mistakes if not m.warning]
    text = (
        "; ".join(mistakes[:5])
        or f"{report.counts.get('facts', 0)} facts, {report.counts.get('matches', 0)} matches"
    )
    return "facts", report.ok, text


async def _telegram(settings: Settings) -> list[Line]:
    if not settings.token:
        return []
    url = settings.telegram_api_url
    bot = Bot(settings.token, base_url=f"{url}/bot", request=Transport(), get_updates_request=Transport())
    try:
        async with bot:
            hook = await bot.get_webhook_info()
            me = bot.bot
            lines = [("Telegram", True, f"@{me.username}, {hook.pending_update_count} updates wait there")]
            lines.append(
                (
                    "inline mode",
                    bool(me.supports_inline_queries),
                    "on" if me.supports_inline_queries else "off: /setinline at @BotFather",
                )
            )
            if hook.last_error_message:
                lines.append(("webhook", False, hook.last_error_message))
            if hook.url != (settings.webhook_url or ""):
                lines.append(("webhook", True, "will be changed at start"))
            return lines
    except InvalidToken:
        return [("Telegram", False, "refuses TELEGRAM_BOT_TOKEN; ask @BotFather for it")]
    except TelegramError as error:
        return [("Telegram", False, f"cannot be reached ({type(error).__name__})")]
