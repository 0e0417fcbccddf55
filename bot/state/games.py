"""Games of trivia and their rounds, as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlite_utils import Database

from bot.state.game_records import Game, NewGame, Round
from bot.state.timers import Timer, Timers
from knowledge import QuizQuestion

TIMER = "trivia"
"""The kind of a game's one timer. A game without one is over, whatever else happened to it."""

_GAME = (
    "g.chat_id, g.thread, g.starter, g.language, g.mode, g.length, g.seconds, g.difficulty, g.about, g.id,"
    " g.note, g.board_id, g.board_at, g.started_at"
)
"""The columns of a game, as its record has them."""


class Games:
    """The tables `trivia_games`, `trivia_rounds` and `trivia_asked`. Writers do not commit by themselves."""

    def __init__(self, db: Database, clock: Callable[[], float], timers: Timers) -> None:
        self._db = db
        self._clock = clock
        self._timers = timers

    def start(self, new: NewGame, questions: Iterable[QuizQuestion], due_at: float) -> int:
        """Store a game with its questions and set its timer; return its id.

        A game that the chat was lost in the middle of has no timer; nothing may wake it beside the new one.
        """
        if new.mode != "daily":
            for game_id in self._left_over(new.chat_id, new.thread):
                self.end(game_id, "replaced")
        cursor = self._db.conn.execute(
            "INSERT INTO trivia_games (chat_id, thread, starter, language, mode, length, difficulty, about,"
            " seconds, state, note, board_id, board_at, started_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', '', 0, 0, ?)",
            (new.chat_id, new.thread, new.starter, new.language, new.mode, new.length, new.difficulty,
             new.about, new.seconds, self._clock()),
        )  # fmt: skip
        game_id = int(cursor.lastrowid or 0)
        self.plan(game_id, questions)
        self.schedule(game_id, due_at)
        return game_id

    def _left_over(self, chat_id: int, thread: int) -> list[int]:
        rows = self._db.conn.execute(
            "SELECT id FROM trivia_games"
            " WHERE chat_id = ? AND thread = ? AND state = 'running' AND mode <> 'daily'",
            (chat_id, thread),
        )
        return [int(game_id) for (game_id,) in rows.fetchall()]

    def plan(self, game_id: int, questions: Iterable[QuizQuestion]) -> None:
        """Add questions to a game."""
        for question in questions:
            self._db.conn.execute(
                "INSERT INTO trivia_rounds"
                " (game_id, key, question, right, state, bonus, worth, hints, guesses)"
                " VALUES (?, ?, ?, ?, 'planned', 1, 0, 0, 0)",
                (game_id, question.key, question.to_json(), question.right),
            )

    def schedule(self, game_id: int, due_at: float) -> None:
        """Have the game looked at at a time, in the chat where it is by then."""
        game = self.get(game_id)
        if game:
            self._timers.set(Timer(f"{TIMER}:{game_id}", TIMER, due_at, game.chat_id, {"game": game_id}))

    def get(self, game_id: int) -> Game | None:
        """Return a game that is not over, or None."""
        return self._game("g.id = ? AND g.state = 'running'", (game_id,))

    def running(self, chat_id: int, thread: int) -> Game | None:
        """Return the game of a chat or topic, or None. A game has a timer; daily ones hinder none."""
        return self._game(
            "g.chat_id = ? AND g.thread = ? AND g.state = 'running' AND g.mode <> 'daily'"
            " AND EXISTS (SELECT 1 FROM timers t WHERE t.id = ? || ':' || g.id)",
            (chat_id, thread, TIMER),
        )

    def last(self, chat_id: int, thread: int) -> int | None:
        """Return the id of the newest game of a chat or topic, over or not, or None."""
        found = self._db.conn.execute(
            "SELECT max(id) FROM trivia_games WHERE chat_id = ? AND thread = ? AND mode <> 'daily'",
            (chat_id, thread),
        ).fetchone()
        return int(found[0]) if found and found[0] is not None else None

    def _game(self, where: str, values: tuple[object, ...]) -> Game | None:
        query = f"SELECT {_GAME} FROM trivia_games g WHERE {where} ORDER BY g.id DESC LIMIT 1"  # noqa: S608 - ours
        row = self._db.conn.execute(query, values).fetchone()
        return Game(*row) if row else None

    def end(self, game_id: int, reason: str) -> None:
        """End a game: an open round is void, what was planned is dropped, the timer goes."""
        self._db.conn.execute(
            "UPDATE trivia_games SET state = 'ended', reason = ?, ended_at = ? WHERE id = ?",
            (reason, self._clock(), game_id),
        )
        self._db.conn.execute(
            "UPDATE trivia_rounds SET state = 'void', closed_at = ?"
            " WHERE game_id = ? AND state IN ('sending', 'open')",
            (self._clock(), game_id),
        )
        self._db.conn.execute("DELETE FROM trivia_rounds WHERE game_id = ? AND state = 'planned'", (game_id,))
        self._timers.cancel(f"{TIMER}:{game_id}")

    def set(self, game_id: int, **values: object) -> None:
        """Change columns of a game."""
        self._update("trivia_games", game_id, values)

    def set_round(self, round_id: int, **values: object) -> None:
        """Change columns of a round."""
        self._update("trivia_rounds", round_id, values)

    def _update(self, table: str, row_id: int, values: dict[str, Any]) -> None:
        self._db.table(table).update(row_id, values)

    def round_of_poll(self, poll_id: str) -> Round | None:
        """Return the round of a poll, or None where the poll is none of ours or not stored yet."""
        return self._round("poll_id = ?", (poll_id,))

    def round_of_message(self, chat_id: int, message_id: int) -> Round | None:
        """Return the round whose question is a message of a chat, or None."""
        return self._round(
            "message_id = ? AND game_id IN (SELECT id FROM trivia_games WHERE chat_id = ?)",
            (message_id, chat_id),
        )

    def round(self, round_id: int) -> Round | None:
        """Return a round, or None."""
        return self._round("id = ?", (round_id,))

    def current(self, game_id: int) -> Round | None:
        """Return the round that is being sent or open, or None between rounds."""
        return self._round("game_id = ? AND state IN ('sending', 'open')", (game_id,))

    def planned(self, game_id: int) -> Round | None:
        """Return the next question, or None where none is left."""
        return self._round("game_id = ? AND state = 'planned'", (game_id,), order="id")

    def _round(self, where: str, values: tuple[object, ...], order: str = "id DESC") -> Round | None:
        rows = self._db.table("trivia_rounds").rows_where(where, values, order_by=order, limit=1)
        row = next(iter(rows), None)
        if row is None:
            return None
        return Round(
            row["id"], row["game_id"], row["number"] or 0, QuizQuestion.from_json(row["question"]),
            row["state"], row["poll_id"] or "", row["message_id"] or 0, row["closes_at"] or 0.0,
            row["opened_at"] or 0.0, row["stopped_at"] or 0.0, bool(row["bonus"]), row["hints"],
            row["guesses"], row["closing_update"] or 0,
        )  # fmt: skip

    def chat_of_poll(self, poll_id: str) -> int | None:
        """Return the chat where a poll of ours is, or None."""
        found = self._db.conn.execute(
            "SELECT chat_id FROM trivia_games g JOIN trivia_rounds r ON g.id = r.game_id WHERE poll_id = ?",
            (poll_id,),
        ).fetchone()
        return int(found[0]) if found else None

    def chat_of_round(self, round_id: int) -> int | None:
        """Return the chat where a round is, or None."""
        found = self._db.conn.execute(
            "SELECT g.chat_id FROM trivia_rounds r JOIN trivia_games g ON g.id = r.game_id WHERE r.id = ?",
            (round_id,),
        ).fetchone()
        return int(found[0]) if found else None

    def states(self, game_id: int) -> list[str]:
        """Return the states of the rounds that were begun, in their order."""
        rows = self._db.conn.execute(
            "SELECT state FROM trivia_rounds WHERE game_id = ? AND state <> 'planned' ORDER BY id", (game_id,)
        )
        return [str(state) for (state,) in rows]

    def keys(self, game_id: int) -> frozenset[str]:
        """Return the keys of all questions of a game."""
        rows = self._db.conn.execute("SELECT key FROM trivia_rounds WHERE game_id = ?", (game_id,))
        return frozenset(str(key) for (key,) in rows)

    def asked(self, chat_id: int) -> list[str]:
        """Return the keys that a chat was asked, the newest first."""
        rows = self._db.conn.execute(
            "SELECT key FROM trivia_asked WHERE chat_id = ? ORDER BY asked_at DESC, key", (chat_id,)
        )
        return [str(key) for (key,) in rows]

    def ask(self, chat_id: int, key: str) -> None:
        """Note that a chat was asked a question."""
        self._db.conn.execute(
            "INSERT OR REPLACE INTO trivia_asked (chat_id, key, asked_at) VALUES (?, ?, ?)",
            (chat_id, key, self._clock()),
        )

    def recover(self, away_seconds: float) -> None:
        """Mark at a start what a stop of the program did to the games that were running.

        Rounds that were open give no bonus for order; those whose end was heard before do. Games that were
        due long ago end when they are looked at next.
        """
        with self._db.atomic():
            self._db.conn.execute(
                "UPDATE trivia_rounds SET bonus = 0 WHERE state = 'open' AND poll_id NOT IN ("
                " SELECT json_extract(payload, '$.poll.id') FROM inbox WHERE state = 'waiting'"
                " AND json_extract(payload, '$.poll.is_closed'))"
            )
            self._db.conn.execute(
                "UPDATE trivia_games SET note = 'away' WHERE state = 'running' AND mode <> 'daily'"
                " AND EXISTS (SELECT 1 FROM timers t WHERE t.id = ? || ':' || trivia_games.id"
                " AND t.due_at < ?)",
                (TIMER, self._clock() - away_seconds),
            )
