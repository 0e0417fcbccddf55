"""Follow-ups that ask of the other: "and the other keeper?", "e dall'altra parte?", "what about the other game?"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ..models import Context, Match
from .exchange import GOALS
from .lexicon import Lexicon
from .names import Gazetteer, NameHit
from .query import Query, query_of
from .reading import SPEECH, Reading

LATER = frozenset({"next", "after"})
"""Concepts of what came behind a match."""
SIDES = frozenset({"coach", "goalkeeper", "team", "opponent", "person", "club"})
"""Concepts that name a side of a match, or somebody of whom each side has one."""


OUTCOMES = frozenset({"win", "lose", "beat"})
"""Concepts that turn round with the side."""
WHOLE = frozenset({"score", "date", "place"})
"""Kinds of value that a match has as a whole, so that "the other" behind them is the other match."""


def _plays_next(reading: Reading) -> bool:
    """Whether it is asked whom a side meets in another match: "which opponents are next?"."""
    return "opponent" in reading.features and not LATER.isdisjoint(reading.features)


class OtherSide:
    """Turns a question on one side, or on one of two matches, to the other."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        matches: Mapping[str, Match],
        lexicons: Mapping[str, Lexicon],
        light: frozenset[str],
        side_of: Callable[[str, str], str],
    ) -> None:
        """`side_of` tells for which side somebody played in a match, "" where that is not told."""
        self._side_of = side_of
        self._gazetteer = gazetteer
        self._matches = matches
        self._lexicons = lexicons
        self._light = light

    def query(self, reading: Reading, previous: Reading, context: Context) -> Query | None:
        """Return what is asked of the other side or match, None where no "other" is, or which one is not known."""
        syntax = self._lexicons[reading.language].syntax
        texts = [token.text for token in reading.tokens]
        at = next((i for i, text in enumerate(texts) if text in syntax["other"]), None)
        match = self._matches.get(context.match or "")
        if at is None or match is None or not reading.scope.empty or _plays_next(reading):
            return None
        times = {"t_times", *(f"{reading.language}:{word}" for word in syntax["occasion"])}
        content = [f for f in reading.features if f not in self._light | SIDES | times]
        within = set(texts[max(at - 2, 0) : at]) & syntax["during"]
        if content and syntax["match_noun"] & set(texts[at : at + 2]):
            return self._of_match(reading, match)
        if not content and not syntax["occasion"].isdisjoint(texts[at : at + 2]):
            return self._other_match(previous, match)
        sided = SIDES & set(reading.features) or syntax["side_noun"] & set(texts[at + 1 : at + 2])
        whole = within or (previous.kinds & WHOLE and syntax["pronoun"].issuperset(texts[at + 1 :]))
        if not content and ("match" in reading.features or (whole and not sided)):
            return self._other_match(previous, match)
        other = self._other_team(reading, previous, context, match)
        if other is None:
            return None
        if content:
            return self._asked_of(reading, other, match)
        return self._turned(reading, previous, other, match, context)

    def _other_match(self, previous: Reading, match: Match) -> Query | None:
        """Return the question before, asked of the other match of the two clubs."""
        other, old = self._other_of(match), query_of(previous)
        return replace(old, scope=old.scope.within, matches=frozenset({other})) if other else None

    def _of_match(self, reading: Reading, match: Match) -> Query | None:
        """Return a question of its own, asked of the other match: "who missed late in the other game?"."""
        other, query = self._other_of(match), query_of(reading)
        others = {f"{reading.language}:{word}" for word in self._lexicons[reading.language].syntax["other"]}
        features = tuple(f for f in query.features if f not in others and f not in self._light)
        if other is None:
            return None
        scope = replace(query.scope, years=tuple(sorted(self._matches[other].years)))
        return replace(query, features=features, scope=scope, matches=frozenset({other}))

    def _other_of(self, match: Match) -> str | None:
        """Return the other match that the two clubs played, None where there is none or more than one."""
        clubs = {match.home, match.away}
        others = [
            m for m in self._matches.values() if m.date and m.id != match.id and {m.home, m.away} == clubs
        ]
        return others[0].id if len(others) == 1 else None

    def _other_team(self, reading: Reading, previous: Reading, context: Context, match: Match) -> str | None:
        """Return the team that was not spoken of: by the clubs named before, else by the coach or keeper."""
        sides = {match.home, match.away}
        teams = dict((*match.coached, *match.kept))
        others = {f"{reading.language}:{word}" for word in self._lexicons[reading.language].syntax["other"]}
        if others.issuperset(reading.features):  # "and for the others?", not "and the other goal?"
            teams = {i: self._side_of(match.id, i) for i in context.people} | teams
        for ids in (previous.subject, previous.speakers, previous.ids, context.people, context.names):
            told = self._gazetteer.clubs(ids) & sides or {teams[i] for i in ids if teams.get(i)}
            if len(told) == 1:
                return next(iter(sides - told))
        return None

    def _turned(
        self, reading: Reading, previous: Reading, other: str, match: Match, context: Context
    ) -> Query:
        """Return the question before, asked of the other team."""
        old = query_of(previous)
        kept = (
            h for h in old.names if not self._gazetteer.clubs(h.ids) and not self._gazetteer.people(h.ids)
        )
        hit = NameHit(
            frozenset({other}), 0, 0, "", "opponent" if old.opponent and not old.subject else "subject"
        )
        roles = (f for f in reading.features if f in ("coach", "goalkeeper"))
        asked = [f for f in old.features if f not in OUTCOMES] or old.features
        placed = not GOALS.isdisjoint(
            asked
        )  # a goal with a place in the order is of one side: "and for the others?"
        asked = ["score_goal", *(f for f in asked if f not in GOALS)] if placed else asked
        return replace(
            old,
            names=(*kept, hit),
            features=tuple(dict.fromkeys((*asked, *roles))),
            kinds=reading.kinds - {"club"} or (frozenset({"person"}) if placed else old.kinds),
            subject=hit.ids if hit.role == "subject" else frozenset(),
            opponent=hit.ids if hit.role == "opponent" else frozenset(),
            speakers=frozenset(),
            yes_no=old.yes_no and not placed,
            language=reading.language,
            matches=frozenset({match.id}),
            told=frozenset(context.entries).difference(self._matches),
        )

    def _asked_of(self, reading: Reading, other: str, match: Match) -> Query:
        """Return a question of its own, asked of the other team, or of its coach or keeper."""
        query = query_of(reading)
        by_role = {"coach": match.coached, "goalkeeper": match.kept}
        people = [
            p
            for role, told in by_role.items()
            if role in reading.features
            for p, team in told
            if team == other
        ]
        hit = NameHit(frozenset({people[0] if people else other}), 0, 0, "", "" if people else "subject")
        spoken = bool(SPEECH & set(query.features)) and bool(people)
        return replace(
            query,
            names=(*query.names, hit),
            subject=query.subject if people else hit.ids,
            speakers=hit.ids if spoken else query.speakers,
            matches=frozenset({match.id}),
        )
