"""Which two matches a question sets side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from ..models import Match
from ..understanding.circumstances import STAGES
from ..understanding.figures import Scope
from ..understanding.names import Gazetteer
from ..understanding.query import Query
from ..understanding.scope_filters import STAGE_CONCEPTS

BOTH = "both"
"""The concept that says that two matches are meant."""

Anchor = TypeVar("Anchor")


class Pairs:
    """Finds the two matches among those that the articles report."""

    def __init__(
        self, matches: Mapping[str, Match], gazetteer: Gazetteer, side_of: Callable[[str, str], str]
    ) -> None:
        """`side_of` gives the side of a match whose player somebody was, "" for neither."""
        self._side_of = side_of
        reported = (match for match in matches.values() if match.date and match.score)
        self._reported = sorted(reported, key=lambda match: match.date or "")
        self._gazetteer = gazetteer

    def meant(self, query: Query, *, named: bool, inside: bool = False) -> list[Match]:
        """Return the two matches in the order in which a question names them, none where it means others.

        `named` tells that it speaks of several matches without saying which, `inside` that "both" are two of one.
        """
        clubs = self._gazetteer.clubs(query.ids)
        fitting = [match for match in self._reported if clubs <= {match.home, match.away}]
        fitting = [match for match in fitting if self._belongs(query, match)]
        scope = query.scope
        if scope.dates or scope.minutes:
            return []
        if len(scope.years) == 2:
            found = self._each(scope.years, lambda match, year: year in match.years, fitting)
            return found if {match.month for match in found}.issuperset(scope.months) else []
        if len(set(scope.scores)) == 2 and not scope.years:
            return self._each(scope.scores, _ended, fitting)
        if len(query.matches or ()) == 2 and scope.empty:  # of which the turn before told
            fitting = [match for match in fitting if match.id in (query.matches or ())]
            named = True
        if not scope.empty or not (named or (BOTH in query.said and not inside)):
            return []
        fitting = self._of_people(query, fitting)
        return fitting if len(fitting) == 2 and _one_fixture(fitting) else []

    def _of_people(self, query: Query, fitting: list[Match]) -> list[Match]:
        """Return the matches of the sides for or against whom those named played, all where nobody is named."""
        people = self._gazetteer.people(query.ids)
        if len(fitting) <= 2 or not people:
            return fitting
        told = [m for m in fitting if any(p in m.posts or self._side_of(m.id, p) for p in people)]
        return [match for match in fitting if any(_one_fixture([match, other]) for other in told)]

    def _belongs(self, query: Query, match: Match) -> bool:
        """Whether the places and competitions that a question names are those of a match."""
        return all(
            self._gazetteer.kind(next(iter(hit.ids))) in ("person", "club") or hit.ids & match.names
            for hit in query.names
        )

    def _each(
        self, anchors: Iterable[Anchor], holds: Callable[[Match, Anchor], bool], fitting: list[Match]
    ) -> list[Match]:
        """Return the one match that each of the anchors points at, none where one points at none or several."""
        found = [[match for match in fitting if holds(match, anchor)] for anchor in anchors]
        if any(len(matches) != 1 for matches in found) or found[0] == found[1]:
            return []
        return [found[0][0], found[1][0]]


def _ended(match: Match, score: tuple[int, int]) -> bool:
    return match.score is not None and sorted(match.score) == sorted(score)


def _one_fixture(matches: list[Match]) -> bool:
    """Whether two matches are of the same two clubs."""
    one, other = matches
    return {one.home, one.away} == {other.home, other.away}


def pointed_at(query: Query, matches: Iterable[Match], gazetteer: Gazetteer) -> list[Match]:
    """Return the matches with a score that a question may be about: by its date, sides, competition and stage."""
    clubs, asked = gazetteer.clubs(query.ids), STAGES & query.said
    others = [hit.ids for hit in query.names if gazetteer.kind(next(iter(hit.ids))) not in ("person", "club")]
    return [
        match
        for match in matches
        if match.score
        and clubs <= {match.home, match.away}
        and all(ids & match.names for ids in others)
        and (not asked or STAGE_CONCEPTS.get(match.stage or "", match.stage) in asked)
        and played_in(match, query.scope)
    ]


def played_in(match: Match, scope: Scope) -> bool:
    """Whether a match is one that the years, months, seasons, days and scores of a question allow."""
    season = int(match.season[:4]) if match.season else None
    days = ("{:04}-{:02}-{:02}".format(*date) for date in scope.dates)
    return (
        match.years.issuperset(scope.years)
        and all(match.month == month for month in scope.months)
        and all(season == asked for asked in scope.seasons)
        and all(match.date == day for day in days)
        and all(_ended(match, score) for score in scope.scores)
        and not scope.years_apart
    )
