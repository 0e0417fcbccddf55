"""Which match a question means that does not say it by date: the latest, the hosts' one, the one in the rain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..models import Context, Match
from .names import Gazetteer, NameHit
from .occasions import LATEST
from .query import Query
from .reading import Reading


class MatchesMeant:
    """Finds the matches that a question means by their order, their sides, or what sets them apart."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        matches: Mapping[str, Match],
        light: frozenset[str],
        apart: Mapping[str, frozenset[str]],
    ) -> None:
        """`apart` are the matches that a concept sets apart from others: the one in the rain."""
        self._gazetteer = gazetteer
        self._matches = matches
        self._light = light
        self._apart = apart
        self._with_date = sorted((match for match in matches.values() if match.date), key=_date)
        self._coaches = frozenset(coach for match in matches.values() for coach in match.coaches)

    def dated(self, reading: Reading, context: Context) -> Reading:
        """Return a question on the latest or earliest of several reported matches as one on the year of that match.

        "Gasperini's last game" may be one that nobody reported, so a coach's is left alone, and a competition's too.
        """
        if not reading.occasion or not reading.scope.empty:
            return reading
        cups = any(self._gazetteer.kind(i) == "competition" for i in reading.ids)
        clubs = self._gazetteer.clubs(reading.ids)
        last = self._matches.get(context.match or "")
        if not clubs:
            told = self._gazetteer.clubs(context.names)
            clubs = frozenset({last.home, last.away}) if last else told if len(told) > 1 else clubs
        reported = [m for m in self._with_date if clubs <= {m.home, m.away}]
        if cups or self._coaches & reading.ids or len(reported) < 2:
            return reading
        date = _date(reported[-1 if reading.occasion == LATEST else 0])
        same = [m for m in reported if _date(m)[:4] == date[:4]]
        year, month, day = (int(part) for part in date.split("-"))
        scope = (
            replace(reading.scope, years=(year,))
            if len(same) == 1
            else replace(reading.scope, dates=((year, month, day),))
        )
        return reading._replace(scope=scope)

    def met_twice(self, query: Query) -> frozenset[str]:
        """Return the matches of two clubs that met in more than one of those reported, of the clubs named."""
        clubs = self._gazetteer.clubs(query.ids)
        reported = [m for m in self._with_date if not clubs or clubs & {m.home, m.away}]
        pairs = [frozenset({m.home, m.away}) for m in reported]
        return frozenset(m.id for m, pair in zip(reported, pairs, strict=True) if pairs.count(pair) > 1)

    def sided(self, query: Query, context: Context) -> list[Query]:
        """Return what is asked of a side by the club that it was: "the visitors' keeper", "i padroni di casa".

        Where the club is named, too, that it played at home says nothing more: "when Atalanta lost at home to Inter".
        """
        sides = {"home", "away"} & query.said
        named = self._gazetteer.clubs(query.ids)
        if len(sides) != 1 or (named and not (query.subject and len(named) > 1)):
            return []
        side = sides.pop()
        clubs = frozenset(
            match.home if side == "home" else match.away for match in self._reported(query, context)
        )
        if len(clubs) != 1 or (named and clubs != query.subject):
            return []
        features = tuple(f for f in query.features if f != side)
        hit = () if named else (NameHit(clubs, 0, 0, "", "subject"),)
        here = frozenset({context.match}) if context.match and query.scope.empty else None
        return [
            replace(
                query,
                features=features,
                names=(*query.names, *hit),
                subject=clubs,
                matches=query.matches or here,
            )
        ]

    def _reported(self, query: Query, context: Context) -> list[Match]:
        """Return the matches that a query may be about: in its scope, of the clubs named, or of the turn before."""
        scope, named = query.scope, self._gazetteer.clubs(query.ids)
        meant = query.matches or frozenset({context.match} if context.match and scope.empty else ())
        scores = {tuple(sorted(score)) for score in scope.scores}
        return [
            match
            for match in self._matches.values()
            if (match.id in meant if meant else match.date)
            and named <= {match.home, match.away}
            and not (scope.years and match.years.isdisjoint(scope.years))
            and not (scores and tuple(sorted(match.score or ())) not in scores)
        ]

    def set_apart(self, query: Query) -> list[Query]:
        """Return what is asked of the match that a word of the question sets apart: "who scored in the wet one?"."""
        return [
            replace(query, features=tuple(f for f in query.features if f != concept), matches=matches)
            for concept, matches in self._apart.items()
            if concept in query.features
            and not query.either
            and matches
            and (query.kinds or any(f != concept and f not in self._light for f in query.features))
        ]


def _date(match: Match) -> str:
    return match.date or ""
