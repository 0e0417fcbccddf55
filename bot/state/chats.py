"""Chats, choices of language, and what happens to everything when a chat moves or a person leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from sqlite_utils import Database

from bot.state.votes import Votes
from knowledge import LANGUAGES, Language


class Chats:
    """The tables `chats` and `languages`. A person's private chat has the person's id."""

    def __init__(self, db: Database, clock: Callable[[], float]) -> None:
        self._db = db
        self._clock = clock

    def is_active(self, chat_id: int) -> bool:
        """Whether the bot may write to a chat, as far as it knows."""
        found = self._db.conn.execute(
            "SELECT 1 FROM chats WHERE chat_id = ? AND active = 1", (chat_id,)
        ).fetchone()
        return found is not None

    def saw(self, chat_id: int, kind: str) -> bool:
        """Note that a chat spoke to us; return whether it was unknown or inactive before."""
        if self.is_active(chat_id):
            return False
        with self._db.atomic():
            self._db.conn.execute(
                "INSERT INTO chats (chat_id, kind, active, created_at) VALUES (?, ?, 1, ?)"
                " ON CONFLICT (chat_id) DO UPDATE SET active = 1, kind = excluded.kind",
                (chat_id, kind, self._clock()),
            )
        return True

    def lost(self, chat_id: int) -> None:
        """Mark a chat inactive (kicked, blocked, no right to write) and cancel its timers."""
        with self._db.atomic():
            self._db.conn.execute("UPDATE chats SET active = 0 WHERE chat_id = ?", (chat_id,))
            self._db.conn.execute("DELETE FROM timers WHERE chat_id = ?", (chat_id,))

    def active(self, kinds: tuple[str, ...] = ("group", "supergroup")) -> list[int]:
        """Return the active chats of some kinds."""
        rows = self._db.conn.execute("SELECT chat_id, kind FROM chats WHERE active = 1 ORDER BY chat_id")
        return [chat_id for chat_id, kind in rows if kind in kinds]

    def language(self, owner_id: int) -> Language | None:
        """Return the language that a person or a group chose, or None for automatic."""
        found = self._db.conn.execute(
            "SELECT language FROM languages WHERE owner_id = ?", (owner_id,)
        ).fetchone()
        return cast(Language, found[0]) if found and found[0] in LANGUAGES else None

    def choose_language(self, owner_id: int, language: Language | None) -> None:
        """Keep a choice; None returns to automatic."""
        self._db.conn.execute("DELETE FROM languages WHERE owner_id = ?", (owner_id,))
        if language:
            self._db.conn.execute(
                "INSERT INTO languages (owner_id, language) VALUES (?, ?)", (owner_id, language)
            )

    def migrate(self, old: int, new: int) -> None:
        """Move everything of a group to the supergroup that it became; twice is harmless.

        Message ids do not carry over (Bot API, ResponseParameters), so answers to edit are dropped.
        """
        with self._db.atomic():
            self._db.conn.execute("DELETE FROM answers WHERE chat_id = ?", (old,))
            for table in self._tables_with("chat_id"):
                change = f"UPDATE OR REPLACE [{table}] SET chat_id = ? WHERE chat_id = ?"  # noqa: S608 - a name of ours
                self._db.conn.execute(change, (new, old))
            self._db.conn.execute(
                "UPDATE OR REPLACE languages SET owner_id = ? WHERE owner_id = ?", (new, old)
            )
            self._db.conn.execute(
                "UPDATE chats SET kind = 'supergroup', active = 1 WHERE chat_id = ?", (new,)
            )

    def forget(self, user_id: int) -> None:
        """Erase a person: all rows of theirs and of their private chat, and what is still in the inbox.

        Points in games stay, under nobody's name.
        """
        with self._db.atomic():
            for column in ("user_id", "chat_id"):
                for table in self._tables_with(column):
                    erase = f"DELETE FROM [{table}] WHERE {column} = ?"  # noqa: S608 - names of ours
                    self._db.conn.execute(erase, (user_id,))
            self._db.conn.execute("DELETE FROM languages WHERE owner_id = ?", (user_id,))
            Votes(self._db, self._clock).forget(user_id)
            self._db.conn.execute("DELETE FROM inbox WHERE state = 'parked' AND queue = ?", (str(user_id),))

    def _tables_with(self, column: str) -> list[str]:
        return [table.name for table in self._db.tables if column in table.columns_dict]
