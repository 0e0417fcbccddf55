"""Who may look after the facts: user ids of ADMIN_IDS, in their private chat. Others get nothing."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.ext import BaseHandler, CommandHandler, filters

from bot.context import Context
from bot.handlers.basics import unknown_command
from bot.replies import is_private, toast
from bot.settings import Settings

log = logging.getLogger(__name__)

COMMANDS = (
    "reload", "undo", "inbox", "addfact", "drafts", "facts", "find", "forgetfact", "preview", "stats",
    "export", "backup", "log", "cancel",
)  # fmt: skip
"""The commands of administrators."""


def allowed(settings: Settings) -> filters.BaseFilter:
    """Return what lets through new messages of administrators in private; nobody's where none are named."""
    return filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & filters.User(settings.admin_ids)


def is_admin(update: Update, context: Context) -> bool:
    """Whether an update comes from an administrator in their private chat."""
    user = update.effective_user
    return bool(user and user.id in context.services.settings.admin_ids and is_private(update))


async def may_press(update: Update, context: Context) -> bool:
    """Whether whoever pressed a button may; if not, they get what everybody gets for an unknown button."""
    if is_admin(update, context):
        return True
    user = update.effective_user
    log.warning("a button of administrators was refused", extra={"user": user.id if user else None})
    await toast(update, context, "button.old", alert=True)
    return False


async def refuse(update: Update, context: Context) -> None:
    """Treat a command of administrators as one that there is not, and log who tried."""
    user, message = update.effective_user, update.effective_message
    command = (message.text or "").split(maxsplit=1)[0][:20] if message else ""
    log.warning(
        "a command of administrators was refused",
        extra={"user": user.id if user else None, "command": command},
    )
    await unknown_command(update, context)


def refused() -> list[BaseHandler[Update, Context, None]]:
    """Return what takes the commands of administrators from everybody else."""
    return [CommandHandler(list(COMMANDS), refuse, filters.UpdateType.MESSAGE)]
