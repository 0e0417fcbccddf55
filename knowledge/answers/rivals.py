"""Two people set against each other: who scored more; and what no article compares, such as who is older."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.queries import Base
from ..models import Entry, Match
from ..understanding.names import Gazetteer
from ..understanding.query import Query
from .compared import Compared
from .fields import GOALS, Measured
from .measures import Measures
from .pairs import pointed_at

Figures = tuple[tuple[int, int], tuple[Entry, ...]]
"""A figure of each of two people, and the rows that show them."""

TURNS = {"before": "earlier", "after": "later"}
"""Concepts of the order of two goals, and the signs that say the same."""


class Rivals:
    """Counts the goals of two people in the matches that are meant."""

    def __init__(self, base: Base, gazetteer: Gazetteer, measures: Measures) -> None:
        self._base = base
        self._gazetteer = gazetteer
        self._measures = measures

    def pair(self, query: Query) -> list[str]:
        """Return the two people that a question names, in their order where it tells one; none for any other number."""
        hits = [hit for hit in query.names if len(hit.ids) == 1 or query.either]
        found = [i for hit in hits for i in sorted(hit.ids) if self._gazetteer.people({i})]
        return found if len(found) == 2 and found[0] != found[1] else []

    def of(
        self, query: Query, signs: frozenset[str], content: frozenset[str], both: list[Match]
    ) -> Compared | None:
        """Return who of two people scored or let in more, or scored first, in one match or in `both`, else None."""
        people, sign = self.pair(query), signs & {"more", "less", "earlier", "later", "first", "last"}
        if query.yes_no and not sign:  # "did he score before Lautaro?"
            sign = frozenset(TURNS[feature] for feature in query.features if feature in TURNS)
        if not people or len(sign) != 1 or not content:
            return None
        matches = both or self._meant(query)
        if not sign & {"more", "less"}:
            later = bool(sign & {"later", "last"})
            found = self._timed(people, matches, content, later)
            return _winner(self._said(query, people, found, later)) if found else None
        told = self._conceded(people, matches) if "concede" in content else self._scored(people, matches)
        if told is None or not content <= GOALS | {"concede", "goalkeeper"}:
            return None
        return self._said(query, people, told, "more" in sign)

    def _meant(self, query: Query) -> list[Match]:
        """Return the one match that a question points at; none where it points at several or at none."""
        found = pointed_at(query, self._base.matches.values(), self._gazetteer)
        if query.scope.empty:  # the one in which both scored
            people = self.pair(query)
            found = [m for m in found if all(self._scored_in(person, m) for person in people)]
        return found if len(found) == 1 else []

    def _scored_in(self, person: str, match: Match) -> bool:
        return any(goal.player == person for goal in self._measures.goals(match) or ())

    def sides(self, query: Query, signs: frozenset[str], content: frozenset[str]) -> Compared | None:
        """Return the score of the one match that is meant, where it is asked which of its sides scored more."""
        if not signs & {"more", "less"} or not content or not content <= GOALS or query.yes_no:
            return None
        if len(self._gazetteer.clubs(query.ids)) != 2 or query.scope.empty:
            return None
        found = pointed_at(query, self._base.matches.values(), self._gazetteer)
        rows = self._base.entries.of_match(found[0].id, "match.score") if len(found) == 1 else []
        return Compared("", "", tuple(rows[:1])) if rows else None

    def _scored(self, people: list[str], matches: list[Match]) -> Figures | None:
        """Return the goals of each of two people in some matches."""
        told = [[self._measures.goals_of(match, person) for match in matches] for person in people]
        return _figures(told) if matches and all(all(row) for row in told) else None

    def _conceded(self, people: list[str], matches: list[Match]) -> Figures | None:
        """Return the goals that each of two goalkeepers let in, in those of the matches in which he kept goal."""
        told = [
            [self._measures.against(match, person) for match in matches if person in dict(match.kept)]
            for person in people
        ]
        return _figures(told) if all(row and all(row) for row in told) else None

    def _timed(
        self, people: list[str], matches: list[Match], content: frozenset[str], later: bool
    ) -> Figures | None:
        """Return the minute of the first goal of each of two people in a match, of the last one where `later`."""
        if len(matches) != 1 or not content <= GOALS | {"opening_goal"}:
            return None
        told = [sorted(self._measures.places_of(matches[0], p), key=lambda m: m.value) for p in people]
        if not all(told):
            told = [sorted(self._measures.minutes_of(matches[0], p), key=lambda m: m.value) for p in people]
        return _figures([[minutes[-1 if later else 0]] for minutes in told]) if all(told) else None

    def _said(self, query: Query, people: list[str], told: Figures, greater: bool) -> Compared:
        """Return whose figure is the greater one, or the smaller one; yes or no where it was claimed."""
        (one, other), rows = told
        if query.yes_no and not query.either:
            return Compared("yes" if (one > other if greater else one < other) else "no", "", rows)
        if one == other:
            return Compared("", "level", rows)
        return Compared("", "names", rows, names=(people[0] if (one > other) == greater else people[1],))


def _winner(told: Compared) -> Compared:
    """Return a comparison with the row of the one that it names only, which says it all."""
    rows = tuple(row for row in told.rows if row.values & set(told.names) or row.names & set(told.names))
    return told._replace(said="", rows=rows) if told.said == "names" and rows else told


def _figures(told: Sequence[Sequence[Measured | None]]) -> Figures:
    """Return the sum of each of two people, and the rows that show them; rows on nothing where there are no others."""
    sums = [sum(m.value for m in row if m and isinstance(m.value, int)) for row in told]
    rows = {m.row.id: m.row for row in told for m in row if m}
    shown = {m.row.id: m.row for row in told for m in row if m and m.value}
    return (sums[0], sums[1]), tuple((shown or rows).values())
