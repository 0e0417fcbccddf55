"""How a reply looks and where it goes: escaped HTML, into the chat and topic of the question."""

from __future__ import annotations

from html import escape, unescape
from typing import TypedDict

from telegram import ForceReply, InlineKeyboardMarkup, Message, ReplyParameters, Update
from telegram.constants import ChatType

from bot.context import Context, Services
from knowledge import LANGUAGES, Answer, Language

LONGEST_TEXT = 3500
"""Characters of an answer before it is cut; Telegram takes 4,096 with question and source."""
PRIVATE = ChatType.PRIVATE


class Place(TypedDict):
    """Where a message goes, as arguments of the library's methods."""

    chat_id: int
    message_thread_id: int | None
    reply_parameters: ReplyParameters | None


def is_private(update: Update) -> bool:
    """Whether an update comes from a private chat."""
    return bool(update.effective_chat and update.effective_chat.type == PRIVATE)


def saved_language(update: Update, services: Services) -> Language | None:
    """Return the language chosen for the group, else by the person, else None."""
    chats = services.store.chats
    chat, user = update.effective_chat, update.effective_user
    saved = chats.language(chat.id) if chat and chat.type != PRIVATE else None
    return saved or (chats.language(user.id) if user else None)


def hint_of(update: Update, services: Services) -> Language:
    """Return the language of the app, or the setting's default where the app's is none of ours."""
    code = (update.effective_user.language_code or "") if update.effective_user else ""
    return next(
        (lang for lang in LANGUAGES if code.lower().startswith(lang)), services.settings.default_language
    )


def language_of(update: Update, services: Services) -> Language:
    """Return the language for what is not an answer: the choice, else the last question's, else the app's."""
    saved = saved_language(update, services)
    if saved:
        return saved
    chat, user = update.effective_chat, update.effective_user
    last = services.store.talks.language(chat.id, user.id) if chat and user else None
    return next((lang for lang in LANGUAGES if lang == last), hint_of(update, services))


def render(answer: Answer, question: str = "", more: str = "") -> str:
    """Return an answer as HTML: the question if a button asked it, the text and `more`, small the source."""
    lines = [f"<b>{escape(question, quote=False)}</b>"] if question else []
    text = answer.text if len(answer.text) <= LONGEST_TEXT else answer.text[: LONGEST_TEXT - 1] + "…"
    lines.append(escape(text, quote=False))
    if more:
        lines.append(escape(more, quote=False))
    source = f"\n\n<i>{escape(answer.source_line, quote=False)}</i>" if answer.source_line else ""
    return "\n".join(lines) + source


async def send(
    update: Update, context: Context, html: str, markup: InlineKeyboardMarkup | ForceReply | None = None
) -> Message:
    """Send HTML where an update came from; in a group as a reply to its message.

    Raises the library's errors.
    """
    return await context.bot.send_message(text=html, reply_markup=markup, **place_of(update))


def place_of(update: Update) -> Place:
    """Return where an answer to an update goes: its chat and topic, in a group as a reply to its message."""
    chat, message = update.effective_chat, update.message
    assert chat is not None
    reply = ReplyParameters(message.message_id) if message and chat.type != PRIVATE else None
    return {"chat_id": chat.id, "message_thread_id": thread_of(update), "reply_parameters": reply}


async def say(update: Update, context: Context, key: str, **values: object) -> Message:
    """Send one of the bot's own sentences in the reader's language."""
    services = context.services
    return await send(update, context, services.texts(language_of(update, services), key, **values))


async def toast(update: Update, context: Context, key: str | None = None, *, alert: bool = False) -> None:
    """Answer a press, silently or with a sentence that only the presser sees."""
    services, query = context.services, update.callback_query
    assert query is not None
    text = services.texts.plain(language_of(update, services), key) if key else None
    await query.answer(text, show_alert=alert)


def shows(update: Update, html: str, markup: InlineKeyboardMarkup) -> bool:
    """Whether the message whose button was pressed shows just that already: Telegram refuses such edits."""
    message = update.callback_query.message if update.callback_query else None
    if not isinstance(message, Message):
        return False
    shown = message.caption_html if message.photo else message.text_html
    return unescape(shown or "") == unescape(html) and message.reply_markup == markup


def thread_of(update: Update) -> int | None:
    """Return the topic of a message, or None outside topics and in General, which refuses its own id."""
    message = update.effective_message
    if isinstance(message, Message) and message.is_topic_message:
        return message.message_thread_id
    return None
