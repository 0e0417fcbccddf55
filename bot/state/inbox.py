"""Updates between their arrival and the commit of their effects."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

MOST_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One stored update: `id` gives the order of arrival, `queue` whose updates stay in order."""

    id: int
    update_id: int
    queue: str
    update: dict[str, Any]
    received_at: float


class Inbox:
    """The table `inbox`. `clock` gives seconds since 1970."""

    def __init__(self, db: Database, clock: Callable[[], float]) -> None:
        self._db = db
        self._clock = clock

    def add(self, updates: Iterable[tuple[str, dict[str, Any]]]) -> list[Row]:
        """Store (queue, update) pairs in one synced transaction; return the rows that are new.

        An update that was delivered before is left out. Raises sqlite3.Error where nothing was stored.
        """
        added = []
        now = self._clock()
        # Only here must a commit outlive a power cut: what is lost later is merely done again.
        self._db.conn.execute("PRAGMA synchronous = FULL")
        try:
            with self._db.atomic():
                for queue, update in updates:
                    cursor = self._db.conn.execute(
                        "INSERT OR IGNORE INTO inbox"
                        " (update_id, queue, payload, received_at, attempts, state)"
                        " VALUES (?, ?, ?, ?, 0, 'waiting')",
                        (update["update_id"], queue, json.dumps(update, separators=(",", ":")), now),
                    )
                    if cursor.rowcount and cursor.lastrowid:
                        added.append(Row(cursor.lastrowid, update["update_id"], queue, update, now))
        finally:
            self._db.conn.execute("PRAGMA synchronous = NORMAL")
        return added

    def waiting(self) -> list[Row]:
        """Return what an earlier run left undone, in order of arrival."""
        rows = self._db.conn.execute(
            "SELECT id, update_id, queue, payload, received_at FROM inbox WHERE state = 'waiting' ORDER BY id"
        )
        return [Row(i, u, q, json.loads(payload), at) for i, u, q, payload, at in rows]

    def begin(self, row_id: int) -> int:
        """Count an attempt, before anything is done; return how many there were."""
        found = self._db.conn.execute(
            "UPDATE inbox SET attempts = attempts + 1 WHERE id = ? RETURNING attempts", (row_id,)
        ).fetchone()
        return int(found[0]) if found else 0

    def refund(self, row_id: int) -> None:
        """Take an attempt back: waiting for Telegram is nobody's fault."""
        with self._db.atomic():
            self._db.conn.execute("UPDATE inbox SET attempts = max(attempts - 1, 0) WHERE id = ?", (row_id,))

    def done(self, row_id: int) -> None:
        """Mark a row done and drop its words; call it inside the transaction of its effects."""
        self._db.conn.execute(
            "UPDATE inbox SET state = 'done', payload = '', done_at = ? WHERE id = ?",
            (self._clock(), row_id),
        )

    def park(self, row_id: int, reason: str) -> None:
        """Give a row up; `reason` is a code such as the name of an error."""
        with self._db.atomic():
            self._db.conn.execute(
                "UPDATE inbox SET state = 'parked', reason = ?, done_at = ? WHERE id = ?",
                (reason, self._clock(), row_id),
            )

    def parked(self) -> list[tuple[int, str]]:
        """Return (update id, reason) of what was given up, oldest first."""
        rows = self._db.conn.execute("SELECT update_id, reason FROM inbox WHERE state = 'parked' ORDER BY id")
        return [(int(update_id), str(reason)) for update_id, reason in rows]

    def oldest_waiting(self) -> float | None:
        """Return when the oldest undone update arrived, or None."""
        found = self._db.conn.execute("SELECT min(received_at) FROM inbox WHERE state = 'waiting'").fetchone()
        return float(found[0]) if found and found[0] is not None else None

    def purge(self, before: float) -> None:
        """Forget rows done or given up before a time."""
        with self._db.atomic():
            self._db.conn.execute(
                "DELETE FROM inbox WHERE state IN ('done', 'parked') AND done_at < ?", (before,)
            )
