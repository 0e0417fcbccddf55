"""Votes in a poll, the end of a poll, and what is counted then."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from telegram import Poll, PollAnswer
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.state.game_records import Game, Round
from bot.trivia import board, members, sender

if TYPE_CHECKING:
    from bot.trivia.play import Play

log = logging.getLogger(__name__)

EARLY_LOOKS, EARLY_PAUSE = 100, 0.05
"""How often, and after how many seconds, votes are looked for that came before their poll was stored."""
MOST_EARLY_ENDS = 100
"""Polls remembered that were closed before anybody here knew them; a look at the clock ends the others too."""
UPDATES_LIVE = 20 * 3600.0
"""Telegram keeps updates for 24 hours; a round that closed longer ago may have lost votes and is void."""


async def vote(play: Play, answer: PollAnswer, update_id: int) -> None:
    """Keep a vote; close the poll early where nobody else is expected.

    A vote taken back changes nothing, since the first one counts; one in a chat's name is nobody's.
    """
    if answer.user is None or not answer.option_ids:
        return
    with play.store.atomic():
        play.votes.add(answer.poll_id, answer.user.id, answer.option_ids[0], update_id)
        play.votes.name(answer.user.id, answer.user.first_name)
    await advance(play, answer.poll_id)


async def advance(play: Play, poll_id: str) -> None:
    """Close an open poll where nobody else is expected."""
    current = play.games.round_of_poll(poll_id)
    if current is None or current.state != "open" or current.stopped_at:
        return
    game = play.games.get(current.game_id)
    if game is None or game.mode != "polls":
        return
    alone = game.chat_id > 0 and play.votes.count(poll_id) > 0
    if alone or play.votes.everybody_voted(game.id, poll_id):
        await _stop(play, game, current)


async def _stop(play: Play, game: Game, current: Round) -> None:
    """Close a poll. It is tallied when Telegram tells so, which it does after all votes."""
    await stop_poll(play, game, current)
    with play.store.atomic():
        play.games.set_round(current.id, stopped_at=play.store.clock())
    play.schedule(game, play.pace.closing)


async def stop_poll(play: Play, game: Game, current: Round) -> None:
    """Close a poll at Telegram; one that is closed or gone is fine."""
    markup = board.report_button(play.texts, game.language, current.id)
    try:
        await play.bot.stop_poll(game.chat_id, current.message_id, reply_markup=markup)
    except (BadRequest, Forbidden) as error:
        log.info("no poll to stop", extra={"error": error.message})


async def look(play: Play, game: Game, current: Round) -> None:
    """Close a poll whose countdown is over; tally without its closing update where none comes."""
    now = play.store.clock()
    waited = now - current.stopped_at
    if not current.stopped_at:
        left = current.closes_at + play.pace.grace - now
        if left > 0:
            play.schedule(game, left)
        else:
            await _stop(play, game, current)
    elif play.votes.end_waits(current.poll_id) or _may_be_told(play, waited):
        play.schedule(game, play.pace.closing)
    elif now - current.closes_at > UPDATES_LIVE:
        await play.cut_off(game, current)
        play.schedule(game, 0.0)
    else:
        await close(play, game, current, play.votes.newest_update())


def _may_be_told(play: Play, waited: float) -> bool:
    """Whether the end of a poll that was stopped some seconds ago may still wait at Telegram."""
    return play.services.behind() > waited and waited < play.pace.closing_most


async def closed(play: Play, poll: Poll, update_id: int) -> None:
    """Tally a round whose poll Telegram has closed; one that is not stored yet is tallied once it is."""
    if not poll.is_closed:
        return
    current = play.games.round_of_poll(poll.id)
    if current is None:
        ends = play.services.early_ends
        ends[poll.id] = update_id
        if len(ends) > MOST_EARLY_ENDS:
            del ends[next(iter(ends))]
    elif (game := play.games.get(current.game_id)) and current.state == "open":
        await close(play, game, current, update_id)


async def catch_up(play: Play, poll_id: str) -> None:
    """Take account of what was told of a poll before its round was stored: its votes, its end."""
    end = play.services.early_ends.pop(poll_id, None)
    if end is None:
        await advance(play, poll_id)
        return
    current = play.games.round_of_poll(poll_id)
    game = play.games.get(current.game_id) if current else None
    if current and game:
        await close(play, game, current, end)


async def close(play: Play, game: Game, current: Round, closing_update: int) -> None:
    """Count the votes up to an update, show the table, and go on after a while."""
    await _early_votes(play, current, closing_update)
    await members.look_up(play, game)
    with play.store.atomic():
        play.games.set_round(
            current.id, state="done", closed_at=play.store.clock(), closing_update=closing_update
        )
    play.schedule(game, 0.0 if game.mode == "daily" else play.pace.reveal)
    if game.mode == "polls":
        await _show_board(play, game, current)


async def _early_votes(play: Play, current: Round, closing_update: int) -> None:
    """Let the votes be handled that wait in the poll's own queue, not in the chat's."""
    for _ in range(EARLY_LOOKS):
        if not play.votes.early_ones_wait(current.poll_id, closing_update):
            return
        await asyncio.sleep(EARLY_PAUSE)


async def _show_board(play: Play, game: Game, current: Round) -> None:
    """Send the table after the first round; edit it after later ones, not at each where they fly by."""
    now = play.store.clock()
    last = play.games.states(game.id).count("done") >= game.length
    early = now - game.board_at < play.pace.edit or play.services.room(game.chat_id) < play.pace.room
    if last or (game.board_id and early):
        return
    answered, right = play.votes.tally(current.poll_id)
    key = "trivia.after_round" if current.bonus else "trivia.after_break"
    text = play.texts(
        game.language, key, number=current.number, length=game.length, right=right, answered=answered
    )
    text += "\n" + board.table(play.texts, game.language, play.votes.of_game(game.id))
    try:
        board_id = await sender.show(play, game, text)
    except TelegramError as error:
        log.info("no table", extra={"error": type(error).__name__})
        return
    with play.store.atomic():
        play.games.set(game.id, board_id=board_id, board_at=now)
