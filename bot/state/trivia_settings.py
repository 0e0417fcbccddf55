"""What a chat has chosen for its games, and its question of the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from bot.state.timers import Timer, Timers
from knowledge import Difficulty, Language

DAILY = "daily"
"""The kind of the timers of the question of the day."""


@dataclass(frozen=True, slots=True)
class Choices:
    """A chat's choices; None leaves it to the bot. `daily` is "HH:MM" or "", `zone` a name of the IANA."""

    seconds: int | None = None
    length: int | None = None
    difficulty: Difficulty | None = None
    admins_only: bool = False
    zone: str | None = None
    daily: str = ""
    thread: int = 0
    language: Language | None = None


class TriviaSettings:
    """The table `trivia_settings`, and the timers of the question of the day. Writers do not commit."""

    def __init__(self, db: Database, timers: Timers) -> None:
        self._db = db
        self._timers = timers

    def get(self, chat_id: int) -> Choices:
        """Return the choices of a chat."""
        row = next(iter(self._db.table("trivia_settings").rows_where("chat_id = ?", (chat_id,))), None)
        if row is None:
            return Choices()
        return Choices(
            row["seconds"], row["length"], row["difficulty"] or None, row["starters"] == "admins",
            row["zone"], row["daily"] or "", row["thread"] or 0,
            row["language"],
        )  # fmt: skip

    def set(self, chat_id: int, **values: Any) -> None:
        """Change some choices, by the names of the table's columns."""
        self._db.table("trivia_settings").upsert({"chat_id": chat_id, **values}, pk="chat_id")

    def schedule(self, chat_id: int, due_at: float | None) -> None:
        """Set when the next question of the day is due; None ends them. A chat has one timer of these."""
        self._db.conn.execute("DELETE FROM timers WHERE kind = ? AND chat_id = ?", (DAILY, chat_id))
        if due_at is not None:
            self._timers.set(Timer(f"{DAILY}:{chat_id}", DAILY, due_at, chat_id))

    def is_scheduled(self, chat_id: int) -> bool:
        """Whether a question of the day is due some time."""
        found = self._db.conn.execute(
            "SELECT 1 FROM timers WHERE kind = ? AND chat_id = ?", (DAILY, chat_id)
        ).fetchone()
        return found is not None
