"""What a field of a match tells: who coached, kept goal, scored or won, the score, the place, the day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from ..base.queries import Base
from ..models import Entry, Match
from ..understanding.names import Gazetteer
from ..understanding.premises import WON
from ..understanding.query import Query
from .match_rows import field_of
from .verdicts import POSTS

GOALS = frozenset({"score_goal", "goal", "goal_line"})
"""Concepts of goals, by themselves."""
SCORE = frozenset({"score_result", "t_end", "t_finish", "final", "finish_position"})
"""Concepts of the score."""
FIELDS = {
    "match.venue": frozenset({"stadium", "t_pitch", "venue", "home_ground"}),
    "match.competition": frozenset({"t_competition", "competition"}),
    "match.season": frozenset({"season"}),
    "match.half_time": frozenset({"half_time"}),
}
"""Fields of a match with one value, and their concepts."""
DECIDING = {
    "match.first_goal": frozenset({"opening_goal", "#1"}),
    "match.winning_goal": frozenset({"winning_goal", "decisive"}),
    "match.equaliser": frozenset({"equaliser"}),
    "match.last_goal": frozenset({"last"}),
}
"""Fields that name a scorer, and their concepts."""


class Measured(NamedTuple):
    """What one match has: a figure or a set of names, and the row that shows it."""

    value: int | frozenset[str]
    row: Entry

    def under(self, other: Measured) -> bool:
        """Whether a figure is smaller than that of another match."""
        return isinstance(self.value, int) and isinstance(other.value, int) and self.value < other.value

    def shares(self, other: Measured) -> bool:
        """Whether one of several scorers is one of the other match's."""
        scorers = self.row.intent == "match.scorers"
        return scorers and bool(self.row.values & other.row.values - {"nobody"})


Measure = Callable[[Match], Measured | None]
"""What gives the value of a match, None where no article tells it."""


class Fields:
    """Finds the field of a match that a question compares by its concepts."""

    def __init__(self, base: Base, gazetteer: Gazetteer) -> None:
        self._base = base
        self._gazetteer = gazetteer

    def names(self, query: Query, content: frozenset[str], *, of_side: bool) -> Measure | None:
        """Return the names or the score that may be the same in two matches; `of_side` tells that a winner is meant."""
        person, clubs = self.person(query), self.side(query)
        if person is None or person or clubs is None:
            return None
        if clubs and self.post(query, content):
            return self.post(query, content)
        for intent, concepts in FIELDS.items():
            if content & concepts and content <= concepts | SCORE:
                return partial(self._field, intent, "")
        for intent, concepts in DECIDING.items():
            if content & concepts and content <= concepts | GOALS | {"t_open"}:
                return partial(self._field, intent, "")
        if of_side and content <= WON:
            return partial(self._field, "match.winner", "")
        if content & SCORE and content <= SCORE:
            return self._score
        return None

    def scorers(self, query: Query, content: frozenset[str]) -> Measure | None:
        """Return who scored, in all or for one side."""
        clubs = self.side(query)
        if self.person(query) or clubs is None or not content or not content <= GOALS:
            return None
        return partial(self._field, "match.scorers", clubs)

    def post(self, query: Query, content: frozenset[str]) -> Measure | None:
        """Return who coached or kept goal, for the side that is asked about or for both."""
        clubs = self.side(query)
        for intent, concepts in POSTS.items():
            if content and content <= concepts and clubs is not None and not self.person(query):
                return partial(self._field, intent, clubs)
        return None

    def held_by(self, query: Query, content: frozenset[str]) -> Measure | None:
        """Return whether somebody coached a side, or kept its goal: 1 or 0."""
        person, club = self.person(query), self.side(query)
        for intent, concepts in POSTS.items():
            if person and club is not None and content & concepts and content <= concepts:
                return partial(self._held, intent, club, person)
        return None

    def _held(self, intent: str, club: str, person: str, match: Match) -> Measured | None:
        own = [entry for entry in self._base.entries.of_match(match.id, intent) if entry.team]
        rows = [entry for entry in own if entry.team == club] if club else own
        found = next((entry for entry in rows if person in entry.values), None)
        shown = found or (rows[0] if len(rows) == 1 else self.entry(match, intent))
        return Measured(int(found is not None), shown) if shown and len(own) > 1 else None

    def day(self, match: Match) -> Measured | None:
        """Return when a match was played, as a figure that grows."""
        entry = self.entry(match, "match.date")
        return Measured(int((match.date or "0").replace("-", "")), entry) if entry and match.date else None

    def person(self, query: Query) -> str | None:
        """Return the one person that a question names, "" for none, None where it names several or nobody surely."""
        hits = [hit for hit in query.names if self._gazetteer.people(hit.ids)]
        if len(hits) > 1 or any(len(hit.ids) > 1 for hit in hits):
            return None
        return next((next(iter(hit.ids)) for hit in hits), "")

    def side(self, query: Query) -> str | None:
        """Return the side that a question is about, "" for neither, None where it is not sure."""
        hits = [hit for hit in query.names if self._gazetteer.clubs(hit.ids) and hit.role != "opponent"]
        alone = frozenset().union(*(hit.ids for hit in hits if hit.role != "fixture"))
        named = (alone or query.subject) - query.opponent
        if len(named) < 2:
            return next(iter(named), "")
        return None

    def _field(self, intent: str, club: str, match: Match) -> Measured | None:
        entry = self.entry(match, intent, club or None)
        return Measured(entry.values, entry) if entry else None

    def _score(self, match: Match) -> Measured | None:
        entry = self.entry(match, "match.score")
        goals = zip((match.home, match.away), match.score or (), strict=False)
        return Measured(frozenset(f"{club} {number}" for club, number in goals), entry) if entry else None

    def entry(self, match: Match, intent: str, team: str | None = None) -> Entry | None:
        """Return the row of a field of a match, of one side where that is given."""
        return field_of(self._base, match.id, intent, team)
