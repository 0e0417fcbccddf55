"""Who changed which facts and when, with the inputs before each change; and questions counted by day."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

KEPT_VERSIONS = 100
"""Changes whose inputs are kept for an undo; of older ones only the record stays."""

Inputs = dict[str, str]
"""The data folder's input files: path there -> text."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `before` is what stood there, None where kept no more; `by_id` 0 is the machine."""

    id: int
    by_id: int
    action: str
    detail: str
    before: Inputs | None
    state: str
    added: int
    changed: int
    removed: int
    created_at: float


class Changes:
    """The table `changes`. An id is the number of the update that asked for the change, or made up."""

    def __init__(self, db: Database, clock: Callable[[], float]) -> None:
        self._db = db
        self._clock = clock

    def begin(self, change_id: int | None, by_id: int, action: str, detail: str, before: Inputs) -> int:
        """Record a change before it is made, so that one that was cut short is found; return its id."""
        with self._db.atomic():
            cursor = self._db.conn.execute(
                "INSERT OR REPLACE INTO changes (id, by_id, action, detail, before, state, added, changed,"
                " removed, created_at) VALUES (?, ?, ?, ?, ?, 'begun', 0, 0, 0, ?)",
                (change_id, by_id, action, detail, json.dumps(before, ensure_ascii=False), self._clock()),
            )
        return int(cursor.lastrowid or 0)

    def finish(self, change_id: int, added: int, changed: int, removed: int) -> None:
        """Note that a change is live, with how many rows came, changed and went; drop old inputs."""
        with self._db.atomic():
            self._db.conn.execute(
                "UPDATE changes SET state = 'done', added = ?, changed = ?, removed = ? WHERE id = ?",
                (added, changed, removed, change_id),
            )
            self._db.conn.execute(
                "UPDATE changes SET before = NULL WHERE before IS NOT NULL AND rowid NOT IN"
                " (SELECT rowid FROM changes ORDER BY created_at DESC, id DESC LIMIT ?)",
                (KEPT_VERSIONS,),
            )

    def cancel(self, change_id: int) -> None:
        """Remove the record of a change that was not made."""
        with self._db.atomic():
            self._db.conn.execute("DELETE FROM changes WHERE id = ? AND state = 'begun'", (change_id,))

    def get(self, change_id: int) -> Change | None:
        """Return a change, or None."""
        return next(iter(self._where("id = ?", (change_id,), 1)), None)

    def latest(self, limit: int = 1) -> list[Change]:
        """Return the newest changes that were made, newest first."""
        return self._where("state = 'done'", (), limit)

    def _where(self, where: str, values: tuple[object, ...], limit: int) -> list[Change]:
        rows = self._db.table("changes").rows_where(
            where, values, order_by="created_at DESC, id DESC", limit=limit
        )
        return [
            Change(**(row | {"before": json.loads(row["before"]) if row["before"] else None})) for row in rows
        ]


class Daily:
    """The table `asked_daily`: how many questions of a language ended how, by day; nobody's words."""

    def __init__(self, db: Database, clock: Callable[[], float]) -> None:
        self._db = db
        self._clock = clock

    def count(self, language: str, kind: str) -> None:
        """Count one question; an effect, so it does not commit."""
        self._db.conn.execute(
            "INSERT INTO asked_daily (day, language, kind, number) VALUES (?, ?, ?, 1)"
            " ON CONFLICT (day, language, kind) DO UPDATE SET number = number + 1",
            (self._day(0), language, kind),
        )

    def since(self, days: int) -> list[tuple[str, str, str, int]]:
        """Return (day, language, kind, number) of the last days, today's included, newest first."""
        rows = self._db.conn.execute(
            "SELECT day, language, kind, number FROM asked_daily WHERE day > ? ORDER BY day DESC",
            (self._day(-days),),
        )
        return [(str(day), str(language), str(kind), int(number)) for day, language, kind, number in rows]

    def _day(self, shift: int) -> str:
        now = dt.datetime.fromtimestamp(self._clock(), dt.UTC)
        return (now + dt.timedelta(days=shift)).date().isoformat()

    def games(self) -> int:
        """Return how many games of trivia were begun."""
        if not self._db.table("trivia_games").exists():
            return 0
        return int(self._db.conn.execute("SELECT count(*) FROM trivia_games").fetchone()[0])
