"""The buttons under match cards and answers: timeline, comparison, finishes, the way through a cup."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup, Update
from telegram.ext import BaseHandler, CallbackQueryHandler

from bot.buttons import find_match
from bot.context import Context
from bot.picture_buttons import find_picture, rematch, to_compare, under
from bot.replies import language_of, send, toast
from bot.showing import caption_of, record_of, show


async def press_picture(update: Update, context: Context) -> None:
    """Send the picture behind a button."""
    query, services = update.callback_query, context.services
    assert query is not None
    language = language_of(update, services)
    await _send(update, context, find_picture(services.facts.current, query.data or "", language))


async def press_compare(update: Update, context: Context) -> None:
    """Compare a match with the other one of the same clubs, or ask which one is meant."""
    query, services = update.callback_query, context.services
    assert query is not None
    language, knowledge = language_of(update, services), services.facts.current
    match = find_match(knowledge, (query.data or "").removeprefix("p:x:"), language)
    if match is None:
        await toast(update, context, "button.old", alert=True)
        return
    other = rematch(knowledge, match.id, language)
    if other:
        await _send(update, context, f"compare:{match.id},{other}")
        return
    await toast(update, context)
    question = services.texts(language, "pictures.choose", match=match.label)
    await send(update, context, question, to_compare(knowledge, match.id, language))


async def _send(update: Update, context: Context, name: str | None) -> None:
    services = context.services
    language = language_of(update, services)
    picture = record_of(services, name, language) if name else None
    if name is None or picture is None:
        await toast(update, context, "button.old", alert=True)
        return
    await toast(update, context)
    rows = under(services.texts, services.facts.current, name, language)
    html = caption_of(services, picture, name, language)
    await show(update, context, picture, html, InlineKeyboardMarkup(rows) if rows else None)


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Return the handlers of pictures' buttons."""
    return [
        CallbackQueryHandler(press_compare, r"^p:x:"),
        CallbackQueryHandler(press_picture, r"^p:"),
    ]
