"""How often one club beat another in the matches that the articles report: "how many times did Inter win there?"."""

from __future__ import annotations

from typing import NamedTuple

from ..base.queries import Base
from ..models import Entry, Match
from ..understanding.figures import Scope
from ..understanding.lexicon import INVERSE, all_lexicons
from ..understanding.names import Gazetteer, NameHit
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
RESULT = ("match.score", "match.winner")
"""Fields that tell how a match ended, the fuller first."""
TOLD_APART = 2
"""Times up to which there is a word for them ("twice"), and 0 for never."""


class Meeting(NamedTuple):
    """A match and the side of it that a question is about, "" where it is about none."""

    match: Match
    side: str


class HeadToHead:
    """Counts the results between two clubs or their coaches.

    A figure or a no needs that all matches between them that are stored tell how they ended.
    """

    def __init__(self, base: Base, gazetteer: Gazetteer) -> None:
        self._base = base
        self._gazetteer = gazetteer
        self._syntax = {language: words.syntax for language, words in all_lexicons().items()}

    def of(self, query: Query) -> Compared | None:
        """Return how often, whether ever, or which of two clubs won more; None where something else is asked.

        Of coaches it is returned, too, who won, and whether one of them did.
        """
        if query.matches or query.unknown or query.excepted or query.premises:
            return None
        content = query.said - BESIDE - query.asides
        coached = self._coached(query)
        if coached and query.scope == Scope(years=query.scope.years):
            if query.yes_no and not query.kinds:
                return self._ever(query, content)
            if query.kinds <= {"club", "person"} and content and content <= WON and "more" not in query.said:
                return self._who_won(query)
        if not query.scope.empty:
            return None
        if query.kinds == {"count"}:
            return self._counted(query, content)
        if not query.kinds and query.yes_no:
            return self._ever(query, content)
        if query.kinds <= {"club", "person"} and "more" in query.said and content and content <= WON:
            return self._most(query)
        return None

    def _counted(self, query: Query, content: frozenset[str]) -> Compared | None:
        """Return how many matches one of two sides won or lost, how many were drawn, or how many there were."""
        met = self._whole(query)
        if not content & (WON | LOST | DREW):
            asks = bool(met) and content <= MET and bool(query.said & {"match", "t_times", "play"})
            mixed = self._coached(query) and self._clubs(query)  # "how many games did Gasperini do at Inter?"
            return self._times(met, met) if asks and len(self._sides(query)) == 2 and not mixed else None
        found = self._won(content, met)
        return self._times(found, met) if found is not None else None

    def _ever(self, query: Query, content: frozenset[str]) -> Compared | None:
        """Return yes with the matches that a side won or lost, or no with all of them: "have they ever won there?".

        For a no, all matches between the two that are stored must tell how they ended.
        """
        syntax = self._syntax[query.language]
        ever = query.words & syntax["at_all"] or self._coached(query)
        if not ever or query.words & (syntax["not"] - syntax["ever"]):
            return None
        if "unbeaten" in content and content <= {"unbeaten", INVERSE} and query.words & syntax["ever"]:
            content = frozenset(
                {"lose" if INVERSE in content else "beat"}
            )  # "ha mai perso", "ha mai battuto"
        found = self._won(content, self._met(query))
        if found:
            return Compared("yes", "", self._rows(found))
        met = self._whole(query)
        return Compared("", "not_ever", self._rows(met)) if found is not None and met else None

    def _most(self, query: Query) -> Compared | None:
        """Return which of two clubs won more of the matches between them."""
        matches = [met.match for met in self._whole(query)] if len(query.subject) != 1 else []
        if not matches or len(self._clubs(query)) < len(self._sides(query)):
            return None
        winners = [match.winner for match in matches]
        pair = sorted({matches[0].home, matches[0].away})
        one, other = (winners.count(club) for club in pair)
        if one == other:
            return Compared("", "level", self._rows(self._whole(query)))
        best = pair[0] if one > other else pair[1]
        return Compared("", "names", self._rows(self._whole(query)), names=(best,))

    def _who_won(self, query: Query) -> Compared | None:
        """Return how the matches between two coaches ended, where all of them are told to have had a winner."""
        met = self._met(query)
        told = met and all(self._winner(one.match) for one in met)
        return Compared("", "", self._rows(met)) if told else None

    def _won(self, content: frozenset[str], met: list[Meeting]) -> list[Meeting] | None:
        """Return those of `met` that the side a question is about won, lost or drew; None for anything else."""
        if not met or not content:
            return None
        if content <= DREW:
            return [one for one in met if one.match.score and not one.match.winner]
        if not (content <= WON or content <= LOST) or not all(one.side for one in met):
            return None
        won = [(one, self._winner(one.match)) for one in met]
        return [one for one, winner in won if winner and (winner == one.side) == (content <= WON)]

    def _clubs(self, query: Query) -> frozenset[str]:
        return frozenset(self._gazetteer.clubs(query.ids))

    def _sides(self, query: Query) -> list[NameHit]:
        """Return the clubs and coaches that a question names, the one that it is about first."""
        coaches = frozenset(coach for match in self._base.matches.values() for coach in match.coaches)
        clubs = self._clubs(query)
        hits = [hit for hit in query.names if len(hit.ids) == 1 and hit.ids <= clubs | coaches]
        return sorted(
            hits, key=lambda hit: (hit.role == "opponent", hit.role != "subject" and hit.ids <= clubs)
        )

    def _coached(self, query: Query) -> bool:
        """Whether a question names just two sides, and at least one of them by its coach."""
        sides = self._sides(query)
        return (
            len(sides) == 2
            and not query.ids <= self._clubs(query)
            and query.ids == sides[0].ids | sides[1].ids
        )

    def _met(self, query: Query) -> list[Meeting]:
        """Return all stored matches of the two clubs or coaches, or of one club where it was away, in their order."""
        if self._coached(query):
            sides, years = self._sides(query), frozenset(query.scope.years)
            found = [
                Meeting(match, one)
                for match in self._base.matches.values()
                if (one := _side(match, sides[0]))
                and (other := _side(match, sides[1]))
                and one != other
                and (not years or years & match.years)
            ]
        else:
            about = next(iter(query.subject)) if len(query.subject) == 1 else ""
            found = [Meeting(match, about) for match in self._between(query)]
            if any(about and about not in (one.match.home, one.match.away) for one in found):
                return []
        return sorted(found, key=lambda one: one.match.date or "")

    def _whole(self, query: Query) -> list[Meeting]:
        """Return the same where every one of them tells its day and score, else none."""
        met = self._met(query)
        return met if all(one.match.date and one.match.score for one in met) else []

    def _between(self, query: Query) -> list[Match]:
        """Return the stored matches of the two clubs named, or of one at the place named."""
        clubs = self._clubs(query)
        places = query.ids - clubs
        stored = list(self._base.matches.values())
        if len(clubs) == 1 and places:
            stored = [m for m in stored if places <= self._grounds(m)]
        found = [match for match in stored if clubs <= {match.home, match.away}]
        pairs = {frozenset({match.home, match.away}) for match in found}
        here = len(clubs) == 2 and all(places <= self._grounds(match) for match in found)
        return found if len(pairs) == 1 and (here or (len(clubs) == 1 and places)) else []

    def _winner(self, match: Match) -> str:
        """Return who won a match, "" where nobody did or it is not told."""
        row = None if match.winner else field_of(self._base, match.id, "match.winner")
        return match.winner or (next(iter(row.values)) if row and len(row.values) == 1 else "")

    def _grounds(self, match: Match) -> frozenset[str]:
        """Return where a match was played: its ground and its town."""
        row = field_of(self._base, match.id, "match.venue")
        return with_towns(self._base, row.values) if row else frozenset()

    def _times(self, found: list[Meeting], met: list[Meeting]) -> Compared:
        said = f"times_{len(found)}" if len(found) <= TOLD_APART else "times"
        return Compared("", said, self._rows(found or met), len(found))

    def _rows(self, met: list[Meeting]) -> tuple[Entry, ...]:
        """Return the row of each match that tells its score, else who won it."""
        told = [
            [row for field in RESULT if (row := field_of(self._base, one.match.id, field))] for one in met
        ]
        return tuple(rows[0] for rows in told if rows)


def _side(match: Match, hit: NameHit) -> str:
    """Return the side of a match that a name stands for: a club itself, or the one that somebody coached, else ""."""
    name = next(iter(hit.ids))
    return name if name in (match.home, match.away) else dict(match.coached).get(name, "")
