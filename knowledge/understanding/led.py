"""A coach's side stands for the matches in which he led it: "Chivu's Inter", "la squadra di Inzaghi"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..models import Match
from .names import Gazetteer, NameHit
from .query import Query
from .reading import Reading


class Led:
    """Takes the coach of a side as what tells which match is meant."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        matches: Mapping[str, Match],
        syntax: Mapping[str, Mapping[str, frozenset[str]]],
    ) -> None:
        self._gazetteer = gazetteer
        self._reported = [match for match in matches.values() if match.date]
        self._coaches = frozenset(coach for match in self._reported for coach in match.coaches)
        self._syntax = syntax

    def query(self, reading: Reading, query: Query) -> Query | None:
        """Return what is asked of a coach's side by its club and its reported matches under him, if it is one."""
        coaches = [hit for hit in query.names if hit.last and hit.ids <= self._coaches]
        if len(coaches) != 1 or len(coaches[0].ids) != 1 or query.speakers:
            return None
        coach, club = coaches[0], self._club_beside(reading, coaches[0])
        if club is None and not self._leads(reading, coach):
            return None
        sides = [(m.id, team) for m in self._reported for who, team in m.coached if who in coach.ids]
        sides = [(match, team) for match, team in sides if club is None or team in club.ids]
        teams = frozenset(team for _, team in sides)
        matches = frozenset(match for match, _ in sides)
        if len(teams) != 1:
            return None
        names = [hit for hit in query.names if hit is not coach]
        return replace(
            query,
            names=(*names, *(() if club else (coach._replace(ids=teams),))),
            matches=matches & query.matches if query.matches else matches,
            subject=_put(query.subject, coach.ids, teams),
            opponent=_put(query.opponent, coach.ids, teams),
        )

    def of_side(self, reading: Reading) -> Reading:
        """Return a reading with the club in the place of its coach's men: "and Chivu's lads?"."""
        for coach in reading.names:
            if not (coach.ids <= self._coaches and self._leads(reading, coach)):
                continue
            teams = {team for m in self._reported for who, team in m.coached if who in coach.ids}
            if len(teams) == 1:
                club = coach._replace(ids=frozenset(teams), role="subject")
                return reading._replace(
                    names=tuple(club if hit is coach else hit for hit in reading.names),
                    subject=reading.subject | club.ids,
                )
        return reading

    def _club_beside(self, reading: Reading, coach: NameHit) -> NameHit | None:
        """Return the club that stands beside its coach: "Chivu's Inter", "l'Inter di Chivu"."""
        of = self._syntax[reading.language]["led_by"]
        for hit in reading.names:
            between = [token.text for token in reading.tokens[hit.last : coach.first]]
            if (
                hit.first == coach.last or (len(between) == 1 and between[0] in of)
            ) and self._gazetteer.clubs(hit.ids):
                return hit
        return None

    def _leads(self, reading: Reading, coach: NameHit) -> bool:
        """Whether a coach stands beside a word for his side: "Inzaghi's team", "i ragazzi di Gasperini"."""
        texts = [token.text for token in reading.tokens]
        syntax = self._syntax[reading.language]
        before = texts[max(coach.first - 2, 0) : coach.first]
        behind = len(before) == 2 and before[0] in syntax["led"] and before[1] in syntax["led_by"]
        return behind or (coach.last < len(texts) and texts[coach.last] in syntax["led"])


def _put(ids: frozenset[str], coach: frozenset[str], teams: frozenset[str]) -> frozenset[str]:
    """Return `ids` with the club in the place of its coach."""
    return ids - coach | teams if ids & coach else ids
