"""Missed questions for those who review them: what is new, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

MOST_REVIEWED = 2000
"""Missed questions looked at at once, the newest; grouping more would take seconds."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A question that found no answer, or a wrong one; `reason` is a code such as "no_fact"."""

    id: int
    language: str
    question: str
    kind: str
    reason: str


class Review:
    """The table `missed`, as its reviewers see it; `talks.py` writes it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def new(self) -> list[Missed]:
        """Return the questions that nobody has reviewed, newest first."""
        rows = self._db.conn.execute(
            "SELECT id, language, question, kind, reason FROM missed WHERE state = 'new'"
            " ORDER BY created_at DESC, id DESC LIMIT ?",
            (MOST_REVIEWED,),
        )
        return [Missed(*row) for row in rows]

    def number(self) -> int:
        """Return how many questions wait for a review."""
        return int(self._db.conn.execute("SELECT count(*) FROM missed WHERE state = 'new'").fetchone()[0])

    def settle(self, ids: Sequence[int], state: str) -> None:
        """Note what became of questions ("ignored", "linked", "written") and who asked is forgotten."""
        self._db.conn.executemany(
            "UPDATE missed SET state = ?, user_id = NULL WHERE id = ? AND state = 'new'",
            [(state, id_) for id_ in ids],
        )
