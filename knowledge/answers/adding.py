"""Goals of two matches added up or taken from each other, and who scored in both of them."""

from __future__ import annotations

from collections import Counter

from ..models import Entry
from .compared import Asked, Compared
from .fields import GOALS, Measured
from .measures import Measures

SHOWN = 2
"""Scorers in both matches whose goals are told one by one."""

UNSUMMED = frozenset(
    {"each", "who", "which", "more", "less", "later", "earlier", "than", "same", "different"}
)
"""Signs of a question that wants no sum."""

ORDERED = frozenset({"more", "less", "later", "earlier"})
"""Signs of an order."""
UNSHARED = UNSUMMED - {"who"} | {"total"}
"""Signs of a question that asks for more than who scored in both."""


class Adding:
    """Works on the goals of two matches together."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures

    def total(self, asked: Asked) -> Compared | None:
        """Add up the goals of both matches, all of them, a side's or a player's."""
        query, signs = asked.query, asked.signs
        counts = "count" in query.kinds
        wanted = counts or "total" in signs or (not query.kinds and asked.content & {"goal", "concede"})
        if asked.polar or asked.chooses or signs & UNSUMMED or "compare" in query.said:
            return None
        if not wanted or query.kinds - {"count"}:
            return None
        bare = counts and not asked.content and query.ids  # "how many did he get in the two games?"
        told = asked.told(self._measures.goals_asked(query, GOALS if bare else asked.content))
        if told is None or (bare and not _figure(told[0]) + _figure(told[1])):
            return None
        rows = (told[0].row, told[1].row)
        return Compared("", "total", rows, _figure(told[0]) + _figure(told[1]))

    def difference(self, asked: Asked) -> Compared | None:
        """Tell how many more there were in one match than in the other."""
        query, signs = asked.query, asked.signs
        counts = "count" in query.kinds and signs & {"more", "less"}
        if signs & {"both", "two"}:
            return None  # a goal apart both times is no difference between the two
        if asked.polar or asked.chooses or not (counts or "difference" in signs):
            return None
        told = asked.told(self._measures.goals_asked(query, asked.content - {"gap", "compare"}))
        if told is None:
            return None
        apart = abs(_figure(told[0]) - _figure(told[1]))
        return Compared("", "difference" if apart else "equal", (told[0].row, told[1].row), apart)

    def shared(self, asked: Asked) -> Compared | None:
        """Tell who scored in both matches, or in the first named and not in the other."""
        query, signs = asked.query, asked.signs
        if query.kinds - {"person", "list"} or "who" not in signs or query.either or signs & UNSHARED:
            return None
        if not signs & {"both", "not", "only"}:
            return None  # "who scored in the two games?" asks for all of them
        told = asked.told(self._measures.scorers(query, asked.content))
        if told is None:
            return None
        one, other = (measured.row.values for measured in told)
        found = one - other if "not" in signs else one ^ other if "only" in signs else one & other
        names = tuple(sorted(found - {"nobody"}))
        if not names:
            return Compared("", "nobody", (told[0].row, told[1].row))
        return self._named(asked, names) or Compared("", "names", (told[0].row, told[1].row), names=names)

    def most(self, asked: Asked) -> Compared | None:
        """Tell who scored most in both matches together, for one side or in all."""
        query, signs = asked.query, asked.signs
        if query.kinds - {"person"} or "who" not in signs or query.either or signs & ORDERED != {"more"}:
            return None
        if asked.polar or asked.told(self._measures.scorers(query, asked.content)) is None:
            return None
        goals = [goal for match in asked.matches for goal in self._measures.goals(match) or ()]
        tally = Counter(
            g.player for g in goals if g.player and g.kind != "own_goal" and asked.side in ("", g.team)
        )
        best = tuple(sorted(player for player, n in tally.items() if n == max(tally.values())))
        return self._named(asked, best) if best else None

    def _named(self, asked: Asked, names: tuple[str, ...]) -> Compared | None:
        """Return names with the goals of those, where they are few."""
        goals: list[Entry] = []
        for match in asked.matches if len(names) <= SHOWN else ():
            own = (goal for goal in self._measures.goals(match) or () if goal.player in names)
            goals += filter(None, map(self._measures.shown, own))
        return Compared("", "names", tuple(goals), names=names) if goals else None


def _figure(measured: Measured) -> int:
    return measured.value if isinstance(measured.value, int) else 0
