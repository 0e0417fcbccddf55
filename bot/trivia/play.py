"""Moves a game on: by its timer, by votes, by the closing of a poll.

Whatever is asked of Telegram may be repeated after a kill, so each step first looks at the rows and only then
acts: a round that still says "sending" was cut off and is void, an open one is closed before the next.
"""

from __future__ import annotations

import logging

from telegram.error import BadRequest, Forbidden, NetworkError
from telegram.ext import ExtBot

from bot.context import Services, Turn
from bot.state.game_records import Game, Round
from bot.trivia import ballots, board, sender
from bot.trivia.asking import draw
from bot.trivia.rules import MOST_REFUSED, SILENT_ROUNDS

log = logging.getLogger(__name__)

ENDS = {
    "finished": "trivia.end_finished", "stopped": "trivia.end_stopped", "silent": "trivia.end_silent",
    "away": "trivia.end_away", "rights": "trivia.end_rights", "trouble": "trivia.end_trouble",
    "daily": "trivia.end_daily",
}  # fmt: skip


class Play:
    """One piece of work on the games, in the turn of an update or a timer."""

    def __init__(self, bot: ExtBot[None], services: Services, turn: Turn) -> None:
        self.bot, self.services, self.turn = bot, services, turn
        self.store, self.texts, self.pace = services.store, services.texts, services.pace
        self.games, self.votes = services.store.games, services.store.votes

    async def step(self, game_id: int) -> None:
        """Do what is due in a game."""
        game = self.games.get(game_id)
        if game is None:
            return
        current = self.games.current(game.id)
        if current is None:
            await self._next(game)
        elif current.state == "sending":
            await self.cut_off(game, current)
            await self._next(game)
        elif game.mode == "buzz":
            await sender.tick(self, game, current)
        else:
            await ballots.look(self, game, current)

    def schedule(self, game: Game, seconds: float) -> None:
        """Have the game looked at again in some seconds, from the end of this turn on."""
        self.turn.keep(self.games.schedule, game.id, self.store.clock() + seconds)

    # Between rounds

    async def cut_off(self, game: Game, current: Round) -> None:
        """Tell that a question does not count which was being sent when the program stopped."""
        await self.say(game, "trivia.void", number=current.number)
        with self.store.atomic():
            self.games.set_round(current.id, state="void", closed_at=self.store.clock())

    async def _next(self, game: Game) -> None:
        """Ask the next question, or end the game."""
        states = self.games.states(game.id)
        done = states.count("done")
        if game.note == "away":
            await self.end(game, "away")
        elif game.mode != "daily" and self.votes.silent(game.id) >= SILENT_ROUNDS:
            await self.end(game, "silent")
        elif done >= game.length:
            await self.end(game, "finished")
        elif states[-MOST_REFUSED:] == ["refused"] * MOST_REFUSED:
            await self.end(game, "trouble")
        else:
            planned = self.games.planned(game.id) or await self._replacement(game)
            if planned is None:
                await self.end(game, "finished")
            else:
                await self._ask(game, planned, done + 1)

    async def _replacement(self, game: Game) -> Round | None:
        """Draw a question in place of one that was void or skipped."""
        quizzes = self.services.facts.current.quizzes
        more = await draw(
            quizzes, game, self.games.asked(game.chat_id), seed=self.services.seed(), count=1,
            exclude=self.games.keys(game.id),
        )  # fmt: skip
        with self.store.atomic():
            self.games.plan(game.id, more)
        return self.games.planned(game.id)

    async def _ask(self, game: Game, planned: Round, number: int) -> None:
        now = self.store.clock()
        if number == 1 and game.mode != "daily":
            self.turn.patient = False  # somebody has just asked for it
        with self.store.atomic():
            self.games.set_round(planned.id, state="sending", number=number, opened_at=now)
        try:
            sent = await sender.question(self, game, planned, number)
        except Forbidden:
            await self.end(game, "rights")
        except BadRequest as error:
            log.error("a question was refused", extra={"key": planned.question.key, "error": error.message})
            with self.store.atomic():
                self.games.set_round(planned.id, state="refused", closed_at=now)
            self.schedule(game, 0.0)
        except sender.LOST:
            self.schedule(game, 0.0)  # nobody knows whether it arrived: the next look finds it cut off
        except NetworkError:
            with self.store.atomic():
                self.games.set_round(planned.id, state="planned")
            raise
        else:
            self._opened(game, planned, sent)
            await ballots.catch_up(self, sent.poll_id)  # votes may have been faster than this commit

    def _opened(self, game: Game, current: Round, sent: sender.Sent) -> None:
        """Commit at once, so that votes find their round; the timer follows with the turn."""
        now = self.store.clock()
        with self.store.atomic():
            self.games.set_round(
                current.id, state="open", poll_id=sent.poll_id, message_id=sent.message_id,
                opened_at=now, closes_at=now + sent.seconds,
            )  # fmt: skip
            self.games.ask(game.chat_id, current.question.key)
        self.schedule(game, sent.look_after)

    # The end

    async def end(self, game: Game, reason: str) -> None:
        """End a game with its table; `reason` is one of ENDS."""
        self.turn.patient = False  # the group waits for the table, and perhaps for the next game
        current = self.games.current(game.id)
        if current and current.state == "open" and game.mode != "buzz":
            await ballots.stop_poll(self, game, current)
        scores = self.votes.of_game(game.id)
        if game.mode != "daily" or scores or reason != "finished":
            key = ENDS["daily" if game.mode == "daily" and reason == "finished" else reason]
            text = self.texts(game.language, key, length=game.length)
            await self.tell(game, text + "\n\n" + board.table(self.texts, game.language, scores))
        if game.board_id:
            await sender.remove(self, game, game.board_id)
        self.turn.keep(self.games.end, game.id, reason)
        if game.mode == "daily" and reason == "rights":
            self.turn.keep(self.store.trivia.schedule, game.chat_id, None)

    async def say(self, game: Game, key: str, **values: object) -> None:
        """Say a sentence in the game's chat."""
        await self.tell(game, self.texts(game.language, key, **values))

    async def tell(self, game: Game, html: str, reply_to: int | None = None) -> None:
        """Send a message; a chat that does not take it must not keep its game from going on or ending."""
        try:
            await sender.message(self, game, html, reply_to)
        except (BadRequest, Forbidden) as error:
            log.info("not told", extra={"error": error.message})
