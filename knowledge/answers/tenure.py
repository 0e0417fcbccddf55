"""Yes or no to whether a coach still has his post: "is Gasperini still there?", "Inzaghi allena ancora l'Inter?"."""

from __future__ import annotations

from ..base.catalogue import catalogue
from ..base.queries import Base
from ..models import Entry
from ..understanding.lexicon import in_any_language
from ..understanding.names import Gazetteer
from ..understanding.query import Query
from .claims import Verdict
from .scored import shown

COACHING = frozenset({"coach", "en:manag"})
"""Concepts of the post."""
NAMED = frozenset({"person"})
"""Kind of a name, which a question may seem to ask for: "il mister è ancora lui?"."""


class Tenure:
    """Compares who is said to be still in charge of a side with its coach in the latest match that is stored."""

    def __init__(self, base: Base, gazetteer: Gazetteer) -> None:
        self._base, self._gazetteer = base, gazetteer
        self._still, self._was = in_any_language("still"), in_any_language("was")
        self._wh = in_any_language("wh")
        coached = [match for match in base.matches.values() if match.date and match.coached]
        self._latest = sorted(coached, key=lambda match: match.date or "", reverse=True)

    def of(self, query: Query, told: Entry | None) -> Verdict | None:
        """Return the verdict with the coach of that match, None where no post of today is asked about.

        A no is shown by the row that would be `told`, where that is a fact of whoever has left.
        """
        people = self._gazetteer.people(query.ids)
        said = query.said - catalogue().light - query.asides
        asks = not self._still.isdisjoint(query.words) and query.scope.empty and not query.kinds - NAMED
        past = self._was.intersection(query.words) or (query.kinds and self._wh.intersection(query.words))
        if len(people) != 1 or not asks or past or said - COACHING:
            return None
        person = next(iter(people))
        clubs = self._gazetteer.clubs(query.ids)
        own = [dict(match.coached).get(person, "") for match in self._latest]
        if not said and not any(own):
            return None  # "is Lautaro still at Inter?"
        club = next(iter(clubs)) if len(clubs) == 1 else next(filter(None, own), "") if not clubs else ""
        for match in self._latest:
            now = {side: coach for coach, side in match.coached}.get(club)
            if now:
                if now != person and told and person in told.names and told.match in (None, match.id):
                    return Verdict("no", told)
                lead = "yes" if now == person else "no"
                return shown(self._base, lead, match.id, "match.coaches", club)
        return None
