"""Questions: any text in private; in groups what mentions the bot, replies to it or comes with /ask."""

from __future__ import annotations

from contextlib import suppress

from telegram import ForceReply, InlineKeyboardMarkup, Message, MessageEntity, Update
from telegram.error import TelegramError
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.buttons import find_match, under_answer
from bot.context import Context
from bot.handlers.gate import is_over
from bot.picture_buttons import SENT, beside
from bot.pictures import aside
from bot.replies import hint_of, is_private, language_of, render, saved_language, say, send, toast
from bot.showing import record_of, show
from bot.state import Asked
from knowledge import Answer, MatchSummary
from knowledge import Context as Talk

LONGEST_QUESTION = 600
"""Characters. Longer texts are no questions; a phone shows about this much at a time."""


def understand(update: Update, context: Context, question: str, before: Talk) -> Answer:
    """Return the answer to a question, in the language that fits whoever asks."""
    services = context.services
    return services.facts.current.answer(
        question, before, language=saved_language(update, services), hint=hint_of(update, services)
    )


async def answer(
    update: Update, context: Context, question: str, *, pressed: bool = False, found: Answer | None = None
) -> None:
    """Answer a question where it was asked, and keep what follow-ups, edits and thumbs need.

    `found` is the answer where it is known already.
    """
    chat, user, turn = update.effective_chat, update.effective_user, context.turn
    assert chat is not None
    assert user is not None
    talks = context.store.talks
    before = talks.context(chat.id, user.id)
    found = found or understand(update, context, question, before)
    sent = await _reply(update, context, found, turn.number, question if pressed else "")
    asked = Asked(
        turn.number, chat.id, user.id, update.message.message_id if update.message else 0, sent.message_id,
        question, found.language, found.kind, found.rows, found.suggestions, before, edited=False,
        pictured=bool(sent.photo),
    )  # fmt: skip
    turn.keep(talks.save_context, chat.id, user.id, found.context, found.language)
    turn.keep(talks.save_answer, asked)
    if found.kind == "talk":
        return
    turn.keep(context.store.daily.count, found.language, found.kind)
    if found.kind != "answer":
        turn.keep(talks.miss, turn.number, user.id, question, asked, found.reason or found.kind)


async def answer_match(update: Update, context: Context, match: MatchSummary) -> None:
    """Give the summary of a match, with its card."""
    services = context.services
    found = services.facts.current.summary(match.id, language_of(update, services))
    await answer(update, context, match.question, pressed=True, found=found)


async def _reply(update: Update, context: Context, found: Answer, number: int, question: str = "") -> Message:
    """Send an answer: a summary as the caption of its match card, any other in words."""
    services, name = context.services, found.picture or ""
    shown = record_of(services, name, found.language) if name.startswith(f"{SENT}:") else None
    html = render(found, question, aside(shown) if shown else "")
    return await show(update, context, shown, html, _buttons(update, context, found, number))


def _buttons(update: Update, context: Context, found: Answer, number: int) -> InlineKeyboardMarkup | None:
    services = context.services
    pictures = beside(services.texts, services.facts.current, found)
    return under_answer(found, number, private=is_private(update), pictures=pictures)


async def ask_private(update: Update, context: Context) -> None:
    """Answer any text of a private chat."""
    assert update.message is not None
    await _take(update, context, update.message.text or "")


async def ask_in_group(update: Update, context: Context) -> None:
    """Answer a group's message that is meant for the bot; be silent otherwise."""
    message = update.message
    assert message is not None
    text, named = without_mention(message, context.bot.username, context.bot.id)
    replied = message.reply_to_message
    ours = bool(replied and replied.from_user and replied.from_user.id == context.bot.id)
    if (named or ours) and not await is_over(update, context):
        await _take(update, context, text)


async def ask_command(update: Update, context: Context) -> None:
    """Answer /ask with a question; without one, invite it."""
    assert update.message is not None
    parts = (update.message.text or "").split(maxsplit=1)
    await _take(update, context, parts[1] if len(parts) > 1 else "")


async def _take(update: Update, context: Context, text: str) -> None:
    if len(text) > LONGEST_QUESTION:
        await say(update, context, "question.too_long")
    elif text.strip():
        await answer(update, context, text.strip())
    else:
        services = context.services
        invitation = services.texts(language_of(update, services), "question.invite")
        await send(update, context, invitation, ForceReply(selective=True))


def without_mention(message: Message, username: str, bot_id: int) -> tuple[str, bool]:
    """Return a message's text without the bot's name, and whether the name was there."""
    text, named = message.text or "", False
    for entity, part in message.parse_entities([MessageEntity.MENTION, MessageEntity.TEXT_MENTION]).items():
        ours = part.lower() == f"@{username.lower()}" or (
            entity.user is not None and entity.user.id == bot_id
        )
        if ours:
            text, named = text.replace(part, " ", 1), True
    return " ".join(text.split()) if named else text, named


async def edit(update: Update, context: Context) -> None:
    """Edit our answer, once, where the question just asked was changed."""
    message = update.edited_message
    assert message is not None
    talks = context.store.talks
    asked = talks.answer_to(message.chat_id, message.message_id)
    text, _ = without_mention(message, context.bot.username, context.bot.id)
    text = text.split(maxsplit=1)[-1] if text.startswith("/") else text.strip()
    if asked is None or asked.edited or text in ("", asked.question) or len(text) > LONGEST_QUESTION:
        return
    found = understand(update, context, text, asked.previous)
    anew = await _replace(update, context, asked, found)
    changed = Asked(
        asked.id, asked.chat_id, asked.user_id, asked.question_id,
        anew.message_id if anew else asked.message_id,
        text, found.language, found.kind, found.rows, found.suggestions, asked.previous, edited=True,
        pictured=bool(anew and anew.photo),
    )  # fmt: skip
    context.turn.keep(talks.save_context, asked.chat_id, asked.user_id, found.context, found.language)
    context.turn.keep(talks.save_answer, changed)


async def _replace(update: Update, context: Context, asked: Asked, found: Answer) -> Message | None:
    """Put another answer in the place of the one given; return it where it is a message of its own.

    A photo has no text to edit: it is taken back, and the answer sent anew.
    """
    if asked.pictured:
        sent = await _reply(update, context, found, asked.id)
        with suppress(TelegramError):
            await context.bot.delete_message(asked.chat_id, asked.message_id)
        return sent
    markup = _buttons(update, context, found, asked.id)
    await context.bot.edit_message_text(
        render(found), chat_id=asked.chat_id, message_id=asked.message_id, reply_markup=markup
    )
    return None


async def press_suggestion(update: Update, context: Context) -> None:
    """Ask what a button under an answer says, for whoever pressed it."""
    asked = _answer_of(update, context)
    number = _part(update, 2)
    if asked is None or not number.isdigit() or int(number) >= len(asked.suggestions):
        await toast(update, context, "button.old", alert=True)
        return
    await toast(update, context)
    await answer(update, context, asked.suggestions[int(number)].question, pressed=True)


async def press_match(update: Update, context: Context) -> None:
    """Give the summary of a match from the list of /matches."""
    services = context.services
    match = find_match(services.facts.current, _part(update, 1), language_of(update, services))
    if match is None:
        await toast(update, context, "button.old", alert=True)
        return
    await toast(update, context)
    await answer_match(update, context, match)


async def press_thumb(update: Update, context: Context) -> None:
    """Keep a thumb; one down puts the question among the missed ones."""
    asked, user, turn = _answer_of(update, context), update.effective_user, context.turn
    if asked is None or user is None or asked.user_id != user.id:
        await toast(update, context, "button.old", alert=True)
        return
    liked = _part(update, 2) == "u"
    await toast(update, context, "button.liked" if liked else "button.disliked")
    turn.keep(context.store.talks.vote, asked, user.id, 1 if liked else -1)
    if not liked:
        turn.keep(context.store.talks.miss, asked.id, user.id, asked.question, asked, "thumbs_down")


def _part(update: Update, number: int) -> str:
    query = update.callback_query
    parts = (query.data or "").split(":") if query else []
    return parts[number] if number < len(parts) else ""


def _answer_of(update: Update, context: Context) -> Asked | None:
    """Return the answer that a pressed button belongs to, where it was given in this very chat."""
    number, chat = _part(update, 1), update.effective_chat
    if not number.isdigit() or len(number) > 18 or chat is None:
        return None
    return context.store.talks.answer(int(number), chat.id)


def commands() -> list[BaseHandler[Update, Context, None]]:
    """Return the commands and buttons of questions."""
    return [
        CommandHandler("ask", ask_command, filters.UpdateType.MESSAGE),
        CallbackQueryHandler(press_suggestion, r"^s:"),
        CallbackQueryHandler(press_match, r"^m:"),
        CallbackQueryHandler(press_thumb, r"^v:"),
    ]


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Return what takes text; it takes all text, so it comes after every command."""
    new = filters.UpdateType.MESSAGE & filters.TEXT
    groups = filters.ChatType.GROUPS
    return [
        MessageHandler(new & filters.ChatType.PRIVATE, ask_private),
        MessageHandler(new & groups, ask_in_group),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE & filters.TEXT, edit),
    ]


__all__ = ["answer", "commands", "handlers"]
