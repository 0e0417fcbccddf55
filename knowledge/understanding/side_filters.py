"""Rejections by the side that a value belongs to: a question about one team is not answered with the other's."""

from __future__ import annotations

from collections.abc import Mapping

from ..models import Entry, Match
from .index import DRAFTED
from .query import Query
from .row_words import told_after

COACHED = frozenset({"match.substitutes", "substitution.player", "formation.formation"})
"""What a coach decides: with him named, his side is meant."""
NUMBER_OF_GOAL = frozenset({"opening_goal", "second_goal", "third_goal"})
"""Concepts of a goal by its number."""
NUMBERED = frozenset({"match.first_goal", "match.second_goal", "match.third_goal", "match.last_goal"})
"""Goals by their number in the match; with a side named, only where its own count is the same."""
ONE_SIDED = frozenset(
    {
        "formation.formation",
        "formation.what",
        "match.substitutes",
        "match.named",
        "match.coaches",
        "match.goalkeepers",
    }
)
"""Fields of one side, where also a yes/no question must mean that side."""

SCORED = NUMBERED | {"goal.player", "penalty.player"}
"""Goals, which are of a side: where it is not told, they are no answer to a question about one."""
ONE_SIDED_DEEDS = frozenset({"disallowed_goal.player", "miss.player", "save.player", "injury.player"})
"""Deeds of which a draft may not know the side: they answer no question about one."""
SIDELESS = COACHED | NUMBERED
"""Fields that may be another side's though they belong to none."""

GOAL = frozenset({"goal", "score_goal", "opening_goal", "second_goal", "third_goal"})
"""Concepts of a goal that was scored."""
OF_A_GOAL = GOAL | {
    "assist",
    "pass",
    "minute",
    "match",
    "first_half",
    "second_half",
    "happen",
    "finish_manner",
}
"""Those with what may be asked of it."""
TELLING_NONE = ("match.scorers", "match.score", "match.goals", "match.half_time")
"""Fields that tell that a side scored none."""


class SideFilters:
    """The rejections of rows of the other side; each returns a code or ""."""

    def __init__(self, matches: Mapping[str, Match]) -> None:
        self._matches = matches

    def wrong_side(self, query: Query, entry: Entry) -> str:
        """Demand that the side that the value belongs to is the one asked for, and not its opponent."""
        if entry.team is None and DRAFTED in entry.tokens and entry.intent in ONE_SIDED_DEEDS:
            return "other_side" if len(query.subject) == 1 and not query.yes_no else ""
        if entry.team is None and entry.intent not in SIDELESS:
            return ""
        match = self._matches.get(entry.match or "")
        if entry.team and match and not query.subject:
            for side, team in (("home", match.home), ("away", match.away)):
                if side in query.said and side not in entry.features and entry.team != team:
                    return "other_side"
        if match and entry.intent in COACHED and not query.subject:
            teams = {team for coach, team in match.coached if coach in query.ids}
            if len(teams) == 1 and entry.team not in teams:
                return "other_side"
        if entry.team is None and query.subject and entry.intent in SCORED:
            return "other_side"
        if (
            entry.team is None
            or (query.yes_no and (entry.intent not in ONE_SIDED or entry.values & query.ids))
            or entry.intent.endswith((".how", ".minute", ".why"))
        ):
            return ""
        if "concede" in query.said and "score_goal" not in query.said and "concede" not in entry.features:
            return "other_side" if entry.team in query.subject else ""
        if query.subject and entry.team not in query.subject:
            return "other_side"
        if query.opponent and entry.team in query.opponent and not query.subject:
            return "other_side"
        return ""

    def goalless(self, query: Query, entry: Entry) -> str:
        """Let only what tells who scored answer for the goal of a side that scored none: "how did they score?"."""
        if entry.intent == "fact.comparison" and len(query.scope.years) == 1 and query.said <= OF_A_GOAL:
            return "whole_not_asked"
        match = self._matches.get(entry.match or "")
        if match is None or match.score is None or query.ids != query.subject or not query.said <= OF_A_GOAL:
            return ""
        own = dict(zip((match.home, match.away), match.score, strict=True)).get(next(iter(query.subject)))
        return "no_goal" if own == 0 and not entry.intent.startswith(TELLING_NONE) else ""


def other_goal(query: Query, entry: Entry) -> str:
    """Whether a goal is the other side's, or any of two matches, where a side's own is asked for by its number."""
    if entry.intent == "fact.comparison" and len(query.scope.years) == 1:
        return "whole_not_asked"
    sides = told_after(entry, "side:")
    return "other_side" if sides and not sides & query.subject and "concede" not in query.said else ""
