"""/language: English, Italiano or automatic; for a person, and for a group by its administrators."""

from __future__ import annotations

import re

from telegram import Chat, ChatMember, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, filters

from bot.buttons import of_languages
from bot.context import Context
from bot.replies import is_private, language_of, say, send, toast
from knowledge import Language

WORDS: dict[str, Language | None] = {"en": "en", "it": "it", "auto": None}
ADMINISTRATORS = (ChatMember.OWNER, ChatMember.ADMINISTRATOR)


async def ask_language(update: Update, context: Context) -> None:
    """Offer the languages; in a group to its administrators only."""
    services, chat = context.services, update.effective_chat
    assert chat is not None
    refusal = await _refusal(update, context)
    if refusal:
        await say(update, context, refusal)
        return
    language = language_of(update, services)
    key = "language.ask" if is_private(update) else "language.ask_group"
    await send(
        update, context, services.texts(language, key), of_languages(services.texts, language, chat.id)
    )


async def press_language(update: Update, context: Context) -> None:
    """Keep a choice and say so in the chosen language."""
    query, chat, services = update.callback_query, update.effective_chat, context.services
    assert query is not None
    assert chat is not None
    choice = re.fullmatch(r"l:(en|it|auto):(-?\d{1,20})", query.data or "")
    if not choice or int(choice[2]) != chat.id:
        await toast(update, context, "button.old", alert=True)
        return
    refusal = await _refusal(update, context)
    if refusal:
        await toast(update, context, refusal, alert=True)
        return
    wanted = WORDS[choice[1]]
    await toast(update, context)
    shown = wanted or language_of(update, services)
    await query.edit_message_text(services.texts(shown, f"language.saved_{choice[1]}"))
    context.turn.keep(context.store.chats.choose_language, chat.id, wanted)


async def _refusal(update: Update, context: Context) -> str | None:
    """Return why somebody may not choose for a chat, as a key, or None where they may.

    Rights go by user id; who writes in the group's name is nobody.
    """
    chat, user, message = update.effective_chat, update.effective_user, update.message
    if chat is None or user is None:
        return "language.only_admins"
    if chat.type == Chat.PRIVATE:
        return None
    if message and message.sender_chat:
        return "language.anonymous"
    member = await context.bot.get_chat_member(chat.id, user.id)
    return None if member.status in ADMINISTRATORS else "language.only_admins"


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Return the command and its buttons."""
    return [
        CommandHandler("language", ask_language, filters.UpdateType.MESSAGE),
        CallbackQueryHandler(press_language, r"^l:"),
    ]
