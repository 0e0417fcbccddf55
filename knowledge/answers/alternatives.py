"""Which of two answers that a question offers is right of a match: "2-1 or 1-0?", "won or drew?", "which half?"."""

from __future__ import annotations

from dataclasses import replace

from ..base.queries import Base
from ..models import Entry, Match
from ..understanding.circumstances import STAGES
from ..understanding.names import Gazetteer
from ..understanding.premises import DREW, LOST, WON
from ..understanding.query import Query
from .compared import Compared
from .fields import GOALS, SCORE
from .match_rows import whole_of
from .measures import ENDED, Measures
from .pairs import pointed_at

HALVES = frozenset({"first_half", "second_half", "t_which_half", "half_time", "before", "after", "#1", "#2"})
"""Concepts of the halves of a match."""

ORDER = frozenset(
    {"opening_goal", "second_goal", "third_goal", "winning_goal", "equaliser", "last", "#1", "#2", "#3"}
)
"""Concepts of a place among the goals of a match."""


class Alternatives:
    """Tells the row of the one match that is meant which decides between the two that are offered."""

    def __init__(self, base: Base, gazetteer: Gazetteer, measures: Measures) -> None:
        self._base = base
        self._gazetteer = gazetteer
        self._measures = measures

    def of(self, query: Query, content: frozenset[str]) -> Compared | None:
        """Return the row that decides, None for any other question."""
        match = self._meant(query)
        if match is None:
            return None
        row = self._score(query, content, match) or self._result(content, match)
        row = row or self._half(query, content, match)
        return Compared("", "", (row,)) if row else None

    def _meant(self, query: Query) -> Match | None:
        """Return the one match that is meant without the scores offered, None for none or several."""
        bare = replace(query, scope=replace(query.scope, scores=())) if len(query.scope.scores) > 1 else query
        named = self._gazetteer.clubs(query.ids) or STAGES & query.said
        if bare.scope.empty and not (named or self._gazetteer.people(query.ids)):
            return None
        found = pointed_at(bare, self._base.matches.values(), self._gazetteer)
        people = self._gazetteer.people(query.ids)
        if bare.scope.empty and people:  # "was Calhanoglu's goal the first or the second?"
            found = [m for m in found if any(g.player in people for g in self._measures.goals(m) or ())]
        return found[0] if len(found) == 1 else None

    def _score(self, query: Query, content: frozenset[str], match: Match) -> Entry | None:
        """Return the score, where two of them are offered and nothing else is asked."""
        offered = len(query.scope.scores) > 1 and not self._gazetteer.people(query.ids)
        return (
            self._row(match, "match.score") if offered and content <= SCORE | WON | ENDED | STAGES else None
        )

    def _result(self, content: frozenset[str], match: Match) -> Entry | None:
        """Return who won, where two results are offered."""
        offered = sum(bool(content & said) for said in (WON, LOST, DREW))
        if offered < 2 or not content <= WON | LOST | DREW | ENDED:
            return None
        return self._row(match, "match.winner") or self._row(match, "match.level")

    def _half(self, query: Query, content: frozenset[str], match: Match) -> Entry | None:
        """Return the only goal of a player in a match, where halves, places among the goals or scores are offered."""
        said, people = query.said & (HALVES | ORDER), self._gazetteer.people(query.ids)
        offered = len(said) > 1 or len(query.scope.scores) > 1
        if (
            not offered
            or len(people) != 1
            or not content & (GOALS | {"penalty"})
            or not content <= GOALS | HALVES | ORDER | {"penalty"}
        ):
            return None
        own = [goal for goal in self._measures.goals(match) or () if goal.player in people]
        row = self._measures.shown(own[0]) if len(own) == 1 else None
        return (
            whole_of(self._base, row)
            if row and (not own[0].minute or not query.said & HALVES - ORDER)
            else row
        )

    def _row(self, match: Match, intent: str) -> Entry | None:
        rows = self._base.entries.of_match(match.id, intent)
        return rows[0] if rows else None
