"""/reload, in private, for those whose user ids are in ADMIN_IDS; for all others there is no such command."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, filters

from bot.context import Context
from bot.replies import language_of, say, send
from bot.settings import Settings
from bot.texts import Texts
from knowledge import Language, Report

log = logging.getLogger(__name__)

MOST_LINES = 15
"""Mistakes or ids shown in one message."""
LONGEST_LINE = 180


async def reload(update: Update, context: Context) -> None:
    """Build the facts anew beside the old ones, and say what changed or every mistake with its place."""
    services = context.services
    await say(update, context, "reload.begun")
    report = await services.facts.reload()
    log.info("reload", extra={"ok": report.ok, "mistakes": len(report.mistakes)})
    await send(update, context, describe(report, services.texts, language_of(update, services)))


def describe(report: Report, texts: Texts, language: Language) -> str:
    """Return a report as HTML."""
    key = "reload.failed" if not report.ok else "reload.done"
    changes = (("added", report.added), ("changed", report.changed), ("removed", report.removed))
    if report.ok and not any(ids for _, ids in changes):
        key = "reload.unchanged"
    lines = [texts(language, key, facts=report.counts.get("facts", 0))]
    if report.ok:
        for name, ids in changes:
            if ids:
                shown = ", ".join(ids[:5]) + (" …" if len(ids) > 5 else "")
                lines.append(texts(language, f"reload.{name}", count=len(ids), ids=shown))
    mistakes = [str(m) for m in report.mistakes if report.ok == m.warning]
    lines += [
        texts(language, "reload.mistake", mistake=line[:LONGEST_LINE]) for line in mistakes[:MOST_LINES]
    ]
    if len(mistakes) > MOST_LINES:
        lines.append(texts(language, "reload.more", count=len(mistakes) - MOST_LINES))
    return "\n".join(lines)


def handlers(settings: Settings) -> list[BaseHandler[Update, Context, None]]:
    """Return the commands of administrators; without any, there are none."""
    if not settings.admin_ids:
        return []
    allowed = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & filters.User(settings.admin_ids)
    return [CommandHandler("reload", reload, allowed)]
