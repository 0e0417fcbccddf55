"""A question about two things side by side, taken apart: each match, season, person or half is asked for by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..models import Match
from .figures import Scope
from .names import Gazetteer, NameHit
from .query import Query

MARKS = frozenset({"compare", "both"})
"""Concepts that set two things side by side and say nothing of either."""
HALVES = ("first_half", "second_half")
APART = 3
"""Most words between two names that are set side by side: "Papu vs Vieri", "Zapata o il Papu"."""


class Contrasts:
    """Takes questions apart that name two things of one sort."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        matches: Mapping[str, Match],
        between: frozenset[str] = frozenset(),
        joining: frozenset[str] = frozenset(),
    ) -> None:
        """`between` are the words of both languages that set two names up for a choice: "fra Zapata e Gomez, chi".

        `joining` are those that stand between two names side by side.
        """
        self._pairing = between | joining
        self._between = between
        self._gazetteer = gazetteer
        self._matches = matches

    def sides(self, query: Query) -> list[Query]:
        """Return the question asked of each of two things, none where it names no two of one sort."""
        bare = replace(
            query,
            features=tuple(f for f in query.features if f not in MARKS),
            several=False,
        )
        return self._of_matches(bare) or self._of_names(bare) or self._of_halves(bare)

    def _of_matches(self, query: Query) -> list[Query]:
        """Return the question asked of each of two matches or years: "in 2023 and in 2025", "the 2-1 and the 1-0"."""
        scope = query.scope
        kept = scope.within
        anchors = [replace(kept, years=(y,)) for y in dict.fromkeys(scope.years)]
        if len(anchors) < 2:
            anchors = [replace(kept, scores=(s,)) for s in dict.fromkeys(scope.scores)]
        if len(anchors) < 2:
            anchors = [replace(kept, seasons=(s,)) for s in dict.fromkeys(scope.seasons)]
        if len(anchors) != 2:
            return []
        sides = []
        for anchor in anchors:
            told = [m for m in self._matches.values() if m.date and self._fits(query, anchor, m)]
            sides.append(
                replace(query, scope=kept, matches=frozenset({told[0].id}))
                if len(told) == 1
                else replace(query, scope=anchor)
            )
        return sides

    def _fits(self, query: Query, anchor: Scope, match: Match) -> bool:
        clubs = self._gazetteer.clubs(query.ids)
        if clubs and not clubs <= {match.home, match.away}:
            return False
        if anchor.years:
            return anchor.years[0] in match.years
        return (
            bool(anchor.scores)
            and match.score is not None
            and sorted(anchor.scores[0]) == sorted(match.score)
        )

    def alternatives(self, query: Query) -> tuple[Query, frozenset[str]] | None:
        """Return a question "who, X or Y?" without the two names, and their ids; None where it is none."""
        if not query.kinds & {"person", "club"}:
            return None
        pair: Sequence[NameHit] = [hit for hit in query.names if query.either and len(hit.ids) > 1][:1]
        if not pair and query.words & self._between:
            pair = self._pair(query) or ()
        if not pair:
            return None
        names, ids = (
            tuple(hit for hit in query.names if hit not in pair),
            frozenset[str]().union(*(h.ids for h in pair)),
        )
        bare = replace(
            query, names=names, either=False, subject=query.subject - ids, opponent=query.opponent - ids
        )
        return bare, ids

    def _of_names(self, query: Query) -> list[Query]:
        """Return the question asked of each of two people, or of two clubs that did not play each other."""
        pair = None if query.either else self._pair(query)
        if pair:
            return [self._without(query, pair[1]), self._without(query, pair[0])]
        return self._of_groups(query)

    def _of_groups(self, query: Query) -> list[Query]:
        """Return the question asked of each of two people with his club: "Gasp at Atalanta or Inzaghi at Inter?"."""
        people = [hit for hit in query.names if len(hit.ids) == 1 and self._gazetteer.people(hit.ids)]
        if len(people) != 2 or people[0].ids == people[1].ids:
            return []
        one, other = (query.names.index(hit) for hit in people)
        if other - one != 2 or len(query.names) != other + 2 or one != 0:
            return []
        sides = []
        for gone in (query.names[other:], query.names[one:other]):
            side = query
            for hit in gone:
                side = self._without(side, hit)
            clubs = self._gazetteer.clubs(side.ids)
            sides.append(replace(side, subject=clubs, opponent=frozenset()))
        return sides

    def _pair(self, query: Query) -> tuple[NameHit, NameHit] | None:
        for one, other in zip(query.names, query.names[1:], strict=False):
            if bool(one.ids & query.speakers) != bool(other.ids & query.speakers):
                continue  # "what does Palladino say of Samardzic?"
            if len(one.ids) == len(other.ids) == 1 and self._side_by_side(query, one, other):
                return one, other
        return None

    def _side_by_side(self, query: Query, one: NameHit, other: NameHit) -> bool:
        kinds = {self._gazetteer.kind(i) for i in one.ids | other.ids}
        if one.ids == other.ids or len(kinds) > 1:
            return False
        if other.first - one.last > 1 and not query.words & self._pairing:
            return False  # "has Chivu praised Lautaro?"
        if kinds == {"club"} and any({m.home, m.away} == one.ids | other.ids for m in self._matches.values()):
            return False
        return 0 < other.first - one.last <= APART

    def _without(self, query: Query, hit: NameHit) -> Query:
        return replace(
            query,
            names=tuple(h for h in query.names if h is not hit),
            subject=query.subject - hit.ids,
            opponent=query.opponent - hit.ids,
            speakers=query.speakers - hit.ids,
            scope=replace(query.scope, years=(), scores=()) if len(query.scope.years) > 1 else query.scope,
        )

    def _of_halves(self, query: Query) -> list[Query]:
        """Return the question asked of each half, where it names both."""
        if not set(HALVES) <= set(query.features):
            return []
        return [replace(query, features=_less(query.features, half)) for half in reversed(HALVES)]


def _less(features: Sequence[str], feature: str) -> tuple[str, ...]:
    return tuple(f for f in features if f != feature)
