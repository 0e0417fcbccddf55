"""Two people set against each other: who scored more; and what no article compares, such as who is older."""

from __future__ import annotations

from ..base.queries import Base
from ..models import Match
from ..understanding.names import Gazetteer
from ..understanding.query import Query
from .compared import Compared
from .measures import GOALS, Measures
from .pairs import played_in


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
        """Return who of two people scored more, or fewer, in one match or in `both`, else None."""
        people, sign = self.pair(query), signs & {"more", "less"}
        if not people or len(sign) != 1 or not content or not content <= GOALS:
            return None
        clubs = self._gazetteer.clubs(query.ids)
        matches = both or [
            match
            for match in self._base.matches.values()
            if not query.scope.empty and clubs <= {match.home, match.away} and played_in(match, query.scope)
        ]
        told = [[self._measures.goals_of(match, person) for match in matches] for person in people]
        if not matches or (len(matches) > 1 and matches is not both) or not all(all(row) for row in told):
            return None
        one, other = (sum(int(m.value) for m in row if m and isinstance(m.value, int)) for row in told)
        shown = {m.row.id: m.row for row in told for m in row if m and m.value}
        rows = tuple((shown or {m.row.id: m.row for row in told for m in row if m}).values())
        if query.yes_no and not query.either:
            held = one > other if "more" in sign else one < other
            return Compared("yes" if held else "no", "", rows)
        if one == other:
            return Compared("", "level", rows)
        best = people[0] if (one > other) == ("more" in sign) else people[1]
        return Compared("", "names", rows, names=(best,))
