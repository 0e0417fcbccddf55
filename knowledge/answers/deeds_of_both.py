"""What somebody did in each of two matches: "De Ketelaere's part in the 2023 defeat compared with the 2025 one?"."""

from __future__ import annotations

from ..base.queries import Base
from ..models import Entry, Match
from ..understanding.names import Gazetteer
from .compared import Asked, Compared
from .fields import GOALS
from .match_rows import deeds_of, told_of

SHOWN = 2
"""Events that are told of each match."""
VAGUE = frozenset({"come_on", "happen", "compare", "substitute"})
"""Concepts that ask for no deed in particular, beside the words that signs explain."""


class DeedsOfBoth:
    """Finds the events in which somebody took part."""

    def __init__(self, base: Base, gazetteer: Gazetteer) -> None:
        self._base = base
        self._gazetteer = gazetteer

    def of(self, asked: Asked) -> Compared | None:
        """Return what the one person that a question names did in both matches, None where one tells nothing."""
        query, people = asked.query, self._gazetteer.people(asked.query.ids)
        if query.yes_no or query.either or asked.chooses or query.kinds - {"manner", "statement", "list"}:
            return None
        goals = bool(asked.content) and asked.content <= GOALS and "manner" in query.kinds
        if len(people) != 1 or not (goals or asked.content <= VAGUE):
            return None
        told = [self._told(match, next(iter(people)), goals) for match in asked.matches]
        return Compared("", "deeds", (*told[0], *told[1])) if all(told) else None

    def _told(self, match: Match, person: str, goals: bool) -> list[Entry]:
        """Return the rows on what somebody did in a match, his own deeds before those he was only part of."""
        own = deeds_of(self._base, match.id, person)
        if goals:
            own = [e for e in own if e.player == person and e.kind in ("goal", "penalty")]
        return told_of(self._base, match.id, own)[:SHOWN]
