"""The one place where errors of handlers end: they are logged, and the turn is told."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.error import Forbidden, NetworkError

from bot.context import Context

log = logging.getLogger(__name__)


async def note(update: object, context: Context) -> None:
    """Log what went wrong by the update's id, and leave to the turn whether it is tried again."""
    error = context.error
    if not isinstance(error, Exception):
        return
    context.turn.error = error
    number = update.update_id if isinstance(update, Update) else None
    if isinstance(error, Forbidden):
        log.info("the chat is gone", extra={"update": number})
    elif type(error) is NetworkError:
        log.warning("no way to Telegram", extra={"update": number})
    else:
        log.error("a handler failed", exc_info=error, extra={"update": number})
