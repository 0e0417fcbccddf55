"""What the turn before adds to a row, or takes off it, in a question that leans on it."""

from __future__ import annotations

from ..models import Entry
from .index import Index
from .query import Query

ELSEWHERE = 0.085
"""Taken off rows of another article or match than the answer before, in a question that leans on it."""
BEFORE_BONUS = 0.105
"""Given to rows that tell of what the question before asked, by the share of its words."""
SIDE_BONUS = 0.035
"""Given to rows of the side that the answer before told of."""
NEAR_BONUS = 0.085
"""Given to rows that speak of the people of the answer before, where the question leans on them."""
CUP_BONUS = 0.055
"""Given to rows of the competition that the answer before told of."""
NEXT_BONUS = (0.03, 0.02, 0.01)
"""Given to rows told in the paragraph of the answer before, one and two paragraphs away."""
SAME_ROW_BONUS = 0.04
"""Given to rows of the answer before in a follow-up."""


class Leaning:
    """How one question leans on the turn before; worked out once for all rows."""

    def __init__(self, query: Query, index: Index) -> None:
        self._query = query
        near = query.near - query.cups
        self._near, self._named = frozenset(f"@{i}" for i in near), near
        self._cups = frozenset(f"@{i}" for i in query.cups)
        self._before = [(feature, index.weight(feature)) for feature in query.before] if query.rows else []
        self._total = sum(weight for _, weight in self._before)

    def of(self, entry: Entry) -> float:
        """Return what is added to the score of a row."""
        query = self._query
        if not query.rows or entry.absent:
            return 0.0
        features, weak = entry.features, entry.weak
        apart, bonus = self._near.isdisjoint, 0.0
        if not (apart(features) and apart(weak) and self._named.isdisjoint(entry.values)):
            bonus = NEAR_BONUS
        if self._cups and not (self._cups.isdisjoint(features) and self._cups.isdisjoint(weak)):
            bonus += CUP_BONUS
        if entry.team in query.near:
            bonus += SIDE_BONUS
        if entry.row in query.rows:
            bonus += SAME_ROW_BONUS
        apart_by = query.paragraphs_to(entry)
        if apart_by is not None and apart_by < len(NEXT_BONUS):
            bonus += NEXT_BONUS[apart_by]
        if self._total:
            bonus += BEFORE_BONUS * sum([w for f, w in self._before if f in features]) / self._total
        return bonus - (ELSEWHERE if query.source and (entry.source, entry.match) != query.source else 0.0)
