"""Typed answers: the first right reply wins."""

from __future__ import annotations

from telegram import Message

from bot.state.game_records import Game, Round
from bot.trivia import board
from bot.trivia.play import Play
from bot.trivia.rules import HINT_COST, POINTS
from knowledge import judge_typed

PODIUM = 3
"""Players that are shown after each question; the whole table comes at the end."""


async def guess(play: Play, current: Round, message: Message, update_id: int) -> None:
    """Judge a reply; announce the winner, and go on. A wrong reply is passed over in silence.

    A reply that was judged before a kill and not announced is announced now.
    """
    game, user = play.games.get(current.game_id), message.from_user
    if game is None or user is None or message.sender_chat:
        return
    if current.state == "done" and current.closing_update == update_id:
        await _announce(play, game, current, message, user.first_name)
    if current.state != "open":
        return
    if not judge_typed(message.text or "", current.question):
        play.turn.keep(lambda: play.games.set_round(current.id, guesses=current.guesses + 1))
        return
    with play.store.atomic():
        play.votes.add(current.poll_id, user.id, current.question.right, update_id)
        play.votes.name(user.id, user.first_name)
        play.games.set_round(
            current.id, state="done", closed_at=play.store.clock(), closing_update=update_id, bonus=0,
            worth=worth(current.hints),
        )  # fmt: skip
    await _announce(play, game, current, message, user.first_name)


def worth(hints: int) -> int:
    """Return the points of a typed question after some hints."""
    return POINTS - HINT_COST * hints


async def _announce(play: Play, game: Game, current: Round, message: Message, name: str) -> None:
    """Tell who won and how the game stands. It is the one message beside the question."""
    text = play.texts(
        game.language, "trivia.buzz_won", name=board.shown(name), answer=current.question.hint,
        points=worth(current.hints), explanation=current.question.explanation,
    )  # fmt: skip
    scores = play.votes.of_game(game.id)
    text += "\n\n" + board.table(play.texts, game.language, scores, PODIUM)
    await play.tell(game, text, reply_to=message.message_id)
    play.schedule(game, play.pace.reveal)
