"""Which match a question means that does not say it by date: the latest, the hosts' one, the one in the rain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..models import Context, Match
from .names import Gazetteer, NameHit
from .occasions import LATEST
from .query import Query
from .reading import Reading

POSTS = frozenset({"coach", "goalkeeper"})
"""Concepts of those whom a match tells for each side."""
ENDS = {"win": True, "lose": False, "beat": False}
"""Concepts of how a match ended for whoever is asked for: "beaten" tells it of who lost."""
WEEKDAYS = frozenset(f"t_{day}day" for day in ("sun", "mon", "tues", "wednes", "thurs", "fri", "satur"))
"""Concepts of the days of a week, which say nothing beside a date."""
BESIDE = 2
"""Words from a day to its month: "28 dicembre", "28th of December"."""
ENDED = ENDS.keys() | {"score_result", "draw"}
"""Concepts of how matches ended."""


class MatchesMeant:
    """Finds the matches that a question means by their order, their sides, or what sets them apart."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        matches: Mapping[str, Match],
        light: frozenset[str],
        apart: Mapping[str, frozenset[str]],
        months: frozenset[str] = frozenset(),
    ) -> None:
        """`apart` are the matches that a concept sets apart: the one in the rain; `months` are words for months."""
        self._months = months
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
        on_the_day = self._on_the_day(reading)
        if on_the_day:
            return on_the_day
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
        day = _day(date)
        scope = (
            replace(reading.scope, years=(day[0],))
            if len(same) == 1
            else replace(reading.scope, dates=(day,))
        )
        return reading._replace(scope=scope)

    def _on_the_day(self, reading: Reading) -> Reading | None:
        """Return "who scored on 28 December?" as asked of the one match of that day.

        Of another day of a month with a match it is asked of none; None where no match is of that month.
        """
        scope = reading.scope
        if len(scope.months) != 1 or len(scope.numbers) != 1 or scope.years or scope.dates:
            return None
        month, day = scope.months[0], scope.numbers[0]
        places = [i for i, t in enumerate(reading.tokens) if t.kind == "number" and t.value == day]
        named = [i for i, t in enumerate(reading.tokens) if t.kind == "word" and t.text in self._months]
        if not any(abs(i - j) <= BESIDE for i in places for j in named):
            return None
        dates = {_day(_date(match)) for match in self._with_date}
        meant = [date for date in dates if date[1:] == (month, day)]
        other = [(date[0], month, day) for date in sorted(dates) if date[1] == month]
        if len(meant) > 1 or not other:
            return None
        meant = meant or other[-1:]
        features = tuple(f for f in reading.features if f != f"#{day}" and f not in WEEKDAYS)
        return reading._replace(
            features=features, scope=replace(scope, months=(), numbers=(), dates=(meant[0],))
        )

    def met_twice(self, query: Query) -> frozenset[str]:
        """Return the matches of two clubs that met in more than one of those reported, of the clubs named."""
        clubs = self._gazetteer.clubs(query.ids)
        reported = [m for m in self._with_date if not clubs or clubs & {m.home, m.away}]
        pairs = [frozenset({m.home, m.away}) for m in reported]
        return frozenset(m.id for m, pair in zip(reported, pairs, strict=True) if pairs.count(pair) > 1)

    def of_both(self, query: Query, context: Context, both: frozenset[str]) -> Query | None:
        """Return "who won both?" behind a turn on a match as asked of all that its two sides were reported in.

        `both` are the words for two. None where no end of a match is asked for, or they met once.
        """
        last = self._matches.get(context.match or "")
        content = {f for f in query.features if f not in self._light}
        if last is None or both.isdisjoint(query.words) or query.names or not content <= ENDED or not content:
            return None
        met = frozenset(m.id for m in self._with_date if {m.home, m.away} == {last.home, last.away})
        return replace(query, matches=met) if len(met) > 1 and query.scope.empty else None

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

    def of_result(self, query: Query, context: Context, participles: frozenset[str]) -> Query | None:
        """Return who is asked for by how his match ended as one of that side: "the losing keeper", "chi ha perso?".

        `participles` are the words that tell who was beaten. None where the matches meant were not all won by one side.
        """
        said = frozenset(f for f in query.features if f not in self._light or f in POSTS)
        ended = said - POSTS
        if len(said & POSTS) != 1 or len(ended) != 1 or query.ids or query.yes_no or query.kinds - {"person"}:
            return None
        won = ENDS.get(next(iter(ended)))
        if won is None or ("beat" in ended and participles.isdisjoint(query.words)):
            return None
        reported = [match for match in self._reported(query, context) if match.score]
        clubs = frozenset(m.winner and (m.winner if won else m.loser) for m in reported)
        if len(clubs) != 1 or "" in clubs:
            return None
        only = reported[0].date if len(reported) == 1 else None
        return replace(
            query,
            features=tuple(f for f in query.features if f not in ended),
            names=(NameHit(clubs, 0, 0, "", "subject"),),
            kinds=frozenset({"person"}),
            subject=clubs,
            scope=replace(query.scope, dates=(_day(only),)) if only else query.scope,
            matches=query.matches or frozenset(match.id for match in reported),
        )

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


def _day(date: str) -> tuple[int, int, int]:
    year, month, day = (int(part) for part in date.split("-"))
    return year, month, day
