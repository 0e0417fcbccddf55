"""How many minutes lay between two goals of one match: "how long after the penalty did Lautaro score?"."""

from __future__ import annotations

from itertools import combinations

from ..base.queries import Base
from ..base.schema import EventPart
from ..models import Match
from ..understanding.names import Gazetteer
from ..understanding.query import Query
from .compared import Compared
from .fields import GOALS
from .measures import Measures
from .pairs import pointed_at

ORDER = {"opening_goal": 0, "second_goal": 1, "third_goal": 2, "#1": 0, "#2": 1, "#3": 2}
"""Concepts of a place in the order of goals."""
KNOWN = GOALS | ORDER.keys() | {"penalty", "winning_goal", "minute", "date", "t_time", "last"}
"""What a question about two goals may say beside its signs."""


class Spans:
    """Finds the two goals that a question names, and the time between them."""

    def __init__(self, base: Base, gazetteer: Gazetteer, measures: Measures) -> None:
        self._base = base
        self._gazetteer = gazetteer
        self._measures = measures

    def of(self, query: Query, content: frozenset[str]) -> Compared | None:
        """Return the minutes between the two goals that a question with this `content` means, else None."""
        clubs = self._gazetteer.clubs(query.ids)
        if query.yes_no or not content <= KNOWN or len(clubs) > 1:
            return None
        content |= query.said & ORDER.keys()
        found = []
        for match in pointed_at(query, self._base.matches.values(), self._gazetteer):
            pair = self._two(query, content, match)
            found += [pair] if pair else []
        if len(found) != 1:
            return None
        one, other = found[0]
        rows = [row for goal in (one, other) if (row := self._measures.shown(goal))]
        if not one.minute or not other.minute or len(rows) < 2:
            return None
        return Compared("", "span", tuple(rows), abs(one.minute - other.minute))

    def _two(self, query: Query, content: frozenset[str], match: Match) -> tuple[EventPart, EventPart] | None:
        """Return the two goals of a match that a question names: by scorer, from the spot, by their order."""
        goals = self._measures.goals(match)
        if goals is None:
            return None
        people = self._gazetteer.people(query.ids)
        named = [goal for goal in goals if goal.player in people]
        if "penalty" in content:
            named += [goal for goal in goals if goal.kind == "penalty" and goal not in named]
        if len(people) > 2 or not people <= {goal.player for goal in named}:
            return None
        side = next(iter(query.subject)) if len(query.subject) == 1 else ""
        ordered = [goal for goal in goals if not side or goal.team == side]
        ordered.sort(key=lambda goal: sum(goal.after or ()) or goal.minute or 999)
        places = sorted({ORDER[concept] for concept in content if concept in ORDER})
        if not named and len(places) < 2 and len(ordered) == 2:
            named = ordered
        for place in places if len(named) < 2 else ():
            named += [goal for goal in ordered[place : place + 1] if goal not in named]
        return next(combinations(named, 2)) if len(named) == 2 else None
