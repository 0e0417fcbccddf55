"""Whose player or coach somebody was: "who does he play for?", "di che squadra è?", "quale squadra allena?"."""

from __future__ import annotations

from ..base.queries import Base
from ..models import Match
from ..understanding.lexicon import all_lexicons
from ..understanding.names import Gazetteer
from ..understanding.query import Query
from .compared import Compared
from .match_rows import field_of
from .pairs import played_in
from .verdicts import NEUTRAL

PLAYING = NEUTRAL - {"date", "year", "month", "en:out", "en:off"} | {"t_plays_now", "person", "side"}
"""Concepts that a question about somebody's club may hold."""
COACHING = frozenset({"coach", "en:manag"})
"""Concepts that ask for the club of a coach."""
TEAM = frozenset({"team", "club"})
"""Concepts that ask for a club."""


class PlayerClubs:
    """Tells the one club whose player, or coach, somebody was in all matches."""

    def __init__(self, base: Base, gazetteer: Gazetteer) -> None:
        self._base = base
        self._gazetteer = gazetteer
        self._lexicons = all_lexicons()
        self._coaches = frozenset[str]().union(*(match.coaches for match in base.matches.values()))

    def of(self, query: Query) -> Compared | None:
        """Return the club of the one person that a question names and asks nothing else of, else None."""
        people, clubs = self._gazetteer.people(query.ids), self._gazetteer.clubs(query.ids)
        hits = [hit for hit in query.names if hit.ids & people]
        coaching = bool(COACHING & query.said)
        if len(hits) != 1 or not query.said <= PLAYING | COACHING or query.unknown:
            return None
        if coaching != bool(hits[0].ids & self._coaches):
            return None
        if people | clubs != query.ids or (query.opponent - query.subject and not query.either):
            return None
        claims = query.subject and query.yes_no and not query.either and query.said & {"player", "play"}
        if not (claims or self._asks(query, clubs)):
            return None
        found = self._belonged_to(query, people, coaching=coaching)
        if len({club for _, club in found}) != 1:
            return None
        match, club = found[-1]
        row = field_of(self._base, match.id, "match.coaches" if coaching else "match.named", club)
        if row is None:
            return None
        if claims:
            return Compared("yes" if query.subject == {club} else "no", "", (row,))
        return Compared("", "names", (row,), names=(club,))

    def _asks(self, query: Query, clubs: frozenset[str]) -> bool:
        """Whether a question asks for a club: by the word, by "play for whom", by "where", by two names."""
        if query.either:
            return len(clubs) == 2
        if clubs or query.yes_no:
            return False
        goal = not self._lexicons[query.language].syntax["for"].isdisjoint(query.words)
        whom = query.kinds == {"person"} and "play" in query.said and goal
        where = query.kinds == {"place"} and "play" in query.said
        return whom or where or query.kinds == {"club"} or (not query.kinds and bool(TEAM & query.said))

    def _belonged_to(
        self, query: Query, people: frozenset[str], *, coaching: bool
    ) -> list[tuple[Match, str]]:
        """Return the matches that a question may mean in which somebody was, with his side, oldest first."""
        meant = [
            match
            for match in sorted(self._base.matches.values(), key=lambda m: m.date or "")
            if (not query.matches or match.id in query.matches) and played_in(match, query.scope)
        ]
        side_of = self._base.entries.side_of
        sides = (
            (m, dict(m.coached).get(person, "") if coaching else side_of(m.id, person))
            for m in meant
            for person in sorted(people)
        )
        return [(match, side) for match, side in sides if side]
