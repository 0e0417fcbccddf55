"""Drafts of articles: sent as text, file or forwarded post, reviewed row by row, published or discarded."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.articles import (
    names_of,
    retold,
    rows_of,
    with_field,
    with_name,
)
from bot.context import Context, Services
from bot.handlers import publishing, receiving
from bot.handlers.cards import (
    FIELDS,
    SURE,
    Names,
    can_decide,
    card,
    fields,
    overview,
    undecided,
    value_of,
)
from bot.handlers.dialogues import keyboard, words
from bot.handlers.outcomes import describe
from bot.handlers.permission import may_press
from bot.handlers.typed import MistypedError, Reader
from bot.replies import language_of, say, send, toast
from bot.state.drafts import Dialogue, Draft
from knowledge import LANGUAGES, Report, article_mistakes

log = logging.getLogger(__name__)

KIND = "edit"


async def drafts(update: Update, context: Context) -> None:
    """List the drafts under review; a button opens each."""
    services = context.services
    language = language_of(update, services)
    found = services.store.drafts.open()[:20]
    if not found:
        await say(update, context, "draft.none")
        return
    rows = [[(draft.title[:50] or draft.source, f"a:d:{draft.id}:{draft.stamp}:all")] for draft in found]
    await send(update, context, services.texts(language, "draft.list"), keyboard(rows))


async def press(update: Update, context: Context) -> None:
    """Do what a button under a draft says, where the draft has not changed since the button was shown."""
    if not await may_press(update, context):
        return
    query, services = update.callback_query, context.services
    assert query is not None
    _, _, number, stamp, what = (query.data or "").split(":")
    draft = services.store.drafts.get(int(number))
    if draft is None or str(draft.stamp) != stamp:
        await toast(update, context, "button.old", alert=True)
        return
    await toast(update, context)
    if what == "publish":
        await publishing.try_out(update, context, draft)
    elif what == "now":
        await publishing.publish(update, context, draft)
    elif what == "discard":
        await _ask_discard(update, context, draft)
    elif what == "drop":
        context.turn.keep(context.store.drafts.save, draft.next(state="discarded", text=""))
        await query.edit_message_text(services.texts(language_of(update, services), "draft.discarded"))
    elif what == "edit":
        row, language = rows_of(draft.article)[draft.place], language_of(update, services)
        html, _ = card(draft, services, language)
        await query.edit_message_text(html, reply_markup=fields(draft, row, services, language))
    elif what[0] == "f" and what[1:].isdigit():
        await _ask_field(update, context, draft, int(what[1:]))
    else:
        moved = await asyncio.to_thread(_moved, draft, what)
        await show(update, context, moved, whole=what in ("all", "sure"))


def _moved(draft: Draft, what: str) -> Draft:
    """Return the draft after a decision or a turn of the page."""
    rows = rows_of(draft.article)
    row = rows[min(draft.place, len(rows) - 1)]
    place, choices = draft.place, dict(draft.choices)
    if what == "sure":
        known = draft.findings
        choices |= {r.id: "accept" for r in rows if can_decide(draft, r) and r.confidence >= SURE
                    and r.id not in known and r.id not in choices}  # fmt: skip
    elif what in ("accept", "reject") and can_decide(draft, row):
        choices[row.id] = "accept" if what == "accept" else "reject"
        left = undecided(replace(draft, choices=choices), rows)
        place = next((at for at in left if at > place), left[0] if left else place)
    elif what == "next":
        place = min(place + 1, len(rows) - 1)
    elif what == "back":
        place = max(place - 1, 0)
    elif what == "go":
        place = next(iter(undecided(draft, rows)), 0)
    return draft.next(place=place, choices=choices)


async def show(update: Update, context: Context, draft: Draft, *, whole: bool) -> None:
    """Keep a draft and show it whole or its row in hand, in place of the pressed message, if any."""
    language = language_of(update, context.services)
    context.turn.keep(context.store.drafts.save, draft)
    # A long article takes a while to read: in a thread, so that fans do not wait for it.
    html, markup = await asyncio.to_thread(overview if whole else card, draft, context.services, language)
    if update.callback_query:
        await update.callback_query.edit_message_text(html, reply_markup=markup)
    else:
        await send(update, context, html, markup)


async def _ask_discard(update: Update, context: Context, draft: Draft) -> None:
    services, query = context.services, update.callback_query
    assert query is not None
    language = language_of(update, services)
    yes = (services.texts.plain(language, "draft.discard_yes"), f"a:d:{draft.id}:{draft.stamp}:drop")
    no = (services.texts.plain(language, "draft.back"), f"a:d:{draft.id}:{draft.stamp}:all")
    await query.edit_message_text(
        services.texts(language, "draft.discard_ask"), reply_markup=keyboard([[yes, no]])
    )


async def _ask_field(update: Update, context: Context, draft: Draft, number: int) -> None:
    """Ask for the new value of a field; what is typed next is taken as it."""
    services, user = context.services, update.effective_user
    assert user is not None
    row = rows_of(draft.article)[draft.place]
    if number >= len(FIELDS[row.kind]):
        return
    language, name = language_of(update, services), FIELDS[row.kind][number]
    dialogue = Dialogue(
        user.id, KIND, "value", {"draft": draft.id, "row": row.id, "field": name}, context.turn.number
    )
    context.turn.keep(context.store.dialogues.save, dialogue)
    before = value_of(row, name)
    shown = Names(services, draft, language)(before) if before is not None else "–"
    label = services.texts.plain(language, f"field.{name}")
    await send(update, context, services.texts(language, "draft.ask_field", field=label, before=shown[:500]))


async def take_field(update: Update, context: Context) -> None:
    """Put what was typed into the row, where it fits; say why not otherwise and go on asking."""
    message, user, services = update.message, update.effective_user, context.services
    assert message is not None
    assert user is not None
    dialogue = context.store.dialogues.of(user.id)
    assert dialogue is not None
    data = dialogue.data
    draft = services.store.drafts.get(data["draft"])
    if draft is None or data["row"] not in {row.id for row in rows_of(draft.article)}:
        context.turn.keep(context.store.dialogues.end, user.id)
        await say(update, context, "draft.gone")
        return
    reader = Reader(services.facts.current, services.texts, names_of(draft.names))
    try:
        value = reader.read(data["field"], message.text or "")
    except MistypedError as error:
        await say(update, context, error.key, **error.values)
        return
    for name in reader.new:
        draft = replace(draft, names=with_name(draft.names, name.id, name.kind, name.shown))
    edited = await asyncio.to_thread(with_value, draft, data["row"], data["field"], value, services)
    mistakes = article_mistakes(edited.article, f"{draft.source}.toml")
    if mistakes:
        await send(update, context, describe(Report(mistakes), services.texts, language_of(update, services)))
        return
    context.turn.keep(context.store.dialogues.end, user.id)
    await show(update, context, edited.next(), whole=False)


def with_value(draft: Draft, row_id: str, field: str, value: Any, services: Services) -> Draft:
    """Return the draft with one field changed; its row's sentences are told anew where they name it."""
    row = next(r for r in rows_of(draft.article) if r.id == row_id)
    article = with_field(draft.article, row_id, field, value)
    before = row.fields.get(field)
    if row.kind == "event" and field not in LANGUAGES and before is not None and value is not None:
        for language in LANGUAGES:
            names = Names(services, draft, language)
            text = row.fields.get(language)
            if isinstance(text, str):
                new = retold(text, field, names(before), names(value), language)
                article = with_field(article, row_id, language, new)
    title = value if field == "title" else draft.title
    return replace(draft, article=article, title=title)


async def receive(update: Update, context: Context) -> None:
    """Start a draft from what was sent, or say why it is none."""
    services = context.services
    try:
        sent = await receiving.fetch(update, context)
        draft = await receiving.draft_of(update, context, sent)
    except receiving.UnusableError as error:
        await say(update, context, error.reason, **error.values)
        return
    except TelegramError:
        raise
    except Exception as error:  # whatever reading met is told, and nothing has changed
        log.exception("an article was not read")
        await say(update, context, "unusable.broken", error=str(error)[:200])
        return
    if draft.state == "mistaken":
        mistakes = article_mistakes(draft.article, draft.title)
        await send(update, context, describe(Report(mistakes), services.texts, language_of(update, services)))
        return
    await show(update, context, draft, whole=True)


def handlers(services: Services, only_admins: filters.BaseFilter) -> list[BaseHandler[Update, Context, None]]:
    """Return the command, the buttons, the words of an edit, and all ways to send an article."""
    return [
        CommandHandler("drafts", drafts, only_admins),
        CallbackQueryHandler(press, r"^a:d:\d{1,15}:\d{1,15}:[a-z]+\d{0,2}$"),
        MessageHandler(words(services, only_admins, KIND), take_field),
        MessageHandler(only_admins & receiving.Article(services), receive),
    ]
