"""/settings and /daily: how a chat plays, chosen by its administrators."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, filters

from bot.context import Context, Services
from bot.replies import language_of, say, send, shows, thread_of, toast
from bot.state.trivia_settings import Choices
from bot.trivia import daily
from bot.trivia.rights import refusal
from bot.trivia.rules import LENGTH, LENGTHS, SECONDS
from knowledge import DIFFICULTIES, Language

LEVELS = {
    "": "trivia.level_any", "easy": "trivia.level_easy", "medium": "trivia.level_medium",
    "hard": "trivia.level_hard",
}  # fmt: skip
STARTERS = {"all": "trivia.starters_all", "admins": "trivia.starters_admins"}


async def settings(update: Update, context: Context) -> None:
    """Show the settings as buttons, to those who may change them."""
    chat = update.effective_chat
    assert chat is not None
    refused = await refusal(update, context)
    if refused:
        await say(update, context, refused)
        return
    language = language_of(update, context.services)
    choices = context.store.trivia.get(chat.id)
    await send(update, context, *_page(context.services, language, choices))


def _page(services: Services, language: Language, chosen: Choices) -> tuple[str, InlineKeyboardMarkup]:
    texts = services.texts
    seconds, length = chosen.seconds or services.settings.trivia_seconds, chosen.length or LENGTH
    starters = "admins" if chosen.admins_only else "all"
    say_plain = partial(texts.plain, language)
    offered: list[tuple[str, str, list[tuple[str, str]]]] = [
        ("seconds", str(seconds), [(str(n), say_plain("trivia.seconds", number=n)) for n in SECONDS]),
        ("length", str(length), [(str(n), say_plain("trivia.questions", number=n)) for n in LENGTHS]),
        ("difficulty", chosen.difficulty or "", [(v, say_plain(key)) for v, key in LEVELS.items()]),
        ("starters", starters, [(v, say_plain(key)) for v, key in STARTERS.items()]),
    ]
    rows = [
        [_button(label, f"t:{field}:{value}", on=value == now) for value, label in values]
        for field, now, values in offered
    ]
    zone = chosen.zone or daily.HOME[language]
    rows.append([_button(texts.plain(language, "trivia.zone", zone=zone), "t:zones:", on=False)])
    key = "trivia.settings_daily" if chosen.daily else "trivia.settings"
    return texts(language, key, time=chosen.daily, zone=zone), InlineKeyboardMarkup(rows)


def _button(label: str, data: str, *, on: bool) -> InlineKeyboardButton:
    return InlineKeyboardButton(("✅ " if on else "") + label, callback_data=data)


def _zones(chosen: Choices, language: Language) -> InlineKeyboardMarkup:
    here = chosen.zone or daily.HOME[language]
    buttons = [_button(zone, f"t:zone:{zone}", on=zone == here) for zone in daily.ZONES]
    return InlineKeyboardMarkup([buttons[at : at + 2] for at in range(0, len(buttons), 2)])


async def press(update: Update, context: Context) -> None:
    """Change a setting and show them all again."""
    query, chat, services = update.callback_query, update.effective_chat, context.services
    assert query is not None
    assert chat is not None
    found = re.fullmatch(r"t:(\w+):([\w/+-]*)", query.data or "")
    refused = "button.old" if not found else await refusal(update, context)
    language, store = language_of(update, services), context.store.trivia
    choices = store.get(chat.id)
    changed = _change(choices, found[1], found[2]) if found and not refused else None
    if found is None or refused or changed is None:
        await toast(update, context, refused or "button.old", alert=True)
        return
    await toast(update, context)
    page = text, markup = _page(services, language, changed)
    if found[1] == "zones":
        markup = _zones(changed, language)
    looks_alike = _page(services, language, choices) == page
    if not (looks_alike and shows(update, text, markup)):
        await query.edit_message_text(text, reply_markup=markup)
    if changed != choices:
        context.turn.keep(_save, services, chat.id, changed, language)


def _change(choices: Choices, field: str, value: str) -> Choices | None:
    """Return the choices with one changed, or None where a button asks for what is not offered."""
    if field == "seconds" and value in map(str, SECONDS):
        return replace(choices, seconds=int(value))
    if field == "length" and value in map(str, LENGTHS):
        return replace(choices, length=int(value))
    if field == "difficulty" and value in LEVELS:
        level = next((d for d in DIFFICULTIES if d == value), None)
        return replace(choices, difficulty=level)
    if field == "starters" and value in STARTERS:
        return replace(choices, admins_only=value == "admins")
    if field == "zone" and daily.read_zone(value) == value:
        return replace(choices, zone=value)
    return choices if field == "zones" else None


def _save(services: Services, chat_id: int, chosen: Choices, language: Language) -> None:
    """Keep the choices; the question of the day moves with its time and zone. Runs as an effect."""
    store = services.store
    store.trivia.set(
        chat_id, seconds=chosen.seconds, length=chosen.length, difficulty=chosen.difficulty,
        starters="admins" if chosen.admins_only else "all", zone=chosen.zone, daily=chosen.daily,
        thread=chosen.thread, language=chosen.language,
    )  # fmt: skip
    zone = chosen.zone or daily.HOME[chosen.language or language]
    due = daily.next_due(chosen.daily, zone, store.clock()) if chosen.daily else None
    store.trivia.schedule(chat_id, due)


async def set_daily(update: Update, context: Context) -> None:
    """Ask a question each day at a time, or no longer; without a word, tell how it stands."""
    services, chat = context.services, update.effective_chat
    assert chat is not None
    refused = await refusal(update, context)
    if refused:
        await say(update, context, refused)
        return
    language = language_of(update, services)
    choices = context.store.trivia.get(chat.id)
    words = context.args or []
    if not words:
        zone = choices.zone or daily.HOME[language]
        key = "daily.on" if choices.daily else "daily.none"
        await say(update, context, key, time=choices.daily, zone=zone)
        return
    if words[0].lower() in services.texts.plain(language, "daily.word_off").split():
        await say(update, context, "daily.off")
        context.turn.keep(_save, services, chat.id, replace(choices, daily=""), language)
        return
    clock = daily.read_time(words[0])
    zone = (daily.read_zone(" ".join(words[1:])) if words[1:] else choices.zone) or ""
    if clock is None or (words[1:] and not zone):
        await say(update, context, "daily.wrong")
        return
    chosen = replace(
        choices,
        daily=clock,
        zone=zone or daily.HOME[language],
        thread=thread_of(update) or 0,
        language=language,
    )
    await say(update, context, "daily.set", time=clock, zone=chosen.zone)
    context.turn.keep(_save, services, chat.id, chosen, language)


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Return the commands and their buttons."""
    new = filters.UpdateType.MESSAGE
    return [
        CommandHandler("settings", settings, new),
        CommandHandler("daily", set_daily, new),
        CallbackQueryHandler(press, r"^t:"),
    ]
