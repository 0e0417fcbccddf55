"""/leaderboard: this game, the month, all time, in groups as a picture; /me: one's own points."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, filters

from bot.context import Context
from bot.pictures import Leaderboard, Player
from bot.replies import is_private, language_of, say, thread_of, toast
from bot.showing import show, show_instead
from bot.trivia import board
from bot.trivia.daily import month_start, zone_of
from bot.trivia.rules import Score, places

SPANS = {"g": "leaderboard.game", "m": "leaderboard.month", "a": "leaderboard.ever"}
"""Spans of time by the letter in a button's data."""


async def leaderboard(update: Update, context: Context) -> None:
    """Show the game that runs, else the month, with buttons for the rest."""
    chat = update.effective_chat
    assert chat is not None
    span = "g" if context.store.games.running(chat.id, thread_of(update) or 0) else "m"
    scores = _scores(update, context, span)
    picture = None if is_private(update) or not scores else _picture(update, context, span, scores)
    text, markup = _page(update, context, span, scores)
    await show(update, context, picture, text, markup)


async def press(update: Update, context: Context) -> None:
    """Show another span in place."""
    query = update.callback_query
    assert query is not None
    span = (query.data or "")[2:]
    if span not in SPANS:
        await toast(update, context, "button.old", alert=True)
        return
    await toast(update, context)
    scores = _scores(update, context, span)
    text, markup = _page(update, context, span, scores)
    await show_instead(update, context, _picture(update, context, span, scores), text, markup)


def _page(
    update: Update, context: Context, span: str, scores: Sequence[Score]
) -> tuple[str, InlineKeyboardMarkup]:
    texts, language = context.services.texts, language_of(update, context.services)
    text = f"<b>{texts(language, SPANS[span])}</b>\n" + board.table(texts, language, scores)
    row = [
        InlineKeyboardButton(
            ("• " if letter == span else "") + texts.plain(language, key), callback_data=f"b:{letter}"
        )
        for letter, key in SPANS.items()
    ]
    return text, InlineKeyboardMarkup([row])


def _picture(update: Update, context: Context, span: str, scores: Sequence[Score]) -> Leaderboard:
    chat, language = update.effective_chat, language_of(update, context.services)
    assert chat is not None
    players = tuple(
        Player(place, score.name, score.points) for place, score in zip(places(scores), scores, strict=True)
    )
    return Leaderboard(
        language, chat.title or "", context.services.texts.plain(language, SPANS[span]), players
    )


def _scores(update: Update, context: Context, span: str) -> list[Score]:
    chat, store = update.effective_chat, context.store
    assert chat is not None
    if span == "g":
        game = store.games.last(chat.id, thread_of(update) or 0)
        return store.votes.of_game(game) if game else []
    return store.votes.of_chat(chat.id, _since(update, context) if span == "m" else 0.0)


def _since(update: Update, context: Context) -> float:
    """Return when the month began where the chat is."""
    chat, services = update.effective_chat, context.services
    assert chat is not None
    zone = zone_of(services, chat.id, language_of(update, services))
    return month_start(zone, services.store.clock())


async def me(update: Update, context: Context) -> None:
    """Tell somebody's own points: in a group there, in private over all chats."""
    chat, user, votes = update.effective_chat, update.effective_user, context.store.votes
    assert chat is not None
    assert user is not None
    since = _since(update, context)
    if is_private(update):
        ever, month = votes.of_player(user.id), votes.of_player(user.id, since)
        place = 0
    else:
        scores = votes.of_chat(chat.id)
        at = next((n for n, score in enumerate(scores) if score.voter == user.id), None)
        ever = None if at is None else scores[at]
        place = 0 if at is None else places(scores)[at]
        month = next((s for s in votes.of_chat(chat.id, since) if s.voter == user.id), None)
    if ever is None:
        await say(update, context, "me.nothing")
        return
    await say(
        update, context, "me.here" if place else "me.everywhere", points=ever.points, place=place,
        month=month.points if month else 0, right=ever.right, answered=ever.answered,
        share=round(100 * ever.right / ever.answered), streak=ever.streak,
    )  # fmt: skip


def handlers() -> list[BaseHandler[Update, Context, None]]:
    """Return the commands and the buttons of tables."""
    new = filters.UpdateType.MESSAGE
    return [
        CommandHandler("leaderboard", leaderboard, new),
        CommandHandler("me", me, new),
        CallbackQueryHandler(press, r"^b:"),
    ]
