"""What every bot has: /start, /help, /matches, /about, /privacy, /forget, and replies to anything else."""

from __future__ import annotations

import re

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.buttons import find_match, of_erasure, of_matches
from bot.commands import publish_for_admin
from bot.context import Context
from bot.handlers.language import ask_language
from bot.handlers.questions import answer_match
from bot.replies import is_private, language_of, say, send, toast


async def start(update: Update, context: Context) -> None:
    """Say hello, or go where a deep link points: a match, the choice of a language."""
    services, user = context.services, update.effective_user
    language = language_of(update, services)
    payload = context.args[0] if context.args else ""
    match = find_match(services.facts.current, payload[2:], language) if payload.startswith("m_") else None
    if match:
        await answer_match(update, context, match)
        return
    if payload == "language":
        await ask_language(update, context)
        return
    html = services.texts(language, "start.hello")
    if user and is_private(update) and not services.settings.admin_ids:
        html += "\n\n" + services.texts(language, "start.your_id", user=user.id)
    await send(update, context, html)
    if user and is_private(update) and user.id in services.settings.admin_ids:
        await publish_for_admin(context.bot, services, user.id)


async def help_(update: Update, context: Context) -> None:
    """Tell what can be asked and which commands there are."""
    services, user = context.services, update.effective_user
    key = "help.private" if is_private(update) else "help.group"
    html = services.texts(language_of(update, services), key, name=context.bot.username)
    if is_private(update) and user and user.id in services.settings.admin_ids:
        html += "\n\n" + services.texts(language_of(update, services), "help.admin")
    await send(update, context, html)


async def matches(update: Update, context: Context) -> None:
    """List the matches, each as a button."""
    services = context.services
    language = language_of(update, services)
    found = services.facts.current.matches(language)
    if not found:
        await say(update, context, "matches.none")
        return
    await send(update, context, services.texts(language, "matches.title"), of_matches(found))


async def about(update: Update, context: Context) -> None:
    """Name the articles that the facts come from, with their dates."""
    services = context.services
    language = language_of(update, services)
    items = [
        services.texts(language, "about.article", label=source.label.get(language, source.title))
        for source in services.facts.current.sources()
    ]
    await send(update, context, services.texts(language, "about.intro") + "\n\n" + "\n".join(items))


async def privacy(update: Update, context: Context) -> None:
    """Tell what is kept and for how long."""
    await say(update, context, "privacy.text")


async def forget(update: Update, context: Context) -> None:
    """Ask before everything about a person is erased."""
    services, user = context.services, update.effective_user
    assert user is not None
    language = language_of(update, services)
    question = services.texts(language, "forget.ask")
    await send(update, context, question, of_erasure(services.texts, language, user.id))


async def press_forget(update: Update, context: Context) -> None:
    """Erase whoever asked for it, or leave all as it is."""
    query, user = update.callback_query, update.effective_user
    assert query is not None
    assert user is not None
    choice = re.fullmatch(r"f:([yn]):(\d+)", query.data or "")
    if not choice or int(choice[2]) != user.id:
        await toast(update, context, "button.not_yours", alert=True)
        return
    done = choice[1] == "y"
    await toast(update, context)
    services = context.services
    text = services.texts(language_of(update, services), "forget.done" if done else "forget.kept")
    await query.edit_message_text(text)
    if done:
        context.turn.keep(context.store.chats.forget, user.id)


async def unknown_command(update: Update, context: Context) -> None:
    """Say in private that a command is unknown; in a group only where it was meant for this bot."""
    message = update.message
    assert message is not None
    command = (message.text or "").split(maxsplit=1)[0].lower()
    if is_private(update) or command.endswith(f"@{context.bot.username.lower()}"):
        await say(update, context, "unknown.command")


async def not_text(update: Update, context: Context) -> None:
    """Say in private that only words are understood."""
    await say(update, context, "question.not_text")


async def old_button(update: Update, context: Context) -> None:
    """Explain a button that nothing stands behind any more."""
    await toast(update, context, "button.old", alert=True)


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Return the commands that everybody has."""
    named = {
        "start": start, "help": help_, "matches": matches,
        "about": about, "privacy": privacy, "forget": forget,
    }  # fmt: skip
    new = filters.UpdateType.MESSAGE
    commands: list[BaseHandler[Update, Context, None]] = [
        CommandHandler(name, callback, new) for name, callback in named.items()
    ]
    return [*commands, CallbackQueryHandler(press_forget, r"^f:")]


def last() -> list[BaseHandler[Update, Context, None]]:
    """Return what is left for messages and presses that nobody else took."""
    new = filters.UpdateType.MESSAGE
    service = filters.StatusUpdate.ALL
    return [
        MessageHandler(new & filters.ChatType.PRIVATE & ~filters.TEXT & ~service, not_text),
        CallbackQueryHandler(old_button),
    ]


def unknown() -> list[BaseHandler[Update, Context, None]]:
    """Return what answers commands that nobody knows; before questions, which take all text."""
    return [MessageHandler(filters.UpdateType.MESSAGE & filters.COMMAND, unknown_command)]
