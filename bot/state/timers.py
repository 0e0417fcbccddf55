"""Things to do at a time, as rows; and what is known of messages already sent."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Timer:
    """Something due at `due_at` (seconds since 1970); `kind` names who does it, `payload` is theirs."""

    id: str
    kind: str
    due_at: float
    chat_id: int | None = None
    payload: dict[str, Any] | None = None


class Timers:
    """The table `timers`. `set` and `cancel` do not commit where a transaction is open."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.changed: Callable[[], None] = lambda: None

    def set(self, timer: Timer) -> None:
        """Store a timer; one with the same id is replaced."""
        with self._db.atomic():
            self._db.conn.execute(
                "INSERT OR REPLACE INTO timers (id, kind, chat_id, due_at, payload, attempts)"
                " VALUES (?, ?, ?, ?, ?, 0)",
                (timer.id, timer.kind, timer.chat_id, timer.due_at, json.dumps(timer.payload or {})),
            )
        self.changed()

    def cancel(self, timer_id: str) -> None:
        """Remove a timer; an unknown id is fine."""
        with self._db.atomic():
            self._db.conn.execute("DELETE FROM timers WHERE id = ?", (timer_id,))

    def due(self, now: float) -> list[Timer]:
        """Return the timers due by `now`, earliest first."""
        rows = self._db.conn.execute(
            "SELECT id, kind, due_at, chat_id, payload FROM timers WHERE due_at <= ? ORDER BY due_at, id",
            (now,),
        )
        return [Timer(i, kind, due, chat, json.loads(payload)) for i, kind, due, chat, payload in rows]

    def next_due(self) -> float | None:
        """Return when the next timer falls due, or None."""
        found = self._db.conn.execute("SELECT min(due_at) FROM timers").fetchone()
        return float(found[0]) if found and found[0] is not None else None

    def begin(self, timer_id: str) -> int:
        """Count an attempt; return how many there were, 0 where the timer is gone."""
        with self._db.atomic():
            found = self._db.conn.execute(
                "UPDATE timers SET attempts = attempts + 1 WHERE id = ? RETURNING attempts", (timer_id,)
            ).fetchone()
        return int(found[0]) if found else 0

    def refund(self, timer_id: str) -> None:
        """Take an attempt back."""
        with self._db.atomic():
            self._db.conn.execute(
                "UPDATE timers SET attempts = max(attempts - 1, 0) WHERE id = ?", (timer_id,)
            )


class Sends:
    """The tables `sent` (messages to groups in the last minute) and `published` (what Telegram was told)."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def note(self, chat_id: int, now: float) -> None:
        """Remember that a message leaves for a group now; forget those older than two minutes."""
        with self._db.atomic():
            self._db.conn.execute("DELETE FROM sent WHERE sent_at < ?", (now - 120,))
            self._db.conn.execute("INSERT INTO sent (chat_id, sent_at) VALUES (?, ?)", (chat_id, now))

    def recent(self, since: float) -> list[tuple[int, float]]:
        """Return (chat, time) of the messages that left for groups since a time, oldest first."""
        rows = self._db.conn.execute(
            "SELECT chat_id, sent_at FROM sent WHERE sent_at >= ? ORDER BY sent_at", (since,)
        )
        return [(int(chat_id), float(at)) for chat_id, at in rows]

    def published(self, key: str) -> str | None:
        """Return the digest of what was last published under a key."""
        found = self._db.conn.execute("SELECT digest FROM published WHERE key = ?", (key,)).fetchone()
        return str(found[0]) if found else None

    def publish(self, key: str, digest: str) -> None:
        """Remember what was published."""
        with self._db.atomic():
            self._db.conn.execute(
                "INSERT OR REPLACE INTO published (key, digest) VALUES (?, ?)", (key, digest)
            )
