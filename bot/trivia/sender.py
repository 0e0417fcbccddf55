"""What a game sends: polls, questions to reply to, hints, tables. Everything but questions comes silently."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import InputPollOption, ReplyParameters
from telegram.error import BadRequest, TelegramError, TimedOut

from bot.state.game_records import Game, Round
from bot.transport import AnswerLost
from bot.trivia import board
from bot.trivia.rules import HINTS

if TYPE_CHECKING:
    from bot.trivia.play import Play

LOST = (AnswerLost, TimedOut)
"""Errors after which nobody knows whether a call took effect."""
BUZZ_FACTOR = 2
"""Typing takes longer than tapping: seconds of a typed question for one of a poll's."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A question as it was sent; it is open for `seconds`, and the game is looked at after `look_after`."""

    poll_id: str
    message_id: int
    seconds: float
    look_after: float


async def question(play: Play, game: Game, planned: Round, number: int) -> Sent:
    """Send a question in the way of the game. Raises the library's errors."""
    return await (_typed if game.mode == "buzz" else _poll)(play, game, planned, number)


async def _poll(play: Play, game: Game, planned: Round, number: int) -> Sent:
    asked = planned.question
    seconds = int(play.pace.daily_open) if game.mode == "daily" else game.seconds
    sent = await play.bot.send_poll(
        game.chat_id,
        board.poll_question(play.texts, game, planned, number),
        [InputPollOption(option, text_parse_mode=None) for option in asked.options],
        type="quiz",
        is_anonymous=False,
        correct_option_ids=[asked.right],  # type: ignore[list-item]  # the library lists the numbers 0 to 11
        explanation=asked.explanation,
        open_period=seconds,
        protect_content=True,
        question_parse_mode=None,
        explanation_parse_mode=None,
        message_thread_id=game.thread or None,
        disable_notification=number > 1,
        reply_markup=board.report_button(play.texts, game.language, planned.id),
        api_kwargs={"parse_mode": None},  # the library adds its default, which polls do not know
    )
    assert sent.poll is not None
    return Sent(sent.poll.id, sent.message_id, seconds, seconds + play.pace.grace)


async def _typed(play: Play, game: Game, planned: Round, number: int) -> Sent:
    sent = await play.bot.send_message(
        game.chat_id,
        board.buzz_question(play.texts, game, planned, number, 0),
        protect_content=True,
        message_thread_id=game.thread or None,
        disable_notification=number > 1,
        reply_markup=board.report_button(play.texts, game.language, planned.id),
    )
    seconds = game.seconds * BUZZ_FACTOR
    return Sent(f"buzz:{planned.id}", sent.message_id, seconds, seconds / (HINTS + 1))


async def tick(play: Play, game: Game, current: Round) -> None:
    """Uncover letters of a typed question as its time goes by; at the end, tell the answer."""
    now, total = play.store.clock(), current.closes_at - current.opened_at
    if now >= current.closes_at - 0.05:
        await play.say(
            game, "trivia.buzz_over", answer=current.question.hint, explanation=current.question.explanation
        )
        with play.store.atomic():
            play.games.set_round(current.id, state="done", closed_at=now, closing_update=0, bonus=0)
        play.schedule(game, play.pace.reveal)
        return
    step = min(int((now - current.opened_at + 0.05) / total * (HINTS + 1)), HINTS)
    if step > current.hints:
        text = board.buzz_question(play.texts, game, current, current.number, step)
        markup = board.report_button(play.texts, game.language, current.id)
        with suppress(BadRequest):  # the message is gone; the answer may still be known
            await play.bot.edit_message_text(
                text, chat_id=game.chat_id, message_id=current.message_id, reply_markup=markup
            )
        with play.store.atomic():
            play.games.set_round(current.id, hints=step)
    play.schedule(game, current.opened_at + total * (step + 1) / (HINTS + 1) - now)


async def show(play: Play, game: Game, html: str) -> int:
    """Send the table, or edit it where it stands; return its message's id. Raises the library's errors."""
    if game.board_id:
        with suppress(BadRequest):  # it may be deleted, or in the group that became a supergroup
            await play.bot.edit_message_text(html, chat_id=game.chat_id, message_id=game.board_id)
            return game.board_id
    return await message(play, game, html)


async def message(play: Play, game: Game, html: str, reply_to: int | None = None) -> int:
    """Send a message without a sound; return its id. Raises the library's errors."""
    sent = await play.bot.send_message(
        game.chat_id,
        html,
        message_thread_id=game.thread or None,
        disable_notification=True,
        reply_parameters=ReplyParameters(reply_to) if reply_to else None,
    )
    return sent.message_id


async def remove(play: Play, game: Game, message_id: int) -> None:
    """Delete a message of ours; where Telegram does not, it stays."""
    with suppress(TelegramError):
        await play.bot.delete_message(game.chat_id, message_id)
