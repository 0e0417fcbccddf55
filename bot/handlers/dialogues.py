"""What dialogues share: whose text is awaited, buttons that know their step, and /cancel."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import BaseHandler, CommandHandler, filters

from bot.context import Context, Services
from bot.replies import say, toast
from bot.state.drafts import Dialogue

Button = tuple[str, str]
"""A button: its label and its callback data."""


class Awaited(filters.UpdateFilter):
    """Lets through what comes from a person in a dialogue of a kind, at a step that awaits words."""

    def __init__(self, services: Services, kind: str, without: Sequence[str] = ()) -> None:
        super().__init__(f"Awaited({kind})")
        self._services = services
        self._kind = kind
        self._without = without

    def filter(self, update: Update) -> bool:
        """Return whether the sender is asked for words."""
        user = update.effective_user
        dialogue = self._services.store.dialogues.of(user.id) if user else None
        return bool(dialogue and dialogue.kind == self._kind and dialogue.step not in self._without)


def words(
    services: Services, only: filters.BaseFilter, kind: str, without: Sequence[str] = ()
) -> filters.BaseFilter:
    """Return the filter of the text that a dialogue awaits; commands and forwarded posts are none."""
    return only & filters.TEXT & ~filters.COMMAND & ~filters.FORWARDED & Awaited(services, kind, without)


def mine(update: Update, context: Context, kind: str) -> Dialogue | None:
    """Return the sender's dialogue where it is of a kind."""
    user = update.effective_user
    dialogue = context.store.dialogues.of(user.id) if user else None
    return dialogue if dialogue and dialogue.kind == kind else None


async def pressed(update: Update, context: Context, kind: str) -> tuple[Dialogue, str] | None:
    """Return the dialogue of a pressed button `a:<letter>:<stamp>:<what>` and `what`; None for an old one."""
    query = update.callback_query
    parts = ((query.data or "") if query else "").split(":", 3)
    dialogue = mine(update, context, kind)
    if dialogue is None or len(parts) != 4 or parts[2] != str(dialogue.stamp):
        await toast(update, context, "button.old", alert=True)
        return None
    await toast(update, context)
    return dialogue, parts[3]


def keyboard(rows: Sequence[Sequence[Button]]) -> InlineKeyboardMarkup:
    """Return a keyboard of rows of buttons; empty rows are left out."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows if row]
    )


async def cancel(update: Update, context: Context) -> None:
    """End what the sender is in the middle of; nothing is changed."""
    user = update.effective_user
    assert user is not None
    dialogue = context.store.dialogues.of(user.id)
    if dialogue is None:
        await say(update, context, "dialogue.nothing")
        return
    context.turn.keep(context.store.dialogues.end, user.id)
    await say(update, context, "dialogue.cancelled")


def handlers(only: filters.BaseFilter) -> list[BaseHandler[Update, Context, None]]:
    """Return /cancel."""
    return [CommandHandler("cancel", cancel, only)]
