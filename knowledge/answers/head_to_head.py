"""How often one club beat another in the matches that the articles report: "how many times did Inter win there?"."""

from __future__ import annotations

from ..base.queries import Base
from ..models import Entry, Match
from ..understanding.lexicon import all_lexicons
from ..understanding.names import Gazetteer
from ..understanding.premises import DREW, LOST, WON
from ..understanding.query import Query
from .compared import Compared
from .match_rows import field_of, with_towns

MET = frozenset({"play", "meet_again", "opponent"})
"""Concepts of having met at all."""
BESIDE = frozenset({
    "match", "t_times", "more", "all", "both", "history", "t_at_least", "t_total", "article", "compare", "score_result",
    "en:between", "en:time", "en:know", "en:often", "it:volt", "it:conosc", "#1",
})  # fmt: skip
"""Concepts and words that say nothing of who won."""
TOLD_APART = 2
"""Times up to which there is a word for them ("twice"), and 0 for never."""


class HeadToHead:
    """Counts the results between two clubs, where all matches between them that are stored tell how they ended."""

    def __init__(self, base: Base, gazetteer: Gazetteer) -> None:
        self._base = base
        self._gazetteer = gazetteer
        self._syntax = {language: words.syntax for language, words in all_lexicons().items()}

    def of(self, query: Query) -> Compared | None:
        """Return how often, whether ever, or which of two clubs won more; None where something else is asked."""
        if not query.scope.empty or query.matches or query.unknown or query.excepted or query.premises:
            return None
        content = query.said - BESIDE - query.asides
        if query.kinds == {"count"}:
            return self._counted(query, content)
        if not query.kinds and query.yes_no:
            return self._ever(query, content)
        if query.kinds <= {"club", "person"} and "more" in query.said and content and content <= WON:
            return self._most(query)
        return None

    def _counted(self, query: Query, content: frozenset[str]) -> Compared | None:
        """Return how many matches one of two clubs won or lost, how many were drawn, or how many there were."""
        matches = self._between(query)
        if not content & (WON | LOST | DREW):
            met = bool(matches) and content <= MET and bool(query.said & {"match", "t_times", "play"})
            return self._times([*matches], matches) if met and len(self._clubs(query)) == 2 else None
        found = self._won(query, content, matches)
        return self._times(found, matches) if found is not None else None

    def _ever(self, query: Query, content: frozenset[str]) -> Compared | None:
        """Return yes with the matches that a club won or lost, or no with all of them: "have they ever won there?"."""
        syntax = self._syntax[query.language]
        ever = query.words & syntax["at_all"]
        if not ever or query.words & (syntax["not"] - syntax["ever"]):
            return None
        if content == {"unbeaten"} and query.words & syntax["ever"]:  # "ha mai battuto l'Inter?"
            content = frozenset({"beat"})
        matches = self._between(query)
        found = self._won(query, content, matches)
        if found is None:
            return None
        if not found:
            return Compared("", "not_ever", self._rows(matches))
        return Compared("yes", "", self._rows(found))

    def _most(self, query: Query) -> Compared | None:
        """Return which of two clubs won more of the matches between them."""
        matches = self._between(query) if len(query.subject) != 1 else []
        if not matches:
            return None
        winners = [match.winner for match in matches]
        pair = sorted({matches[0].home, matches[0].away})
        one, other = (winners.count(club) for club in pair)
        if one == other:
            return Compared("", "level", self._rows(matches))
        best = pair[0] if one > other else pair[1]
        return Compared("", "names", self._rows(matches), names=(best,))

    def _won(self, query: Query, content: frozenset[str], matches: list[Match]) -> list[Match] | None:
        """Return those of `matches` that the club a question is about won, lost or drew; None for anything else."""
        if not matches:
            return None
        if content and content <= DREW:
            return [match for match in matches if not match.winner]
        if len(query.subject) != 1 or not content or not (content <= WON or content <= LOST):
            return None
        club = next(iter(query.subject))
        if club not in (matches[0].home, matches[0].away):
            return None
        return [m for m in matches if m.winner and (m.winner == club) == (content <= WON)]

    def _clubs(self, query: Query) -> frozenset[str]:
        return frozenset(self._gazetteer.clubs(query.ids))

    def _between(self, query: Query) -> list[Match]:
        """Return all matches of two clubs, or of one where it was away: none where one is not told to its end."""
        clubs = self._clubs(query)
        places = query.ids - clubs
        stored = list(self._base.matches.values())
        if len(clubs) == 1 and places:
            stored = [m for m in stored if places <= self._grounds(m)]
        found = [match for match in stored if clubs <= {match.home, match.away}]
        pairs = {frozenset({match.home, match.away}) for match in found}
        here = len(clubs) == 2 and all(places <= self._grounds(match) for match in found)
        if len(pairs) != 1 or not (here or (len(clubs) == 1 and places)):
            return []
        return sorted(found, key=lambda m: m.date or "") if all(m.date and m.score for m in found) else []

    def _grounds(self, match: Match) -> frozenset[str]:
        """Return where a match was played: its ground and its town."""
        row = field_of(self._base, match.id, "match.venue")
        return with_towns(self._base, row.values) if row else frozenset()

    def _times(self, found: list[Match], matches: list[Match]) -> Compared:
        said = f"times_{len(found)}" if len(found) <= TOLD_APART else "times"
        return Compared("", said, self._rows(found or matches), len(found))

    def _rows(self, matches: list[Match]) -> tuple[Entry, ...]:
        rows = (field_of(self._base, match.id, "match.score") for match in matches)
        return tuple(row for row in rows if row)
