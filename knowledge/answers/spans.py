"""How many minutes lay between two events of one match: "how long after the penalty did Lautaro score?"."""

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
SCORED = frozenset({"goal", "penalty", "own_goal"})
KINDS = dict.fromkeys(KNOWN & (GOALS | {"winning_goal", "opening_goal"}), SCORED) | {
    "penalty": frozenset({"penalty"}),
    "miss": frozenset({"miss"}),
    "error": frozenset({"error", "miss"}),
    "injury": frozenset({"injury"}),
    "go_off": frozenset({"injury", "substitution"}),
    "come_on": frozenset({"substitution"}),
    "substitution": frozenset({"substitution"}),
    "replace": frozenset({"substitution"}),
    "save": frozenset({"save"}),
    "disallow": frozenset({"disallowed_goal"}),
}
"""Concepts of events, and the kinds of event that each may mean."""


class Spans:
    """Finds the two goals or other events that a question names, and the time between them."""

    def __init__(self, base: Base, gazetteer: Gazetteer, measures: Measures) -> None:
        self._base = base
        self._gazetteer = gazetteer
        self._measures = measures

    def of(self, query: Query, content: frozenset[str]) -> Compared | None:
        """Return the minutes between the two goals that a question with this `content` means, else None."""
        if query.yes_no or len(self._gazetteer.clubs(query.ids)) > 1:
            return None
        matches = pointed_at(query, self._base.matches.values(), self._gazetteer)
        if content <= KNOWN:
            placed = content | (query.said & ORDER.keys())
            told = self._told([pair for m in matches if (pair := self._two(query, placed, m))])
            if told:
                return told
        return self._told([pair for match in matches if (pair := self._events(query, match))])

    def _told(self, found: list[tuple[EventPart, EventPart]]) -> Compared | None:
        """Return the minutes between the events of the only pair that was found."""
        if len(found) != 1:
            return None
        one, other = sorted(found[0], key=lambda event: event.minute or 0)
        rows = [row for event in (one, other) if (row := self._measures.shown(event))]
        if not one.minute or not other.minute or len(rows) < 2:
            return None
        return Compared("", "span", tuple(rows), abs(one.minute - other.minute))

    def _events(self, query: Query, match: Match) -> tuple[EventPart, EventPart] | None:
        """Return the two events of a match that a question names: what each man named did, and what else it tells of.

        None where a man named has no such event with a minute, or one of them may be either of two.
        """
        timed = [event for event in self._base.rows.events_of(match.id) if event.minute]
        asked = [KINDS[concept] for concept in sorted(query.said & KINDS.keys())]
        found: dict[int, EventPart] = {}
        for person in sorted(self._gazetteer.people(query.ids) - match.coaches):
            own = [event for event in timed if person in (event.player, event.off, event.on)]
            named = [event for event in own if any(event.kind in kinds for kinds in asked)] or own
            if len({event.minute for event in named}) != 1:
                return None
            found.setdefault(named[0].minute or 0, named[0])
        for kinds in asked:
            if any(event.kind in kinds for event in found.values()):
                continue
            own = [e for e in timed if e.kind in kinds and (not query.subject or e.team in query.subject)]
            if len({event.minute for event in own}) != 1:
                return None
            found.setdefault(own[0].minute or 0, own[0])
        pair = [found[minute] for minute in sorted(found)]
        return (pair[0], pair[1]) if len(pair) == 2 else None

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
