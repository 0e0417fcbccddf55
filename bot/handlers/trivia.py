"""/trivia, /stop and /skip, votes, replies to typed questions, and the button of a bad question."""

from __future__ import annotations

import asyncio
import logging
from functools import partial

from telegram import Message, Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ExtBot,
    MessageHandler,
    PollAnswerHandler,
    PollHandler,
    filters,
)

from bot.context import Context, Services, Turn
from bot.replies import language_of, say, send, thread_of, toast
from bot.state import Timer
from bot.state.game_records import Game, NewGame, Round
from bot.state.games import TIMER
from bot.state.trivia_settings import DAILY
from bot.timers import Due
from bot.trivia import ballots, daily, request
from bot.trivia.asking import draw
from bot.trivia.buzz import guess
from bot.trivia.play import Play
from bot.trivia.rights import refusal
from bot.trivia.rules import LENGTH
from bot.trivia.sender import BUZZ_FACTOR
from knowledge import LANGUAGES, Subject

log = logging.getLogger(__name__)


async def start(update: Update, context: Context) -> None:
    """Start a game: the rules in one line, then the first question after a breath."""
    services, chat = context.services, update.effective_chat
    assert chat is not None
    thread = thread_of(update) or 0
    running = context.store.games.running(chat.id, thread)
    if running:
        number = min(context.store.games.states(running.id).count("done") + 1, running.length)
        await say(update, context, "trivia.already", number=number, length=running.length)
        return
    choices = context.store.trivia.get(chat.id)
    refused = await refusal(update, context) if choices.admins_only else None
    if refused:
        await say(update, context, refused)
        return
    words = (update.message.text or "").partition(" ")[2] if update.message else ""
    asked = request.read(words, services.texts)
    subject = await _subject(update, services, asked.topic)
    if asked.topic and subject is None:
        await say(update, context, "trivia.no_subject", topic=asked.topic)
        return
    user = update.effective_user
    new = NewGame(
        chat.id, thread, user.id if user else 0, language_of(update, services),
        "buzz" if asked.buzz else "polls", asked.length or choices.length or LENGTH,
        choices.seconds or services.settings.trivia_seconds, asked.difficulty or choices.difficulty,
        subject.id if subject else None,
    )  # fmt: skip
    await _start(update, context, new, subject)


async def _subject(update: Update, services: Services, topic: str) -> Subject | None:
    if not topic:
        return None
    quizzes = services.facts.current.quizzes
    return await asyncio.to_thread(quizzes.subject, topic, language_of(update, services))


async def _start(update: Update, context: Context, new: NewGame, subject: Subject | None) -> None:
    services, games = context.services, context.store.games
    quizzes = services.facts.current.quizzes
    questions = await draw(quizzes, new, games.asked(new.chat_id), seed=services.seed(), count=new.length)
    if not questions:
        await say(update, context, "trivia.no_questions")
        return
    fitted = NewGame(
        new.chat_id, new.thread, new.starter, new.language, new.mode, len(questions), new.seconds,
        new.difficulty, new.about,
    )  # fmt: skip
    texts, language = services.texts, new.language
    about = texts(language, "trivia.about", subject=subject.label) if subject and subject.label else ""
    key, seconds = "trivia.rules", new.seconds
    if new.mode == "buzz":
        key, seconds = "trivia.rules_buzz", new.seconds * BUZZ_FACTOR
    elif len(questions) == 1:
        key = "trivia.rules_one"
    head = texts(language, key, length=len(questions), seconds=seconds)
    await send(update, context, (about + "\n" if about else "") + head)
    due = context.store.clock() + services.pace.first
    context.turn.keep(games.start, fitted, questions, due)


async def stop(update: Update, context: Context) -> None:
    """End the game with its table."""
    game = await _led_game(update, context)
    if game:
        await _play(context).end(game, "stopped")


async def skip(update: Update, context: Context) -> None:
    """Leave out the open question: it does not count, another one comes in its place."""
    game = await _led_game(update, context)
    if game is None:
        return
    store, play = context.store, _play(context)
    current = store.games.current(game.id)
    if current is None or current.state != "open":
        await say(update, context, "trivia.nothing_open")
        return
    if game.mode != "buzz":
        await ballots.stop_poll(play, game, current)
    await play.say(game, "trivia.skipped", number=current.number, answer=current.question.hint)
    context.turn.keep(lambda: store.games.set_round(current.id, state="skipped", closed_at=store.clock()))
    play.schedule(game, context.services.pace.reveal)


async def _led_game(update: Update, context: Context) -> Game | None:
    """Return the running game where whoever asks may lead it; say why not otherwise."""
    chat = update.effective_chat
    assert chat is not None
    game = context.store.games.running(chat.id, thread_of(update) or 0)
    if game is None:
        await say(update, context, "trivia.none_running")
        return None
    refused = await refusal(update, context, game.starter)
    if refused:
        await say(update, context, refused)
        return None
    return game


async def take_vote(update: Update, context: Context) -> None:
    """Keep a vote."""
    assert update.poll_answer is not None
    await ballots.vote(_play(context), update.poll_answer, update.update_id)


async def take_end(update: Update, context: Context) -> None:
    """Tally a poll that is closed."""
    assert update.poll is not None
    await ballots.closed(_play(context), update.poll, update.update_id)


async def take_guess(update: Update, context: Context) -> None:
    """Judge a reply to a typed question."""
    message = update.message
    assert message is not None
    current = _open_question(context.services, message)
    if current:
        await guess(_play(context), current, message, update.update_id)


async def report(update: Update, context: Context) -> None:
    """Put a question that somebody finds wrong among those that administrators review."""
    query, user, chat = update.callback_query, update.effective_user, update.effective_chat
    number = (query.data or "")[2:] if query else ""
    current = context.store.games.round(int(number)) if number.isdecimal() and len(number) < 18 else None
    game_chat = context.store.games.chat_of_round(current.id) if current else None
    if current is None or user is None or chat is None or game_chat != chat.id:
        await toast(update, context, "button.old", alert=True)
        return
    await toast(update, context, "button.reported", alert=True)
    asked = current.question
    words = f"{asked.question} [{asked.key}]"
    context.turn.keep(context.store.talks.report, context.turn.number, user.id, asked.language, words)


def _play(context: Context) -> Play:
    return Play(context.bot, context.services, context.turn)


def _open_question(services: Services, message: Message) -> Round | None:
    """Return the typed question that a message answers: by a reply, in private also without one.

    A reply to one that is over gives that one: it is no question to the bot.
    """
    games = services.store.games
    replied, private = message.reply_to_message, message.chat_id > 0
    ours = replied is not None and replied.from_user is not None and replied.from_user.is_bot
    if not private and not ours:
        return None
    thread = (message.message_thread_id or 0) if message.is_topic_message else 0
    game = games.running(message.chat_id, thread)
    current = games.current(game.id) if game and game.mode == "buzz" else None
    if current and current.state == "open":
        return current
    found = games.round_of_message(message.chat_id, replied.message_id) if replied else None
    return found if found and found.poll_id.startswith("buzz:") else None


class _Guess(filters.MessageFilter):
    """Whether a message answers a typed question."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def filter(self, message: Message) -> bool:
        """Look for the question."""
        return _open_question(self._services, message) is not None


def handlers(services: Services) -> list[BaseHandler[Update, Context, None]]:
    """Return the commands, buttons, votes and replies of games."""
    new = filters.UpdateType.MESSAGE
    typed = new & filters.TEXT & ~filters.COMMAND & _Guess(services)
    return [
        CommandHandler("trivia", start, new),
        CommandHandler("stop", stop, new),
        CommandHandler("skip", skip, new),
        PollAnswerHandler(take_vote),
        PollHandler(take_end),
        CallbackQueryHandler(report, r"^q:"),
        MessageHandler(typed, take_guess),
    ]


def timers(bot: ExtBot[None], services: Services) -> dict[str, Due]:
    """Return who does the timers of games and of the question of the day."""

    async def step(timer: Timer, turn: Turn) -> None:
        await Play(bot, services, turn).step(int((timer.payload or {})["game"]))

    return {TIMER: step, DAILY: partial(daily.ask, services)}


async def warm_up(services: Services) -> None:
    """Work out the quizzes beforehand, aside, so that the first game starts as fast as any."""
    try:
        for language in LANGUAGES:
            await asyncio.to_thread(services.facts.current.quizzes.maker, language)
    except Exception as error:  # questions are answered all the same
        log.error("no quizzes", extra={"error": type(error).__name__})
