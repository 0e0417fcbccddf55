"""What administrators ask for by a command: reload, undo, what is stored, what happened, copies of it all."""

from __future__ import annotations

import logging
from html import escape

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, ExtBot

from bot.articles import forgetting
from bot.context import Context, Services
from bot.editing import AMENDMENTS, Inputs
from bot.handlers import copies, dialogues, inbox, reports, review, writing
from bot.handlers.outcomes import LONGEST_LINE, MOST_LINES, describe, told, undo_button, waiting
from bot.handlers.permission import allowed, may_press, refused
from bot.replies import language_of, say, send, toast
from knowledge import Report, stored

log = logging.getLogger(__name__)


async def reload(update: Update, context: Context) -> None:
    """Build the facts anew beside the old ones, and say what changed or every mistake with its place."""
    services, user = context.services, update.effective_user
    assert user is not None
    await say(update, context, "reload.begun")
    started = services.store.clock()
    outcome = await services.editor.reload(user.id, context.turn.number, waiting(update, context))
    seconds = services.store.clock() - started
    log.info("reload", extra={"ok": outcome.report.ok, "mistakes": len(outcome.report.mistakes)})
    await send(update, context, told(outcome, services.texts, language_of(update, services), seconds))


async def undo(update: Update, context: Context) -> None:
    """Put back what stood before the last change, or before the change that is named."""
    number = context.args[0] if context.args else ""
    if number and not (number.isdigit() and len(number) < 16):
        await say(update, context, "undo.how")
        return
    await _undo(update, context, int(number) if number else None)


async def _undo(update: Update, context: Context, number: int | None) -> None:
    services, user = context.services, update.effective_user
    assert user is not None
    await say(update, context, "undo.begun")
    outcome = await services.editor.undo(context.turn.number, user.id, number, waiting(update, context))
    if outcome is None:
        await say(update, context, "undo.nothing")
        return
    language = language_of(update, services)
    html = told(outcome, services.texts, language)
    if outcome.served_previous:
        html = services.texts(language, "undo.shipped")
    elif outcome.report.ok and not outcome.repeated:
        html = services.texts(language, "undo.done") + "\n" + html
    await send(update, context, html)


async def forget_fact(update: Update, context: Context) -> None:
    """Take facts or events out of what is known; the button under the reply brings them back."""
    services, user = context.services, update.effective_user
    assert user is not None
    ids = list(dict.fromkeys(context.args or ()))
    if not ids:
        await say(update, context, "forgetfact.how")
        return
    found = stored(services.facts.path, ids)
    missing = [id_ for id_ in ids if id_ not in {row.id for row in found}]
    if missing:
        await say(update, context, "forgetfact.unknown", id=", ".join(missing)[:LONGEST_LINE])
        return
    language = language_of(update, services)
    await say(update, context, "change.begun")

    def edit(inputs: Inputs) -> Inputs:
        return inputs | {AMENDMENTS: forgetting(inputs.get(AMENDMENTS, ""), ids)}

    number = context.turn.number
    outcome = await services.editor.change(
        number, user.id, "forget", " ".join(ids)[:200], edit, waiting(update, context)
    )
    lines = [told(outcome, services.texts, language)]
    lines += [f"• {escape(row.shown(language), quote=False)}" for row in found[:MOST_LINES]]
    markup = undo_button(services, language, number) if outcome.report.ok else None
    await send(update, context, "\n".join(lines), markup)


async def press_undo(update: Update, context: Context) -> None:
    """Take back the change under whose report the button stands, where it is still the last one."""
    if not await may_press(update, context):
        return
    query = update.callback_query
    number = int((query.data or "").rpartition(":")[2]) if query else 0
    last = next(iter(context.store.changes.latest()), None)
    repeated = context.store.changes.get(context.turn.number)
    if repeated is None and (last is None or last.id != number):
        await toast(update, context, "undo.not_last", alert=True)
        return
    await toast(update, context)
    await _undo(update, context, number)


async def announce(bot: ExtBot[None], services: Services, by: int, action: str, report: Report) -> None:
    """Tell all other administrators who opened their chat that the facts have changed, and through whom."""
    name = await reports.name_of(bot, by)
    for admin in sorted(services.settings.admin_ids - {by}):
        if not services.store.chats.is_active(admin):
            continue
        language = services.store.chats.language(admin) or services.settings.default_language
        who = name or services.texts.plain(language, "log.machine")
        html = services.texts(
            language, "change.others", who=who, action=services.texts.plain(language, f"action.{action}")
        )
        try:
            await bot.send_message(admin, html + "\n" + describe(report, services.texts, language))
        except TelegramError as error:
            log.warning("an administrator was not told", extra={"error": type(error).__name__})


def handlers(services: Services) -> list[BaseHandler[Update, Context, None]]:
    """Return all that administrators can do, then what takes the same from everybody else."""
    only = allowed(services.settings)
    named = {"reload": reload, "undo": undo, "forgetfact": forget_fact}
    commands: list[BaseHandler[Update, Context, None]] = [
        CommandHandler(name, callback, only) for name, callback in named.items()
    ]
    return [
        *commands,
        CallbackQueryHandler(press_undo, r"^a:u:\d{1,15}$"),
        *reports.handlers(only),
        *copies.handlers(only),
        *dialogues.handlers(only),
        *inbox.handlers(services, only),
        *writing.handlers(services, only),
        *review.handlers(services, only),
        *refused(),
    ]
