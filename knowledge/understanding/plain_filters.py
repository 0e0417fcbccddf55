"""Rejections that need no more than a question and a row; each returns the code of its reason or ""."""

from __future__ import annotations

from ..models import Entry
from .lexicon import in_any_language
from .query import Query

PRAISE = frozenset({"best", "worst"})
"""Concepts by which a player is asked for who stood out."""


def told_before(query: Query, entry: Entry) -> str:
    """Whether the turn before told the row."""
    return "told_before" if entry.row in query.told else ""


def of_its_day(query: Query, entry: Entry) -> str:
    """Whether a match tells who coached then, where it is asked who still does."""
    return "of_its_day" if entry.intent == "match.coaches" else ""


def another_event(query: Query, entry: Entry) -> str:
    """Whether a row is not of an event that the answer before told, where only its minute is asked."""
    return "" if entry.row in query.within else "another_event"


def met_then(query: Query, entry: Entry) -> str:
    """Whether a match tells whom a side met, where that is not asked, or whom it meets now or next."""
    return "of_its_day" if entry.intent == "match.opponent" else ""


def another_post(query: Query, entry: Entry) -> str:
    """Whether players came on, where somebody's place on the bench was taken."""
    return "another_post" if entry.intent.startswith(("substitution.", "match.substitutes")) else ""


def beaten_keeper(query: Query, entry: Entry) -> str:
    """Whether a goal, which some keeper let in, would answer for who was in goal."""
    plain = not {"goal", "score_goal", "beat", "shot", "save", "penalty"} & set(query.features)
    return (
        "another_post"
        if plain and entry.intent.startswith(("goal.", "own_goal.", "miss.", "penalty.", "foul."))
        else ""
    )


def of_players(query: Query) -> bool:
    """Whether those who play are asked for, not those who lead them."""
    return "player" in query.said or ("play" in query.said and "coach" not in query.said)


def asks_once(query: Query) -> bool:
    """Whether a question asks what was once, at no time that is told."""
    return query.scope.empty and not query.matches and not in_any_language("was").isdisjoint(query.words)


def keeper(query: Query, entry: Entry) -> str:
    """Whether keepers would answer for who played, or who played in defence."""
    return "another_post" if entry.intent == "match.goalkeepers" else ""


def unpraised(query: Query, entry: Entry) -> str:
    """Whether something of a match that says nothing of a player would answer for the best or the worst of them."""
    said = entry.intent in ("fact.player_description", "fact.award", "fact.comparison")
    if "player" not in query.said:  # a coach
        return "unpraised" if entry.match and entry.intent == "fact.player_description" else ""
    return "unpraised" if entry.match and not said else ""


def excepted(query: Query, entry: Entry) -> str:
    """Whether a row answers only with those who are not asked for."""
    return "excepted" if entry.values and entry.values <= query.excepted else ""
